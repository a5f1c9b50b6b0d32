#include "compiler/emit/places.hpp"

#include "compiler/emit/names.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace pol::emission {

namespace {

std::tuple<Outcome, model::TargetIndex> order(const model::Verdict& verdict) {
    return {verdict.outcome, verdict.target};
}

std::vector<model::Verdict> verdicts_of(const model::Policy& policy) {
    std::vector<model::Verdict> verdicts = {{.outcome = Outcome::does_not_apply, .target = no_index}, policy.earlier};
    for (const model::Determination& determination : policy.determinations) verdicts.push_back(determination.verdict);
    for (const model::Section& section : policy.sections)
        if (section.otherwise) verdicts.push_back(section.otherwise->verdict);
    std::sort(verdicts.begin(), verdicts.end(),
              [](const auto& left, const auto& right) { return order(left) < order(right); });
    verdicts.erase(std::unique(verdicts.begin(), verdicts.end()), verdicts.end());
    return verdicts;
}

std::string words_for(const model::Policy& policy, const model::Verdict& verdict) {
    if (verdict.outcome != Outcome::refer) return outcome_name(verdict.outcome);
    return "refer_to_" + lower_case(identifier(policy.targets[verdict.target].number));
}

}  // namespace

std::string outcome_name(Outcome outcome) {
    static constexpr std::array<const char*, outcome_count> names = {
        "approved", "criteria_not_met", "not_medically_necessary", "investigational", "excluded", "does_not_apply",
        "refer",    "review",           "needs_information",
    };
    return names[static_cast<std::size_t>(outcome)];
}

Places::Places(const model::Policy& policy)
    : first_fixed_(policy.approvals.empty() ? 0 : policy.approvals.size() * 2 + 1), fixed_(verdicts_of(policy)) {
    Scope scope;
    for (const model::Verdict& verdict : fixed_) names_.push_back(scope.take(words_for(policy, verdict)));
}

std::string Places::name_of(const model::Verdict& verdict) const {
    const auto found = std::find(fixed_.begin(), fixed_.end(), verdict);
    return names_[static_cast<std::size_t>(found - fixed_.begin())];
}

}  // namespace pol::emission
