#pragma once

#include "compiler/coverage/change.hpp"

#include <optional>

namespace pol::coverage {

/// In what a constant is written: the factor from its unit to the base unit, and the fact whose values it is one of.
struct ConstantUnit {
    model::Fraction factor{1, 1};
    const model::Fact* fact = nullptr;
};

/// Makes the changes of conditions and of what they compute with. Each is one slip of an author: a bound one off, a
/// comparison turned round, a member left out, another evidence.
class TestChanges {
public:
    explicit TestChanges(Changer& changer) : changer_(changer) {}

    void change(model::Condition& condition);
    /// `words` say the whole that the value stands in.
    void change(model::Expression& value, const Words& words);
    void change(model::Day& day, const Words& words);

private:
    void change(model::ChoiceTest& test, const Words& words);
    void widen_or_narrow(model::ChoiceTest& test, const Words& words);
    void change(model::AgeTest& test, const Words& words);
    void change(model::AgeOnDayTest& test, const Words& words);
    void change(model::NumberTest& test, const Words& words);
    void change(model::DayTest& test, const Words& words);
    void change(model::TermTest& test, const Words& words);
    void change(model::CountTest& test, const Words& words);
    void change(model::ConditionGroup& group, const Words& words);
    void leave_out_members(model::ConditionGroup& group);
    template <class Test>
    void change_age(Test& test, const Words& words);

    void change_sides(model::Expression& left, model::Expression& right, const Words& words);
    void change(model::Expression& value, const Words& words, const ConstantUnit& unit);
    void change(model::Constant& constant, const Words& words, const ConstantUnit& unit);
    void change(model::NumberOfFact& read, const Words& words, const ConstantUnit& unit);
    void change(model::MeasurementOfFact& read, const Words& words, const ConstantUnit& unit);
    void change(model::NumberOfTerm&, const Words&, const ConstantUnit&) {}
    void change(model::Arithmetic& arithmetic, const Words& words, const ConstantUnit& unit);
    void change(model::Extreme& extreme, const Words& words, const ConstantUnit& unit);
    void change(model::RoundedValue& rounded, const Words& words, const ConstantUnit& unit);
    void change(model::Elapsed& elapsed, const Words& words, const ConstantUnit& unit);
    void change(model::Aggregate& aggregate, const Words& words, const ConstantUnit& unit);
    void change(model::ValueOfEntry& value, const Words& words, const ConstantUnit&) {
        change_entry(value.entry, words);
    }
    void change_entry(model::ChosenEntry& chosen, const Words& words);
    void change_entries(model::EntryFilter& entries, const Words& words);
    void change_window(std::optional<model::Day>& end, const Words& words);
    void change_base(model::Day& day, const Words& words);

    /// One level less and one level more, as far as levels are asked for.
    void change_evidence(Evidence& minimum, const Words& words);

    Changer& changer_;
};

}  // namespace pol::coverage
