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

const std::optional<ast::Name>& kind_of(const ast::Statement& approve) {
    return std::get<ast::Approve>(approve.form).kind;
}

/// Reports an approval for a kind that has one already; one without a kind is for every kind.
void check_approved_twice(const Context& context, const SectionParts& parts, const ast::Name& section) {
    for (std::size_t i = 1; i < parts.approvals.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            const auto& kind = kind_of(*parts.approvals[i]);
            const auto& earlier = kind_of(*parts.approvals[j]);
            if (kind && !contains(context.symbols.requests, kind->text)) break;  // reported with the names
            if (kind && earlier && kind->text != earlier->text) continue;
            const std::string message = kind || earlier ? fmt::format("section `{}` has two approvals for `{}`",
                                                                      section.text, kind ? kind->text : earlier->text)
                                                        : fmt::format("section `{}` has `approve` twice", section.text);
            const std::string hint = kind && earlier ? "leave one of them out"
                                     : kind || earlier
                                         ? "one without a request kind is for every kind; give it a kind, too"
                                         : "it holds for every request kind of the section; leave one of them out";
            add_with_place(context.sink, FindingCode::repeated_statement, parts.approvals[i]->span, message, hint,
                           parts.approvals[j]->span, "the first one");
            break;
        }
}

void check_approved(const Context& context, const ast::Section& section, const SectionParts& parts) {
    if (parts.approvals.empty())
        return context.sink.add(FindingCode::missing_approve, section.id.span,
                                fmt::format("section `{}` does not say for how long it approves", section.id.text),
                                "add an item with, for example, `approve 6 months from date_of_service`");
    std::vector<std::string> kinds;
    for (const ast::Statement* approve : parts.approvals) {
        const auto& kind = kind_of(*approve);
        // one for every kind; a misspelt kind is reported with the names
        if (!kind || !contains(context.symbols.requests, kind->text)) return;
        kinds.push_back(kind->text);
    }
    for (const std::string& kind : context.symbols.requests)
        if (!contains(kinds, kind))
            context.sink.add(
                FindingCode::missing_approve, section.id.span,
                fmt::format("section `{}` does not say for how long it approves `{}`", section.id.text, kind),
                fmt::format("add an item with, for example, `{} approve 6 months from date_of_service`", kind));
}

void check_with_criteria(const Context& context, const ast::Section& section, const SectionParts& parts) {
    check_kinds(context, section, parts);
    check_approved(context, section, parts);
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
    for (const ast::Statement* amount : parts.amounts)
        context.sink.add(FindingCode::approve_without_criteria, amount->span,
                         "nothing in this section leads to an amount", hint);
}

}  // namespace

void check_criteria(const Context& context) {
    for (const ast::Section* section : blocks_of<ast::Section>(context.policy)) {
        const SectionParts parts = parts_of(*section);
        check_approved_twice(context, parts, section->id);
        check_single(context.sink, parts.doses, "dose", section->id);
        if (parts.criteria.empty())
            check_without_criteria(context, *section, parts);
        else
            check_with_criteria(context, *section, parts);
    }
}

}  // namespace pol::checking
