#include "tests/oracle/three_ways.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace oracle {
namespace {

std::string to_text(pol::Date date) {
    const pol::CivilDate civil = pol::to_civil(date);
    return fmt::format("{:04}-{:02}-{:02}", civil.year, civil.month, civil.day);
}

std::string to_text(const pol::model::Policy& policy, const std::vector<std::uint16_t>& clauses) {
    std::string text;
    for (const std::uint16_t clause : clauses) text += " " + policy.clauses[clause].id;
    return text;
}

std::string to_text(const pol::model::Policy& policy, const pol::ResultRecord& record) {
    const pol::Result& result = record.result;
    std::string text = fmt::format("outcome {}", static_cast<int>(result.outcome));
    if (result.target != pol::no_index) text += " to " + policy.targets[result.target].number;
    if (result.open) text += " open";
    if (result.approval != pol::no_index && !result.open)
        text += fmt::format(" {} to {}, course from {}, doses {} + {}", to_text(result.period.from),
                            to_text(result.period.through), to_text(result.first_dose), result.doses.first,
                            result.doses.count);
    return text + ":" + to_text(policy, record.clauses);
}

std::string to_text(const pol::model::Policy& policy, const pol::QuestionRecord& question) {
    return fmt::format("{} (kind {}):{}", policy.facts[question.fact].name, static_cast<int>(question.kind),
                       to_text(policy, question.clauses));
}

/// One text for everything but the trace.
template <class Rows>
std::string list(const pol::model::Policy& policy, const Rows& rows) {
    std::string text;
    for (const auto& row : rows) text += "\n      " + to_text(policy, row);
    return text;
}

std::string trace_difference(const pol::model::Policy& policy, const pol::DecisionRecord& expected,
                             const pol::DecisionRecord& actual) {
    if (expected.trace.size() != actual.trace.size()) return "trace of another length";
    for (std::size_t i = 0; i < expected.trace.size(); ++i)
        if (expected.trace[i] != actual.trace[i])
            return fmt::format("state of {}: {}, not {}", policy.clauses[i].id, static_cast<int>(actual.trace[i]),
                               static_cast<int>(expected.trace[i]));
    return "";
}

std::string compare_texts(const char* what, const std::string& expected, const std::string& actual) {
    return expected == actual ? "" : fmt::format("{}: {}\n    instead of {}", what, actual, expected);
}

std::string to_text(const pol::model::Fact& fact, const pol::Answer& answer) {
    if (answer.presence == pol::Presence::not_knowable) return fact.name + " not knowable";
    const std::string level =
        fact.source == pol::FactSource::provider ? fmt::format(" at level {}", static_cast<int>(answer.evidence)) : "";
    switch (fact.type) {
        case pol::FactType::date:
            return fact.name + " " + to_text(answer.date);
        case pol::FactType::partial_date:
            return fmt::format("{} {} to {}", fact.name, to_text(answer.range.first), to_text(answer.range.last));
        case pol::FactType::one_of:
            return fact.name + " " + fact.values[answer.value].name + level;
        case pol::FactType::number:
            return fmt::format("{} {}e-{}{}", fact.name, answer.number.digits, answer.number.places, level);
        case pol::FactType::measurement:
            return fmt::format("{} {}e-{} on {} to {}{}", fact.name, answer.number.digits, answer.number.places,
                               to_text(answer.range.first), to_text(answer.range.last), level);
        case pol::FactType::yes_no:
            break;
    }
    return fact.name + (answer.value != 0 ? " yes" : " no") + level;
}

}  // namespace

std::string first_difference(const pol::model::Policy& policy, const pol::DecisionRecord& expected,
                             const pol::DecisionRecord& actual) {
    const auto outcome = [](const pol::DecisionRecord& decision) {
        return fmt::format("{}{}", static_cast<int>(decision.outcome),
                           decision.every_outcome_is_a_denial ? ", every outcome is a denial" : "");
    };
    const std::string candidates[] = {
        compare_texts("outcome", outcome(expected), outcome(actual)),
        compare_texts("results", list(policy, expected.results), list(policy, actual.results)),
        compare_texts("questions", list(policy, expected.questions), list(policy, actual.questions)),
        compare_texts("clauses", to_text(policy, expected.clauses), to_text(policy, actual.clauses)),
        trace_difference(policy, expected, actual),
    };
    for (const std::string& candidate : candidates)
        if (!candidate.empty()) return candidate;
    return "";
}

std::string to_text(const pol::model::Policy& policy, const pol::RequestRecord& request) {
    std::string text;
    for (std::size_t i = 0; i < request.answers.size(); ++i)
        if (request.answers[i].presence != pol::Presence::not_given)
            text += (text.empty() ? "" : ", ") + to_text(policy.facts[i], request.answers[i]);
    return text;
}

}  // namespace oracle
