#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pol::parse_detail {

/// Looking at a text line by line, without the grammar: for recovery and for saying what is wrong with a line.

/// Offset of the first byte of the line that holds `at`, and of the line end behind it (or the end of the text).
[[nodiscard]] std::uint32_t line_begin(std::string_view text, std::uint32_t at);
[[nodiscard]] std::uint32_t line_end(std::string_view text, std::uint32_t at);
/// Offset of the first byte of the next line, or the end of the text.
[[nodiscard]] std::uint32_t next_line(std::string_view text, std::uint32_t at);
/// `at` moved on over blanks and tabs.
[[nodiscard]] std::uint32_t skip_blanks(std::string_view text, std::uint32_t at);

/// The words of the line that holds `at`, from its beginning: texts and comments left out, `,` and `:` apart.
[[nodiscard]] std::vector<std::string> words_of_line(std::string_view text, std::uint32_t at);
/// The word at an offset: a whole text in quotes, a sign, or what stands to the next blank; empty at a line's end.
[[nodiscard]] std::string_view word_at(std::string_view text, std::uint32_t at);

/// Whether a line goes on behind its end: its last word is `,`, `and` or `or`.
[[nodiscard]] bool goes_on(const std::vector<std::string>& words);
/// Whether a well written line opens a group or a nested block, so that an `end` belongs to it.
[[nodiscard]] bool opens_group(const std::vector<std::string>& words);
/// Whether a line that cannot be read was meant to open one: `any off`, `becuase`, `initial requires al of`.
[[nodiscard]] bool was_meant_to_open(const std::vector<std::string>& words);

}  // namespace pol::parse_detail
