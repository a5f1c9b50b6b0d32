#pragma once

#include "compiler/interpret/prepared.hpp"
#include "compiler/interpret/routes.hpp"
#include "compiler/model/policy.hpp"
#include "pol/number.hpp"
#include "pol/record.hpp"

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
    /// What a number is compared with itself, in its declared unit, rising.
    std::vector<Number> limits;
    /// Whether conditions read the day, of a date or of a measurement.
    bool reads_day = false;
    /// Whether `answers` holds every answer that conditions can tell apart. A number that is computed with, or a day,
    /// has more than can be listed: those listed are the telling ones, and some seeded ones.
    bool is_finite = true;
    /// The first is *not given*. An age is a date, seen from a fixed birth.
    std::vector<Answer> answers;
    /// By answer, of a list: its entries. Empty for other facts.
    std::vector<std::vector<EntryRecord>> entries;
    /// So many of the answers are the telling ones; seeded ones stand behind.
    std::size_t telling = 0;
};

/// Collects what conditions read, in the order in which they read it.
class VariableCollector {
public:
    explicit VariableCollector(const PreparedPolicy& prepared)
        : prepared_(prepared), seen_terms_(prepared.policy.terms.size(), false) {}

    void add(const model::Condition& condition);
    /// A routing fact that all members looked for have alike; it is no variable.
    void settle(FactIndex fact) { settled_.push_back(fact); }
    void add_determination(model::DeterminationIndex determination);
    /// The determinations of a clause, or the requirement that it is.
    void add_clause(model::ClauseIndex clause);
    void add(const model::RequirementGroup& group);
    /// All by which requests of one kind of a line of business are decided: the gate, determinations and criteria.
    void add_route(model::LineIndex line, model::KindIndex kind);

    /// The facts that were read, without the work of choosing answers; and whether all answers can be listed.
    [[nodiscard]] std::vector<FactIndex> facts() const;
    [[nodiscard]] bool is_finite() const;

    /// Whether anything that has been added asks for the fact itself.
    [[nodiscard]] bool reads(FactIndex fact) const;
    /// Whether anything that has been added asks for an age or for the birth.
    [[nodiscard]] bool reads_age() const;

    /// Whether some fact, or two of which one implies the other, or some age, is asked for here and there.
    [[nodiscard]] bool touches(const VariableCollector& other) const;

    /// The variables with their answers, facts that imply one another side by side. Where days are read, those of the
    /// selecting date lie at `time`.
    [[nodiscard]] std::vector<Variable> variables(
        interpretation::TextTime time = interpretation::TextTime::in_force) const;
    /// The same, those that are not finite without answers and behind the others.
    [[nodiscard]] std::vector<Variable> listed_variables() const;

private:
    void read(const model::ChoiceTest& test);
    void read(const model::AgeTest& test);
    void read(const model::AgeOnDayTest& test);
    void read(const model::NumberTest& test);
    void read(const model::DayTest& test);
    void read(const model::TermTest& test) { read_term(test.term); }
    void read(const model::CountTest& test) { read_entries(test.entries); }
    void read(const model::ConditionGroup& group);
    void read_term(model::TermIndex term);
    void read_cases(const std::vector<model::Case>& cases);
    void read_cases(const std::vector<model::DayCase>& cases);

    /// A value that is computed with: what it reads is not finite.
    void read(const model::Expression& expression);
    void read(const model::Constant&) {}
    void read(const model::NumberOfFact& number);
    void read(const model::MeasurementOfFact& measurement);
    void read(const model::NumberOfTerm& term) { read_term(term.term); }
    void read(const model::Arithmetic& arithmetic);
    void read(const model::Extreme& extreme);
    void read(const model::RoundedValue& rounded);
    void read(const model::Elapsed& elapsed);
    void read(const model::Aggregate& aggregate);
    void read(const model::ValueOfEntry& value) { read_chosen(value.entry); }
    void read_chosen(const model::ChosenEntry& chosen);
    void read_entries(const model::EntryFilter& entries);
    void read_day(FactIndex fact, Evidence minimum);
    void read(const model::Day& day);
    /// A number that stands alone, compared with constants alone. Whether these are such.
    bool read_limits(const model::Expression& number, const model::Expression& constants);
    void add_limits_of_entries(const model::Expression& value, const model::Expression& constants);
    void read_window(const model::MeasurementOfFact& measurement);

    [[nodiscard]] bool ages_are_days() const;
    void turn_ages_into_days();
    [[nodiscard]] Variable& variable(FactIndex fact, bool is_age);
    /// The variable of a fact that is read with a level.
    [[nodiscard]] Variable& variable_with(FactIndex fact, Evidence minimum);

    const PreparedPolicy& prepared_;
    std::vector<bool> seen_terms_;
    std::vector<FactIndex> settled_;
    std::vector<Variable> variables_;
    /// Tests of what is not finite. Where one of these changes its truth, the answers on both sides are telling.
    std::vector<model::Condition> steps_;
    std::vector<model::AgeTest> ages_;
    /// What counts of lists.
    std::vector<model::EntryFilter> filters_;
};

/// Whether what one asks for tells something of what the other asks for.
[[nodiscard]] bool touch(const model::Policy& policy, const std::vector<Variable>& left,
                         const std::vector<Variable>& right);
/// Whether one of two facts implies the other.
[[nodiscard]] bool are_related(const model::Policy& policy, FactIndex left, FactIndex right);

}  // namespace pol::analysis
