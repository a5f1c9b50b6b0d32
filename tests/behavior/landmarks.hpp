#pragma once

#include "compiler/model/policy.hpp"

#include <vector>

namespace pol::testing {

/// Two values that a policy compares: of a test, of the lesser or greater of two, or (without `right`) a value and the
/// multiples of the step to which it is rounded.
struct Comparison {
    const model::Expression* left = nullptr;
    const model::Expression* right = nullptr;
    const model::RoundedValue* rounded = nullptr;
};

/// The places around which the decisions of a policy change: what it compares numbers and days with. Points into the
/// policy.
struct Landmarks {
    explicit Landmarks(const model::Policy& policy);

    std::vector<Comparison> comparisons;
    std::vector<const model::DayTest*> day_tests;
    std::vector<const model::MeasurementOfFact*> windows;
    std::vector<const model::YearlyDay*> yearly_days;
    std::vector<const model::ChosenEntry*> chosen_entries;
    std::vector<const model::AgeOnDayTest*> ages;
    /// Dates that are never before another.
    std::vector<model::FactIndex> bounded;
};

}  // namespace pol::testing
