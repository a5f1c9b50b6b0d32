#include "compiler/interpret/members.hpp"

#include <tuple>
#include <utility>

namespace pol::interpretation {

namespace {

bool same_quantities(const model::Approval& left, const model::Approval& right) {
    const auto same = [](const model::QuantityPerDose& one, const model::QuantityPerDose& other) {
        return one.amount == other.amount && one.unit == other.unit && one.system == other.system &&
               one.code == other.code;
    };
    return std::equal(left.per_dose.begin(), left.per_dose.end(), right.per_dose.begin(), right.per_dose.end(), same);
}

auto order(const Result& result) {
    return std::tuple(result.outcome, result.target, result.open, result.period.from, result.period.through,
                      result.doses.count, result.approval);
}

}  // namespace

bool same_member(const model::Policy& policy, const Result& left, const Result& right) {
    if (left.outcome != right.outcome || left.target != right.target || left.open != right.open) return false;
    if (left.outcome != Outcome::approved || left.open) return true;
    return left.period == right.period && left.doses.count == right.doses.count &&
           same_quantities(policy.approvals[left.approval], policy.approvals[right.approval]);
}

void Members::join(Member member) {
    const auto same = std::find_if(members_.begin(), members_.end(), [&](const Member& known) {
        return same_member(*policy_, known.result, member.result);
    });
    if (same != members_.end()) {
        same->result.approval = std::min(same->result.approval, member.result.approval);
        add(same->sure, member.sure);
        add(same->possible, member.possible);
        return;
    }
    has_open_approval_ = has_open_approval_ || member.result.open;
    const auto place = std::upper_bound(
        members_.begin(), members_.end(), member,
        [](const Member& left, const Member& right) { return order(left.result) < order(right.result); });
    members_.insert(place, std::move(member));
}

void Members::join(const Members& others) {
    for (const Member& member : others.members_) join(member);
}

bool Members::same_results(const Members& others) const {
    return std::equal(
        members_.begin(), members_.end(), others.members_.begin(), others.members_.end(),
        [&](const Member& left, const Member& right) { return same_member(*policy_, left.result, right.result); });
}

}  // namespace pol::interpretation
