#pragma once

#include "tests/bench/by_hand/answering.hpp"

#include <esketamine.hpp>

/// What the clauses on esketamine come to for one request. Internal to the evaluator by hand.
namespace hand::esketamine {

using plan::esketamine::Clause;
using plan::esketamine::Decision;
using plan::esketamine::FactId;
using plan::esketamine::Indication;
using plan::esketamine::Request;
using plan::esketamine::ScoresEntry;
using plan::esketamine::TrialsDrug;
using plan::esketamine::TrialsEntry;
using pol::YesNo;

inline constexpr pol::CalendarRules calendar{pol::ShortMonths::take_last_day, pol::LeapBirthday::march_1};

/// Mechanism classes of the antidepressants, in the order in which the drugs are listed.
inline constexpr std::uint8_t class_numbers[] = {0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 2,
                                                 2, 2, 2, 2, 3, 3, 3, 3, 4, 5, 6, 6, 7, 7, 8};

/// What several clauses read.
struct Readings {
    explicit Readings(const Request& request)
        : asked_on(days_of(request.date_of_request)),
          service(not_before(days_of(request.date_of_service), asked_on.first)),
          received(days_of(request.product_received)),
          gap(is_before(days_of(request.last_treatment), moved(asked_on, -56))),
          from_week(amount(request.from_week, 1, 5000)),
          indication_is_told(told(request.indication)) {}

    [[nodiscard]] Truth is_for(const Request& request, Indication indication) const {
        return indication_is_told ? as_truth(request.indication.value == indication) : Truth::unknown;
    }

    Days asked_on;
    Days service;
    Days received;
    /// More than 8 weeks since the last treatment.
    Truth gap;
    Amount from_week;
    bool indication_is_told;
};

/// The criteria of one kind of request: their truth, the clauses that make it so, and those that are asked at all.
struct Criteria {
    Group group;
    Set asked = 0;
};

inline Days episode_of(const Request& request) {
    return not_before(days_of(request.episode_since), days_of(request.birth_date, Evidence::none).first);
}

/// Whether a trial failed as the policy wants it, in this episode.
inline Truth trial_counts(const TrialsEntry& trial, Days episode) {
    constexpr Evidence none = Evidence::none;
    constexpr auto other = TrialsDrug::other;
    const Truth plain = all(opposite(is(trial.drug, other, none)), is(trial.adequate, YesNo::yes, none),
                            is(trial.intolerance, YesNo::no, none));
    if (plain == Truth::no) return Truth::no;
    return all(plain, is_at_least(amount(trial.length, 0, 40'000, none), 42),
               is_at_most(amount(trial.improvement, 0, 100, none), 25),
               is_on_or_before(episode, days_of(trial.started, none)));
}

/// The class of a drug; empty where the drug is not told.
inline Set class_of(const Fact<TrialsDrug>& drug) {
    return told(drug, Evidence::none) ? set_of(class_numbers[static_cast<int>(drug.value)]) : 0;
}

inline Different failed_classes(const Request& request, Days episode) {
    Different classes;
    for (const TrialsEntry& trial : request.trials.value)
        classes.add(trial_counts(trial, episode), class_of(trial.drug));
    return classes;
}

inline Truth has_baseline(const ScoresEntry& score) { return is(score.at_baseline, YesNo::yes, Evidence::none); }

/// Half the score, or remission.
inline Truth has_improved(const ScoresEntry& score) {
    using plan::esketamine::ScoresScale;
    const Amount before = amount(score.baseline, 0, 60, Evidence::none);
    const Amount now = amount(score.now, 0, 60, Evidence::none);
    const Truth halved = before.known && now.known
                             ? as_truth(before.digits * now.scale >= 2 * now.digits * before.scale)
                             : Truth::unknown;
    return any(all(has_baseline(score), halved),
               all(is(score.scale, ScoresScale::phq9, Evidence::none), is_less_than(now, 5)),
               all(is(score.scale, ScoresScale::madrs, Evidence::none), is_at_most(now, 10)));
}

/// Whether that holds of at least one score.
template <class Holds>
Truth of_any_score(const Request& request, Holds holds) {
    if (!told(request.scores)) return Truth::unknown;
    Truth found = Truth::no;
    for (const ScoresEntry& score : request.scores.value) found = any(found, holds(score));
    return found;
}

/// Judges clauses and remembers what was found of them.
class Judge {
public:
    explicit Judge(const Request& judged_request) : request(judged_request), readings(judged_request) {}

    Criteria initial();
    Criteria renewal();
    Truth other_use();

    const Request& request;
    Readings readings;
    Judged judged;

private:
    Group common();
    Group phases();
    Group resistant();
    Group suicidal();
    Group after_gap();
    Group only_if(Truth asked_under, Clause clause, Set below, Group body);
    Group row_group(Clause clause, Set rows);
    Group put(Clause clause, Group group);

    Set asked_ = 0;
};

}  // namespace hand::esketamine
