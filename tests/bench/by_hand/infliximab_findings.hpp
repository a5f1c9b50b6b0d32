#pragma once

#include "tests/bench/by_hand/answering.hpp"

#include <infliximab.hpp>

/// What the clauses on infliximab come to for one request. Internal to the evaluator by hand.
namespace hand::infliximab {

using plan::infliximab::Clause;
using plan::infliximab::ConventionalEntry;
using plan::infliximab::ConventionalMedicine;
using plan::infliximab::ConventionalOutcome;
using plan::infliximab::Decision;
using plan::infliximab::FactId;
using plan::infliximab::Indication;
using plan::infliximab::InfusionsEntry;
using plan::infliximab::Product;
using plan::infliximab::Request;
using plan::infliximab::TrialsDrug;
using plan::infliximab::TrialsEntry;
using plan::infliximab::TrialsResult;
using pol::YesNo;

inline constexpr pol::CalendarRules calendar{pol::ShortMonths::take_last_day, pol::LeapBirthday::march_1};
inline constexpr pol::Date second_version_from = pol::date_of(2022, 4, 1);
inline constexpr pol::Date third_version_from = pol::date_of(2023, 1, 1);

inline Truth is_before(Days day, pol::Date limit) { return between(day.last < limit, day.first < limit); }

/// What several clauses read.
struct Readings {
    explicit Readings(const Request& request)
        : asked_on(days_of(request.date_of_request)),
          service(days_of(request.date_of_service)),
          in_first_version(is_before(service, second_version_from)),
          in_third_version(opposite(is_before(service, third_version_from))) {}

    Days asked_on;
    Days service;
    /// The first day of service chooses the version.
    Truth in_first_version;
    Truth in_third_version;
};

/// Whether the time of an approval is cut where a version ends: twelve months would pass its end.
struct Cut {
    Truth near_second;
    Truth near_third;
    Truth renflexis;
    Truth others;

    Cut(const Request& request, const Readings& readings) {
        constexpr Set no_longer_preferred = set_of(Product::avsola, Product::remicade, Product::unbranded);
        near_second = all(readings.in_first_version, is_before(readings.asked_on, second_version_from),
                          opposite(is_before(readings.service, pol::date_of(2021, 4, 1))));
        near_third = all(opposite(readings.in_third_version), is_before(readings.asked_on, third_version_from),
                         opposite(is_before(readings.service, pol::date_of(2022, 1, 1))));
        renflexis = all(is(request.product, Product::renflexis), near_second);
        others = all(is_among(request.product, no_longer_preferred), near_third);
    }
};

/// The year of an approval that holds the day, all years counted from the first start.
inline pol::Period year_of(pol::Date first_start, pol::Date day) {
    const auto start_of = [&](int year) { return pol::add_months(first_start, 12 * year, calendar.short_months); };
    int year = pol::to_civil(day).year - pol::to_civil(first_start).year;
    if (start_of(year) > day) --year;
    return {start_of(year), pol::add_days(start_of(year + 1), -1)};
}

/// Whether both dates are told and the service lies behind the first year.
inline bool is_renewable(const Request& request) {
    return request.first_start.presence == pol::Presence::given &&
           request.date_of_service.presence == pol::Presence::given &&
           request.date_of_service.value >= pol::add_months(request.first_start.value, 12, calendar.short_months);
}

/// The criteria of one kind of request: their truth, the clauses that make it so, and those that are asked at all.
struct Criteria {
    Group group;
    Set asked = 0;
};

inline Truth is_aged(const Request& request, int years) {
    return static_cast<Truth>(
        pol::age_is_at_least(request.birth_date, request.date_of_request, years, pol::AgeUnit::years, calendar));
}

inline constexpr Set labeled_from_six = set_of(Indication::crohn, Indication::colitis);
inline constexpr Set labeled_for_adults =
    set_of(Indication::spondylitis, Indication::psoriasis, Indication::psoriatic, Indication::rheumatoid);

/// Whether use and age are within the label, by who it is labeled for.
struct Labeled {
    Truth from_six = Truth::no;
    Truth adult = Truth::no;
    Truth stated = Truth::no;

    explicit Labeled(const Request& request) {
        const auto& use = request.indication;
        const Truth is_for_six = is_among(use, labeled_from_six);
        const Truth is_for_adults = is_among(use, labeled_for_adults);
        if (is_for_six != Truth::no) from_six = all(is_for_six, is_aged(request, 6));
        if (is_for_adults != Truth::no) adult = all(is_for_adults, is_aged(request, 18));
        stated = all(is(use, Indication::other_labeled), is(request.within_label, YesNo::yes));
    }
    [[nodiscard]] Truth truth() const { return any(from_six, adult, stated); }
};

// ---- entries of lists ---------------------------------------------------------------------------------------------

/// Whether that holds of at least one entry.
template <class Entry, class Holds>
Truth of_any(const Fact<pol::List<Entry>>& list, Holds holds) {
    if (!told(list)) return Truth::unknown;
    Truth found = Truth::no;
    for (const Entry& entry : list.value) found = any(found, holds(entry));
    return found;
}

inline constexpr Set immunosuppressants =
    set_of(ConventionalMedicine::corticosteroid, ConventionalMedicine::azathioprine,
           ConventionalMedicine::mercaptopurine, ConventionalMedicine::methotrexate);

inline Truth did_not_help(const ConventionalEntry& therapy) {
    constexpr Set outcomes = set_of(ConventionalOutcome::failed, ConventionalOutcome::not_tolerated);
    return all(is_among(therapy.medicine, immunosuppressants, Evidence::none),
               is_among(therapy.outcome, outcomes, Evidence::none));
}
inline Truth is_ruled_out(const ConventionalEntry& therapy) {
    return all(is_among(therapy.medicine, immunosuppressants, Evidence::none),
               is(therapy.outcome, ConventionalOutcome::contraindicated, Evidence::none));
}
inline Truth is_unsuccessful_nsaid(const ConventionalEntry& therapy) {
    return all(is(therapy.medicine, ConventionalMedicine::nsaid, Evidence::none),
               opposite(is(therapy.outcome, ConventionalOutcome::worked, Evidence::none)));
}
inline Truth was_long_enough(const ConventionalEntry& therapy) {
    return is_at_least(amount(therapy.taken, 0, 40'000, Evidence::none), 90);
}
inline Truth is_tried(const ConventionalEntry& therapy) {
    constexpr Set outcomes = set_of(ConventionalOutcome::not_tolerated, ConventionalOutcome::contraindicated);
    return any(was_long_enough(therapy), is_among(therapy.outcome, outcomes, Evidence::none));
}

/// An infusion in the 90 days before the request.
struct Infused {
    Truth not_later;
    Truth not_earlier;
    Truth counts;

    Infused(const InfusionsEntry& infusion, Days asked_on) {
        const Days day = days_of(infusion.day, Evidence::none);
        not_later = is_on_or_before(day, asked_on);
        not_earlier = is_on_or_before(moved(asked_on, -90), day);
        counts = all(not_later, not_earlier, is(infusion.sample, YesNo::no, Evidence::none));
    }
};

/// Whether the product is one of those to be tried first, which the version says.
inline Truth is_preferred(const TrialsEntry& trial, Truth in_third_version) {
    constexpr Set preferred_now = set_of(TrialsDrug::inflectra, TrialsDrug::renflexis);
    return all(any(opposite(in_third_version), is_among(trial.drug, preferred_now, Evidence::none)),
               any(in_third_version, opposite(is(trial.drug, TrialsDrug::renflexis, Evidence::none))));
}

/// Whether a trial of a preferred product ended that way, as the policy wants it.
inline Truth trial_counts(const TrialsEntry& trial, TrialsResult result, Truth in_third_version) {
    const Truth ended_so = is(trial.result, result, Evidence::none);
    if (ended_so == Truth::no) return Truth::no;
    const Truth is_proved = result == TrialsResult::inadequate
                                ? is_at_least(amount(trial.length, 0, 40'000, Evidence::none), 90)
                                : is(trial.expected_again, YesNo::no, Evidence::none);
    return all(ended_so, is_proved, is(trial.records, YesNo::yes, Evidence::none),
               is_preferred(trial, in_third_version));
}

inline Different tried(const Request& request, TrialsResult result, Truth in_third_version) {
    Different drugs;
    for (const TrialsEntry& trial : request.trials.value)
        drugs.add(trial_counts(trial, result, in_third_version), value_of(trial.drug));
    return drugs;
}
inline Different ruled_out(const Request& request) {
    Different medicines;
    for (const ConventionalEntry& therapy : request.conventional.value)
        medicines.add(is_ruled_out(therapy), value_of(therapy.medicine));
    return medicines;
}
inline Truth are_ruled_out(const Request& request) {
    return told(request.conventional) ? ruled_out(request).are_at_least(4) : Truth::unknown;
}

/// Judges clauses and remembers what was found of them.
class Judge {
public:
    explicit Judge(const Request& judged_request) : request(judged_request), readings(judged_request) {}

    /// What comes before the criteria for commercial members: a product or a use that the version does not decide.
    void unlisted();
    Criteria initial();
    Criteria renewal();
    Criteria expansion();

    const Request& request;
    Readings readings;
    Judged judged;

private:
    Group one_indication();
    Group preferred_first();
    Group going_on_or_new();
    Group no_other_biologic();
    Group dose();
    void put_crohn();
    void put_trials();
    [[nodiscard]] Truth have_tried(int wanted, TrialsResult result, Truth in_third_version) const;
    Group only_if(Truth asked_under, Clause clause, Set below, Group body);
    Group put(Clause clause, Group group);

    Set asked_ = 0;
};

}  // namespace hand::infliximab
