#include "compiler/ast/fields.hpp"
#include "compiler/lower/conditions.hpp"
#include "compiler/lower/passes.hpp"
#include "compiler/lower/statements.hpp"
#include "compiler/lower/values.hpp"
#include "compiler/lower/windows.hpp"
#include "compiler/source/overloaded.hpp"

#include <algorithm>
#include <cassert>
#include <string>
#include <utility>

namespace pol::lowering {

namespace {

bool has_days(const model::Fact& fact) { return fact.type == FactType::date || fact.type == FactType::partial_date; }

/// The cases; values of another kind than `kind` are 0, and of the definition's other term.
std::vector<model::Case> to_cases(const Context& context, const std::vector<ast::DefinedCase>& cases,
                                  const units::Dimension& kind) {
    std::vector<model::Case> lowered;
    for (const ast::DefinedCase& each : cases) {
        model::Case one{.when = std::nullopt, .value = {model::Constant{}}};
        one.is_of_other_term = !(dimension_of(context, each.value) == kind);
        if (!one.is_of_other_term) one.value = to_expression(context, each.value, context.minimum);
        if (each.when) one.when = to_condition(context, *each.when);
        lowered.push_back(std::move(one));
    }
    return lowered;
}

bool is_day(const model::Term& term) {
    return std::holds_alternative<model::Day>(term.body) ||
           std::holds_alternative<std::vector<model::DayCase>>(term.body);
}

/// The day that a value of a definition is; nothing for numbers.
std::optional<model::Day> day_of(const Context& context, const ast::Expression& value) {
    if (const auto* day = std::get_if<ast::DayOperand>(&value.form)) return to_day(context, *day, context.minimum);
    const auto* named = std::get_if<ast::NamedValue>(&value.form);
    if (named == nullptr) return std::nullopt;
    const std::string& name = named->name.text;
    const auto term = context.term_by_name.find(name);
    const bool names_day = term != context.term_by_name.end()
                               ? is_day(context.policy.terms[term->second])
                               : has_days(context.policy.facts[fact_named(context, name)]);
    return names_day ? std::optional(named_day(context, name, context.minimum)) : std::nullopt;
}

std::vector<model::DayCase> to_day_cases(const Context& context, const std::vector<ast::DefinedCase>& cases) {
    std::vector<model::DayCase> lowered;
    for (const ast::DefinedCase& each : cases) {
        model::DayCase one{.when = std::nullopt, .day = *day_of(context, each.value)};
        if (each.when) one.when = to_condition(context, *each.when);
        lowered.push_back(std::move(one));
    }
    return lowered;
}

model::SelectionRule to_rule(ast::TieRule rule) {
    switch (rule) {
        case ast::TieRule::longest:
        case ast::TieRule::greatest:
            return model::SelectionRule::greatest;
        case ast::TieRule::shortest:
        case ast::TieRule::least:
            return model::SelectionRule::least;
        case ast::TieRule::none:
            break;
    }
    return model::SelectionRule::only;
}

decltype(model::Term::body) body_of(const Context& context, const ast::Define& define, const units::Dimension& kind) {
    using Body = decltype(model::Term::body);
    return std::visit(overloaded{
                          [&](const ast::Condition& body) { return Body(to_condition(context, body)); },
                          [&](const ast::Expression& body) {
                              if (auto day = day_of(context, body)) return Body(*std::move(day));
                              return Body(to_expression(context, body, context.minimum));
                          },
                          [&](const std::vector<ast::DefinedCase>& cases) {
                              if (day_of(context, cases.front().value)) return Body(to_day_cases(context, cases));
                              return Body(to_cases(context, cases, kind));
                          },
                          [&](const ast::Selection& rows) {
                              return Body(model::Selection{to_rule(rows.tie), to_cases(context, rows.cases, kind)});
                          },
                      },
                      define.body);
}

/// Whether some cases are days and others months.
bool is_of_two_kinds(const Context& context, const ast::Define& define) {
    const auto* cases = std::get_if<std::vector<ast::DefinedCase>>(&define.body);
    if (cases == nullptr) return false;
    const units::Dimension kind = dimension_of(context, cases->front().value);
    return std::any_of(cases->begin(), cases->end(),
                       [&](const ast::DefinedCase& each) { return !(dimension_of(context, each.value) == kind); });
}

/// The field whose value a definition is, if that is a choice or a code of an entry.
std::optional<std::string> choice_of(const Context& context, const ast::Define& define) {
    const auto* value = std::get_if<ast::Expression>(&define.body);
    const auto* chosen = value == nullptr ? nullptr : std::get_if<ast::ChosenEntry>(&value->form);
    if (chosen == nullptr) return std::nullopt;
    std::string field = ast::field_name(chosen->entries.list.text, chosen->field.text);
    if (derived_fact(context, field) != nullptr) return field;
    const model::Fact& fact = context.policy.facts[fact_named(context, field)];
    const bool is_amount = fact.type == FactType::number && fact.notation == Notation::amount;
    return is_amount ? std::nullopt : std::optional(std::move(field));
}

units::Dimension dimension_of(const Context& context, const ast::Define& define) {
    return std::visit(overloaded{
                          [](const ast::Condition&) { return units::Dimension{}; },
                          [&](const ast::Expression& body) { return dimension_of(context, body); },
                          [&](const std::vector<ast::DefinedCase>& cases) {
                              return is_of_two_kinds(context, define) ? units::months()
                                                                      : dimension_of(context, cases.front().value);
                          },
                          [&](const ast::Selection& rows) { return dimension_of(context, rows.cases.front().value); },
                      },
                      define.body);
}

model::TermIndex add_term(Context& context, const ast::Define& define, const units::Dimension& kind) {
    model::Term term;
    term.name = define.name.text;
    term.phrase = define.phrase ? define.phrase->text : "";
    term.body = body_of(context, define, kind);
    term.line = line_of(context, define.name.span);
    context.term_dimensions.push_back(kind);
    return append(context.policy.terms, std::move(term));
}

/// A time by cases of two kinds is two terms, one of its months and one of its days.
void add_days(Context& context, const ast::Define& define, model::TermIndex months) {
    const model::TermIndex days = add_term(context, define, units::days());
    context.policy.terms[days].days_of = months;
    context.days_of_time.emplace(months, days);
}

/// What is to be proved of a table: of one with a definition of its own, and of a result column.
std::optional<model::Table> table_of(const ast::Define& define, model::TermIndex term) {
    const std::vector<ast::DefinedCase>* cases = ast::cases_of(define);
    const auto* selection = std::get_if<ast::Selection>(&define.body);
    const bool is_column = selection != nullptr && define.is_part_of_table;
    if (cases == nullptr || (!define.table && !is_column)) return std::nullopt;
    const ast::TieRule tie = is_column ? selection->tie : define.table->tie;
    model::Table table{.term = term, .name = define.name.text, .span = define.name.span, .rows = {}, .otherwise = {}};
    table.may_overlap = tie != ast::TieRule::none;
    table.may_leave_out = is_column;
    for (const ast::DefinedCase& one : *cases)
        if (one.when)
            table.rows.push_back(one.span);
        else
            table.otherwise = one.span;
    return table;
}

}  // namespace

void lower_terms(Context& context) {
    for (const ast::Define* define : blocks_of<ast::Define>(policy_of(context.program))) {
        // it stands already wherever it is meant
        if (define->of) continue;
        if (const auto table = table_of(*define, static_cast<model::TermIndex>(context.policy.terms.size())))
            context.policy.tables.push_back(*table);
        const model::TermIndex index = add_term(context, *define, dimension_of(context, *define));
        if (is_of_two_kinds(context, *define)) add_days(context, *define, index);
        if (const auto choice = choice_of(context, *define)) context.choice_of_term.emplace(index, *choice);
        [[maybe_unused]] const bool is_new = context.term_by_name.emplace(define->name.text, index).second;
        assert(is_new);
    }
}

}  // namespace pol::lowering
