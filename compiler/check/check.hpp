#pragma once

#include "compiler/ast/program.hpp"
#include "compiler/diagnostics/sink.hpp"

namespace pol {

/// Everything that can be wrong with a policy and its imports short of what needs the model: names, types, labels,
/// structure, dates, codes, dosing, coverage, readings, scenarios. Without an error in the sink the program is sound
/// and `lower` cannot fail.
void check(const ast::Program& program, Sink& sink);

/// The checks of a plan or facts file on its own.
void check_file(const ast::File& file, Sink& sink);

}  // namespace pol
