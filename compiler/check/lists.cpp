#include "compiler/check/dates.hpp"
#include "compiler/check/names.hpp"
#include "compiler/check/passes.hpp"
#include "compiler/check/walk.hpp"

namespace pol::checking {
void check_lists(const Context& context) {
    static const std::vector<std::string> starts = {"date_of_service", "date_of_request"};
    for (const ast::HeaderLine* line : header_lines<ast::TextInForce>(context.policy))
        check_date_fact(context, std::get<ast::TextInForce>(line->form).by, starts, "a text is not selected by");
    for (const ast::AppliesTo* applies : blocks_of<ast::AppliesTo>(context.policy))
        check_name_list(context.sink, "benefit", applies->benefits, context.symbols.benefits);
    each_clause_block(context.policy, [&](const ast::Name&, const std::vector<ast::Statement>& statements) {
        each_statement(statements, [&](const ast::Statement& statement) {
            if (const auto* lines = std::get_if<ast::ForLines>(&statement.form))
                check_name_list(context.sink, "line of business", lines->lines, context.symbols.lines);
            if (const auto* requires_group = std::get_if<ast::Requires>(&statement.form))
                check_name_list(context.sink, "request kind", {requires_group->kind}, context.symbols.requests);
            if (const auto* approve = std::get_if<ast::Approve>(&statement.form)) {
                check_date_fact(context, approve->from, starts, "an approval does not start on");
                if (approve->kind)
                    check_name_list(context.sink, "request kind", {*approve->kind}, context.symbols.requests);
            }
        });
    });
}

}  // namespace pol::checking
