#include "compiler/emit/parts.hpp"
#include "compiler/emit/text.hpp"

#include <fmt/format.h>

#include <array>
#include <variant>

namespace pol::emission {

namespace {

std::string evidence_name(Evidence level) {
    static constexpr std::array<const char*, 4> names = {"none", "claimed", "attested", "documented"};
    return std::string("Evidence::") + names[static_cast<std::size_t>(level)];
}

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

std::string expression(const Context& context, const model::ChoiceTest& test, int indent) {
    std::vector<std::string> items = {"request." + context.names.facts[test.fact], evidence_name(test.minimum)};
    for (const std::uint16_t value : test.values) items.push_back(context.value(test.fact, value));
    if (test.values.size() == 1)
        return filled_call(test.comparison == model::ChoiceOperator::is_not ? "is_not(" : "is(", items, indent);
    const std::string one_of = filled_call("is_one_of(", items, indent);
    return test.comparison == model::ChoiceOperator::is_not ? "none_of(" + one_of + ")" : one_of;
}

std::string expression(const Context& context, const model::AgeTest& test, int indent) {
    const std::string age = fmt::format("{}({})", test.unit == AgeUnit::years ? "years" : "months", test.amount);
    return call(opening(test.comparison),
                {"request.birth_date", "request." + context.names.facts[test.at], age, "calendar"}, indent);
}

std::string expression(const Context& context, const model::ConditionGroup& group, int indent) {
    std::vector<std::string> items;
    for (const model::Condition& member : group.members) items.push_back(condition(context, member, indent + 4));
    return call(opening(group), items, indent);
}

void collect(const Context& context, const model::Condition& condition, std::vector<std::string>& tests);

void collect(const Context& context, const model::ChoiceTest& test, std::vector<std::string>& tests) {
    tests.push_back(fmt::format("asks({}, {})", context.fact(test.fact), evidence_name(test.minimum)));
}

void collect(const Context& context, const model::AgeTest& test, std::vector<std::string>& tests) {
    tests.push_back(fmt::format("asks_age({})", context.fact(test.at)));
}

void collect(const Context& context, const model::ConditionGroup& group, std::vector<std::string>& tests) {
    for (const model::Condition& member : group.members) collect(context, member, tests);
}

void collect(const Context& context, const model::Condition& condition, std::vector<std::string>& tests) {
    std::visit([&](const auto& form) { collect(context, form, tests); }, condition.form);
}

}  // namespace

std::string condition(const Context& context, const model::Condition& condition, int indent) {
    return std::visit([&](const auto& form) { return expression(context, form, indent); }, condition.form);
}

std::vector<std::string> asked_tests(const Context& context, const model::Condition& condition) {
    std::vector<std::string> tests;
    collect(context, condition, tests);
    return tests;
}

}  // namespace pol::emission
