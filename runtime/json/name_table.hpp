#pragma once

#include "pol/decision.hpp"
#include "runtime/json/node.hpp"

#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace pol::json {

/// Finds a name among thousands in one step: the fields of requests, the values of every fact. Names belong to groups;
/// the same name may stand in several. `group` and `index` are what the caller takes them for.
class NameTable {
public:
    /// The name must outlive the table, and is added only once to a group.
    void add(std::uint32_t group, std::string_view name, std::uint16_t index);
    /// To be called behind the last `add`.
    void build();

    /// The index of a name, or `no_index`. `readable_behind` bytes can be read behind the name.
    [[nodiscard]] std::uint16_t find(std::uint32_t group, std::string_view name) const {
        const Key key = key_of(group, name);
        for (std::size_t place = hash(key) >> shift_;; ++place) {
            const Slot& slot = slots_[place & (slots_.size() - 1)];
            if (slot.index == no_index) return no_index;
            if (slot.key == key && has_same_middle(slot.name, name)) return slot.index;
        }
    }

private:
    static constexpr std::size_t word = 8;
    static_assert(readable_behind >= word);

    /// All of a name of up to 16 bytes.
    struct Key {
        std::uint64_t beginning = 0;
        std::uint64_t ending = 0;
        std::uint32_t group = 0;
        std::uint32_t size = 0;
        [[nodiscard]] bool operator==(const Key&) const = default;
    };
    struct Slot {
        Key key{};
        std::string_view name{};
        std::uint16_t index = no_index;
    };

    [[nodiscard]] static std::uint64_t word_at(const char* bytes) {
        std::uint64_t read = 0;
        std::memcpy(&read, bytes, word);
        return read;
    }

    [[nodiscard]] static Key key_of(std::uint32_t group, std::string_view name) {
        Key key{.beginning = word_at(name.data()), .group = group, .size = static_cast<std::uint32_t>(name.size())};
        if (name.size() < word)
            key.beginning &= (std::uint64_t{1} << (8 * name.size())) - 1;
        else
            key.ending = word_at(name.data() + name.size() - word);
        return key;
    }

    [[nodiscard]] static std::uint64_t hash(const Key& key) {
        const std::uint64_t mixed =
            key.beginning ^ (key.ending << 7U) ^ (key.ending >> 3U) ^ (std::uint64_t{key.group} << 40U) ^ key.size;
        return mixed * 0x9e3779b97f4a7c15U;
    }

    [[nodiscard]] static bool has_same_middle(std::string_view left, std::string_view right) {
        return left.size() <= 2 * word || std::memcmp(left.data() + word, right.data() + word, left.size() - word) == 0;
    }

    std::vector<Slot> names_;
    /// A power of two, at least twice as many as names, so that most names are at their first place.
    std::vector<Slot> slots_;
    int shift_ = 0;
};

}  // namespace pol::json
