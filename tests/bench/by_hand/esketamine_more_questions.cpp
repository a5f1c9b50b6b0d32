#include "tests/bench/by_hand/esketamine_criteria.hpp"
#include "tests/bench/by_hand/esketamine_questions.hpp"

// Questions on scores, on the tables of doses, and on what an approval still needs.

namespace hand::esketamine {

namespace {

/// What is missing of scores that leave the improvement open, in the order in which it is asked.
struct MissingOfScores {
    /// Of remission on one scale.
    struct OfRemission {
        bool scale, now;

        void add(Truth remission, const ScoresEntry& score, bool is_now_known) {
            if (remission != Truth::unknown) return;
            scale |= !told(score.scale, Evidence::none);
            now |= !is_now_known;
        }
    };
    bool at_baseline, baseline, now;
    OfRemission phq9, madrs;

    void add(const ScoresEntry& score) {
        using plan::esketamine::ScoresScale;
        constexpr Evidence none = Evidence::none;
        const Amount amount_before = amount(score.baseline, 0, 60, none);
        const Amount amount_now = amount(score.now, 0, 60, none);
        const bool both_known = amount_before.known && amount_now.known;
        const bool is_halved =
            both_known && amount_before.digits * amount_now.scale >= 2 * amount_now.digits * amount_before.scale;
        if (all(has_baseline(score), both_known ? as_truth(is_halved) : Truth::unknown) == Truth::unknown) {
            at_baseline |= !told(score.at_baseline, none);
            baseline |= !amount_before.known;
            now |= !amount_now.known;
        }
        phq9.add(all(is(score.scale, ScoresScale::phq9, none), is_less_than(amount_now, 5)), score, amount_now.known);
        madrs.add(all(is(score.scale, ScoresScale::madrs, none), is_at_most(amount_now, 10)), score, amount_now.known);
    }
};

}  // namespace

void Asking::improvement() {
    constexpr Clause clause = Clause::E_R1;
    want_gap(clause);
    const Truth improved = of_any_score(request_, has_improved);
    if (improved != Truth::unknown) return;
    if (!told(request_.scores)) return want(FactId::scores, request_.scores, clause);
    MissingOfScores missing{};
    for (const ScoresEntry& score : request_.scores.value)
        if (has_improved(score) == Truth::unknown) missing.add(score);
    const auto ask = [&](bool is_missing, FactId field) {
        if (is_missing) questions_.ask_field(field, QuestionKind::answer, set_of(clause));
    };
    ask(missing.at_baseline, FactId::scores_at_baseline);
    ask(missing.baseline, FactId::scores_baseline);
    ask(missing.now, FactId::scores_now);
    for (const MissingOfScores::OfRemission& remission : {missing.phq9, missing.madrs}) {
        ask(remission.scale, FactId::scores_scale);
        ask(remission.now, FactId::scores_now);
    }
}

/// What rows of the first table lack.
void Asking::first_weeks(Clause clause, Set rows) {
    if (rows != 0) want_indication(clause);
    if (has(rows, Clause::E_D1_a) || has(rows, Clause::E_D1_b)) want_week(clause);
    if (has(rows, Clause::E_D1_a)) want_amount(FactId::first_dose, request_.first_dose, 0, 500, clause);
    if (!has(rows, Clause::E_D1_a) && !has(rows, Clause::E_D1_c)) return;
    want_untold(FactId::dose_1_to_4, request_.dose_1_to_4, clause);
    want_amount(FactId::weekly_1_to_4, request_.weekly_1_to_4, 0, 100, clause);
    want_amount(FactId::number_1_to_4, request_.number_1_to_4, 0, 100, clause);
}

void Asking::next_weeks(Clause clause, Set rows) {
    if (rows != 0) want_indication(clause);
    if (has(rows, Clause::E_D2_a) || has(rows, Clause::E_D2_b)) want_week(clause);
    if (!has(rows, Clause::E_D2_a)) return;
    want_untold(FactId::dose_5_to_8, request_.dose_5_to_8, clause);
    want_amount(FactId::weekly_5_to_8, request_.weekly_5_to_8, 0, 100, clause);
    want_amount(FactId::number_5_to_8, request_.number_5_to_8, 0, 100, clause);
}

void Asking::later_weeks(Clause clause, Set rows) {
    if (rows != 0) want_indication(clause);
    if (!has(rows, Clause::E_D3_a)) return;
    want_untold(FactId::dose_from_9, request_.dose_from_9, clause);
    want_untold(FactId::often_from_9, request_.often_from_9, clause);
}

void Asking::phases(Set open) {
    for (const Clause row : {Clause::E_D1_a, Clause::E_D1_b, Clause::E_D1_c})
        if (has(open, row)) first_weeks(row, set_of(row));
    for (const Clause row : {Clause::E_D2_a, Clause::E_D2_b, Clause::E_D2_c})
        if (has(open, row)) next_weeks(row, set_of(row));
    for (const Clause row : {Clause::E_D3_a, Clause::E_D3_b})
        if (has(open, row)) later_weeks(row, set_of(row));
}

/// The start, the time, and the amounts of the three tables.
void Asking::approval(bool renewal) {
    constexpr Clause clause = Clause::E_TIME;
    const int before = questions_.mentions();
    want_day(FactId::date_of_service, request_.date_of_service, clause);
    renewal ? want_gap(clause) : want_indication(clause);
    const auto open_rows = [&](Set rows) { return (rows & judged_.yes) != 0 ? 0 : judged_.unknown_of(rows); };
    first_weeks(clause, open_rows(rows_1_to_4));
    next_weeks(clause, open_rows(rows_5_to_8));
    later_weeks(clause, open_rows(rows_from_9));
    if (questions_.mentions() == before) questions_.leave_to_review(set_of(clause));
}

}  // namespace hand::esketamine
