#include "compiler/check/names.hpp"
#include "compiler/check/passes.hpp"
#include "compiler/check/sections.hpp"

#include <fmt/format.h>

#include <unordered_map>

namespace pol::checking {
namespace {

std::string hint_for_kind(const SectionParts& parts, const std::string& kind) {
    std::vector<std::string> lines;
    for (const ast::Name& line : parts.lines) lines.push_back(line.text);
    const std::string hint = fmt::format("write `{} requires …`", kind);
    return lines.empty() ? hint
                         : fmt::format("{}; without it nothing decides `{}` for {}", hint, kind, quoted_list(lines));
}

/// Reports what stands in a section more than once.
void check_single(Sink& sink, const std::vector<const ast::Statement*>& statements, const char* word,
                  const ast::Name& section) {
    for (std::size_t i = 1; i < statements.size(); ++i)
        add_with_place(sink, FindingCode::repeated_statement, statements[i]->span,
                       fmt::format("section `{}` has `{}` twice", section.text, word),
                       "it holds for every request kind of the section; leave one of them out",
                       statements.front()->span, "the first one");
}

void check_kinds(const Context& context, const ast::Section& section, const SectionParts& parts) {
    std::unordered_map<std::string, Span> first;
    for (const SectionParts::Criteria& criteria : parts.criteria) {
        const ast::Name& kind = criteria.requires_group->kind;
        const auto [place, is_new] = first.emplace(kind.text, kind.span);
        if (!is_new)
            add_with_place(context.sink, FindingCode::repeated_statement, kind.span,
                           fmt::format("section `{}` has `{} requires` twice", section.id.text, kind.text),
                           "put all it requires into one group", place->second, "the first one");
    }
    for (const auto& [kind, place] : first)
        if (!contains(context.symbols.requests, kind)) return;  // a misspelt kind is reported with the names
    for (const std::string& kind : context.symbols.requests)
        if (first.count(kind) == 0)
            context.sink.add(FindingCode::missing_criteria, section.id.span,
                             fmt::format("section `{}` does not say what `{}` requires", section.id.text, kind),
                             hint_for_kind(parts, kind));
}

void check_with_criteria(const Context& context, const ast::Section& section, const SectionParts& parts) {
    check_kinds(context, section, parts);
    if (parts.approvals.empty())
        context.sink.add(FindingCode::missing_approve, section.id.span,
                         fmt::format("section `{}` does not say for how long it approves", section.id.text),
                         "add an item with, for example, `approve 6 months from date_of_service`");
    if (parts.ending != nullptr)
        add_with_place(context.sink, FindingCode::never_reached, parts.criteria.front().statement->span,
                       "these criteria are never reached", "give the outcome a condition with `when`",
                       parts.ending->label.span, "this item decides every request");
}

void check_without_criteria(const Context& context, const ast::Section& section, const SectionParts& parts) {
    const std::string hint = fmt::format("add `initial requires …` to section `{}`, or leave it out", section.id.text);
    for (const ast::Statement* approve : parts.approvals)
        context.sink.add(FindingCode::approve_without_criteria, approve->span,
                         "nothing in this section leads to an approval", hint);
    if (!parts.approvals.empty()) return;
    for (const ast::Statement* dose : parts.doses)
        context.sink.add(FindingCode::approve_without_criteria, dose->span, "nothing in this section leads to a dose",
                         hint);
}

}  // namespace

void check_criteria(const Context& context) {
    for (const ast::Section* section : blocks_of<ast::Section>(context.policy)) {
        const SectionParts parts = parts_of(*section);
        check_single(context.sink, parts.approvals, "approve", section->id);
        check_single(context.sink, parts.doses, "dose", section->id);
        if (parts.criteria.empty())
            check_without_criteria(context, *section, parts);
        else
            check_with_criteria(context, *section, parts);
    }
}

}  // namespace pol::checking
