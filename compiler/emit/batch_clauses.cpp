#include "compiler/emit/batch.hpp"
#include "compiler/emit/text.hpp"

#include <fmt/format.h>

#include <variant>

namespace pol::emission {

namespace {

// clang-format off
constexpr std::string_view term_template = R"(
// {name}{phrase} ({file}:{line})
{units}[[maybe_unused]] {type} {function}({request}) noexcept {{
    return {body};
}}
)";
constexpr std::string_view clause_template = R"(
// {citation}
// {text}{told}
{units}Planes {function}({request}) noexcept {{
    return {condition};
}}
)";
constexpr std::string_view only_if_template = R"(
// {citation}: asked only where this holds
{units}Planes {function}({request}) noexcept {{
    return {condition};
}}
)";
constexpr std::string_view planes_template = R"(
// Every clause with a condition, for 64 requests.
struct ClausePlanes {{
{members}}};

// Flattened, so that what clauses share is computed once.
[[gnu::flatten]] ClausePlanes clauses_of([[maybe_unused]] const Block& request) noexcept {{
    return {{
{values}    }};
}}
)";
constexpr std::string_view criteria_template = R"(
// What section {section} asks of a request of the kind `{kind}`.
Planes {function}(const ClausePlanes& clauses) noexcept {{
    return {group};
}}
)";
constexpr std::string_view nested_template = R"(
// {citation}
// {text}
Planes {function}(const ClausePlanes& clauses) noexcept {{
    return {group};
}}
)";
// clang-format on

/// What a term gives: planes, or what tells its value or day in a row.
std::string_view type_of(const model::Term& term) {
    return std::holds_alternative<model::Condition>(term.body) ? "Planes" : "auto";
}

std::string_view told_words(Told told) {
    if (told == Told::whole) return "";
    return told == Told::in_part ? "\n// Rows that it leaves open are decided one by one." : "\n// Told row by row.";
}

std::string units_of(const Context& context, const model::Condition& tested) {
    const bool is_told = told_in_planes(context.policy, tested) != Told::not_at_all;
    return is_told ? unit_comment(context, readings_of(context.policy, tested, Terms::left_out)) : std::string();
}

std::string only_if_function(const Context& context, model::ClauseIndex clause) {
    const std::string written = condition(context, *context.only_if(clause), 4);
    return fmt::format(only_if_template, fmt::arg("citation", comment(context.citation(clause))),
                       fmt::arg("units", units_of(context, *context.only_if(clause))),
                       fmt::arg("request", request_parameter(context, written)),
                       fmt::arg("function", context.names.only_ifs[clause]), fmt::arg("condition", written));
}

std::string clause_function(const Context& context, model::ClauseIndex clause) {
    const bool is_conditional = context.only_if(clause) != nullptr;
    std::string written = condition(context, *context.conditions[clause], is_conditional ? 8 : 4);
    if (is_conditional) written = call("if_then(", {context.names.only_ifs[clause] + "(request)", written}, 4);
    return fmt::format(clause_template, fmt::arg("citation", comment(context.citation(clause))),
                       fmt::arg("text", comment(context.policy.clauses[clause].text)),
                       fmt::arg("told", told_words(told_in_planes(context, clause))),
                       fmt::arg("units", units_of(context, *context.conditions[clause])),
                       fmt::arg("request", request_parameter(context, written)),
                       fmt::arg("function", context.names.functions[clause]), fmt::arg("condition", written));
}

std::string group_text(const Context& context, const model::RequirementGroup& group, int indent);

std::string member_text(const Context& context, const model::RequirementNode& node, int indent) {
    if (const auto* below = std::get_if<model::RequirementGroup>(&node)) return group_text(context, *below, indent);
    const model::ClauseIndex clause = std::get<model::ClauseIndex>(node);
    const bool has_more_below = context.conditions[clause] == nullptr;
    return has_more_below ? context.names.functions[clause] + "(clauses)"
                          : "clauses." + context.names.functions[clause];
}

std::string group_text(const Context& context, const model::RequirementGroup& group, int indent) {
    std::vector<std::string> members;
    for (const model::RequirementNode& node : group.members) members.push_back(member_text(context, node, indent + 4));
    return call(opening(group), members, indent);
}

/// Requirements with others below, the deepest first.
void add_nested(const Context& context, const model::RequirementGroup& group, std::vector<bool>& done,
                std::string& functions) {
    for (const model::RequirementNode& node : group.members) {
        if (const auto* below = std::get_if<model::RequirementGroup>(&node)) {
            add_nested(context, *below, done, functions);
            continue;
        }
        const model::ClauseIndex clause = std::get<model::ClauseIndex>(node);
        const auto* below = std::get_if<model::RequirementGroup>(&context.requirements[clause]->body);
        if (below == nullptr || done[clause]) continue;
        done[clause] = true;
        add_nested(context, *below, done, functions);
        const bool is_conditional = context.only_if(clause) != nullptr;
        std::string written = group_text(context, *below, is_conditional ? 8 : 4);
        if (is_conditional) written = call("if_then(", {"clauses." + context.names.only_ifs[clause], written}, 4);
        functions += fmt::format(nested_template, fmt::arg("citation", comment(context.citation(clause))),
                                 fmt::arg("text", comment(context.policy.clauses[clause].text)),
                                 fmt::arg("function", context.names.functions[clause]), fmt::arg("group", written));
    }
}

}  // namespace

std::string plane_terms(const Context& context) {
    std::string functions;
    for (std::size_t i = 0; i < context.policy.terms.size(); ++i) {
        const model::Term& term = context.policy.terms[i];
        if (!context.uses.terms[i] || !is_told_in_planes(context.policy, term)) continue;
        const std::string body = term_body(context, term);
        functions += fmt::format(term_template, fmt::arg("name", comment(term.name)),
                                 fmt::arg("phrase", term.phrase.empty() ? "" : ": " + comment(term.phrase)),
                                 fmt::arg("file", comment(context.file())), fmt::arg("line", term.line),
                                 fmt::arg("units", unit_comment(context, readings_of(context.policy, term))),
                                 fmt::arg("type", type_of(term)), fmt::arg("function", context.names.terms[i]),
                                 fmt::arg("request", request_parameter(context, body)), fmt::arg("body", body));
    }
    return functions;
}

std::string plane_clauses(const Context& context) {
    std::string functions;
    for (std::size_t i = 0; i < context.policy.clauses.size(); ++i) {
        const auto clause = static_cast<model::ClauseIndex>(i);
        if (context.only_if(clause) != nullptr) functions += only_if_function(context, clause);
        if (context.conditions[clause] != nullptr) functions += clause_function(context, clause);
    }
    return functions;
}

std::string clause_planes(const Context& context) {
    std::string members;
    std::string values;
    const auto add = [&](const std::string& name) {
        members += fmt::format("    Planes {};\n", name);
        values += fmt::format("        .{0} = {0}(request),\n", name);
    };
    for (std::size_t i = 0; i < context.policy.clauses.size(); ++i) {
        const auto clause = static_cast<model::ClauseIndex>(i);
        // That of a condition is part of the clause's own function.
        if (context.only_if(clause) != nullptr && context.conditions[clause] == nullptr)
            add(context.names.only_ifs[clause]);
        if (context.conditions[clause] != nullptr) add(context.names.functions[clause]);
    }
    return fmt::format(planes_template, fmt::arg("members", members), fmt::arg("values", values));
}

std::string plane_criteria(const Context& context) {
    std::string functions;
    std::vector<bool> done(context.policy.clauses.size(), false);
    const std::vector<model::Value>& kinds = context.policy.facts[index_of(BuiltinFact::request)].values;
    for (std::size_t section = 0; section < context.policy.sections.size(); ++section)
        for (std::size_t kind = 0; kind < context.policy.sections[section].criteria.size(); ++kind) {
            const std::optional<model::Criteria>& criteria = context.policy.sections[section].criteria[kind];
            if (!criteria) continue;
            add_nested(context, criteria->group, done, functions);
            functions +=
                fmt::format(criteria_template, fmt::arg("section", comment(context.policy.sections[section].id)),
                            fmt::arg("kind", comment(kinds[kind].name)),
                            fmt::arg("function", context.names.criteria[section][kind]),
                            fmt::arg("group", group_text(context, criteria->group, 4)));
        }
    return functions;
}

}  // namespace pol::emission
