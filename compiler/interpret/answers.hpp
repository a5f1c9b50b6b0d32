#pragma once

#include "compiler/model/policy.hpp"
#include "pol/record.hpp"

#include <vector>

namespace pol::interpretation {

using model::ClauseIndex;
using model::FactIndex;

/// The answers of one request as conditions see them: both facts of a broken `implies` are in conflict.
struct Answers {
    CalendarRules calendar;
    std::vector<Answer> facts;

    [[nodiscard]] const Answer& at(FactIndex fact) const { return facts[fact]; }
    [[nodiscard]] Fact<Date> date(FactIndex fact) const;
    [[nodiscard]] Fact<DateRange> birth() const;
    [[nodiscard]] bool is_given(FactIndex fact) const { return facts[fact].presence == Presence::given; }
};

[[nodiscard]] Answers settled(const model::Policy& policy, std::vector<Answer> answers);

/// The facts that contradict a fact in conflict, in the order of the table of facts.
[[nodiscard]] std::vector<FactIndex> conflict_partners(const model::Policy& policy, const Answers& answers,
                                                       FactIndex fact);

}  // namespace pol::interpretation
