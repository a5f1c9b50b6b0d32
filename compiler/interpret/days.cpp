#include "compiler/interpret/days.hpp"

#include "compiler/source/overloaded.hpp"

#include <variant>

namespace pol::interpretation {

namespace {

/// The first and last day that a request can carry.
constexpr DateRange whole_calendar{.first = date_of(1800, 1, 1), .last = date_of(2199, 12, 31)};

Evidence minimum_for(const model::Fact& fact, Evidence minimum) {
    return fact.source == FactSource::provider ? minimum : Evidence::none;
}

/// A bound later than all of the days contradicts them, and is not heeded.
DateRange not_before(DateRange days, Date earliest) {
    if (days.first < earliest && earliest <= days.last) days.first = earliest;
    return days;
}

Date moved(Date base, const model::Day& day, ShortMonths rule) {
    const std::int32_t amount = day.offset.amount;
    const Date away = day.offset.unit == DurationUnit::days ? add_days(base, amount) : add_months(base, amount, rule);
    return add_days(away, day.days);
}

}  // namespace

DateRange given_days(FactIndex fact, const Answers& answers) {
    const Answer& answer = answers.at(fact);
    if (answers.policy->facts[fact].type != FactType::date) return answer.range;
    return {.first = answer.date, .last = answer.date};
}

DateRange days_of(FactIndex fact, Evidence minimum, const Answers& answers) {
    const DateRange days = answers.is_usable(fact, minimum) ? given_days(fact, answers) : whole_calendar;
    const std::optional<FactIndex> bound = answers.policy->facts[fact].not_before;
    if (!bound) return days;
    return not_before(days, days_of(*bound, minimum_for(answers.policy->facts[*bound], minimum), answers).first);
}

DateRange days_of(const model::Day& day, const Answers& answers) {
    const DateRange base =
        std::visit(overloaded{[&](FactIndex fact) { return days_of(fact, day.minimum, answers); },
                              [](Date written) { return DateRange{.first = written, .last = written}; }},
                   day.base);
    const ShortMonths rule = answers.calendar.short_months;
    return {.first = moved(base.first, day, rule), .last = moved(base.last, day, rule)};
}

Truth is_before(DateRange left, DateRange right) {
    if (left.last < right.first) return Truth::yes;
    return left.first < right.last ? Truth::unknown : Truth::no;
}

Truth is_on_or_before(DateRange left, DateRange right) {
    if (left.last <= right.first) return Truth::yes;
    return left.first <= right.last ? Truth::unknown : Truth::no;
}

}  // namespace pol::interpretation
