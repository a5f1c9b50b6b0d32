#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace pol::units {

/// An exact factor in lowest terms; both parts are from 1 to `largest_part`.
struct Factor {
    std::int64_t numerator = 1;
    std::int64_t denominator = 1;
    friend bool operator==(const Factor&, const Factor&) = default;
};
inline constexpr std::int64_t largest_part = 1'000'000'000'000;

/// What an amount measures: powers of base units, none of them 0. The base units are `kg`, `L`, `m`, `hours`, `days`,
/// `months`, `U`, and every word that is no unit the language knows. Empty for bare numbers and for `%`.
struct Dimension {
    std::map<std::string, int, std::less<>> powers;
    friend bool operator==(const Dimension&, const Dimension&) = default;
    [[nodiscard]] bool is_none() const { return powers.empty(); }
};
[[nodiscard]] Dimension operator*(const Dimension& left, const Dimension& right);
[[nodiscard]] Dimension operator/(const Dimension& left, const Dimension& right);

/// Days and months never convert into one another.
[[nodiscard]] Dimension days();
[[nodiscard]] Dimension months();

/// As a unit is written: `kg`, `kg/m2`, `/L`; empty without a dimension. An amount in base units is in this unit.
[[nodiscard]] std::string base_unit(const Dimension& dimension);

/// An amount in the unit times `factor` is in base units.
struct Unit {
    Dimension dimension;
    Factor factor;
};

/// What a unit as written means: `mg/kg`, `kg/m2`, `%`, `/mcL`, `vg`. Nothing for what is no unit: parts that are no
/// words, or factors too large to be exact.
[[nodiscard]] std::optional<Unit> unit_of(std::string_view written);

/// The factor from one unit to another; nothing where their dimensions differ or the factor is too large.
[[nodiscard]] std::optional<Factor> conversion(const Unit& from, const Unit& to);

/// The unit that is likely meant by a word the language does not know: `mL` for `ml`. Empty if there is none.
[[nodiscard]] std::string meant_by(std::string_view written);

}  // namespace pol::units
