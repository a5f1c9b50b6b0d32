#include "compiler/lower/notations.hpp"

#include "compiler/lower/fact_tests.hpp"
#include "compiler/lower/values.hpp"

#include <algorithm>
#include <utility>

namespace pol::lowering {
namespace {

using codes::Range;

/// In order, those that touch or overlap made one.
std::vector<Range> merged(std::vector<Range> ranges) {
    std::sort(ranges.begin(), ranges.end(),
              [](const Range& one, const Range& other) { return one.first < other.first; });
    std::vector<Range> whole;
    for (const Range& range : ranges) {
        if (!whole.empty() && range.first <= whole.back().last + 1)
            whole.back().last = std::max(whole.back().last, range.last);
        else
            whole.push_back(range);
    }
    return whole;
}

model::Condition compared(const model::Expression& value, model::NumberOperator comparison, std::int64_t number) {
    return {model::NumberTest{value, comparison, {model::Constant{{number, 1}}}}};
}

/// From the lowest to the highest number that a fact can have, or that stands for a value of a choice.
Range bounds_of(const model::Fact& fact) {
    if (fact.type == FactType::yes_no) return {0, 1};
    if (fact.type == FactType::one_of) return {0, static_cast<std::int64_t>(fact.values.size()) - 1};
    return {fact.least.digits, fact.most.digits};
}

/// Tests of one value, of which `fact` has the bounds.
class NumberTests {
public:
    NumberTests(const model::Fact& fact, model::Expression value)
        : bounds_(bounds_of(fact)), value_(std::move(value)) {}

    [[nodiscard]] model::Condition is_in(const Range& range) const {
        const bool from_least = range.first <= bounds_.first;
        const bool to_most = range.last >= bounds_.last;
        if (range.first == range.last) return compared(value_, model::NumberOperator::is, range.first);
        if (to_most) return compared(value_, model::NumberOperator::is_at_least, range.first);
        if (from_least) return compared(value_, model::NumberOperator::is_at_most, range.last);
        return {model::ConditionGroup{model::Quantifier::all_of,
                                      0,
                                      {compared(value_, model::NumberOperator::is_at_least, range.first),
                                       compared(value_, model::NumberOperator::is_at_most, range.last)}}};
    }

    /// Whether the value lies in one of the ranges, or in none of them; unknown while the value is, even where only one
    /// answer is left.
    [[nodiscard]] model::Condition among(const std::vector<Range>& ranges, bool negated) const {
        if (ranges.empty())
            return compared(value_, negated ? model::NumberOperator::is_at_least : model::NumberOperator::is_less_than,
                            bounds_.first);
        const bool is_alone = ranges.size() == 1;
        if (is_alone && !negated) return is_in(ranges.front());
        if (is_alone && ranges.front().first == ranges.front().last)
            return compared(value_, model::NumberOperator::is_not, ranges.front().first);
        model::ConditionGroup group{negated ? model::Quantifier::none_of : model::Quantifier::any_of, 0, {}};
        for (const Range& range : ranges) group.members.push_back(is_in(range));
        return {std::move(group)};
    }

    [[nodiscard]] model::Condition is(model::NumberOperator comparison, std::int64_t number) const {
        return compared(value_, comparison, number);
    }

private:
    Range bounds_;
    model::Expression value_;
};

model::Expression value_asked(const Context& context, const ast::FactTest& test, Evidence minimum) {
    if (!test.measured) return named_value(context, test.fact.text, minimum);
    return to_expression(context, {ast::MeasuredValue{test.fact, *test.measured}, test.fact.span}, minimum);
}

bool is_named(const ast::FactTest& test, const std::string& group) {
    return std::any_of(test.values.begin(), test.values.end(),
                       [&](const ast::Name& value) { return value.text == group; });
}

model::Condition to_notation_test(const model::Fact& fact, model::Expression value, const ast::FactTest& test) {
    const NumberTests tests(fact, std::move(value));
    if (compares_order(test.comparison))
        return tests.is(to_operator<model::NumberOperator>(test.comparison), range_of(fact, test.values.front()).first);
    std::vector<Range> ranges;
    for (const ast::Name& name : test.values) ranges.push_back(range_of(fact, name));
    return tests.among(merged(std::move(ranges)), test.comparison == ast::Comparison::is_not);
}

model::Condition to_notation_test(const model::Fact& source, model::Expression value, const ast::FactTest& test,
                                  const Derived& derived) {
    const NumberTests tests(source, std::move(value));
    const bool is_not = test.comparison == ast::Comparison::is_not;
    std::vector<Range> ranges;
    for (std::size_t place = 0; place < derived.group_of_value.size(); ++place)
        if (is_named(test, derived.groups[derived.group_of_value[place]]))
            ranges.push_back({static_cast<std::int64_t>(place), static_cast<std::int64_t>(place)});
    if (derived.codes_of_group.empty()) return tests.among(merged(std::move(ranges)), is_not);
    const auto has_others = [&](std::size_t group) { return derived.codes_of_group[group].empty(); };
    bool asks_others = false;
    for (std::size_t group = 0; group < derived.groups.size(); ++group)
        asks_others = asks_others || (has_others(group) && is_named(test, derived.groups[group]));
    for (std::size_t group = 0; group < derived.groups.size(); ++group)
        if (is_named(test, derived.groups[group]) != asks_others)
            ranges.insert(ranges.end(), derived.codes_of_group[group].begin(), derived.codes_of_group[group].end());
    return tests.among(merged(std::move(ranges)), asks_others != is_not);
}

}  // namespace

Range range_of(const model::Fact& fact, const ast::Name& value) {
    if (is_code(fact.notation)) return codes::read(system_of(fact.notation), value.text).range;
    const std::int64_t place = value_named(fact, value.text);
    return {place, place};
}

model::Condition to_notation_test(const Context& context, const ast::FactTest& test, Evidence minimum) {
    const model::Fact& fact = context.policy.facts[fact_named(context, test.fact.text)];
    return to_notation_test(fact, value_asked(context, test, minimum), test);
}

model::Condition to_notation_test(const Context& context, const ast::FactTest& test, const Derived& derived,
                                  Evidence minimum) {
    const model::Fact& fact = context.policy.facts[derived.source];
    return to_notation_test(fact, named_value(context, fact.name, minimum), test, derived);
}

model::Condition to_notation_test(const Context& context, const ast::FactTest& test, model::TermIndex term) {
    const std::string& field = context.choice_of_term.at(term);
    if (const Derived* derived = derived_fact(context, field))
        return to_notation_test(context.policy.facts[derived->source], {model::NumberOfTerm{term}}, test, *derived);
    return to_notation_test(context.policy.facts[fact_named(context, field)], {model::NumberOfTerm{term}}, test);
}

}  // namespace pol::lowering
