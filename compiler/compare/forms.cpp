#include "compiler/compare/forms.hpp"

#include "compiler/interpret/words.hpp"
#include "compiler/source/overloaded.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pol::comparison {

namespace {

std::string written(model::Fraction fraction) { return fmt::format("{}/{}", fraction.numerator, fraction.denominator); }

std::string written(Duration duration) {
    return fmt::format("{}{}", duration.amount, duration.unit == DurationUnit::days ? "d" : "m");
}

std::string written(Decimal decimal) {
    while (decimal.places > 0 && decimal.digits % 10 == 0) {
        decimal.digits /= 10;
        --decimal.places;
    }
    return fmt::format("{}e-{}", decimal.digits, decimal.places);
}

template <class Word>
int place(Word word) {
    return static_cast<int>(word);
}

std::string joined(const std::vector<std::string>& parts) { return fmt::format("{}", fmt::join(parts, ",")); }

/// The values that a test allows, whichever words say so.
std::vector<std::uint16_t> allowed(const model::ChoiceTest& test, std::size_t count) {
    std::vector<std::uint16_t> values;
    for (std::uint16_t value = 0; value < count; ++value) {
        const bool is_named = std::find(test.values.begin(), test.values.end(), value) != test.values.end();
        if (is_named != (test.comparison == model::ChoiceOperator::is_not)) values.push_back(value);
    }
    return values;
}

}  // namespace

Forms::Forms(const model::Policy& policy, Interner& interner) : policy_(policy) {
    for (const model::Term& term : policy.terms) terms_.push_back(interner.number_of(of(term)));
}

std::string Forms::of(const model::Term& term) const {
    return std::visit([&](const auto& body) { return of(body); }, term.body);
}

std::string Forms::of(const model::Condition& condition) const {
    return std::visit([&](const auto& form) { return of(form); }, condition.form);
}

std::string Forms::of(const model::Expression& value) const {
    return std::visit([&](const auto& form) { return of(form); }, value.form);
}

std::string Forms::of(const model::Day& day) const {
    const auto all = [&](const std::vector<model::Day>& days) {
        std::vector<std::string> parts;
        for (const model::Day& each : days) parts.push_back(of(each));
        return joined(parts);
    };
    const std::string base = std::visit(
        overloaded{[](model::FactIndex fact) { return fmt::format("f{}", fact); },
                   [](Date date) { return fmt::format("d{}", date.days); },
                   [&](const model::DayOfTerm& term) { return "t" + terms_[term.term]; },
                   [&](const model::YearlyDay& yearly) {
                       return fmt::format("y{}.{}.{}({})", yearly.is_last, yearly.month, yearly.day, all(yearly.from));
                   },
                   [&](const model::ExtremeDay& extreme) {
                       return fmt::format("x{}({})", extreme.earlier, all(extreme.operands));
                   },
                   [&](const model::MovedDay& moved) { return fmt::format("m({})", all(moved.from)); },
                   [&](const model::ChosenEntry& chosen) { return of(chosen); }},
        day.base);
    return fmt::format("{}+{}@{}", base, written(day.offset), place(day.minimum));
}

std::string Forms::of(const model::Verdict& verdict) const {
    return words_for(policy_, verdict) +
           (verdict.target == no_index ? std::string() : " " + policy_.targets[verdict.target].address);
}

std::string Forms::of(const model::Approval& approval) const {
    std::string form = fmt::format("{}|{}|{}|{}|f{}|{}", approval.anchored, written(approval.duration),
                                   of(approval.length), of(approval.or_days), approval.starts_on, of(approval.until));
    for (const model::ComputedAmount& amount : approval.amounts)
        form += fmt::format("|{}:{}:{}:{}:{}:{}", amount.name, amount.unit, amount.code, of(amount.value),
                            written(amount.factor), of(amount.only_if));
    if (approval.has_schedule)
        form += fmt::format("|{}x{}+{}", approval.schedule.loading_doses, approval.schedule.loading_interval,
                            approval.schedule.maintenance_interval);
    for (const model::QuantityPerDose& quantity : approval.per_dose)
        form += fmt::format("|{} {} {}", written(quantity.amount), quantity.unit, quantity.code);
    return form;
}

std::string Forms::of(const model::ChoiceTest& test) const {
    const model::Fact& fact = policy_.facts[test.fact];
    const std::size_t count = fact.type == FactType::yes_no ? 2 : fact.values.size();
    return fmt::format("c{}:{}@{}", test.fact, fmt::join(allowed(test, count), "."), place(test.minimum));
}

std::string Forms::of(const model::AgeTest& test) const {
    return fmt::format("a{}:{}:{}:{}@{}", test.at, place(test.comparison), test.amount, place(test.unit),
                       place(test.minimum));
}

std::string Forms::of(const model::AgeOnDayTest& test) const {
    return fmt::format("A{}:{}:{}:{}", of(test.on), place(test.comparison), test.amount, place(test.unit));
}

std::string Forms::of(const model::NumberTest& test) const {
    return fmt::format("n({}){}({})", of(test.left), place(test.comparison), of(test.right));
}

std::string Forms::of(const model::DayTest& test) const {
    return fmt::format("b({}){}({})", of(test.left), test.or_on, of(test.right));
}

std::string Forms::of(const model::TermTest& test) const {
    return fmt::format("{}t{}", test.negated ? "!" : "", terms_[test.term]);
}

std::string Forms::of(const model::CountTest& test) const {
    std::string distinct;
    if (test.distinct) distinct = fmt::format("#{}:{}", test.distinct->field, fmt::join(test.distinct->groups, "."));
    return fmt::format("k{}:{}{}{}", test.at_most, test.count, distinct, of(test.entries));
}

std::string Forms::of(const model::ConditionGroup& group) const {
    std::vector<std::string> members;
    for (const model::Condition& member : group.members) members.push_back(of(member));
    const bool is_ordered =
        group.quantifier == model::Quantifier::unless || group.quantifier == model::Quantifier::if_then;
    const bool is_plain =
        group.quantifier == model::Quantifier::all_of || group.quantifier == model::Quantifier::any_of;
    if (is_plain && members.size() == 1) return members.front();
    if (!is_ordered) std::sort(members.begin(), members.end());
    return fmt::format("g{}:{}[{}]", place(group.quantifier), group.count, joined(members));
}

std::string Forms::of(const model::EntryFilter& entries) const {
    return fmt::format("l{}@{}{{{}}}", entries.list, place(entries.minimum),
                       entries.where.empty() ? "" : of(entries.where.front()));
}

std::string Forms::of(const model::Constant& constant) const { return written(constant.value); }

std::string Forms::of(const model::NumberOfFact& read) const {
    return fmt::format("f{}@{}*{}", read.fact, place(read.minimum), written(read.factor));
}

std::string Forms::of(const model::MeasurementOfFact& read) const {
    return fmt::format("m{}@{}*{}[{};{}]", read.fact, place(read.minimum), written(read.factor), of(read.from),
                       of(read.through));
}

std::string Forms::of(const model::NumberOfTerm& read) const { return "t" + terms_[read.term]; }

std::string Forms::of(const model::Arithmetic& arithmetic) const {
    return fmt::format("({} {} {})", of(arithmetic.operands[0]), place(arithmetic.operation),
                       of(arithmetic.operands[1]));
}

std::string Forms::of(const model::Extreme& extreme) const {
    return fmt::format("x{}({},{})", extreme.lesser, of(extreme.operands[0]), of(extreme.operands[1]));
}

std::string Forms::of(const model::RoundedValue& rounded) const {
    return fmt::format("r{}:{}({})", place(rounded.rounding), written(rounded.step), of(rounded.operand.front()));
}

std::string Forms::of(const model::Elapsed& elapsed) const {
    return fmt::format("e{}/{}({},{})", place(elapsed.unit), elapsed.each, of(elapsed.from), of(elapsed.to));
}

std::string Forms::of(const model::Aggregate& aggregate) const {
    return fmt::format("s{}f{}*{}{}", place(aggregate.rule), aggregate.field.value_or(no_index),
                       written(aggregate.factor), of(aggregate.entries));
}

std::string Forms::of(const model::ValueOfEntry& value) const {
    return fmt::format("{}*{}", of(value.entry), written(value.factor));
}

std::string Forms::of(const model::ChosenEntry& chosen) const {
    return fmt::format("o{}f{}by{}{}", chosen.latest, chosen.field, chosen.by, of(chosen.entries));
}

std::string Forms::of(const std::vector<model::Case>& cases) const {
    std::string form = "case";
    for (const model::Case& one : cases) form += fmt::format("|{}?{}", of(one.when), of(one.value));
    return form;
}

std::string Forms::of(const model::Selection& selection) const {
    return fmt::format("rows{}{}", place(selection.rule), of(selection.cases));
}

std::string Forms::of(const std::vector<model::DayCase>& cases) const {
    std::string form = "day case";
    for (const model::DayCase& one : cases) form += fmt::format("|{}?{}", of(one.when), of(one.day));
    return form;
}

}  // namespace pol::comparison
