#include "compiler/emit/parts.hpp"
#include "compiler/emit/text.hpp"
#include "compiler/source/overloaded.hpp"

#include <fmt/format.h>

#include <variant>

namespace pol::emission {

namespace {

// clang-format off
constexpr std::string_view heading = R"(
// Definitions. Computed values are in base units: kg, L, m, hours, days, months, units of activity.
)";
constexpr std::string_view term_template = R"(
// {name}{phrase} ({file}:{line})
{units}constexpr auto {function}({request}) noexcept {{
    return {body};
}}
)";
// clang-format on

std::string chosen_of(const Context& context, const std::string& opening, const std::vector<model::Case>& cases) {
    std::vector<std::string> items;
    for (const model::Case& one : cases)
        items.push_back(one.when
                            ? call("in_case(", {condition(context, *one.when, 12), computed(context, one.value, 12)}, 8)
                            : computed(context, one.value, 8));
    return call(opening, items, 4);
}

std::string chosen_of(const Context& context, const std::vector<model::DayCase>& cases) {
    std::vector<std::string> items;
    for (const model::DayCase& one : cases)
        items.push_back(one.when ? call("in_case(", {condition(context, *one.when, 12), day(context, one.day, 12)}, 8)
                                 : day(context, one.day, 8));
    return call("first_of(", items, 4);
}

std::string opening_of(model::SelectionRule rule) {
    switch (rule) {
        case model::SelectionRule::greatest:
            return "greatest_of(";
        case model::SelectionRule::least:
            return "least_of(";
        case model::SelectionRule::only:
            break;
    }
    return "only_of(";
}

}  // namespace

std::string term_body(const Context& context, const model::Term& term) {
    return std::visit(
        overloaded{
            [&](const model::Condition& body) { return condition(context, body, 4); },
            [&](const model::Expression& body) { return computed(context, body, 4); },
            [&](const std::vector<model::Case>& cases) { return chosen_of(context, "first_of(", cases); },
            [&](const model::Selection& rows) { return chosen_of(context, opening_of(rows.rule), rows.cases); },
            [&](const model::Day& body) { return day(context, body, 4); },
            [&](const std::vector<model::DayCase>& cases) { return chosen_of(context, cases); },
        },
        term.body);
}

namespace {

std::string term_function(const Context& context, std::size_t index) {
    const model::Term& term = context.policy.terms[index];
    const std::string body = term_body(context, term);
    return fmt::format(term_template, fmt::arg("name", comment(term.name)),
                       fmt::arg("phrase", term.phrase.empty() ? "" : ": " + comment(term.phrase)),
                       fmt::arg("file", comment(context.file())), fmt::arg("line", term.line),
                       fmt::arg("units", unit_comment(context, readings_of(context.policy, term))),
                       fmt::arg("function", context.names.terms[index]),
                       fmt::arg("request", request_parameter(context, body)), fmt::arg("body", body));
}

}  // namespace

std::string request_parameter(const Context& context, const std::string& body) {
    const std::string type = context.in_planes() ? "const Block&" : "const Request&";
    return mentions(body, context.parameter) ? type + " " + context.parameter : type;
}

std::string term_functions(const Context& context) {
    std::string functions;
    for (std::size_t i = 0; i < context.policy.terms.size(); ++i)
        if (context.uses.terms[i]) functions += term_function(context, i);
    return functions.empty() ? functions : std::string(heading) + functions;
}

}  // namespace pol::emission
