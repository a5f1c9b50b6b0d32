#include "compiler/ast/words.hpp"
#include "compiler/check/conditions.hpp"
#include "compiler/check/literals.hpp"
#include "compiler/check/passes.hpp"
#include "compiler/check/uses.hpp"
#include "compiler/check/value_words.hpp"
#include "compiler/check/values.hpp"

#include <fmt/format.h>

#include <optional>

namespace pol::checking {
namespace {

/// What a test comes to for the lowest and for the highest value; where they agree, for every value between, if the
/// comparison is one of order.
bool holds(Number value, ast::Comparison comparison, Number bound) {
    switch (comparison) {
        case ast::Comparison::is_at_least:
            return bound <= value;
        case ast::Comparison::is_more_than:
            return bound < value;
        case ast::Comparison::is_at_most:
            return value <= bound;
        case ast::Comparison::is_less_than:
            return value < bound;
        case ast::Comparison::is:
        case ast::Comparison::is_one_of:
            return value == bound;
        case ast::Comparison::is_not:
            return value != bound;
    }
    return false;
}

bool is_equality(ast::Comparison comparison) {
    return comparison == ast::Comparison::is || comparison == ast::Comparison::is_not;
}

/// `A is at least B` is `B is at most A`.
ast::Comparison mirrored(ast::Comparison comparison) {
    switch (comparison) {
        case ast::Comparison::is_at_least:
            return ast::Comparison::is_at_most;
        case ast::Comparison::is_more_than:
            return ast::Comparison::is_less_than;
        case ast::Comparison::is_at_most:
            return ast::Comparison::is_at_least;
        case ast::Comparison::is_less_than:
            return ast::Comparison::is_more_than;
        case ast::Comparison::is:
        case ast::Comparison::is_not:
        case ast::Comparison::is_one_of:
            return comparison;
    }
    return comparison;
}

class RangeCheck {
public:
    explicit RangeCheck(const Context& context) : context_(context) {}

    void check(const ast::FactTest& test) const {
        const KnownFact* fact = context_.symbols.fact(test.fact.text);
        if (fact != nullptr && fact->kind == FactKind::scale && test.values.size() == 1) check_scale(test, *fact);
    }

    void check(const ast::QuantityTest& test) const {
        const auto* left = std::get_if<ast::Quantity>(&inside(test.left).form);
        const auto* right = std::get_if<ast::Quantity>(&inside(test.right).form);
        if (right != nullptr) check_bounds(test.left, test.comparison, *right);
        if (left != nullptr) check_bounds(test.right, mirrored(test.comparison), *left);
        if (left == nullptr || right == nullptr) return;
        if (const std::optional<Number> value = converted(*left, right->unit))
            report(
                test.right.span, holds(*value, test.comparison, exact(right->amount)),
                fmt::format("`{}` and `{}` are the same for every request", ast::written(*left), ast::written(*right)),
                "compare a fact or a definition with them", std::nullopt);
    }

private:
    void check_scale(const ast::FactTest& test, const KnownFact& fact) const {
        const std::string& value = test.values.front().text;
        const bool is_lowest = value == fact.values.front();
        if (!is_lowest && value != fact.values.back()) return;
        const std::string why =
            fmt::format("`{}` is the {} value of `{}`", value, is_lowest ? "lowest" : "highest", fact.name);
        const ast::Comparison always = is_lowest ? ast::Comparison::is_at_least : ast::Comparison::is_at_most;
        const ast::Comparison never = is_lowest ? ast::Comparison::is_less_than : ast::Comparison::is_more_than;
        if (test.comparison == always || test.comparison == never)
            report(test.values.front().span, test.comparison == always, why, "compare it with the document",
                   std::nullopt);
    }

    void check_bounds(const ast::Expression& value, ast::Comparison comparison, const ast::Quantity& bound) const {
        const KnownFact* fact = fact_of(inside(value));
        if (fact == nullptr) return;
        const ast::NumberType& type = number_type(*fact);
        const std::optional<Number> compared = converted(bound, type.unit);
        if (!compared || (!type.between && number(0) <= *compared)) return;
        const Number least = type.between ? exact(type.between->least) : number(0);
        const Number most = type.between ? exact(type.between->most) : number(largest_given);
        const bool at_least = holds(least, comparison, *compared);
        if (at_least != holds(most, comparison, *compared)) return;
        if (is_equality(comparison) && least <= *compared && *compared <= most) return;
        report(bound.span, at_least, range_words(*fact),
               type.between ? "compare the value and its unit with the document"
                            : "declare bounds that let it lie below 0, such as `between -10 and 10`",
               fact->declaration->name.span);
    }

    static std::string range_words(const KnownFact& fact) {
        const ast::NumberType& type = number_type(fact);
        if (!type.between) return fmt::format("`{}` has no bounds, so it is at least 0", fact.name);
        const std::string unit = type.unit ? " " + type.unit->text : "";
        return fmt::format("`{}` lies between `{}{}` and `{}{}`", fact.name, ast::written(type.between->least), unit,
                           ast::written(type.between->most), unit);
    }

    /// The fact that a value is, a number or a measurement of some day.
    const KnownFact* fact_of(const ast::Expression& value) const {
        const ast::Name* name = nullptr;
        if (const auto* named = std::get_if<ast::NamedValue>(&value.form)) name = &named->name;
        if (const auto* measured = std::get_if<ast::MeasuredValue>(&value.form)) name = &measured->fact;
        return name == nullptr ? nullptr : context_.symbols.fact(name->text);
    }

    void report(Span span, bool always, const std::string& why, const char* hint, std::optional<Span> place) const {
        Finding finding{FindingCode::always_the_same,
                        span,
                        fmt::format("this {} holds: {}", always ? "always" : "never", why),
                        hint,
                        {}};
        if (place) finding.labels.push_back({*place, "its declaration"});
        context_.sink.add(std::move(finding));
    }

    const Context& context_;
};

}  // namespace

void check_ranges(const Context& context) {
    const RangeCheck ranges(context);
    each_condition_and_body(context.policy, [&](const ast::Condition& condition) {
        each_test(condition, overloaded{
                                 [&](const ast::FactTest& test) { ranges.check(test); },
                                 [](const ast::AgeTest&) {},
                                 [&](const ast::QuantityTest& test) { ranges.check(test); },
                                 [](const ast::DayTest&) {},
                                 [](const ast::CountTest&) {},
                             });
    });
}

}  // namespace pol::checking
