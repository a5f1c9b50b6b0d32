#include "compiler/check/amount_expectations.hpp"

#include "compiler/ast/words.hpp"
#include "compiler/check/code_shapes.hpp"
#include "compiler/check/literals.hpp"
#include "compiler/check/names.hpp"
#include "compiler/check/quantities.hpp"
#include "compiler/check/values.hpp"

#include <fmt/format.h>

namespace pol::checking {
namespace {

/// A code is counted in units, bare or with the word.
void check_counted(const ast::ExpectQuantity& expected, Sink& sink) {
    const std::optional<ast::Name>& unit = expected.amount.unit;
    if (!unit || unit->text == "unit" || unit->text == "units") return;
    sink.add(FindingCode::different_units, expected.amount.span,
             fmt::format("`{}` is counted in units, `{}` is not", expected.what.text, ast::written(expected.amount)),
             "write the number of its units alone");
}

void check_shown(const ast::QuantityApproved& amount, const ast::ExpectQuantity& expected, Sink& sink) {
    const std::optional<Measure> given = check_quantity(expected.amount, sink);
    const std::optional<Measure> shown = measure_of(amount.unit);
    if (!given || !shown) return;
    if (!fit_together(*shown, *given)) {
        const ast::Expression written{expected.amount, expected.amount.span};
        return Values::check_fit({*shown, fmt::format("`{}`", amount.what.text), nullptr},
                                 {*given, fmt::format("`{}`", ast::written(expected.amount)), &written},
                                 expected.amount.span, sink);
    }
    const std::optional<Number> value = converted(expected.amount, amount.unit);
    if (value && !is_given_decimal(*value))
        sink.add(FindingCode::inexact_amount, expected.amount.span,
                 fmt::format("`{}` is no exact number of `{}`", ast::written(expected.amount), amount.unit->text),
                 fmt::format("`{}` is shown in `{}`, with up to 6 digits behind the point", amount.what.text,
                             amount.unit->text));
}

}  // namespace

void check_expected_amount(const Context& context, const ast::ExpectQuantity& expected) {
    std::vector<std::string> known;
    // Of the first amount that is written for a drug of that name.
    std::string code;
    for (const ast::QuantityApproved* amount : amounts_of(context.policy)) {
        known.push_back(amount->what.text);
        if (code.empty() && amount->billing && amount->billing->drug.text == expected.what.text)
            code = amount->what.text;
        if (amount->what.text != expected.what.text) continue;
        return is_code(amount->what) ? check_counted(expected, context.sink)
                                     : check_shown(*amount, expected, context.sink);
    }
    if (may_be_misspelt_code(context.policy, expected.what.text)) return;
    if (code.empty()) return add_unknown_name(context.sink, "amount", expected.what, known);
    context.sink.add(
        FindingCode::unknown_name, expected.what.span,
        fmt::format("`{}` is a drug, whose amounts are called by their codes", expected.what.text),
        fmt::format("write the code of its product, as in `quantity {} {}`", code, ast::written(expected.amount)));
}

}  // namespace pol::checking
