#include "tests/support/decision_differences.hpp"

#include "compiler/interpret/words.hpp"
#include "pol/date_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pol::testing {
namespace {

/// Of an approval that computes some; what a result holds beyond them means nothing.
bool same_amounts(const model::Policy& policy, const Result& left, const Result& right) {
    if (left.open || left.approval == no_index) return true;
    const auto count = static_cast<std::ptrdiff_t>(policy.approvals[left.approval].amounts.size());
    return left.left_out == right.left_out && std::equal(left.amounts, left.amounts + count, right.amounts);
}

bool same(const model::Policy& policy, const Result& left, const Result& right) {
    return left.outcome == right.outcome && left.open == right.open && left.target == right.target &&
           left.approval == right.approval && left.period == right.period && left.first_dose == right.first_dose &&
           left.doses == right.doses && same_amounts(policy, left, right);
}

bool same(const model::Policy& policy, const DecisionRecord& left, const DecisionRecord& right) {
    const auto same_result = [&policy](const ResultRecord& one, const ResultRecord& other) {
        return same(policy, one.result, other.result) && one.clauses == other.clauses;
    };
    const auto same_question = [](const QuestionRecord& one, const QuestionRecord& other) {
        return one.fact == other.fact && one.kind == other.kind && one.clauses == other.clauses;
    };
    return left.outcome == right.outcome && left.every_outcome_is_a_denial == right.every_outcome_is_a_denial &&
           left.clauses == right.clauses && left.trace == right.trace &&
           std::equal(left.results.begin(), left.results.end(), right.results.begin(), right.results.end(),
                      same_result) &&
           std::equal(left.questions.begin(), left.questions.end(), right.questions.begin(), right.questions.end(),
                      same_question);
}

std::string to_text(const model::Policy& policy, const std::vector<std::uint16_t>& clauses) {
    std::string text;
    for (const std::uint16_t clause : clauses) text += " " + policy.clauses[clause].id;
    return text;
}

std::string to_text(Decimal decimal) { return fmt::format("{}e-{}", decimal.digits, decimal.places); }

std::string to_text(const model::Policy& policy, const ResultRecord& record) {
    const Result& result = record.result;
    std::string text = words_for(policy, result);
    if (result.approval != no_index)
        text += fmt::format(" by rule {}, {} to {}, course from {}, doses {} + {}", result.approval,
                            iso_text(result.period.from), iso_text(result.period.through), iso_text(result.first_dose),
                            result.doses.first, result.doses.count);
    if (result.approval != no_index && !result.open)
        for (std::size_t i = 0; i < policy.approvals[result.approval].amounts.size(); ++i)
            text += ", " + policy.approvals[result.approval].amounts[i].name + " " +
                    (result.has_amount(static_cast<int>(i)) ? to_text(result.amounts[i]) : std::string("left out"));
    return text + ":" + to_text(policy, record.clauses);
}

std::string to_text(const model::Policy& policy, const QuestionRecord& question) {
    return fmt::format("{} (kind {}):{}", policy.facts[question.fact].name, static_cast<int>(question.kind),
                       to_text(policy, question.clauses));
}

/// One text for everything but the trace.
template <class Rows>
std::string list(const model::Policy& policy, const Rows& rows) {
    std::string text;
    for (const auto& row : rows) text += "\n      " + to_text(policy, row);
    return text;
}

std::string trace_difference(const model::Policy& policy, const DecisionRecord& expected,
                             const DecisionRecord& actual) {
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

std::string to_text(const model::Fact& fact, const Answer& answer) {
    if (answer.presence == Presence::not_knowable) return fact.name + " not knowable";
    const std::string level =
        fact.source == FactSource::provider ? fmt::format(" at level {}", static_cast<int>(answer.evidence)) : "";
    switch (fact.type) {
        case FactType::date:
            return fact.name + " " + iso_text(answer.date);
        case FactType::partial_date:
            return fmt::format("{} {} to {}", fact.name, iso_text(answer.range.first), iso_text(answer.range.last));
        case FactType::one_of:
            return fact.name + " " + fact.values[answer.value].name + level;
        case FactType::number:
            return fact.name + " " + to_text(answer.number) + level;
        case FactType::measurement:
            return fmt::format("{} {} on {} to {}{}", fact.name, to_text(answer.number), iso_text(answer.range.first),
                               iso_text(answer.range.last), level);
        case FactType::list:
            return fact.name + level;
        case FactType::yes_no:
            break;
    }
    return fact.name + (answer.value != 0 ? " yes" : " no") + level;
}

std::string to_text(const model::Policy& policy, const EntryRecord& entry) {
    std::string text;
    for (std::size_t i = 0; i < entry.fields.size(); ++i)
        if (entry.fields[i].presence != Presence::not_given)
            text += (text.empty() ? "" : ", ") + to_text(policy.facts[entry.list + 1 + i], entry.fields[i]);
    return fmt::format("{} ({})", policy.facts[entry.list].name, text);
}

}  // namespace

std::string first_difference(const model::Policy& policy, const DecisionRecord& expected,
                             const DecisionRecord& actual) {
    if (same(policy, expected, actual)) return "";
    const auto outcome = [](const DecisionRecord& decision) {
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
    return "what has no words here";
}

std::string to_text(const model::Policy& policy, const RequestRecord& request) {
    std::string text;
    for (std::size_t i = 0; i < request.answers.size(); ++i)
        if (request.answers[i].presence != Presence::not_given)
            text += (text.empty() ? "" : ", ") + to_text(policy.facts[i], request.answers[i]);
    for (const EntryRecord& entry : request.entries) text += ", " + to_text(policy, entry);
    return text;
}

}  // namespace pol::testing
