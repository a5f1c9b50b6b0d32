#include "compiler/interpret/members.hpp"

#include "pol/number.hpp"

#include <algorithm>
#include <cstddef>
#include <tuple>
#include <utility>

namespace pol::interpretation {

namespace {

/// Results of a route that is still open: one for the approval, one for who does not meet the criteria, and one more.
constexpr std::size_t usual_count = 3;

/// How the amounts of two results stand to each other: less than zero where those of `left` come first.
int compare_amounts(const Result& left, const Result& right) {
    for (std::size_t i = 0; i < most_amounts; ++i) {
        const Number one = number(left.amounts[i]);
        const Number other = number(right.amounts[i]);
        if (one != other) return one < other ? -1 : 1;
    }
    if (left.left_out != right.left_out) return left.left_out < right.left_out ? -1 : 1;
    return 0;
}

bool stands_before(const Result& left, const Result& right) {
    const auto before_amounts = [](const Result& result) {
        return std::tuple(result.outcome, result.target, result.open, result.period.from, result.period.through,
                          result.doses.count);
    };
    if (before_amounts(left) != before_amounts(right)) return before_amounts(left) < before_amounts(right);
    const int amounts = compare_amounts(left, right);
    return amounts != 0 ? amounts < 0 : left.approval < right.approval;
}

/// Whether two approvals give the same things, as far as they do not depend on the request.
bool give_the_same(const model::Approval& left, const model::Approval& right) {
    const auto same_name = [](const model::ComputedAmount& one, const model::ComputedAmount& other) {
        return one.name == other.name && one.unit == other.unit && one.system == other.system && one.code == other.code;
    };
    return left.per_dose == right.per_dose &&
           std::equal(left.amounts.begin(), left.amounts.end(), right.amounts.begin(), right.amounts.end(), same_name);
}

}  // namespace

bool same_member(const model::Policy& policy, const Result& left, const Result& right) {
    if (left.outcome != right.outcome || left.target != right.target || left.open != right.open) return false;
    if (left.outcome != Outcome::approved || left.open) return true;
    return left.period == right.period && left.doses.count == right.doses.count && compare_amounts(left, right) == 0 &&
           give_the_same(policy.approvals[left.approval], policy.approvals[right.approval]);
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
    if (members_.empty()) members_.reserve(usual_count);
    const auto place = std::upper_bound(
        members_.begin(), members_.end(), member,
        [](const Member& left, const Member& right) { return stands_before(left.result, right.result); });
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
