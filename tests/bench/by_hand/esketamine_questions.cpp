#include "tests/bench/by_hand/esketamine_questions.hpp"

#include "tests/bench/by_hand/esketamine_criteria.hpp"

namespace hand::esketamine {

void Asking::other_use() {
    want_indication(Clause::E_OTHER);
    asked_ |= set_of(Clause::E_OTHER);
}

void Asking::used_in_14_days() {
    constexpr Clause clause = Clause::E_G3;
    if (is_rule_of_2026(readings_) == Truth::unknown) want_service(clause);
    const Truth late = is_on_or_before(readings_.service, moved(readings_.received, 14));
    const Truth early = is_on_or_before(readings_.received, readings_.service);
    if (all(is(request_.product_named, YesNo::yes), late, early) != Truth::unknown) return;
    want_untold(FactId::product_named, request_.product_named, clause);
    if (late == Truth::unknown) {
        want_service(clause);
        want_day(FactId::product_received, request_.product_received, clause);
    }
    if (early == Truth::unknown) {
        want_day(FactId::product_received, request_.product_received, clause);
        want_service(clause);
    }
}

void Asking::common(Set open) {
    if (has(open, Clause::E_G2)) {
        want_untold(FactId::site_certified, request_.site_certified, Clause::E_G2);
        want_untold(FactId::enrolled, request_.enrolled, Clause::E_G2);
        want_amount(FactId::observation, request_.observation, 0, 24, Clause::E_G2);
    }
    if (has(open, Clause::E_G3)) used_in_14_days();
    if (has(open, Clause::E_G4)) want(FactId::psychiatrist, request_.psychiatrist, Clause::E_G4);
    if (has(open, Clause::E_G5)) {
        want_untold(FactId::aneurysmal_disease, request_.aneurysmal_disease, Clause::E_G5);
        want_untold(FactId::malformation, request_.malformation, Clause::E_G5);
        want_untold(FactId::haemorrhage, request_.haemorrhage, Clause::E_G5);
    }
    if (has(open, Clause::E_G6)) want(FactId::pdmp_checked, request_.pdmp_checked, Clause::E_G6, QuestionKind::attest);
}

void Asking::two_years() {
    constexpr Clause clause = Clause::E_TRD_T1_a;
    want_untold(FactId::mdd, request_.mdd, clause);
    const Days episode = episode_of(request_);
    const Days two_years_ago{pol::add_months(readings_.asked_on.first, -24, calendar.short_months),
                             pol::add_months(readings_.asked_on.last, -24, calendar.short_months)};
    if (is_on_or_before(episode, two_years_ago) != Truth::unknown) return;
    if (!pol::is_exact(episode)) want_day(FactId::episode_since, request_.episode_since, clause);
    want_day(FactId::date_of_request, request_.date_of_request, clause);
}

namespace {

/// What is missing of trials that may still make a difference, in the order in which it is asked.
struct MissingOfTrials {
    bool drug, episode, started, exact_start, adequate, length, intolerance, improvement;

    void add(const TrialsEntry& trial, Days episode_since) {
        constexpr Evidence none = Evidence::none;
        const Days start = days_of(trial.started, none);
        if (is_on_or_before(episode_since, start) == Truth::unknown) {
            episode |= !pol::is_exact(episode_since);
            started |= !told(trial.started, none);
            exact_start |= told(trial.started, none) && !pol::is_exact(start);
        }
        drug |= !told(trial.drug, none);
        adequate |= !told(trial.adequate, none);
        length |= !amount(trial.length, 0, 40'000, none).known;
        intolerance |= !told(trial.intolerance, none);
        improvement |= !amount(trial.improvement, 0, 100, none).known;
    }
};

}  // namespace

void Asking::trials() {
    constexpr Clause clause = Clause::E_TRD_T2;
    if (!told(request_.trials)) return want(FactId::trials, request_.trials, clause);
    const Days episode = episode_of(request_);
    const Different classes = failed_classes(request_, episode);
    MissingOfTrials missing{};
    for (const TrialsEntry& trial : request_.trials.value) {
        if (trial_counts(trial, episode) != Truth::unknown) continue;
        if (!classes.has_surely(class_of(trial.drug))) missing.add(trial, episode);
    }
    const auto ask = [&](bool is_missing, FactId field, QuestionKind kind = QuestionKind::answer) {
        if (is_missing) questions_.ask_field(field, kind, set_of(clause));
    };
    ask(missing.drug, FactId::trials_drug);
    if (missing.episode) want_day(FactId::episode_since, request_.episode_since, clause);
    ask(missing.started, FactId::trials_started);
    ask(missing.exact_start, FactId::trials_started, QuestionKind::exact_date);
    ask(missing.adequate, FactId::trials_adequate);
    ask(missing.length, FactId::trials_length);
    ask(missing.intolerance, FactId::trials_intolerance);
    ask(missing.improvement, FactId::trials_improvement);
}

void Asking::resistant(Set open) {
    if (has(open, Clause::E_TRD)) want_indication(Clause::E_TRD);
    if (has(open, Clause::E_TRD_T1_a)) two_years();
    if (has(open, Clause::E_TRD_T1_b)) {
        want_untold(FactId::mdd, request_.mdd, Clause::E_TRD_T1_b);
        want_untold(FactId::psychotic, request_.psychotic, Clause::E_TRD_T1_b);
    }
    if (has(open, Clause::E_TRD_T2)) trials();
    if (!has(open, Clause::E_TRD_T3)) return;
    if (told(request_.scores))
        questions_.ask_field(FactId::scores_at_baseline, QuestionKind::answer, set_of(Clause::E_TRD_T3));
    else
        want(FactId::scores, request_.scores, Clause::E_TRD_T3);
}

void Asking::suicidal(Set open) {
    if (has(open, Clause::E_SI)) want_indication(Clause::E_SI);
    if (has(open, Clause::E_SI_S1)) {
        want_untold(FactId::mdd, request_.mdd, Clause::E_SI_S1);
        want_untold(FactId::suicidal, request_.suicidal, Clause::E_SI_S1);
    }
    if (has(open, Clause::E_SI_S2)) {
        want_untold(FactId::intent_imminent, request_.intent_imminent, Clause::E_SI_S2);
        want_untold(FactId::hospital_warranted, request_.hospital_warranted, Clause::E_SI_S2);
    }
    if (has(open, Clause::E_SI_S3)) want(FactId::oral_antidepressant, request_.oral_antidepressant, Clause::E_SI_S3);
    if (has(open, Clause::E_SI_star_1)) want(FactId::si_course_before, request_.si_course_before, Clause::E_SI_star_1);
}

void Asking::initial(Set open) {
    open &= ~asked_;
    asked_ |= open;
    if (has(open, Clause::E_G1)) want_age(Clause::E_G1);
    common(open);
    resistant(open);
    suicidal(open);
    phases(open);
}

void Asking::renewal(Set open) {
    open &= ~asked_;
    asked_ |= open;
    if (has(open, Clause::E_R1)) improvement();
    common(open);
    if (has(open, Clause::E_R3)) want_gap(Clause::E_R3);
    if (has(open, Clause::E_G1)) want_age(Clause::E_G1);
    resistant(open);
    if (has(open, Clause::E_R3_star_1)) want_week(Clause::E_R3_star_1);
    if (has(open, Clause::E_star_1)) {
        want_gap(Clause::E_star_1);
        want_week(Clause::E_star_1);
    }
    if (has(open, Clause::E_star_2)) want_indication(Clause::E_star_2);
    phases(open);
}

}  // namespace hand::esketamine
