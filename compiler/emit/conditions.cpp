#include "compiler/emit/batch.hpp"
#include "compiler/emit/parts.hpp"
#include "compiler/emit/text.hpp"

#include <fmt/format.h>

#include <array>
#include <variant>

namespace pol::emission {

namespace {

std::string opening(const model::ConditionGroup& group) {
    switch (group.quantifier) {
        case model::Quantifier::all_of:
            return "all_of(";
        case model::Quantifier::any_of:
            return "any_of(";
        case model::Quantifier::none_of:
            return "none_of(";
        case model::Quantifier::unless:
            return "unless(";
        case model::Quantifier::if_then:
            return "if_then(";
        case model::Quantifier::at_least:
            break;
    }
    return fmt::format("at_least({}, ", group.count);
}

std::string opening(model::AgeOperator comparison) {
    switch (comparison) {
        case model::AgeOperator::is:
            return "age_is(";
        case model::AgeOperator::is_not:
            return "age_is_not(";
        case model::AgeOperator::is_at_least:
            return "age_at_least(";
        case model::AgeOperator::is_more_than:
            return "age_more_than(";
        case model::AgeOperator::is_at_most:
            return "age_at_most(";
        case model::AgeOperator::is_less_than:
            break;
    }
    return "age_less_than(";
}

std::string opening(model::NumberOperator comparison) {
    switch (comparison) {
        case model::NumberOperator::is:
            return "is_equal(";
        case model::NumberOperator::is_not:
            return "is_different(";
        case model::NumberOperator::is_at_least:
            return "is_at_least(";
        case model::NumberOperator::is_more_than:
            return "is_more_than(";
        case model::NumberOperator::is_at_most:
            return "is_at_most(";
        case model::NumberOperator::is_less_than:
            break;
    }
    return "is_less_than(";
}

std::string expression(const Context& context, const model::ChoiceTest& test, int indent) {
    std::vector<std::string> items = {context.member(test.fact), evidence_name(test.minimum)};
    for (const std::uint16_t value : test.values) items.push_back(context.value(test.fact, value));
    if (test.values.size() == 1)
        return filled_call(test.comparison == model::ChoiceOperator::is_not ? "is_not(" : "is(", items, indent);
    const std::string one_of = filled_call("is_one_of(", items, indent);
    return test.comparison == model::ChoiceOperator::is_not ? "none_of(" + one_of + ")" : one_of;
}

constexpr auto birth_date = static_cast<model::FactIndex>(index_of(BuiltinFact::birth_date));

std::string age_of(std::int32_t amount, AgeUnit unit) {
    return fmt::format("{}({})", unit == AgeUnit::years ? "years" : "months", amount);
}

std::string expression(const Context& context, const model::AgeOnDayTest& test, int indent) {
    const std::string on = "reckoned(" + day(context, test.on, indent + 8) + ")";
    return call(opening(test.comparison), {context.member(birth_date), on, age_of(test.amount, test.unit), "calendar"},
                indent);
}

std::string expression(const Context& context, const model::AgeTest& test, int indent) {
    const std::string on = is_range(context, test.at) ? day_of_fact(context, test.at, evidence_name(test.minimum))
                                                      : context.member(test.at);
    const bool is_field = context.policy.facts[test.at].list.has_value();
    const std::string written =
        call(opening(test.comparison), {context.member(birth_date), on, age_of(test.amount, test.unit), "calendar"},
             is_field ? indent + 4 : indent);
    return is_field ? call("at_entry(", {written, context.member(birth_date), context.member(test.at)}, indent)
                    : written;
}

std::string expression(const Context& context, const model::NumberTest& test, int indent) {
    model::NumberTest shown = test;
    compare_in_own_unit(shown.left, shown.right);
    return call(opening(shown.comparison),
                {computed(context, shown.left, indent + 4), compared(context, shown.left, shown.right, indent + 4)},
                indent);
}

std::string expression(const Context& context, const model::DayTest& test, int indent) {
    return call(test.or_on ? "is_on_or_before(" : "is_before(",
                {day(context, test.left, indent + 4), day(context, test.right, indent + 4)}, indent);
}

std::string expression(const Context& context, const model::TermTest& test, int) {
    const std::string term = context.names.terms[test.term] + "(request)";
    return test.negated ? "negate(" + term + ")" : term;
}

std::string expression(const Context& context, const model::CountTest& test, int indent) {
    return count_test(context, test, indent);
}

std::string window(const Context& context, const DayWindow& window, int indent) {
    return filled_call(
        "lies_in(",
        {context.member(window.fact), evidence_name(window.minimum),
         fmt::format("::pol::DaysAround{{.from = {}, .through = {}}}", window.from.amount, window.through.amount),
         context.member(window.around), evidence_name(window.around_minimum)},
        indent);
}

std::string expression(const Context& context, const model::ConditionGroup& group, int indent) {
    const std::optional<DayWindow> days = window_of(context, group);
    if (days && days->from.unit == DurationUnit::days && days->through.unit == DurationUnit::days)
        return window(context, *days, indent);
    std::vector<std::string> items;
    for (const model::Condition& member : group.members) items.push_back(condition(context, member, indent + 4));
    return call(opening(group), items, indent);
}

}  // namespace

std::string condition(const Context& context, const model::Condition& condition, int indent) {
    if (context.in_planes() && told_in_planes(context.policy, condition) == Told::not_at_all) return "told_by_rows()";
    return std::visit([&](const auto& form) { return expression(context, form, indent); }, condition.form);
}

}  // namespace pol::emission
