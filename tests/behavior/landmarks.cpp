#include "tests/behavior/landmarks.hpp"

#include <variant>

namespace pol::testing {

namespace {

class Collector {
public:
    explicit Collector(Landmarks& found) : found_(found) {}

    void visit(const model::Condition& condition) {
        std::visit([this](const auto& form) { read(form); }, condition.form);
    }
    void visit(const model::Expression& value) {
        std::visit([this](const auto& form) { read(form); }, value.form);
    }
    void visit(const std::vector<model::Case>& cases) {
        for (const model::Case& one : cases) {
            if (one.when) visit(*one.when);
            visit(one.value);
        }
    }
    void visit(const model::Selection& selection) { visit(selection.cases); }
    void visit(const model::Day& day) {
        const auto visit_all = [this](const std::vector<model::Day>& days) {
            for (const model::Day& each : days) visit(each);
        };
        if (const auto* yearly = std::get_if<model::YearlyDay>(&day.base)) {
            found_.yearly_days.push_back(yearly);
            visit_all(yearly->from);
        }
        if (const auto* extreme = std::get_if<model::ExtremeDay>(&day.base)) visit_all(extreme->operands);
        if (const auto* moved = std::get_if<model::MovedDay>(&day.base)) visit_all(moved->from);
        if (const auto* chosen = std::get_if<model::ChosenEntry>(&day.base)) visit(*chosen);
    }
    void visit(const std::vector<model::DayCase>& cases) {
        for (const model::DayCase& one : cases) {
            if (one.when) visit(*one.when);
            visit(one.day);
        }
    }

private:
    void read(const model::ChoiceTest&) {}
    void read(const model::AgeTest&) {}
    void read(const model::TermTest&) {}
    void read(const model::NumberTest& test) {
        found_.comparisons.push_back({.left = &test.left, .right = &test.right, .rounded = nullptr});
        visit(test.left);
        visit(test.right);
    }
    void read(const model::AgeOnDayTest& test) {
        found_.ages.push_back(&test);
        visit(test.on);
    }
    void read(const model::DayTest& test) {
        found_.day_tests.push_back(&test);
        visit(test.left);
        visit(test.right);
    }
    void read(const model::CountTest& test) { visit(test.entries); }
    void read(const model::Aggregate& aggregate) { visit(aggregate.entries); }
    void read(const model::ValueOfEntry& value) { visit(value.entry); }
    void visit(const model::ChosenEntry& chosen) {
        found_.chosen_entries.push_back(&chosen);
        visit(chosen.entries);
    }
    void visit(const model::EntryFilter& entries) {
        for (const model::Condition& where : entries.where) visit(where);
    }
    void read(const model::ConditionGroup& group) {
        for (const model::Condition& member : group.members) visit(member);
    }

    void read(const model::Constant&) {}
    void read(const model::NumberOfFact&) {}
    void read(const model::NumberOfTerm&) {}
    void read(const model::Elapsed&) {}
    void read(const model::MeasurementOfFact& measured) { found_.windows.push_back(&measured); }
    void read(const model::Arithmetic& arithmetic) {
        for (const model::Expression& operand : arithmetic.operands) visit(operand);
    }
    void read(const model::Extreme& extreme) {
        found_.comparisons.push_back({.left = &extreme.operands[0], .right = &extreme.operands[1], .rounded = nullptr});
        for (const model::Expression& operand : extreme.operands) visit(operand);
    }
    void read(const model::RoundedValue& rounded) {
        found_.comparisons.push_back({.left = &rounded.operand.front(), .right = nullptr, .rounded = &rounded});
        visit(rounded.operand.front());
    }

    Landmarks& found_;
};

void collect_terms(const model::Policy& policy, Collector& collector) {
    for (const model::Term& term : policy.terms)
        std::visit([&](const auto& body) { collector.visit(body); }, term.body);
}

void collect_clauses(const model::Policy& policy, Collector& collector) {
    for (const model::Determination& determination : policy.determinations)
        if (determination.condition) collector.visit(*determination.condition);
    for (const model::Requirement& requirement : policy.requirements) {
        if (requirement.only_if) collector.visit(*requirement.only_if);
        if (const auto* condition = std::get_if<model::Condition>(&requirement.body)) collector.visit(*condition);
    }
}

void collect_approvals(const model::Policy& policy, Collector& collector) {
    for (const model::Approval& approval : policy.approvals) {
        if (approval.length) collector.visit(*approval.length);
        if (approval.or_days) collector.visit(*approval.or_days);
        if (approval.until) collector.visit(*approval.until);
        for (const model::ComputedAmount& amount : approval.amounts) collector.visit(amount.value);
    }
}

}  // namespace

Landmarks::Landmarks(const model::Policy& policy) {
    Collector collector(*this);
    collect_terms(policy, collector);
    collect_clauses(policy, collector);
    collect_approvals(policy, collector);
    for (std::size_t i = 0; i < policy.facts.size(); ++i)
        if (policy.facts[i].not_before) bounded.push_back(static_cast<model::FactIndex>(i));
}

}  // namespace pol::testing
