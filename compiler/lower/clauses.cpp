#include "compiler/lower/documents.hpp"
#include "compiler/lower/passes.hpp"
#include "compiler/lower/statements.hpp"
#include "compiler/lower/wording.hpp"
#include "compiler/source/overloaded.hpp"

#include <cassert>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace pol::lowering {

namespace {

using model::ClauseIndex;

/// Where a list of statements stands: its section, the id its labels continue, and the clause it belongs to.
struct Place {
    std::string section;
    std::string list;
    std::optional<ClauseIndex> owner;
};

ClauseKind kind_of(const ast::Item& item) {
    const auto& statements = item.statements;
    if (first<ast::Determination>(statements)) return ClauseKind::determination;
    if (first<ast::Requirement>(statements) || first<ast::ItemGroup>(statements)) return ClauseKind::requirement;
    if (first<ast::Approve>(statements)) return ClauseKind::approval;
    if (first<ast::Dose>(statements) || first<ast::Loading>(statements) || first<ast::Maintenance>(statements) ||
        first<ast::QuantityApproved>(statements))
        return ClauseKind::dosing;
    if (first<ast::EvidenceRule>(statements)) return ClauseKind::evidence;
    return ClauseKind::note;
}

/// One way through the policy from top to bottom, giving every labelled place its clause.
class ClauseWalk {
public:
    explicit ClauseWalk(Context& context) : context_(context) {}

    void header(const ast::HeaderLine& line);
    void block(const ast::Drug&) {}
    void block(const ast::Gate& gate);
    void block(const ast::AppliesTo& applies);
    void block(const ast::Define&) {}
    void block(const ast::Section& section);
    void block(const ast::Guidelines& guidelines);
    void block(const ast::History& history);
    void block(const ast::Scenario&) {}
    void block(const ast::NeverCheck&) {}
    void block(const ast::AcceptedFinding&) {}

    ClauseIndex add(std::string id, std::string text, ClauseKind kind, const Span& span);

private:
    void statements(const std::vector<ast::Statement>& list, const Place& place);
    void statement(const ast::Statement& statement, const Place& place);
    void see(const ast::See& see, const Place& place);
    void reading(const ast::Reading& reading, const Place& place);
    void because(const ast::Because& because, const Place& place);
    void notes(const ast::Notes& notes, const Place& place);
    void otherwise(const ast::Otherwise& otherwise, const Span& span, const Place& place);
    ClauseIndex item(const ast::Item& item, ClauseKind kind, const Place& place);
    void give_to_outcomes(std::size_t first_place, ClauseIndex first_clause);

    Context& context_;
    /// How many unnumbered items a list has had so far, by the list's id.
    std::map<std::string, int> unnumbered_;
};

ClauseIndex ClauseWalk::add(std::string id, std::string text, ClauseKind kind, const Span& span) {
    model::Clause clause;
    clause.id = id;
    clause.text = std::move(text);
    clause.kind = kind;
    clause.line = line_of(context_, span);
    clause.span = span;
    const ClauseIndex index = append(context_.policy.clauses, std::move(clause));
    [[maybe_unused]] const bool is_new = context_.clause_by_id.emplace(std::move(id), index).second;
    assert(is_new);
    return index;
}

void ClauseWalk::header(const ast::HeaderLine& line) {
    const Place place{.section = "", .list = "", .owner = context_.policy.text_clause};
    if (const auto* form = std::get_if<ast::EarlierTexts>(&line.form))
        if (form->outcome) context_.policy.earlier = verdict_of(context_.policy, *form->outcome);
    if (const auto* form = std::get_if<ast::See>(&line.form)) see(*form, place);
    if (const auto* form = std::get_if<ast::Reading>(&line.form)) reading(*form, place);
}

void ClauseWalk::block(const ast::Gate& gate) {
    add("GATE", gate.title.text, ClauseKind::gate, gate.span);
    named_target(context_.policy, gate.determination.outcome);
}

void ClauseWalk::block(const ast::AppliesTo& applies) {
    const auto& lines = context_.policy.facts[index_of(BuiltinFact::line_of_business)].values;
    for (const ast::Box& box : applies.boxes) {
        const std::uint16_t line = routing_value(context_, BuiltinFact::line_of_business, box.line.text);
        add("APPLIES." + box.line.text, lines[line].text, ClauseKind::box, box.span);
    }
    Place place{.section = "APPLIES", .list = "APPLIES", .owner = std::nullopt};
    for (const ast::Reading& form : applies.readings) reading(form, place);
    if (applies.benefits.empty()) return;
    place.owner = add("APPLIES." + applies.benefits.front().text, text_of_benefits(applies), ClauseKind::benefit,
                      applies.benefits_span);
    for (const ast::Name& benefit : applies.benefits)
        context_.clause_by_id.emplace("APPLIES." + benefit.text, *place.owner);
    for (const ast::See& form : applies.benefits_see) see(form, place);
}

void ClauseWalk::block(const ast::Section& section) {
    const std::size_t first_place = context_.see_places.size();
    const auto first_clause = static_cast<ClauseIndex>(context_.policy.clauses.size());
    statements(section.statements, {.section = section.id.text, .list = section.id.text, .owner = std::nullopt});
    give_to_outcomes(first_place, first_clause);
}

void ClauseWalk::block(const ast::Guidelines& guidelines) {
    statements(guidelines.statements,
               {.section = guidelines.id.text, .list = guidelines.id.text, .owner = std::nullopt});
}

void ClauseWalk::block(const ast::History& history) {
    for (const ast::Reading& form : history.readings)
        reading(form, {.section = "", .list = "", .owner = context_.policy.text_clause});
}

/// A section-wide `see` was met before the clauses it belongs to.
void ClauseWalk::give_to_outcomes(std::size_t first_place, ClauseIndex first_clause) {
    std::vector<ClauseIndex> outcomes;
    for (std::size_t i = first_clause; i < context_.policy.clauses.size(); ++i) {
        const ClauseKind kind = context_.policy.clauses[i].kind;
        if (kind == ClauseKind::determination || kind == ClauseKind::otherwise)
            outcomes.push_back(static_cast<ClauseIndex>(i));
    }
    for (std::size_t i = first_place; i < context_.see_places.size(); ++i)
        if (context_.see_places[i].citing.empty()) context_.see_places[i].citing = outcomes;
}

void ClauseWalk::statements(const std::vector<ast::Statement>& list, const Place& place) {
    for (const ast::Statement& each : list) statement(each, place);
}

void ClauseWalk::statement(const ast::Statement& statement, const Place& place) {
    std::visit(overloaded{
                   [](const ast::ForLines&) {},
                   [&](const ast::See& form) { see(form, place); },
                   [](const ast::Printed&) {},
                   [](const ast::OnlyIf&) {},
                   [](const ast::NotInDocument&) {},
                   [&](const ast::Reading& form) { reading(form, place); },
                   [](const ast::Note&) {},
                   [](const ast::EvidenceRule&) {},
                   [&](const ast::Determination& form) { named_target(context_.policy, form.outcome); },
                   [](const ast::ExceptionTo&) {},
                   [&](const ast::Because& form) { because(form, place); },
                   [&](const ast::Notes& form) { notes(form, place); },
                   [](const ast::Requirement&) {},
                   [](const ast::ItemsAgain&) {},
                   [&](const ast::ItemGroup& form) { statements(form.members, place); },
                   [&](const ast::Requires& form) { statements(form.group.members, place); },
                   [](const ast::Dose&) {},
                   [](const ast::Loading&) {},
                   [](const ast::Maintenance&) {},
                   [](const ast::Approve&) {},
                   [](const ast::QuantityApproved&) {},
                   [&](const ast::Otherwise& form) { otherwise(form, statement.span, place); },
                   [&](const ast::Item& form) { item(form, kind_of(form), place); },
               },
               statement.form);
}

void ClauseWalk::see(const ast::See& see, const Place& place) {
    for (const auto& reference : see.references)
        if (const auto* document = std::get_if<ast::DocumentReference>(&reference))
            target_of(context_.policy, *document);
    std::vector<ClauseIndex> citing;
    if (place.owner) citing.push_back(*place.owner);
    context_.see_places.push_back({.see = &see, .section = place.section, .citing = std::move(citing)});
}

void ClauseWalk::reading(const ast::Reading& reading, const Place& place) {
    context_.reading_places.push_back({.reading = &reading, .section = place.section, .owner = place.owner});
}

void ClauseWalk::because(const ast::Because& because, const Place& place) {
    assert(place.owner);
    for (const ast::Item& form : because.items) {
        const ClauseIndex clause = item(form, ClauseKind::because, place);
        context_.policy.clauses[*place.owner].because.push_back(clause);
    }
}

void ClauseWalk::notes(const ast::Notes& notes, const Place& place) {
    for (const ast::Item& form : notes.items) item(form, ClauseKind::note, place);
}

void ClauseWalk::otherwise(const ast::Otherwise& otherwise, const Span& span, const Place& place) {
    named_target(context_.policy, otherwise.outcome);
    const ClauseIndex clause =
        add(place.list + ".otherwise", "otherwise " + text_of(otherwise.outcome), ClauseKind::otherwise, span);
    statements(otherwise.attributes, {.section = place.section, .list = place.list, .owner = clause});
}

ClauseIndex ClauseWalk::item(const ast::Item& item, ClauseKind kind, const Place& place) {
    const bool is_unnumbered = item.label.text == "*";
    const std::string label = is_unnumbered ? "*" + std::to_string(++unnumbered_[place.list]) : item.label.text;
    const std::string id = place.list + "." + label;
    const ClauseIndex clause = add(id, text_of(item), kind, item.label.span);
    context_.clause_of_item.emplace(&item, clause);
    statements(item.statements, {.section = place.section, .list = id, .owner = clause});
    return clause;
}

}  // namespace

void lower_clauses(Context& context) {
    const ast::Policy& policy = policy_of(context.program);
    ClauseWalk walk(context);
    for (const ast::HeaderLine& line : policy.header)
        if (const auto* text = std::get_if<ast::TextInForce>(&line.form))
            context.policy.text_clause = walk.add("TEXT", text_of(*text), ClauseKind::text, line.span);
    for (const ast::HeaderLine& line : policy.header) walk.header(line);
    for (const ast::Block& block : policy.blocks) std::visit([&walk](const auto& kind) { walk.block(kind); }, block);
}

}  // namespace pol::lowering
