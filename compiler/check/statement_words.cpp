#include "compiler/check/statement_words.hpp"

#include "compiler/check/walk.hpp"
#include "pol/words.hpp"

#include <fmt/format.h>

namespace pol::checking {

std::string words_of(const ast::Statement& statement) {
    return std::visit(
        overloaded{
            [](const ast::ForLines&) { return std::string("`for`"); },
            [](const ast::See&) { return std::string("`see`"); },
            [](const ast::Printed&) { return std::string("`printed`"); },
            [](const ast::OnlyIf&) { return std::string("`if`"); },
            [](const ast::NotInDocument&) { return std::string("`not in document`"); },
            [](const ast::Reading&) { return std::string("`reading`"); },
            [](const ast::Note&) { return std::string("`note`"); },
            [](const ast::EvidenceRule&) { return std::string("`evidence`"); },
            [](const ast::Determination& form) { return fmt::format("`{}`", words_of(form.outcome.outcome)); },
            [](const ast::ExceptionTo&) { return std::string("`exception to`"); },
            [](const ast::Because&) { return std::string("`because`"); },
            [](const ast::Notes&) { return std::string("`notes`"); },
            [](const ast::Requirement&) { return std::string("a condition"); },
            [](const ast::ItemsAgain&) { return std::string("`items`"); },
            [](const ast::ItemGroup&) { return std::string("a group of items"); },
            [](const ast::Requires& form) { return fmt::format("`{} requires`", form.kind.text); },
            [](const ast::Dose&) { return std::string("`dose`"); },
            [](const ast::Loading&) { return std::string("`loading`"); },
            [](const ast::Maintenance&) { return std::string("`maintenance`"); },
            [](const ast::Approve&) { return std::string("`approve`"); },
            [](const ast::QuantityApproved& form) { return fmt::format("`quantity {}`", form.what.text); },
            [](const ast::Otherwise&) { return std::string("`otherwise`"); },
            [](const ast::Item& form) { return fmt::format("item `{}`", form.label.text); },
        },
        statement.form);
}

std::string place_of(const ast::Statement& statement, const char* other) {
    return std::holds_alternative<ast::Printed>(statement.form)
               ? "write it behind the text of the item that the document prints before it"
               : other;
}

std::string words_of(const ast::DocumentReference& document) {
    return fmt::format("{} \"{}\"", words_of(document.kind), document.number.text);
}

}  // namespace pol::checking
