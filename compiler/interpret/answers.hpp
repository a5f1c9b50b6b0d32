#pragma once

#include "compiler/model/policy.hpp"
#include "pol/number.hpp"
#include "pol/record.hpp"

#include <optional>
#include <vector>

namespace pol::interpretation {

using model::ClauseIndex;
using model::FactIndex;

/// What a defined term comes out as: a condition has a truth, a value a number where it is known, a day the days that
/// it may be.
struct Definition {
    Truth truth = Truth::unknown;
    std::optional<Number> value;
    DateRange days{};
};

/// The answers of one request as conditions see them: both facts of a broken `implies` are in conflict. Terms are
/// evaluated when they are first read (definition_of()). Refers to the policy.
struct Answers {
    const model::Policy* policy = nullptr;
    CalendarRules calendar;
    std::vector<Answer> facts;
    std::vector<EntryRecord> entries;
    /// By term of the policy, those that have been read.
    mutable std::vector<std::optional<Definition>> terms;

    [[nodiscard]] const Answer& at(FactIndex fact) const { return facts[fact]; }
    /// Whether a fact is given with at least this evidence, so that it counts.
    [[nodiscard]] bool is_usable(FactIndex fact, Evidence minimum) const {
        return is_given(fact) && facts[fact].evidence >= minimum;
    }
    [[nodiscard]] Fact<Date> date(FactIndex fact) const;
    [[nodiscard]] Fact<DateRange> birth() const;
    [[nodiscard]] bool is_given(FactIndex fact) const { return facts[fact].presence == Presence::given; }
};

[[nodiscard]] Answers settled(const model::Policy& policy, std::vector<Answer> answers,
                              std::vector<EntryRecord> entries = {});

/// Whether two answers give a fact the same value, whatever their evidence. Lists are never the same: their entries
/// stand apart.
[[nodiscard]] bool give_same_value(const model::Fact& fact, const Answer& left, const Answer& right);

/// The facts that contradict a fact in conflict, in the order of the table of facts.
[[nodiscard]] std::vector<FactIndex> conflict_partners(const model::Policy& policy, const Answers& answers,
                                                       FactIndex fact);

}  // namespace pol::interpretation
