#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pol::parse_detail {

/// Words that begin a line, for suggestions: those that fit where `expected` says what a line could be.
[[nodiscard]] const std::vector<std::string>& line_words(std::string_view expected);
/// Words that can go on a line that has begun.
[[nodiscard]] const std::vector<std::string>& words_that_go_on();
/// Words with which outcomes begin.
[[nodiscard]] const std::vector<std::string>& outcome_words();
/// Words that cannot be names, as `reserved` of grammar/lexical.hpp and docs/grammar.md list them.
[[nodiscard]] const std::vector<std::string>& reserved_words();
/// The words in backticks of a sentence: `` `doses`, or `dose` `` gives both.
[[nodiscard]] std::vector<std::string> words_in_backticks(std::string_view sentence);

}  // namespace pol::parse_detail
