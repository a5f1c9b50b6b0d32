#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pol::json {

enum class NodeKind : std::uint8_t { null, boolean, number, string, array, object };

/// A JSON value that was taken from a text.
struct Node {
    NodeKind kind = NodeKind::null;
    /// What a string says; a number, true, false or null exactly as written; nothing for an array or object.
    std::string_view text{};
    /// Where it begins.
    const std::uint32_t* token = nullptr;

    [[nodiscard]] bool is_true() const { return kind == NodeKind::boolean && text.front() == 't'; }
};

/// Bytes behind the text of every node that can be read, whatever they are.
inline constexpr std::size_t readable_behind = 8;

}  // namespace pol::json
