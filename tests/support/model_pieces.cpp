#include "compiler/source/overloaded.hpp"
#include "pol/date_text.hpp"
#include "tests/support/model_text.hpp"
#include "tests/support/model_words.hpp"

#include <fmt/format.h>

namespace pol::test {

namespace {

std::string value_text(const model::Fact& fact, std::uint16_t value) {
    if (fact.type == FactType::yes_no) return value == 1 ? "yes" : "no";
    return fact.values.at(value).name;
}

std::string choice_text(const model::Policy& policy, const model::ChoiceTest& test) {
    static constexpr std::string_view operators[] = {"is", "is not", "is one of"};
    const model::Fact& fact = policy.facts.at(test.fact);
    std::vector<std::string> values;
    for (const std::uint16_t value : test.values) values.push_back(value_text(fact, value));
    return fmt::format("{} {} {}{}", fact.name, operators[static_cast<std::size_t>(test.comparison)],
                       joined(values, ", "), minimum_text(test.minimum));
}

std::string age_text(const model::Policy& policy, const model::AgeTest& test) {
    return fmt::format("age at {}{} {} {} {}", policy.facts.at(test.at).name, minimum_text(test.minimum),
                       comparison_text(static_cast<std::size_t>(test.comparison)), test.amount,
                       test.unit == AgeUnit::years ? "years" : "months");
}

std::string age_text(const model::Policy& policy, const model::AgeOnDayTest& test) {
    return fmt::format("age at {} {} {} {}", day_text(policy, test.on),
                       comparison_text(static_cast<std::size_t>(test.comparison)), test.amount,
                       test.unit == AgeUnit::years ? "years" : "months");
}

std::string range_text(DateRange range) {
    return is_exact(range) ? iso_text(range.first)
                           : fmt::format("{} … {}", iso_text(range.first), iso_text(range.last));
}

std::string given_text(const model::Fact& fact, const Answer& answer) {
    switch (fact.type) {
        case FactType::yes_no:
        case FactType::one_of:
            return value_text(fact, answer.value);
        case FactType::date:
            return iso_text(answer.date);
        case FactType::partial_date:
            return range_text(answer.range);
        case FactType::number:
            return text(answer.number);
        case FactType::list:
            return "given";
        case FactType::measurement:
            break;
    }
    return fmt::format("{} on {}", text(answer.number), range_text(answer.range));
}

std::string answer_text(const model::Fact& fact, const Answer& answer) {
    if (answer.presence == Presence::not_knowable) return fact.name + " not knowable";
    const std::string level = answer.evidence == Evidence::none ? "" : fmt::format(" {}", word(answer.evidence));
    return fmt::format("{} {}{}", fact.name, given_text(fact, answer), level);
}

std::string entry_text(const model::Policy& policy, const EntryRecord& entry) {
    std::vector<std::string> answers;
    for (std::size_t i = 0; i < entry.fields.size(); ++i)
        if (entry.fields[i].presence != Presence::not_given)
            answers.push_back(answer_text(policy.facts.at(entry.list + 1 + i), entry.fields[i]));
    return fmt::format("{} ({})", policy.facts.at(entry.list).name, joined(answers, ", "));
}

/// `at least 2 different trials.drug [0 0 1] of trials [documented] where …`.
std::string count_text(const model::Policy& policy, const model::CountTest& test) {
    std::string different;
    if (test.distinct) {
        std::vector<std::string> groups;
        for (const std::uint16_t group : test.distinct->groups) groups.push_back(std::to_string(group));
        different = fmt::format("different {}{} of ", policy.facts.at(test.distinct->field).name,
                                groups.empty() ? "" : fmt::format(" [{}]", joined(groups, " ")));
    }
    return fmt::format("at {} {} {}{}", test.at_most ? "most" : "least", test.count, different,
                       filter_text(policy, test.entries));
}

std::string possible_text(const model::Policy& policy, const std::vector<model::ExpectedResult>& possible) {
    std::vector<std::string> results;
    for (const model::ExpectedResult& result : possible)
        results.push_back(text(policy, model::Verdict{result.outcome, result.target}) + (result.open ? " open" : ""));
    return joined(results, ", ");
}

std::string questions_text(const model::Policy& policy, const std::vector<model::ExpectedQuestion>& questions) {
    std::vector<std::string> asked;
    for (const model::ExpectedQuestion& question : questions)
        asked.push_back((question.kind ? fmt::format("{} ", word(*question.kind)) : "") +
                        policy.facts.at(question.fact).name);
    return joined(asked, ", ");
}

}  // namespace

std::string condition_text(const model::Policy& policy, const model::Condition& condition) {
    return std::visit(overloaded{
                          [&](const model::ChoiceTest& test) { return choice_text(policy, test); },
                          [&](const model::AgeTest& test) { return age_text(policy, test); },
                          [&](const model::AgeOnDayTest& test) { return age_text(policy, test); },
                          [&](const model::NumberTest& test) { return number_test_text(policy, test); },
                          [&](const model::DayTest& test) { return day_test_text(policy, test); },
                          [&](const model::TermTest& test) {
                              return policy.terms.at(test.term).name + (test.negated ? " does not hold" : " holds");
                          },
                          [&](const model::CountTest& test) { return count_text(policy, test); },
                          [&](const model::ConditionGroup& group) {
                              std::vector<std::string> members;
                              for (const model::Condition& member : group.members)
                                  members.push_back(condition_text(policy, member));
                              return fmt::format("{} ({})", quantifier_text(group.quantifier, group.count),
                                                 joined(members, "; "));
                          },
                      },
                      condition.form);
}

std::string group_text(const model::Policy& policy, const model::RequirementGroup& group) {
    std::vector<std::string> members;
    for (const model::RequirementNode& member : group.members)
        members.push_back(
            std::visit(overloaded{[&](model::ClauseIndex clause) { return policy.clauses.at(clause).id; },
                                  [&](const model::RequirementGroup& inner) { return group_text(policy, inner); }},
                       member));
    return fmt::format("{} ({})", quantifier_text(group.quantifier, group.count), joined(members, ", "));
}

std::string request_text(const model::Policy& policy, const RequestRecord& request) {
    std::vector<std::string> answers;
    for (std::size_t i = 0; i < policy.facts.size(); ++i)
        if (request.answers.at(i).presence != Presence::not_given)
            answers.push_back(answer_text(policy.facts[i], request.answers[i]));
    for (const EntryRecord& entry : request.entries) answers.push_back(entry_text(policy, entry));
    return joined(answers, ", ");
}

std::string expected_text(const model::Policy& policy, const model::Expected& expected) {
    std::vector<std::string> topics{text(policy, {expected.outcome, expected.target.value_or(no_index)})};
    if (expected.period)
        topics.push_back(
            fmt::format("from {} through {}", iso_text(expected.period->from), iso_text(expected.period->through)));
    if (expected.doses) topics.push_back(fmt::format("doses {}", *expected.doses));
    for (const model::ExpectedQuantity& quantity : expected.quantities)
        topics.push_back(fmt::format("units {} {}{}{}", text(quantity.amount), quantity.unit,
                                     quantity.code.empty() ? "" : " ", quantity.code));
    for (const model::ExpectedAmount& amount : expected.amounts)
        topics.push_back(fmt::format("quantity {} {}", amount.name, text(amount.amount)));
    if (expected.clauses) topics.push_back("clauses " + clauses_text(policy, *expected.clauses));
    if (expected.no_text) topics.emplace_back("no text on file");
    if (expected.possible) topics.push_back("possible " + possible_text(policy, *expected.possible));
    if (expected.every_outcome_is_a_denial) topics.emplace_back("every outcome is a denial");
    if (expected.questions) topics.push_back("ask " + questions_text(policy, *expected.questions));
    return joined(topics, "; ");
}

std::string quantities_text(const std::vector<model::QuantityPerDose>& quantities) {
    std::vector<std::string> parts;
    for (const model::QuantityPerDose& quantity : quantities)
        parts.push_back(
            fmt::format("{} {}{}", text(quantity.amount), quantity.unit,
                        quantity.code.empty() ? "" : fmt::format(" {} {}", quantity.system, quantity.code)));
    return joined(parts, ", ");
}

std::string clauses_text(const model::Policy& policy, const std::vector<model::ClauseIndex>& clauses) {
    std::vector<std::string> ids;
    for (const model::ClauseIndex clause : clauses) ids.push_back(policy.clauses.at(clause).id);
    return joined(ids, ", ");
}

}  // namespace pol::test
