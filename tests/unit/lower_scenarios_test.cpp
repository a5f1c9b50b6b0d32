#include "tests/support/lowered.hpp"
#include "tests/support/model_text.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pol {
namespace {

const std::string plan = R"(plan some_plan "Some plan"
  lines of business
    city  "City"
  end
  benefits  medical
  requests  initial
  calendar
    short months   take the last day
    leap birthday  1 March
  end
  facts from plan
    enrolled : yes/no  ask "Is the member enrolled?"
  end
end
)";

const std::string facts = R"(facts some_facts from provider
  diagnosis  : one of first_form, second_form, other   ask "Which diagnosis?"
  tested     : yes/no  ask "Was it tested?"
  improved   : yes/no  ask "Is there improvement?"
  visits     : number between 0 and 3000  ask "How many visits were there?"
  change     : number in % between -100 and 100  ask "By how much did the weight change?"
  height_sds : measured between -10 and 10  ask "What was the SD score of the height?"
  onset      : date  ask "When did it begin?"
end
)";

const std::string policy_head = R"(policy some "Some"
  number   "S-1"
  plan     some_plan
  facts    some_facts
  text     from 2026-06-01 by date_of_service
  earlier  not on file
  reading "of the header" decided by "Committee" on 2026-05-01
end
drug something "Something"
  hcpcs  J1234 = 10 mg per unit
  ndc    12345-1234-12 = 50 mg in 5 mL vial
end
applies to
  [x] city
  reading "of the boxes" open
end
section A
  for city
  reading "of the section" open
  reading 2, 4.a "of two items" open
  initial requires all of
    1. "tested"
       tested is yes
       reading "of its item" open
    2. "one of them"
       any of
         a. "first"
            diagnosis is first_form
         b. "second"
            diagnosis is second_form
         reading 2.b "of b" open
       end
    3. "improved"
       improved is yes
  end
  4. "not the enrolled"
     excluded when enrolled is no
     because
       a. "so it is"
     end
  5. "a year"
     approve 1 year from date_of_service
     dose 20 mg
     maintenance every 4 weeks
  otherwise criteria not met
end
)";

model::Policy lowered(const std::string& scenarios) { return test::lowered(policy_head + scenarios, plan, {facts}); }

std::string request(const model::Policy& policy, std::size_t scenario) {
    return test::request_text(policy, policy.scenarios.at(scenario).request);
}

std::string expected(const std::string& lines) {
    const model::Policy policy = lowered("scenario \"one\"\n  enrolled yes\n  expect " + lines + "\nend\n");
    return test::expected_text(policy, policy.scenarios.at(0).expected);
}

TEST_CASE("four digits are a number or a year by the type of their fact") {
    const model::Policy policy =
        lowered("scenario \"one\"\n  visits 1500, onset 1974\n  expect needs information\nend\n");
    CHECK(request(policy, 0) == "visits 1500 claimed, onset 1974-01-01 … 1974-12-31 claimed");
}

TEST_CASE("values below 0 are those of the request") {
    const model::Policy policy =
        lowered("scenario \"one\"\n  height_sds -2.60 on 2026-02-10, change -5%\n  expect needs information\nend\n");
    CHECK(request(policy, 0) == "change -5 claimed, height_sds -2.6 on 2026-02-10 claimed");
}

TEST_CASE("bare values have the level of their scenario, else of the one it is like, else claimed") {
    const model::Policy policy = lowered(R"(scenario "later"
  like "base" except tested no, improved yes documented
  expect review
end
scenario "base"
  evidence attested
  tested yes, diagnosis other claimed, enrolled yes
  expect review
end
scenario "own level"
  evidence documented
  like "base" except diagnosis first_form
  expect review
end
scenario "third in the chain"
  like "own level" except tested no, enrolled not knowable
  expect review
end
scenario "without a level"
  tested yes
  expect review
end
)");
    CHECK(request(policy, 0) == "enrolled yes, diagnosis other claimed, tested no attested, improved yes documented");
    CHECK(request(policy, 1) == "enrolled yes, diagnosis other claimed, tested yes attested");
    CHECK(request(policy, 2) == "enrolled yes, diagnosis first_form documented, tested yes attested");
    CHECK(request(policy, 3) == "enrolled not knowable, diagnosis first_form documented, tested no documented");
    CHECK(request(policy, 4) == "tested yes claimed");
}

TEST_CASE("taking a value back leaves nothing of it") {
    const model::Policy policy = lowered(R"(scenario "base"
  tested yes documented, date_of_service 2026-07-01
  expect review
end
scenario "taken back"
  like "base" except tested not given, date_of_service not given
  expect review
end
)");
    const Answer& tested = policy.scenarios.at(1).request.answers.at(9);
    CHECK(policy.facts.at(9).name == "tested");
    CHECK(tested.presence == Presence::not_given);
    CHECK(tested.evidence == Evidence::none);
    CHECK(request(policy, 1) == "-");
    CHECK(policy.scenarios[1].request.answers.size() == policy.facts.size());
}

TEST_CASE("dates of a request, whole or partial") {
    const auto birth = [](const std::string& date) {
        return request(lowered("scenario \"one\"\n  line_of_business city, birth_date " + date +
                               ", first_start 2026-08-31\n  expect review\nend\n"),
                       0);
    };
    CHECK(birth("1974-05-02") == "line_of_business city, birth_date 1974-05-02, first_start 2026-08-31");
    CHECK(birth("1974-04") == "line_of_business city, birth_date 1974-04-01 … 1974-04-30, first_start 2026-08-31");
    CHECK(birth("1974") == "line_of_business city, birth_date 1974-01-01 … 1974-12-31, first_start 2026-08-31");
}

TEST_CASE("ranges stand for the clauses a decision can name, single items for themselves") {
    CHECK(expected("approved\n  met A.1 to A.3") == "approved; clauses A.1, A.2.a, A.2.b, A.3");
    CHECK(expected("approved\n  met A.1 to A.2") == "approved; clauses A.1, A.2.a, A.2.b");
    CHECK(expected("approved\n  met A.3, A.1, A.2.b") == "approved; clauses A.1, A.2.b, A.3");
    CHECK(expected("excluded\n  by A.4") == "excluded; clauses A.4");
    CHECK(expected("criteria not met\n  failing A.2.a to A.2.b, A.2.b to A.3") ==
          "criteria not met; clauses A.2.a, A.2.b, A.3");
}

TEST_CASE("clauses that stand alone are cited by their name") {
    const model::Policy policy = lowered(R"(gate "contract"
  excluded when enrolled is no
end
scenario "one"
  enrolled no
  expect excluded
    by GATE
end
scenario "two"
  date_of_service 2026-01-01
  expect does not apply
    by TEXT
end
scenario "three"
  line_of_business city
  expect does not apply
    by APPLIES.city
end
)");
    CHECK(test::expected_text(policy, policy.scenarios.at(0).expected) == "excluded; clauses GATE");
    CHECK(test::expected_text(policy, policy.scenarios.at(1).expected) == "does not apply; clauses TEXT");
    CHECK(test::expected_text(policy, policy.scenarios.at(2).expected) == "does not apply; clauses APPLIES.city");
}

TEST_CASE("a chain of thousands of scenarios is lowered link by link") {
    constexpr std::size_t links = 5'000;
    std::string scenarios;
    for (std::size_t link = links; link > 0; --link)
        scenarios += "scenario \"" + std::to_string(link) + "\"\n  like \"" + std::to_string(link - 1) +
                     "\" except tested " + (link % 2 == 0 ? "yes" : "no") + "\n  expect review\nend\n";
    const model::Policy policy =
        lowered(scenarios + "scenario \"0\"\n  evidence attested\n  enrolled yes\n  expect review\nend\n");
    REQUIRE(policy.scenarios.size() == links + 1);
    CHECK(request(policy, 0) == "enrolled yes, tested yes attested");
    CHECK(request(policy, 1) == "enrolled yes, tested no attested");
    CHECK(request(policy, links) == "enrolled yes");
}

TEST_CASE("every topic of an expectation") {
    CHECK(expected("approved\n  from 2026-07-01 through 2027-06-30, doses 13") ==
          "approved; from 2026-07-01 through 2027-06-30; doses 13");
    CHECK(expected("approved\n  units 26 J1234, units 26.0 mL\n  units 5.20 vials, units 260 mg") ==
          "approved; units 26 unit J1234; units 26 mL; units 5.2 vial 12345-1234-12; units 260 mg");
    CHECK(expected("does not apply\n  no text on file") == "does not apply; no text on file");
    CHECK(expected("needs information\n  possible approved open, criteria not met\n  ask document tested, diagnosis") ==
          "needs information; possible approved open, criteria not met; ask document tested, diagnosis");
    CHECK(expected("needs information\n  possible criteria not met, excluded\n  every outcome is a denial") ==
          "needs information; possible criteria not met, excluded; every outcome is a denial");
    CHECK(expected("review") == "review");
}

TEST_CASE("approvals: period, schedule, doses in all units") {
    const model::Policy policy = lowered("");
    REQUIRE(policy.approvals.size() == 1);
    const model::Approval& approval = policy.approvals[0];
    CHECK(approval.period_clause == test::clause_index(policy, "A.5"));
    CHECK(approval.dose_clause == test::clause_index(policy, "A.5"));
    CHECK(approval.duration.amount == 12);
    CHECK(approval.duration.unit == DurationUnit::months);
    CHECK(approval.starts_on == index_of(BuiltinFact::date_of_service));
    CHECK(approval.has_schedule);
    CHECK(approval.schedule.loading_doses == 0);
    CHECK(approval.schedule.loading_interval > 0);
    CHECK(approval.schedule.maintenance_interval == 28);
    CHECK(test::quantities_text(approval.per_dose) == "2 unit hcpcs J1234, 20 mg, 2 mL, 0.4 vial ndc 12345-1234-12");
}

TEST_CASE("readings know what they are about") {
    const model::Policy policy = lowered("");
    std::string text;
    for (const model::Reading& reading : policy.readings)
        text += reading.text + ": " + test::clauses_text(policy, reading.clauses) + "\n";
    CHECK(text ==
          "of the header: TEXT\n"
          "of the boxes: -\n"
          "of the section: -\n"
          "of two items: A.2, A.4.a\n"
          "of its item: A.1\n"
          "of b: A.2.b\n");
    CHECK(policy.readings[0].decided_by == "Committee");
    CHECK(policy.readings[0].decided_on == date_of(2026, 5, 1));
    CHECK(policy.readings[1].decided_by.empty());
}

TEST_CASE("properties take the evidence of the policy") {
    const model::Policy policy = lowered(R"(guidelines G
  1. evidence is documented
  2. "late"
     refer to LCD "L7" when tested is no
end
check never approved when tested is no
check never refer to LCD "L7" when age at date_of_service is less than 18 months
)");
    REQUIRE(policy.never_checks.size() == 2);
    CHECK(policy.never_checks[0].outcome == Outcome::approved);
    CHECK_FALSE(policy.never_checks[0].target);
    CHECK(test::condition_text(policy, policy.never_checks[0].condition) == "tested is no [documented]");
    CHECK(policy.targets.at(policy.never_checks[1].target.value()).number == "L7");
    CHECK(test::condition_text(policy, policy.never_checks[1].condition) ==
          "age at date_of_service is less than 18 months");
}

}  // namespace
}  // namespace pol
