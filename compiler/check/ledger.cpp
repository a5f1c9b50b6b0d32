#include "compiler/check/ledger.hpp"

#include "compiler/check/walk.hpp"

#include <utility>

namespace pol::checking {
namespace {

template <class Kind>
bool states(const ast::Item& item) {
    for (const ast::Statement& statement : item.statements)
        if (std::holds_alternative<Kind>(statement.form)) return true;
    return false;
}

ClauseKind kind_of(const ast::Item& item) {
    if (states<ast::Determination>(item)) return ClauseKind::determination;
    if (states<ast::Requirement>(item) || states<ast::ItemGroup>(item)) return ClauseKind::requirement;
    if (states<ast::Approve>(item)) return ClauseKind::approval;
    if (states<ast::Dose>(item) || states<ast::Loading>(item) || states<ast::Maintenance>(item) ||
        states<ast::QuantityApproved>(item))
        return ClauseKind::dosing;
    if (states<ast::EvidenceRule>(item)) return ClauseKind::evidence;
    return ClauseKind::note;
}

}  // namespace

/// A list of labels being read: the ids above it and the number of unnumbered items so far.
struct Ledger::List {
    std::string id;
    std::string block;
    std::size_t number = 0;
    int unnumbered = 0;
};

Ledger::Ledger(const ast::Policy& policy) {
    for (const ast::HeaderLine& line : policy.header) add_header(line);
    for (const ast::Block& block : policy.blocks) add_block(block);
}

const LedgerEntry* Ledger::find(const std::string& id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : &entries_[found->second];
}

const LedgerEntry* Ledger::find(const ast::ItemReference& reference, const std::string& block) const {
    const LedgerEntry* entry = find(id_of(reference, block));
    return entry == nullptr && !block.empty() ? find(id_of(reference, "")) : entry;
}

const LedgerEntry* Ledger::entry_of(const ast::Item& item) const {
    const auto found = by_item_.find(&item);
    return found == by_item_.end() ? nullptr : &entries_[found->second];
}

void Ledger::add(LedgerEntry entry) {
    by_id_.emplace(entry.id, entries_.size());
    if (entry.item != nullptr) by_item_.emplace(entry.item, entries_.size());
    entries_.push_back(std::move(entry));
}

void Ledger::add_header(const ast::HeaderLine& line) {
    if (std::holds_alternative<ast::TextInForce>(line.form)) add({"TEXT", ClauseKind::text, line.span, nullptr, "", 0});
}

void Ledger::add_block(const ast::Block& block) {
    const auto add_list = [this](const ast::Name& id, const std::vector<ast::Statement>& statements) {
        List list{id.text, id.text, list_count_++, 0};
        add_statements(statements, list);
    };
    std::visit(overloaded{
                   [this](const ast::Gate& gate) {
                       add({"GATE", ClauseKind::gate, gate.title.span, nullptr, "", 0});
                   },
                   [this](const ast::AppliesTo& applies) { add_applies(applies); },
                   [&](const ast::Section& section) { add_list(section.id, section.statements); },
                   [&](const ast::Guidelines& guidelines) { add_list(guidelines.id, guidelines.statements); },
                   [](const ast::Drug&) {},
                   [](const ast::Define&) {},
                   [](const ast::History&) {},
                   [](const ast::Scenario&) {},
                   [](const ast::NeverCheck&) {},
                   [](const ast::AcceptedFinding&) {},
               },
               block);
}

void Ledger::add_applies(const ast::AppliesTo& applies) {
    for (const ast::Box& box : applies.boxes)
        add({"APPLIES." + box.line.text, ClauseKind::box, box.line.span, nullptr, "", 0});
    if (applies.benefits.empty()) return;
    const ast::Name& first = applies.benefits.front();
    add({"APPLIES." + first.text, ClauseKind::benefit, first.span, nullptr, "", 0});
    for (const ast::Name& benefit : applies.benefits) by_id_.emplace("APPLIES." + benefit.text, entries_.size() - 1);
}

void Ledger::add_statements(const std::vector<ast::Statement>& statements, List& list) {
    for (const ast::Statement& statement : statements) add_statement(statement, list);
}

void Ledger::add_statement(const ast::Statement& statement, List& list) {
    if (const auto* item = std::get_if<ast::Item>(&statement.form)) add_item(*item, kind_of(*item), false, list);
    if (const auto* group = std::get_if<ast::ItemGroup>(&statement.form)) add_statements(group->members, list);
    if (const auto* requires_group = std::get_if<ast::Requires>(&statement.form))
        add_statements(requires_group->group.members, list);
    if (const auto* because = std::get_if<ast::Because>(&statement.form))
        add_texts(because->items, ClauseKind::because, list);
    if (const auto* notes = std::get_if<ast::Notes>(&statement.form)) add_texts(notes->items, ClauseKind::note, list);
    if (std::holds_alternative<ast::Otherwise>(statement.form))
        add({list.id + ".otherwise", ClauseKind::otherwise, statement.span, nullptr, list.block, 0});
}

void Ledger::add_texts(const std::vector<ast::Item>& items, ClauseKind kind, List& list) {
    for (const ast::Item& item : items) add_item(item, kind, true, list);
}

void Ledger::add_item(const ast::Item& item, ClauseKind kind, bool is_text, List& list) {
    const std::string label = item.label.text == "*" ? "*" + std::to_string(++list.unnumbered) : item.label.text;
    const std::string id = list.id + "." + label;
    add({id, kind, item.label.span, &item, list.block, list.number, is_text});
    List below{id, list.block, list_count_++, 0};
    const bool is_outcome = states<ast::Determination>(item);
    for (const ast::Statement& statement : item.statements) {
        // criteria that slipped below an outcome, which has a finding, are those of the section
        const bool is_outside = is_outcome && std::holds_alternative<ast::Requires>(statement.form);
        add_statement(statement, is_outside ? list : below);
    }
}

std::string id_of(const ast::ItemReference& reference, const std::string& block) {
    std::string id = reference.section.empty() ? block : reference.section;
    for (const std::string& label : reference.path) id += id.empty() ? label : "." + label;
    return id;
}

}  // namespace pol::checking
