#include "compiler/emit/parts.hpp"
#include "compiler/emit/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <variant>

namespace pol::emission {

namespace {

// clang-format off
constexpr std::string_view function_template = R"(
// {citation}: {what}
{units}constexpr auto {function}({request}) noexcept {{
    return {body};
}}
{asks})";
constexpr std::string_view rule_template =
    "{{.terms = {{.period_clause = {clause}, .starts_on = number_of({fact}),\n"
    "               .duration = {{{amount}, ::pol::DurationUnit::{unit}}},\n"
    "               .has_schedule = {has_schedule}, .schedule = {{{loading}, {loading_interval}, {maintenance}}}}},\n"
    "     .quantities = {quantities}{computed}}}";
constexpr std::string_view members_template = R"(
    // What approvals compute.

    static constexpr ::pol::Length length(int approval, [[maybe_unused]] const Request& request) noexcept {{
        switch (approval) {{
{lengths}            default:
                return {{}};
        }}
    }}

    static constexpr ::pol::DateRange until(int approval, [[maybe_unused]] const Request& request) noexcept {{
        switch (approval) {{
{untils}            default:
                return {{}};
        }}
    }}

    static constexpr bool amounts(int approval, [[maybe_unused]] const Request& request,
                                  [[maybe_unused]] ::pol::Result& result) noexcept {{
        switch (approval) {{
{amounts}            default:
                return true;
        }}
    }}

    template <class Questions>
    static constexpr void ask_approval(int approval, [[maybe_unused]] const Request& request,
                                       [[maybe_unused]] Questions& questions,
                                       [[maybe_unused]] bool asks_until) noexcept {{
        switch (approval) {{
{asks}            default:
                return;
        }}
    }}
)";
constexpr std::string_view case_template = "            case {number}:\n                return {value};\n";
constexpr std::string_view length_template = "length_of({function}(request), ::pol::DurationUnit::{unit})";
constexpr std::string_view length_or_days_template = "length_of({months}(request), {days}(request))";
constexpr std::string_view ask_template =
    "                questions.about(number_of({clause}), {function}(request), {function}_asks);\n";
constexpr std::string_view ask_if_template =
    "                if ({wanted})\n"
    "                    questions.about(number_of({clause}), {function}(request), {function}_asks);\n";
// clang-format on

std::string function_of(const Context& context, const ApprovalPart& part) {
    return fmt::format(
        function_template, fmt::arg("citation", comment(context.citation(part.clause))), fmt::arg("what", part.what),
        fmt::arg("units", unit_comment(context, part.shown)), fmt::arg("function", part.function),
        fmt::arg("request", request_parameter(context, part.body)), fmt::arg("body", part.body),
        fmt::arg("asks", table("::pol::AskedTest", part.function + "_asks", asked_tests(context, part.asked))));
}

ApprovalPart value_part(const Context& context, model::ClauseIndex clause, std::string what, std::string function,
                        const model::Expression& value) {
    return {.clause = clause,
            .what = std::move(what),
            .function = std::move(function),
            .body = computed(context, value, 4),
            .shown = readings_of(context.policy, value, Terms::left_out),
            .asked = readings_of(context.policy, value)};
}

/// In the unit it is shown in; what is billed comes in whole units.
model::Expression shown_value(const model::ComputedAmount& amount) {
    model::Expression value = amount.value;
    if (amount.factor != model::Fraction{1, 1})
        value = {model::Arithmetic{.operation = model::Operation::times,
                                   .operands = {std::move(value), {model::Constant{amount.factor}}}}};
    if (amount.code.empty()) return value;
    return {model::RoundedValue{.rounding = Rounding::up, .step = {1, 1}, .operand = {std::move(value)}}};
}

std::string amount_words(const model::ComputedAmount& amount) {
    const std::string words = comment(amount.phrase.empty() ? amount.name : amount.phrase);
    if (!amount.code.empty()) return words + ", in whole billing units";
    return amount.unit.empty() ? words : words + ", in " + comment(amount.unit);
}

/// Whether an approval has an amount.
ApprovalPart granted_part(const Context& context, const model::ComputedAmount& amount, const std::string& function) {
    return {.clause = amount.clause,
            .what = amount_words(amount) + ": granted only where this holds",
            .function = function,
            .body = condition(context, *amount.only_if, 4),
            .shown = readings_of(context.policy, *amount.only_if, Terms::left_out),
            .asked = readings_of(context.policy, *amount.only_if)};
}

}  // namespace

std::vector<ApprovalPart> approval_parts(const Context& context, std::size_t index) {
    const model::Approval& approval = context.policy.approvals[index];
    const Names::ApprovalNames& names = context.names.approvals[index];
    const bool in_days = approval.duration.unit == DurationUnit::days;
    std::vector<ApprovalPart> parts;
    if (approval.length)
        parts.push_back(value_part(context, approval.period_clause,
                                   in_days ? "how many days it lasts" : "how many months it lasts", names.length,
                                   *approval.length));
    if (approval.or_days)
        parts.push_back(value_part(context, approval.period_clause, "how many days it lasts, where that is no months",
                                   names.or_days, *approval.or_days));
    if (approval.until)
        parts.push_back({.clause = approval.period_clause,
                         .what = "its last day at the latest",
                         .function = names.until,
                         .body = day(context, *approval.until, 4),
                         .shown = {},
                         .asked = readings_of(context.policy, *approval.until),
                         .wanted = "asks_until"});
    for (std::size_t i = 0; i < approval.amounts.size(); ++i) {
        const model::ComputedAmount& amount = approval.amounts[i];
        if (amount.only_if) parts.push_back(granted_part(context, amount, names.granted[i]));
        parts.push_back(
            value_part(context, amount.clause, amount_words(amount), names.amounts[i], shown_value(amount)));
        if (amount.only_if) parts.back().wanted = names.granted[i] + "(request).truth != Truth::no";
    }
    return parts;
}

namespace {

std::string a_case(std::size_t number, const std::string& value) {
    return fmt::format(case_template, fmt::arg("number", number), fmt::arg("value", value));
}

std::string length_call(const Context& context, std::size_t index) {
    const model::Approval& approval = context.policy.approvals[index];
    const Names::ApprovalNames& names = context.names.approvals[index];
    if (approval.or_days)
        return fmt::format(length_or_days_template, fmt::arg("months", names.length), fmt::arg("days", names.or_days));
    return fmt::format(length_template, fmt::arg("function", names.length),
                       fmt::arg("unit", approval.duration.unit == DurationUnit::days ? "days" : "months"));
}

std::string lengths(const Context& context) {
    std::string cases;
    for (std::size_t i = 0; i < context.policy.approvals.size(); ++i) {
        if (context.policy.approvals[i].length) cases += a_case(i, length_call(context, i));
    }
    return cases;
}

std::string untils(const Context& context) {
    std::string cases;
    for (std::size_t i = 0; i < context.policy.approvals.size(); ++i)
        if (context.policy.approvals[i].until) cases += a_case(i, context.names.approvals[i].until + "(request).range");
    return cases;
}

std::string shown_amount(const std::string& function, const std::string& granted, std::size_t place) {
    if (granted.empty()) return fmt::format("show({}(request), result.amounts[{}])", function, place);
    return fmt::format("show_if({}(request).truth, {}(request), result, {})", granted, function, place);
}

std::string amounts(const Context& context) {
    std::string cases;
    for (std::size_t i = 0; i < context.policy.approvals.size(); ++i) {
        const Names::ApprovalNames& names = context.names.approvals[i];
        std::vector<std::string> shown;
        for (std::size_t amount = 0; amount < names.amounts.size(); ++amount)
            shown.push_back(shown_amount(names.amounts[amount], names.granted[amount], amount));
        if (!shown.empty()) cases += a_case(i, joined(shown, " &&\n                       "));
    }
    return cases;
}

/// What reads nothing has nothing to ask.
std::string asks(const Context& context) {
    std::string cases;
    for (std::size_t i = 0; i < context.policy.approvals.size(); ++i) {
        std::string asked;
        for (const ApprovalPart& part : approval_parts(context, i))
            if (!part.asked.empty())
                asked += fmt::format(fmt::runtime(part.wanted.empty() ? ask_template : ask_if_template),
                                     fmt::arg("clause", context.clause(part.clause)),
                                     fmt::arg("function", part.function), fmt::arg("wanted", part.wanted));
        if (!asked.empty()) cases += fmt::format("            case {}:\n{}                return;\n", i, asked);
    }
    return cases;
}

bool give_the_same(const model::Approval& left, const model::Approval& right) {
    const auto same_amount = [](const model::ComputedAmount& one, const model::ComputedAmount& other) {
        return one.name == other.name && one.unit == other.unit && one.system == other.system && one.code == other.code;
    };
    return left.per_dose == right.per_dose && std::equal(left.amounts.begin(), left.amounts.end(),
                                                         right.amounts.begin(), right.amounts.end(), same_amount);
}

std::size_t quantities_number(const Context& context, const model::Approval& approval) {
    std::size_t number = 0;
    while (!give_the_same(context.policy.approvals[number], approval)) ++number;
    return number;
}

/// Members of the rule that most approvals leave as they are.
std::string computed_members(const Context& context, const model::Approval& approval) {
    std::vector<std::string> members;
    if (!approval.anchored) members.push_back(".anchored = false");
    if (approval.length) members.push_back(".has_length = true");
    if (approval.until) members.push_back(".has_until = true");
    const auto* until = approval.until ? std::get_if<model::FactIndex>(&approval.until->base) : nullptr;
    if (until != nullptr) members.push_back(fmt::format(".until_fact = number_of({})", context.fact(*until)));
    if (!approval.amounts.empty()) members.push_back(fmt::format(".amount_count = {}", approval.amounts.size()));
    return members.empty() ? std::string() : ",\n     " + joined(members);
}

}  // namespace

std::vector<std::string> approval_rules(const Context& context) {
    std::vector<std::string> rules;
    for (const model::Approval& approval : context.policy.approvals)
        rules.push_back(fmt::format(
            rule_template, fmt::arg("clause", context.clause_number(approval.period_clause)),
            fmt::arg("fact", context.fact(approval.starts_on)), fmt::arg("amount", approval.duration.amount),
            fmt::arg("unit", approval.duration.unit == DurationUnit::days ? "days" : "months"),
            fmt::arg("has_schedule", approval.has_schedule), fmt::arg("loading", approval.schedule.loading_doses),
            fmt::arg("loading_interval", approval.schedule.loading_interval),
            fmt::arg("maintenance", approval.schedule.maintenance_interval),
            fmt::arg("quantities", quantities_number(context, approval)),
            fmt::arg("computed", computed_members(context, approval))));
    return rules;
}

bool computes_extents(const model::Policy& policy) {
    return std::any_of(policy.approvals.begin(), policy.approvals.end(),
                       [](const model::Approval& approval) { return approval.length || approval.until; });
}

bool computes_amounts(const model::Policy& policy) {
    return std::any_of(policy.approvals.begin(), policy.approvals.end(),
                       [](const model::Approval& approval) { return !approval.amounts.empty(); });
}

std::string approval_members(const Context& context) {
    if (!computes_extents(context.policy) && !computes_amounts(context.policy)) return {};
    return fmt::format(members_template, fmt::arg("lengths", lengths(context)), fmt::arg("untils", untils(context)),
                       fmt::arg("amounts", amounts(context)), fmt::arg("asks", asks(context)));
}

std::string approval_functions(const Context& context) {
    std::string functions;
    for (std::size_t i = 0; i < context.policy.approvals.size(); ++i)
        for (const ApprovalPart& part : approval_parts(context, i)) functions += function_of(context, part);
    return functions;
}

}  // namespace pol::emission
