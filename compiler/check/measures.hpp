#pragma once

#include "compiler/ast/common.hpp"
#include "compiler/units/units.hpp"

#include <map>
#include <optional>
#include <string>

namespace pol::checking {

/// What a value measures, and the unit its parts are written in: `mg/kg`, `kg/cm2`; no parts for bare numbers and `%`.
struct Measure {
    units::Dimension dimension;
    std::map<std::string, int> written;
};
[[nodiscard]] Measure operator*(const Measure& left, const Measure& right);
[[nodiscard]] Measure operator/(const Measure& left, const Measure& right);

/// The measure of a unit as written, or of a bare number. Nothing for what is no unit, which is reported where it
/// stands.
[[nodiscard]] std::optional<Measure> measure_of(const std::optional<ast::Name>& unit);

/// Days or months: what an approval may last.
[[nodiscard]] bool is_time(const Measure& measure);

/// Whether amounts can be added and compared. `mg/kg` and a bare number cannot, though neither has a dimension: the
/// author of `dose / weight is at most 6` means another 6.
[[nodiscard]] bool fit_together(const Measure& left, const Measure& right);

/// "is in `kg`", "has no unit": what a finding says of a value.
[[nodiscard]] std::string measure_words(const Measure& measure);

}  // namespace pol::checking
