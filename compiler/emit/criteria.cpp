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
// What section {section} asks of a request of the {kinds}. Flattened, so that what clauses share is computed once.
[[gnu::flatten]] constexpr Group {function}(const Request& request, Truths& truths) noexcept {{
{records}    return {group};
}}
)";

constexpr std::string_view section_template = R"(
// Section {section}: {title}. What it determines whatever the criteria come to.
constexpr void {function}(const Request& request, Truths& truths) noexcept {{
{records}}}
)";
// clang-format on

std::string group(const Context& context, const model::RequirementGroup& written, int indent);

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
    return call("truths." + opening(written), groups, indent);
}

std::string nested_function(const Context& context, model::ClauseIndex clause, const model::RequirementGroup& below) {
    const bool is_conditional = context.only_if(clause) != nullptr;
    std::string written = group(context, below, is_conditional ? 8 : 4);
    if (is_conditional) written = call("truths.only_if(", {context.clause(clause), written}, 4);
    return filled(nested_template, {{"citation", comment(context.citation(clause))},
                                    {"text", comment(context.policy.clauses[clause].text)},
                                    {"function", context.names.functions[clause]},
                                    {"group", written}});
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

/// The clauses of a group as they are evaluated: those below one that is only for some requests where it is asked.
/// What is `done` already stands above.
void add_records(const Context& context, const model::RequirementGroup& written, int indent,
                 std::vector<model::ClauseIndex>& done, std::string& records);

std::string record(const Context& context, model::ClauseIndex clause, std::string_view argument) {
    return fmt::format("truths.record({}, {}({}).truth);\n", context.clause(clause), context.names.functions[clause],
                       argument);
}

void add_below(const Context& context, model::ClauseIndex clause, int indent, std::vector<model::ClauseIndex>& done,
               std::string& records) {
    const auto* below = std::get_if<model::RequirementGroup>(&context.requirements[clause]->body);
    if (below != nullptr) add_records(context, *below, indent, done, records);
    records += std::string(static_cast<std::size_t>(indent), ' ');
    records += record(context, clause, below != nullptr ? "truths" : "request");
}

void add_conditional(const Context& context, model::ClauseIndex clause, int indent,
                     const std::vector<model::ClauseIndex>& done, std::string& records) {
    std::vector<model::ClauseIndex> done_below = done;
    records += fmt::format("{:{}}if (truths.is_asked({}, {}(request).truth)) {{\n", "", indent, context.clause(clause),
                           context.names.only_ifs[clause]);
    add_below(context, clause, indent + 4, done_below, records);
    records += fmt::format("{:{}}}}\n", "", indent);
}

void add_records(const Context& context, const model::RequirementGroup& written, int indent,
                 std::vector<model::ClauseIndex>& done, std::string& records) {
    for (const model::RequirementNode& node : written.members) {
        if (const auto* below = std::get_if<model::RequirementGroup>(&node)) {
            add_records(context, *below, indent, done, records);
            continue;
        }
        const model::ClauseIndex clause = std::get<model::ClauseIndex>(node);
        if (std::count(done.begin(), done.end(), clause) != 0) continue;
        done.push_back(clause);
        if (context.only_if(clause) != nullptr)
            add_conditional(context, clause, indent, done, records);
        else
            add_below(context, clause, indent, done, records);
    }
}

bool is_same(const model::RequirementGroup& left, const model::RequirementGroup& right);

bool is_same_node(const model::RequirementNode& left, const model::RequirementNode& right) {
    if (left.index() != right.index()) return false;
    const auto* group = std::get_if<model::RequirementGroup>(&left);
    return group != nullptr ? is_same(*group, std::get<model::RequirementGroup>(right))
                            : std::get<model::ClauseIndex>(left) == std::get<model::ClauseIndex>(right);
}

bool is_same(const model::RequirementGroup& left, const model::RequirementGroup& right) {
    return left.quantifier == right.quantifier && left.count == right.count &&
           std::equal(left.members.begin(), left.members.end(), right.members.begin(), right.members.end(),
                      is_same_node);
}

/// `kind `initial`` or `kinds `initial`, `renewal``.
std::string kinds_of(const Context& context, const std::vector<std::size_t>& kinds) {
    const std::vector<model::Value>& values = context.policy.facts[index_of(BuiltinFact::request)].values;
    std::vector<std::string> names;
    for (const std::size_t kind : kinds) names.push_back(fmt::format("`{}`", comment(values[kind].name)));
    return fmt::format("{} {}", names.size() == 1 ? "kind" : "kinds", joined(names));
}

std::string criteria_function(const Context& context, std::size_t section, const std::vector<std::size_t>& kinds) {
    const std::size_t kind = kinds.front();
    const model::RequirementGroup& written = context.policy.sections[section].criteria[kind]->group;
    std::vector<model::ClauseIndex> done;
    std::string records;
    add_records(context, written, 4, done, records);
    return filled(criteria_template, {{"section", comment(context.policy.sections[section].id)},
                                      {"kinds", kinds_of(context, kinds)},
                                      {"function", context.names.criteria[section][kind]},
                                      {"records", records},
                                      {"group", group(context, written, 4)}});
}

/// The determinations of a section, in the order of the file.
std::string determinations_of(const Context& context, const model::Section& section) {
    std::vector<model::ClauseIndex> clauses;
    for (const model::DeterminationIndex index : section.determinations)
        clauses.push_back(context.policy.determinations[index].clause);
    std::sort(clauses.begin(), clauses.end());
    std::string records;
    for (const model::ClauseIndex clause : clauses)
        records += context.conditions[clause] != nullptr
                       ? "    " + record(context, clause, "request")
                       : fmt::format("    truths.record({}, Truth::yes);\n", context.clause(clause));
    if (records.find("(request)") == std::string::npos) records += "    static_cast<void>(request);\n";
    return records.find("truths") == std::string::npos ? records + "    static_cast<void>(truths);\n" : records;
}

}  // namespace

std::string opening(const model::RequirementGroup& group) {
    switch (group.quantifier) {
        case model::Quantifier::any_of:
            return "any_of(";
        case model::Quantifier::none_of:
            return "none_of(";
        case model::Quantifier::at_least:
            return fmt::format("at_least({}, ", group.count);
        case model::Quantifier::all_of:
        case model::Quantifier::unless:
        case model::Quantifier::if_then:
            break;
    }
    return "all_of(";
}

std::vector<std::vector<std::size_t>> kinds_by_criteria(const model::Section& section) {
    std::vector<std::vector<std::size_t>> kinds_of_criteria;
    for (std::size_t kind = 0; kind < section.criteria.size(); ++kind) {
        if (!section.criteria[kind]) continue;
        const auto known = std::find_if(kinds_of_criteria.begin(), kinds_of_criteria.end(), [&](const auto& kinds) {
            return is_same(section.criteria[kinds.front()]->group, section.criteria[kind]->group);
        });
        if (known != kinds_of_criteria.end())
            known->push_back(kind);
        else
            kinds_of_criteria.push_back({kind});
    }
    return kinds_of_criteria;
}

std::string criteria_functions(const Context& context) {
    std::string functions;
    std::vector<model::ClauseIndex> nested;
    for (const model::Section& section : context.policy.sections)
        for (const std::optional<model::Criteria>& criteria : section.criteria)
            if (criteria) add_nested(context, criteria->group, nested);
    for (const model::ClauseIndex clause : nested)
        functions +=
            nested_function(context, clause, std::get<model::RequirementGroup>(context.requirements[clause]->body));
    for (std::size_t section = 0; section < context.policy.sections.size(); ++section)
        for (const std::vector<std::size_t>& kinds : kinds_by_criteria(context.policy.sections[section]))
            functions += criteria_function(context, section, kinds);
    return functions;
}

std::string section_functions(const Context& context) {
    std::string functions;
    for (std::size_t i = 0; i < context.policy.sections.size(); ++i) {
        const model::Section& section = context.policy.sections[i];
        functions += filled(section_template, {{"section", comment(section.id)},
                                               {"title", comment(section.title)},
                                               {"function", context.names.evaluations[i]},
                                               {"records", determinations_of(context, section)}});
    }
    return functions;
}

}  // namespace pol::emission
