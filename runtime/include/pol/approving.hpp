#pragma once

#include "pol/decision.hpp"
#include "pol/description.hpp"
#include "pol/given.hpp"
#include "pol/length.hpp"
#include "pol/number.hpp"

#include <cstdint>

namespace pol {

/// The dates an approval is reckoned from, as a request gives them.
struct ApprovalDates {
    Fact<Date> starts_on{};
    Fact<Date> first_start{};
    Fact<Date> date_of_service{};
};

/// Whether a renewal's dates contradict each other: service before the first start, or still in the first period.
[[nodiscard]] constexpr bool renewal_dates_contradict(const ApprovalTerms& terms, const ApprovalDates& dates,
                                                      CalendarRules calendar) noexcept {
    if (dates.first_start.presence != Presence::given || dates.date_of_service.presence != Presence::given)
        return false;
    const Date second_period = anchored_period(dates.first_start.value, terms.duration, 1, calendar.short_months).from;
    return dates.date_of_service.value < second_period;
}

/// Whether an approval would end before it starts.
[[nodiscard]] constexpr bool ends_before_start(const Extent& extent, const ApprovalDates& dates) noexcept {
    return dates.starts_on.presence == Presence::given && extent.until < dates.starts_on.value;
}

/// Adds the last day at the latest to how long an approval lasts. Of days that it may still be none counts where the
/// time is over by the first of them; else that is not known.
[[nodiscard]] constexpr Extent ending_by(DateRange until, Extent extent, const ApprovalDates& dates,
                                         CalendarRules calendar) noexcept {
    const bool may_matter =
        !extent.known || dates.starts_on.presence != Presence::given ||
        until.first < anchored_period(dates.starts_on.value, extent.duration, 0, calendar.short_months).through;
    extent.until = until.first;
    extent.known = extent.known && (is_exact(until) || !may_matter);
    return extent;
}

/// Whether the period of an approval cannot be told from the dates given. `renewal` only of an anchored approval.
[[nodiscard]] constexpr bool is_open(const ApprovalTerms& terms, bool renewal, const ApprovalDates& dates,
                                     const Extent& extent, CalendarRules calendar) noexcept {
    if (!extent.known) return true;
    if (!renewal) return dates.starts_on.presence != Presence::given || ends_before_start(extent, dates);
    return dates.first_start.presence != Presence::given || dates.date_of_service.presence != Presence::given ||
           renewal_dates_contradict(terms, dates, calendar);
}

/// What is approved by a rule that is not open, as in Result.
struct Approved {
    Period period{};
    Date first_dose{};
    DoseRange doses{};
};
[[nodiscard]] constexpr Approved approved(const ApprovalTerms& terms, bool renewal, const ApprovalDates& dates,
                                          const Extent& extent, CalendarRules calendar) noexcept {
    const Date start = renewal ? dates.first_start.value : dates.starts_on.value;
    const std::int32_t number =
        renewal ? period_number(start, extent.duration, dates.date_of_service.value, calendar.short_months) : 0;
    Period period = anchored_period(start, extent.duration, number, calendar.short_months);
    if (extent.until < period.through) period.through = extent.until;
    return {.period = period,
            .first_dose = start,
            .doses = terms.has_schedule ? doses_in(terms.schedule, start, period) : DoseRange{}};
}

/// Whether one list of amounts stands before another, and whether both are the same. Of two that are alike but for what
/// they are without, the one without less comes first.
[[nodiscard]] constexpr bool amounts_before(const Result& left, const Result& right) noexcept {
    for (int i = 0; i < most_amounts; ++i)
        if (number(left.amounts[i]) != number(right.amounts[i]))
            return number(left.amounts[i]) < number(right.amounts[i]);
    return left.left_out < right.left_out;
}
[[nodiscard]] constexpr bool same_amounts(const Result& left, const Result& right) noexcept {
    return !amounts_before(left, right) && !amounts_before(right, left);
}

/// Order of closed approvals; what they give per dose is compared by its number. Amounts count in policies that compute
/// some, where every approval has them all.
[[nodiscard]] constexpr bool stands_before(const Result& left, const Result& right, bool with_amounts) noexcept {
    if (left.period.from != right.period.from) return left.period.from < right.period.from;
    if (left.period.through != right.period.through) return left.period.through < right.period.through;
    if (left.doses.count != right.doses.count) return left.doses.count < right.doses.count;
    if (with_amounts && !same_amounts(left, right)) return amounts_before(left, right);
    return left.approval < right.approval;
}

/// Places of approvals in the table of results: one for the first period and one for renewals of every rule, then
/// the open approval.
[[nodiscard]] constexpr int closed_place(int approval, bool renewal) noexcept {
    return approval * 2 + static_cast<int>(renewal);
}

}  // namespace pol
