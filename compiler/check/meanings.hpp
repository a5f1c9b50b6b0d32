#pragma once

#include "compiler/check/context.hpp"

namespace pol::checking {

/// What a name in a condition or value means: a fact or a definition.
struct Meaning {
    const KnownFact* fact = nullptr;
    const ast::Define* term = nullptr;
    /// Whether it is a date, or a definition that names a day.
    bool is_day = false;
};

/// Reports a name that nothing declares, or that is defined only further below, and then means neither.
Meaning meaning_of(const Context& context, const ast::Name& name, Sink& sink);

/// Reports a name that is a field where no entry of its list is at hand; whether it is one.
bool is_field_elsewhere(const Context& context, const ast::Name& name, Sink& sink);

/// "is a condition", "is a date": what a finding says of something that was meant to be something else.
[[nodiscard]] std::string kind_words(const Meaning& meaning);

}  // namespace pol::checking
