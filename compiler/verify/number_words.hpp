#pragma once

#include <optional>
#include <string_view>

namespace pol::verifying {

/// 3 for `three`, 28 for `twenty-eight`, 100 for `hundred`; nothing for another word. Any case.
[[nodiscard]] std::optional<int> number_in_words(std::string_view word);

/// 3 for `thrice`, 1 for `once`.
[[nodiscard]] std::optional<int> times_in_words(std::string_view word);

/// 11 for `November`, `Nov` and `Nov.`; only with a capital letter, as `may` and `march` are other words.
[[nodiscard]] std::optional<int> month_in_words(std::string_view word);

}  // namespace pol::verifying
