#pragma once

#include "compiler/check/context.hpp"

namespace pol::checking {

/// The list of a name whose entries are counted or computed with. Reports any other name, and then returns nothing.
[[nodiscard]] const KnownFact* check_list(const Context& context, const ast::Name& name, Sink& sink);
/// The field of a list. Reports any other name, and then returns nothing.
[[nodiscard]] const KnownFact* check_field(const Context& context, const KnownFact& list, const ast::Name& name,
                                           Sink& sink);

/// Reports a count that is never or always reached, and a field whose different values cannot be counted. What is
/// asked of the entries is checked with all conditions.
void check_count_test(const Context& context, const ast::CountTest& test, Sink& sink);

/// Reports what cannot be asked of entries: other entries, and evidence of its own.
void check_body(const ast::Entries& entries, Sink& sink);

}  // namespace pol::checking
