#include "compiler/source/overloaded.hpp"
#include "pol/days.hpp"
#include "tests/behavior/random_requests.hpp"

#include <algorithm>
#include <cmath>
#include <variant>

namespace pol::testing {

namespace {

constexpr int finest = 3;

std::int64_t scaled(Decimal bound, std::uint8_t places) {
    const std::int64_t up = power_of_ten(std::max(places, bound.places) - bound.places);
    return bound.digits * up / power_of_ten(bound.places - std::min(places, bound.places));
}

/// Within what a request may carry for the fact.
Decimal within_bounds(const model::Fact& fact, Decimal number) {
    const std::int64_t least = scaled(fact.least, number.places), most = scaled(fact.most, number.places);
    if (number.digits <= least) return fact.least;
    return number.digits >= most ? fact.most : number;
}

/// The fewest decimals that write the value, or as many as are tried.
std::uint8_t places_for(double value) {
    std::uint8_t places = 0;
    while (places < finest) {
        const double digits = value * static_cast<double>(power_of_ten(places));
        if (std::abs(digits - std::round(digits)) < 1e-6) break;
        ++places;
    }
    return places;
}

/// A day by cases is taken to be that of its last case.
std::optional<model::Day> meant_by(const model::Term& term) {
    if (const auto* day = std::get_if<model::Day>(&term.body)) return *day;
    const auto* cases = std::get_if<std::vector<model::DayCase>>(&term.body);
    return cases == nullptr ? std::nullopt : std::optional(cases->back().day);
}

}  // namespace

Decimal RandomRequests::number(const model::Fact& fact) {
    if (fact.type != FactType::number && fact.type != FactType::measurement) return {};
    const bool is_amount = fact.notation == Notation::amount;
    const auto places = static_cast<std::uint8_t>(is_amount ? below(finest + 1) : 0);
    // Bounds may lie far beyond what the policy compares the fact with: from the least on, or on both sides of 0.
    constexpr std::int64_t most_room = 1'000'000;
    const std::int64_t most = scaled(fact.most, places);
    const std::int64_t first = std::max(scaled(fact.least, places), std::min(most, most_room / 2) - most_room);
    const std::int64_t room = std::min(most - first, most_room);
    const auto above = static_cast<std::int64_t>(below(static_cast<std::uint32_t>(room) + 1));
    return within_bounds(fact, {.digits = first + above, .places = places});
}

Date RandomRequests::moved(Date day, Duration offset, int times) const {
    return add_times(day, offset, times, policy_.calendar.short_months);
}

std::optional<Date> RandomRequests::base_of(const RequestRecord& request, const model::Day& day) const {
    const auto of = [&](const model::Day& other) { return day_of(request, other); };
    return std::visit(
        overloaded{[&](model::FactIndex fact) {
                       const Answer& answer = request.answers[fact];
                       if (answer.presence != Presence::given) return std::optional<Date>();
                       const bool is_exact_date = policy_.facts[fact].type == FactType::date;
                       return std::optional(is_exact_date ? answer.date : answer.range.last);
                   },
                   [](Date written) { return std::optional(written); },
                   [&](const model::DayOfTerm& term) {
                       const std::optional<model::Day> meant = meant_by(policy_.terms[term.term]);
                       return meant ? of(*meant) : std::nullopt;
                   },
                   [&](const model::YearlyDay& yearly) {
                       std::optional<Date> from = of(yearly.from.front());
                       if (from)
                           from = yearly.is_last ? last_yearly(yearly.month, yearly.day, *from)
                                                 : next_yearly(yearly.month, yearly.day, *from);
                       return from;
                   },
                   [&](const model::ExtremeDay& extreme) { return of(extreme.operands.back()); },
                   [&](const model::MovedDay& moved_day) { return of(moved_day.from.front()); },
                   [&](const model::ChosenEntry& chosen) { return of({.base = chosen.field, .offset = {}}); }},
        day.base);
}

std::optional<Date> RandomRequests::day_of(const RequestRecord& request, const model::Day& day) const {
    std::optional<Date> base = base_of(request, day);
    if (base) base = moved(*base, day.offset, 1);
    return base;
}

void RandomRequests::set_day(RequestRecord& request, const model::Day& day, Date target) {
    const Date base = moved(target, day.offset, -1);
    std::visit(overloaded{[&](model::FactIndex fact) { set_day(request, fact, base); }, [](Date) {},
                          [&](const model::DayOfTerm& term) {
                              const std::optional<model::Day> meant = meant_by(policy_.terms[term.term]);
                              if (meant) set_day(request, *meant, base);
                          },
                          [&](const model::YearlyDay& yearly) { set_day(request, yearly.from.front(), base); },
                          [&](const model::ExtremeDay& extreme) { set_day(request, extreme.operands[below(2)], base); },
                          [&](const model::MovedDay& moved_day) { set_day(request, moved_day.from.front(), base); },
                          [&](const model::ChosenEntry& chosen) { set_day(request, chosen.field, base); }},
               day.base);
}

void RandomRequests::set_day(RequestRecord& request, model::FactIndex fact, Date day) {
    Answer& answer = request.answers[fact];
    answer.date = std::min(std::max(day, first_calendar_day), last_calendar_day);
    answer.range = about(answer.date);
    if (answer.presence == Presence::given) return;
    answer.presence = Presence::given;
    if (policy_.facts[fact].source == FactSource::provider) answer.evidence = level_;
}

/// Conditions on entries are tuned with one entry of each list in the place of its fields.
void RandomRequests::tune_with_entries(RequestRecord& request) {
    std::vector<EntryRecord*> tuned;
    for (EntryRecord& entry : request.entries)
        if (one_in(2) && std::none_of(tuned.begin(), tuned.end(),
                                      [&](const EntryRecord* other) { return other->list == entry.list; }))
            tuned.push_back(&entry);
    for (const EntryRecord* entry : tuned)
        std::copy(entry->fields.begin(), entry->fields.end(), request.answers.begin() + entry->list + 1);
    tune(request);
    for (EntryRecord* entry : tuned) {
        const auto first = request.answers.begin() + entry->list + 1;
        std::copy(first, first + static_cast<std::ptrdiff_t>(entry->fields.size()), entry->fields.begin());
    }
    for (std::size_t i = 0; i < policy_.facts.size(); ++i)
        if (policy_.facts[i].list) request.answers[i] = Answer{};
    if (!landmarks_.chosen_entries.empty() && one_in(3)) tune_tie(request);
}

/// Two entries of one day, which tell the same or not.
void RandomRequests::tune_tie(RequestRecord& request) {
    const model::ChosenEntry& chosen = *one_of(landmarks_.chosen_entries);
    std::vector<EntryRecord*> entries;
    for (EntryRecord& entry : request.entries)
        if (entry.list == chosen.entries.list) entries.push_back(&entry);
    if (entries.empty()) return;
    const std::size_t first = chosen.entries.list + 1U;
    const EntryRecord& from = *one_of(entries);
    EntryRecord& to = *one_of(entries);
    to.fields[chosen.by - first] = from.fields[chosen.by - first];
    if (one_in(2)) to.fields[chosen.field - first] = from.fields[chosen.field - first];
}

void RandomRequests::tune(RequestRecord& request) {
    if (!landmarks_.comparisons.empty() && one_in(2)) tune_number(request);
    if (!landmarks_.day_tests.empty() && one_in(2)) tune_day(request);
    if (!landmarks_.windows.empty() && one_in(2)) tune_window(request);
    if (!landmarks_.bounded.empty() && one_in(6)) tune_bound(request);
    if (!landmarks_.yearly_days.empty() && one_in(3)) tune_yearly(request);
    if (!landmarks_.ages.empty() && one_in(2)) tune_age(request);
}

void RandomRequests::tune_number(RequestRecord& request) {
    const Comparison& comparison = one_of(landmarks_.comparisons);
    const std::vector<Unknown> unknowns = unknowns_of(policy_, comparison);
    if (unknowns.empty()) return;
    const Unknown& unknown = one_of(unknowns);
    const std::optional<double> amount = solution(policy_, request, comparison, unknown);
    if (!amount) return;
    const auto* fact = std::get_if<model::FactIndex>(&unknown);
    if (fact == nullptr) return tune_elapsed(request, *std::get<const model::Elapsed*>(unknown), *amount);
    const bool is_amount = policy_.facts[*fact].notation == Notation::amount;
    const auto places = static_cast<std::uint8_t>(is_amount ? places_for(*amount) + below(2) : 0);
    const auto digits = static_cast<std::int64_t>(std::llround(*amount * static_cast<double>(power_of_ten(places))));
    request.answers[*fact].number = within_bounds(policy_.facts[*fact], {.digits = digits + nudge(), .places = places});
}

void RandomRequests::tune_elapsed(RequestRecord& request, const model::Elapsed& elapsed, double amount) {
    if (std::abs(amount) > 2000) return;
    const Duration length{static_cast<std::int32_t>(std::lround(amount)) * elapsed.each, elapsed.unit};
    if (const std::optional<Date> to = day_of(request, elapsed.to))
        set_day(request, elapsed.from, add_days(moved(*to, length, -1), nudge()));
}

void RandomRequests::tune_day(RequestRecord& request) {
    const model::DayTest& test = *one_of(landmarks_.day_tests);
    const bool left = one_in(2);
    if (const std::optional<Date> other = day_of(request, left ? test.right : test.left))
        set_day(request, left ? test.left : test.right, add_days(*other, nudge()));
}

/// On the day of the year, or right beside it.
void RandomRequests::tune_yearly(RequestRecord& request) {
    const model::YearlyDay& yearly = *one_of(landmarks_.yearly_days);
    if (const std::optional<Date> from = day_of(request, yearly.from.front()))
        set_day(request, yearly.from.front(), add_days(next_yearly(yearly.month, yearly.day, *from), nudge()));
}

/// Of the age that is asked for, or as good as born on the day.
void RandomRequests::tune_age(RequestRecord& request) {
    const model::AgeOnDayTest& test = *one_of(landmarks_.ages);
    const Duration age{test.amount * (test.unit == AgeUnit::years ? 12 : 1), DurationUnit::months};
    if (const std::optional<Date> on = day_of(request, test.on))
        set_day(request, index_of(BuiltinFact::birth_date), add_days(moved(*on, age, one_in(4) ? 0 : -1), nudge()));
}

void RandomRequests::tune_window(RequestRecord& request) {
    const model::MeasurementOfFact& measured = *one_of(landmarks_.windows);
    const std::optional<model::Day>& edge = one_in(2) ? measured.from : measured.through;
    if (!edge) return;
    if (const std::optional<Date> day = day_of(request, *edge))
        set_day(request, measured.fact, add_days(*day, nudge()));
}

void RandomRequests::tune_bound(RequestRecord& request) {
    const model::FactIndex fact = one_of(landmarks_.bounded);
    const Answer& bound = request.answers[*policy_.facts[fact].not_before];
    const bool is_exact_date = policy_.facts[*policy_.facts[fact].not_before].type == FactType::date;
    if (bound.presence == Presence::given)
        set_day(request, fact, add_days(is_exact_date ? bound.date : bound.range.first, nudge()));
}

}  // namespace pol::testing
