#include "compiler/check/chosen_entries.hpp"
#include "compiler/check/days.hpp"
#include "compiler/check/names.hpp"
#include "compiler/check/passes.hpp"
#include "compiler/check/uses.hpp"
#include "compiler/check/value_words.hpp"
#include "compiler/check/values.hpp"

#include <fmt/format.h>

#include <unordered_set>

namespace pol::checking {
namespace {

/// Among the entries of a list the name would be that of the field.
void check_fields_called(const Context& context, const ast::Name& name) {
    for (const KnownFact* field : context.symbols.fields_called(name.text))
        add_with_place(context.sink, FindingCode::ambiguous_field, name.span,
                       fmt::format("`{}` is a field of `{}` already", name.text, field->list->name.text),
                       "give the definition another name, so that readers know which is meant",
                       field->declaration->name.span, "the field");
}

void check_name(const Context& context, const ast::Define& term) {
    const KnownFact* fact = context.symbols.fact(term.name.text);
    if (fact != nullptr && fact->declaration == nullptr)
        context.sink.add(FindingCode::request_fact_declared, term.name.span,
                         fmt::format("every request has `{}` already", term.name.text), "choose another name");
    else if (fact != nullptr)
        add_with_place(context.sink, FindingCode::repeated_name, term.name.span,
                       fmt::format("a fact is called `{}` already", term.name.text), "choose another name",
                       fact->declaration->name.span, "the fact");
    check_fields_called(context, term.name);
    if (term.phrase && term.phrase->text.empty())
        context.sink.add(FindingCode::empty_text, term.phrase->span,
                         fmt::format("the phrase of `{}` is empty", term.name.text),
                         "leave it out; the name then stands for itself");
}

/// The cases of one definition.
class CasesCheck {
public:
    CasesCheck(const Context& context, const ast::Define& term, Values& values)
        : context_(context), term_(term), values_(values), sink_(context.sink) {}

    void run(const std::vector<ast::DefinedCase>& cases) {
        for (const ast::DefinedCase& one : cases) check(one, &one == &cases.back());
        const bool is_selection = std::holds_alternative<ast::Selection>(term_.body);
        if (!is_selection && (cases.empty() || cases.back().when))
            sink_.add(FindingCode::otherwise_last, term_.name.span,
                      fmt::format("`{}` has no value where none of its cases holds", term_.name.text),
                      "end the cases with a value and `otherwise`");
    }

private:
    void check(const ast::DefinedCase& one, bool is_last) {
        if (!one.when && !is_last)
            sink_.add(FindingCode::otherwise_last, one.span, "no case below `otherwise` is ever chosen",
                      "`otherwise` is the last case");
        if (context_.symbols.is_day(term_)) return check_day(context_, one.value, sink_);
        const std::optional<Measure> measure = values_.measure(one.value, sink_);
        if (!measure) return;
        if (!first_) {
            first_ = measure;
            first_value_ = &one.value;
            return;
        }
        // An approval may last days in some cases and months in others.
        if (is_time(*first_) && is_time(*measure)) return;
        Values::check_fit({*first_, words_of(*first_value_), first_value_, &values_},
                          {*measure, words_of(one.value), &one.value, &values_}, one.value.span, sink_);
    }

    const Context& context_;
    const ast::Define& term_;
    Values& values_;
    Sink& sink_;
    std::optional<Measure> first_;
    const ast::Expression* first_value_ = nullptr;
};

/// Tables choose between numbers. A table with a rule and `otherwise` has its rows in a definition of their own.
bool is_table_of_days(const Context& context, const ast::Define& term) {
    const bool is_chosen = std::holds_alternative<ast::Selection>(term.body);
    const bool is_listed = term.table && term.table->tie == ast::TieRule::none;
    return context.symbols.is_day(term) && (is_chosen || is_listed);
}

void check_values(const Context& context, const ast::Define& term, Values& values) {
    if (is_table_of_days(context, term))
        return context.sink.add(FindingCode::table_result, term.name.span, "the results of a table are no days",
                                "write a day by cases with `first of`");
    if (const auto* cases = ast::cases_of(term)) return CasesCheck(context, term, values).run(*cases);
    const auto* value = std::get_if<ast::Expression>(&term.body);
    if (value == nullptr) return;
    if (context.symbols.is_day(term)) return check_day(context, *value, context.sink);
    if (context.symbols.choice(term) != nullptr) {
        static_cast<void>(check_chosen(context, std::get<ast::ChosenEntry>(value->form), context.sink));
        return;
    }
    values.measure(*value, context.sink);
}

}  // namespace

void check_definitions(const Context& context) {
    const auto terms = blocks_of<ast::Define>(context.policy);
    NameTable names("definition", context.sink);
    Values values(context);
    for (const ast::Define* term : terms) {
        check_name(context, *term);
        names.add(term->name.text, term->name.span);
        check_values(context, *term, values);
    }
}

void check_unused_definitions(const Context& context) {
    const std::vector<const ast::Define*> terms = blocks_of<ast::Define>(context.policy);
    if (terms.empty()) return;
    std::unordered_set<std::string> used;
    each_name(context.symbols, context.policy, [&](const ast::Name& name) { used.insert(name.text); });
    for (const ast::Define* term : terms)
        if (term->of ? !term->of->is_used : used.count(term->name.text) == 0)
            context.sink.add(FindingCode::unused_definition, term->name.span,
                             fmt::format("nothing uses `{}`", term->name.text),
                             "leave it out, or name it where the document means it");
}

}  // namespace pol::checking
