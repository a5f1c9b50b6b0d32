#include "tests/behavior/agreement.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pol::testing {

namespace {

std::string words_for(const model::Policy& policy, const RequestRecord& request) {
    std::string text;
    for (std::size_t i = 0; i < policy.facts.size(); ++i) {
        const Answer& answer = request.answers[i];
        if (answer.presence == Presence::not_given) continue;
        const model::Fact& fact = policy.facts[i];
        const bool is_date = fact.type == FactType::date || fact.type == FactType::partial_date;
        const Date day = fact.type == FactType::date ? answer.date : answer.range.first;
        const CivilDate civil = to_civil(day);
        text += fmt::format("  {} {}", fact.name, answer.presence == Presence::not_knowable ? "not knowable " : "");
        if (is_date)
            text += fmt::format("{}-{}-{} +{}\n", civil.year, civil.month, civil.day,
                                fact.type == FactType::date ? 0 : answer.range.last.days - day.days);
        else
            text += fmt::format("{} level {}\n",
                                fact.values.empty() ? fmt::format("{}", answer.value) : fact.values[answer.value].name,
                                static_cast<int>(answer.evidence));
    }
    return text;
}

std::string words_for(const model::Policy& policy, const std::vector<model::ClauseIndex>& clauses) {
    std::string text;
    for (const model::ClauseIndex clause : clauses) text += " " + policy.clauses[clause].id;
    return text;
}

std::string words_for(const Result& result) {
    return fmt::format("{} open {} target {} approval {} {}..{} first {} doses {}+{}", static_cast<int>(result.outcome),
                       result.open, result.target, result.approval, result.period.from.days, result.period.through.days,
                       result.first_dose.days, result.doses.first, result.doses.count);
}

/// One line a part of a decision, so that two decisions compare as texts.
std::string words_for(const model::Policy& policy, const DecisionRecord& decision) {
    std::string text = fmt::format("outcome {} denial {} clauses{}\n", static_cast<int>(decision.outcome),
                                   decision.every_outcome_is_a_denial, words_for(policy, decision.clauses));
    for (const ResultRecord& result : decision.results)
        text += fmt::format("result {}:{}\n", words_for(result.result), words_for(policy, result.clauses));
    for (const QuestionRecord& question : decision.questions)
        text += fmt::format("ask {} kind {}:{}\n", policy.facts[question.fact].name, static_cast<int>(question.kind),
                            words_for(policy, question.clauses));
    for (std::size_t i = 0; i < decision.trace.size(); ++i)
        if (decision.trace[i] != ClauseState::not_for_this_member)
            text += fmt::format("{} {}\n", policy.clauses[i].id, static_cast<int>(decision.trace[i]));
    return text;
}

bool same(const Result& left, const Result& right) {
    return left.outcome == right.outcome && left.open == right.open && left.target == right.target &&
           left.approval == right.approval && left.period == right.period && left.first_dose == right.first_dose &&
           left.doses == right.doses;
}

bool same(const DecisionRecord& left, const DecisionRecord& right) {
    const auto same_result = [](const ResultRecord& one, const ResultRecord& other) {
        return same(one.result, other.result) && one.clauses == other.clauses;
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

/// Whether the doses of every approval are those of the rule it names, also where several rules give one result.
bool doses_fit(const model::Policy& policy, const DecisionRecord& decision) {
    return std::all_of(decision.results.begin(), decision.results.end(), [&](const ResultRecord& record) {
        const Result& result = record.result;
        if (result.outcome != Outcome::approved || result.open) return true;
        const model::Approval& approval = policy.approvals[result.approval];
        return !approval.has_schedule || result.doses == doses_in(approval.schedule, result.first_dose, result.period);
    });
}

}  // namespace

std::string difference_between(const model::Policy& policy, const RequestRecord& request,
                               const DecisionRecord& interpreted, const DecisionRecord& generated) {
    if (same(interpreted, generated) && doses_fit(policy, generated)) return {};
    return fmt::format("request\n{}interpreted\n{}generated\n{}", words_for(policy, request),
                       words_for(policy, interpreted), words_for(policy, generated));
}

}  // namespace pol::testing
