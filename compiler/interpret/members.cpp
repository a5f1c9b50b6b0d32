#include "compiler/interpret/members.hpp"

#include <tuple>
#include <utility>

namespace pol::interpretation {

namespace {

auto order(const Result& result) {
    return std::tuple(result.outcome, result.target, result.open, result.period.from, result.period.through,
                      result.doses.count, result.approval);
}

}  // namespace

bool same_member(const model::Policy& policy, const Result& left, const Result& right) {
    if (left.outcome != right.outcome || left.target != right.target || left.open != right.open) return false;
    if (left.outcome != Outcome::approved || left.open) return true;
    return left.period == right.period && left.doses.count == right.doses.count &&
           policy.approvals[left.approval].per_dose == policy.approvals[right.approval].per_dose;
}

void Members::join(Member member) {
    const auto same = std::find_if(members_.begin(), members_.end(), [&](const Member& known) {
        return same_member(*policy_, known.result, member.result);
    });
    if (same != members_.end()) {
        if (same->result.approval <= member.result.approval) member.result = same->result;
        add(member.sure, same->sure);
        add(member.possible, same->possible);
        members_.erase(same);
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
