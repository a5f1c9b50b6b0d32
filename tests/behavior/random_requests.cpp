#include "tests/behavior/random_requests.hpp"

namespace pol::testing {

RandomRequests::RandomRequests(const model::Policy& policy, std::uint64_t seed)
    : policy_(policy), landmarks_(policy), state_(seed) {}

/// SplitMix64: the same numbers everywhere.
std::uint32_t RandomRequests::below(std::uint32_t bound) {
    state_ += 0x9e3779b97f4a7c15U;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9U;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebU;
    return static_cast<std::uint32_t>((mixed >> 33) % bound);
}

Presence RandomRequests::presence(const model::Fact& fact) {
    const bool is_routing = fact.source == FactSource::request;
    if (one_in(is_routing ? missing_in_ + 6 : missing_in_)) return Presence::not_given;
    return one_in(missing_in_ * 3) ? Presence::not_knowable : Presence::given;
}

Date RandomRequests::date() {
    const Date around = add_days(policy_.text_from, static_cast<std::int32_t>(below(60)) - 10);
    if (one_in(3)) return around;
    return add_days(policy_.text_from, static_cast<std::int32_t>(below(1500)));
}

DateRange RandomRequests::birth() {
    const auto years = static_cast<std::int32_t>(one_in(2) ? 17 + below(3) : below(90));
    const Date day = add_days(add_months(policy_.text_from, -12 * years, ShortMonths::take_last_day),
                              static_cast<std::int32_t>(below(800)) - 200);
    const CivilDate civil = to_civil(day);
    if (one_in(6))
        return {date_of(civil.year, civil.month, 1),
                date_of(civil.year, civil.month, days_in_month(civil.year, civil.month))};
    if (one_in(8)) return {date_of(civil.year, 1, 1), date_of(civil.year, 12, 31)};
    return {day, day};
}

DateRange RandomRequests::about(Date day) {
    const CivilDate civil = to_civil(day);
    if (one_in(12)) return {date_of(civil.year, 1, 1), date_of(civil.year, 12, 31)};
    if (!one_in(8)) return {day, day};
    return {date_of(civil.year, civil.month, 1),
            date_of(civil.year, civil.month, days_in_month(civil.year, civil.month))};
}

DateRange RandomRequests::event() {
    return about(add_days(policy_.text_from, static_cast<std::int32_t>(below(900)) - 500));
}

DateRange RandomRequests::days(const model::Fact& fact) {
    const bool is_event = fact.type == FactType::measurement ||
                          (fact.type == FactType::partial_date && fact.source != FactSource::request);
    return is_event ? event() : birth();
}

std::uint16_t RandomRequests::value(const model::Fact& fact) {
    const std::size_t count = fact.type == FactType::one_of ? fact.values.size() : 2;
    return static_cast<std::uint16_t>(below(static_cast<std::uint32_t>(count)));
}

Answer RandomRequests::answer(const model::Fact& fact) {
    Answer answer{.presence = presence(fact),
                  .evidence = Evidence::none,
                  .value = value(fact),
                  .date = date(),
                  .range = days(fact),
                  .number = number(fact)};
    if (fact.source == FactSource::provider) answer.evidence = one_in(4) ? static_cast<Evidence>(1 + below(3)) : level_;
    return answer;
}

EntryRecord RandomRequests::entry(model::FactIndex list) {
    EntryRecord entry{.list = list, .fields = {}};
    for (std::size_t field = list + 1U; field < policy_.facts.size() && policy_.facts[field].list == list; ++field) {
        Answer drawn = answer(policy_.facts[field]);
        drawn.evidence = Evidence::none;
        entry.fields.push_back(drawn.presence == Presence::given ? drawn : Answer{});
    }
    return entry;
}

void RandomRequests::draw_list(RequestRecord& request, model::FactIndex list) {
    std::erase_if(request.entries, [&](const EntryRecord& known) { return known.list == list; });
    request.answers[list] = answer(policy_.facts[list]);
    if (one_in(6)) request.answers[list].presence = Presence::not_given;
    if (request.answers[list].presence != Presence::given) return;
    for (std::uint32_t count = below(5); count > 0; --count) request.entries.push_back(entry(list));
}

void RandomRequests::change(RequestRecord& request, model::FactIndex fact) {
    const model::Fact& declared = policy_.facts[fact];
    if (declared.type == FactType::list) return draw_list(request, fact);
    if (!declared.list) {
        request.answers[fact] = answer(declared);
        return;
    }
    std::vector<EntryRecord*> entries;
    for (EntryRecord& known : request.entries)
        if (known.list == *declared.list) entries.push_back(&known);
    if (entries.empty()) return;
    const EntryRecord drawn = entry(*declared.list);
    const std::size_t field = fact - *declared.list - 1U;
    one_of(entries)->fields[field] = drawn.fields[field];
}

RequestRecord RandomRequests::near_a_scenario() {
    RequestRecord request = policy_.scenarios[below(static_cast<std::uint32_t>(policy_.scenarios.size()))].request;
    for (std::uint32_t changes = below(5); changes > 0; --changes)
        change(request, static_cast<model::FactIndex>(below(static_cast<std::uint32_t>(policy_.facts.size()))));
    return request;
}

RequestRecord RandomRequests::somewhere() {
    RequestRecord request;
    request.answers.resize(policy_.facts.size());
    for (std::size_t i = 0; i < policy_.facts.size(); ++i)
        if (!policy_.facts[i].list) change(request, static_cast<model::FactIndex>(i));
    return request;
}

void RandomRequests::start() {
    missing_in_ = 2 + below(40);
    level_ = static_cast<Evidence>(1 + below(3));
}

RequestRecord RandomRequests::next_as_received() {
    start();
    return near_a_scenario();
}

RequestRecord RandomRequests::next() {
    start();
    RequestRecord request = !policy_.scenarios.empty() && one_in(2) ? near_a_scenario() : somewhere();
    tune_with_entries(request);
    return request;
}

}  // namespace pol::testing
