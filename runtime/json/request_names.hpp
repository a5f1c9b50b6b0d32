#pragma once

#include "pol/description.hpp"
#include "runtime/json/name_table.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace pol::json {

/// Fields of a request that are no facts.
inline constexpr std::uint16_t id_field = 0xfffe;
inline constexpr std::uint16_t evidence_field = 0xfffd;

/// The parts of an answer in its long form.
enum class Part : std::uint16_t { value, evidence, not_knowable, unit, on };
inline constexpr std::size_t part_count = 5;

/// The names that a request of one policy may hold. Those that are asked for must have `readable_behind` bytes behind
/// them; whatever is not found is `no_index`.
class RequestNames {
public:
    explicit RequestNames(const PolicyDescription& policy);

    /// A fact that is no field of a list, or one of the fields above.
    [[nodiscard]] std::uint16_t field(std::string_view name) const { return names_.find(fields_, name); }
    /// A part of the long form.
    [[nodiscard]] std::uint16_t part(std::string_view name) const { return names_.find(parts_, name); }
    /// A level of evidence.
    [[nodiscard]] std::uint16_t level(std::string_view name) const { return names_.find(levels_, name); }
    /// A value of a fact that has names.
    [[nodiscard]] std::uint16_t value(std::uint16_t fact, std::string_view name) const {
        return names_.find(fact, name);
    }
    /// The fact that is a field of a list.
    [[nodiscard]] std::uint16_t entry_field(std::uint16_t list, std::string_view name) const {
        return names_.find(lists_ + list, name);
    }

private:
    /// Groups of names; those of values have the number of their fact.
    static constexpr std::uint32_t fields_ = 0x10000;
    static constexpr std::uint32_t parts_ = 0x10001;
    static constexpr std::uint32_t levels_ = 0x10002;
    static constexpr std::uint32_t lists_ = 0x20000;

    NameTable names_;
};

/// Fields that a request, and an entry of a list, may have: for hints.
[[nodiscard]] std::vector<std::string_view> names_of_fields(const PolicyDescription& policy);
[[nodiscard]] std::vector<std::string_view> names_of_entry_fields(const PolicyDescription& policy, std::uint16_t list);

}  // namespace pol::json
