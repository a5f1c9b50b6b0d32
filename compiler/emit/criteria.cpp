#include "compiler/emit/parts.hpp"
#include "compiler/emit/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <variant>

namespace pol::emission {

namespace {

// clang-format off
constexpr std::string_view nested_template = R"(
// {citation}
// {text}
constexpr Group {function}(const Truths& truths) noexcept {{
    return {group};
}}
)";

constexpr std::string_view criteria_template = R"(
// What section {section} asks of a request of the kind `{kind}`.
constexpr Group {function}(const Truths& truths) noexcept {{
    return {group};
}}
)";

constexpr std::string_view section_template = R"(
// Section {section}: {title}
constexpr void {function}(const Request& request, Truths& truths) noexcept {{
{records}}}
)";
// clang-format on

std::string group(const Context& context, const model::RequirementGroup& written, int indent);

std::string opening(const model::RequirementGroup& written) {
    switch (written.quantifier) {
        case model::Quantifier::any_of:
            return "truths.any_of(";
        case model::Quantifier::none_of:
            return "truths.none_of(";
        case model::Quantifier::at_least:
            return fmt::format("truths.at_least({}, ", written.count);
        case model::Quantifier::all_of:
        case model::Quantifier::unless:
        case model::Quantifier::if_then:
            break;
    }
    return "truths.all_of(";
}

bool has_requirements_below(const Context& context, model::ClauseIndex clause) {
    return std::holds_alternative<model::RequirementGroup>(context.requirements[clause]->body);
}

/// A requirement with others below, or a group of its own.
std::string member(const Context& context, const model::RequirementNode& node, int indent) {
    if (const auto* below = std::get_if<model::RequirementGroup>(&node)) return group(context, *below, indent);
    return context.names.functions[std::get<model::ClauseIndex>(node)] + "(truths)";
}

/// The labelled requirements first, as one set, then what has a group of its own.
std::string group(const Context& context, const model::RequirementGroup& written, int indent) {
    std::vector<model::ClauseIndex> labelled;
    std::vector<std::string> groups;
    for (const model::RequirementNode& node : written.members) {
        const auto* clause = std::get_if<model::ClauseIndex>(&node);
        const bool is_repeated = clause != nullptr && std::count(labelled.begin(), labelled.end(), *clause) != 0;
        if (clause == nullptr || (!is_repeated && has_requirements_below(context, *clause)))
            groups.push_back(member(context, node, indent + 4));
        else if (is_repeated)
            groups.push_back(fmt::format("truths.only({})", context.clause(*clause)));
        else
            labelled.push_back(*clause);
    }
    groups.insert(groups.begin(), context.clause_set(labelled, indent + 4));
    return call(opening(written), groups, indent);
}

std::string nested_function(const Context& context, model::ClauseIndex clause, const model::RequirementGroup& below) {
    const bool is_conditional = context.only_if(clause) != nullptr;
    std::string written = group(context, below, is_conditional ? 8 : 4);
    if (is_conditional) written = call("truths.only_if(", {context.clause(clause), written}, 4);
    return fmt::format(nested_template, fmt::arg("citation", comment(context.citation(clause))),
                       fmt::arg("text", comment(context.policy.clauses[clause].text)),
                       fmt::arg("function", context.names.functions[clause]), fmt::arg("group", written));
}

/// Requirements with others below, the deepest first.
void add_nested(const Context& context, const model::RequirementGroup& written,
                std::vector<model::ClauseIndex>& nested) {
    for (const model::RequirementNode& node : written.members) {
        if (const auto* below = std::get_if<model::RequirementGroup>(&node)) {
            add_nested(context, *below, nested);
            continue;
        }
        const model::ClauseIndex clause = std::get<model::ClauseIndex>(node);
        const auto* below = std::get_if<model::RequirementGroup>(&context.requirements[clause]->body);
        if (below == nullptr || std::count(nested.begin(), nested.end(), clause) != 0) continue;
        add_nested(context, *below, nested);
        nested.push_back(clause);
    }
}

std::vector<model::ClauseIndex> nested_of(const Context& context, const model::Section& section) {
    std::vector<model::ClauseIndex> nested;
    for (const std::optional<model::Criteria>& criteria : section.criteria)
        if (criteria) add_nested(context, criteria->group, nested);
    return nested;
}

/// Clauses of a section that are true or false by a condition of their own, in the order of the file.
std::vector<model::ClauseIndex> tested_clauses(const Context& context, const model::Section& section) {
    std::vector<model::ClauseIndex> clauses;
    for (const model::DeterminationIndex index : section.determinations)
        clauses.push_back(context.policy.determinations[index].clause);
    for (const std::optional<model::Criteria>& criteria : section.criteria)
        if (criteria)
            for (const model::ClauseIndex clause : criteria->clauses)
                if (!has_requirements_below(context, clause)) clauses.push_back(clause);
    std::sort(clauses.begin(), clauses.end());
    clauses.erase(std::unique(clauses.begin(), clauses.end()), clauses.end());
    return clauses;
}

void add_below(const Context& context, const model::RequirementGroup& written,
               std::vector<model::ClauseIndex>& clauses) {
    for (const model::RequirementNode& node : written.members) {
        if (const auto* below = std::get_if<model::RequirementGroup>(&node)) {
            add_below(context, *below, clauses);
            continue;
        }
        const model::ClauseIndex clause = std::get<model::ClauseIndex>(node);
        clauses.push_back(clause);
        if (const auto* below = std::get_if<model::RequirementGroup>(&context.requirements[clause]->body))
            add_below(context, *below, clauses);
    }
}

/// Leaves a requirement out, with all below it, where the condition it is asked under does not hold.
std::string left_out(const Context& context, model::ClauseIndex clause) {
    if (context.only_if(clause) == nullptr) return {};
    std::vector<model::ClauseIndex> clauses = {clause};
    const auto* below = std::get_if<model::RequirementGroup>(&context.requirements[clause]->body);
    if (below != nullptr) add_below(context, *below, clauses);
    const std::string truth = context.names.only_ifs[clause] + "(request).truth";
    std::string written =
        fmt::format("    truths.leave_out_if({} == Truth::no, {});\n", truth, context.clause_set(clauses, 8));
    if (below != nullptr)
        written += fmt::format("    truths.leave_open_if({} == Truth::unknown, {});\n", truth, context.clause(clause));
    return written;
}

std::string records_of(const Context& context, const model::Section& section) {
    std::string records;
    for (const model::ClauseIndex clause : tested_clauses(context, section)) {
        const bool is_tested = context.conditions[clause] != nullptr;
        const std::string truth =
            is_tested ? context.names.functions[clause] + "(request).truth" : std::string("Truth::yes");
        records += left_out(context, clause);
        records += fmt::format("    truths.record({}, {});\n", context.clause(clause), truth);
    }
    const std::vector<model::ClauseIndex> nested = nested_of(context, section);
    // A requirement may be left out by one above it, so all of that is settled first.
    for (const model::ClauseIndex clause : nested) records += left_out(context, clause);
    for (const model::ClauseIndex clause : nested)
        records += fmt::format("    truths.record({}, {}(truths).truth);\n", context.clause(clause),
                               context.names.functions[clause]);
    if (records.find("(request)") == std::string::npos) records += "    static_cast<void>(request);\n";
    return records.find("truths") == std::string::npos ? records + "    static_cast<void>(truths);\n" : records;
}

}  // namespace

std::string criteria_functions(const Context& context) {
    std::string functions;
    std::vector<model::ClauseIndex> nested;
    for (const model::Section& section : context.policy.sections)
        for (const std::optional<model::Criteria>& criteria : section.criteria)
            if (criteria) add_nested(context, criteria->group, nested);
    for (const model::ClauseIndex clause : nested)
        functions +=
            nested_function(context, clause, std::get<model::RequirementGroup>(context.requirements[clause]->body));
    const std::vector<model::Value>& kinds = context.policy.facts[index_of(BuiltinFact::request)].values;
    for (std::size_t i = 0; i < context.policy.sections.size(); ++i) {
        const model::Section& section = context.policy.sections[i];
        for (std::size_t kind = 0; kind < section.criteria.size(); ++kind)
            if (section.criteria[kind])
                functions += fmt::format(criteria_template, fmt::arg("section", comment(section.id)),
                                         fmt::arg("kind", comment(kinds[kind].name)),
                                         fmt::arg("function", context.names.criteria[i][kind]),
                                         fmt::arg("group", group(context, section.criteria[kind]->group, 4)));
    }
    return functions;
}

std::string section_functions(const Context& context) {
    std::string functions;
    for (std::size_t i = 0; i < context.policy.sections.size(); ++i) {
        const model::Section& section = context.policy.sections[i];
        functions += fmt::format(
            section_template, fmt::arg("section", comment(section.id)), fmt::arg("title", comment(section.title)),
            fmt::arg("function", context.names.evaluations[i]), fmt::arg("records", records_of(context, section)));
    }
    return functions;
}

}  // namespace pol::emission
