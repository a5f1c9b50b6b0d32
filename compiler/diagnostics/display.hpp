#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pol {

/// A line of source as a terminal shows it: tabs as blanks, unprintable bytes replaced, clipped around what is marked.
/// `column` and `width` place the mark in terminal columns; an empty mark is one column wide.
struct Excerpt {
    std::string text;
    std::size_t column = 0;
    std::size_t width = 1;
};

/// Shows `line` with its bytes `begin` … `end` marked; the part of a mark past the line's end is dropped.
[[nodiscard]] Excerpt make_excerpt(std::string_view line, std::size_t begin, std::size_t end);

}  // namespace pol
