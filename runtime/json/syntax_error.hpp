#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pol::json {

/// Why a text is no JSON document; `path` leads to the value that was being read.
struct SyntaxError {
    std::string path;
    std::string message;
    /// The byte that is wrong, counted from 0.
    std::size_t at = 0;
    /// The text ends within the document.
    bool is_cut_off = false;
};

/// What is wrong with a text that `Cursor` does not go through: the first byte that no JSON text could have there.
/// Looks at one byte after the other, as few texts come here. The message is empty where nothing is wrong.
[[nodiscard]] SyntaxError find_syntax_error(std::string_view text);

}  // namespace pol::json
