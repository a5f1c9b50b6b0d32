#pragma once

#include "compiler/interpret/prepared.hpp"
#include "compiler/model/policy.hpp"

#include <cstdint>
#include <vector>

namespace pol::analysis {

using interpretation::PreparedPolicy;
using model::FactIndex;

/// A number of years or months that conditions compare an age with.
struct AgeThreshold {
    std::int32_t amount = 0;
    AgeUnit unit = AgeUnit::years;

    [[nodiscard]] std::int32_t months() const { return unit == AgeUnit::years ? amount * 12 : amount; }
};

/// One thing about a member that conditions read: a fact, or the age at a date.
struct Variable {
    FactIndex fact = 0;
    bool is_age = false;
    /// Levels that conditions ask the fact for, rising. Without a level `none` alone.
    std::vector<Evidence> minimums;
    /// What ages are compared with, rising.
    std::vector<AgeThreshold> thresholds;
    /// Every answer that conditions can tell apart, the first *not given*. An age is a date, seen from a fixed birth.
    std::vector<Answer> answers;
};

/// Collects what conditions read, in the order in which they read it.
class VariableCollector {
public:
    explicit VariableCollector(const PreparedPolicy& prepared) : prepared_(prepared) {}

    void add(const model::Condition& condition);
    void add_determination(model::DeterminationIndex determination);
    void add(const model::RequirementGroup& group);

    /// The variables, with facts that imply one another side by side.
    [[nodiscard]] std::vector<Variable> variables() const;

private:
    void read(const model::ChoiceTest& test);
    void read(const model::AgeTest& test);
    void read(const model::ConditionGroup& group);
    [[nodiscard]] Variable& variable(FactIndex fact, bool is_age);

    const PreparedPolicy& prepared_;
    std::vector<Variable> variables_;
};

/// Whether one of two facts implies the other.
[[nodiscard]] bool are_related(const model::Policy& policy, FactIndex left, FactIndex right);

/// The birth that ages are seen from.
[[nodiscard]] Answer fixed_birth();

}  // namespace pol::analysis
