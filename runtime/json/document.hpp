#pragma once

#include "runtime/json/node.hpp"
#include "runtime/json/structure.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pol::json {

/// Values in values that are still read.
inline constexpr std::size_t most_nesting = 16;

/// One JSON text after another, as nodes. Its memory is kept from text to text, so that it soon asks for no more.
class Document {
public:
    /// Whether the text is JSON and not nested too deeply; `find_syntax_error` tells why it is not.
    [[nodiscard]] bool parse(std::string_view text);

    /// The value of the text parsed last, until the next is parsed.
    [[nodiscard]] const Node& root() const { return nodes_.front(); }

private:
    StructureFinder finder_;
    /// As many as the longest text so far needed.
    std::vector<Node> nodes_;
    /// Texts without their escapes.
    std::string unescaped_;
};

}  // namespace pol::json
