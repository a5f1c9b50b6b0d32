#include "compiler/check/counts.hpp"
#include "compiler/check/passes.hpp"
#include "compiler/check/references.hpp"
#include "compiler/check/statement_words.hpp"
#include "compiler/check/walk.hpp"

#include <fmt/format.h>

namespace pol::checking {
namespace {

/// The groups of one section or guideline list.
class GroupCheck {
public:
    GroupCheck(const Context& context, const std::string& block) : context_(context), block_(block) {}

    void check(const ast::ItemGroup& group) {
        check_members(group);
        const std::int64_t size = member_count(group);
        if (size == 0 && !group.table)
            context_.sink.add(FindingCode::group_asks_nothing, group.opening, "this group asks nothing",
                              "write an item with a condition before its `end`");
        else if (group.count)
            check_count(*group.count, size, context_.sink);
    }

private:
    void check_members(const ast::ItemGroup& group) {
        for (const ast::Statement& member : group.members) {
            const bool is_member = std::holds_alternative<ast::Item>(member.form) ||
                                   std::holds_alternative<ast::ItemGroup>(member.form) ||
                                   std::holds_alternative<ast::ItemsAgain>(member.form) ||
                                   std::holds_alternative<ast::Reading>(member.form);
            if (!is_member)
                context_.sink.add(
                    FindingCode::misplaced_statement, member.span,
                    fmt::format("{} does not stand in a group of items", words_of(member)),
                    place_of(member, "a group holds labelled items, groups, `items … to …` and readings"));
        }
    }

    /// Members that count: items that ask something, groups, and each item that `items` repeats. One that cannot be
    /// found is reported where references are checked.
    std::int64_t member_count(const ast::ItemGroup& group) const {
        Sink reported_elsewhere;
        std::int64_t count = 0;
        for (const ast::Statement& member : group.members) {
            if (const auto* item = std::get_if<ast::Item>(&member.form)) count += ast::asks_something(*item) ? 1 : 0;
            if (std::holds_alternative<ast::ItemGroup>(member.form)) ++count;
            if (const auto* again = std::get_if<ast::ItemsAgain>(&member.form))
                for (const ast::ItemRange& range : again->ranges) {
                    const auto repeated = resolve(context_.ledger, range, block_, reported_elsewhere);
                    count += repeated.empty() ? 1 : static_cast<std::int64_t>(repeated.size());
                }
        }
        return count;
    }

    const Context& context_;
    const std::string& block_;
};

}  // namespace

void check_groups(const Context& context) {
    each_clause_block(context.policy, [&](const ast::Name& id, const std::vector<ast::Statement>& statements) {
        GroupCheck groups(context, id.text);
        each_statement(statements, [&](const ast::Statement& statement) {
            if (const auto* group = std::get_if<ast::ItemGroup>(&statement.form)) groups.check(*group);
            if (const auto* requires_group = std::get_if<ast::Requires>(&statement.form))
                groups.check(requires_group->group);
        });
    });
}

}  // namespace pol::checking
