#include "compiler/emit/parts.hpp"
#include "compiler/emit/text.hpp"
#include "compiler/model/line.hpp"
#include "compiler/model/routing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <variant>

namespace pol::emission {

namespace {

// clang-format off
constexpr std::string_view rules_template = R"(
// What the engine (pol/decide.hpp) has to know of the policy as data.

// Results known before any request, at their places in the order of results.
enum class Place : std::uint16_t {{
{places}}};

enum class Section : std::uint16_t {{ {sections} }};

{tables}
constexpr ::pol::PolicyRules<clause_room> policy_rules = {{
{members}}};
)";

constexpr std::string_view calendar_template = R"(
constexpr ::pol::CalendarRules calendar = {{.short_months = ::pol::ShortMonths::{short_months},
                                           .leap_birthday = ::pol::LeapBirthday::{leap_birthday}}};
)";

constexpr std::string_view text_rule_template =
    "{{.clause = {clause}, .selected_by = number_of({fact}),\n             .from = {from}, .through = {through}{earlier}}}";
constexpr std::string_view line_rule_template =
    "{{.box = {box}, .section = {section},\n     .determinations = {determinations},\n     .for_every_member = {for_every_member}}}";
constexpr std::string_view criteria_rule_template =
    "{{.approval = {approval}, .printed_order = {order},\n     .requirements = {requirements}{conditional}}}";
constexpr std::string_view section_rule_template = "{{.otherwise = {otherwise}, .otherwise_result = {result}}}";
constexpr std::string_view result_rule_template =
    "{{.result = {{::pol::Outcome::{outcome}, {target}}},\n"
    "     .determinations = {determinations}}}";
constexpr std::string_view exception_rule_template = "{{.determination = {determination}, .exceptions = {exceptions}}}";
constexpr std::string_view implies_rule_template = "{{number_of({fact}), number_of({implied})}}";
// clang-format on

/// What a day before the text gives, where that is not what any other day without a text gives.
std::string earlier_result(const Context& context) {
    const model::Verdict& earlier = context.policy.earlier;
    if (earlier.outcome == Outcome::does_not_apply) return {};
    return fmt::format(",\n             .earlier_result = number_of(Place::{})", context.places.name_of(earlier));
}

std::string text_rule(const Context& context) {
    const model::Policy& policy = context.policy;
    return filled(text_rule_template, {{"clause", context.clause_number(policy.text_clause)},
                                       {"fact", context.fact(policy.selecting_fact)},
                                       {"from", date_literal(policy.text_from)},
                                       {"through", date_literal(policy.text_through.value_or(open_end))},
                                       {"earlier", earlier_result(context)}});
}

std::vector<model::ClauseIndex> determinations_of(const Context& context, std::size_t line) {
    std::vector<model::ClauseIndex> clauses;
    for (const model::DeterminationIndex index : model::determinations_of_line(context.policy, line))
        clauses.push_back(context.policy.determinations[index].clause);
    return clauses;
}

/// The clauses that are for every member of a line, whatever the kind of request.
std::vector<model::ClauseIndex> clauses_for_every_member(const Context& context, std::size_t line) {
    const model::Policy& policy = context.policy;
    const model::LineOfBusiness& business = policy.lines[line];
    std::vector<model::ClauseIndex> clauses{business.box};
    if (policy.benefit_clause != no_index) clauses.push_back(policy.benefit_clause);
    if (policy.gate) clauses.push_back(policy.determinations[*policy.gate].clause);
    const std::vector<model::ClauseIndex> determinations = determinations_of(context, line);
    clauses.insert(clauses.end(), determinations.begin(), determinations.end());
    if (!business.section) return clauses;
    const auto& otherwise = policy.sections[*business.section].otherwise;
    if (otherwise) clauses.push_back(otherwise->clause);
    return clauses;
}

std::vector<std::string> line_rules(const Context& context) {
    std::vector<std::string> rules;
    for (std::size_t line = 0; line < context.policy.lines.size(); ++line) {
        const model::LineOfBusiness& business = context.policy.lines[line];
        const std::string section =
            business.section ? fmt::format("number_of(Section::{})", context.names.sections[*business.section])
                             : std::string("::pol::no_index");
        rules.push_back(filled(line_rule_template,
                               {{"box", context.clause_number(business.box)},
                                {"section", section},
                                {"determinations", context.clause_set(determinations_of(context, line), 8)},
                                {"for_every_member", context.clause_set(clauses_for_every_member(context, line), 8)}}));
    }
    return rules;
}

std::vector<std::string> benefit_list(const Context& context) {
    std::vector<std::string> listed;
    for (const model::Benefit& benefit : context.policy.benefits) listed.push_back(benefit.listed ? "true" : "false");
    return listed;
}

std::vector<std::string> section_rules(const Context& context) {
    std::vector<std::string> rules;
    for (const model::Section& section : context.policy.sections) {
        const bool ends = !section.otherwise;
        rules.push_back(filled(section_rule_template,
                               {{"otherwise", context.clause_number(ends ? no_index : section.otherwise->clause)},
                                {"result", ends ? std::string("::pol::no_index")
                                                : fmt::format("number_of(Place::{})",
                                                              context.places.name_of(section.otherwise->verdict))}}));
    }
    return rules;
}

void add_printed(const Context& context, const model::RequirementGroup& group, std::vector<std::string>& order) {
    for (const model::RequirementNode& node : group.members) {
        if (const auto* below = std::get_if<model::RequirementGroup>(&node)) {
            add_printed(context, *below, order);
            continue;
        }
        const model::ClauseIndex clause = std::get<model::ClauseIndex>(node);
        const auto* below = std::get_if<model::RequirementGroup>(&context.requirements[clause]->body);
        if (below == nullptr || context.only_if(clause) != nullptr) order.push_back(context.clause_number(clause));
        if (below != nullptr) add_printed(context, *below, order);
    }
}

std::string order_name(const Context& context, std::size_t section, std::size_t kind) {
    return context.names.criteria[section][kind] + "_order";
}

std::string printed_orders(const Context& context) {
    std::string tables;
    for (std::size_t i = 0; i < context.policy.sections.size(); ++i)
        for (std::size_t kind = 0; kind < context.policy.sections[i].criteria.size(); ++kind) {
            const std::optional<model::Criteria>& criteria = context.policy.sections[i].criteria[kind];
            if (!criteria) continue;
            std::vector<std::string> order;
            add_printed(context, criteria->group, order);
            tables += table("std::uint16_t", order_name(context, i, kind), order);
        }
    return tables;
}

std::string criteria_rule(const Context& context, std::size_t section, std::size_t kind) {
    const model::Section& written = context.policy.sections[section];
    if (kind >= written.criteria.size() || !written.criteria[kind]) return "{}";
    const model::Criteria& criteria = *written.criteria[kind];
    return filled(criteria_rule_template, {{"approval", std::to_string(criteria.approval)},
                                           {"requirements", context.clause_set(criteria.clauses, 8)},
                                           {"order", order_name(context, section, kind)},
                                           {"conditional", conditional_members(context, section, kind)}});
}

std::size_t kind_count(const Context& context) {
    return context.policy.facts[index_of(BuiltinFact::request)].values.size();
}

std::vector<std::string> criteria_rules(const Context& context) {
    std::vector<std::string> rules;
    for (std::size_t section = 0; section < context.policy.sections.size(); ++section)
        for (std::size_t kind = 0; kind < kind_count(context); ++kind)
            rules.push_back(criteria_rule(context, section, kind));
    return rules;
}

std::vector<std::string> result_rules(const Context& context) {
    std::vector<std::string> rules;
    for (const model::Verdict& verdict : context.places.fixed()) {
        std::vector<model::ClauseIndex> clauses;
        for (std::size_t i = 0; i < context.policy.determinations.size(); ++i)
            if (context.policy.gate != i && context.policy.determinations[i].verdict == verdict)
                clauses.push_back(context.policy.determinations[i].clause);
        const std::string target =
            verdict.target != no_index ? fmt::format("{}", verdict.target) : std::string("::pol::no_index");
        rules.push_back(filled(result_rule_template, {{"outcome", outcome_name(verdict.outcome)},
                                                      {"target", target},
                                                      {"determinations", context.clause_set(clauses, 8)}}));
    }
    return rules;
}

/// An exception with exceptions of its own stands before what it is an exception to.
void add_exceptions(const Context& context, model::DeterminationIndex index, std::vector<bool>& done,
                    std::vector<std::string>& rules) {
    if (done[index]) return;
    done[index] = true;
    const model::Determination& determination = context.policy.determinations[index];
    if (determination.exceptions.empty()) return;
    std::vector<model::ClauseIndex> clauses;
    for (const model::DeterminationIndex exception : determination.exceptions) {
        add_exceptions(context, exception, done, rules);
        clauses.push_back(context.policy.determinations[exception].clause);
    }
    rules.push_back(filled(exception_rule_template, {{"determination", context.clause_number(determination.clause)},
                                                     {"exceptions", context.clause_set(clauses, 8)}}));
}

std::vector<std::string> exception_rules(const Context& context) {
    std::vector<std::string> rules;
    std::vector<bool> done(context.policy.determinations.size(), false);
    for (std::size_t i = 0; i < context.policy.determinations.size(); ++i)
        add_exceptions(context, static_cast<model::DeterminationIndex>(i), done, rules);
    return rules;
}

std::vector<std::string> implies_rules(const Context& context) {
    std::vector<std::string> rules;
    for (std::size_t fact = 0; fact < context.policy.facts.size(); ++fact)
        for (const model::FactIndex implied : context.policy.facts[fact].implies)
            rules.push_back(filled(implies_rule_template, {{"fact", context.fact(static_cast<model::FactIndex>(fact))},
                                                           {"implied", context.fact(implied)}}));
    return rules;
}

/// A table and the member of the rules that points to it; neither where there is nothing in it.
struct RulePart {
    std::string_view member;
    std::string_view type;
    std::string_view name;
    std::vector<std::string> items;
};

std::vector<RulePart> rule_parts(const Context& context) {
    return {
        {"lines", "::pol::LineRule<clause_room>", "line_rules", line_rules(context)},
        {"benefit_is_listed", "bool", "benefit_is_listed", benefit_list(context)},
        {"sections", "::pol::SectionRule", "section_rules", section_rules(context)},
        {"criteria", "::pol::CriteriaRule<clause_room>", "criteria_rules", criteria_rules(context)},
        {"results", "::pol::ResultRule<clause_room>", "result_rules", result_rules(context)},
        {"exceptions", "::pol::ExceptionRule<clause_room>", "exception_rules", exception_rules(context)},
        {"approvals", "::pol::ApprovalRule", "approval_rules", approval_rules(context)},
        {"implies", "::pol::ImpliesRule", "implies_rules", implies_rules(context)},
        {"asked", "::pol::AskedClause", "asked_clauses", asked_clauses(context)},
    };
}

std::string gate_members(const Context& context) {
    if (!context.policy.gate) return {};
    const model::Determination& gate = context.policy.determinations[*context.policy.gate];
    return fmt::format("    .gate = {},\n    .gate_result = number_of(Place::{}),\n",
                       context.clause_number(gate.clause), context.places.name_of(gate.verdict));
}

std::vector<model::ClauseIndex> replacing(const model::Policy& policy, model::Replaced replaced) {
    std::vector<model::ClauseIndex> clauses;
    for (const model::Determination& determination : policy.determinations)
        if (determination.replaces == replaced) clauses.push_back(determination.clause);
    return clauses;
}

/// The determinations behind the criteria; nothing is said where there are none.
std::string replacing_members(const Context& context) {
    const std::vector<model::ClauseIndex> approval = replacing(context.policy, model::Replaced::approval);
    const std::vector<model::ClauseIndex> denial = replacing(context.policy, model::Replaced::denial);
    std::string members;
    if (!approval.empty()) members += fmt::format("    .instead_of_approval = {},\n", context.clause_set(approval, 4));
    if (!denial.empty()) members += fmt::format("    .instead_of_denial = {},\n", context.clause_set(denial, 4));
    return members;
}

std::string member(const std::vector<RulePart>& parts, std::string_view name) {
    const auto part = std::find_if(parts.begin(), parts.end(), [&](const RulePart& one) { return one.member == name; });
    return part->items.empty() ? std::string() : fmt::format("    .{} = {},\n", part->member, part->name);
}

/// In the order in which PolicyRules declares them.
std::string rule_members(const Context& context, const std::vector<RulePart>& parts) {
    const model::Policy& policy = context.policy;
    std::string members = fmt::format("    .text = {},\n    .calendar = calendar,\n", text_rule(context));
    members += member(parts, "lines") + member(parts, "benefit_is_listed");
    if (policy.benefit_clause != no_index)
        members +=
            fmt::format("    .benefit_clause = {},\n    .benefit_reasons = {},\n",
                        context.clause_number(policy.benefit_clause), context.clause_set(policy.benefit_reasons, 4));
    members += gate_members(context);
    members += fmt::format("    .outside_result = number_of(Place::{}),\n",
                           context.places.name_of({.outcome = Outcome::does_not_apply, .target = no_index}));
    members += member(parts, "sections") + member(parts, "criteria");
    members += fmt::format("    .kind_count = {},\n", kind_count(context));
    members += member(parts, "results") + member(parts, "exceptions") + replacing_members(context);
    members += member(parts, "approvals") + member(parts, "implies") + member(parts, "asked");
    if (model::reads_routing(policy)) members += "    .reads_routing = true,\n";
    if (computes_extents(policy)) members += "    .computes_extents = true,\n";
    if (computes_amounts(policy)) members += "    .computes_amounts = true,\n";
    return members;
}

std::string places_of(const Context& context) {
    std::string places;
    std::size_t place = context.places.first_fixed();
    for (const std::string& name : context.places.names()) places += fmt::format("    {} = {},\n", name, place++);
    return places;
}

}  // namespace

std::string calendar_rules(const Context& context) {
    const CalendarRules& calendar = context.policy.calendar;
    const bool takes_last_day = calendar.short_months == ShortMonths::take_last_day;
    const bool is_march = calendar.leap_birthday == LeapBirthday::march_1;
    return filled(calendar_template, {{"short_months", takes_last_day ? "take_last_day" : "take_first_of_next"},
                                      {"leap_birthday", is_march ? "march_1" : "february_28"}});
}

std::string rule_tables(const Context& context) {
    const std::vector<RulePart> parts = rule_parts(context);
    std::string tables = printed_orders(context) + conditional_tables(context);
    for (const RulePart& part : parts) tables += table(part.type, part.name, part.items);
    return filled(rules_template, {{"places", places_of(context)},
                                   {"sections", joined(context.names.sections)},
                                   {"tables", tables},
                                   {"members", rule_members(context, parts)}});
}

}  // namespace pol::emission
