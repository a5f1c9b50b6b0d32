#include "compiler/emit/parts.hpp"
#include "compiler/emit/text.hpp"

#include <fmt/format.h>

namespace pol::emission {

namespace {

// clang-format off
constexpr std::string_view clause_template = R"(
// {citation}
// {text}
{units}constexpr auto {function}({request}) noexcept {{
    return {condition};
}}
)";
constexpr std::string_view only_if_template = R"(
// {citation}: asked only where this holds
{units}constexpr auto {function}({request}) noexcept {{
    return {condition};
}}
)";
// clang-format on

std::string only_if_function(const Context& context, model::ClauseIndex clause, const model::Condition& only_if) {
    const std::string written = condition(context, only_if, 4);
    const std::vector<Reading> own = readings_of(context.policy, only_if, Terms::left_out);
    return filled(only_if_template, {{"citation", comment(context.citation(clause))},
                                     {"units", unit_comment(context, own)},
                                     {"request", request_parameter(context, written)},
                                     {"function", context.names.only_ifs[clause]},
                                     {"condition", written}});
}

std::string clause_function(const Context& context, model::ClauseIndex clause, const model::Condition& tested) {
    const bool is_conditional = context.only_if(clause) != nullptr;
    std::string written = condition(context, tested, is_conditional ? 8 : 4);
    if (is_conditional) written = call("if_then(", {context.names.only_ifs[clause] + "(request)", written}, 4);
    const std::vector<Reading> own = readings_of(context.policy, tested, Terms::left_out);
    return filled(clause_template, {{"citation", comment(context.citation(clause))},
                                    {"text", comment(context.policy.clauses[clause].text)},
                                    {"units", unit_comment(context, own)},
                                    {"request", request_parameter(context, written)},
                                    {"function", context.names.functions[clause]},
                                    {"condition", written}});
}

}  // namespace

std::vector<Reading> asked_by(const Context& context, model::ClauseIndex clause) {
    std::vector<Reading> readings;
    for (const model::Condition* part : {context.only_if(clause), context.conditions[clause]}) {
        if (part == nullptr) continue;
        const std::vector<Reading> more = readings_of(context.policy, *part);
        readings.insert(readings.end(), more.begin(), more.end());
    }
    return readings;
}

std::string clause_functions(const Context& context) {
    std::string functions;
    for (std::size_t i = 0; i < context.policy.clauses.size(); ++i) {
        const auto clause = static_cast<model::ClauseIndex>(i);
        if (const model::Condition* only_if = context.only_if(clause))
            functions += only_if_function(context, clause, *only_if);
        if (const model::Condition* tested = context.conditions[clause])
            functions += clause_function(context, clause, *tested);
        functions +=
            table("::pol::AskedTest", context.names.asks[clause], asked_tests(context, asked_by(context, clause)));
    }
    return functions;
}

}  // namespace pol::emission
