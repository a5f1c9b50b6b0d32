#pragma once

#include "pol/approving.hpp"
#include "pol/rules.hpp"

#include <cstdint>

namespace pol {

/// The results still possible for a request, by their place in the policy's order of results, with the clauses
/// that surely lead and those that may still lead to each. Approvals with the same content share one place.
/// `Case` is the policy with the request (pol/typed_case.hpp, pol/shared_policy.hpp).
template <class Case>
class ResultSet {
public:
    static constexpr int clause_room = Case::room.clauses;
    static constexpr int place_room = Case::room.places;
    using Set = Bits<clause_room>;
    using Places = Bits<place_room>;
    using Rules = PolicyRules<clause_room>;

    // Arrays are written place by place, when a result is added.
    constexpr explicit ResultSet(const Case& decided) noexcept
        : case_(decided),
          rules_(decided.rules()),
          open_place_(rules_.approvals.size > 0 ? rules_.closed_places() : -1) {}

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
        if (is_left_open(approval, renewal)) return open_place_;
        const int same = place_of_same(place);
        closed_.add(place);
        same_as_[place] = static_cast<std::uint16_t>(same);
        if (same == place || approval < lowest_[same] / 2) lowest_[same] = static_cast<std::uint16_t>(place);
        return same;
    }

    [[nodiscard]] constexpr ApprovalDates dates(int approval) const noexcept {
        return case_.dates(rules_.approvals[approval].terms.starts_on);
    }

    /// How long the approval of a rule lasts, as far as the request tells.
    [[nodiscard]] constexpr Extent extent(int approval) const noexcept {
        const ApprovalRule& rule = rules_.approvals[approval];
        Extent extent{.duration = rule.terms.duration};
        if (!rules_.computes_extents) return extent;
        if (rule.has_length) extent = extent_of(case_.length(approval));
        return rule.has_until ? ending_by(case_.until(approval), extent, dates(approval), rules_.calendar) : extent;
    }

    /// Exactly one result, with nothing left open about it.
    [[nodiscard]] constexpr bool is_decided(const Places& places) const noexcept {
        return places.has_one() && !has_open_approval(places);
    }
    [[nodiscard]] constexpr bool is_decided() const noexcept { return is_decided(present_); }
    [[nodiscard]] constexpr bool has_open_approval(const Places& places) const noexcept {
        return open_place_ >= 0 && places.has(open_place_);
    }

    /// Writes the results in their order.
    constexpr void write(const DecisionOutput<clause_room>& decision) const noexcept {
        for_each(present_, [&](int place) {
            PossibleResult<clause_room>& entry = decision.results[decision.head.result_count++];
            write_clauses(entry.clauses, place);
            if (place >= rules_.closed_places()) return write_fixed(entry.result, place);
            write_approval(entry.result, lowest_[place]);
            move_up(decision);
        });
    }

private:
    /// Keeps the extent and the amounts of one that is not.
    [[nodiscard]] constexpr bool is_left_open(int approval, bool renewal) noexcept {
        const Extent lasting = extent(approval);
        if (is_open(rules_.approvals[approval].terms, renewal, dates(approval), lasting, rules_.calendar)) return true;
        const int place = closed_place(approval, renewal);
        length_[place] = lasting.duration.amount;
        unit_[place] = lasting.duration.unit;
        until_[place] = lasting.until.days;
        return rules_.approvals[approval].amount_count > 0 && !keep_amounts(place);
    }
    [[nodiscard]] constexpr Extent kept_extent(int place) const noexcept {
        return {.duration = {length_[place], unit_[place]}, .until = {until_[place]}, .known = true};
    }

    /// Whether all amounts are known.
    constexpr bool keep_amounts(int place) noexcept {
        Result result;
        if (!case_.amounts(place / 2, result)) return false;
        for (int i = 0; i < rules_.approvals[place / 2].amount_count; ++i) {
            amount_digits_[place][i] = result.amounts[i].digits;
            amount_places_[place][i] = result.amounts[i].places;
        }
        left_out_[place] = result.left_out;
        return true;
    }

    /// The open approval, or a result that is known before any request.
    constexpr void write_fixed(Result& result, int place) const noexcept {
        const bool open = place == open_place_;
        const FixedResult fixed = open ? FixedResult{.outcome = Outcome::approved} : rules_.fixed_result(place);
        result.outcome = fixed.outcome;
        result.open = open;
        result.target = fixed.target;
        result.approval = no_index;
        write_content(result, {});
        result.left_out = 0;
    }

    /// The approval that a place alone stands for.
    constexpr void write_approval(Result& result, int place) const noexcept {
        const int approval = place / 2;
        result.outcome = Outcome::approved;
        result.open = false;
        result.target = no_index;
        result.approval = static_cast<std::uint16_t>(approval);
        write_content(result, approved(rules_.approvals[approval].terms, place % 2 == 1, dates(approval),
                                       kept_extent(place), rules_.calendar));
        result.left_out = 0;
        if (rules_.computes_amounts) write_amounts(result, place);
    }
    static constexpr void write_content(Result& result, const Approved& content) noexcept {
        result.period = content.period;
        result.first_dose = content.first_dose;
        result.doses = content.doses;
    }
    constexpr void write_amounts(Result& result, int place) const noexcept {
        const int count = rules_.approvals[place / 2].amount_count;
        if (count > 0) result.left_out = left_out_[place];
        for (int i = 0; i < most_amounts; ++i)
            result.amounts[i] = i < count ? Decimal{amount_digits_[place][i], amount_places_[place][i]} : Decimal{};
    }

    /// Puts the last entry, a closed approval, where it belongs among them.
    constexpr void move_up(const DecisionOutput<clause_room>& decision) const noexcept {
        PossibleResult<clause_room>* const results = decision.results;
        for (int at = decision.head.result_count - 1; at > 0; --at) {
            if (!stands_before(results[at].result, results[at - 1].result, rules_.computes_amounts)) return;
            const PossibleResult<clause_room> moved = results[at];
            results[at] = results[at - 1];
            results[at - 1] = moved;
        }
    }

    [[nodiscard]] constexpr bool same(const Result& left, const Result& right) const noexcept {
        if (rules_.computes_amounts && !same_amounts(left, right)) return false;
        return left.period == right.period && left.doses.count == right.doses.count &&
               rules_.approvals[left.approval].quantities == rules_.approvals[right.approval].quantities;
    }

    [[nodiscard]] constexpr int place_of_same(int place) const noexcept {
        if (closed_.empty()) return place;
        Result wanted;
        write_approval(wanted, place);
        int found = place;
        for_each(closed_, [&](int known) {
            if (found != place || same_as_[known] != known) return;
            Result present;
            write_approval(present, lowest_[known]);
            if (same(present, wanted)) found = known;
        });
        return found;
    }

    constexpr void write_clauses(Set& clauses, int place) const noexcept {
        std::uint64_t any = 0;
        for (int i = 0; i < Set::word_count; ++i) any |= sure_[place][i];
        for (int i = 0; i < Set::word_count; ++i) clauses.words[i] = any != 0 ? sure_[place][i] : possible_[place][i];
    }

    const Case& case_;
    const Rules& rules_;
    int open_place_;
    Places present_;
    Places closed_;
    std::uint64_t sure_[place_room][Set::word_count];
    std::uint64_t possible_[place_room][Set::word_count];
    std::uint16_t same_as_[place_room];
    /// The place of the lowest rule among those that share one.
    std::uint16_t lowest_[place_room];
    /// How long closed approvals last.
    std::int32_t length_[place_room];
    DurationUnit unit_[place_room];
    std::int32_t until_[place_room];
    /// Amounts of closed approvals, and which of them they are without.
    std::uint32_t left_out_[place_room];
    std::int64_t amount_digits_[place_room][most_amounts];
    std::uint8_t amount_places_[place_room][most_amounts];
};

}  // namespace pol
