#pragma once

#include "pol/decision.hpp"
#include "runtime/json/node.hpp"

#include <algorithm>
#include <bit>
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
        const Key key(group, name);
        for (std::size_t place = key.hash() >> shift_;; ++place) {
            const Slot& slot = slots_[place & mask_];
            if (slot.key == key && has_same_middle(slot.name, name.data(), name.size())) return slot.index;
            if (slot.index == no_index) return no_index;
        }
    }

private:
    static constexpr std::size_t word = 8;
    static_assert(readable_behind >= word);
    static_assert(std::endian::native == std::endian::little, "the first bytes of a name are the low ones of a word");

    /// All of a name of up to 16 bytes: its first and its last eight, which are the same of a short one. Without a
    /// branch, as nobody can foresee how long the next name is.
    struct Key {
        std::uint64_t beginning = 0;
        std::uint64_t ending = 0;
        std::uint64_t group_and_size = ~std::uint64_t{0};

        Key() = default;
        Key(std::uint32_t group, std::string_view name)
            : group_and_size(std::uint64_t{group} << 32U | static_cast<std::uint32_t>(name.size())) {
            const std::size_t bytes = std::min(name.size(), word);
            const std::uint64_t mask = ~std::uint64_t{0} >> (8 * (word - std::max<std::size_t>(bytes, 1)));
            beginning = word_at(name.data()) & mask;
            ending = word_at(name.data() + name.size() - bytes) & mask;
        }
        [[nodiscard]] bool operator==(const Key& other) const {
            return ((beginning ^ other.beginning) | (ending ^ other.ending) |
                    (group_and_size ^ other.group_and_size)) == 0;
        }
        [[nodiscard]] std::uint64_t hash() const {
            return (beginning ^ (ending << 7U) ^ (ending >> 3U) ^ (group_and_size << 20U) ^ group_and_size) *
                   0x9e3779b97f4a7c15U;
        }
    };
    struct Slot {
        Key key{};
        const char* name = nullptr;
        std::uint16_t index = no_index;
    };

    [[nodiscard]] static std::uint64_t word_at(const char* bytes) {
        std::uint64_t read = 0;
        std::memcpy(&read, bytes, word);
        return read;
    }
    /// Of two names that are as long, begin alike and end alike.
    [[nodiscard]] static bool has_same_middle(const char* left, const char* right, std::size_t size) {
        for (std::size_t at = word; at + word < size; at += word)
            if (word_at(left + at) != word_at(right + at)) return false;
        return true;
    }

    std::vector<Slot> names_;
    /// A power of two, at least twice as many as names, so that most names are at their first place.
    std::vector<Slot> slots_;
    std::size_t mask_ = 0;
    int shift_ = 0;
};

}  // namespace pol::json
