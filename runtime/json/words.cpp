#include "pol/json/words.hpp"

#include <cassert>

namespace pol::json {

std::string_view word(Outcome outcome) {
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
            return "needs information";
    }
    assert(false);
    return {};
}

std::string_view word(QuestionKind kind) {
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
            return "resolve";
    }
    assert(false);
    return {};
}

std::string_view word(Evidence evidence) {
    switch (evidence) {
        case Evidence::none:
            return "none";
        case Evidence::claimed:
            return "claimed";
        case Evidence::attested:
            return "attested";
        case Evidence::documented:
            return "documented";
    }
    assert(false);
    return {};
}

std::string_view word(TargetKind kind) {
    switch (kind) {
        case TargetKind::policy:
            return "policy";
        case TargetKind::lcd:
            return "LCD";
        case TargetKind::ncd:
            return "NCD";
    }
    assert(false);
    return {};
}

std::string_view word(ClauseState state, ClauseKind kind) {
    const bool is_requirement = kind == ClauseKind::requirement;
    switch (state) {
        case ClauseState::not_for_this_member:
            return "not for this member";
        case ClauseState::not_reached:
            return "not reached";
        case ClauseState::unknown:
            return "unknown";
        case ClauseState::no:
            return is_requirement ? "not met" : "does not hold";
        case ClauseState::yes:
            return is_requirement ? "met" : "holds";
    }
    assert(false);
    return {};
}

}  // namespace pol::json
