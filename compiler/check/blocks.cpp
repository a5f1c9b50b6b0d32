#include "compiler/check/names.hpp"
#include "compiler/check/passes.hpp"
#include "compiler/check/walk.hpp"

#include <fmt/format.h>

namespace pol::checking {
namespace {

template <class Kind>
void check_single(const ast::Policy& policy, Sink& sink, const char* word) {
    const auto blocks = blocks_of<Kind>(policy);
    for (std::size_t i = 1; i < blocks.size(); ++i)
        add_with_place(sink, FindingCode::repeated_block, blocks[i]->span, fmt::format("a second `{}`", word),
                       "join them into one", blocks.front()->span, "the first one");
}

/// Ids of sections and guidelines begin the ids of their items.
void check_ids(const ast::Policy& policy, Sink& sink) {
    NameTable ids("section or list of guidelines", sink);
    each_clause_block(policy, [&](const ast::Name& id, const std::vector<ast::Statement>&) {
        if (id.text == "APPLIES" || id.text == "GATE" || id.text == "TEXT")
            sink.add(FindingCode::reserved_id, id.span, fmt::format("`{}` names another part of every policy", id.text),
                     "choose another name");
        ids.add(id.text, id.span);
    });
}

void check_evidence_rules(const ast::Policy& policy, Sink& sink) {
    const ast::Statement* first = nullptr;
    for (const ast::Guidelines* guidelines : blocks_of<ast::Guidelines>(policy))
        each_of<ast::EvidenceRule>(
            guidelines->statements, [&](const ast::EvidenceRule&, const ast::Statement& statement) {
                if (first != nullptr)
                    add_with_place(sink, FindingCode::repeated_statement, statement.span,
                                   "the policy states its minimum evidence twice",
                                   "one rule holds for the whole policy; a condition asks for less with `attested`",
                                   first->span, "the first one");
                else
                    first = &statement;
            });
}

}  // namespace

void check_blocks(const ast::Policy& policy, Sink& sink) {
    check_single<ast::Gate>(policy, sink, "gate");
    check_single<ast::AppliesTo>(policy, sink, "applies to");
    check_single<ast::History>(policy, sink, "history");
    if (blocks_of<ast::AppliesTo>(policy).empty())
        sink.add(FindingCode::missing_block, policy.name.span,
                 fmt::format("policy `{}` does not say what it applies to", policy.name.text),
                 "add `applies to … end` with a box for every line of business");
    check_ids(policy, sink);
    check_evidence_rules(policy, sink);
    NameTable drugs("drug", sink);
    for (const ast::Drug* drug : blocks_of<ast::Drug>(policy)) drugs.add(drug->name.text, drug->name.span);
    NameTable scenarios("scenario", sink);
    for (const ast::Scenario* scenario : blocks_of<ast::Scenario>(policy))
        scenarios.add(scenario->name.text, scenario->name.span);
}

}  // namespace pol::checking
