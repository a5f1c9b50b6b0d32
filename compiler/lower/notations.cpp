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

/// Tests of one value, of which `fact` has the bounds.
class NumberTests {
public:
    NumberTests(const model::Fact& fact, model::Expression value) : fact_(fact), value_(std::move(value)) {}

    [[nodiscard]] model::Condition is_in(const Range& range) const {
        const bool from_least = range.first <= fact_.least.digits;
        const bool to_most = range.last >= fact_.most.digits;
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
                            fact_.least.digits);
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
    const model::Fact& fact_;
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

}  // namespace

Range range_of(const model::Fact& fact, const ast::Name& value) {
    if (is_code(fact.notation)) return codes::read(system_of(fact.notation), value.text).range;
    const std::int64_t place = value_named(fact, value.text);
    return {place, place};
}

model::Condition to_notation_test(const Context& context, const ast::FactTest& test, Evidence minimum) {
    const model::Fact& fact = context.policy.facts[fact_named(context, test.fact.text)];
    const NumberTests tests(fact, value_asked(context, test, minimum));
    if (compares_order(test.comparison))
        return tests.is(to_operator<model::NumberOperator>(test.comparison), range_of(fact, test.values.front()).first);
    std::vector<Range> ranges;
    for (const ast::Name& value : test.values) ranges.push_back(range_of(fact, value));
    return tests.among(merged(std::move(ranges)), test.comparison == ast::Comparison::is_not);
}

model::Condition to_notation_test(const Context& context, const ast::FactTest& test, const Derived& derived,
                                  Evidence minimum) {
    const model::Fact& fact = context.policy.facts[derived.source];
    const NumberTests tests(fact, named_value(context, fact.name, minimum));
    const auto has_others = [&](std::size_t group) { return derived.codes_of_group[group].empty(); };
    bool asks_others = false;
    for (std::size_t group = 0; group < derived.groups.size(); ++group)
        asks_others = asks_others || (has_others(group) && is_named(test, derived.groups[group]));
    std::vector<Range> ranges;
    for (std::size_t group = 0; group < derived.groups.size(); ++group)
        if (is_named(test, derived.groups[group]) != asks_others)
            ranges.insert(ranges.end(), derived.codes_of_group[group].begin(), derived.codes_of_group[group].end());
    return tests.among(merged(std::move(ranges)), asks_others != (test.comparison == ast::Comparison::is_not));
}

}  // namespace pol::lowering
