#include "compiler/check/references.hpp"

#include "compiler/check/passes.hpp"
#include "compiler/check/readings.hpp"
#include "compiler/check/walk.hpp"
#include "compiler/diagnostics/suggest.hpp"

#include <fmt/format.h>

#include <unordered_map>

namespace pol::checking {
namespace {

void report_unknown(const Ledger& ledger, const ast::ItemReference& reference, const std::string& block, Sink& sink) {
    const std::string id = id_of(reference, block);
    if (reference.section.empty() && block.empty())
        sink.add(FindingCode::unknown_item, reference.span, fmt::format("`{}` does not say its section", id),
                 "write it as in `MMC.9`");
    else
        sink.add(FindingCode::unknown_item, reference.span, fmt::format("there is no item `{}`", id),
                 did_you_mean(id, ledger.ids()));
}

struct Ends {
    const LedgerEntry* first = nullptr;
    const LedgerEntry* last = nullptr;
};

std::optional<Ends> resolve_ends(const Ledger& ledger, const ast::ItemRange& range, const std::string& block,
                                 Sink& sink) {
    Ends ends;
    ends.first = resolve(ledger, range.first, block, sink);
    ends.last = range.last ? resolve(ledger, *range.last, block, sink) : ends.first;
    if (ends.first == nullptr || ends.last == nullptr) return std::nullopt;
    if (ends.last >= ends.first && ends.first->block == ends.last->block) return ends;
    sink.add(FindingCode::range_order, range.span,
             fmt::format("`{}` does not come before `{}` in one section", ends.first->id, ends.last->id),
             "a range goes from the first to the last item as they stand in their section");
    return std::nullopt;
}

/// The entries from the first to the last; both lie in the ledger's one array.
template <class Keep>
std::vector<const LedgerEntry*> between(const Ends& ends, const Keep& keep) {
    std::vector<const LedgerEntry*> entries;
    for (const LedgerEntry* entry = ends.first; entry <= ends.last; ++entry)
        if (keep(*entry)) entries.push_back(entry);
    return entries;
}

/// `items 1 to 4` repeats requirements of its own section, each once in the criteria of a kind.
void check_items_again(const Context& context, const ast::Requires& requires_group, const std::string& block) {
    std::unordered_map<const LedgerEntry*, Span> repeated;
    each_of<ast::Item>(requires_group.group.members, [&](const ast::Item& item, const ast::Statement&) {
        const LedgerEntry* entry = context.ledger.entry_of(item);
        repeated.emplace(entry, entry->span);
    });
    each_of<ast::ItemsAgain>(requires_group.group.members, [&](const ast::ItemsAgain& again, const ast::Statement&) {
        for (const ast::ItemRange& range : again.ranges)
            for (const LedgerEntry* entry : resolve(context.ledger, range, block, context.sink)) {
                if (entry->kind != ClauseKind::requirement)
                    add_with_place(context.sink, FindingCode::not_a_requirement, range.span,
                                   fmt::format("`{}` is not a requirement", entry->id),
                                   "`items` repeats requirements only; name them in parts, as in `items 1 to 3, 5`",
                                   entry->span, "this item");
                const auto [first, is_new] = repeated.emplace(entry, range.span);
                if (!is_new)
                    add_with_place(context.sink, FindingCode::repeated_requirement, range.span,
                                   fmt::format("`{}` is asked twice of one request", entry->id),
                                   "leave one of them out", first->second, "the first time");
            }
    });
}

}  // namespace

const LedgerEntry* resolve(const Ledger& ledger, const ast::ItemReference& reference, const std::string& block,
                           Sink& sink) {
    const std::string id = id_of(reference, block);
    const LedgerEntry* entry = ledger.find(id);
    if (entry == nullptr) report_unknown(ledger, reference, block, sink);
    return entry;
}

std::vector<const LedgerEntry*> resolve(const Ledger& ledger, const ast::ItemRange& range, const std::string& block,
                                        Sink& sink) {
    const std::optional<Ends> ends = resolve_ends(ledger, range, block, sink);
    if (!ends) return {};
    if (ends->first->list == ends->last->list)
        return between(
            *ends, [&](const LedgerEntry& entry) { return entry.item != nullptr && entry.list == ends->first->list; });
    sink.add(FindingCode::range_order, range.span,
             fmt::format("`{}` and `{}` are not of one list", ends->first->id, ends->last->id),
             "a range stays within one list of labels");
    return {};
}

std::vector<const LedgerEntry*> resolve_across(const Ledger& ledger, const ast::ItemRange& range, Sink& sink) {
    const std::optional<Ends> ends = resolve_ends(ledger, range, "", sink);
    if (!ends) return {};
    return between(*ends, [](const LedgerEntry&) { return true; });
}

void check_references(const Context& context) {
    each_see(context.policy, [&](const ast::See& see, const std::string& block) {
        for (const auto& reference : see.references)
            if (const auto* item = std::get_if<ast::ItemReference>(&reference))
                resolve(context.ledger, *item, block, context.sink);
    });
    each_reading(context.policy, [&](const ast::Reading& reading, const std::string& block) {
        for (const ast::ItemReference& item : reading.items) resolve(context.ledger, item, block, context.sink);
    });
    each_clause_block(context.policy, [&](const ast::Name& id, const std::vector<ast::Statement>& statements) {
        each_of<ast::Requires>(statements, [&](const ast::Requires& requires_group, const ast::Statement&) {
            check_items_again(context, requires_group, id.text);
        });
    });
}

}  // namespace pol::checking
