#pragma once

#include "compiler/ast/file.hpp"

#include <string>
#include <string_view>

namespace pol::lowering {

/// `als_specialist` as `als specialist`.
[[nodiscard]] std::string with_blanks(std::string_view name);

/// The text of an item: its own; without one, what it states in the words of the file.
[[nodiscard]] std::string text_of(const ast::Item& item);

[[nodiscard]] std::string text_of(const ast::OutcomePhrase& phrase);
[[nodiscard]] std::string text_of(const ast::TextInForce& text);
/// `medical only` or `medical, pharmacy`.
[[nodiscard]] std::string text_of_benefits(const ast::AppliesTo& applies);

}  // namespace pol::lowering
