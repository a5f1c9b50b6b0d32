#pragma once

#include "tests/bench/by_hand/esketamine_findings.hpp"

/// The criteria of section E, judged clause by clause. Only what a kind of request asks is judged.
namespace hand::esketamine {

inline constexpr Set common_clauses = set_of(Clause::E_G2, Clause::E_G3, Clause::E_G4, Clause::E_G5, Clause::E_G6);
inline constexpr Set two_years_or_recurrent = set_of(Clause::E_TRD_T1_a, Clause::E_TRD_T1_b);
inline constexpr Set below_trd = two_years_or_recurrent | set_of(Clause::E_TRD_T1, Clause::E_TRD_T2, Clause::E_TRD_T3);
inline constexpr Set below_si = set_of(Clause::E_SI_S1, Clause::E_SI_S2, Clause::E_SI_S3, Clause::E_SI_star_1);
inline constexpr Set rows_1_to_4 = set_of(Clause::E_D1_a, Clause::E_D1_b, Clause::E_D1_c);
inline constexpr Set rows_5_to_8 = set_of(Clause::E_D2_a, Clause::E_D2_b, Clause::E_D2_c);
inline constexpr Set rows_from_9 = set_of(Clause::E_D3_a, Clause::E_D3_b);

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

inline Truth used_in_14_days(const Request& request, const Readings& readings, Truth is_asked) {
    const Truth in_time = all(is_on_or_before(readings.service, moved(readings.received, 14)),
                              is_on_or_before(readings.received, readings.service));
    return any(opposite(is_asked), all(is(request.product_named, YesNo::yes), in_time));
}

inline Truth is_rule_of_2026(const Readings& readings) {
    constexpr pol::Date first = pol::date_of(2026, 1, 1);
    return is_on_or_before({first, first}, readings.service);
}

inline Group Judge::common() {
    using plan::esketamine::Psychiatrist;
    const Truth is_asked = is_rule_of_2026(readings);
    judged.put(Clause::E_G2, all(is(request.site_certified, YesNo::yes), is(request.enrolled, YesNo::yes),
                                 is_at_least(amount(request.observation, 0, 24), 2)));
    judged.put(Clause::E_G4, opposite(is(request.psychiatrist, Psychiatrist::neither)));
    judged.put(Clause::E_G5, all(is(request.aneurysmal_disease, YesNo::no), is(request.malformation, YesNo::no),
                                 is(request.haemorrhage, YesNo::no)));
    judged.put(Clause::E_G6, is(request.pdmp_checked, YesNo::yes, Evidence::attested));
    Set asked = common_clauses;
    if (is_asked == Truth::no)
        asked &= ~set_of(Clause::E_G3);
    else
        judged.put(Clause::E_G3, used_in_14_days(request, readings, is_asked));
    asked_ |= asked;
    return all_of(judged, asked);
}

inline Group Judge::row_group(Clause clause, Set rows) {
    asked_ |= rows;
    return put(clause, any_of(judged, rows));
}

/// The three tables of doses.
inline Group Judge::phases() {
    using plan::esketamine::Dose1To4;
    const Truth is_trd = readings.is_for(request, Indication::trd);
    const Truth is_si = readings.is_for(request, Indication::si);
    const Amount& week = readings.from_week;
    const Truth twice_8 =
        all(is_exactly(amount(request.weekly_1_to_4, 0, 100), 2), is_at_most(amount(request.number_1_to_4, 0, 100), 8));
    judged.put(Clause::E_D1_a, all(is_trd, is_at_most(week, 4), is_exactly(amount(request.first_dose, 0, 500), 56),
                                   opposite(is(request.dose_1_to_4, Dose1To4::other)), twice_8));
    judged.put(Clause::E_D1_b, all(is_trd, is_at_least(week, 5)));
    judged.put(Clause::E_D1_c,
               all(is_si, is_among(request.dose_1_to_4, set_of(Dose1To4::mg84, Dose1To4::reduced)), twice_8));
    judged.put(Clause::E_D2_a,
               all(is_trd, is_at_most(week, 8), opposite(is(request.dose_5_to_8, plan::esketamine::Dose5To8::other)),
                   is_exactly(amount(request.weekly_5_to_8, 0, 100), 1),
                   is_at_most(amount(request.number_5_to_8, 0, 100), 4)));
    judged.put(Clause::E_D2_b, all(is_trd, is_at_least(week, 9)));
    judged.put(Clause::E_D2_c, is_si);
    judged.put(Clause::E_D3_a, all(is_trd, opposite(is(request.dose_from_9, plan::esketamine::DoseFrom9::other)),
                                   opposite(is(request.often_from_9, plan::esketamine::OftenFrom9::other))));
    judged.put(Clause::E_D3_b, is_si);
    return both(row_group(Clause::E_D1, rows_1_to_4),
                both(row_group(Clause::E_D2, rows_5_to_8), row_group(Clause::E_D3, rows_from_9)));
}

inline Group Judge::resistant() {
    using plan::esketamine::Mdd;
    const Truth is_asked = readings.is_for(request, Indication::trd);
    if (is_asked == Truth::no) return {};
    const Days episode = episode_of(request);
    const Days two_years_ago{pol::add_months(readings.asked_on.first, -24, calendar.short_months),
                             pol::add_months(readings.asked_on.last, -24, calendar.short_months)};
    judged.put(Clause::E_TRD_T1_a, all(is(request.mdd, Mdd::single), is_on_or_before(episode, two_years_ago)));
    judged.put(Clause::E_TRD_T1_b, all(is(request.mdd, Mdd::recurrent), is(request.psychotic, YesNo::no)));
    judged.put(Clause::E_TRD_T2,
               told(request.trials) ? failed_classes(request, episode).are_at_least(2) : Truth::unknown);
    judged.put(Clause::E_TRD_T3, of_any_score(request, has_baseline));
    const Group confirmed = put(Clause::E_TRD_T1, any_of(judged, two_years_or_recurrent));
    const Group body = both(confirmed, all_of(judged, set_of(Clause::E_TRD_T2, Clause::E_TRD_T3)));
    return only_if(is_asked, Clause::E_TRD, below_trd, body);
}

inline Group Judge::suicidal() {
    using plan::esketamine::Mdd;
    const Truth is_asked = readings.is_for(request, Indication::si);
    if (is_asked == Truth::no) return {};
    judged.put(Clause::E_SI_S1, all(opposite(is(request.mdd, Mdd::absent)), is(request.suicidal, YesNo::yes)));
    judged.put(Clause::E_SI_S2,
               all(is(request.intent_imminent, YesNo::yes), is(request.hospital_warranted, YesNo::yes)));
    judged.put(Clause::E_SI_S3, is(request.oral_antidepressant, YesNo::yes));
    judged.put(Clause::E_SI_star_1, is(request.si_course_before, YesNo::no));
    return only_if(is_asked, Clause::E_SI, below_si, all_of(judged, below_si));
}

inline Truth is_adult(const Request& request) {
    return static_cast<Truth>(
        pol::age_is_at_least(request.birth_date, request.date_of_request, 18, pol::AgeUnit::years, calendar));
}

/// After a gap the request is judged as a first one.
inline Group Judge::after_gap() {
    if (readings.gap == Truth::no) return {};
    constexpr Set own = set_of(Clause::E_G1, Clause::E_R3_star_1);
    judged.put(Clause::E_G1, is_adult(request));
    judged.put(Clause::E_R3_star_1, is_exactly(readings.from_week, 1));
    return only_if(readings.gap, Clause::E_R3, own, both(all_of(judged, own), resistant()));
}

inline Truth Judge::other_use() {
    constexpr Set uses = set_of(Indication::bipolar, Indication::anaesthesia, Indication::other);
    const Truth truth = is_among(request.indication, uses);
    judged.put(Clause::E_OTHER, truth);
    return truth;
}

inline Criteria Judge::initial() {
    asked_ = set_of(Clause::E_G1);
    judged.put(Clause::E_G1, is_adult(request));
    const Group age = all_of(judged, asked_);
    const Group group = both(both(age, common()), both(both(resistant(), suicidal()), phases()));
    return {group, asked_};
}

inline Criteria Judge::renewal() {
    const Truth is_steady = opposite(readings.gap);
    asked_ = 0;
    Set own = set_of(Clause::E_star_2);
    judged.put(Clause::E_star_2, readings.is_for(request, Indication::trd));
    if (is_steady != Truth::no) {
        own |= set_of(Clause::E_R1, Clause::E_star_1);
        judged.put(Clause::E_R1, any(readings.gap, of_any_score(request, has_improved)));
        judged.put(Clause::E_star_1, any(readings.gap, is_at_least(readings.from_week, 9)));
    }
    const Group repeated = put(Clause::E_R2, common());
    const Group group = both(both(all_of(judged, own), repeated), both(after_gap(), phases()));
    asked_ |= own;
    return {group, asked_};
}

}  // namespace hand::esketamine
