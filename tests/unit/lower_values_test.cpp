#include "tests/support/lowered.hpp"
#include "tests/support/model_text.hpp"

#include <doctest/doctest.h>

#include <string>

// What numbers, units, days and definitions become in the model. Amounts stand in base units.

namespace pol {
namespace {

const std::string plan = R"(plan some_plan "Some plan"
  lines of business
    city  "City"
  end
  benefits  medical
  requests  initial, renewal
  date_of_service not before date_of_request
  calendar
    short months   take the last day
    leap birthday  1 March
  end
  facts from plan
    enrolled : date  ask "Since when is the member enrolled?"
    cap      : number in units between 0 and 5000  ask "How many units does the contract pay for?"
  end
end
)";

const std::string facts = R"(facts some_facts from provider
  stage      : scale of f0, f1 "F1", f2, f3  "stage"   ask "Which stage?"
  tested     : yes/no  ask "Was it tested?"
  weight     : number in kg between 0.50 and 400   ask "What is the weight?"
  height     : number in cm between 20 and 250   ask "What is the height?"
  dose       : number in mg between 0 and 5000   ask "What is the dose?"
  asked      : number in units between 0 and 5000   ask "How many units?"
  attacks    : number   ask "How many attacks?"
  height_sds : measured between -10 and 9.50   ask "What is the SD score of the height?"
  hemoglobin : measured in g/dL between 0 and 30   "haemoglobin"   ask "What is the haemoglobin?"
  platelets  : measured in /mcL between 0 and 2000000   ask "How many platelets?"
  ejection   : measured in % between 0 and 100   ask "What is the ejection fraction?"
  onset      : date  "first symptoms"   ask "When did it begin?"
  last_dose  : date  ask "When was the last dose?"   not before onset
end
)";

const std::string head = R"(policy some "Some"
  number   "S-1"
  plan     some_plan
  facts    some_facts
  text     from 2026-06-01 by date_of_service
  earlier  not on file
end
drug something "Something"
  hcpcs  J1234 = 500 mg per unit
end
applies to
  [x] city
end
)";

model::Policy lowered(const std::string& rest) { return test::lowered(head + rest, plan, {facts}); }

/// A policy whose first requirement is `condition`, below `definitions`.
model::Policy with_condition(const std::string& condition, const std::string& definitions = "") {
    return lowered(definitions + R"(section A
  for city
  initial requires all of
    1. "first"
       )" + condition +
                   R"(
  end
  renewal requires all of
    items 1
  end
  2. "half a year"
     approve 6 months from date_of_service
  otherwise criteria not met
end
)");
}

std::string condition(const std::string& text, const std::string& definitions = "") {
    const model::Policy policy = with_condition(text, definitions);
    return test::condition_text(policy, std::get<model::Condition>(policy.requirements.at(0).body));
}

/// The value of a definition.
std::string value(const std::string& text) {
    const model::Policy policy = with_condition("tested is yes", "define value = " + text + "\n");
    return test::term_text(policy, policy.terms.at(0));
}

const model::Fact& fact(const model::Policy& policy, const std::string& name) {
    for (const model::Fact& each : policy.facts)
        if (each.name == name) return each;
    FAIL("no fact " << name);
    return policy.facts.front();
}

TEST_CASE("facts have their type, unit and bounds") {
    const model::Policy policy = with_condition("tested is yes");
    CHECK(fact(policy, "stage").type == FactType::one_of);
    REQUIRE(fact(policy, "stage").values.size() == 4);
    CHECK(fact(policy, "stage").values[0].text == "f0");
    CHECK(fact(policy, "stage").values[1].text == "F1");
    CHECK(fact(policy, "tested").type == FactType::yes_no);

    CHECK(fact(policy, "weight").type == FactType::number);
    CHECK(fact(policy, "weight").unit == "kg");
    CHECK(fact(policy, "weight").least == Decimal{.digits = 5, .places = 1});
    CHECK(fact(policy, "weight").most == Decimal{.digits = 400, .places = 0});
    CHECK(fact(policy, "attacks").unit.empty());
    CHECK(fact(policy, "attacks").least == Decimal{});
    CHECK(fact(policy, "attacks").most == Decimal{.digits = 999'999'999, .places = 0});
    CHECK(fact(policy, "height_sds").least == Decimal{.digits = -10, .places = 0});
    CHECK(fact(policy, "height_sds").most == Decimal{.digits = 95, .places = 1});
    CHECK(fact(policy, "hemoglobin").type == FactType::measurement);
    CHECK(fact(policy, "hemoglobin").unit == "g/dL");
    CHECK(fact(policy, "hemoglobin").phrase == "haemoglobin");
    CHECK(fact(policy, "cap").source == FactSource::plan);
    CHECK(fact(policy, "cap").type == FactType::number);
}

TEST_CASE("dates declared may be partial and know what they are not before") {
    const model::Policy policy = with_condition("tested is yes");
    const auto earliest = [&policy](const std::string& name) {
        const auto& bound = fact(policy, name).not_before;
        return bound ? policy.facts.at(*bound).name : "";
    };
    CHECK(fact(policy, "onset").type == FactType::partial_date);
    CHECK(fact(policy, "enrolled").type == FactType::partial_date);
    CHECK(earliest("onset").empty());
    CHECK(earliest("last_dose") == "onset");
    CHECK(earliest("date_of_service") == "date_of_request");
    CHECK(earliest("date_of_request").empty());
    CHECK(fact(policy, "date_of_service").type == FactType::date);
}

TEST_CASE("a scale is compared by its order") {
    CHECK(condition("stage is at least f2") == "stage is one of f2, f3 [claimed]");
    CHECK(condition("stage is more than f2") == "stage is one of f3 [claimed]");
    CHECK(condition("stage is at most f1") == "stage is one of f0, f1 [claimed]");
    CHECK(condition("stage is less than f1") == "stage is one of f0 [claimed]");
    CHECK(condition("stage is f1") == "stage is f1 [claimed]");
    CHECK(condition("stage is not f1") == "stage is not f1 [claimed]");
    CHECK(condition("stage is one of f1, f3") == "stage is one of f1, f3 [claimed]");
}

TEST_CASE("amounts are brought to base units, exactly") {
    CHECK(condition("weight is at least 30 kg") == "weight [claimed] is at least 30");
    CHECK(condition("weight is less than 7.25 kg") == "weight [claimed] is less than 29/4");
    CHECK(condition("weight is more than 500 g") == "weight [claimed] is more than 1/2");
    CHECK(condition("height is at most 60 in") == "(height [claimed] * 1/100) is at most 381/250");
    CHECK(condition("attacks is 3") == "attacks [claimed] is 3");
    CHECK(condition("attacks is not 0") == "attacks [claimed] is not 0");
    CHECK(condition("hemoglobin is less than 10 g/dL") == "(hemoglobin [claimed] * 1/100) is less than 1/10");
    CHECK(condition("platelets is at least 50000 /mcL") == "(platelets [claimed] * 1000000) is at least 50000000000");
    CHECK(condition("ejection is less than 40 %") == "(ejection [claimed] * 1/100) is less than 2/5");
    CHECK(condition("dose / weight is at most 6 mg/kg") ==
          "((dose [claimed] * 1/1000000) / weight [claimed]) is at most 3/500000");
    CHECK(condition("asked is more than 1500 mU") == "asked [claimed] is more than 3/2");
}

TEST_CASE("two names are two numbers, or a fact and its value") {
    CHECK(condition("asked is at most cap") == "asked [claimed] is at most cap");
    CHECK(condition("cap is not asked") == "cap is not asked [claimed]");
    CHECK(condition("asked is at most most_units", "define most_units = 4 units/kg * weight\n") ==
          "asked [claimed] is at most most_units");
    CHECK(condition("most_units is asked", "define most_units = 4 units/kg * weight\n") ==
          "most_units is asked [claimed]");
}

TEST_CASE("values keep their grouping") {
    CHECK(value("weight / (height * height)") ==
          "= (weight [claimed] / ((height [claimed] * 1/100) * (height [claimed] * 1/100)))");
    CHECK(value("attacks - 1 - 2") == "= ((attacks [claimed] - 1) - 2)");
    CHECK(value("attacks + 2 * 3 / 4") == "= (attacks [claimed] + ((2 * 3) / 4))");
    CHECK(value("lesser of 6 mg/kg * weight and 2500 mg") == "= lesser of ((3/500000 * weight [claimed]), 1/400)");
    CHECK(value("greater of asked and cap") == "= greater of (asked [claimed], cap)");
    CHECK(value("weight rounded up to 0.5 kg") == "= (weight [claimed] rounded up to 1/2)");
    CHECK(value("weight rounded down to 100 g") == "= (weight [claimed] rounded down to 1/10)");
    CHECK(value("5.5 mL/kg * (weight rounded to 1 kg) rounded to 0.1 mL") ==
          "= ((11/2000 * (weight [claimed] rounded to 1)) rounded to 1/10000)");
}

TEST_CASE("time between days is counted in whole units") {
    CHECK(value("days from onset to date_of_service") == "= (days from onset [claimed] to date_of_service)");
    CHECK(value("months from 2026-01-31 to last_dose") == "= (months from 2026-01-31 to last_dose [claimed])");
    CHECK(value("weeks from onset to last_dose") == "= (days from onset [claimed] to last_dose [claimed] in 7s)");
    CHECK(value("years from onset to date_of_request") == "= (months from onset [claimed] to date_of_request in 12s)");
}

TEST_CASE("days are those of every year, counted from others, the earlier or later of two, and defined") {
    CHECK(value("last 1 November on or before date_of_service") == "= day (last 11-01 from date_of_service)");
    CHECK(value("next 31 March on or after onset") == "= day (next 03-31 from onset [claimed])");
    CHECK(value("6 months after onset") == "= day onset [claimed] + 6 months");
    CHECK(value("2 weeks before 3 days after onset") == "= day onset [claimed] - 11 days");
    CHECK(value("1 year before 2 weeks after onset") == "= day onset [claimed] + 14 days - 12 months");
    CHECK(value("earlier of onset and later of last_dose and 2026-01-31") ==
          "= day earlier of (onset [claimed], later of (last_dose [claimed], 2026-01-31))");
    CHECK(value("onset") == "= day onset [claimed]");
    CHECK(value("2026-01-31") == "= day 2026-01-31");
    CHECK(value("first of\n  onset  when tested is yes\n  1 day after onset  otherwise\nend") ==
          "= day first of (onset [claimed] when tested is yes [claimed]; onset [claimed] + 1 days)");
    const std::string season = "define season = last 1 November on or before date_of_service\n";
    CHECK(condition("onset is within 6 months before season", season) ==
          "all of (onset [claimed] is on or before season; season - 6 months is on or before onset [claimed])");
    CHECK(condition("season is before onset", season) == "season is before onset [claimed]");
    CHECK(condition("attested onset is before 1 month after onset") ==
          "onset [attested] is before onset [attested] + 1 months");
}

TEST_CASE("an age is one at a date of the request, or at any other day") {
    const std::string season = "define season = last 1 November on or before date_of_service\n";
    CHECK(condition("age at onset is at least 2 years") == "age at onset [claimed] is at least 2 years");
    CHECK(condition("age at season is less than 12 months", season) == "age at season is less than 12 months");
    CHECK(condition("age at 2026-01-31 is 2 years") == "age at 2026-01-31 is 2 years");
    CHECK(condition("age at 1 day after onset is 2 years") == "age at onset [claimed] + 1 days is 2 years");
}

TEST_CASE("how one day lies to another") {
    CHECK(condition("onset is before date_of_service") == "onset [claimed] is before date_of_service");
    CHECK(condition("onset is after date_of_service") == "date_of_service is before onset [claimed]");
    CHECK(condition("onset is on or before 2026-01-31") == "onset [claimed] is on or before 2026-01-31");
    CHECK(condition("onset is on or after last_dose") == "last_dose [claimed] is on or before onset [claimed]");
    CHECK(condition("enrolled is on onset") ==
          "all of (enrolled is on or before onset [claimed]; onset [claimed] is on or before enrolled)");
}

TEST_CASE("how far one day lies from another") {
    CHECK(condition("onset is within 10 days before enrolled") ==
          "all of (onset [claimed] is on or before enrolled; enrolled - 10 days is on or before onset [claimed])");
    CHECK(condition("onset is within 2 weeks after enrolled") ==
          "all of (onset [claimed] is on or before enrolled + 14 days; enrolled is on or before onset [claimed])");
    CHECK(condition("onset is at least 84 days before enrolled") ==
          "onset [claimed] is on or before enrolled - 84 days");
    CHECK(condition("onset is at least 1 year after enrolled") ==
          "enrolled + 12 months is on or before onset [claimed]");
    CHECK(condition("onset is more than 90 days before enrolled") == "onset [claimed] is before enrolled - 90 days");
    CHECK(condition("onset is more than 3 months after enrolled") == "enrolled + 3 months is before onset [claimed]");
    CHECK(condition("onset is less than 90 days before enrolled") ==
          "all of (onset [claimed] is on or before enrolled; enrolled - 90 days is before onset [claimed])");
    CHECK(condition("onset is less than 1 month after enrolled") ==
          "all of (onset [claimed] is before enrolled + 1 months; enrolled is on or before onset [claimed])");
}

std::string window(const std::string& relation) {
    return condition("platelets measured " + relation + " is at least 1 /mcL");
}
std::string taken(const std::string& days) {
    return "((platelets [claimed] taken " + days + ") * 1000000) is at least 1000000";
}

TEST_CASE("a measurement counts from its first through its last day") {
    CHECK(window("before enrolled") == taken("through enrolled - 1 days"));
    CHECK(window("after enrolled") == taken("from enrolled + 1 days"));
    CHECK(window("on or before enrolled") == taken("through enrolled"));
    CHECK(window("on or after onset") == taken("from onset [claimed]"));
    CHECK(window("on enrolled") == taken("from enrolled through enrolled"));
    CHECK(window("within 30 days before enrolled") == taken("from enrolled - 30 days through enrolled"));
    CHECK(window("within 1 month after enrolled") == taken("from enrolled through enrolled + 1 months"));
    CHECK(window("at least 2 weeks before enrolled") == taken("through enrolled - 14 days"));
    CHECK(window("at least 2 weeks after enrolled") == taken("from enrolled + 14 days"));
}

TEST_CASE("a window that ends beside a day is a day shorter, also where it is counted in months") {
    CHECK(window("more than 10 days before enrolled") == taken("through enrolled - 11 days"));
    CHECK(window("more than 10 days after enrolled") == taken("from enrolled + 11 days"));
    CHECK(window("less than 10 days before enrolled") == taken("from enrolled - 9 days through enrolled"));
    CHECK(window("less than 10 days after enrolled") == taken("from enrolled through enrolled + 9 days"));
    CHECK(window("more than 2 months before enrolled") == taken("through enrolled - 2 months - 1 days"));
    CHECK(window("more than 2 months after enrolled") == taken("from enrolled + 2 months + 1 days"));
    CHECK(window("less than 2 months before enrolled") == taken("from enrolled - 2 months + 1 days through enrolled"));
    CHECK(window("less than 2 months after enrolled") == taken("from enrolled through enrolled + 2 months - 1 days"));
}

TEST_CASE("values and days need the evidence of the condition they stand in") {
    CHECK(condition("attested weight is at least 30 kg") == "weight [attested] is at least 30");
    CHECK(condition("attested age at onset is at least 18 years") == "age at onset [attested] is at least 18 years");
    CHECK(condition("age at onset is less than 6 months") == "age at onset [claimed] is less than 6 months");
    CHECK(condition("attested age at date_of_service is at least 2 years") ==
          "age at date_of_service is at least 2 years");
    CHECK(condition("attested onset is before enrolled") == "onset [attested] is before enrolled");
    CHECK(condition("attested hemoglobin measured after onset is at least 1 g/dL") ==
          "((hemoglobin [attested] taken from onset [attested] + 1 days) * 1/100) is at least 1/100");
    CHECK(condition("attested asked is at most cap") == "asked [attested] is at most cap");
    CHECK(condition("attested weight * (days from onset to enrolled) is at least 1 kg") ==
          "(weight [attested] * (days from onset [attested] to enrolled)) is at least 1");
}

TEST_CASE("what holds where something else does") {
    CHECK(condition("if tested is yes then weight is at least 30 kg") ==
          "if then (tested is yes [claimed]; weight [claimed] is at least 30)");
    CHECK(condition("if tested is yes then any of\n stage is f1\n onset is before enrolled\n end") ==
          "if then (tested is yes [claimed]; any of (stage is f1 [claimed]; onset [claimed] is before enrolled))");
}

}  // namespace
}  // namespace pol
