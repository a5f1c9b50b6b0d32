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

/// The lines of a text, which must outlive them. Line ends are LF or CRLF.
[[nodiscard]] std::vector<FilledLine> filled_lines(std::string_view text);

}  // namespace pol
