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

}  // namespace

Decimal RandomRequests::number(const model::Fact& fact) {
    if (fact.type != FactType::number && fact.type != FactType::measurement) return {};
    const bool is_amount = fact.notation == Notation::amount;
    const auto places = static_cast<std::uint8_t>(is_amount ? below(finest + 1) : 0);
    const std::int64_t least = scaled(fact.least, places);
    // Bounds may lie far beyond what the policy compares the fact with.
    const std::int64_t room = std::min<std::int64_t>(scaled(fact.most, places) - least, 1'000'000);
    const auto above = static_cast<std::int64_t>(below(static_cast<std::uint32_t>(room) + 1));
    return within_bounds(fact, {.digits = least + above, .places = places});
}

Date RandomRequests::moved(Date day, Duration offset, int times) const {
    return add_times(day, offset, times, policy_.calendar.short_months);
}

std::optional<Date> RandomRequests::day_of(const RequestRecord& request, const model::Day& day) const {
    const auto* fact = std::get_if<model::FactIndex>(&day.base);
    if (fact == nullptr) return add_days(moved(std::get<Date>(day.base), day.offset, 1), day.days);
    const Answer& answer = request.answers[*fact];
    if (answer.presence != Presence::given) return std::nullopt;
    const bool is_exact_date = policy_.facts[*fact].type == FactType::date;
    return add_days(moved(is_exact_date ? answer.date : answer.range.last, day.offset, 1), day.days);
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
}

void RandomRequests::tune(RequestRecord& request) {
    if (!landmarks_.comparisons.empty() && one_in(2)) tune_number(request);
    if (!landmarks_.day_tests.empty() && one_in(2)) tune_day(request);
    if (!landmarks_.windows.empty() && one_in(2)) tune_window(request);
    if (!landmarks_.bounded.empty() && one_in(6)) tune_bound(request);
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
    const Duration length{static_cast<std::int32_t>(std::lround(amount)), elapsed.unit};
    const auto* from = std::get_if<model::FactIndex>(&elapsed.from.base);
    const std::optional<Date> to = day_of(request, elapsed.to);
    if (from != nullptr && to) set_day(request, *from, add_days(moved(*to, length, -1), nudge()));
}

void RandomRequests::tune_day(RequestRecord& request) {
    const model::DayTest& test = *one_of(landmarks_.day_tests);
    const bool left = one_in(2);
    const model::Day& changed = left ? test.left : test.right;
    const auto* fact = std::get_if<model::FactIndex>(&changed.base);
    const std::optional<Date> other = day_of(request, left ? test.right : test.left);
    if (fact != nullptr && other)
        set_day(request, *fact, moved(add_days(*other, nudge() - changed.days), changed.offset, -1));
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
