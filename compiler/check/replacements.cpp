#include "compiler/ast/words.hpp"
#include "compiler/check/passes.hpp"
#include "compiler/check/sections.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pol::checking {
namespace {

/// Whether an item is for any of the lines, by its own `for` or for want of one.
bool reaches(const ast::Item& item, const std::vector<ast::Name>& lines) {
    for (const ast::Statement& statement : item.statements)
        if (const auto* own = std::get_if<ast::ForLines>(&statement.form))
            return std::any_of(own->lines.begin(), own->lines.end(), [&](const ast::Name& name) {
                return std::any_of(lines.begin(), lines.end(),
                                   [&](const ast::Name& line) { return line.text == name.text; });
            });
    return true;
}

class ReplacementCheck {
public:
    explicit ReplacementCheck(const Context& context) : context_(context) {
        for (const ast::Section* section : blocks_of<ast::Section>(context.policy))
            sections_.push_back(parts_of(*section));
    }

    void run() const {
        const std::vector<const ast::Section*> written = blocks_of<ast::Section>(context_.policy);
        for (std::size_t i = 0; i < written.size(); ++i)
            if (sections_[i].criteria.empty())
                each_replacement(written[i]->statements, [&](const ast::Item&, const ast::Statement& statement) {
                    report(statement, fmt::format("section `{}` has no criteria", written[i]->id.text));
                });
        for (const ast::Guidelines* guidelines : blocks_of<ast::Guidelines>(context_.policy))
            each_replacement(guidelines->statements, [&](const ast::Item& item, const ast::Statement& statement) {
                if (!meets_criteria(item))
                    report(statement, fmt::format("no section that item `{}` is for has criteria", item.label.text));
            });
    }

private:
    template <class Visit>
    static void each_replacement(const std::vector<ast::Statement>& statements, const Visit& visit) {
        for (const ast::Statement& statement : statements) {
            const auto* item = std::get_if<ast::Item>(&statement.form);
            if (item == nullptr) continue;
            for (const ast::Statement& stated : item->statements)
                if (const auto* determination = std::get_if<ast::Determination>(&stated.form))
                    if (determination->replaces != ast::Replaced::nothing) visit(*item, stated);
        }
    }

    [[nodiscard]] bool meets_criteria(const ast::Item& item) const {
        return std::any_of(sections_.begin(), sections_.end(), [&](const SectionParts& parts) {
            return !parts.criteria.empty() && reaches(item, parts.lines);
        });
    }

    void report(const ast::Statement& statement, const std::string& why) const {
        const ast::Replaced replaced = std::get<ast::Determination>(statement.form).replaces;
        context_.sink.add(FindingCode::instead_without_criteria, statement.span,
                          fmt::format("{}, so nothing here stands instead of {}", why, ast::replaced_words(replaced)),
                          fmt::format("leave `instead of {}` out, or add `initial requires …` to the section",
                                      ast::replaced_words(replaced)));
    }

    const Context& context_;
    std::vector<SectionParts> sections_;
};

}  // namespace

void check_replacements(const Context& context) { ReplacementCheck(context).run(); }

}  // namespace pol::checking
