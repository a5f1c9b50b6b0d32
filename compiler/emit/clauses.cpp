#include "compiler/emit/parts.hpp"
#include "compiler/emit/text.hpp"

#include <fmt/format.h>

namespace pol::emission {

namespace {

// clang-format off
constexpr std::string_view clause_template = R"(
// {citation}
// {text}
constexpr auto {function}(const Request& request) noexcept {{
    return {condition};
}}
{asks})";
// clang-format on

std::string clause_function(const Context& context, model::ClauseIndex clause, const model::Condition& tested) {
    return fmt::format(
        clause_template, fmt::arg("citation", comment(context.citation(clause))),
        fmt::arg("text", comment(context.policy.clauses[clause].text)),
        fmt::arg("function", context.names.functions[clause]), fmt::arg("condition", condition(context, tested, 4)),
        fmt::arg("asks", table("::pol::AskedTest", context.names.asks[clause], asked_tests(context, tested))));
}

}  // namespace

std::string clause_functions(const Context& context) {
    std::string functions;
    for (std::size_t i = 0; i < context.policy.clauses.size(); ++i) {
        const auto clause = static_cast<model::ClauseIndex>(i);
        if (const model::Condition* tested = context.conditions[clause])
            functions += clause_function(context, clause, *tested);
    }
    return functions;
}

}  // namespace pol::emission
