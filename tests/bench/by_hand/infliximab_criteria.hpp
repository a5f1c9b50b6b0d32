#pragma once

#include "tests/bench/by_hand/infliximab_findings.hpp"

/// The criteria on infliximab, judged clause by clause. Only what a kind of request asks is judged.
namespace hand::infliximab {

inline constexpr Set below_v1 = set_of(Clause::COM_V1_AS, Clause::COM_V1_CD, Clause::COM_V1_pCD, Clause::COM_V1_fCD);
inline constexpr Set preferred_rows = set_of(Clause::COM_T1_a_1, Clause::COM_T1_a_2, Clause::COM_T1_a_3);
inline constexpr Set two_tried = set_of(Clause::COM_T1_b, Clause::COM_T1_c);
inline constexpr Set all_contraindicated = set_of(Clause::COM_T1_d_i, Clause::COM_T1_d_ii);
inline constexpr Set new_patient =
    set_of(Clause::COM_T2_b_T2b1, Clause::COM_T2_b_T2b2, Clause::COM_T2_b_T2b3, Clause::COM_T2_b_T2b4);
inline constexpr Set dose_rows = set_of(Clause::COM_T4_a, Clause::COM_T4_b, Clause::COM_T4_c, Clause::COM_T4_d);
inline constexpr Set asked_of_expansion = set_of(Clause::ME_1, Clause::ME_2);

inline Group Judge::put(Clause clause, Group group) {
    judged.put(clause, group.truth);
    asked_ |= set_of(clause);
    return group;
}

/// An item that is asked only of some: left out with all below it, or open itself while that is unknown.
inline Group Judge::only_if(Truth asked_under, Clause clause, Set below, Group body) {
    asked_ |= below;
    if (asked_under == Truth::yes || body.truth == Truth::yes) return put(clause, body);
    if (body.truth == Truth::no) body.clauses = 0;
    return put(clause, {Truth::unknown, body.clauses | set_of(clause)});
}

inline Truth is_severe_crohn(const Request& request) {
    using plan::infliximab::Severity;
    return all(is(request.indication, Indication::crohn), opposite(is(request.severity, Severity::mild)));
}
inline Truth is_after_immunosuppressant(const Request& request) {
    return any(of_any(request.conventional, did_not_help), are_ruled_out(request));
}

inline void Judge::put_crohn() {
    using plan::infliximab::Fistulas;
    const Truth is_crohn = is(request.indication, Indication::crohn);
    const Truth step =
        is_crohn == Truth::no ? Truth::no : all(is_severe_crohn(request), is_after_immunosuppressant(request));
    const Truth adult = is_crohn == Truth::no ? Truth::no : is_aged(request, 18);
    const Truth from_six = step == Truth::no ? Truth::no : is_aged(request, 6);
    judged.put(Clause::COM_V1_CD, all(step, adult));
    judged.put(Clause::COM_V1_pCD, all(step, from_six, opposite(adult)));
    judged.put(Clause::COM_V1_fCD, all(is_crohn, opposite(is(request.fistulas, Fistulas::never)), adult));
}

inline Group Judge::one_indication() {
    if (readings.in_first_version == Truth::no) return {};
    const Truth is_active = all(is(request.indication, Indication::spondylitis), is(request.active, YesNo::yes));
    judged.put(Clause::COM_V1_AS, is_active == Truth::no ? Truth::no
                                                         : all(is_active, is_aged(request, 18),
                                                               of_any(request.conventional, is_unsuccessful_nsaid)));
    put_crohn();
    return only_if(readings.in_first_version, Clause::COM_V1, below_v1, any_of(judged, below_v1));
}

inline Truth Judge::have_tried(int wanted, TrialsResult result, Truth in_third_version) const {
    return told(request.trials) ? tried(request, result, in_third_version).are_at_least(wanted) : Truth::unknown;
}

inline void Judge::put_trials() {
    const Truth third = readings.in_third_version;
    judged.put(Clause::COM_T1_b, have_tried(2, TrialsResult::inadequate, third));
    judged.put(Clause::COM_T1_c, have_tried(2, TrialsResult::not_tolerated, third));
    if (third != Truth::yes)
        judged.put(Clause::COM_T1_d_i, any(third, have_tried(4, TrialsResult::contraindicated, Truth::no)));
    if (third != Truth::no)
        judged.put(Clause::COM_T1_d_ii, any(opposite(third), have_tried(2, TrialsResult::contraindicated, Truth::yes)));
}

inline Group Judge::preferred_first() {
    const Truth is_asked = opposite(readings.in_first_version);
    if (is_asked == Truth::no) return {};
    constexpr Set preferred_in_second = set_of(Product::remicade, Product::unbranded, Product::avsola);
    const Truth third = readings.in_third_version;
    judged.put(Clause::COM_T1_a_1, is(request.product, Product::inflectra));
    judged.put(Clause::COM_T1_a_2, all(is_among(request.product, preferred_in_second), opposite(third)));
    judged.put(Clause::COM_T1_a_3, all(is(request.product, Product::renflexis), third));
    put_trials();
    Set contraindicated = all_contraindicated;
    if (third == Truth::yes) contraindicated = set_of(Clause::COM_T1_d_ii);
    if (third == Truth::no) contraindicated = set_of(Clause::COM_T1_d_i);
    const Group is_preferred = put(Clause::COM_T1_a, any_of(judged, preferred_rows));
    const Group none_possible = put(Clause::COM_T1_d, all_of(judged, contraindicated));
    return only_if(is_asked, Clause::COM_T1, preferred_rows | two_tried | contraindicated,
                   either(any_of(judged, two_tried), either(is_preferred, none_possible)));
}

inline Group Judge::going_on_or_new() {
    using plan::infliximab::Specialist;
    const Truth is_asked = opposite(readings.in_first_version);
    if (is_asked == Truth::no) return {};
    const auto is_recent = [&](const InfusionsEntry& infusion) { return Infused(infusion, readings.asked_on).counts; };
    constexpr Set unlabeled = set_of(Indication::juvenile, Indication::other);
    judged.put(Clause::COM_T2_a, all(of_any(request.infusions, is_recent), is(request.at_risk, YesNo::yes)));
    judged.put(Clause::COM_T2_b_T2b1,
               any(opposite(is_among(request.indication, unlabeled)), is(request.compendia, YesNo::yes)));
    judged.put(Clause::COM_T2_b_T2b2, any(Labeled(request).truth(), is(request.age_supported, YesNo::yes)));
    judged.put(Clause::COM_T2_b_T2b3, of_any(request.conventional, is_tried));
    judged.put(Clause::COM_T2_b_T2b4, opposite(is(request.specialist, Specialist::neither)));
    const Group is_new = put(Clause::COM_T2_b, all_of(judged, new_patient));
    constexpr Set going_on = set_of(Clause::COM_T2_a);
    return only_if(is_asked, Clause::COM_T2, new_patient | going_on, either(any_of(judged, going_on), is_new));
}

inline Group Judge::no_other_biologic() {
    if (readings.in_first_version == Truth::yes) return {};
    constexpr Set own = set_of(Clause::COM_T3);
    judged.put(Clause::COM_T3, any(readings.in_first_version, is(request.other_biologic, YesNo::no)));
    asked_ |= own;
    return all_of(judged, own);
}

inline Group Judge::dose() {
    const Truth is_asked = opposite(readings.in_first_version);
    if (is_asked == Truth::no) return {};
    const Amount dose = amount(request.dose, 0, 100);
    const Amount days = amount(request.interval, 1, 400);
    const Truth in_first_weeks = opposite(is(request.first_doses, plan::infliximab::FirstDoses::other_weeks));
    const Truth at_most_5 = is_at_most(dose, 5);
    const Truth eight_weeks = is_at_least(days, 56);
    const Truth is_rheumatoid = is(request.indication, Indication::rheumatoid);
    const Truth is_spondylitis = is(request.indication, Indication::spondylitis);
    judged.put(Clause::COM_T4_a, all(is_rheumatoid, in_first_weeks, is_at_most(dose, 3), eight_weeks));
    judged.put(Clause::COM_T4_b, all(is_spondylitis, in_first_weeks, at_most_5, is_at_least(days, 42)));
    judged.put(Clause::COM_T4_c,
               all(opposite(any(is_rheumatoid, is_spondylitis)), in_first_weeks, at_most_5, eight_weeks));
    judged.put(Clause::COM_T4_d,
               all(is_at_most(dose, 10), is_at_least(days, 28), is(request.response_lost, YesNo::yes)));
    return only_if(is_asked, Clause::COM_T4, dose_rows, any_of(judged, dose_rows));
}

/// A product that the version does not list is not governed by it, whatever its text says of the use.
inline void Judge::unlisted() {
    constexpr Set other_uses = set_of(Indication::juvenile, Indication::psoriasis, Indication::psoriatic,
                                      Indication::rheumatoid, Indication::colitis);
    const Truth first = readings.in_first_version;
    const Truth is_unlisted = all(first, is(request.product, Product::avsola));
    judged.put(Clause::COM_NL, is_unlisted);
    judged.put(Clause::COM_OTH, all(first, is_among(request.indication, other_uses), opposite(is_unlisted)));
}

inline Criteria Judge::initial() {
    asked_ = 0;
    const Group first = both(no_other_biologic(), both(one_indication(), preferred_first()));
    const Group group = both(first, both(going_on_or_new(), dose()));
    return {group, asked_};
}

inline Criteria Judge::renewal() {
    constexpr Set own = set_of(Clause::COM_R1, Clause::COM_R2);
    judged.put(Clause::COM_R1, is(request.approved_before, YesNo::yes, Evidence::none));
    judged.put(Clause::COM_R2, is(request.benefits, YesNo::yes));
    asked_ = own;
    const Group again = both(all_of(judged, own), both(no_other_biologic(), preferred_first()));
    const Group group = both(again, dose());
    return {group, asked_};
}

inline Criteria Judge::expansion() {
    judged.put(Clause::ME_1, Labeled(request).truth());
    judged.put(Clause::ME_2, is(request.compendia, YesNo::yes));
    return {any_of(judged, asked_of_expansion), asked_of_expansion};
}

}  // namespace hand::infliximab
