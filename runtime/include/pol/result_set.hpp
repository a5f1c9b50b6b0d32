#pragma once

#include "pol/approving.hpp"
#include "pol/rules.hpp"

#include <cstdint>

namespace pol {

/// The results still possible for a request, by their place in the policy's order of results, with the clauses
/// that surely lead and those that may still lead to each. Approvals with the same content share one place.
template <class Evaluator>
class ResultSet {
public:
    using Request = typename Evaluator::Request;
    using Decision = typename Evaluator::Decision;
    using Set = Bits<Evaluator::clause_count>;
    using Places = Bits<Evaluator::result_count>;

    // Arrays are written place by place, when a result is added.
    constexpr explicit ResultSet(const Request& request) noexcept : request_(request) {}

    /// Adds a result; `surely` where the stage that gives it ended there, otherwise it may.
    constexpr void add(int place, const Set& reasons, bool surely) noexcept {
        if (!present_.has(place)) {
            present_.add(place);
            for (int i = 0; i < Set::word_count; ++i) sure_[place][i] = possible_[place][i] = 0;
        }
        for (int i = 0; i < Set::word_count; ++i) (surely ? sure_ : possible_)[place][i] |= reasons.words[i];
    }

    /// Where the approval of a rule stands: the open approval's place, or that of the first with its content.
    constexpr int approval_place(int approval, bool renewal) noexcept {
        const int place = closed_place(approval, renewal);
        if (closed_.has(place)) return same_as_[place];
        if (is_left_open(approval, renewal)) return open_place;
        const int same = place_of_same(place);
        closed_.add(place);
        same_as_[place] = static_cast<std::uint16_t>(same);
        if (same == place || approval < lowest_[same] / 2) lowest_[same] = static_cast<std::uint16_t>(place);
        return same;
    }

    [[nodiscard]] constexpr ApprovalDates dates(int approval) const noexcept {
        return {.starts_on = Evaluator::date(request_, rules.approvals[approval].terms.starts_on),
                .first_start = request_.first_start,
                .date_of_service = request_.date_of_service};
    }

    /// How long the approval of a rule lasts, as far as the request tells.
    [[nodiscard]] constexpr Extent extent(int approval) const noexcept {
        const ApprovalRule& rule = rules.approvals[approval];
        Extent extent{.duration = rule.terms.duration};
        if constexpr (computes_extents) {
            if (rule.has_length) {
                const Length length = Evaluator::length(approval, request_);
                extent.duration = length.duration;
                extent.known = length.known;
            }
            if (rule.has_until)
                extent = ending_by(Evaluator::until(approval, request_), extent, dates(approval), rules.calendar);
        }
        return extent;
    }

    /// Exactly one result, with nothing left open about it.
    [[nodiscard]] static constexpr bool is_decided(const Places& places) noexcept {
        return places.count() == 1 && !(open_place >= 0 && places.has(open_place));
    }
    [[nodiscard]] constexpr bool is_decided() const noexcept { return is_decided(present_); }

    /// Writes the results in their order.
    constexpr void write(Decision& decision) const noexcept {
        for_each(present_, [&](int place) {
            if (place < closed_places) return insert(decision, closed(place), place);
            append(decision, place == open_place ? open_approval() : rules.results[place - first_fixed].result, place);
        });
    }

    /// Whether requests of a kind renew the approval; those that do not start on its own date.
    static constexpr bool is_renewal(int approval, int kind) noexcept {
        return kind != 0 && rules.approvals[approval].anchored;
    }

    static constexpr const PolicyRules<Evaluator::clause_count>& rules = Evaluator::rules;
    static constexpr bool computes_extents = pol::computes_extents(rules);
    static constexpr bool computes_amounts = pol::computes_amounts(rules);
    static constexpr int closed_places = static_cast<int>(rules.approvals.size) * 2;
    static constexpr int open_place = closed_places > 0 ? closed_places : -1;
    static constexpr int first_fixed = closed_places > 0 ? closed_places + 1 : 0;

private:
    /// Keeps the extent and the amounts of one that is not.
    [[nodiscard]] constexpr bool is_left_open(int approval, bool renewal) noexcept {
        const Extent lasting = extent(approval);
        if (is_open(rules.approvals[approval].terms, renewal, dates(approval), lasting, rules.calendar)) return true;
        keep_extent(closed_place(approval, renewal), lasting);
        if constexpr (computes_amounts) {
            const int count = rules.approvals[approval].amount_count;
            if (count == 0) return false;
            Result result;
            if (!Evaluator::amounts(approval, request_, result)) return true;
            const int place = closed_place(approval, renewal);
            for (int i = 0; i < count; ++i) {
                amount_digits_[place][i] = result.amounts[i].digits;
                amount_places_[place][i] = result.amounts[i].places;
            }
            left_out_[place] = result.left_out;
        }
        return false;
    }

    constexpr void keep_extent(int place, const Extent& extent) noexcept {
        if constexpr (computes_extents) {
            length_[place] = extent.duration.amount;
            unit_[place] = extent.duration.unit;
            until_[place] = extent.until.days;
        }
    }
    [[nodiscard]] constexpr Extent kept_extent(int place) const noexcept {
        if constexpr (computes_extents)
            return {.duration = {length_[place], unit_[place]}, .until = {until_[place]}, .known = true};
        else
            return extent(place / 2);
    }

    static constexpr Result open_approval() noexcept {
        Result result;
        result.outcome = Outcome::approved;
        result.open = true;
        return result;
    }

    /// The approval that a place alone stands for.
    [[nodiscard]] constexpr Result approval_at(int place) const noexcept {
        const int approval = place / 2;
        Result result = closed_approval(rules.approvals[approval].terms, approval, place % 2 == 1, dates(approval),
                                        kept_extent(place), rules.calendar);
        if constexpr (computes_amounts) {
            if (rules.approvals[approval].amount_count > 0) result.left_out = left_out_[place];
            for (int i = 0; i < rules.approvals[approval].amount_count; ++i)
                result.amounts[i] = {amount_digits_[place][i], amount_places_[place][i]};
        }
        return result;
    }

    /// The approval shown for a place that others share: that of the lowest rule.
    [[nodiscard]] constexpr Result closed(int place) const noexcept { return approval_at(lowest_[place]); }

    [[nodiscard]] constexpr bool same(const Result& left, const Result& right) const noexcept {
        if constexpr (computes_amounts) {
            if (!same_amounts(left, right)) return false;
        }
        return left.period == right.period && left.doses.count == right.doses.count &&
               rules.approvals[left.approval].quantities == rules.approvals[right.approval].quantities;
    }

    [[nodiscard]] constexpr int place_of_same(int place) const noexcept {
        if (closed_.empty()) return place;
        const Result wanted = approval_at(place);
        int found = place;
        for_each(closed_, [&](int known) {
            if (found == place && same_as_[known] == known && same(closed(known), wanted)) found = known;
        });
        return found;
    }

    constexpr void append(Decision& decision, const Result& result, int place) const noexcept {
        set(decision.results[decision.result_count++], result, place);
    }

    constexpr void insert(Decision& decision, const Result& result, int place) const noexcept {
        int at = decision.result_count++;
        for (; at > 0 && stands_before(result, decision.results[at - 1].result); --at)
            decision.results[at] = decision.results[at - 1];
        set(decision.results[at], result, place);
    }

    constexpr void set(PossibleResult<Evaluator::clause_count>& entry, const Result& result, int place) const noexcept {
        entry.result = result;
        std::uint64_t any = 0;
        for (int i = 0; i < Set::word_count; ++i) any |= sure_[place][i];
        for (int i = 0; i < Set::word_count; ++i)
            entry.clauses.words[i] = any != 0 ? sure_[place][i] : possible_[place][i];
    }

    const Request& request_;
    Places present_;
    Places closed_;
    std::uint64_t sure_[Evaluator::result_count][Set::word_count];
    std::uint64_t possible_[Evaluator::result_count][Set::word_count];
    std::uint16_t same_as_[Evaluator::result_count];
    /// The place of the lowest rule among those that share one.
    std::uint16_t lowest_[Evaluator::result_count];
    /// How long closed approvals last, where that is computed.
    std::int32_t length_[Evaluator::result_count];
    DurationUnit unit_[Evaluator::result_count];
    std::int32_t until_[Evaluator::result_count];
    /// Amounts of closed approvals, and which of them they are without.
    std::uint32_t left_out_[Evaluator::result_count];
    std::int64_t amount_digits_[Evaluator::result_count][most_amounts];
    std::uint8_t amount_places_[Evaluator::result_count][most_amounts];
};

}  // namespace pol
