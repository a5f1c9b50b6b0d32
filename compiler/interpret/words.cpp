#include "compiler/interpret/words.hpp"

#include <fmt/format.h>

namespace pol {

std::string words_for(Outcome outcome) {
    switch (outcome) {
        case Outcome::approved:
            return "approved";
        case Outcome::criteria_not_met:
            return "criteria not met";
        case Outcome::not_medically_necessary:
            return "not medically necessary";
        case Outcome::investigational:
            return "investigational";
        case Outcome::excluded:
            return "excluded";
        case Outcome::does_not_apply:
            return "does not apply";
        case Outcome::refer:
            return "refer";
        case Outcome::review:
            return "review";
        case Outcome::needs_information:
            break;
    }
    return "needs information";
}

std::string words_for(QuestionKind kind) {
    switch (kind) {
        case QuestionKind::answer:
            return "answer";
        case QuestionKind::attest:
            return "attest";
        case QuestionKind::document:
            return "document";
        case QuestionKind::exact_date:
            return "exact date";
        case QuestionKind::measure_again:
            return "measure again";
        case QuestionKind::resolve:
            break;
    }
    return "resolve";
}

std::string words_for(Date date) {
    const CivilDate civil = to_civil(date);
    return fmt::format("{:04}-{:02}-{:02}", civil.year, civil.month, civil.day);
}

std::string words_for(const model::Target& target) {
    switch (target.kind) {
        case TargetKind::policy:
            return "policy " + target.number;
        case TargetKind::lcd:
            return "LCD " + target.number;
        case TargetKind::ncd:
            break;
    }
    return "NCD " + target.number;
}

std::string words_for(const model::Policy& policy, const Result& result) {
    std::string words = words_for(result.outcome);
    if (result.open) words += " open";
    if (result.target != no_index) words += " to " + words_for(policy.targets[result.target]);
    return words;
}

std::string words_for(const model::Policy& policy, const std::vector<model::ClauseIndex>& clauses) {
    std::string words;
    for (const model::ClauseIndex clause : clauses) words += (words.empty() ? "" : ", ") + policy.clauses[clause].id;
    return words.empty() ? "no clause" : words;
}

}  // namespace pol
