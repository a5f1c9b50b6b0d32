#include "compiler/ast/words.hpp"
#include "compiler/check/dates.hpp"
#include "compiler/check/passes.hpp"
#include "compiler/check/walk.hpp"

#include <fmt/format.h>

namespace pol::checking {
namespace {

/// A header line of one kind: how it begins, and whether a policy must have it.
template <class Kind>
void check_single(const ast::Policy& policy, Sink& sink, const char* word, const char* example) {
    const auto lines = header_lines<Kind>(policy);
    if (lines.empty() && example != nullptr)
        sink.add(FindingCode::missing_header_line, policy.name.span,
                 fmt::format("policy `{}` has no line `{}`", policy.name.text, word),
                 fmt::format("add, for example, `{}`", example));
    for (std::size_t i = 1; i < lines.size(); ++i)
        add_with_place(sink, FindingCode::repeated_header_line, lines[i]->span, fmt::format("a second line `{}`", word),
                       "leave one of them out", lines.front()->span, "the first one");
}

/// A text is not in force before the policy takes effect. A review often comes before that: it approves the policy.
void check_plausible(const ast::Policy& policy, Sink& sink) {
    const auto effective_lines = header_lines<ast::Effective>(policy);
    if (effective_lines.size() != 1) return;
    const ast::Date& effective = std::get<ast::Effective>(effective_lines.front()->form).date;
    for (const ast::HeaderLine* line : header_lines<ast::TextInForce>(policy)) {
        const ast::Date& from = std::get<ast::TextInForce>(line->form).from;
        const std::optional<DaySpan> first = days_of(effective);
        const std::optional<DaySpan> day = days_of(from);
        if (first && day && day->last < first->first)
            add_with_place(sink, FindingCode::unlikely_date, from.span,
                           fmt::format("the text of `{}` lies before the policy takes effect", ast::written(from)),
                           "compare both dates with the document", effective.span, "takes effect");
    }
}

}  // namespace

void check_header(const ast::Policy& policy, Sink& sink) {
    check_single<ast::PolicyNumber>(policy, sink, "number", "number \"PHARMACY-127\"");
    check_single<ast::PlanImport>(policy, sink, "plan", "plan ny_plan");
    check_single<ast::FactsImport>(policy, sink, "facts", nullptr);
    check_single<ast::Effective>(policy, sink, "effective", nullptr);
    check_single<ast::Reviewed>(policy, sink, "reviewed", nullptr);
    check_single<ast::TextInForce>(policy, sink, "text", "text from 2026-06-01 by date_of_service");
    check_single<ast::EarlierTexts>(policy, sink, "earlier", "earlier not on file");
    for (const ast::HeaderLine* line : header_lines<ast::PolicyNumber>(policy)) {
        const ast::Text& number = std::get<ast::PolicyNumber>(line->form).number;
        if (number.text.empty())
            sink.add(FindingCode::empty_text, number.span, "the number of the policy is empty",
                     "write it as the document prints it");
    }
    check_plausible(policy, sink);
}

}  // namespace pol::checking
