#pragma once

#include "compiler/model/policy.hpp"

#include <cstdint>
#include <set>
#include <vector>

namespace pol::comparison {

/// What conditions read, definitions included.
class Reads {
public:
    explicit Reads(const model::Policy& policy) : policy_(policy) {}

    void add(const model::Condition& condition) {
        std::visit([&](const auto& form) { read(form); }, condition.form);
    }

    /// Facts, fields of lists among them. An age reads the birth and the date.
    std::set<model::FactIndex> facts{};
    /// What counts of lists.
    std::vector<model::EntryFilter> filters{};
    /// What entries are counted up to.
    std::int32_t most_entries = 1;
    /// Levels that facts are asked for with.
    std::set<Evidence> levels{};
    /// Numbers of months that ages are compared with.
    std::set<std::int32_t> ages{};
    /// Sums of entries with what they are compared with.
    std::vector<model::NumberTest> sums{};
    /// Definitions, those that these read among them.
    std::set<model::TermIndex> terms{};

private:
    /// What is more than a number begins with the next one.
    void note_age(std::int32_t amount, AgeUnit unit) {
        const std::int32_t months = unit == AgeUnit::years ? 12 : 1;
        ages.insert({amount * months, (amount + 1) * months});
    }
    void note(model::FactIndex fact, Evidence minimum) {
        facts.insert(fact);
        if (minimum != Evidence::none) levels.insert(minimum);
    }
    void add(const model::Expression& value) {
        std::visit([&](const auto& form) { read(form); }, value.form);
    }
    void add(const model::Day& day);
    template <class Item>
    void add_all(const std::vector<Item>& items) {
        for (const Item& item : items) add(item);
    }
    template <class Item>
    void add(const std::optional<Item>& item) {
        if (item) add(*item);
    }
    void add(const std::vector<model::Case>& cases);
    void add(const model::Selection& selection) { add(selection.cases); }
    void add(const std::vector<model::DayCase>& cases);
    void add_term(model::TermIndex term);

    void read(const model::ChoiceTest& test) { note(test.fact, test.minimum); }
    void read(const model::AgeTest& test);
    void read(const model::AgeOnDayTest& test);
    void read(const model::NumberTest& test);
    void read(const model::DayTest& test);
    void read(const model::TermTest& test) { add_term(test.term); }
    void read(const model::CountTest& test);
    void read(const model::ConditionGroup& group) { add_all(group.members); }
    void read(const model::EntryFilter& entries);

    void read(const model::Constant&) {}
    void read(const model::NumberOfFact& number) { note(number.fact, number.minimum); }
    void read(const model::MeasurementOfFact& measured);
    void read(const model::NumberOfTerm& value) { add_term(value.term); }
    void read(const model::Arithmetic& arithmetic) { add_all(arithmetic.operands); }
    void read(const model::Extreme& extreme) { add_all(extreme.operands); }
    void read(const model::RoundedValue& rounded) { add_all(rounded.operand); }
    void read(const model::Elapsed& elapsed);
    void read(const model::Aggregate& aggregate);
    void read(const model::ValueOfEntry& value) { read(value.entry); }
    void read(const model::ChosenEntry& chosen);

    const model::Policy& policy_;
};

}  // namespace pol::comparison
