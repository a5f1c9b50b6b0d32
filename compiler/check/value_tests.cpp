#include "compiler/check/value_tests.hpp"

#include "compiler/check/days.hpp"
#include "compiler/check/value_words.hpp"

#include <fmt/format.h>

namespace pol::checking {
namespace {

ast::Expression value_called(const ast::Name& name) { return {ast::NamedValue{name}, name.span}; }

const ast::Name* lone_name(const ast::Expression& expression) {
    const auto* named = std::get_if<ast::NamedValue>(&inside(expression).form);
    return named == nullptr ? nullptr : &named->name;
}

}  // namespace

void ValueTests::check(const ast::FactTest& test, Span span) {
    if (test.comparison == ast::Comparison::is_one_of)
        return context_.sink.add(FindingCode::wrong_comparison, span,
                                 fmt::format("`{}` is not compared with a list", test.fact.text),
                                 "write one comparison a line in `any of … end`");
    check_sides(value_called(test.fact), value_called(test.values.front()));
}

void ValueTests::check(const ast::QuantityTest& test) { check_sides(test.left, test.right); }

void ValueTests::check_sides(const ast::Expression& left, const ast::Expression& right) {
    const std::optional<Measure> left_measure = values_.measure(left, context_.sink);
    // then it is meant to be compared with values, not with what numbers are called
    if (!left_measure && std::holds_alternative<ast::ChosenEntry>(inside(left).form)) return;
    const std::optional<Measure> right_measure = values_.measure(right, context_.sink);
    if (!left_measure || !right_measure) return;
    const ast::Name* left_name = lone_name(left);
    const ast::Name* right_name = lone_name(right);
    if (left_name != nullptr && right_name != nullptr && left_name->text == right_name->text)
        return context_.sink.add(FindingCode::compares_with_itself, right.span,
                                 fmt::format("`{}` is compared with itself", left_name->text), "name the other value");
    Values::check_fit({*left_measure, words_of(left), &left, &values_},
                      {*right_measure, words_of(right), &right, &values_}, right.span, context_.sink);
}

void ValueTests::check(const ast::DayTest& test) {
    const bool is_day = check_day(context_, test.day, context_.sink);
    check_relation(context_, test.relation, context_.sink);
    if (is_day && is_same_day({test.day, test.day.span}, test.relation.anchor))
        context_.sink.add(FindingCode::compares_with_itself, test.relation.anchor.span,
                          fmt::format("`{}` is compared with itself", test.day.text), "name the other day");
}

}  // namespace pol::checking
