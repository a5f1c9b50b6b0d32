#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace pol {

/// A line that is not blank, without its end, and its number from 1.
struct FilledLine {
    std::string_view text;
    std::size_t number = 0;
};

/// The text of a file without the byte order mark that may start it.
[[nodiscard]] std::string_view without_byte_order_mark(std::string_view text);

/// The lines of a file's text, which must outlive them. Line ends are LF or CRLF, and a byte order mark may start it.
[[nodiscard]] std::vector<FilledLine> filled_lines(std::string_view text);

}  // namespace pol
