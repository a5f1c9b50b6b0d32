#include "compiler/source/overloaded.hpp"
#include "pol/date_text.hpp"
#include "tests/support/model_text.hpp"
#include "tests/support/model_words.hpp"

#include <fmt/format.h>

#include <cstdlib>

namespace pol::test {

namespace {

using model::Policy;

constexpr model::Fraction one{.numerator = 1, .denominator = 1};

std::string fraction_text(model::Fraction fraction) {
    return fraction.denominator == 1 ? fmt::format("{}", fraction.numerator)
                                     : fmt::format("{}/{}", fraction.numerator, fraction.denominator);
}

std::string fact_text(const Policy& policy, model::FactIndex fact, Evidence minimum) {
    return policy.facts.at(fact).name + minimum_text(minimum);
}

/// In base units: times the factor, where it is not 1.
std::string scaled(std::string text, model::Fraction factor) {
    return factor == one ? text : fmt::format("({} * {})", text, fraction_text(factor));
}

std::string moved_by(std::int32_t amount, std::string_view unit) {
    return amount == 0 ? "" : fmt::format(" {} {} {}", amount < 0 ? '-' : '+', std::abs(amount), unit);
}

std::string measurement_text(const Policy& policy, const model::MeasurementOfFact& measured) {
    std::string text = fact_text(policy, measured.fact, measured.minimum);
    if (measured.from) text += " taken from " + day_text(policy, *measured.from);
    if (measured.through)
        text += (measured.from ? " through " : " taken through ") + day_text(policy, *measured.through);
    const bool is_bounded = measured.from || measured.through;
    return scaled(is_bounded ? "(" + text + ")" : text, measured.factor);
}

std::string arithmetic_text(const Policy& policy, const model::Arithmetic& form) {
    static constexpr char signs[] = {'+', '-', '*', '/'};
    return fmt::format("({} {} {})", expression_text(policy, form.operands.at(0)),
                       signs[static_cast<std::size_t>(form.operation)], expression_text(policy, form.operands.at(1)));
}

std::string rounded_text(const Policy& policy, const model::RoundedValue& form) {
    static constexpr std::string_view words[] = {"up ", "down ", ""};
    return fmt::format("({} rounded {}to {})", expression_text(policy, form.operand.at(0)),
                       words[static_cast<std::size_t>(form.rounding)], fraction_text(form.step));
}

std::string case_text(const Policy& policy, const model::Case& form) {
    const std::string value = expression_text(policy, form.value);
    return form.when ? fmt::format("{} when {}", value, condition_text(policy, *form.when)) : value + " otherwise";
}

std::string aggregate_text(const Policy& policy, const model::Aggregate& form) {
    static constexpr std::string_view words[] = {"number", "sum", "average", "least", "greatest"};
    const std::string field = form.field ? " " + scaled(policy.facts.at(*form.field).name, form.factor) : "";
    return fmt::format("({}{} of {})", words[static_cast<std::size_t>(form.rule)], field,
                       filter_text(policy, form.entries));
}

std::string chosen_text(const Policy& policy, const model::ChosenEntry& chosen, model::Fraction factor) {
    return fmt::format("({} {} by {} of {})", chosen.latest ? "latest" : "first",
                       scaled(policy.facts.at(chosen.field).name, factor), policy.facts.at(chosen.by).name,
                       filter_text(policy, chosen.entries));
}

}  // namespace

std::string filter_text(const Policy& policy, const model::EntryFilter& filter) {
    const std::string list = fact_text(policy, filter.list, filter.minimum);
    if (filter.where.empty()) return list;
    return fmt::format("{} where {}({})", list, filter.has_window ? "in window " : "",
                       condition_text(policy, filter.where.front()));
}

std::string minimum_text(Evidence minimum) {
    return minimum == Evidence::none ? "" : fmt::format(" [{}]", word(minimum));
}

std::string day_text(const Policy& policy, const model::Day& day) {
    const std::string base =
        std::visit(overloaded{[&](model::FactIndex fact) { return fact_text(policy, fact, day.minimum); },
                              [](Date date) { return iso_text(date); },
                              [&](const model::DayOfTerm& term) { return policy.terms.at(term.term).name; },
                              [&](const model::YearlyDay& yearly) {
                                  return fmt::format("({} {:02}-{:02} from {})", yearly.is_last ? "last" : "next",
                                                     yearly.month, yearly.day, day_text(policy, yearly.from.at(0)));
                              },
                              [&](const model::ExtremeDay& extreme) {
                                  return fmt::format("{} of ({}, {})", extreme.earlier ? "earlier" : "later",
                                                     day_text(policy, extreme.operands.at(0)),
                                                     day_text(policy, extreme.operands.at(1)));
                              },
                              [&](const model::MovedDay& moved) { return day_text(policy, moved.from.at(0)); },
                              [&](const model::ChosenEntry& chosen) { return chosen_text(policy, chosen, one); }},
                   day.base);
    return base + moved_by(day.offset.amount, day.offset.unit == DurationUnit::days ? "days" : "months");
}

std::string expression_text(const Policy& policy, const model::Expression& expression) {
    return std::visit(overloaded{
                          [](const model::Constant& form) { return fraction_text(form.value); },
                          [&](const model::NumberOfFact& form) {
                              return scaled(fact_text(policy, form.fact, form.minimum), form.factor);
                          },
                          [&](const model::MeasurementOfFact& form) { return measurement_text(policy, form); },
                          [&](const model::NumberOfTerm& form) { return policy.terms.at(form.term).name; },
                          [&](const model::Arithmetic& form) { return arithmetic_text(policy, form); },
                          [&](const model::Extreme& form) {
                              return fmt::format("{} of ({}, {})", form.lesser ? "lesser" : "greater",
                                                 expression_text(policy, form.operands.at(0)),
                                                 expression_text(policy, form.operands.at(1)));
                          },
                          [&](const model::RoundedValue& form) { return rounded_text(policy, form); },
                          [&](const model::Elapsed& form) {
                              const std::string each = form.each == 1 ? "" : fmt::format(" in {}s", form.each);
                              return fmt::format("({} from {} to {}{})",
                                                 form.unit == DurationUnit::days ? "days" : "months",
                                                 day_text(policy, form.from), day_text(policy, form.to), each);
                          },
                          [&](const model::Aggregate& form) { return aggregate_text(policy, form); },
                          [&](const model::ValueOfEntry& form) { return chosen_text(policy, form.entry, form.factor); },
                      },
                      expression.form);
}

std::string number_test_text(const Policy& policy, const model::NumberTest& test) {
    return fmt::format("{} {} {}", expression_text(policy, test.left),
                       comparison_text(static_cast<std::size_t>(test.comparison)), expression_text(policy, test.right));
}

std::string day_test_text(const Policy& policy, const model::DayTest& test) {
    return fmt::format("{} is {}before {}", day_text(policy, test.left), test.or_on ? "on or " : "",
                       day_text(policy, test.right));
}

std::string term_text(const Policy& policy, const model::Term& term) {
    return std::visit(overloaded{
                          [&](const model::Condition& body) { return "means " + condition_text(policy, body); },
                          [&](const model::Expression& body) { return "= " + expression_text(policy, body); },
                          [&](const std::vector<model::Case>& cases) {
                              std::vector<std::string> texts;
                              for (const model::Case& form : cases) texts.push_back(case_text(policy, form));
                              return fmt::format("= first of ({})", joined(texts, "; "));
                          },
                          [&](const model::Selection& selection) {
                              static constexpr std::string_view words[] = {"only", "greatest", "least"};
                              std::vector<std::string> texts;
                              for (const model::Case& form : selection.cases) texts.push_back(case_text(policy, form));
                              return fmt::format("= {} of ({})", words[static_cast<std::size_t>(selection.rule)],
                                                 joined(texts, "; "));
                          },
                          [&](const model::Day& day) { return "= day " + day_text(policy, day); },
                          [&](const std::vector<model::DayCase>& cases) {
                              std::vector<std::string> texts;
                              for (const model::DayCase& form : cases)
                                  texts.push_back(day_text(policy, form.day) +
                                                  (form.when ? " when " + condition_text(policy, *form.when) : ""));
                              return fmt::format("= day first of ({})", joined(texts, "; "));
                          },
                      },
                      term.body);
}

std::string amount_text(const Policy& policy, const model::ComputedAmount& amount) {
    return fmt::format("quantity {} \"{}\" by {}{}{} = {}{}{}", amount.name, amount.phrase,
                       policy.clauses.at(amount.clause).id, amount.unit.empty() ? "" : " in " + amount.unit,
                       amount.system.empty() ? "" : fmt::format(" of {} {}", amount.system, amount.code),
                       expression_text(policy, amount.value),
                       amount.factor == one ? "" : " * " + fraction_text(amount.factor),
                       amount.only_if ? " when " + condition_text(policy, *amount.only_if) : "");
}

}  // namespace pol::test
