#pragma once

#include "compiler/ast/program.hpp"
#include "pol/description.hpp"

#include <string>
#include <unordered_map>
#include <vector>

namespace pol::checking {

/// One clause of a policy: a place of the document that can be cited. `MMC.9.b`, `APPLIES.medical`, `GATE`.
struct LedgerEntry {
    std::string id;
    ClauseKind kind = ClauseKind::note;
    /// The label, or the word the clause begins with.
    Span span;
    /// Absent for text, gate, boxes, benefits and `otherwise`.
    const ast::Item* item = nullptr;
    /// Section or guidelines it stands in; empty outside of both.
    std::string block;
    /// The list of labels it belongs to, by number; meaningless without an item.
    std::size_t list = 0;
    /// It stands in `because` or `notes`, where a text states nothing.
    bool is_text = false;
};

/// Every clause of a policy in file order. The benefits line is one clause with the first benefit's id; the others on
/// the line find it too.
class Ledger {
public:
    explicit Ledger(const ast::Policy& policy);

    [[nodiscard]] const std::vector<LedgerEntry>& entries() const { return entries_; }
    /// The clause of that id, the first where the id is repeated; nothing if there is none.
    [[nodiscard]] const LedgerEntry* find(const std::string& id) const;
    /// The clause that a reference within `block` means: one of that block if it has such an item, else of the block
    /// that the reference begins with.
    [[nodiscard]] const LedgerEntry* find(const ast::ItemReference& reference, const std::string& block) const;
    /// The clause of an item of the policy.
    [[nodiscard]] const LedgerEntry* entry_of(const ast::Item& item) const;

    /// From now on an id that is not there may be one whose label is wrong, which has a finding of its own.
    void doubt_ids() { ids_are_doubtful_ = true; }
    [[nodiscard]] bool ids_are_doubtful() const { return ids_are_doubtful_; }

private:
    struct List;
    void add(LedgerEntry entry);
    void add_header(const ast::HeaderLine& line);
    void add_block(const ast::Block& block);
    void add_applies(const ast::AppliesTo& applies);
    void add_statements(const std::vector<ast::Statement>& statements, List& list);
    void add_statement(const ast::Statement& statement, List& list);
    void add_texts(const std::vector<ast::Item>& items, ClauseKind kind, List& list);
    void add_item(const ast::Item& item, ClauseKind kind, bool is_text, List& list);

    std::vector<LedgerEntry> entries_;
    std::unordered_map<std::string, std::size_t> by_id_;
    std::unordered_map<const ast::Item*, std::size_t> by_item_;
    std::size_t list_count_ = 0;
    bool ids_are_doubtful_ = false;
};

/// The id a reference means; `block` completes one that leaves its section out.
[[nodiscard]] std::string id_of(const ast::ItemReference& reference, const std::string& block);

}  // namespace pol::checking
