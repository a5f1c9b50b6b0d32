#include "tests/behavior/agreement.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace pol::testing {

namespace {

std::string words_for(Date day) {
    const CivilDate civil = to_civil(day);
    return fmt::format("{}-{}-{}", civil.year, civil.month, civil.day);
}

std::string words_for(DateRange range) {
    return fmt::format("{} +{}", words_for(range.first), range.last.days - range.first.days);
}

std::string words_for(Decimal number) { return fmt::format("{}e-{}", number.digits, number.places); }

std::string words_for(const model::Fact& fact, const Answer& answer) {
    switch (fact.type) {
        case FactType::yes_no:
            return answer.value == 0 ? "no" : "yes";
        case FactType::one_of:
            return fact.values[answer.value].name;
        case FactType::date:
            return words_for(answer.date);
        case FactType::partial_date:
            return words_for(answer.range);
        case FactType::number:
            return words_for(answer.number);
        case FactType::measurement:
            break;
    }
    return words_for(answer.number) + " on " + words_for(answer.range);
}

std::string words_for(const model::Policy& policy, const RequestRecord& request) {
    std::string text;
    for (std::size_t i = 0; i < policy.facts.size(); ++i) {
        const Answer& answer = request.answers[i];
        if (answer.presence == Presence::not_given) continue;
        const model::Fact& fact = policy.facts[i];
        text += fmt::format("  {} {}{} level {}\n", fact.name,
                            answer.presence == Presence::not_knowable ? "not knowable " : "", words_for(fact, answer),
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
    std::string text = fmt::format("{} open {} target {} approval {} {}..{} first {} doses {}+{}",
                                   static_cast<int>(result.outcome), result.open, result.target, result.approval,
                                   words_for(result.period.from), words_for(result.period.through),
                                   words_for(result.first_dose), result.doses.first, result.doses.count);
    for (const Decimal amount : result.amounts) text += " " + words_for(amount);
    return text;
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
           left.doses == right.doses &&
           std::equal(std::begin(left.amounts), std::end(left.amounts), std::begin(right.amounts));
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
