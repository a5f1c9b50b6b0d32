#include "compiler/emit/parts.hpp"
#include "compiler/emit/text.hpp"
#include "compiler/source/overloaded.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <numeric>
#include <variant>

namespace pol::emission {

namespace {

constexpr model::Fraction one{1, 1};

/// How tightly an expression holds together: what needs parentheses as an operand.
enum class Binding { sum, product, single };

struct Written {
    std::string text;
    Binding binding = Binding::single;
};

Written written(const Context& context, const model::Expression& value, int indent);

std::string in_parentheses_below(const Written& operand, Binding least) {
    return operand.binding < least ? "(" + operand.text + ")" : operand.text;
}

std::string number_of(model::Fraction value) {
    return value.denominator == 1 ? fmt::format("number({})", value.numerator)
                                  : fmt::format("number({}, {})", value.numerator, value.denominator);
}

std::string exactly(model::Fraction value) {
    return value.denominator == 1 ? fmt::format("exactly({})", value.numerator)
                                  : fmt::format("exactly({})", number_of(value));
}

/// Brings a value from the declared unit of a fact to the base unit.
Written scaled(std::string text, model::Fraction factor) {
    if (factor == one) return {std::move(text)};
    return {fmt::format("{} * {}", text, exactly(factor)), Binding::product};
}

std::string number_of_fact(const Context& context, const model::NumberOfFact& number) {
    if (context.policy.facts[number.fact].list) return amount_within(context, number.fact);
    return fmt::format("amount_of({}, {})", context.member(number.fact), evidence_name(number.minimum));
}

std::string measurement(const Context& context, const model::MeasurementOfFact& measured, int indent) {
    return call("measured(",
                {context.member(measured.fact), evidence_name(measured.minimum),
                 measured.from ? day(context, *measured.from, indent + 4) : "first_day()",
                 measured.through ? day(context, *measured.through, indent + 4) : "last_day()"},
                indent);
}

Written arithmetic(const Context& context, const model::Arithmetic& arithmetic, int indent) {
    static constexpr const char* signs[] = {"+", "-", "*", "/"};
    const bool is_sum =
        arithmetic.operation == model::Operation::plus || arithmetic.operation == model::Operation::minus;
    const Binding own = is_sum ? Binding::sum : Binding::product;
    const std::string left = in_parentheses_below(written(context, arithmetic.operands[0], indent), own);
    const std::string right = in_parentheses_below(written(context, arithmetic.operands[1], indent),
                                                   is_sum ? Binding::product : Binding::single);
    const char* sign = signs[static_cast<std::size_t>(arithmetic.operation)];
    return {on_one_line_or_two(left + " " + sign, right, indent), own};
}

std::string extreme(const Context& context, const model::Extreme& extreme, int indent) {
    std::vector<std::string> operands;
    for (const model::Expression& operand : extreme.operands)
        operands.push_back(computed(context, operand, indent + 4));
    return call(extreme.lesser ? "lesser_of(" : "greater_of(", operands, indent);
}

std::string rounded(const Context& context, const model::RoundedValue& value, int indent) {
    static constexpr const char* words[] = {"Rounding::up", "Rounding::down", "Rounding::nearest"};
    return call("rounded(",
                {computed(context, value.operand.front(), indent + 4), words[static_cast<std::size_t>(value.rounding)],
                 number_of(value.step)},
                indent);
}

std::string elapsed(const Context& context, const model::Elapsed& elapsed, int indent) {
    std::vector<std::string> items = {day(context, elapsed.from, indent + 4), day(context, elapsed.to, indent + 4)};
    if (elapsed.unit == DurationUnit::days)
        return call(elapsed.each == 1 ? "days_between(" : "weeks_between(", items, indent);
    items.emplace_back("calendar.short_months");
    return call(elapsed.each == 1 ? "months_between(" : "years_between(", items, indent);
}

Written written(const Context& context, const model::Expression& value, int indent) {
    return std::visit(
        overloaded{
            [&](const model::Constant& constant) { return Written{exactly(constant.value)}; },
            [&](const model::NumberOfFact& number) { return scaled(number_of_fact(context, number), number.factor); },
            [&](const model::MeasurementOfFact& measured) {
                return scaled(measurement(context, measured, indent), measured.factor);
            },
            [&](const model::NumberOfTerm& term) { return Written{context.names.terms[term.term] + "(request)"}; },
            [&](const model::Arithmetic& form) { return arithmetic(context, form, indent); },
            [&](const model::Extreme& form) { return Written{extreme(context, form, indent)}; },
            [&](const model::RoundedValue& form) { return Written{rounded(context, form, indent)}; },
            [&](const model::Elapsed& form) { return Written{elapsed(context, form, indent)}; },
            [&](const model::Aggregate& form) { return scaled(aggregate(context, form, indent), form.factor); },
            [&](const model::ValueOfEntry& form) {
                return scaled(chosen_entry(context, form.entry, indent), form.factor);
            },
        },
        value.form);
}

/// The factor of a fact's unit, where the value is just that fact, or one of entries.
model::Fraction* factor_of(model::Expression& value) {
    if (auto* number = std::get_if<model::NumberOfFact>(&value.form)) return &number->factor;
    if (auto* measured = std::get_if<model::MeasurementOfFact>(&value.form)) return &measured->factor;
    if (auto* entries = std::get_if<model::Aggregate>(&value.form)) return &entries->factor;
    if (auto* entry = std::get_if<model::ValueOfEntry>(&value.form)) return &entry->factor;
    return nullptr;
}

/// `value` / `factor` in lowest terms; nothing where that is too large to be written.
std::optional<model::Fraction> quotient(model::Fraction value, model::Fraction factor) {
    const std::int64_t above = std::gcd(value.numerator, factor.numerator);
    const std::int64_t below = std::gcd(value.denominator, factor.denominator);
    model::Fraction result;
    if (__builtin_mul_overflow(value.numerator / above, factor.denominator / below, &result.numerator) ||
        __builtin_mul_overflow(value.denominator / below, factor.numerator / above, &result.denominator))
        return std::nullopt;
    return result;
}

/// The fact that a value is alone, or that is taken of an entry by name, if its values are not written as amounts.
std::optional<model::FactIndex> written_otherwise(const Context& context, const model::Expression& value) {
    std::optional<model::FactIndex> fact;
    if (const auto* number = std::get_if<model::NumberOfFact>(&value.form)) fact = number->fact;
    if (const auto* measured = std::get_if<model::MeasurementOfFact>(&value.form)) fact = measured->fact;
    if (const auto* term = std::get_if<model::NumberOfTerm>(&value.form)) {
        const auto* body = std::get_if<model::Expression>(&context.policy.terms[term->term].body);
        const auto* chosen = body == nullptr ? nullptr : std::get_if<model::ValueOfEntry>(&body->form);
        if (chosen != nullptr) fact = chosen->entry.field;
    }
    if (!fact) return std::nullopt;
    const model::Fact& read = context.policy.facts[*fact];
    return has_number(read) && read.notation == Notation::amount ? std::nullopt : fact;
}

}  // namespace

bool has_number(const model::Fact& fact) { return fact.type == FactType::number || fact.type == FactType::measurement; }

std::string compared(const Context& context, const model::Expression& left, const model::Expression& right,
                     int indent) {
    const std::optional<model::FactIndex> fact = written_otherwise(context, left);
    if (!fact) return computed(context, right, indent);
    const std::int64_t number = std::get<model::Constant>(right.form).value.numerator;
    const Notation notation = context.policy.facts[*fact].notation;
    if (is_code(notation)) return fmt::format("exactly({})", code_literal(notation, {number, 0}));
    return fmt::format("exactly(::pol::place_of({}))", context.value(*fact, static_cast<std::uint16_t>(number)));
}

std::string computed(const Context& context, const model::Expression& value, int indent) {
    return written(context, value, indent).text;
}

void compare_in_own_unit(model::Expression& left, model::Expression& right) {
    const bool is_behind = std::holds_alternative<model::Constant>(left.form);
    model::Fraction* factor = factor_of(is_behind ? right : left);
    auto* limit = std::get_if<model::Constant>(is_behind ? &left.form : &right.form);
    if (factor == nullptr || limit == nullptr) return;
    if (const std::optional<model::Fraction> value = quotient(limit->value, *factor)) {
        limit->value = *value;
        *factor = one;
    }
}

}  // namespace pol::emission
