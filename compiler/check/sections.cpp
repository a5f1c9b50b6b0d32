#include "compiler/check/sections.hpp"

#include "compiler/check/passes.hpp"
#include "compiler/check/statement_words.hpp"
#include "compiler/check/walk.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

namespace pol::checking {
namespace {

bool is_section_wide(const ast::Statement& statement) {
    return std::holds_alternative<ast::ForLines>(statement.form) || std::holds_alternative<ast::See>(statement.form) ||
           std::holds_alternative<ast::Reading>(statement.form) ||
           std::holds_alternative<ast::Requires>(statement.form);
}

/// The order of a section: section-wide lines, items, `otherwise`.
class SectionOrder {
public:
    SectionOrder(const ast::Section& section, Sink& sink) : section_(section), sink_(sink) {}

    void check() {
        for (const ast::Statement& statement : section_.statements) {
            if (std::holds_alternative<ast::Item>(statement.form))
                check_item(statement);
            else if (std::holds_alternative<ast::Otherwise>(statement.form))
                check_otherwise(statement);
            else if (is_section_wide(statement))
                check_wide(statement);
            else
                sink_.add(FindingCode::misplaced_statement, statement.span,
                          fmt::format("{} does not stand in a section by itself", words_of(statement)),
                          place_of(statement, "give it a label, as in `1. \"…\"`"));
        }
        if (lines_ == nullptr)
            sink_.add(FindingCode::section_without_lines, section_.id.span,
                      fmt::format("section `{}` does not say which lines of business it is for", section_.id.text),
                      "write `for` and the lines below its title");
    }

private:
    void check_item(const ast::Statement& statement) {
        if (first_item_ == nullptr) first_item_ = &statement;
        check_behind_otherwise(statement);
    }

    void check_otherwise(const ast::Statement& statement) {
        keep_first(sink_, otherwise_, statement, fmt::format("section `{}` has `otherwise` twice", section_.id.text),
                   "leave one of them out");
    }

    void check_wide(const ast::Statement& statement) {
        if (std::holds_alternative<ast::ForLines>(statement.form)) check_lines(statement);
        if (check_behind_otherwise(statement) && first_item_ != nullptr)
            add_with_place(sink_, FindingCode::statement_order, statement.span,
                           fmt::format("{} stands behind the first item", words_of(statement)),
                           "what is said of the whole section stands before its items", first_item_->span,
                           "the first item");
    }

    void check_lines(const ast::Statement& statement) {
        keep_first(sink_, lines_, statement, fmt::format("section `{}` has `for` twice", section_.id.text),
                   "list its lines in one `for`");
    }

    bool check_behind_otherwise(const ast::Statement& statement) {
        if (otherwise_ == nullptr) return true;
        add_with_place(sink_, FindingCode::statement_order, statement.span,
                       fmt::format("{} stands behind `otherwise`", words_of(statement)),
                       "`otherwise` is the last of a section", otherwise_->span, "`otherwise`");
        return false;
    }

    const ast::Section& section_;
    Sink& sink_;
    const ast::Statement* first_item_ = nullptr;
    const ast::Statement* otherwise_ = nullptr;
    const ast::Statement* lines_ = nullptr;
};

/// Guidelines hold items, and readings about them.
void check_guidelines(const ast::Guidelines& guidelines, Sink& sink) {
    for (const ast::Statement& statement : guidelines.statements)
        if (!std::holds_alternative<ast::Item>(statement.form) && !std::holds_alternative<ast::Reading>(statement.form))
            sink.add(FindingCode::misplaced_statement, statement.span,
                     fmt::format("{} does not stand in guidelines by itself", words_of(statement)),
                     place_of(statement, "give it a label, as in `1. \"…\"`"));
}

}  // namespace

SectionParts parts_of(const ast::Section& section) {
    SectionParts parts;
    each_statement(section.statements, [&](const ast::Statement& statement) {
        if (const auto* requires_group = std::get_if<ast::Requires>(&statement.form))
            parts.criteria.push_back({requires_group, &statement});
        if (std::holds_alternative<ast::Approve>(statement.form)) parts.approvals.push_back(&statement);
        if (std::holds_alternative<ast::Dose>(statement.form)) parts.doses.push_back(&statement);
        if (std::holds_alternative<ast::QuantityApproved>(statement.form)) parts.amounts.push_back(&statement);
        if (std::holds_alternative<ast::Otherwise>(statement.form)) parts.otherwise = &statement;
    });
    for (const ast::Statement& statement : section.statements) {
        if (const auto* lines = std::get_if<ast::ForLines>(&statement.form))
            parts.lines.insert(parts.lines.end(), lines->lines.begin(), lines->lines.end());
        if (const auto* item = std::get_if<ast::Item>(&statement.form)) {
            const ast::Determination* determination = unconditional(*item);
            if (determination == nullptr || !covers(*item, parts.lines)) continue;
            if (determination->replaces == ast::Replaced::nothing) parts.ending = item;
            if (determination->replaces == ast::Replaced::denial) parts.replaces_otherwise = item;
        }
    }
    return parts;
}

const ast::Determination* unconditional(const ast::Item& item) {
    for (const ast::Statement& statement : item.statements)
        if (const auto* determination = std::get_if<ast::Determination>(&statement.form))
            return determination->condition ? nullptr : determination;
    return nullptr;
}

bool covers(const ast::Item& item, const std::vector<ast::Name>& lines) {
    for (const ast::Statement& statement : item.statements) {
        const auto* own = std::get_if<ast::ForLines>(&statement.form);
        if (own == nullptr) continue;
        std::unordered_set<std::string> names;
        for (const ast::Name& line : own->lines) names.insert(line.text);
        return std::all_of(lines.begin(), lines.end(),
                           [&](const ast::Name& line) { return names.count(line.text) > 0; });
    }
    return true;
}

void check_sections(const Context& context) {
    for (const ast::Section* section : blocks_of<ast::Section>(context.policy)) {
        SectionOrder(*section, context.sink).check();
        const SectionParts parts = parts_of(*section);
        if (parts.ending == nullptr && parts.otherwise == nullptr)
            context.sink.add(FindingCode::missing_otherwise, section->id.span,
                             fmt::format("section `{}` does not say what holds otherwise", section->id.text),
                             "end it with `otherwise` and an outcome");
        if (parts.replaces_otherwise != nullptr && parts.otherwise != nullptr)
            add_with_place(context.sink, FindingCode::never_reached, parts.otherwise->span,
                           "this `otherwise` is never reached",
                           "write the outcome here, or give it a condition with `when` there",
                           parts.replaces_otherwise->label.span, "this item always stands instead of a denial");
        if (parts.ending != nullptr && parts.otherwise != nullptr)
            add_with_place(context.sink, FindingCode::never_reached, parts.otherwise->span,
                           "this `otherwise` is never reached",
                           "leave it out, or give the outcome a condition with `when`", parts.ending->label.span,
                           "this item decides every request");
    }
    for (const ast::Guidelines* guidelines : blocks_of<ast::Guidelines>(context.policy))
        check_guidelines(*guidelines, context.sink);
}

}  // namespace pol::checking
