#pragma once

#include "tests/oracle/qalsody_by_hand.hpp"

#include <algorithm>

/// How true every clause is for one request. Internal to the evaluator by hand.
namespace by_hand {

enum class Truth : std::uint8_t { no, unknown, yes };

constexpr Truth as_truth(bool value) { return value ? Truth::yes : Truth::no; }
constexpr Truth opposite(Truth value) {
    return value == Truth::yes ? Truth::no : value == Truth::no ? Truth::yes : Truth::unknown;
}
constexpr Truth both(Truth left, Truth right) { return std::min(left, right); }
constexpr Truth either(Truth left, Truth right) { return std::max(left, right); }

/// Members born on 29 February turn 18 on 1 March.
inline bool is_18(Day birth, Day on) {
    const auto birthday = std::chrono::year_month_day{birth} + std::chrono::years{18};
    return (birthday.ok() ? Day{birthday} : Day{birthday.year() / 3 / 1}) <= on;
}

/// Every clause is as true on one route as on another, so they are judged once.
struct Findings {
    bool conflict;
    Truth gate, adult, diagnosis, sod1, com_1;
    Truth prescriber, consulted, mmc_1, mmc_3, mmc_4, mmc_5, mmc_6, trach_group, mmc_7, g_10;
    Truth ventilated, trach_attested, aspiration, trach_counts, mmc_9a, mmc_9b;
};

template <class Value>
Truth is(const Answer<Value>& answer, Value value, Level minimum = Level::claimed) {
    if (answer.known != Known::given || answer.level < minimum) return Truth::unknown;
    return as_truth(answer.value == value);
}

inline Truth is_specialist(const Answer<Specialty>& answer) {
    return either(is(answer, Specialty::neurology, Level::documented),
                  is(answer, Specialty::als_specialist, Level::documented));
}

inline bool born_after_service(const Request& request) {
    return request.birth.known == Known::given && request.service.known == Known::given &&
           request.birth.value.first > request.service.value;
}

inline Truth is_adult(const Request& request) {
    if (request.birth.known != Known::given || request.service.known != Known::given) return Truth::unknown;
    if (born_after_service(request)) return Truth::unknown;
    const Day service = request.service.value;
    const auto [first, last] = request.birth.value;
    const bool eldest = is_18(first, service);
    const bool youngest = first == last ? eldest : is_18(std::min(last, service), service);
    return eldest == youngest ? as_truth(eldest) : Truth::unknown;
}

inline void judge_tracheostomy(const Request& request, Findings& found) {
    const auto& trach = request.tracheostomy;
    const auto& aspiration = request.aspiration_only;
    found.conflict =
        trach.known == Known::given && aspiration.known == Known::given && !trach.value && aspiration.value;
    found.mmc_5 = found.conflict ? Truth::unknown : is(trach, false, Level::documented);
    found.trach_attested = found.conflict ? Truth::unknown : is(trach, true, Level::attested);
    found.aspiration = found.conflict ? Truth::unknown : is(aspiration, true, Level::attested);
    found.mmc_6 = found.aspiration;
    found.trach_group = either(found.mmc_5, found.mmc_6);
    found.trach_counts = both(found.trach_attested, opposite(found.aspiration));
}

inline Findings judge(const Request& request) {
    Findings found;
    judge_tracheostomy(request, found);
    found.gate = is(request.contract_excludes, true);
    found.adult = is_adult(request);
    found.diagnosis = is(request.diagnosis, Diagnosis::als, Level::documented);
    found.sod1 = is(request.sod1, Mutation::confirmed, Level::documented);
    found.mmc_3 = both(found.diagnosis, found.sod1);
    found.com_1 = both(found.mmc_3, found.adult);
    found.prescriber = is_specialist(request.prescriber);
    found.consulted = is_specialist(request.consulted);
    found.mmc_1 = either(found.prescriber, found.consulted);
    found.mmc_4 = is(request.weakness, true, Level::attested);
    found.mmc_7 = is(request.indication, Indication::other, Level::documented);
    found.g_10 = is(request.mdrp_participating, false);
    found.ventilated = is(request.ventilation, true, Level::attested);
    found.mmc_9a = is(request.benefits, true, Level::attested);
    found.mmc_9b = opposite(either(found.ventilated, found.trach_counts));
    return found;
}

}  // namespace by_hand
