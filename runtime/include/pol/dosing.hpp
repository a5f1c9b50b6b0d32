#pragma once

#include "pol/period.hpp"

#include <cstdint>

namespace pol {

/// A dosing calendar: `loading_doses` doses `loading_interval` days apart, the first on day 0, then one dose
/// every `maintenance_interval` days after the last loading dose. Both intervals are positive.
struct DoseSchedule {
    std::int32_t loading_doses = 0;
    std::int32_t loading_interval = 0;
    std::int32_t maintenance_interval = 0;
};

/// Doses `first … first + count − 1` of a schedule, numbered from 0.
struct DoseRange {
    std::int32_t first = 0;
    std::int32_t count = 0;
    friend constexpr bool operator==(const DoseRange&, const DoseRange&) noexcept = default;
};

/// Days from dose 0 to dose `number`.
[[nodiscard]] constexpr std::int32_t dose_offset(const DoseSchedule& schedule, std::int32_t number) noexcept {
    if (number < schedule.loading_doses) return number * schedule.loading_interval;
    const std::int32_t last_loading = schedule.loading_doses > 0 ? schedule.loading_doses - 1 : 0;
    return last_loading * schedule.loading_interval + (number - last_loading) * schedule.maintenance_interval;
}

[[nodiscard]] constexpr Date dose_date(const DoseSchedule& schedule, Date first_dose, std::int32_t number) noexcept {
    return add_days(first_dose, dose_offset(schedule, number));
}

/// How many doses fall on days `0 … days − 1` after the first dose.
[[nodiscard]] constexpr std::int32_t doses_before(const DoseSchedule& schedule, std::int32_t days) noexcept {
    if (days <= 0) return 0;
    const std::int32_t last_loading = schedule.loading_doses > 0 ? schedule.loading_doses - 1 : 0;
    const std::int32_t loading_end = last_loading * schedule.loading_interval;
    if (days <= loading_end) return (days - 1) / schedule.loading_interval + 1;
    return last_loading + (days - 1 - loading_end) / schedule.maintenance_interval + 1;
}

/// The doses that fall within a period, counted from the first dose of the whole course.
[[nodiscard]] constexpr DoseRange doses_in(const DoseSchedule& schedule, Date first_dose, Period period) noexcept {
    const std::int32_t before = doses_before(schedule, period.from.days - first_dose.days);
    const std::int32_t through = doses_before(schedule, period.through.days - first_dose.days + 1);
    return DoseRange{.first = before, .count = through - before};
}

}  // namespace pol
