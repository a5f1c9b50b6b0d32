#pragma once

#include "compiler/source/span.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pol::verifying {

/// What stands for a ticked and for an empty box in a PrintedText, whichever sign the document prints.
inline constexpr char ticked_box = '\x01';
inline constexpr char empty_box = '\x02';

/// A text in plain signs, each with the place of its file it comes from: dashes are `-`, quotes `'`, blanks ` `, boxes
/// the two signs above; signs that carry nothing (soft hyphens, raised notes) are gone.
struct PrintedText {
    std::string text;
    /// One a sign: the byte of the file that it begins at.
    std::vector<std::uint32_t> origins;
    std::uint32_t file = 0;

    [[nodiscard]] bool empty() const { return text.empty(); }
    /// Where the signs `begin` … `end` stand in their file; of a text that goes over several lines, the first line's
    /// part.
    [[nodiscard]] Span span(std::size_t begin, std::size_t end) const;
    /// The signs `begin` … `end`.
    [[nodiscard]] PrintedText part(std::size_t begin, std::size_t end) const;
};

/// The plain signs of `source`, whose first byte stands at `begin` of `file`.
[[nodiscard]] PrintedText plain_signs(std::string_view source, std::uint32_t file, std::uint32_t begin);

/// Puts a line behind a text as it reads on: with a blank, without one where the line before ends in the middle of an
/// address or a date, and without the hyphen that a word was parted by.
void read_on(PrintedText& text, const PrintedText& line);

[[nodiscard]] bool is_digit(char sign);
[[nodiscard]] bool is_upper(char sign);
[[nodiscard]] bool is_lower(char sign);
[[nodiscard]] bool is_letter(char sign);
/// Whether a text is digits alone, at least one.
[[nodiscard]] bool all_digits(std::string_view text);
/// The number that digits write; 0 for one too large to be meant.
[[nodiscard]] int value_of(std::string_view digits);
[[nodiscard]] std::string lower_case(std::string_view text);
/// A name of the policy as documents print it: `SOD1 MUTATION` for `sod1_mutation`.
[[nodiscard]] std::string name_in_capitals(std::string_view name);
/// Without blanks at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);
/// Words between blanks.
[[nodiscard]] std::vector<std::string> split_words(std::string_view text);

}  // namespace pol::verifying
