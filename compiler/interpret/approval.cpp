#include "compiler/interpret/approval.hpp"

#include "compiler/interpret/conditions.hpp"
#include "compiler/interpret/days.hpp"
#include "compiler/interpret/values.hpp"

#include <algorithm>
#include <cassert>

namespace pol::interpretation {

namespace {

constexpr FactIndex first_start = index_of(BuiltinFact::first_start);
constexpr FactIndex date_of_service = index_of(BuiltinFact::date_of_service);

/// No approval lasts longer than the days a request can carry.
constexpr std::int32_t most_days = 400 * 365 + 97;
constexpr std::int32_t most_months = 400 * 12;

Result open_approval() {
    return Result{.outcome = Outcome::approved, .open = true, .period = {}, .first_dose = {}, .doses = {}};
}

/// Number of the period that holds the date of service, counted from `first_start`.
std::int32_t renewal_number(const model::Approval& approval, const Answers& answers) {
    return period_number(answers.at(first_start).date, approval.duration, answers.at(date_of_service).date,
                         answers.calendar.short_months);
}

bool renewal_dates_known(const Answers& answers) {
    return answers.is_given(first_start) && answers.is_given(date_of_service);
}

/// The last day at the latest, where there is one; not known unless it is one day.
DateRange latest_days(const model::Approval& approval, const Answers& answers) {
    return approval.until ? days_of(*approval.until, answers) : DateRange{.first = open_end, .last = open_end};
}

/// Whether the time of an approval is over by the first day that its last day may be.
bool ends_by_itself(const model::Approval& approval, const Answers& answers) {
    const std::optional<Duration> length = length_of(approval, answers);
    if (!length || !answers.is_given(approval.starts_on)) return false;
    const Period time = anchored_period(answers.at(approval.starts_on).date, *length, 0, answers.calendar.short_months);
    return time.through <= latest_days(approval, answers).first;
}

/// The period of a request, where its dates tell.
std::optional<Period> period_of(const model::Approval& approval, model::KindIndex kind, const Answers& answers) {
    const std::optional<Duration> length = length_of(approval, answers);
    if (!length || !is_last_day_known(approval, answers)) return std::nullopt;
    if (is_renewal(approval, kind)) {
        if (!renewal_dates_known(answers) || renewal_dates_contradict(approval, answers)) return std::nullopt;
        return anchored_period(answers.at(first_start).date, *length, renewal_number(approval, answers),
                               answers.calendar.short_months);
    }
    if (!answers.is_given(approval.starts_on) || ends_before_start(approval, answers)) return std::nullopt;
    Period period = anchored_period(answers.at(approval.starts_on).date, *length, 0, answers.calendar.short_months);
    period.through = std::min(period.through, latest_days(approval, answers).first);
    return period;
}

/// Writes the amounts as they are shown; whether all are known, and none below 0, which nobody can grant.
bool show_amounts(const model::Approval& approval, const Answers& answers, Result& result) {
    assert(approval.amounts.size() <= most_amounts);
    for (std::size_t i = 0; i < approval.amounts.size(); ++i) {
        const auto& only_if = approval.amounts[i].only_if;
        const Truth granted = truth_if_asked(only_if, answers);
        if (granted == Truth::unknown) return false;
        if (granted == Truth::no) {
            result.left_out |= std::uint32_t{1} << i;
            continue;
        }
        const std::optional<Number> value = value_of(shown_value(approval.amounts[i]), answers);
        if (!value || *value < number(0) || !shown(*value).fits) return false;
        result.amounts[i] = shown(*value).decimal;
    }
    return true;
}

/// A time that is a whole number of its unit.
std::optional<Duration> whole_time(const std::optional<Number>& value, DurationUnit unit) {
    const std::int32_t most = unit == DurationUnit::days ? most_days : most_months;
    if (!value || value->numerator % value->denominator != 0) return std::nullopt;
    const auto whole = value->numerator / value->denominator;
    if (whole < 1 || whole > most) return std::nullopt;
    return Duration{.amount = static_cast<std::int32_t>(whole), .unit = unit};
}

}  // namespace

bool renewal_dates_contradict(const model::Approval& approval, const Answers& answers) {
    if (!renewal_dates_known(answers)) return false;
    return answers.at(date_of_service).date < answers.at(first_start).date || renewal_number(approval, answers) == 0;
}

std::optional<Duration> length_of(const model::Approval& approval, const Answers& answers) {
    if (!approval.length) return approval.duration;
    const std::optional<Number> length = value_of(*approval.length, answers);
    if (!approval.or_days || !length) return whole_time(length, approval.duration.unit);
    const std::optional<Number> days = value_of(*approval.or_days, answers);
    if (!days) return std::nullopt;
    return is_zero(*length) ? whole_time(days, DurationUnit::days) : whole_time(length, DurationUnit::months);
}

bool is_last_day_known(const model::Approval& approval, const Answers& answers) {
    return is_exact(latest_days(approval, answers)) || ends_by_itself(approval, answers);
}

bool ends_before_start(const model::Approval& approval, const Answers& answers) {
    const DateRange latest = latest_days(approval, answers);
    return answers.is_given(approval.starts_on) && is_exact(latest) &&
           latest.last < answers.at(approval.starts_on).date;
}

model::Expression shown_value(const model::ComputedAmount& amount) {
    using model::Expression;
    const Expression in_unit{model::Arithmetic{.operation = model::Operation::times,
                                               .operands = {amount.value, Expression{model::Constant{amount.factor}}}}};
    if (amount.code.empty()) return in_unit;
    return {model::RoundedValue{.rounding = Rounding::up, .step = {1, 1}, .operand = {in_unit}}};
}

Result approved(const model::Policy& policy, model::ApprovalIndex index, model::KindIndex kind,
                const Answers& answers) {
    const model::Approval& approval = policy.approvals[index];
    const std::optional<Period> period = period_of(approval, kind, answers);
    if (!period) return open_approval();
    const FactIndex start = is_renewal(approval, kind) ? first_start : approval.starts_on;
    const Date first_dose = answers.at(start).date;
    Result result{.outcome = Outcome::approved,
                  .approval = index,
                  .period = *period,
                  .first_dose = first_dose,
                  .doses = approval.has_schedule ? doses_in(approval.schedule, first_dose, *period) : DoseRange{}};
    return show_amounts(approval, answers, result) ? result : open_approval();
}

}  // namespace pol::interpretation
