#include "compiler/check/sizes.hpp"

#include "compiler/ast/fields.hpp"
#include "compiler/check/literals.hpp"
#include "pol/decimal.hpp"

#include <algorithm>
#include <cstdlib>
#include <numeric>

namespace pol::checking {
namespace {

/// 2^126: one bit less than a Number's parts hold, for the sum of two products. 2^62: from where on they are reduced.
constexpr long double limit = 85070591730234615865843651857942052864.0L;
constexpr long double reduced_from = 4611686018427387904.0L;
constexpr std::int64_t largest_grid = std::int64_t{1} << 40;
constexpr long double most_entries = 1'000'000;
/// No code of any system has a larger number.
constexpr long double most_places_of_codes = 1'000'000'000'000;
/// From the first day of the calendar to its last.
constexpr long double longest_time = 146'097;

bool is_exact(long double part) { return part < limit; }

std::int64_t common_grid(std::int64_t left, std::int64_t right) {
    if (left == 0 || right == 0) return 0;
    const std::int64_t times = left / std::gcd(left, right);
    return times > largest_grid / right ? 0 : times * right;
}
std::int64_t product_grid(std::int64_t left, std::int64_t right) {
    return left == 0 || right == 0 || left > largest_grid / right ? 0 : left * right;
}

/// A result as computed, which is reduced where it grows large.
std::optional<Size> settled(Size raw) {
    if (!is_exact(raw.numerator) || !is_exact(raw.denominator)) return std::nullopt;
    if (raw.grid != 0) raw.lowest = std::min(raw.lowest, static_cast<long double>(raw.grid));
    raw.numerator = std::min(raw.numerator, std::max(reduced_from, raw.value * raw.lowest));
    raw.denominator = std::min(raw.denominator, std::max(reduced_from, raw.lowest));
    return raw;
}

std::optional<Size> sum(const Size& left, const Size& right) {
    std::optional<Size> total = settled({left.numerator * right.denominator + right.numerator * left.denominator,
                                         left.denominator * right.denominator, left.value + right.value,
                                         left.lowest * right.lowest, common_grid(left.grid, right.grid)});
    if (!total) return std::nullopt;
    // fractions of one denominator are added without being reduced
    total->numerator = std::max(total->numerator, left.numerator + right.numerator);
    total->denominator = std::max({total->denominator, left.denominator, right.denominator});
    return is_exact(total->numerator) ? total : std::nullopt;
}

std::optional<Size> product(const Size& left, const Size& right) {
    return settled({left.numerator * right.numerator, left.denominator * right.denominator, left.value * right.value,
                    left.lowest * right.lowest, product_grid(left.grid, right.grid)});
}

/// A divisor may be as small as its denominator allows.
Size inverse(const Size& size) { return {size.denominator, size.numerator, size.lowest, size.value * size.lowest, 0}; }

Size larger(const Size& left, const Size& right) {
    return {std::max(left.numerator, right.numerator), std::max(left.denominator, right.denominator),
            std::max(left.value, right.value), std::max(left.lowest, right.lowest), common_grid(left.grid, right.grid)};
}

Size fraction(long double numerator, std::int64_t denominator) {
    const auto parts = static_cast<long double>(denominator);
    return {numerator, parts, numerator / parts, parts, denominator > largest_grid ? 0 : denominator};
}

/// A decimal of at most `most_places`, with that many however many it has: bounds only grow by it.
Size decimal(long double value) {
    const std::int64_t parts = power_of_ten(most_places);
    return fraction(value * static_cast<long double>(parts), parts);
}

units::Factor factor_of(const std::optional<ast::Name>& unit) {
    const std::optional<units::Unit> known = unit ? units::unit_of(unit->text) : std::nullopt;
    return known ? known->factor : units::Factor{};
}

/// A value times the factor that brings it to its base unit.
std::optional<Size> scaled(const Size& size, const units::Factor& factor) {
    return product(size, fraction(static_cast<long double>(factor.numerator), factor.denominator));
}

/// How far it is from 0.
long double magnitude_of(const ast::Decimal& decimal) {
    return static_cast<long double>(std::abs(decimal.digits)) / static_cast<long double>(power_of_ten(decimal.places));
}

}  // namespace

bool Sizes::can_compare(const Size& left, const Size& right) {
    return is_exact(left.numerator * right.denominator) && is_exact(right.numerator * left.denominator);
}

/// Each digit that is written takes three times the denominator (pol/number.hpp).
bool Sizes::can_show(const Size& value, const Size& unit) {
    const std::optional<Size> count = product(value, inverse(unit));
    return count && is_exact(count->denominator * 4);
}

std::optional<Size> Sizes::size(const ast::Expression& expression) {
    return std::visit([&](const auto& written) { return form(written); }, expression.form);
}

std::optional<Size> Sizes::size(const ast::Name& name) {
    const KnownFact* fact = context_.symbols.fact(name.text);
    if (fact == nullptr) return size(*context_.symbols.term(name.text));
    const ast::NumberType& type = number_type(*fact);
    const long double most = type.between
                                 ? std::max(magnitude_of(type.between->least), magnitude_of(type.between->most))
                                 : static_cast<long double>(largest_given);
    return scaled(decimal(most), factor_of(type.unit));
}

std::optional<Size> Sizes::size(const ast::Define& term) {
    if (const auto known = terms_.find(&term); known != terms_.end()) return known->second;
    std::optional<Size> found;
    if (const auto* value = std::get_if<ast::Expression>(&term.body)) found = size(*value);
    if (const auto* cases = ast::cases_of(term)) found = size(*cases);
    terms_[&term] = found;
    return found;
}

/// Cases are compared with one another while it is open which of them holds.
std::optional<Size> Sizes::size(const std::vector<ast::DefinedCase>& cases) {
    Size largest;
    for (const ast::DefinedCase& one : cases) {
        const std::optional<Size> value = size(one.value);
        if (!value) return std::nullopt;
        largest = larger(largest, *value);
    }
    return can_compare(largest, largest) ? std::optional(largest) : std::nullopt;
}

std::optional<Size> Sizes::form(const ast::Quantity& quantity) {
    const Size amount =
        fraction(static_cast<long double>(std::abs(quantity.amount.digits)), power_of_ten(quantity.amount.places));
    return scaled(amount, factor_of(quantity.unit));
}

std::optional<Size> Sizes::form(const ast::NamedValue& value) { return size(value.name); }

std::optional<Size> Sizes::form(const ast::MeasuredValue& value) { return size(value.fact); }

std::optional<Size> Sizes::form(const ast::Arithmetic& arithmetic) {
    const std::optional<Size> left = size(arithmetic.operands.front());
    const std::optional<Size> right = size(arithmetic.operands.back());
    if (!left || !right) return std::nullopt;
    switch (arithmetic.operation) {
        case ast::Operation::plus:
        case ast::Operation::minus:
            return sum(*left, *right);
        case ast::Operation::times:
            return product(*left, *right);
        case ast::Operation::divided_by:
            return product(*left, inverse(*right));
    }
    return std::nullopt;
}

std::optional<Size> Sizes::form(const ast::Extreme& extreme) {
    const std::optional<Size> left = size(extreme.operands.front());
    const std::optional<Size> right = size(extreme.operands.back());
    if (!left || !right || !can_compare(*left, *right)) return std::nullopt;
    return larger(*left, *right);
}

std::optional<Size> Sizes::form(const ast::RoundedValue& rounded) {
    const std::optional<Size> value = size(rounded.operand.front());
    const std::optional<Size> step = form(rounded.step);
    if (!value || !step || !product(*value, inverse(*step))) return std::nullopt;
    const long double written = magnitude_of(rounded.step.amount);
    const units::Factor factor = factor_of(rounded.step.unit);
    const long double length =
        written * static_cast<long double>(factor.numerator) / static_cast<long double>(factor.denominator);
    const long double steps = value->value / length + 1;
    return product({steps, 1, steps, 1, 1}, *step);
}

std::optional<Size> Sizes::form(const ast::Elapsed&) { return Size{longest_time, 1, longest_time, 1, 1}; }

/// As many entries as a list can have.
std::optional<Size> Sizes::form(const ast::Aggregate& aggregate) {
    const Size number{most_entries, 1, most_entries, 1, 1};
    if (!aggregate.field) return number;
    const ast::Name field{ast::field_name(aggregate.entries.list.text, aggregate.field->text), aggregate.field->span};
    const std::optional<Size> value = size(field);
    const bool is_sum = aggregate.rule == ast::Aggregation::sum || aggregate.rule == ast::Aggregation::average;
    if (!value || !is_sum) return value && can_compare(*value, *value) ? value : std::nullopt;
    // fractions of one denominator: the sum has it, too
    const std::optional<Size> sum = settled(
        {value->numerator * most_entries, value->denominator, value->value * most_entries, value->lowest, value->grid});
    return sum && aggregate.rule == ast::Aggregation::average ? product(*sum, inverse(number)) : sum;
}

/// The candidates are compared with one another. What is no number stands for the number of its place or its code.
std::optional<Size> Sizes::form(const ast::ChosenEntry& chosen) {
    const ast::Name name{ast::field_name(chosen.entries.list.text, chosen.field.text), chosen.field.span};
    if (!is_number(context_.symbols.fact(name.text)->kind))
        return Size{most_places_of_codes, 1, most_places_of_codes, 1, 1};
    const std::optional<Size> value = size(name);
    return value && can_compare(*value, *value) ? value : std::nullopt;
}

/// No number.
std::optional<Size> Sizes::form(const ast::DayOperand&) { return std::nullopt; }

std::optional<Size> Sizes::form(const ast::Parenthesized& parenthesized) { return size(parenthesized.operand.front()); }

}  // namespace pol::checking
