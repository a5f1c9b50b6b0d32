#include "runtime/json/name_table.hpp"

#include <string>

namespace pol::json {

void NameTable::add(std::uint32_t group, std::string_view name, std::uint16_t index) {
    const std::string padded = std::string(name) + std::string(readable_behind, '\0');
    names_.push_back(
        {.key = Key(group, std::string_view(padded).substr(0, name.size())), .name = name.data(), .index = index});
}

void NameTable::build() {
    constexpr int bits_of_hash = 64;
    int bits = 1;
    while ((std::size_t{1} << bits) < 2 * names_.size()) ++bits;
    shift_ = bits_of_hash - bits;
    slots_.assign(std::size_t{1} << bits, Slot{});
    mask_ = slots_.size() - 1;
    for (const Slot& added : names_) {
        std::size_t place = added.key.hash() >> shift_;
        while (slots_[place & mask_].index != no_index) ++place;
        slots_[place & mask_] = added;
    }
    names_ = {};
}

}  // namespace pol::json
