#pragma once

#include "pol/code.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pol::codes {

/// The codes from the first through the last, by the numbers that stand for them in requests (pol/notation.hpp).
struct Range {
    std::int64_t first = 0;
    std::int64_t last = 0;
    friend bool operator==(const Range&, const Range&) = default;
};

/// What is wrong with a value as written: it has not the shape of a code; `*` stands where none can; a range ends
/// before it begins.
enum class Fault { none, shape, wildcard, reversed };
struct Reading {
    Fault fault = Fault::none;
    /// The code at fault, as written.
    std::string part;
    Range range;
};

/// Reads `C50.911`, `C50.*` (every code that begins so, `C50` among them) or `C16.0 to C16.9` (every code from the
/// first through the last, with all codes that begin as the last does), one blank between the words. `*` stands at
/// ICD-10-CM codes only, behind at least three characters. An NDC stands in its segments.
[[nodiscard]] Reading read(CodeSystem system, std::string_view written);

[[nodiscard]] inline bool is_one_code(std::string_view written) {
    return written.find_first_of(" *") == std::string_view::npos;
}

/// A code as it is usually written; nothing for a number between two codes.
[[nodiscard]] std::optional<std::string> written(CodeSystem system, std::int64_t number);
/// The pattern or range of codes as `read` takes it; nothing where an end lies between two codes.
[[nodiscard]] std::optional<std::string> written(CodeSystem system, const Range& range);

/// The number of the last code that is not behind this number, and of the first that is not before it.
[[nodiscard]] std::optional<std::int64_t> at_or_before(CodeSystem system, std::int64_t number);
[[nodiscard]] std::optional<std::int64_t> at_or_after(CodeSystem system, std::int64_t number);

}  // namespace pol::codes
