#include "compiler/check/statement_words.hpp"

#include "compiler/check/walk.hpp"

#include <fmt/format.h>

namespace pol::checking {

std::string words_of(const ast::Statement& statement) {
    return std::visit(
        overloaded{
            [](const ast::ForLines&) { return std::string("`for`"); },
            [](const ast::See&) { return std::string("`see`"); },
            [](const ast::Printed&) { return std::string("`printed`"); },
            [](const ast::NotInDocument&) { return std::string("`not in document`"); },
            [](const ast::Reading&) { return std::string("`reading`"); },
            [](const ast::Note&) { return std::string("`note`"); },
            [](const ast::EvidenceRule&) { return std::string("`evidence`"); },
            [](const ast::Determination& form) { return fmt::format("`{}`", words_of(form.outcome.outcome)); },
            [](const ast::ExceptionTo&) { return std::string("`exception to`"); },
            [](const ast::Because&) { return std::string("`because`"); },
            [](const ast::Requirement&) { return std::string("a condition"); },
            [](const ast::ItemsAgain&) { return std::string("`items`"); },
            [](const ast::ItemGroup&) { return std::string("a group of items"); },
            [](const ast::Requires& form) { return fmt::format("`{} requires`", form.kind.text); },
            [](const ast::Dose&) { return std::string("`dose`"); },
            [](const ast::Loading&) { return std::string("`loading`"); },
            [](const ast::Maintenance&) { return std::string("`maintenance`"); },
            [](const ast::Approve&) { return std::string("`approve`"); },
            [](const ast::Otherwise&) { return std::string("`otherwise`"); },
            [](const ast::Item& form) { return fmt::format("item `{}`", form.label.text); },
        },
        statement.form);
}

const char* words_of(Outcome outcome) {
    switch (outcome) {
        case Outcome::approved:
            return "approved";
        case Outcome::criteria_not_met:
            return "criteria not met";
        case Outcome::not_medically_necessary:
            return "not medically necessary";
        case Outcome::investigational:
            return "investigational";
        case Outcome::excluded:
            return "excluded";
        case Outcome::does_not_apply:
            return "does not apply";
        case Outcome::refer:
            return "refer";
        case Outcome::review:
            return "review";
        case Outcome::needs_information:
            return "needs information";
    }
    return "";
}

std::string words_of(const ast::DocumentReference& document) {
    switch (document.kind) {
        case ast::DocumentKind::policy:
            return "policy \"" + document.number.text + "\"";
        case ast::DocumentKind::lcd:
            return "LCD \"" + document.number.text + "\"";
        case ast::DocumentKind::ncd:
            return "NCD \"" + document.number.text + "\"";
    }
    return {};
}

}  // namespace pol::checking
