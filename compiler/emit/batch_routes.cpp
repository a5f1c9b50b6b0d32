#include "compiler/emit/batch.hpp"
#include "compiler/emit/text.hpp"
#include "compiler/model/line.hpp"
#include "compiler/model/routing.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pol::emission {

namespace {

using model::DeterminationIndex;
using Determinations = std::vector<DeterminationIndex>;

// clang-format off
constexpr std::string_view stages_template = R"(
    // Section {section}, {lines}: {title}.
    static void {function}([[maybe_unused]] const Block& request, [[maybe_unused]] const ClausePlanes& clauses,
                           Stages stages) noexcept {{
{stages}    }}
)";
constexpr std::string_view follow_template = R"(
    // Every request on all routes that it may take.
    [[gnu::flatten]] static void follow(const Block& request, Plane rows,
                                        ::pol::batch::PossibleResults& results) noexcept {{
        const auto times = times_of(text_rule, request.{selecting});
        results.add(number_of(Place::{earlier}), rows & times.before);
        results.add(number_of(Place::{outside}), rows & times.after);
        rows &= times.in_force;
{bound}{routing}{lines}        const ClausePlanes clauses = clauses_of(request);
{calls}    }}
)";
constexpr std::string_view bound_template =
    "        // A date that is never before another tells more than that it is missing: row by row.\n"
    "        results.told_in_part |= {};\n";
constexpr std::string_view routing_text =
    "        // Conditions ask for the route: what is unknown about it is told row by row.\n"
    "        results.told_in_part |= ~(request.line_of_business.given() & request.benefit.given() & "
    "request.request.given());\n";
// clang-format on

/// Lines of business that go the same way: those of one section that meet the same determinations.
struct Group {
    std::size_t section = 0;
    Determinations determinations;
    std::vector<std::size_t> lines;
};

std::vector<Group> groups_of(const model::Policy& policy) {
    std::vector<Group> groups;
    for (std::size_t line = 0; line < policy.lines.size(); ++line) {
        if (!policy.lines[line].section) continue;
        const std::size_t section = *policy.lines[line].section;
        const Determinations determinations = model::determinations_of_line(policy, line);
        const auto same = std::find_if(groups.begin(), groups.end(), [&](const Group& group) {
            return group.section == section && group.determinations == determinations;
        });
        if (same == groups.end())
            groups.push_back({section, determinations, {line}});
        else
            same->lines.push_back(line);
    }
    return groups;
}

std::vector<std::size_t> unticked_lines(const model::Policy& policy) {
    std::vector<std::size_t> lines;
    for (std::size_t line = 0; line < policy.lines.size(); ++line)
        if (!policy.lines[line].section) lines.push_back(line);
    return lines;
}

/// `may_be(request.benefit, Benefit::medical)`
std::string may_be(const Context& context, BuiltinFact routing, const std::vector<std::size_t>& values, int indent) {
    const model::FactIndex fact = index_of(routing);
    std::vector<std::string> items = {"request." + context.names.facts[fact]};
    for (const std::size_t value : values) items.push_back(context.value(fact, static_cast<std::uint16_t>(value)));
    return filled_call("may_be(", items, indent);
}

std::string place(const Context& context, const model::Verdict& verdict) {
    return "Place::" + context.places.name_of(verdict);
}

/// Its truth where it holds only if none of its exceptions of the same stage does.
std::string heeding_exceptions(const Context& context, DeterminationIndex index, const Determinations& stage) {
    const model::Determination& determination = context.policy.determinations[index];
    const std::string own =
        determination.condition ? "clauses." + context.names.functions[determination.clause] : std::string("always()");
    std::vector<std::string> exceptions;
    for (const DeterminationIndex exception : determination.exceptions)
        if (std::count(stage.begin(), stage.end(), exception) != 0)
            exceptions.push_back(heeding_exceptions(context, exception, stage));
    if (exceptions.empty()) return own;
    return fmt::format("unless({}, any_of({}))", own, joined(exceptions));
}

std::string determined(const Context& context, DeterminationIndex index, const Determinations& stage) {
    return fmt::format("Determined{{{}, {}}}", place(context, context.policy.determinations[index].verdict),
                       heeding_exceptions(context, index, stage));
}

Determinations of_stage(const Context& context, const Determinations& all, model::Replaced replaced) {
    Determinations stage;
    for (const DeterminationIndex index : all)
        if (context.policy.determinations[index].replaces == replaced) stage.push_back(index);
    return stage;
}

bool is_whole(const Context& context, const Determinations& stage) {
    return std::all_of(stage.begin(), stage.end(), [&](DeterminationIndex index) {
        return told_in_planes(context, context.policy.determinations[index].clause) == Told::whole;
    });
}

std::vector<std::string> all_determined(const Context& context, const Determinations& stage) {
    std::vector<std::string> items;
    for (const DeterminationIndex index : stage) items.push_back(determined(context, index, stage));
    return items;
}

std::string_view told_in_part_unless(bool whole) { return whole ? "" : "        stages.told_in_part();\n"; }

std::string determining(const Context& context, const Determinations& stage) {
    if (stage.empty()) return {};
    return fmt::format("{}        {};\n", told_in_part_unless(is_whole(context, stage)),
                       call("stages.determine(", all_determined(context, stage), 8));
}

std::string gate(const Context& context) {
    if (!context.policy.gate) return {};
    const Determinations only = {*context.policy.gate};
    return fmt::format("{}        stages.gate({});\n", told_in_part_unless(is_whole(context, only)),
                       determined(context, only.front(), only));
}

std::string criteria_call(const Context& context, const Group& group, std::size_t kind, const Determinations& instead) {
    const model::Criteria& criteria = *context.policy.sections[group.section].criteria[kind];
    const model::Approval& approval = context.policy.approvals[criteria.approval];
    const bool renews = kind != 0 && approval.anchored;
    const bool whole = told_in_planes(context, criteria.group) == Told::whole;
    std::vector<std::string> items = {
        may_be(context, BuiltinFact::request, {kind}, 12),
        context.names.criteria[group.section][kind] + "(clauses)",
        fmt::format("::pol::closed_place({}, {})", criteria.approval, renews),
    };
    for (const std::string& item : all_determined(context, instead)) items.push_back(item);
    return fmt::format("        {};\n", call(whole ? "stages.criteria(" : "stages.criteria_told_in_part(", items, 8));
}

bool has_criteria(const model::Section& section) {
    return std::any_of(section.criteria.begin(), section.criteria.end(),
                       [](const std::optional<model::Criteria>& criteria) { return criteria.has_value(); });
}

std::string judging(const Context& context, const Group& group) {
    const model::Section& section = context.policy.sections[group.section];
    if (!has_criteria(section)) return {};
    const Determinations instead = of_stage(context, group.determinations, model::Replaced::approval);
    std::string text(told_in_part_unless(is_whole(context, instead)));
    const std::size_t kinds = context.policy.facts[index_of(BuiltinFact::request)].values.size();
    for (std::size_t kind = 0; kind < kinds; ++kind)
        text +=
            kind < section.criteria.size() && section.criteria[kind]
                ? criteria_call(context, group, kind, instead)
                : fmt::format("        stages.no_criteria({});\n", may_be(context, BuiltinFact::request, {kind}, 8));
    return text + "        stages.leave_criteria();\n";
}

std::string stages(const Context& context, const Group& group) {
    const model::Section& section = context.policy.sections[group.section];
    std::string text = gate(context);
    text += determining(context, of_stage(context, group.determinations, model::Replaced::nothing));
    text += judging(context, group);
    text += determining(context, of_stage(context, group.determinations, model::Replaced::denial));
    if (section.otherwise)
        text += fmt::format("        stages.otherwise({});\n", place(context, section.otherwise->verdict));
    return text;
}

std::string line_names(const Context& context, const Group& group) {
    std::vector<std::string> names;
    for (const std::size_t line : group.lines)
        names.push_back(context.policy.facts[index_of(BuiltinFact::line_of_business)].values[line].name);
    return comment(joined(names));
}

std::vector<std::size_t> benefits(const model::Policy& policy, bool listed) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < policy.benefits.size(); ++i)
        if (policy.benefits[i].listed == listed) found.push_back(i);
    return found;
}

std::string outside(const Context& context) {
    return context.places.name_of({.outcome = Outcome::does_not_apply, .target = no_index});
}

/// Boxes that are not ticked, and benefits that are not listed.
std::string lines_and_benefits(const Context& context, const std::vector<Group>& groups,
                               const std::vector<std::string>& names) {
    std::string text;
    const std::vector<std::size_t> unticked = unticked_lines(context.policy);
    if (!unticked.empty())
        text += fmt::format(
            "        const Plane unticked = {};\n"
            "        results.add(number_of(Place::{}), rows & unticked);\n",
            may_be(context, BuiltinFact::line_of_business, unticked, 31), outside(context));
    for (std::size_t i = 0; i < groups.size(); ++i)
        text += fmt::format("        const Plane of_{} =\n            rows & {};\n", names[i],
                            may_be(context, BuiltinFact::line_of_business, groups[i].lines, 19));
    std::vector<std::string> ticked;
    for (const std::string& name : names) ticked.push_back("of_" + name);
    const std::vector<std::size_t> unlisted = benefits(context.policy, false);
    if (!unlisted.empty() && !ticked.empty())
        text += fmt::format(
            "        const Plane unlisted = {};\n"
            "        results.add(number_of(Place::{}), ({}) & unlisted);\n",
            may_be(context, BuiltinFact::benefit, unlisted, 31), outside(context), joined(ticked, " | "));
    return text;
}

/// Of a date that has a bound, planes take only what is given.
std::string selecting_bound(const Context& context) {
    const model::Fact& selecting = context.policy.facts[context.policy.selecting_fact];
    if (!selecting.not_before) return {};
    const std::string& name = context.names.facts[context.policy.selecting_fact];
    return fmt::format(bound_template,
                       selecting.type == FactType::date ? fmt::format("~request.{}.given()", name) : "rows");
}

}  // namespace

std::string plane_routes(const Context& context) {
    const std::vector<Group> groups = groups_of(context.policy);
    Scope scope;
    std::vector<std::string> names;
    std::string text;
    std::string calls;
    const bool all_listed = benefits(context.policy, false).empty();
    if (!all_listed)
        calls += fmt::format("        const Plane listed = {};\n",
                             may_be(context, BuiltinFact::benefit, benefits(context.policy, true), 12));
    for (const Group& group : groups) {
        const model::Section& section = context.policy.sections[group.section];
        names.push_back(scope.take(lower_case(identifier(section.id))));
        const std::string function = "routes_of_" + names.back();
        text += fmt::format(stages_template, fmt::arg("section", comment(section.id)),
                            fmt::arg("lines", line_names(context, group)), fmt::arg("title", comment(section.title)),
                            fmt::arg("function", function), fmt::arg("stages", stages(context, group)));
        calls += fmt::format("        {}(request, clauses, {{results, of_{}{}}});\n", function, names.back(),
                             all_listed ? "" : " & listed");
    }
    return text + fmt::format(follow_template,
                              fmt::arg("selecting", context.names.facts[context.policy.selecting_fact]),
                              fmt::arg("earlier", context.places.name_of(context.policy.earlier)),
                              fmt::arg("outside", outside(context)), fmt::arg("bound", selecting_bound(context)),
                              fmt::arg("routing", model::reads_routing(context.policy) ? routing_text : ""),
                              fmt::arg("lines", lines_and_benefits(context, groups, names)), fmt::arg("calls", calls));
}

}  // namespace pol::emission
