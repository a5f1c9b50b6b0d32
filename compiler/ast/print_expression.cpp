#include "compiler/ast/printer.hpp"
#include "compiler/ast/words.hpp"
#include "compiler/source/overloaded.hpp"

#include <string>
#include <utility>

namespace pol::ast {
namespace {

std::string_view operation_sign(Operation operation) {
    switch (operation) {
        case Operation::plus:
            return "+";
        case Operation::minus:
            return "-";
        case Operation::times:
            return "*";
        case Operation::divided_by:
            return "/";
    }
    return {};
}

std::string_view rounding_words(RoundingWord word) {
    switch (word) {
        case RoundingWord::up:
            return "rounded up to";
        case RoundingWord::down:
            return "rounded down to";
        case RoundingWord::nearest:
            return "rounded to";
    }
    return {};
}

std::string_view aggregation_words(Aggregation rule) {
    switch (rule) {
        case Aggregation::number:
            return "number of";
        case Aggregation::sum:
            return "sum of";
        case Aggregation::average:
            return "average of";
        case Aggregation::least:
            return "least";
        case Aggregation::greatest:
            return "greatest";
    }
    return {};
}

/// What stands before the direction: nothing, `on or`, `within`, `at least` and the like; `on` stands alone.
std::string_view distance_words(DayDistance distance) {
    switch (distance) {
        case DayDistance::plain:
            return {};
        case DayDistance::or_on:
            return "on or";
        case DayDistance::on:
            return "on";
        case DayDistance::within:
            return "within";
        case DayDistance::at_least:
            return "at least";
        case DayDistance::more_than:
            return "more than";
        case DayDistance::less_than:
            return "less than";
    }
    return {};
}

std::string_view direction_word(DayDirection direction) {
    return direction == DayDirection::before ? "before" : "after";
}

/// What stands behind `latest` or `first`.
void print_chosen(Writer& writer, const ChosenEntry& chosen) {
    writer.words(chosen.field).words("of").words(chosen.entries.list);
    if (chosen.by) writer.words("by").words(*chosen.by);
    print_body(writer, chosen.entries);
}

/// Writes the words of a value. An opening parenthesis stands at the word behind it without a blank, a closing one at
/// the word before it.
class ExpressionWriter {
public:
    explicit ExpressionWriter(Writer& writer) : writer_(writer) {}

    void write(const Expression& expression) {
        writer_.at(expression.span);
        std::visit([&](const auto& form) { write(form); }, expression.form);
    }

private:
    void word(std::string_view text) { writer_.words(std::exchange(opening_, {}) + std::string(text)); }
    void word(const Name& name) {
        writer_.at(name.span);
        word(name.text);
    }

    void write(const Quantity& quantity) { word(written(quantity)); }
    void write(const NamedValue& value) { word(value.name); }
    void write(const MeasuredValue& value) {
        word(value.fact);
        print_day_relation(writer_.words("measured"), value.when);
    }
    void write(const Arithmetic& arithmetic) {
        write(arithmetic.operands.front());
        writer_.words(operation_sign(arithmetic.operation)).soft();
        write(arithmetic.operands.back());
    }
    void write(const Extreme& extreme) {
        word(extreme.lesser ? "lesser of" : "greater of");
        write(extreme.operands.front());
        writer_.words("and").soft();
        write(extreme.operands.back());
    }
    void write(const RoundedValue& rounded) {
        write(rounded.operand.front());
        writer_.words(rounding_words(rounded.word)).words(rounded.step);
    }
    void write(const Elapsed& elapsed) {
        word(time_unit_words(elapsed.unit));
        print_day(writer_.words("from"), elapsed.from);
        print_day(writer_.words("to"), elapsed.to);
    }
    void write(const Aggregate& aggregate) {
        word(aggregation_words(aggregate.rule));
        if (aggregate.field) writer_.words(*aggregate.field).words("of");
        print_entries(writer_, aggregate.entries);
    }
    void write(const ChosenEntry& chosen) {
        word(chosen.latest ? "latest" : "first");
        print_chosen(writer_, chosen);
    }
    void write(const DayOperand& day) { print_day(writer_, day); }
    void write(const Parenthesized& parenthesized) {
        opening_ += '(';
        write(parenthesized.operand.front());
        writer_.glued(")");
    }

    Writer& writer_;
    std::string opening_;
};

}  // namespace

void print_day(Writer& writer, const DayOperand& day) {
    std::visit(
        overloaded{
            [&](const Name& name) { writer.words(name); },
            [&](const Date& date) { writer.words(date); },
            [&](const YearlyDay& yearly) {
                writer.words(yearly.is_last ? "last" : "next").words(yearly.day).words(yearly.month);
                print_day(writer.words(yearly.is_last ? "on or before" : "on or after"), yearly.from.front());
            },
            [&](const MovedDay& moved) {
                writer.words(moved.distance).words(direction_word(moved.direction));
                print_day(writer, moved.from.front());
            },
            [&](const ExtremeDay& extreme) {
                print_day(writer.words(extreme.earlier ? "earlier of" : "later of"), extreme.operands.front());
                print_day(writer.words("and").soft(), extreme.operands.back());
            },
            [&](const ChosenEntry& chosen) { print_chosen(writer.words(chosen.latest ? "latest" : "first"), chosen); },
        },
        day.form);
}

void print_day_relation(Writer& writer, const DayRelation& relation) {
    writer.at(relation.span);
    const std::string_view distance = distance_words(relation.kind);
    if (!distance.empty()) writer.words(distance);
    if (relation.distance) writer.words(*relation.distance);
    if (relation.kind != DayDistance::on) writer.words(direction_word(relation.direction));
    print_day(writer, relation.anchor);
}

void print_expression(Writer& writer, const Expression& expression) { ExpressionWriter(writer).write(expression); }

}  // namespace pol::ast
