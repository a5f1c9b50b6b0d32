#include "compiler/model/routing.hpp"

#include "compiler/source/overloaded.hpp"

#include <algorithm>

namespace pol::model {

namespace {

bool reads(const Condition& condition);
bool reads(const Expression& expression);
bool reads(const Day& day);
bool reads(const Case& one);
bool reads(const DayCase& one);
bool reads(const Term& term);
bool reads(const Determination& determination);
bool reads(const Requirement& requirement);
bool reads(const ComputedAmount& amount);
bool reads(const Approval& approval);

template <class Part>
bool any_reads(const std::vector<Part>& parts) {
    return std::any_of(parts.begin(), parts.end(), [](const Part& part) { return reads(part); });
}
template <class Part>
bool any_reads(const std::optional<Part>& part) {
    return part && reads(*part);
}

bool reads(const Expression& expression) {
    return std::visit(overloaded{
                          [](const Constant&) { return false; },
                          [](const NumberOfFact&) { return false; },
                          [](const MeasurementOfFact& measurement) {
                              return any_reads(measurement.from) || any_reads(measurement.through);
                          },
                          [](const NumberOfTerm&) { return false; },
                          [](const Arithmetic& arithmetic) { return any_reads(arithmetic.operands); },
                          [](const Extreme& extreme) { return any_reads(extreme.operands); },
                          [](const RoundedValue& rounded) { return any_reads(rounded.operand); },
                          [](const Elapsed& elapsed) { return reads(elapsed.from) || reads(elapsed.to); },
                          [](const Aggregate& aggregate) { return any_reads(aggregate.entries.where); },
                          [](const ValueOfEntry& value) { return any_reads(value.entry.entries.where); },
                      },
                      expression.form);
}

bool reads(const Day& day) {
    return std::visit(overloaded{
                          [](FactIndex) { return false; },
                          [](Date) { return false; },
                          [](const DayOfTerm&) { return false; },
                          [](const YearlyDay& yearly) { return any_reads(yearly.from); },
                          [](const ExtremeDay& extreme) { return any_reads(extreme.operands); },
                          [](const MovedDay& moved) { return any_reads(moved.from); },
                          [](const ChosenEntry& chosen) { return any_reads(chosen.entries.where); },
                      },
                      day.base);
}

bool reads(const Condition& condition) {
    return std::visit(overloaded{
                          [](const ChoiceTest& test) { return is_routing(test.fact); },
                          [](const AgeTest&) { return false; },
                          [](const AgeOnDayTest& test) { return reads(test.on); },
                          [](const NumberTest& test) { return reads(test.left) || reads(test.right); },
                          [](const DayTest& test) { return reads(test.left) || reads(test.right); },
                          [](const TermTest&) { return false; },
                          [](const CountTest& test) { return any_reads(test.entries.where); },
                          [](const ConditionGroup& group) { return any_reads(group.members); },
                      },
                      condition.form);
}

bool reads(const Case& one) { return reads(one.value) || any_reads(one.when); }

bool reads(const DayCase& one) { return reads(one.day) || any_reads(one.when); }

bool reads(const Term& term) {
    return std::visit(overloaded{
                          [](const Condition& body) { return reads(body); },
                          [](const Expression& body) { return reads(body); },
                          [](const std::vector<Case>& cases) { return any_reads(cases); },
                          [](const Selection& selection) { return any_reads(selection.cases); },
                          [](const Day& body) { return reads(body); },
                          [](const std::vector<DayCase>& cases) { return any_reads(cases); },
                      },
                      term.body);
}

bool reads(const Determination& determination) { return any_reads(determination.condition); }

bool reads(const Requirement& requirement) {
    const auto* condition = std::get_if<Condition>(&requirement.body);
    return any_reads(requirement.only_if) || (condition != nullptr && reads(*condition));
}

bool reads(const ComputedAmount& amount) { return reads(amount.value) || any_reads(amount.only_if); }

bool reads(const Approval& approval) {
    return any_reads(approval.length) || any_reads(approval.or_days) || any_reads(approval.until) ||
           any_reads(approval.amounts);
}

}  // namespace

bool is_routing(FactIndex fact) {
    return fact == index_of(BuiltinFact::line_of_business) || fact == index_of(BuiltinFact::benefit) ||
           fact == index_of(BuiltinFact::request);
}

bool reads_routing(const Condition& condition) { return reads(condition); }

bool reads_routing(const Policy& policy) {
    return any_reads(policy.terms) || any_reads(policy.determinations) || any_reads(policy.requirements) ||
           any_reads(policy.approvals);
}

}  // namespace pol::model
