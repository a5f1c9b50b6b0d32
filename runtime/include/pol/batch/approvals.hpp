#pragma once

#include "pol/batch/stages.hpp"

#include <cstdint>

namespace pol::batch {

/// Whether a rule grants more than its dates tell: then rows that it may approve are decided one by one.
[[nodiscard]] constexpr bool is_computed(const ApprovalRule& rule) noexcept {
    return rule.has_length || rule.has_until || rule.amount_count > 0;
}

/// The dates from which the approvals of a rule are reckoned.
struct DaysOfApproval {
    const Days& starts_on;
    const Days& first_start;
    const Days& date_of_service;

    [[nodiscard]] ApprovalDates in(int row) const noexcept {
        return {.starts_on = in(starts_on, row),
                .first_start = in(first_start, row),
                .date_of_service = in(date_of_service, row)};
    }

private:
    [[nodiscard]] static Fact<Date> in(const Days& days, int row) noexcept {
        return fact_of(days.cells()[row], Date{days.first()[row]});
    }
};

/// Rows in which the period of a first approval can be told (pol::is_open).
[[nodiscard]] inline Plane tells_first_period(const DaysOfApproval& dates) noexcept { return dates.starts_on.given(); }

/// Rows of `wanted` in which that of a renewal can be told.
[[nodiscard]] inline Plane tells_renewal(const ApprovalTerms& terms, const DaysOfApproval& dates, Plane wanted,
                                         CalendarRules calendar) noexcept {
    const bool in_days = terms.duration.unit == DurationUnit::days;
    const std::int32_t* first = dates.first_start.first();
    const std::int32_t* service = dates.date_of_service.first();
    const Plane known = wanted & dates.first_start.given() & dates.date_of_service.given();
    Plane surely = at_least_apart(first, service, terms.duration.amount * (in_days ? 1 : 31)) & known;
    if (in_days) return surely;
    // In between the lengths of the months tell.
    const Plane maybe = at_least_apart(first, service, terms.duration.amount * 28) & known & ~surely;
    for (Plane left = maybe; left != 0; left &= left - 1)
        if (!renewal_dates_contradict(terms, dates.in(lowest_bit(left)), calendar)) surely |= left & (~left + 1);
    return surely;
}

}  // namespace pol::batch
