#pragma once

#include "pol/batch/approvals.hpp"
#include "pol/batch/decisions.hpp"
#include "pol/decision.hpp"

#include <cstddef>
#include <cstdint>

namespace pol::batch {

/// Decides a batch, block by block: by planes what planes tell, the other rows one by one.
///
/// `Batch` is the generated part of a policy: `Columns`, `Block`, `Decision`, `result_count`; the tables `approvals`
/// (List<ApprovalRule>) and `fixed_results` (List<FixedResult>, from the first fixed place on), `calendar`; and the
/// static functions `follow(block, rows, results)`, `compute(approval, block, computed)`, `not_knowable(block)`,
/// `days(block, fact)` (an exact date) and `decide(columns, row)` (by the evaluator of single requests).
template <class Batch>
class BlockDecider {
public:
    using Columns = typename Batch::Columns;
    using Decision = typename Batch::Decision;

    BlockDecider(const Columns& columns, std::size_t rows, const Decisions& out) noexcept
        : columns_(columns), words_(words_for(rows)), out_(out) {}

    void decide(Rows rows) noexcept {
        rows_ = rows;
        const typename Batch::Block block(columns_, rows);
        Plane places[result_count] = {};
        PossibleResults results{.places = places};
        const Plane asked = first_rows(rows.count);
        Batch::follow(block, asked, results);
        settle_approvals(block, results);
        const Plane decided = asked & decided_in(places);
        const Plane undecided = asked & ~decided;
        const Plane by_row = (results.by_row & asked) | (undecided & (results.told_in_part | several_approvals_));
        const Plane unknowable = (undecided & ~by_row) != 0 ? Batch::not_knowable(block) & undecided : 0;
        write(places, decided, asked);
        if (out_.approved_from != nullptr || out_.approved_through != nullptr) write_periods(block, places, decided);
        for_each_row(by_row | unknowable, [&](int row) { write_row(row); });
    }

private:
    static constexpr int approval_count = static_cast<int>(Batch::approvals.size);
    static constexpr int open_place = approval_count * 2;
    static constexpr int first_fixed = approval_count > 0 ? open_place + 1 : 0;
    static constexpr int result_count = Batch::result_count;
    /// Where an approval and what follows the approvals stand in what is possible: an approval is one, whatever the
    /// kind of request.
    static constexpr int possible_of(int place) noexcept {
        return place < open_place ? place / 2 : place - approval_count;
    }

    [[nodiscard]] static DaysOfApproval dates(const typename Batch::Block& block, const ApprovalRule& rule) noexcept {
        return {.starts_on = Batch::days(block, rule.terms.starts_on),
                .first_start = Batch::days(block, index_of(BuiltinFact::first_start)),
                .date_of_service = Batch::days(block, index_of(BuiltinFact::date_of_service))};
    }

    /// Approvals whose period is not told yet are open; they are one result, whatever their rule. Where several are
    /// closed, only the evaluator of single requests knows which of them are the same.
    void settle_approvals(const typename Batch::Block& block, PossibleResults& results) noexcept {
        several_approvals_ = 0;
        Plane closed = 0;
        for (int place = 0; place < open_place; ++place) {
            const Plane rows = results.places[place];
            if (rows == 0) continue;
            const Plane told = is_computed(Batch::approvals[place / 2]) ? told_by_computing(block, place, rows, results)
                                                                        : told_by_dates(block, place, rows);
            results.places[place] = rows & told;
            results.places[open_place] |= rows & ~told;
            several_approvals_ |= closed & rows & told;
            closed |= rows & told;
        }
    }
    [[nodiscard]] static Plane told_by_dates(const typename Batch::Block& block, int place, Plane rows) noexcept {
        const ApprovalRule& rule = Batch::approvals[place / 2];
        const DaysOfApproval days = dates(block, rule);
        return place % 2 == 0 ? tells_first_period(days) : tells_renewal(rule.terms, days, rows, Batch::calendar);
    }
    /// Rows in which what is computed is open, or such as nobody can grant, are left to the evaluator of single
    /// requests; nothing is computed for those that are left to it anyway.
    [[nodiscard]] static Plane told_by_computing(const typename Batch::Block& block, int place, Plane rows,
                                                 PossibleResults& results) noexcept {
        const ApprovalRule& rule = Batch::approvals[place / 2];
        const Plane left = results.by_row | (results.told_in_part & rows_with_other_results(results, place));
        const Plane wanted = rows & ~left;
        ComputedApprovals computed(wanted);
        Plane told = 0;
        if (wanted != 0 && Batch::compute(place / 2, block, computed))
            told = tells_computed(rule, place % 2 == 1, computed, dates(block, rule), Batch::calendar);
        results.by_row |= rows & ~told;
        return told;
    }
    [[nodiscard]] static Plane rows_with_other_results(const PossibleResults& results, int place) noexcept {
        Plane others = 0;
        for (int other = 0; other < result_count; ++other)
            if (other != place) others |= results.places[other];
        return others;
    }

    /// Exactly one result, with nothing left open about it.
    [[nodiscard]] static Plane decided_in(const Plane (&places)[result_count]) noexcept {
        Plane any = 0;
        Plane several = 0;
        for (const Plane place : places) {
            several |= any & place;
            any |= place;
        }
        if constexpr (approval_count > 0) several |= places[open_place];
        return any & ~several;
    }

    [[nodiscard]] static constexpr Outcome outcome_of(int place) noexcept {
        return place < first_fixed ? Outcome::approved : Batch::fixed_results[place - first_fixed].outcome;
    }

    void write(const Plane (&places)[result_count], Plane decided, Plane asked) noexcept {
        if (out_.outcomes != nullptr) write_outcomes(places, decided);
        if (out_.denials != nullptr) {
            Plane others = 0;
            for (int place = 0; place < result_count; ++place)
                if (!is_denial(outcome_of(place))) others |= places[place];
            out_.denials[word()] = asked & ~others;
        }
        if (out_.possible != nullptr) write_possible(places, asked);
    }

    /// The four bits of an outcome's number are planes.
    void write_outcomes(const Plane (&places)[result_count], Plane decided) noexcept {
        constexpr std::uint8_t numbers[] = {1, 2, 4, 8};
        Plane bits[4] = {0, 0, 0, ~decided};
        for (int place = 0; place < result_count; ++place)
            for (unsigned bit = 0; bit < 3; ++bit)
                if ((static_cast<unsigned>(outcome_of(place)) >> bit & 1U) != 0) bits[bit] |= places[place] & decided;
        auto* bytes = reinterpret_cast<std::uint8_t*>(out_.outcomes + rows_.first);
        if (rows_.count == rows_in_block) return write_numbers(bits, numbers, bytes);
        std::uint8_t tail[rows_in_block];
        write_numbers(bits, numbers, tail);
        for (int row = 0; row < rows_.count; ++row) bytes[row] = tail[row];
    }

    void write_possible(const Plane (&places)[result_count], Plane asked) noexcept {
        for (int approval = 0; approval < approval_count; ++approval)
            possible(approval) = (places[approval * 2] | places[approval * 2 + 1]) & asked;
        for (int place = open_place; place < result_count; ++place)
            possible(possible_of(place)) = places[place] & asked;
    }

    void write_periods(const typename Batch::Block& block, const Plane (&places)[result_count],
                       Plane decided) noexcept {
        for (int row = 0; row < rows_.count; ++row) write_period(row, {.from = {no_day}, .through = {no_day}});
        for (int place = 0; place < open_place; ++place) {
            const ApprovalRule& rule = Batch::approvals[place / 2];
            const Plane rows = places[place] & decided;
            if (rows == 0) continue;
            ComputedApprovals computed(rows);
            if (is_computed(rule) && !Batch::compute(place / 2, block, computed)) continue;
            const DaysOfApproval days = dates(block, rule);
            for_each_row(rows, [&](int row) {
                const ApprovalDates from = days.in(row);
                const Extent extent = computed.extent(rule, row, from, Batch::calendar);
                write_period(row, approved(rule.terms, place % 2 == 1, from, extent, Batch::calendar).period);
            });
        }
    }
    void write_period(int row, Period period) noexcept {
        const std::size_t at = rows_.first + static_cast<std::size_t>(row);
        if (out_.approved_from != nullptr) out_.approved_from[at] = period.from.days;
        if (out_.approved_through != nullptr) out_.approved_through[at] = period.through.days;
    }

    /// A row as the evaluator of single requests decides it.
    void write_row(int row) noexcept {
        const std::size_t at = rows_.first + static_cast<std::size_t>(row);
        const Decision decision = Batch::decide(columns_, at);
        const bool is_decided = decision.result_count == 1 && !decision.results[0].result.open &&
                                decision.outcome == decision.results[0].result.outcome;
        const Plane bit = Plane{1} << row;
        if (out_.outcomes != nullptr) out_.outcomes[at] = decision.outcome;
        if (out_.denials != nullptr) {
            const bool denied = is_decided ? is_denial(decision.outcome) : decision.every_outcome_is_a_denial;
            out_.denials[word()] = denied ? out_.denials[word()] | bit : out_.denials[word()] & ~bit;
        }
        if (out_.possible != nullptr) write_possible(decision, bit);
        const bool approved = is_decided && decision.outcome == Outcome::approved;
        write_period(row, approved ? decision.results[0].result.period : Period{{no_day}, {no_day}});
    }

    void write_possible(const Decision& decision, Plane bit) noexcept {
        for (int i = 0; i < possible_of(result_count - 1) + 1; ++i) possible(i) &= ~bit;
        for (int i = 0; i < decision.result_count; ++i) possible(possible_of(decision.results[i].result)) |= bit;
    }
    [[nodiscard]] static int possible_of(const Result& result) noexcept {
        if (result.outcome == Outcome::approved) return result.open ? approval_count : result.approval;
        int place = first_fixed;
        while (outcome_of(place) != result.outcome || Batch::fixed_results[place - first_fixed].target != result.target)
            ++place;
        return possible_of(place);
    }

    [[nodiscard]] std::size_t word() const noexcept { return rows_.first / rows_in_block; }
    [[nodiscard]] Plane& possible(int result) const noexcept {
        return out_.possible[static_cast<std::size_t>(result) * words_ + word()];
    }

    const Columns& columns_;
    std::size_t words_;
    const Decisions& out_;
    Rows rows_{};
    Plane several_approvals_ = 0;
};

template <class Batch>
void decide(const typename Batch::Columns& columns, std::size_t rows, const Decisions& out) noexcept {
    BlockDecider<Batch> decider(columns, rows, out);
    for (std::size_t first = 0; first < rows; first += rows_in_block) {
        const std::size_t left = rows - first;
        decider.decide({.first = first, .count = left < rows_in_block ? static_cast<int>(left) : rows_in_block});
    }
}

}  // namespace pol::batch
