#pragma once

#include "pol/registry.hpp"
#include "runtime/arrow/source.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pol::arrow {

/// Why no text decides a row.
enum class Unanswered : std::uint8_t {
    no,
    not_addressed,
    addressed_twice,
    unknown_policy,
    not_a_code,
    unlisted_code,
};

/// `unknown_policy`, as the output has it; empty for `no`.
[[nodiscard]] std::string_view name_of(Unanswered why);

/// The columns that say which policy a row is for, and those of the days that choose its text.
class Addresses {
public:
    /// The columns, of which each row fills one.
    static constexpr std::array<std::string_view, 4> names = {"policy", "hcpcs", "cpt", "ndc"};
    [[nodiscard]] static bool has(std::string_view name);

    /// Takes a column if it is one of these; what is wrong with its type, or nothing.
    [[nodiscard]] std::string bind_column(const std::string& name, const Source& source);
    /// Whether there is a column that names policies.
    [[nodiscard]] bool are_bound() const;

    /// Finds the texts that answer for a row, or why there are none.
    [[nodiscard]] Unanswered find(const Registry& registry, std::int64_t row, FoundTexts& found) const;

private:
    [[nodiscard]] RequestDays days_at(std::int64_t row) const;

    std::array<std::optional<Source>, names.size()> columns_;
    std::optional<Source> date_of_service_;
    std::optional<Source> date_of_request_;
};

}  // namespace pol::arrow
