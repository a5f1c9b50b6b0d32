#include "compiler/analyze/value_words.hpp"

#include "compiler/analyze/notations.hpp"
#include "compiler/analyze/wording.hpp"
#include "compiler/interpret/quantities.hpp"
#include "compiler/interpret/words.hpp"
#include "compiler/source/counted.hpp"
#include "compiler/source/overloaded.hpp"
#include "pol/date_text.hpp"
#include "pol/number.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <limits>
#include <optional>
#include <variant>

namespace pol::analysis {

namespace {

Number exact(model::Fraction fraction) { return number(fraction.numerator, fraction.denominator); }

/// What one of a unit is in base units. `unit` is empty for numbers without one. `written_as` is a fact whose values
/// are not written as amounts.
struct Scale {
    Number factor = number(1);
    std::string unit;
    const model::Fact* written_as = nullptr;
};

bool is_quotient(const std::string& unit) { return unit.find('/') != std::string::npos; }

std::optional<std::string> product(const std::string& left, const std::string& right) {
    if (left.empty() || right.empty()) return left + right;
    if (left == right && !is_quotient(left)) return left + "2";
    return std::nullopt;
}

std::optional<std::string> quotient(const std::string& left, const std::string& right) {
    if (right.empty()) return left;
    if (left == right) return std::string();
    if (is_quotient(left) || is_quotient(right)) return std::nullopt;
    return left + "/" + right;
}

/// The unit in which the facts that an expression reads would have it.
class Scales {
public:
    explicit Scales(const model::Policy& policy) : policy_(policy) {}

    [[nodiscard]] std::optional<Scale> of(const model::Expression& expression) const {
        return std::visit([&](const auto& form) { return of(form); }, expression.form);
    }
    /// The same, for an expression that is compared or summed: a constant has no say there.
    [[nodiscard]] std::optional<Scale> shared(const model::Expression& left, const model::Expression& right) const {
        return std::holds_alternative<model::Constant>(left.form) ? of(right) : of(left);
    }

private:
    using Maybe = std::optional<Scale>;

    [[nodiscard]] Maybe of(const model::Constant&) const { return Scale{}; }
    [[nodiscard]] Maybe of(const model::NumberOfFact& read) const { return of(policy_.facts[read.fact], read.factor); }
    [[nodiscard]] Maybe of(const model::MeasurementOfFact& read) const {
        return of(policy_.facts[read.fact], read.factor);
    }
    [[nodiscard]] static Scale of(const model::Fact& fact, model::Fraction factor) {
        return {exact(factor), fact.unit, fact.notation == Notation::amount ? nullptr : &fact};
    }
    [[nodiscard]] Maybe of(const model::NumberOfTerm& read) const {
        return std::visit(overloaded{[](const model::Condition&) { return Maybe{}; },
                                     [&](const model::Expression& value) { return of(value); },
                                     [&](const std::vector<model::Case>& cases) { return of(cases.front().value); },
                                     [&](const model::Selection& rows) { return of(rows.cases.front().value); },
                                     [](const model::Day&) { return Maybe{}; },
                                     [](const std::vector<model::DayCase>&) { return Maybe{}; }},
                          policy_.terms[read.term].body);
    }
    [[nodiscard]] Maybe of(const model::Arithmetic& arithmetic) const {
        const bool is_sum =
            arithmetic.operation == model::Operation::plus || arithmetic.operation == model::Operation::minus;
        if (is_sum) return shared(arithmetic.operands[0], arithmetic.operands[1]);
        const Maybe left = of(arithmetic.operands[0]);
        const Maybe right = of(arithmetic.operands[1]);
        if (!left || !right) return std::nullopt;
        const bool is_product = arithmetic.operation == model::Operation::times;
        const auto unit = is_product ? product(left->unit, right->unit) : quotient(left->unit, right->unit);
        if (!unit) return std::nullopt;
        return Scale{is_product ? left->factor * right->factor : left->factor / right->factor, *unit};
    }
    [[nodiscard]] Maybe of(const model::Extreme& extreme) const {
        return shared(extreme.operands[0], extreme.operands[1]);
    }
    [[nodiscard]] Maybe of(const model::RoundedValue& value) const { return of(value.operand.front()); }
    [[nodiscard]] Maybe of(const model::Elapsed&) const { return Scale{}; }
    [[nodiscard]] Maybe of(const model::Aggregate& aggregate) const {
        if (!aggregate.field) return Scale{};
        return Scale{exact(aggregate.factor), policy_.facts[*aggregate.field].unit};
    }
    [[nodiscard]] Maybe of(const model::ValueOfEntry& value) const {
        const model::Fact& field = policy_.facts[value.entry.field];
        return Scale{exact(value.factor), field.unit, notation_of(field) == Notation::amount ? nullptr : &field};
    }

    const model::Policy& policy_;
};

/// In what a time counts that is no whole number of its unit; nothing for what is no time.
std::string base_of_time(const std::string& unit) {
    if (unit == "week" || unit == "weeks") return "days";
    return unit == "year" || unit == "years" ? "months" : "";
}

/// Times agree with their number; other units stand as written.
std::string words_for_written(Decimal amount, std::string unit) {
    for (const std::string_view word : {"day", "week", "month", "year"})
        if (unit == word || unit == std::string(word) + "s")
            unit = std::string(word) + (decimal_words(amount) == "1" ? "" : "s");
    return words_for_amount(amount, unit);
}

std::string moved(std::string day, Duration by) {
    if (by.amount == 0) return day;
    const char* side = by.amount < 0 ? "before" : "after";
    by.amount = std::abs(by.amount);
    return fmt::format("{} {} {}", words_for_duration(by), side, day);
}

/// Writes values; what binds less tightly than its surroundings stands in brackets.
class Writer {
public:
    explicit Writer(const model::Policy& policy) : policy_(policy), scales_(policy) {}

    [[nodiscard]] std::string write(const model::NumberTest& test) const {
        const Scale scale = scales_.shared(test.left, test.right).value_or(Scale{});
        return fmt::format("{} {} {}", write(test.left, scale), words_for(test.comparison), write(test.right, scale));
    }

    [[nodiscard]] std::string write(const model::Expression& value) const {
        return write(value, scales_.of(value).value_or(Scale{}));
    }

    [[nodiscard]] std::string write(const model::Day& day) const {
        const std::string base = std::visit(
            overloaded{[&](model::FactIndex fact) { return std::string(short_name(policy_, fact)); },
                       [](Date date) { return iso_text(date); },
                       [&](const model::DayOfTerm& term) { return policy_.terms[term.term].name; },
                       [&](const model::YearlyDay& yearly) { return write(yearly); },
                       [&](const model::ExtremeDay& extreme) {
                           return fmt::format("{} of {} and {}", extreme.earlier ? "earlier" : "later",
                                              write(extreme.operands.front()), write(extreme.operands.back()));
                       },
                       [&](const model::MovedDay& moved_day) { return write(moved_day.from.front()); },
                       [&](const model::ChosenEntry& chosen) { return write(chosen); }},
            day.base);
        return moved(base, day.offset);
    }

private:
    [[nodiscard]] std::string write(const model::YearlyDay& yearly) const {
        static constexpr const char* months[] = {"January", "February", "March",     "April",   "May",      "June",
                                                 "July",    "August",   "September", "October", "November", "December"};
        return fmt::format("{} {} {} on or {} {}", yearly.is_last ? "last" : "next", yearly.day,
                           months[yearly.month - 1], yearly.is_last ? "before" : "after", write(yearly.from.front()));
    }
    [[nodiscard]] static const char* words_for(model::NumberOperator comparison) {
        constexpr const char* words[] = {"is", "is not", "is at least", "is more than", "is at most", "is less than"};
        return words[static_cast<std::size_t>(comparison)];
    }

    /// `scale` is that in which constants are written.
    [[nodiscard]] std::string write(const model::Expression& expression, const Scale& scale) const {
        return std::visit([&](const auto& form) { return write(form, scale); }, expression.form);
    }
    [[nodiscard]] std::string operand(const model::Expression& expression, const Scale& scale) const {
        const bool is_compound = std::holds_alternative<model::Arithmetic>(expression.form) ||
                                 std::holds_alternative<model::Extreme>(expression.form);
        return is_compound ? fmt::format("({})", write(expression, scale)) : write(expression, scale);
    }

    /// As it was written; what has become of it, and is no round number in that unit, in that of its surroundings.
    [[nodiscard]] std::string write(const model::Constant& constant, const Scale& scale) const {
        if (constant.written) {
            const ShownNumber amount = shown(exact(constant.value) / exact(constant.written->factor));
            if (amount.fits && amount.exact) return words_for_written(amount.decimal, constant.written->name);
            const std::string base = base_of_time(constant.written->name);
            if (!base.empty()) return words_for_written(shown(exact(constant.value)).decimal, base);
        }
        const Decimal amount = shown(exact(constant.value) / scale.factor).decimal;
        return scale.written_as == nullptr ? words_for_amount(amount, scale.unit)
                                           : words_for_number(*scale.written_as, amount);
    }
    [[nodiscard]] std::string write(const model::NumberOfFact& read, const Scale&) const {
        return std::string(short_name(policy_, read.fact));
    }
    [[nodiscard]] std::string write(const model::MeasurementOfFact& read, const Scale&) const {
        std::string words = policy_.facts[read.fact].name;
        if (read.from && read.through)
            return fmt::format("{} measured from {} through {}", words, write(*read.from), write(*read.through));
        if (read.from) return fmt::format("{} measured on or after {}", words, write(*read.from));
        if (read.through) return fmt::format("{} measured on or before {}", words, write(*read.through));
        return words;
    }
    [[nodiscard]] std::string write(const model::NumberOfTerm& read, const Scale&) const {
        return policy_.terms[read.term].name;
    }
    [[nodiscard]] std::string write(const model::Arithmetic& arithmetic, const Scale& scale) const {
        constexpr const char* signs[] = {"+", "-", "*", "/"};
        const bool is_sum =
            arithmetic.operation == model::Operation::plus || arithmetic.operation == model::Operation::minus;
        const auto side = [&](const model::Expression& expression) {
            return operand(expression, is_sum ? scale : scales_.of(expression).value_or(Scale{}));
        };
        return fmt::format("{} {} {}", side(arithmetic.operands[0]),
                           signs[static_cast<std::size_t>(arithmetic.operation)], side(arithmetic.operands[1]));
    }
    [[nodiscard]] std::string write(const model::Extreme& extreme, const Scale& scale) const {
        return fmt::format("{} of {} and {}", extreme.lesser ? "lesser" : "greater",
                           operand(extreme.operands[0], scale), operand(extreme.operands[1], scale));
    }
    [[nodiscard]] std::string write(const model::RoundedValue& value, const Scale& scale) const {
        constexpr const char* words[] = {"up to", "down to", "to"};
        return fmt::format(
            "{} rounded {} {}", operand(value.operand.front(), scale), words[static_cast<std::size_t>(value.rounding)],
            write(model::Constant{value.step, value.written}, scales_.of(value.operand.front()).value_or(Scale{})));
    }
    [[nodiscard]] std::string write(const model::Elapsed& elapsed, const Scale&) const {
        const bool is_single = elapsed.each == 1;
        const char* unit =
            elapsed.unit == DurationUnit::days ? (is_single ? "days" : "weeks") : (is_single ? "months" : "years");
        return fmt::format("{} from {} to {}", unit, write(elapsed.from), write(elapsed.to));
    }
    [[nodiscard]] std::string write(const model::Aggregate& aggregate, const Scale&) const {
        constexpr const char* words[] = {"number", "sum of", "average of", "least", "greatest"};
        std::string text = words[static_cast<std::size_t>(aggregate.rule)];
        if (aggregate.field) text += fmt::format(" {}", short_name(policy_, *aggregate.field));
        return fmt::format("{} of {}", text, words_for_entries(policy_, aggregate.entries));
    }
    [[nodiscard]] std::string write(const model::ValueOfEntry& value, const Scale&) const { return write(value.entry); }
    [[nodiscard]] std::string write(const model::ChosenEntry& chosen) const {
        return fmt::format("{} {} of {}", chosen.latest ? "latest" : "first", short_name(policy_, chosen.field),
                           words_for_entries(policy_, chosen.entries));
    }

    const model::Policy& policy_;
    Scales scales_;
};

/// Of a product of answers that is more than a count holds.
bool counting_ended(std::uint64_t count) { return count == std::numeric_limits<std::uint64_t>::max(); }

}  // namespace

std::string words_for_test(const model::Policy& policy, const model::NumberTest& test) {
    return Writer(policy).write(test);
}

std::string words_for_test(const model::Policy& policy, const model::DayTest& test) {
    const Writer writer(policy);
    return fmt::format("{} is {} {}", writer.write(test.left), test.or_on ? "on or before" : "before",
                       writer.write(test.right));
}

std::string words_for_value(const model::Policy& policy, const model::Expression& value) {
    return Writer(policy).write(value);
}

std::string words_for_day(const model::Policy& policy, const model::Day& day) { return Writer(policy).write(day); }

std::string_view short_name(const model::Policy& policy, model::FactIndex fact) {
    const model::Fact& named = policy.facts[fact];
    const std::string_view name = named.name;
    return named.list ? name.substr(policy.facts[*named.list].name.size() + 1) : name;
}

std::string words_for_amount(Decimal amount, const std::string& unit) {
    return unit.empty() ? decimal_words(amount) : fmt::format("{} {}", decimal_words(amount), unit);
}

std::string words_for_count(std::uint64_t count, std::string_view what) {
    return counting_ended(count) ? fmt::format("more {}s than can be counted", what) : counted(count, what);
}

std::string words_for_all(std::uint64_t count, std::string_view what) {
    return counting_ended(count) ? fmt::format("all {}s", what) : fmt::format("all {}", counted(count, what));
}

std::string words_for_duration(const Duration& duration) {
    return counted(duration.amount, duration.unit == DurationUnit::days ? "day" : "month");
}

std::string words_for_age(std::int32_t amount, AgeUnit unit) {
    return counted(amount, unit == AgeUnit::years ? "year" : "month");
}

}  // namespace pol::analysis
