#include "compiler/analyze/wording.hpp"
#include "compiler/coverage/test_changes.hpp"
#include "pol/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <variant>

namespace pol::coverage {

namespace {

using model::AgeOperator;
using model::ChoiceOperator;
using model::NumberOperator;
using model::Quantifier;

template <class Operator>
Operator opposite(Operator comparison) {
    switch (comparison) {
        case Operator::is:
            return Operator::is_not;
        case Operator::is_not:
            return Operator::is;
        case Operator::is_at_least:
            return Operator::is_less_than;
        case Operator::is_more_than:
            return Operator::is_at_most;
        case Operator::is_at_most:
            return Operator::is_more_than;
        case Operator::is_less_than:
            break;
    }
    return Operator::is_at_least;
}

/// The comparison that says otherwise only on the bound itself; the same where there is none.
NumberOperator without_bound(NumberOperator comparison) {
    switch (comparison) {
        case NumberOperator::is_at_least:
            return NumberOperator::is_more_than;
        case NumberOperator::is_more_than:
            return NumberOperator::is_at_least;
        case NumberOperator::is_at_most:
            return NumberOperator::is_less_than;
        case NumberOperator::is_less_than:
            return NumberOperator::is_at_most;
        case NumberOperator::is:
        case NumberOperator::is_not:
            break;
    }
    return comparison;
}

std::size_t value_count(const model::Fact& fact) {
    return fact.type == FactType::yes_no ? std::size_t{2} : fact.values.size();
}

/// What a group is mistaken for; the same where it has no such neighbour.
Quantifier mistaken(Quantifier quantifier) {
    switch (quantifier) {
        case Quantifier::all_of:
        case Quantifier::none_of:
            return Quantifier::any_of;
        case Quantifier::any_of:
            return Quantifier::all_of;
        case Quantifier::at_least:
        case Quantifier::unless:
        case Quantifier::if_then:
            break;
    }
    return quantifier;
}

}  // namespace

void TestChanges::change(model::Condition& condition) {
    const Words words = [&] { return analysis::words_for_condition(changer_.policy(), condition); };
    std::visit([&](auto& form) { change(form, words); }, condition.form);
}

void TestChanges::change(model::ChoiceTest& test, const Words& words) {
    const bool is_negative = test.comparison == ChoiceOperator::is_not;
    const ChoiceOperator positive = test.values.size() == 1 ? ChoiceOperator::is : ChoiceOperator::is_one_of;
    changer_.replace(test.comparison, is_negative ? positive : ChoiceOperator::is_not, words);
    widen_or_narrow(test, words);
    change_evidence(test.minimum, words);
}

/// A value less of several, and one more where that says something still.
void TestChanges::widen_or_narrow(model::ChoiceTest& test, const Words& words) {
    if (test.values.size() > 1)
        for (std::size_t i = 0; i < test.values.size(); ++i) {
            model::ChoiceTest narrower = test;
            narrower.values.erase(narrower.values.begin() + static_cast<std::ptrdiff_t>(i));
            changer_.replace(test, narrower, words);
        }
    if (test.values.size() + 1 >= value_count(changer_.policy().facts[test.fact])) return;
    model::ChoiceTest wider = test;
    std::uint16_t added = 0;
    while (std::find(test.values.begin(), test.values.end(), added) != test.values.end()) ++added;
    wider.values.push_back(added);
    if (wider.comparison == ChoiceOperator::is) wider.comparison = ChoiceOperator::is_one_of;
    changer_.replace(test, wider, words);
}

template <class Test>
void TestChanges::change_age(Test& test, const Words& words) {
    changer_.replace(test.amount, test.amount + 1, words);
    if (test.amount > 0) changer_.replace(test.amount, test.amount - 1, words);
    changer_.replace(test.comparison, opposite(test.comparison), words);
    changer_.replace(test.unit, test.unit == AgeUnit::years ? AgeUnit::months : AgeUnit::years, words);
}

void TestChanges::change(model::AgeTest& test, const Words& words) {
    change_age(test, words);
    change_evidence(test.minimum, words);
}

void TestChanges::change(model::AgeOnDayTest& test, const Words& words) {
    change_age(test, words);
    change(test.on, words);
}

void TestChanges::change(model::NumberTest& test, const Words& words) {
    changer_.replace(test.comparison, opposite(test.comparison), words);
    const NumberOperator sharper = without_bound(test.comparison);
    if (sharper != test.comparison) changer_.replace(test.comparison, sharper, words);
    change_sides(test.left, test.right, words);
}

void TestChanges::change(model::DayTest& test, const Words& words) {
    changer_.replace(test.or_on, !test.or_on, words);
    changer_.replace(test, {.left = test.right, .or_on = !test.or_on, .right = test.left}, words);
    change(test.left, words);
    change(test.right, words);
}

void TestChanges::change(model::TermTest& test, const Words& words) {
    changer_.replace(test.negated, !test.negated, words);
}

void TestChanges::change(model::CountTest& test, const Words& words) {
    changer_.replace(test.count, test.count + 1, words);
    if (test.count > (test.at_most ? 0 : 1)) changer_.replace(test.count, test.count - 1, words);
    changer_.replace(test.at_most, !test.at_most, words);
    if (test.distinct) changer_.replace(test.distinct, std::optional<model::Distinct>(), words);
    change_entries(test.entries, words);
}

void TestChanges::change(model::ConditionGroup& group, const Words& words) {
    const bool is_joint = group.members.size() > 1;
    if (is_joint && mistaken(group.quantifier) != group.quantifier)
        changer_.replace(group.quantifier, mistaken(group.quantifier), words);
    if (group.quantifier == Quantifier::at_least) {
        if (group.count < static_cast<std::int32_t>(group.members.size()))
            changer_.replace(group.count, group.count + 1, words);
        if (group.count > 1) changer_.replace(group.count, group.count - 1, words);
    }
    if (is_joint) leave_out_members(group);
    for (model::Condition& member : group.members) change(member);
}

/// Of `unless` only the exception, of `if … then` only the premise: without its other member nothing would be asked.
void TestChanges::leave_out_members(model::ConditionGroup& group) {
    const bool is_pair = group.quantifier == Quantifier::unless || group.quantifier == Quantifier::if_then;
    for (std::size_t i = 0; i < group.members.size(); ++i) {
        if (is_pair && i != (group.quantifier == Quantifier::unless ? 1U : 0U)) continue;
        model::ConditionGroup shorter = group;
        shorter.members.erase(shorter.members.begin() + static_cast<std::ptrdiff_t>(i));
        if (is_pair) shorter.quantifier = Quantifier::all_of;
        const std::string word = !is_pair ? "" : group.quantifier == Quantifier::unless ? "unless " : "if ";
        const std::string member = analysis::words_for_condition(changer_.policy(), group.members[i]);
        changer_.replace(group, shorter, word + member, left_out);
    }
}

void TestChanges::change_evidence(Evidence& minimum, const Words& words) {
    if (minimum == Evidence::none) return;
    const auto replace_by = [&](Evidence level) {
        const char* how = level < minimum ? "is enough" : "is asked for";
        changer_.replace(minimum, level, fmt::format("{} {}", words_of(minimum), words()),
                         fmt::format("{} {}", words_of(level), how));
    };
    if (minimum > Evidence::claimed)
        replace_by(minimum == Evidence::documented ? Evidence::attested : Evidence::claimed);
    if (minimum < Evidence::documented)
        replace_by(minimum == Evidence::claimed ? Evidence::attested : Evidence::documented);
}

}  // namespace pol::coverage
