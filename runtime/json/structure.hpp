#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace pol::json {

/// Where in a text the tokens of JSON begin: brackets, colons, commas, texts, and whatever else is no blank.
struct Structure {
    /// The text, with zeros behind it.
    const char* text = nullptr;
    /// Places in it, one a token; behind the last of them stands the end of the text.
    const std::uint32_t* tokens = nullptr;
    std::size_t token_count = 0;
};

/// Finds the structure of one text after another, in memory that is kept from text to text. This is the only place that
/// knows simdjson: of that it takes the first stage, which looks at 64 bytes at a time. What follows is told apart and
/// checked by `Cursor`, as numbers must stay as written and repeated keys be seen.
class StructureFinder {
public:
    StructureFinder();
    ~StructureFinder();

    /// Null if the text is not UTF-8, or a text in it has no end or holds control characters. Otherwise valid until the
    /// next call.
    [[nodiscard]] const Structure* find(std::string_view text);

private:
    struct FirstStage;

    [[nodiscard]] bool make_room(std::size_t size);

    std::unique_ptr<FirstStage> first_stage_;
    std::string padded_;
    Structure found_;
};

}  // namespace pol::json
