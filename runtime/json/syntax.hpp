#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pol::json {

struct Member;

/// One more than the entries that a list may have.
inline constexpr std::size_t most_elements = 1001;

enum class NodeKind { null, boolean, number, string, array, object };

/// A JSON value as written. Members keep their order and their repetitions. What no request has is checked for its
/// syntax and dropped: what lies below the second object, but for lists of objects, and below these.
struct Node {
    NodeKind kind = NodeKind::null;
    bool boolean = false;
    /// A text, or a number exactly as written.
    std::string string;
    std::vector<Member> members;
    /// Of an array, no more than `most_elements` of them.
    std::vector<Node> elements;
};

struct Member {
    std::string key;
    Node value;
};

/// Why a text is no JSON document; `path` leads to the value that was being read.
struct SyntaxError {
    std::string path;
    std::string message;
};

struct ParsedText {
    Node root;
    /// At most one.
    std::vector<SyntaxError> errors;
    /// The text ends within the document.
    bool is_cut_off = false;
};

[[nodiscard]] ParsedText parse_text(std::string_view text);

/// One more step of a path: `.diagnosis`, or `["two words"]` for a key that is no name. Long keys are cut.
[[nodiscard]] std::string path_step(std::string_view key);

/// Text of a sender as it may stand in a message: in backticks, cut when long; quoted instead, with escapes,
/// where it holds control characters.
[[nodiscard]] std::string in_backticks(std::string_view text);

}  // namespace pol::json
