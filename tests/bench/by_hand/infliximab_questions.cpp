#include "tests/bench/by_hand/infliximab_questions.hpp"

#include <utility>

namespace hand::infliximab {

void Asking::unlisted(Set open) {
    open = not_asked(open);
    if (has(open, Clause::COM_NL)) {
        want_version(Clause::COM_NL);
        want_product(Clause::COM_NL);
    }
    // Where only the product keeps it open there is nothing to ask for it.
    if (has(open, Clause::COM_OTH)) {
        want_version(Clause::COM_OTH);
        want_indication(Clause::COM_OTH);
    }
}

namespace {

constexpr Evidence none = Evidence::none;

}  // namespace

/// What is missing of therapies of which it is open whether that holds.
template <class Holds>
void Asking::want_of_therapies(Clause clause, Holds holds) {
    bool is_medicine_missing = false;
    bool is_outcome_missing = false;
    for (const ConventionalEntry& therapy : request_.conventional.value) {
        if (holds(therapy) != Truth::unknown) continue;
        is_medicine_missing |= !told(therapy.medicine, none);
        is_outcome_missing |= !told(therapy.outcome, none);
    }
    want_field(is_medicine_missing, FactId::conventional_medicine, clause);
    want_field(is_outcome_missing, FactId::conventional_outcome, clause);
}

/// Crohn's disease after an immunosuppressant: one that did not help, or all of them ruled out.
void Asking::crohn(Clause clause) {
    want_indication(clause);
    want_untold(FactId::severity, request_.severity, clause);
    if (!told(request_.conventional)) return want(FactId::conventional, request_.conventional, clause);
    const Different medicines = ruled_out(request_);
    const Truth are_all_ruled_out = medicines.are_at_least(4);
    if (any(of_any(request_.conventional, did_not_help), are_all_ruled_out) != Truth::unknown) return;
    want_of_therapies(clause, did_not_help);
    if (are_all_ruled_out == Truth::unknown)
        want_of_therapies(clause, [&](const ConventionalEntry& therapy) {
            return medicines.has_surely(value_of(therapy.medicine)) ? Truth::no : is_ruled_out(therapy);
        });
}

void Asking::unsuccessful_nsaid() {
    constexpr Clause clause = Clause::COM_V1_AS;
    if (!told(request_.conventional)) return want(FactId::conventional, request_.conventional, clause);
    if (of_any(request_.conventional, is_unsuccessful_nsaid) == Truth::unknown)
        want_of_therapies(clause, is_unsuccessful_nsaid);
}

void Asking::one_indication(Set open) {
    if (has(open, Clause::COM_V1)) want_version(Clause::COM_V1);
    if (has(open, Clause::COM_V1_AS)) {
        want_indication(Clause::COM_V1_AS);
        want_untold(FactId::active, request_.active, Clause::COM_V1_AS);
        if (is_aged(request_, 18) == Truth::unknown) want_age(Clause::COM_V1_AS);
        unsuccessful_nsaid();
    }
    if (has(open, Clause::COM_V1_CD)) {
        crohn(Clause::COM_V1_CD);
        if (is_aged(request_, 18) == Truth::unknown) want_age(Clause::COM_V1_CD);
    }
    if (has(open, Clause::COM_V1_pCD)) {
        crohn(Clause::COM_V1_pCD);
        const bool is_age_open = is_aged(request_, 6) == Truth::unknown || is_aged(request_, 18) == Truth::unknown;
        if (is_age_open) want_age(Clause::COM_V1_pCD);
    }
    if (has(open, Clause::COM_V1_fCD)) {
        want_indication(Clause::COM_V1_fCD);
        want_untold(FactId::fistulas, request_.fistulas, Clause::COM_V1_fCD);
        if (is_aged(request_, 18) == Truth::unknown) want_age(Clause::COM_V1_fCD);
    }
}

namespace {

/// What is missing of trials that may still make a difference, in the order in which it is asked.
struct MissingOfTrials {
    bool drug, version, result, length, expected_again, records;

    void add(const TrialsEntry& trial, TrialsResult wanted, Truth in_third_version) {
        drug |= !told(trial.drug, none);
        version |= in_third_version == Truth::unknown && is_preferred(trial, in_third_version) == Truth::unknown;
        result |= !told(trial.result, none);
        if (wanted == TrialsResult::inadequate)
            length |= !amount(trial.length, 0, 40'000, none).known;
        else
            expected_again |= !told(trial.expected_again, none);
        records |= !told(trial.records, none);
    }
};

}  // namespace

void Asking::trials(Clause clause, TrialsResult result, Truth in_third_version) {
    if (!told(request_.trials)) return want(FactId::trials, request_.trials, clause);
    const Different drugs = tried(request_, result, in_third_version);
    MissingOfTrials missing{};
    for (const TrialsEntry& trial : request_.trials.value)
        if (!drugs.has_surely(value_of(trial.drug)) && trial_counts(trial, result, in_third_version) == Truth::unknown)
            missing.add(trial, result, in_third_version);
    want_field(missing.drug, FactId::trials_drug, clause);
    if (missing.version) want_version(clause);
    want_field(missing.result, FactId::trials_result, clause);
    want_field(missing.length, FactId::trials_length, clause);
    want_field(missing.expected_again, FactId::trials_expected_again, clause);
    want_field(missing.records, FactId::trials_records, clause);
}

void Asking::preferred_first(Set open) {
    const Truth third = readings_.in_third_version;
    const auto all_ruled_out = [&](Clause clause, int wanted, Truth in_third_version) {
        want_version(clause);
        const bool is_told = told(request_.trials);
        const Different drugs = tried(request_, TrialsResult::contraindicated, in_third_version);
        if (!is_told || drugs.are_at_least(wanted) == Truth::unknown)
            trials(clause, TrialsResult::contraindicated, in_third_version);
    };
    if (has(open, Clause::COM_T1)) want_version(Clause::COM_T1);
    if (has(open, Clause::COM_T1_a_1)) want_product(Clause::COM_T1_a_1);
    for (const Clause row : {Clause::COM_T1_a_2, Clause::COM_T1_a_3}) {
        if (!has(open, row)) continue;
        want_product(row);
        want_version(row);
    }
    if (has(open, Clause::COM_T1_b)) trials(Clause::COM_T1_b, TrialsResult::inadequate, third);
    if (has(open, Clause::COM_T1_c)) trials(Clause::COM_T1_c, TrialsResult::not_tolerated, third);
    if (has(open, Clause::COM_T1_d_i)) all_ruled_out(Clause::COM_T1_d_i, 4, Truth::no);
    if (has(open, Clause::COM_T1_d_ii)) all_ruled_out(Clause::COM_T1_d_ii, 2, Truth::yes);
}

namespace {

/// What is missing of infusions, in the order in which it is asked.
struct MissingOfInfusions {
    /// Of a day and of the day of the request, to know that it was not later, and not earlier than 90 days before.
    struct OfDay {
        bool day, exact_day, asked_on;

        void add(Truth in_order, const InfusionsEntry& infusion, Days request_day) {
            if (in_order != Truth::unknown) return;
            day |= !told(infusion.day, none);
            exact_day |= told(infusion.day, none) && !pol::is_exact(infusion.day.value);
            asked_on |= !pol::is_exact(request_day);
        }
    };
    OfDay not_later, not_earlier;
    bool sample;

    void add(const InfusionsEntry& infusion, Days request_day) {
        const Infused infused(infusion, request_day);
        if (infused.counts != Truth::unknown) return;
        not_later.add(infused.not_later, infusion, request_day);
        not_earlier.add(infused.not_earlier, infusion, request_day);
        sample |= !told(infusion.sample, none);
    }
};

}  // namespace

void Asking::recent_infusion() {
    constexpr Clause clause = Clause::COM_T2_a;
    if (!told(request_.infusions)) return want(FactId::infusions, request_.infusions, clause);
    MissingOfInfusions missing{};
    for (const InfusionsEntry& infusion : request_.infusions.value) {
        if (Infused(infusion, readings_.asked_on).counts == Truth::yes) return;
        missing.add(infusion, readings_.asked_on);
    }
    want_field(missing.not_later.day, FactId::infusions_day, clause);
    want_field(missing.not_later.exact_day, FactId::infusions_day, clause, QuestionKind::exact_date);
    if (missing.not_later.asked_on || missing.not_earlier.asked_on)
        want_day(FactId::date_of_request, request_.date_of_request, clause);
    want_field(missing.not_earlier.day, FactId::infusions_day, clause);
    want_field(missing.not_earlier.exact_day, FactId::infusions_day, clause, QuestionKind::exact_date);
    want_field(missing.sample, FactId::infusions_sample, clause);
}

/// Use and age within the label.
void Asking::label(Clause clause) {
    const Labeled labeled(request_);
    if (labeled.truth() != Truth::unknown) return;
    want_indication(clause);
    const bool is_age_open = (labeled.from_six == Truth::unknown && is_aged(request_, 6) == Truth::unknown) ||
                             (labeled.adult == Truth::unknown && is_aged(request_, 18) == Truth::unknown);
    if (is_age_open) want_age(clause);
    if (labeled.stated == Truth::unknown) want_untold(FactId::within_label, request_.within_label, clause);
}

void Asking::tried_therapy() {
    constexpr Clause clause = Clause::COM_T2_b_T2b3;
    if (!told(request_.conventional)) return want(FactId::conventional, request_.conventional, clause);
    bool is_taken_missing = false;
    bool is_outcome_missing = false;
    for (const ConventionalEntry& therapy : request_.conventional.value) {
        if (is_tried(therapy) != Truth::unknown) continue;
        is_taken_missing |= was_long_enough(therapy) == Truth::unknown;
        is_outcome_missing |= !told(therapy.outcome, none);
    }
    want_field(is_taken_missing, FactId::conventional_taken, clause);
    want_field(is_outcome_missing, FactId::conventional_outcome, clause);
}

void Asking::new_patient(Set open) {
    if (has(open, Clause::COM_T2_b_T2b1)) {
        want_indication(Clause::COM_T2_b_T2b1);
        want_untold(FactId::compendia, request_.compendia, Clause::COM_T2_b_T2b1);
    }
    if (has(open, Clause::COM_T2_b_T2b2)) {
        label(Clause::COM_T2_b_T2b2);
        want_untold(FactId::age_supported, request_.age_supported, Clause::COM_T2_b_T2b2);
    }
    if (has(open, Clause::COM_T2_b_T2b3)) tried_therapy();
    if (has(open, Clause::COM_T2_b_T2b4)) want(FactId::specialist, request_.specialist, Clause::COM_T2_b_T2b4);
}

void Asking::going_on_or_new(Set open) {
    if (has(open, Clause::COM_T2)) want_version(Clause::COM_T2);
    if (has(open, Clause::COM_T2_a)) {
        recent_infusion();
        want_untold(FactId::at_risk, request_.at_risk, Clause::COM_T2_a);
    }
    new_patient(open);
}

void Asking::no_other_biologic(Set open) {
    if (!has(open, Clause::COM_T3)) return;
    want_version(Clause::COM_T3);
    want_untold(FactId::other_biologic, request_.other_biologic, Clause::COM_T3);
}

void Asking::dose(Set open) {
    if (has(open, Clause::COM_T4)) want_version(Clause::COM_T4);
    for (const Clause row : {Clause::COM_T4_a, Clause::COM_T4_b, Clause::COM_T4_c, Clause::COM_T4_d}) {
        if (!has(open, row)) continue;
        const bool is_by_use = row != Clause::COM_T4_d;
        if (is_by_use) {
            want_indication(row);
            want_untold(FactId::first_doses, request_.first_doses, row);
        }
        want_amount(FactId::dose, request_.dose, 0, 100, row);
        want_amount(FactId::interval, request_.interval, 1, 400, row);
        if (!is_by_use) want_untold(FactId::response_lost, request_.response_lost, row);
    }
}

void Asking::initial(Set open) {
    open = not_asked(open);
    one_indication(open);
    preferred_first(open);
    going_on_or_new(open);
    no_other_biologic(open);
    dose(open);
}

void Asking::renewal(Set open) {
    open = not_asked(open);
    if (has(open, Clause::COM_R1)) want(FactId::approved_before, request_.approved_before, Clause::COM_R1);
    if (has(open, Clause::COM_R2)) want(FactId::benefits, request_.benefits, Clause::COM_R2);
    preferred_first(open);
    no_other_biologic(open);
    dose(open);
}

void Asking::expansion(Set open) {
    open = not_asked(open);
    if (has(open, Clause::ME_1)) label(Clause::ME_1);
    if (has(open, Clause::ME_2)) want(FactId::compendia, request_.compendia, Clause::ME_2);
}

void Asking::amounts(Clause clause) {
    want_amount(FactId::dose, request_.dose, 0, 100, clause);
    want_amount(FactId::weight, request_.weight, 1, 700, clause);
}

/// The start, what may cut the time, and the amounts.
void Asking::commercial_approval() {
    constexpr Clause clause = Clause::COM_DUR;
    want_day(FactId::date_of_service, request_.date_of_service, clause);
    const Cut cut(request_, readings_);
    for (const auto& [holds, is_near] : {std::pair{cut.renflexis, cut.near_second}, {cut.others, cut.near_third}}) {
        if (holds != Truth::unknown) continue;
        want_product(clause);
        if (is_near == Truth::unknown) want_day(FactId::date_of_request, request_.date_of_request, clause);
    }
    amounts(clause);
}

void Asking::expansion_approval() {
    constexpr Clause clause = Clause::ME_DUR;
    want_day(FactId::date_of_service, request_.date_of_service, clause);
    amounts(clause);
}

void Asking::expansion_renewal() {
    constexpr Clause clause = Clause::ME_DUR;
    const auto& first = request_.first_start;
    const auto& service = request_.date_of_service;
    const bool are_told = first.presence == pol::Presence::given && service.presence == pol::Presence::given;
    if (are_told && !is_renewable(request_)) {
        want(FactId::first_start, first, clause, QuestionKind::resolve);
        want(FactId::date_of_service, service, clause, QuestionKind::resolve);
    }
    want_day(FactId::first_start, first, clause);
    want_day(FactId::date_of_service, service, clause);
    amounts(clause);
}

}  // namespace hand::infliximab
