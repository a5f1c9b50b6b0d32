#include "compiler/interpret/days.hpp"

#include "compiler/interpret/chosen_entries.hpp"
#include "compiler/interpret/conditions.hpp"
#include "compiler/interpret/terms.hpp"
#include "compiler/source/overloaded.hpp"

#include <algorithm>
#include <variant>

namespace pol::interpretation {

namespace {

Evidence minimum_for(const model::Fact& fact, Evidence minimum) {
    return fact.source == FactSource::provider ? minimum : Evidence::none;
}

/// A bound later than all of the days contradicts them, and is not heeded.
DateRange not_before(DateRange days, Date earliest) {
    if (days.first < earliest && earliest <= days.last) days.first = earliest;
    return days;
}

/// The latest day of that month and day that is not behind another.
Date last_yearly(const model::YearlyDay& yearly, Date day) {
    const std::int32_t year = to_civil(day).year;
    const Date in_this_year = date_of(year, yearly.month, yearly.day);
    return in_this_year <= day ? in_this_year : date_of(year - 1, yearly.month, yearly.day);
}

Date next_yearly(const model::YearlyDay& yearly, Date day) {
    const std::int32_t year = to_civil(day).year;
    const Date in_this_year = date_of(year, yearly.month, yearly.day);
    return day <= in_this_year ? in_this_year : date_of(year + 1, yearly.month, yearly.day);
}

DateRange days_of(const model::YearlyDay& yearly, const Answers& answers) {
    const DateRange from = days_of(yearly.from.front(), answers);
    if (yearly.is_last) return {.first = last_yearly(yearly, from.first), .last = last_yearly(yearly, from.last)};
    return {.first = next_yearly(yearly, from.first), .last = next_yearly(yearly, from.last)};
}

DateRange days_of(const model::ExtremeDay& extreme, const Answers& answers) {
    const DateRange left = days_of(extreme.operands.front(), answers);
    const DateRange right = days_of(extreme.operands.back(), answers);
    if (extreme.earlier) return {.first = std::min(left.first, right.first), .last = std::min(left.last, right.last)};
    return {.first = std::max(left.first, right.first), .last = std::max(left.last, right.last)};
}

Date moved(Date base, const model::Day& day, ShortMonths rule) {
    const std::int32_t amount = day.offset.amount;
    return day.offset.unit == DurationUnit::days ? add_days(base, amount) : add_months(base, amount, rule);
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
                              [](Date written) { return DateRange{.first = written, .last = written}; },
                              [&](const model::DayOfTerm& term) { return definition_of(answers, term.term).days; },
                              [&](const model::YearlyDay& yearly) { return days_of(yearly, answers); },
                              [&](const model::ExtremeDay& extreme) { return days_of(extreme, answers); },
                              [&](const model::MovedDay& moved) { return days_of(moved.from.front(), answers); },
                              [&](const model::ChosenEntry& chosen) { return days_of(chosen, answers); }},
                   day.base);
    const ShortMonths rule = answers.calendar.short_months;
    return {.first = moved(base.first, day, rule), .last = moved(base.last, day, rule)};
}

DateRange days_of(const std::vector<model::DayCase>& cases, std::size_t first, const Answers& answers) {
    const model::DayCase& head = cases[first];
    const Truth holds = truth_if_asked(head.when, answers);
    if (holds == Truth::yes) return days_of(head.day, answers);
    const DateRange others = days_of(cases, first + 1, answers);
    if (holds == Truth::no) return others;
    const DateRange days = days_of(head.day, answers);
    return {.first = std::min(days.first, others.first), .last = std::max(days.last, others.last)};
}

bool can_be_chosen(const model::ExtremeDay& extreme, std::size_t operand, const Answers& answers) {
    const DateRange days = days_of(extreme.operands[operand], answers);
    const DateRange other = days_of(extreme.operands[1 - operand], answers);
    return extreme.earlier ? days.first < other.last : other.first < days.last;
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
