#pragma once

#include "compiler/source/span.hpp"
#include "compiler/verify/printed_text.hpp"

#include <string>
#include <vector>

namespace pol::verifying {

/// A word of letters, in lower case, and where it stands.
struct NamedWord {
    std::string lower;
    Span span;
};
[[nodiscard]] std::vector<NamedWord> words_in(const PrintedText& text);

/// Whether a word looks like a slip of a name: one letter off, and no plural or the like. Short names are too near to
/// other words.
[[nodiscard]] bool is_near(const std::string& name, const std::string& word);

}  // namespace pol::verifying
