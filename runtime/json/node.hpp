#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pol::json {

enum class NodeKind : std::uint8_t { null, boolean, number, string, array, object };

/// A JSON value as written. The nodes of a text lie in one row: behind an array those of its elements, behind an object
/// a string and a value for each member, so that order and repetitions are kept.
struct Node {
    NodeKind kind = NodeKind::null;
    /// Nodes of this value and everything in it.
    std::uint32_t extent = 1;
    /// A text; a number, true, false or null exactly as written. Another `readable_behind` bytes can be read.
    std::string_view text{};

    [[nodiscard]] bool is_true() const { return kind == NodeKind::boolean && text.front() == 't'; }
};

/// Bytes behind every text of a node that belong to its owner, whatever they are.
inline constexpr std::size_t readable_behind = 8;

struct Member {
    std::string_view key;
    const Node& value;
};

/// The members of an object in their order.
class Members {
public:
    class Iterator {
    public:
        explicit Iterator(const Node* key) : key_(key) {}
        [[nodiscard]] Member operator*() const { return {key_->text, key_[1]}; }
        Iterator& operator++() {
            key_ += 1 + key_[1].extent;
            return *this;
        }
        [[nodiscard]] bool operator==(const Iterator&) const = default;

    private:
        const Node* key_;
    };

    explicit Members(const Node& object) : object_(&object) {}
    [[nodiscard]] Iterator begin() const { return Iterator(object_ + 1); }
    [[nodiscard]] Iterator end() const { return Iterator(object_ + object_->extent); }

private:
    const Node* object_;
};

/// The elements of an array in their order.
class Elements {
public:
    class Iterator {
    public:
        explicit Iterator(const Node* element) : element_(element) {}
        [[nodiscard]] const Node& operator*() const { return *element_; }
        Iterator& operator++() {
            element_ += element_->extent;
            return *this;
        }
        [[nodiscard]] bool operator==(const Iterator&) const = default;

    private:
        const Node* element_;
    };

    explicit Elements(const Node& array) : array_(&array) {}
    [[nodiscard]] Iterator begin() const { return Iterator(array_ + 1); }
    [[nodiscard]] Iterator end() const { return Iterator(array_ + array_->extent); }

private:
    const Node* array_;
};

}  // namespace pol::json
