#include "compiler/ast/words.hpp"
#include "compiler/check/passes.hpp"
#include "compiler/check/references.hpp"
#include "compiler/check/walk.hpp"

#include <fmt/format.h>

namespace pol::checking {
namespace {

const ast::Statement* only_if_of(const ast::Item& item) {
    for (const ast::Statement& statement : item.statements)
        if (std::holds_alternative<ast::OnlyIf>(statement.form) ||
            std::holds_alternative<ast::ForLines>(statement.form))
            return &statement;
    return nullptr;
}

/// An item that is not for a member counts as met. Required with others it then asks nothing; as one of several that
/// suffice, or that must not hold, it would decide for the member whom it is not for.
class OptionalItems {
public:
    OptionalItems(const Context& context, const std::string& block) : context_(context), block_(block) {}

    void check(const ast::ItemGroup& group) const {
        if (group.quantifier == ast::Quantifier::all_of) return;
        Sink reported_elsewhere;
        for (const ast::Statement& member : group.members) {
            if (const auto* item = std::get_if<ast::Item>(&member.form))
                if (const ast::Statement* only_if = only_if_of(*item)) report(*item, only_if->span, group);
            if (const auto* again = std::get_if<ast::ItemsAgain>(&member.form))
                for (const ast::ItemRange& range : again->ranges)
                    for (const LedgerEntry* entry : resolve(context_.ledger, range, block_, reported_elsewhere))
                        if (only_if_of(*entry->item) != nullptr) report(*entry->item, range.span, group);
        }
    }

private:
    void report(const ast::Item& item, Span span, const ast::ItemGroup& group) const {
        const std::string words = ast::quantifier_words(group.quantifier, group.count);
        add_with_place(
            context_.sink, FindingCode::optional_alternative, span,
            fmt::format("item `{}` would count as met in `{}` for members it is not for", item.label.text, words),
            "ask that in the item itself, with `all of`", group.opening, "the group");
    }

    const Context& context_;
    const std::string& block_;
};

}  // namespace

void check_optional_items(const Context& context) {
    each_clause_block(context.policy, [&](const ast::Name& id, const std::vector<ast::Statement>& statements) {
        const OptionalItems items(context, id.text);
        each_of<ast::ItemGroup>(statements,
                                [&](const ast::ItemGroup& group, const ast::Statement&) { items.check(group); });
        each_of<ast::Requires>(
            statements, [&](const ast::Requires& criteria, const ast::Statement&) { items.check(criteria.group); });
    });
}

}  // namespace pol::checking
