#pragma once

#include "compiler/check/context.hpp"

namespace pol::checking {

/// Reports a value that a scenario cannot give to a fact or to a field of an entry: type, unit, bounds, evidence.
void check_given(const Context& context, const ast::Assignment& assignment, const KnownFact& fact);

/// Reports a change of an entry, `trials.2.length 6 weeks`, that is not there, and a value its field cannot have.
void check_change(const Context& context, const ast::Scenario& scenario, const ast::Assignment& assignment,
                  const KnownFact& list);

/// Reports that a request states no derived fact.
void report_derived(const ast::Name& name, const KnownFact& fact, Sink& sink);

}  // namespace pol::checking
