#include "compiler/check/literals.hpp"

#include "compiler/ast/words.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <limits>

namespace pol::checking {
namespace {

constexpr std::int64_t largest_written = 999'999'999'999;

/// Whether the amount in base units can be written as one fraction; a product that is too large comes reduced.
bool fits(const ast::Decimal& amount, const units::Factor& factor) {
    const Number value = exact(amount) * number(factor.numerator, factor.denominator);
    constexpr WideInteger largest = std::numeric_limits<std::int64_t>::max();
    return pol::detail::magnitude(value.numerator) <= largest && value.denominator <= largest;
}

}  // namespace

void check_unit(const ast::Name& unit, Sink& sink) {
    if (!units::unit_of(unit.text))
        return sink.add(FindingCode::no_unit, unit.span, fmt::format("`{}` is no unit", unit.text),
                        "a unit is a word or several with `/` between them, as in `mg/kg`");
    const std::string meant = units::meant_by(unit.text);
    if (!meant.empty())
        sink.add(FindingCode::unit_spelling, unit.span,
                 fmt::format("`{}` is taken for a unit of its own, which converts to no other", unit.text),
                 fmt::format("did you mean `{}`?", meant));
}

void check_number_type(const ast::NumberType& type, Sink& sink) {
    if (type.unit) check_unit(*type.unit, sink);
    if (!type.between) return;
    const auto& [least, most] = *type.between;
    bool are_in_range = true;
    for (const ast::Decimal* bound : {&least, &most}) {
        const Number value = exact(*bound);
        if (bound->places <= most_places && number(-largest_given) <= value && value <= number(largest_given)) continue;
        sink.add(FindingCode::number_out_of_range, bound->span, "this number is out of range",
                 "a request states numbers from -999999999 to 999999999, with up to 6 digits behind the point");
        are_in_range = false;
    }
    if (are_in_range && exact(most) <= exact(least))
        sink.add(FindingCode::bounds_order, most.span,
                 fmt::format("`{}` is not more than `{}`", ast::written(most), ast::written(least)),
                 "write the least value first, then the most");
}

std::optional<Measure> check_quantity(const ast::Quantity& quantity, Sink& sink) {
    if (quantity.unit) check_unit(*quantity.unit, sink);
    const std::optional<Measure> measure = measure_of(quantity.unit);
    if (!measure) return std::nullopt;
    const units::Factor factor = quantity.unit ? units::unit_of(quantity.unit->text)->factor : units::Factor{};
    const ast::Decimal& amount = quantity.amount;
    const bool is_written_short = std::abs(amount.digits) <= largest_written && amount.places <= most_places;
    if (is_written_short && fits(amount, factor)) return measure;
    sink.add(FindingCode::number_out_of_range, amount.span, "this number is out of range",
             is_written_short ? "write it in another unit" : "write up to 12 digits, of them up to 6 behind the point");
    return std::nullopt;
}

std::optional<Number> converted(const ast::Quantity& quantity, const std::optional<ast::Name>& unit) {
    const auto read = [](const std::optional<ast::Name>& name) {
        return name ? units::unit_of(name->text) : std::optional(units::Unit{});
    };
    const std::optional<units::Unit> from = read(quantity.unit);
    const std::optional<units::Unit> to = read(unit);
    if (!from || !to) return std::nullopt;
    const std::optional<units::Factor> factor = units::conversion(*from, *to);
    if (!factor) return std::nullopt;
    return exact(quantity.amount) * number(factor->numerator, factor->denominator);
}

bool is_given_decimal(Number value) {
    const Number parts = value * number(power_of_ten(most_places));
    return parts.numerator % parts.denominator == 0;
}

Number exact(const ast::Decimal& decimal) { return number(decimal.digits, power_of_ten(decimal.places)); }

}  // namespace pol::checking
