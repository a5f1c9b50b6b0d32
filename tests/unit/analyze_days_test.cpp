#include "tests/support/analyzed_clinic.hpp"

#include <doctest/doctest.h>

using namespace pol;
using namespace pol::testing;
using model::AgeOperator;
using model::NumberOperator;

namespace {

using Clinic = AnalyzedClinic;

constexpr auto not_below = NumberOperator::is_at_least;
constexpr auto below = NumberOperator::is_less_than;
constexpr auto proved = PropertyResult::Verdict::proved;

}  // namespace

TEST_CASE("days are tested around what they are compared with") {
    Clinic clinic;
    const model::Day dose = clinic.builder.day("last_dose");
    const model::Condition long_ago = is_on_or_before(dose, clinic.service(-84));
    const model::Condition recent = is_before(clinic.service(-84), dose);
    CHECK(clinic.member(long_ago, recent) == "none");
    Clinic other;
    CHECK(other.member(long_ago, is_on_or_before(other.service(-84), dose)) ==
          "`last_dose` is 2027-01-01, `date_of_service` is 2027-03-26");
}

TEST_CASE("days as written are found however far they are") {
    Clinic clinic;
    const model::Day onset = clinic.builder.day("onset");
    const model::Day written = fixed_day(date_of(1999, 7, 3));
    CHECK(clinic.member(is_on_or_before(onset, written), is_on_or_before(written, onset)) == "`onset` is 1999-07-03");
    Clinic other;
    CHECK(other.member(is_before(onset, written), is_on_or_before(written, onset)) == "none");
}

TEST_CASE("a chain of days is found across its links") {
    Clinic clinic;
    const model::Day onset = clinic.builder.day("onset");
    const model::Day dose = clinic.builder.day("last_dose");
    // The onset is at least 10 days before the last dose, and that at least 84 before the service.
    const model::Condition chain = all_of({is_on_or_before(onset, clinic.builder.day("last_dose", days(-10))),
                                           is_on_or_before(dose, clinic.service(-84))});
    CHECK(clinic.member(chain, is_on_or_before(clinic.service(-94), onset)) != "none");
    Clinic other;
    CHECK(other.member(chain, is_on_or_before(other.service(-93), onset)) == "none");
}

TEST_CASE("the selecting date of a witness lies in the text") {
    Clinic clinic;
    clinic.builder.policy().text_through = date_of(2026, 12, 31);
    const model::Condition late = is_on_or_before(fixed_day(date_of(2027, 1, 1)), clinic.service());
    CHECK(clinic.member(late, is_on_or_before(fixed_day(date_of(2026, 6, 1)), clinic.service())) == "none");
    Clinic other;
    other.builder.policy().text_through = date_of(2026, 12, 31);
    const model::Condition last = is_on_or_before(fixed_day(date_of(2026, 12, 31)), other.service());
    CHECK(other.member(last, is_on_or_before(fixed_day(date_of(2026, 6, 1)), other.service())) ==
          "`date_of_service` is 2026-12-31");
}

TEST_CASE("a measurement in its window is shown with its day, in units") {
    Clinic clinic;
    const model::Condition low = number_test(clinic.recent(30), below, constant(10));
    CHECK(clinic.member(low, number_test(clinic.recent(30), not_below, constant(10))) == "none");
    Clinic other;
    CHECK(other.member(low, number_test(other.recent(30), not_below, constant(9))) ==
          "`hemoglobin` is 9 g/dL on 2027-01-01, `date_of_request` is 2027-01-01");
    // Only one taken 31 to 90 days before counts.
    Clinic third;
    const model::Expression older = third.builder.measured(
        "hemoglobin", third.builder.day("date_of_request", days(-90)), third.builder.day("date_of_request", days(-31)));
    const std::string member = third.member(number_test(older, below, constant(10)), third.builder.is("severe", "yes"));
    CHECK(member.find("`hemoglobin` is ") != std::string::npos);
    CHECK(member.find("`severe` is yes") != std::string::npos);
}

TEST_CASE("a measurement without a window is finite, and its day does not matter") {
    Clinic clinic;
    const model::Condition low = number_test(clinic.builder.amount("hemoglobin"), below, constant(10));
    const PropertyResult result =
        clinic.check(low, number_test(clinic.builder.amount("hemoglobin"), not_below, constant(10)));
    CHECK(result.verdict == proved);
    Clinic other;
    const PropertyResult meets =
        other.check(low, number_test(other.builder.amount("hemoglobin"), not_below, constant(9)));
    CHECK(meets.witness == "commercial medical, initial, `hemoglobin` is 9 g/dL");
}

TEST_CASE("ages stay finite at a date that no condition reads as a day") {
    Clinic clinic;
    clinic.builder.policy().facts[clinic.builder.fact("date_of_service")].not_before =
        clinic.builder.fact("date_of_request");
    const model::Condition minor = age_test(BuiltinFact::date_of_service, AgeOperator::is_less_than, 18);
    const model::Condition adult = age_test(BuiltinFact::date_of_service, AgeOperator::is_at_least, 18);
    CHECK(clinic.check(minor, adult).verdict == proved);
}

TEST_CASE("ages at a date that is also read as a day are seen with that day") {
    Clinic clinic;
    const model::Condition minor = age_test(BuiltinFact::date_of_service, AgeOperator::is_less_than, 18);
    const model::Day born = clinic.builder.day("birth_date");
    const model::Condition after = is_on_or_before(fixed_day(date_of(2027, 3, 1)), clinic.service());
    // Born before 2009 and a minor in March 2027: nobody.
    CHECK(clinic.member(all_of({minor, after}), is_before(born, fixed_day(date_of(2009, 1, 1)))) == "none");
    Clinic other;
    const std::string member = other.member(all_of({minor, after}), is_before(born, fixed_day(date_of(2009, 3, 3))));
    CHECK(member == "`date_of_service` is 2027-03-01, `birth_date` is 2009-03-02");
}

TEST_CASE("ages at a provider's date heed its evidence") {
    Clinic clinic;
    const auto at_onset = [&](AgeOperator comparison, std::int32_t amount) {
        return model::Condition{model::AgeTest{.at = clinic.builder.fact("onset"),
                                               .comparison = comparison,
                                               .amount = amount,
                                               .unit = AgeUnit::years,
                                               .minimum = Evidence::documented}};
    };
    CHECK(clinic.member(at_onset(AgeOperator::is_less_than, 20), at_onset(AgeOperator::is_at_least, 18)) ==
          "18 years or older but under 20 years at `onset`");
    Clinic other;
    CHECK(other.member(at_onset(AgeOperator::is_less_than, 18), at_onset(AgeOperator::is_at_least, 18)) == "none");
}
