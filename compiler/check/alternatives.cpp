#include "compiler/ast/words.hpp"
#include "compiler/check/passes.hpp"
#include "compiler/check/references.hpp"
#include "compiler/check/walk.hpp"

#include <fmt/format.h>

#include <unordered_map>

namespace pol::checking {
namespace {

/// `items 5 to 6` out of an `any of`, repeated in an `all of`, would ask for both where the document asks for one. One
/// of them alone says clearly what it asks.
class AlternativesCheck {
public:
    explicit AlternativesCheck(const Context& context) : context_(context) {}

    /// Remembers which group holds each item.
    void note(const ast::ItemGroup& group) {
        for (const ast::Statement& member : group.members)
            if (const auto* item = std::get_if<ast::Item>(&member.form))
                group_of_[context_.ledger.entry_of(*item)] = &group;
    }

    void check(const ast::ItemGroup& group, const std::string& block) const {
        if (group.quantifier != ast::Quantifier::all_of) return;
        Sink reported_elsewhere;
        Alternatives first;
        for (const ast::Statement& member : group.members)
            if (const auto* again = std::get_if<ast::ItemsAgain>(&member.form))
                for (const ast::ItemRange& range : again->ranges)
                    for (const LedgerEntry* entry : resolve(context_.ledger, range, block, reported_elsewhere))
                        check_item(*entry, range.span, first);
    }

private:
    /// The first item that was repeated out of each group of alternatives.
    using Alternatives = std::unordered_map<const ast::ItemGroup*, const LedgerEntry*>;

    void check_item(const LedgerEntry& entry, Span span, Alternatives& first) const {
        const auto held = group_of_.find(&entry);
        if (held == group_of_.end() || held->second->quantifier == ast::Quantifier::all_of) return;
        const ast::ItemGroup& group = *held->second;
        const auto [other, is_first] = first.emplace(&group, &entry);
        if (is_first) return;
        const std::string words = ast::quantifier_words(group.quantifier, group.count);
        add_with_place(
            context_.sink, FindingCode::alternative_repeated, span,
            fmt::format("`{}` and `{}` stand in `{}`; here both would be required", other->second->id, entry.id, words),
            fmt::format("repeat them inside a group of their own: `{}`, `items …`, `end`", words), group.opening,
            "the group they stand in");
    }

    const Context& context_;
    std::unordered_map<const LedgerEntry*, const ast::ItemGroup*> group_of_;
};

/// Every group of items in a list of statements, those of `KIND requires` among them.
template <class Visit>
void each_group(const std::vector<ast::Statement>& statements, const Visit& visit) {
    each_of<ast::ItemGroup>(statements, [&](const ast::ItemGroup& group, const ast::Statement&) { visit(group); });
    each_of<ast::Requires>(statements,
                           [&](const ast::Requires& criteria, const ast::Statement&) { visit(criteria.group); });
}

}  // namespace

void check_alternatives(const Context& context) {
    AlternativesCheck alternatives(context);
    each_clause_block(context.policy, [&](const ast::Name&, const std::vector<ast::Statement>& statements) {
        each_group(statements, [&](const ast::ItemGroup& group) { alternatives.note(group); });
    });
    each_clause_block(context.policy, [&](const ast::Name& id, const std::vector<ast::Statement>& statements) {
        each_group(statements, [&](const ast::ItemGroup& group) { alternatives.check(group, id.text); });
    });
}

}  // namespace pol::checking
