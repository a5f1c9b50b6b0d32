#include "tests/support/lowered.hpp"
#include "tests/support/model_text.hpp"

#include <doctest/doctest.h>

#include <string>

// Definitions, items for some members only, approvals that are computed or differ by request kind, and scenarios of
// them.

namespace pol {
namespace {

const std::string plan = R"(plan some_plan "Some plan"
  lines of business
    city  "City"
  end
  benefits  medical
  requests  initial, renewal
  calendar
    short months   take the last day
    leap birthday  1 March
  end
  facts from plan
    cap : number in units between 0 and 5000  ask "How many units does the contract pay for?"
  end
end
)";

const std::string facts = R"(facts some_facts from provider
  stage      : scale of f0, f1, f2, f3   ask "Which stage?"
  tested     : yes/no  ask "Was it tested?"
  improved   : yes/no  ask "Is there improvement?"
  weight     : number in kg between 0.5 and 400   ask "What is the weight?"
  asked      : number in units between 0 and 5000   ask "How many units?"
  ejection   : measured in % between 0 and 100   ask "What is the ejection fraction?"
  onset      : date   ask "When did it begin?"
end
)";

/// A policy with its definitions, the items of its criteria and those below them, and its scenarios.
struct Parts {
    std::string earlier = "not on file";
    std::string definitions = "";
    std::string items = "    1. \"first\"\n       tested is yes\n";
    std::string below = "  2. \"half a year\"\n     approve 6 months from date_of_service\n";
    std::string scenarios = "";
};

model::Policy lowered(const Parts& parts) {
    return test::lowered(R"(policy some "Some"
  number   "S-1"
  plan     some_plan
  facts    some_facts
  text     from 2026-06-01 by date_of_service
  earlier  )" + parts.earlier +
                             R"(
  see      policy "S-9"
end
drug something "Something"
  hcpcs  C9999 = 100 mg per unit  through 2025-12-31
  hcpcs  J1234 = 500 mg per unit
  hcpcs  J4321 = 1 units per unit
end
)" + parts.definitions +
                             R"(applies to
  [x] city
end
section A
  for city
  initial requires all of
)" + parts.items + R"(  end
  renewal requires all of
    items 1
  end
)" + parts.below + R"(  otherwise criteria not met
end
)" + parts.scenarios,
                         plan, {facts});
}

std::string requirement(const model::Policy& policy, const std::string& id) {
    for (const model::Requirement& each : policy.requirements) {
        if (policy.clauses[each.clause].id != id) continue;
        const std::string only_if = each.only_if ? test::condition_text(policy, *each.only_if) + ": " : "";
        if (const auto* condition = std::get_if<model::Condition>(&each.body))
            return only_if + test::condition_text(policy, *condition);
        return only_if + test::group_text(policy, std::get<model::RequirementGroup>(each.body));
    }
    return "no requirement " + id;
}

TEST_CASE("definitions stand in their order and read those above them") {
    const model::Policy policy = lowered({.definitions = R"(define naive "never treated" means tested is no
define advanced means any of
  stage is at least f2
  all of
    attested improved is no
    naive is yes
  end
end
define heavy_dose = 6 units/kg * weight
define units_given = lesser of heavy_dose and cap
)"});
    REQUIRE(policy.terms.size() == 4);
    CHECK(policy.terms[0].name == "naive");
    CHECK(policy.terms[0].phrase == "never treated");
    CHECK(policy.terms[0].line == 14);
    CHECK(policy.terms[1].phrase.empty());
    CHECK(policy.terms[1].line == 15);
    CHECK(test::term_text(policy, policy.terms[0]) == "means tested is no [claimed]");
    CHECK(test::term_text(policy, policy.terms[1]) ==
          "means any of (stage is one of f2, f3 [claimed]; all of (improved is no [attested]; naive holds))");
    CHECK(test::term_text(policy, policy.terms[2]) == "= (6 * weight [claimed])");
    CHECK(test::term_text(policy, policy.terms[3]) == "= lesser of (heavy_dose, cap)");
}

TEST_CASE("the first case that holds") {
    const model::Policy policy = lowered({.definitions = R"(define length = first of
  21 days   when stage is f3 and tested is yes
  12 weeks  when stage is f2
  84 days   otherwise
end
)"});
    CHECK(test::term_text(policy, policy.terms.at(0)) ==
          "= first of (21 when all of (stage is f3 [claimed]; tested is yes [claimed]); 84 when stage is f2 "
          "[claimed]; 84 otherwise)");
}

TEST_CASE("a defined condition is asked like a yes/no fact") {
    const auto asked = [](const std::string& test) {
        return requirement(lowered({.definitions = "define naive means tested is no\n",
                                    .items = "    1. \"first\"\n       " + test + "\n"}),
                           "A.1");
    };
    CHECK(asked("naive is yes") == "naive holds");
    CHECK(asked("naive is no") == "naive does not hold");
    CHECK(asked("naive is not yes") == "naive does not hold");
    CHECK(asked("naive is not no") == "naive holds");
    // What a definition reads has the evidence of its own place.
    CHECK(asked("attested naive is no") == "naive does not hold");
}

TEST_CASE("items for some members only") {
    const model::Policy policy = lowered({.items = R"(    1. "first"
       tested is yes
    MIG. "second"   if stage is f3 and weight is at least 30 kg
       improved is yes
    SPA-A. "third"   if tested is no
       any of
         a. "light"
            weight is less than 30 kg
         b. "better"
            improved is yes
       end
)"});
    CHECK_FALSE(policy.requirements.at(0).only_if);
    CHECK(requirement(policy, "A.MIG") ==
          "all of (stage is f3 [claimed]; weight [claimed] is at least 30): improved is yes [claimed]");
    CHECK(requirement(policy, "A.SPA-A") == "tested is no [claimed]: any of (A.SPA-A.a, A.SPA-A.b)");
    CHECK(requirement(policy, "A.SPA-A.a") == "weight [claimed] is less than 30");
    CHECK(test::clauses_text(policy, policy.sections[0].criteria[0]->clauses) ==
          "A.1, A.MIG, A.SPA-A, A.SPA-A.a, A.SPA-A.b");
}

TEST_CASE("what a day before the text gives") {
    const model::Policy none = lowered({});
    CHECK(none.earlier.outcome == Outcome::does_not_apply);
    CHECK(none.earlier.target == no_index);

    const model::Policy referred = lowered({.earlier = "refer to policy \"S-0\""});
    CHECK(referred.earlier.outcome == Outcome::refer);
    REQUIRE(referred.targets.size() == 2);
    CHECK(referred.targets.at(referred.earlier.target).number == "S-0");
    CHECK(referred.targets[1].number == "S-9");
}

const std::string length = R"(define length = first of
  3 months  when tested is no
  1 year    otherwise
end
)";

std::string approvals(const std::string& definitions, const std::string& below) {
    const model::Policy policy = lowered({.definitions = definitions, .below = below});
    const std::string text = test::model_text(policy);
    const std::size_t begin = text.find("\napprovals\n") + 11;
    return text.substr(begin, text.find("\n\nreadings") - begin);
}

/// The approvals of the request kinds, by index.
std::string by_kind(const std::string& definitions, const std::string& below) {
    const model::Policy policy = lowered({.definitions = definitions, .below = below});
    std::string indices;
    for (const auto& criteria : policy.sections.at(0).criteria) indices += std::to_string(criteria->approval);
    return indices;
}

TEST_CASE("one time for every request kind is counted from the first") {
    const std::string below = "  2. \"one\"\n     approve 1 year from date_of_service\n";
    CHECK(approvals("", below) == "  A.2 12 months from date_of_service\n    per dose -");
    CHECK(by_kind("", below) == "00");
}

TEST_CASE("times by request kind, with a last day, or computed are counted from their own day") {
    const std::string below = R"(  2. "one"
     initial approve 12 weeks from date_of_request until 2027-03-31 at the latest
  3. "two"
     renewal approve length from date_of_service
)";
    CHECK(approvals(length, below) ==
          "  A.2 84 days from date_of_request, each on its own\n    until 2027-03-31 at the latest\n    per dose -\n"
          "  A.3 length months from date_of_service, each on its own\n    per dose -");
    CHECK(by_kind(length, below) == "01");
}

TEST_CASE("a time of days in some cases and months in others becomes one of either, 0 where it is the other") {
    const std::string stay = R"(define stay = first of
  2 weeks   when tested is no
  6 months  otherwise
end
)";
    const model::Policy policy =
        lowered({.definitions = stay, .below = "  2. \"one\"\n     approve stay from date_of_service\n"});
    REQUIRE(policy.terms.size() == 2);
    CHECK(test::term_text(policy, policy.terms[0]) == "= first of (0 when tested is no [claimed]; 6 otherwise)");
    CHECK_FALSE(policy.terms[0].days_of);
    CHECK(policy.terms[1].days_of == model::TermIndex{0});
    CHECK(policy.terms[1].name == "stay");
    CHECK(test::term_text(policy, policy.terms[1]) == "= first of (14 when tested is no [claimed]; 0 otherwise)");
    CHECK(approvals(stay, "  2. \"one\"\n     approve stay from date_of_service\n") ==
          "  A.2 stay months or stay days from date_of_service, each on its own\n    per dose -");
}

TEST_CASE("a computed time, or one with a last day, serves every request kind, too") {
    const std::string cut = "  2. \"one\"\n     approve 6 months from date_of_service until onset at the latest\n";
    CHECK(approvals("", cut) ==
          "  A.2 6 months from date_of_service, each on its own\n    until onset [claimed] at the latest\n"
          "    per dose -");
    CHECK(by_kind("", cut) == "00");
    const std::string computed = "  2. \"one\"\n     approve 2 * length + 1 month from date_of_service\n";
    CHECK(approvals(length, computed) ==
          "  A.2 ((2 * length) + 1) months from date_of_service, each on its own\n    per dose -");
    CHECK(by_kind(length, computed) == "00");
    CHECK(approvals("define stay = 10 days\n", "  2. \"one\"\n     approve stay from date_of_service\n") ==
          "  A.2 stay days from date_of_service, each on its own\n    per dose -");
}

TEST_CASE("amounts are shown in the unit they are billed in or that is named") {
    const std::string below = R"(  2. "half a year"
     approve 6 months from date_of_service
     quantity J1234 "weekly dose" = 6 mg/kg * weight
     quantity J4321 = asked
     quantity kit "kit volume" = 5.5 mL/kg * (weight rounded up to 0.5 kg) rounded to 0.1 mL in mL
     quantity share = asked / cap
)";
    CHECK(approvals("", below) ==
          "  A.2 6 months from date_of_service\n"
          "    quantity J1234 \"weekly dose\" by A.2 in unit of hcpcs J1234 = (3/500000 * weight [claimed]) * 2000\n"
          "    quantity J4321 \"\" by A.2 in unit of hcpcs J4321 = asked [claimed]\n"
          "    quantity kit \"kit volume\" by A.2 in mL = ((11/2000 * (weight [claimed] rounded up to 1/2)) rounded to "
          "1/10000) * 1000\n"
          "    quantity share \"\" by A.2 = (asked [claimed] / cap)\n"
          "    per dose -");
}

TEST_CASE("an amount beside an approval is its own, one that stands alone is of all") {
    const std::string below = R"(  2. "one"
     initial approve 12 weeks from date_of_service
     quantity first = asked in units
  3. "two"
     renewal approve 6 months from date_of_service
     quantity second = cap in units
  4. "three"
     quantity both = asked / cap
)";
    CHECK(approvals("", below) ==
          "  A.2 84 days from date_of_service, each on its own\n"
          "    quantity first \"\" by A.2 in units = asked [claimed]\n"
          "    quantity both \"\" by A.4 = (asked [claimed] / cap)\n"
          "    per dose -\n"
          "  A.3 6 months from date_of_service, each on its own\n"
          "    quantity second \"\" by A.3 in units = cap\n"
          "    quantity both \"\" by A.4 = (asked [claimed] / cap)\n"
          "    per dose -");
    const model::Policy policy = lowered({.below = below});
    CHECK(test::clause(policy, "A.4").kind == ClauseKind::dosing);
    CHECK(test::clause(policy, "A.3").kind == ClauseKind::approval);
}

model::Policy with_scenario(const std::string& given, const std::string& expected) {
    return lowered({.below = R"(  2. "half a year"
     approve 6 months from date_of_service
     quantity kit = 5 mL/kg * weight in mL
     quantity J1234 = 6 mg/kg * weight
)",
                    .scenarios = "scenario \"one\"\n  " + given + "\n  expect " + expected + "\nend\n"});
}
std::string given(const std::string& answer) {
    const model::Policy policy = with_scenario(answer, "review");
    return test::request_text(policy, policy.scenarios.at(0).request);
}
std::string expected(const std::string& lines) {
    const model::Policy policy = with_scenario("tested yes", lines);
    return test::expected_text(policy, policy.scenarios.at(0).expected);
}

TEST_CASE("numbers of a request stand in the declared unit, exactly") {
    CHECK(given("weight 7.20 kg") == "weight 7.2 claimed");
    CHECK(given("weight 7250 g documented") == "weight 7.25 documented");
    CHECK(given("cap 400 units") == "cap 400");
    CHECK(given("asked 2500 mU") == "asked 2.5 claimed");
    CHECK(given("stage f2 attested") == "stage f2 attested");
}

TEST_CASE("measurements have their day, dates their precision") {
    CHECK(given("ejection 35.5 % on 2026-02-20 documented") == "ejection 35.5 on 2026-02-20 documented");
    CHECK(given("ejection 0.355 on 2026-02") == "ejection 35.5 on 2026-02-01 … 2026-02-28 claimed");
    CHECK(given("onset 2026-02 attested") == "onset 2026-02-01 … 2026-02-28 attested");
    CHECK(given("onset 2026") == "onset 2026-01-01 … 2026-12-31 claimed");
    CHECK(given("onset 2026-03-01") == "onset 2026-03-01 claimed");
}

TEST_CASE("amounts are expected in the unit they are shown in") {
    CHECK(expected("approved\n  quantity kit 41.30 mL") == "approved; quantity kit 41.3");
    CHECK(expected("approved\n  quantity kit 0.0413 L, quantity J1234 60") ==
          "approved; quantity kit 41.3; quantity J1234 60");
}

}  // namespace
}  // namespace pol
