#pragma once

#include "pol/batch/stages.hpp"
#include "pol/batch/value_tests.hpp"

#include <cstdint>

namespace pol::batch {

/// Whether a rule grants more than its dates tell.
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
    for_each_row(maybe,
                 [&](int row) { surely |= Plane{!renewal_dates_contradict(terms, dates.in(row), calendar)} << row; });
    return surely;
}

/// What a rule computes for the `wanted` rows of a block; nothing of others is computed, or told.
class ComputedApprovals {
public:
    explicit ComputedApprovals(Plane wanted) noexcept : wanted_(wanted), shown_(wanted) {}

    template <class LengthOf>
    void lasts(const LengthOf& values, DurationUnit unit) noexcept {
        for_each_row(wanted_, [&](int row) { lengths_[row] = length_of(detail::in_row(values, row), unit); });
    }
    /// Of months or days: the other is 0.
    template <class Months, class OrDays>
    void lasts_either(const Months& months, const OrDays& days) noexcept {
        for_each_row(wanted_, [&](int row) {
            lengths_[row] = length_of(detail::in_row(months, row), detail::in_row(days, row));
        });
    }
    template <class LastDays>
    void ends_by(const LastDays& days) noexcept {
        for_each_row(wanted_, [&](int row) { untils_[row] = detail::in_row(days, row).range; });
    }
    /// An amount, which has to be known and such as can be granted.
    template <class Amount>
    void show(const Amount& amount) noexcept {
        show_where(shown_, amount);
    }
    /// One that only some approvals have.
    template <class Amount>
    void show_if(const Planes& granted, const Amount& amount) noexcept {
        show_where(shown_ & granted.yes, amount);
        shown_ &= granted.yes | granted.no;
    }

    /// Rows in which all amounts can be told.
    [[nodiscard]] Plane shown() const noexcept { return shown_; }
    /// How long the approval of a row lasts.
    [[nodiscard]] Extent extent(const ApprovalRule& rule, int row, const ApprovalDates& dates,
                                CalendarRules calendar) const noexcept {
        const Extent extent = rule.has_length ? extent_of(lengths_[row]) : Extent{.duration = rule.terms.duration};
        return rule.has_until ? ending_by(untils_[row], extent, dates, calendar) : extent;
    }

private:
    template <class Amount>
    void show_where(Plane rows, const Amount& amount) noexcept {
        for_each_row(rows, [&](int row) {
            Decimal unused;
            if (!pol::show(detail::in_row(amount, row), unused)) shown_ &= ~(Plane{1} << row);
        });
    }

    Plane wanted_;
    Plane shown_;
    Length lengths_[rows_in_block];
    DateRange untils_[rows_in_block];
};

/// Rows in which the period of a computed approval, and what it grants, can be told.
[[nodiscard]] inline Plane tells_computed(const ApprovalRule& rule, bool renewal, const ComputedApprovals& computed,
                                          const DaysOfApproval& dates, CalendarRules calendar) noexcept {
    Plane told = 0;
    for_each_row(computed.shown(), [&](int row) {
        const ApprovalDates days = dates.in(row);
        const Extent extent = computed.extent(rule, row, days, calendar);
        told |= Plane{!is_open(rule.terms, renewal, days, extent, calendar)} << row;
    });
    return told;
}

}  // namespace pol::batch
