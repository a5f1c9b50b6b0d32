#include "compiler/check/entries.hpp"

#include "compiler/check/conditions.hpp"
#include "compiler/check/meanings.hpp"
#include "compiler/check/names.hpp"
#include "compiler/diagnostics/suggest.hpp"
#include "pol/words.hpp"

#include <fmt/format.h>

namespace pol::checking {
namespace {

constexpr std::int64_t largest_count = 1'000'000;

void check_number(const ast::CountTest& test, Sink& sink) {
    if (!test.count) return;
    const bool at_most = test.comparison == ast::CountComparison::at_most;
    if (test.count->value > largest_count)
        sink.add(FindingCode::number_out_of_range, test.count->span, "this number is out of range",
                 fmt::format("write up to {}", largest_count));
    else if (test.count->value < 1)
        sink.add(FindingCode::impossible_count, test.count->span,
                 at_most ? "none is counted by `no`" : fmt::format("at least {} is always so", test.count->value),
                 at_most ? fmt::format("write `no {}`", test.entries.list.text) : "write 1 or more");
}

bool is_derived_from_code(const Context& context, const KnownFact& list, const KnownFact& field) {
    if (!is_derived(field)) return false;
    const ast::Name& source = std::get<ast::DerivedType>(field.declaration->type).source;
    const KnownFact* codes = context.symbols.field(list.name, source.text);
    return codes != nullptr && codes->kind == FactKind::code;
}

void check_different(const Context& context, const ast::CountTest& test, const KnownFact& list, Sink& sink) {
    const KnownFact* field = check_field(context, list, *test.different, sink);
    if (field == nullptr || (!field->values.empty() && !is_derived_from_code(context, list, *field))) return;
    sink.add(FindingCode::distinct_field, test.different->span,
             fmt::format("`{}` {}; its different values cannot be counted", field->name, kind_words(field->kind)),
             "count those of a choice, a scale or a field that is derived from one");
}

bool is_count(const ast::Condition& condition) { return std::holds_alternative<ast::CountTest>(condition.form); }

/// Goes through what is asked of entries; each finding once, at the outermost place.
class BodyCheck {
public:
    BodyCheck(const std::string& list, Sink& sink) : list_(list), sink_(sink) {}

    void visit(const ast::Condition& condition) {
        if (is_count(condition)) return report_list(condition.span);
        std::visit(overloaded{
                       [&](const ast::FactTest& test) {
                           if (test.measured) visit(test.measured->anchor);
                       },
                       [&](const ast::AgeTest& test) { visit(test.at); },
                       [&](const ast::QuantityTest& test) {
                           visit(test.left);
                           visit(test.right);
                       },
                       [&](const ast::DayTest& test) { visit(test.relation.anchor); },
                       [](const ast::CountTest&) {},
                       [&](const ast::ConditionGroup& group) { visit_all(group.members); },
                       [&](const ast::Unless& unless) { visit_all(unless.parts); },
                       [&](const ast::IfThen& if_then) { visit_all(if_then.parts); },
                       [&](const ast::Supported& supported) {
                           sink_.add(FindingCode::attested_in_body, condition.span,
                                     fmt::format("the entries of `{}` have one evidence, that of the list", list_),
                                     fmt::format("write `{0}` before the count, as in `{0} at least 1 {1} …`",
                                                 words_of(supported.least), list_));
                           visit_all(supported.inner);
                       },
                   },
                   condition.form);
    }

private:
    void visit_all(const std::vector<ast::Condition>& conditions) {
        for (const ast::Condition& condition : conditions) visit(condition);
    }

    void visit_all(const std::vector<ast::Expression>& operands) {
        for (const ast::Expression& operand : operands) visit(operand);
    }

    void visit(const ast::Expression& expression) {
        std::visit(overloaded{
                       [](const ast::Quantity&) {},
                       [](const ast::NamedValue&) {},
                       [&](const ast::MeasuredValue& measured) { visit(measured.when.anchor); },
                       [&](const ast::Arithmetic& arithmetic) { visit_all(arithmetic.operands); },
                       [&](const ast::Extreme& extreme) { visit_all(extreme.operands); },
                       [&](const ast::RoundedValue& rounded) { visit_all(rounded.operand); },
                       [&](const ast::Elapsed& elapsed) {
                           visit(elapsed.from);
                           visit(elapsed.to);
                       },
                       [](const ast::DayOperand&) {},
                       [&](const ast::Aggregate&) { report_list(expression.span); },
                       [&](const ast::ChosenEntry&) { report_list(expression.span); },
                       [&](const ast::Parenthesized& parenthesized) { visit_all(parenthesized.operand); },
                   },
                   expression.form);
    }

    void visit(const ast::DayOperand& day) {
        if (std::holds_alternative<ast::ChosenEntry>(day.form)) report_list(day.span);
        for (const ast::DayOperand& operand : ast::operands_of(day)) visit(operand);
    }

    void report_list(Span span) {
        sink_.add(FindingCode::list_in_body, span, fmt::format("entries are counted here among those of `{}`", list_),
                  "give the inner one a name with `define`; it is then the same for every entry");
    }

    const std::string& list_;
    Sink& sink_;
};

}  // namespace

const KnownFact* check_list(const Context& context, const ast::Name& name, Sink& sink) {
    const KnownFact* fact = context.symbols.fact(name.text);
    const ast::Define* term = context.symbols.term(name.text);
    if (fact != nullptr && fact->kind == FactKind::list) return fact;
    if (fact == nullptr && term == nullptr)
        add_unknown_name(sink, "list", name, context.symbols.list_names());
    else
        sink.add(FindingCode::not_a_list, name.span,
                 fmt::format("`{}` {}, not a list", name.text, kind_words(Meaning{fact, term})),
                 "entries are those of a fact declared with `list of`");
    return nullptr;
}

const KnownFact* check_field(const Context& context, const KnownFact& list, const ast::Name& name, Sink& sink) {
    const KnownFact* field = context.symbols.field(list.name, name.text);
    if (field != nullptr) return field;
    const std::vector<std::string> fields = context.symbols.field_names(*list.declaration);
    const std::string meant = did_you_mean(name.text, fields);
    sink.add(FindingCode::unknown_name, name.span, fmt::format("no field of `{}` is called `{}`", list.name, name.text),
             meant.empty() && !fields.empty() ? "its fields are " + quoted_list(fields) : meant);
    return nullptr;
}

void check_count_test(const Context& context, const ast::CountTest& test, Sink& sink) {
    check_number(test, sink);
    const KnownFact* list = check_list(context, test.entries.list, sink);
    if (list != nullptr && test.different) check_different(context, test, *list, sink);
}

void check_body(const ast::Entries& entries, Sink& sink) {
    BodyCheck body(entries.list.text, sink);
    for (const ast::Condition& condition : entries.where) body.visit(condition);
}

}  // namespace pol::checking
