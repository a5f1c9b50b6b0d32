#pragma once

#include <cstdint>

namespace pol {

/// Half-open range of bytes in one file of a SourceMap. Lines and columns exist only where text is rendered.
struct Span {
    std::uint32_t file = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    friend bool operator==(const Span&, const Span&) = default;
};

/// The range from the beginning of one span to the end of a later one in the same file.
[[nodiscard]] inline Span join(const Span& first, const Span& last) { return {first.file, first.begin, last.end}; }

}  // namespace pol
