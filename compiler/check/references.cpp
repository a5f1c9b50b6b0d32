#include "compiler/check/references.hpp"

#include "compiler/check/items.hpp"
#include "compiler/check/passes.hpp"
#include "compiler/check/readings.hpp"
#include "compiler/check/walk.hpp"
#include "compiler/diagnostics/suggest.hpp"

#include <fmt/format.h>

#include <unordered_map>

namespace pol::checking {
namespace {

/// The clause of a block that ends in the label of a reference, as `KNE.3.a` for `KNE.a`; else the block's last item.
std::string hint_for(const Ledger& ledger, const std::string& block, const std::string& label) {
    const LedgerEntry* last = nullptr;
    for (const LedgerEntry& entry : ledger.entries()) {
        if (entry.block != block || entry.item == nullptr) continue;
        const std::string ending = entry.id.substr(entry.id.rfind('.') + 1);
        if (ending == label) return fmt::format("did you mean `{}`?", entry.id);
        if (entry.id == block + "." + ending) last = &entry;
    }
    return last == nullptr ? "" : fmt::format("the last item of `{}` is `{}`", block, last->id);
}

/// What a reference can begin with: sections and guidelines, the boxes, `TEXT` and `GATE`.
std::vector<std::string> beginnings_of(const Ledger& ledger) {
    std::vector<std::string> beginnings;
    for (const LedgerEntry& entry : ledger.entries()) {
        const std::string beginning = entry.id.substr(0, entry.id.find('.'));
        if (beginnings.empty() || beginnings.back() != beginning) beginnings.push_back(beginning);
    }
    return beginnings;
}

/// Of which block a reference is: the one it names, the one it begins with, or the one it stands in.
std::string section_of(const ast::ItemReference& reference, const std::string& block,
                       const std::vector<std::string>& beginnings) {
    if (!reference.section.empty()) return reference.section;
    const bool begins_with_block = reference.path.size() > 1 && contains(beginnings, reference.path.front());
    return begins_with_block ? reference.path.front() : block;
}

void report_unknown(const Ledger& ledger, const ast::ItemReference& reference, const std::string& block, Sink& sink) {
    if (ledger.ids_are_doubtful()) return;
    const std::vector<std::string> beginnings = beginnings_of(ledger);
    const std::string section = section_of(reference, block, beginnings);
    const bool is_local = reference.section.empty() && section == block;
    const std::string id = id_of(reference, is_local ? block : "");
    if (section.empty())
        return sink.add(FindingCode::unknown_item, reference.span, fmt::format("`{}` does not say its section", id),
                        "write it as in `MMC.9`");
    std::string hint = contains(beginnings, section)
                           ? hint_for(ledger, section, reference.path.empty() ? "" : reference.path.back())
                           : did_you_mean(section, beginnings);
    sink.add(FindingCode::unknown_item, reference.span, fmt::format("there is no item `{}`", id), std::move(hint));
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

/// Whether both ends are labelled items.
bool are_items(const Ends& ends, Span span, Sink& sink) {
    for (const LedgerEntry* end : {ends.first, ends.last}) {
        if (end->item != nullptr) continue;
        sink.add(FindingCode::not_a_requirement, span, fmt::format("`{}` is no item", end->id),
                 "`items` repeats labelled items, those of another section as in `items COM.1 to COM.4`");
        return false;
    }
    return true;
}

/// The entries from the first to the last; both lie in the ledger's one array.
template <class Keep>
std::vector<const LedgerEntry*> between(const Ends& ends, const Keep& keep) {
    std::vector<const LedgerEntry*> entries;
    for (const LedgerEntry* entry = ends.first; entry <= ends.last; ++entry)
        if (keep(*entry)) entries.push_back(entry);
    return entries;
}

/// `items 1 to 4` repeats requirements, each once in the criteria of a kind, and none that itself repeats others: so no
/// requirement comes back to itself.
class RepeatCheck {
public:
    RepeatCheck(const Context& context, const std::string& block) : context_(context), block_(block) {}

    void run(const ast::Requires& requires_group) {
        const std::vector<ast::Statement>& members = requires_group.group.members;
        each_of<ast::Item>(members, [&](const ast::Item& item, const ast::Statement&) {
            const LedgerEntry* entry = context_.ledger.entry_of(item);
            asked_.emplace(entry, entry->span);
        });
        each_of<ast::ItemsAgain>(members, [&](const ast::ItemsAgain& again, const ast::Statement&) {
            for (const ast::ItemRange& range : again.ranges)
                for (const LedgerEntry* entry : resolve(context_.ledger, range, block_, context_.sink))
                    check(*entry, range);
        });
    }

private:
    void check(const LedgerEntry& entry, const ast::ItemRange& range) {
        const Span span = range.span;
        if (entry.kind != ClauseKind::requirement) {
            const bool is_note_between = range.last && entry.kind == ClauseKind::note;
            if (!is_note_between && (entry.is_text || states_something(*entry.item)))
                add_with_place(context_.sink, FindingCode::not_a_requirement, span,
                               fmt::format("`{}` is not a requirement", entry.id),
                               "`items` repeats requirements only; name them in parts, as in `items 1 to 3, 5`",
                               entry.span, "this item");
            return;
        }
        each_of<ast::ItemsAgain>(entry.item->statements, [&](const ast::ItemsAgain&, const ast::Statement& statement) {
            add_with_place(context_.sink, FindingCode::items_within_items, span,
                           fmt::format("`{}` itself repeats items", entry.id),
                           "name the items that are meant one by one", statement.span, "repeated here");
        });
        const auto [first, is_new] = asked_.emplace(&entry, span);
        if (!is_new)
            add_with_place(context_.sink, FindingCode::repeated_requirement, span,
                           fmt::format("`{}` is asked twice of one request", entry.id), "leave one of them out",
                           first->second, "the first time");
    }

    const Context& context_;
    const std::string& block_;
    std::unordered_map<const LedgerEntry*, Span> asked_;
};

}  // namespace

const LedgerEntry* resolve(const Ledger& ledger, const ast::ItemReference& reference, const std::string& block,
                           Sink& sink) {
    const LedgerEntry* entry = ledger.find(reference, block);
    if (entry == nullptr) report_unknown(ledger, reference, block, sink);
    return entry;
}

std::vector<const LedgerEntry*> resolve(const Ledger& ledger, const ast::ItemRange& range, const std::string& block,
                                        Sink& sink) {
    const std::optional<Ends> ends = resolve_ends(ledger, range, block, sink);
    if (!ends || !are_items(*ends, range.span, sink)) return {};
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
            RepeatCheck(context, id.text).run(requires_group);
        });
    });
}

}  // namespace pol::checking
