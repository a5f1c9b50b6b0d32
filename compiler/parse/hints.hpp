#pragma once

#include "compiler/source/span.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pol::parse_detail {

/// What stands where something else was expected.
struct Encounter {
    std::uint32_t at = 0;
    Span span;
    /// The word there; empty where the line ends.
    std::string word;
    /// Whether a quotation mark stands right before it.
    bool behind_quote = false;
    /// All words of its line, texts left out.
    std::vector<std::string> words;
    /// Where the word stands among them.
    std::size_t place = 0;
    const char* expected = "";
    bool line_ends = false;
    bool text_ends = false;
};

/// What hints look at: whether a phrase is among what was expected, a word among words, the word so many places before
/// the one that was met; and what they say, nothing where nothing is meant.
[[nodiscard]] bool expects(const Encounter& met, std::string_view what);
[[nodiscard]] bool contains(const std::vector<std::string>& words, std::string_view word);
[[nodiscard]] std::string word_before(const Encounter& met, std::size_t places);
[[nodiscard]] std::string is_written(std::string_view words, std::string_view meant);

[[nodiscard]] bool is_digit(char sign);
/// A word that begins as a number does.
[[nodiscard]] bool is_number(const std::string& word);
/// A word that can be a name: small letters, digits and `_`, a letter first.
[[nodiscard]] bool is_name(const std::string& word);

/// How to go on: for a word that does not fit, a line that begins wrongly, a line outside any block, and a word behind
/// a complete statement. Empty where nothing helpful is known.
[[nodiscard]] std::string hint_for_word(const Encounter& met);
[[nodiscard]] std::string hint_for_line(const Encounter& met);
[[nodiscard]] std::string hint_outside(const Encounter& met);
[[nodiscard]] std::string hint_behind_statement(const Encounter& met);

/// How to go on where a line ends too early.
[[nodiscard]] std::string hint_at_line_end(const Encounter& met);

/// How a sign such as `>=` is written, also right behind a name; how numbers listed behind `is one of` are compared;
/// how a line compares that does it in other words, such as `is over`, `18 or older`; where a `-` stands; how a number
/// or its unit is written. Empty where the line has nothing of the kind.
[[nodiscard]] std::string hint_for_sign(const std::string& word);
[[nodiscard]] std::string hint_for_comparison(const Encounter& met);
[[nodiscard]] std::string hint_for_sign_behind(const Encounter& met);
[[nodiscard]] std::string hint_for_listed_numbers(const Encounter& met);
[[nodiscard]] std::string hint_for_minus(const Encounter& met);
[[nodiscard]] std::string hint_for_number(const Encounter& met);

/// How the language says what people say in other words: where a condition is missing, where another word is needed,
/// where a line begins, and behind a complete one. Empty where nothing is known.
[[nodiscard]] std::string hint_for_bare_condition(const Encounter& met);
/// `is a or b`, `is a, b` from what stands between the two.
[[nodiscard]] std::string hint_for_second_value(const Encounter& met);
[[nodiscard]] std::string hint_for_other_word(const Encounter& met);
[[nodiscard]] std::string hint_for_other_line(const Encounter& met);
[[nodiscard]] std::string hint_behind_line(const Encounter& met);

/// What people say of values and times: `a minus b`; `28 weeks 6 days`; a window without `measured`; a yes/no fact as a
/// condition; an approval that has a last day only. Empty where the line has nothing of the kind.
[[nodiscard]] std::string hint_for_operation(const Encounter& met);
[[nodiscard]] std::string hint_for_two_units(const Encounter& met);
[[nodiscard]] std::string hint_for_window(const Encounter& met);
[[nodiscard]] std::string hint_for_bare_fact(const Encounter& met);
[[nodiscard]] std::string hint_for_approval(const Encounter& met);

/// What the document prints between items: how it is written; where it stands, at what stands behind it or a complete
/// line; and where it has a line of its own. Empty where the line has nothing of the kind.
[[nodiscard]] std::string hint_for_connective(const Encounter& met);
[[nodiscard]] std::string hint_behind_printed(const Encounter& met);
[[nodiscard]] std::string hint_for_line_of_connective(const Encounter& met);

/// How entries are counted, where a condition or `of` is missing and where a line goes on; how a list is declared; what
/// stands in an entry. Empty where the line has nothing of the kind.
[[nodiscard]] std::string hint_for_count(const Encounter& met);
[[nodiscard]] std::string hint_for_number_in_words(const Encounter& met);
[[nodiscard]] std::string hint_behind_count(const Encounter& met);
[[nodiscard]] std::string hint_for_list(const Encounter& met);
[[nodiscard]] std::string hint_for_entry(const Encounter& met);

/// How a code is declared; how codes, ranges of them and the day of a value go on. Empty where the line has nothing of
/// the kind.
[[nodiscard]] std::string hint_for_code_type(const Encounter& met);
[[nodiscard]] std::string hint_behind_value(const Encounter& met);

/// A sign of comparison, such as `>=`.
[[nodiscard]] bool is_sign_of_comparison(std::string_view word);
/// `9.b.`: a label with two parts.
[[nodiscard]] bool looks_like_nested_label(std::string_view word);
/// A line such as `age >= 18` or `diagnosis = als`: a fact compared in other words or signs.
[[nodiscard]] bool looks_like_condition(const Encounter& met);

}  // namespace pol::parse_detail
