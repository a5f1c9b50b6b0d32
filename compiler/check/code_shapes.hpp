#pragma once

#include "compiler/ast/common.hpp"
#include "compiler/ast/file.hpp"
#include "compiler/codes/codes.hpp"
#include "compiler/diagnostics/sink.hpp"
#include "pol/code.hpp"

#include <optional>
#include <string>

namespace pol::checking {

/// The code in normal form. Reports a system that is not known, or a code without its system's shape, and then
/// returns nothing. An NDC must be written in its segments.
[[nodiscard]] std::optional<Code> check_code(const ast::Name& system, const ast::Name& code, Sink& sink);

/// Whether a word may be a code that a drug has misspelt: it has the shape of a code, which one of the drugs' codes
/// lacks. That is reported where the drug has it, and nowhere else.
[[nodiscard]] bool may_be_misspelt_code(const ast::Policy& policy, const std::string& word);

/// The codes that a value of a code fact stands for: one, a pattern or a range. Reports what is none, and then returns
/// nothing.
std::optional<codes::Range> check_codes(const ast::Name& system, const ast::Name& value, Sink& sink);

/// The same for a value that a request states.
void check_one_code(const ast::Name& system, const ast::Name& value, Sink& sink);

/// A code of a system, for hints.
[[nodiscard]] std::string given_example(const ast::Name& system);

}  // namespace pol::checking
