#pragma once

#include "compiler/model/policy.hpp"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace pol::comparison {

/// One number for equal texts, shared by the two policies of a comparison.
class Interner {
public:
    [[nodiscard]] std::string number_of(const std::string& text) {
        return std::to_string(numbers_.try_emplace(text, numbers_.size()).first->second);
    }

private:
    std::map<std::string, std::size_t> numbers_;
};

/// Conditions and values as texts that are equal only where the meaning is: facts and values by their place, terms by
/// what they say, members of a group in any order. Of policies in the words of one vocabulary.
class Forms {
public:
    Forms(const model::Policy& policy, Interner& interner);
    /// Terms by texts that stand for them.
    Forms(const model::Policy& policy, std::vector<std::string> terms) : policy_(policy), terms_(std::move(terms)) {}

    [[nodiscard]] std::string of(const model::Condition& condition) const;
    [[nodiscard]] std::string of(const model::Expression& value) const;
    [[nodiscard]] std::string of(const model::Day& day) const;
    template <class Item>
    [[nodiscard]] std::string of(const std::optional<Item>& item) const {
        return item ? of(*item) : std::string("-");
    }
    /// `approved`, `refer to LCD L33394`.
    [[nodiscard]] std::string of(const model::Verdict& verdict) const;
    /// What an approval grants; clauses left out.
    [[nodiscard]] std::string of(const model::Approval& approval) const;
    /// What a term says; those that it reads by what stands for them.
    [[nodiscard]] std::string of(const model::Term& term) const;
    /// What stands for a term.
    [[nodiscard]] const std::string& named(model::TermIndex term) const { return terms_[term]; }

private:
    [[nodiscard]] std::string of(const model::ChoiceTest& test) const;
    [[nodiscard]] std::string of(const model::AgeTest& test) const;
    [[nodiscard]] std::string of(const model::AgeOnDayTest& test) const;
    [[nodiscard]] std::string of(const model::NumberTest& test) const;
    [[nodiscard]] std::string of(const model::DayTest& test) const;
    [[nodiscard]] std::string of(const model::TermTest& test) const;
    [[nodiscard]] std::string of(const model::CountTest& test) const;
    [[nodiscard]] std::string of(const model::ConditionGroup& group) const;
    [[nodiscard]] std::string of(const model::EntryFilter& entries) const;

    [[nodiscard]] std::string of(const model::Constant& constant) const;
    [[nodiscard]] std::string of(const model::NumberOfFact& read) const;
    [[nodiscard]] std::string of(const model::MeasurementOfFact& read) const;
    [[nodiscard]] std::string of(const model::NumberOfTerm& read) const;
    [[nodiscard]] std::string of(const model::Arithmetic& arithmetic) const;
    [[nodiscard]] std::string of(const model::Extreme& extreme) const;
    [[nodiscard]] std::string of(const model::RoundedValue& rounded) const;
    [[nodiscard]] std::string of(const model::Elapsed& elapsed) const;
    [[nodiscard]] std::string of(const model::Aggregate& aggregate) const;
    [[nodiscard]] std::string of(const model::ValueOfEntry& value) const;
    [[nodiscard]] std::string of(const model::ChosenEntry& chosen) const;

    [[nodiscard]] std::string of(const std::vector<model::Case>& cases) const;
    [[nodiscard]] std::string of(const model::Selection& selection) const;
    [[nodiscard]] std::string of(const std::vector<model::DayCase>& cases) const;

    const model::Policy& policy_;
    /// By term: the number of what it says.
    std::vector<std::string> terms_;
};

}  // namespace pol::comparison
