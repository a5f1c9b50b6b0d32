#include "compiler/lower/passes.hpp"
#include "compiler/lower/statements.hpp"

#include <utility>

namespace pol::lowering {

namespace {

model::Connective connective_behind(const ast::Item& item) {
    const auto* printed = first<ast::Printed>(item.statements);
    if (printed == nullptr) return model::Connective::none;
    return printed->connective == ast::Connective::and_ ? model::Connective::and_ : model::Connective::or_;
}

/// The labels of one list, wherever groups part them; each item may have lists of its own below it.
class ListWalk {
public:
    explicit ListWalk(Context& context) : context_(context) {}

    void list(const std::vector<ast::Statement>& statements) {
        const model::PrintedItems outer = std::exchange(run_, {});
        items(statements);
        end_run();
        run_ = outer;
    }

private:
    void items(const std::vector<ast::Statement>& statements) {
        for (const ast::Statement& statement : statements) {
            if (const auto* item = std::get_if<ast::Item>(&statement.form)) add(*item);
            if (const auto* group = std::get_if<ast::ItemGroup>(&statement.form)) items(group->members);
            if (const auto* requires_ = std::get_if<ast::Requires>(&statement.form)) items(requires_->group.members);
        }
    }

    void add(const ast::Item& item) {
        run_.push_back({.clause = context_.clause_of_item.at(&item), .behind = connective_behind(item)});
        if (run_.back().behind == model::Connective::none) end_run();
        list(item.statements);
    }

    /// The connective of the last item of all joins it to nothing.
    void end_run() {
        if (!run_.empty()) run_.back().behind = model::Connective::none;
        if (run_.size() > 1) context_.policy.printed.push_back(run_);
        run_.clear();
    }

    Context& context_;
    model::PrintedItems run_;
};

}  // namespace

void lower_connectives(Context& context) {
    for (const ast::Section* section : blocks_of<ast::Section>(policy_of(context.program)))
        ListWalk(context).list(section->statements);
}

}  // namespace pol::lowering
