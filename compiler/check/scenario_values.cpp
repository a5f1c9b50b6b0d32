#include "compiler/check/scenario_values.hpp"

#include "compiler/ast/words.hpp"
#include "compiler/check/code_shapes.hpp"
#include "compiler/check/literals.hpp"
#include "compiler/check/names.hpp"
#include "compiler/check/values.hpp"

#include <fmt/format.h>

namespace pol::checking {
namespace {

std::string in_unit(const ast::Decimal& amount, const ast::NumberType& type) {
    return type.unit ? fmt::format("{} {}", ast::written(amount), type.unit->text) : ast::written(amount);
}

void check_bounds(const KnownFact& fact, const ast::Quantity& value, Number amount, Sink& sink) {
    const ast::NumberType& type = number_type(fact);
    if (!type.between) {
        if (amount < number(0))
            return add_with_place(sink, FindingCode::outside_bounds, value.span,
                                  fmt::format("`{}` has no bounds, so it is at least 0", fact.name),
                                  "correct the value, or declare bounds such as `between -10 and 10`",
                                  fact.declaration->name.span, "its declaration");
        if (amount <= number(largest_given)) return;
        return sink.add(FindingCode::outside_bounds, value.span,
                        fmt::format("`{}` is more than a request can state", ast::written(value)),
                        fmt::format("numbers go up to {}, in the unit of the fact", largest_given));
    }
    if (exact(type.between->least) <= amount && amount <= exact(type.between->most)) return;
    add_with_place(sink, FindingCode::outside_bounds, value.span,
                   fmt::format("`{}` lies between `{}` and `{}`", fact.name, in_unit(type.between->least, type),
                               in_unit(type.between->most, type)),
                   "correct the value, or the bounds of the fact", fact.declaration->name.span, "its declaration");
}

/// Its amount: in a unit of its kind, exact, in bounds.
void check_amount_of(const KnownFact& fact, const ast::Quantity& value, Sink& sink) {
    const ast::NumberType& type = number_type(fact);
    const std::optional<Measure> given = check_quantity(value, sink);
    const std::optional<Measure> declared = measure_of(type.unit);
    if (!given || !declared) return;
    if (!fit_together(*declared, *given)) {
        const ast::Expression written{value, value.span};
        return Values::check_fit({*declared, fmt::format("`{}`", fact.name), nullptr},
                                 {*given, fmt::format("`{}`", ast::written(value)), &written}, value.span, sink);
    }
    const std::optional<Number> amount = converted(value, type.unit);
    if (!amount) return;
    if (!is_given_decimal(*amount))
        return sink.add(
            FindingCode::inexact_amount, value.span,
            fmt::format("`{}` is no exact number of `{}`", ast::written(value), type.unit ? type.unit->text : "1"),
            "state it in the unit of the fact, with up to 6 digits behind the point");
    check_bounds(fact, value, *amount, sink);
}

}  // namespace

void check_given_number(const KnownFact& fact, const ast::Quantity& value, Sink& sink) {
    if (!is_number(fact.kind))
        return sink.add(FindingCode::unknown_value, value.span,
                        fmt::format("`{}` is not a value of `{}`", ast::written(value), fact.name), how_to_give(fact));
    if (fact.kind == FactKind::measurement)
        return sink.add(FindingCode::missing_day, value.span,
                        fmt::format("`{}` needs the day on which it was measured", fact.name), how_to_give(fact));
    check_amount_of(fact, value, sink);
}

void check_given_measurement(const KnownFact& fact, const ast::Quantity& value, const ast::Date& on, Sink& sink) {
    if (!is_number(fact.kind))
        return sink.add(FindingCode::unknown_value, value.span,
                        fmt::format("`{}` is not a value of `{}`", ast::written(value), fact.name), how_to_give(fact));
    if (fact.kind == FactKind::number) return report_day(fact, on, sink);
    check_amount_of(fact, value, sink);
}

void report_day(const KnownFact& fact, const ast::Date& on, Sink& sink) {
    sink.add(FindingCode::missing_day, on.span, fmt::format("`{}` has no day", fact.name),
             "leave `on …` out, or declare the fact with `measured`");
}

std::string how_to_give(const KnownFact& fact) {
    const std::string& name = fact.list == nullptr ? fact.name : fact.declaration->name.text;
    const auto example = [&] {
        const ast::NumberType& type = number_type(fact);
        const std::string amount = type.between ? ast::written(type.between->most) : "7.5";
        return type.unit ? fmt::format("{} {} {}", name, amount, type.unit->text) : fmt::format("{} {}", name, amount);
    };
    if (fact.kind == FactKind::list) return fmt::format("write `{} none`, or its entries, each in parentheses", name);
    if (fact.kind == FactKind::measurement) return fmt::format("write, for example, `{} on 2026-01-31`", example());
    if (fact.kind == FactKind::number) return fmt::format("write, for example, `{}`", example());
    if (fact.kind == FactKind::code)
        return fmt::format("write, for example, `{} {}`", name, given_example(code_system(fact)));
    if (fact.is_dated_choice)
        return fmt::format("write, for example, `{} {} on 2026-01-31`", name, fact.values.front());
    if (is_date(fact.kind)) return "write it as year-month-day";
    return "its values are " + quoted_list(fact.values);
}

}  // namespace pol::checking
