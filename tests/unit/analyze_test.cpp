#include "compiler/analyze/analyze.hpp"

#include "compiler/analyze/search.hpp"
#include "tests/support/sample_models.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace pol;
using namespace pol::testing;
using model::AgeOperator;
using model::Quantifier;

namespace {

/// One line with one section and two facts; determinations are added by the test.
ModelBuilder two_facts() {
    ModelBuilder builder;
    builder.one_of("diagnosis", {"als", "sma", "other"});
    builder.yes_no("tested");
    builder.line("commercial");
    builder.line("medicaid");
    builder.section("A", {"commercial", "medicaid"});
    return builder;
}

std::vector<std::string> findings_of(ModelBuilder& builder) {
    builder.otherwise("A.otherwise", verdict(Outcome::criteria_not_met));
    Sink sink;
    prove_agreement(builder.policy(), sink);
    std::vector<std::string> messages;
    for (const Finding& finding : sink.sorted()) messages.push_back(finding.message);
    return messages;
}

model::NeverCheck never(Outcome outcome, model::Condition condition) {
    return {.outcome = outcome, .target = std::nullopt, .condition = std::move(condition), .span = {}};
}

model::Condition minor() { return age_test(BuiltinFact::date_of_service, AgeOperator::is_less_than, 18); }

/// Every conjunction of `count` facts of `values` values leads to one of two results.
ModelBuilder wide_policy(int count) {
    ModelBuilder builder;
    std::vector<model::Condition> conditions;
    for (int i = 0; i < count; ++i) {
        const std::string name = "fact_" + std::to_string(i);
        builder.one_of(name.c_str(), {"a", "b", "c"});
        conditions.push_back(builder.is(name.c_str(), "a"));
    }
    builder.line("commercial");
    builder.section("A", {"commercial"});
    builder.determination("A.1", verdict(Outcome::excluded),
                          group_of(Quantifier::at_least, std::move(conditions), count / 2));
    builder.otherwise("A.otherwise", verdict(Outcome::criteria_not_met));
    return builder;
}

}  // namespace

TEST_CASE("determinations that cannot hold together may disagree") {
    ModelBuilder builder = two_facts();
    builder.determination("A.1", verdict(Outcome::excluded), builder.is("diagnosis", "als"));
    builder.determination("A.2", verdict(Outcome::investigational), builder.is("diagnosis", "sma"));
    CHECK(findings_of(builder).empty());
}

TEST_CASE("determinations that hold together and disagree are shown with a member") {
    ModelBuilder builder = two_facts();
    builder.determination("A.1", verdict(Outcome::excluded), builder.is("diagnosis", "als"));
    builder.determination(
        "A.2", verdict(Outcome::investigational),
        group_of(Quantifier::all_of, {builder.is("tested", "no", Evidence::documented),
                                      age_test(BuiltinFact::date_of_service, AgeOperator::is_at_least, 18)}));
    CHECK(findings_of(builder) ==
          std::vector<std::string>{"`A.1` says excluded and `A.2` says investigational for the same member: "
                                   "`diagnosis` is als, `tested` is no, 18 years or older"});
}

TEST_CASE("an exception makes room for another outcome") {
    ModelBuilder builder = two_facts();
    const auto excluded = builder.determination("A.1", verdict(Outcome::excluded), builder.is("diagnosis", "als"));
    const auto excepted = builder.determination("A.2", verdict(Outcome::investigational), builder.is("tested", "no"));
    builder.policy().determinations[excluded].exceptions = {excepted};
    CHECK(findings_of(builder).empty());
}

TEST_CASE("refers to different documents disagree") {
    ModelBuilder builder = two_facts();
    const auto lcd = builder.target(TargetKind::lcd, "L1");
    const auto other = builder.target(TargetKind::lcd, "L2");
    builder.determination("A.1", verdict(Outcome::refer, lcd), builder.is("diagnosis", "als"));
    builder.determination("A.2", verdict(Outcome::refer, lcd), builder.is("tested", "yes"));
    CHECK(findings_of(builder).empty());
    builder.determination("A.3", verdict(Outcome::refer, other), std::nullopt);
    CHECK(findings_of(builder).size() == 2);
}

TEST_CASE("ages at one date are ordered") {
    ModelBuilder builder = two_facts();
    builder.determination("A.1", verdict(Outcome::excluded), minor());
    builder.determination("A.2", verdict(Outcome::investigational),
                          age_test(BuiltinFact::date_of_service, AgeOperator::is_at_least, 216, AgeUnit::months));
    CHECK(findings_of(builder).empty());
    builder.determination("A.3", verdict(Outcome::not_medically_necessary),
                          age_test(BuiltinFact::date_of_service, AgeOperator::is, 20));
    CHECK(findings_of(builder) ==
          std::vector<std::string>{"`A.2` says investigational and `A.3` says not medically necessary for the same "
                                   "member: 20 years or older but under 21 years"});
}

TEST_CASE("ages at different dates are apart") {
    ModelBuilder builder = two_facts();
    builder.determination("A.1", verdict(Outcome::excluded), minor());
    builder.determination("A.2", verdict(Outcome::investigational),
                          age_test(BuiltinFact::date_of_request, AgeOperator::is_at_least, 18));
    CHECK(findings_of(builder).at(0).find("under 18 years, 18 years or older at `date_of_request`") !=
          std::string::npos);
}

TEST_CASE("facts that contradict one another hold nothing together") {
    ModelBuilder builder = two_facts();
    builder.yes_no("positive");
    builder.implies("positive", "tested");
    builder.determination("A.1", verdict(Outcome::excluded), builder.is("tested", "no"));
    builder.determination("A.2", verdict(Outcome::investigational), builder.is("positive", "yes"));
    CHECK(findings_of(builder).empty());
}

TEST_CASE("a chain of implications binds only its direct pairs") {
    ModelBuilder builder = two_facts();
    builder.yes_no("positive");
    builder.yes_no("confirmed");
    builder.implies("positive", "tested");
    builder.implies("confirmed", "positive");
    builder.determination("A.1", verdict(Outcome::excluded), builder.is("tested", "no"));
    builder.determination("A.2", verdict(Outcome::investigational), builder.is("confirmed", "yes"));
    builder.determination("A.3", verdict(Outcome::excluded), builder.is("positive", "yes"));
    CHECK(findings_of(builder).at(0).find("`tested` is no, `confirmed` is yes") != std::string::npos);
}

TEST_CASE("guidelines for other lines do not meet") {
    ModelBuilder builder = two_facts();
    builder.guideline("G.1", verdict(Outcome::excluded), builder.is("tested", "no"), {"commercial"});
    builder.guideline("G.2", verdict(Outcome::investigational), builder.is("tested", "no"), {"medicaid"});
    CHECK(findings_of(builder).empty());
}

TEST_CASE("the first document never approves a minor") {
    const model::Policy policy = qalsody_model();
    Sink sink;
    const PropertyResult result = check_property(policy, never(Outcome::approved, minor()), sink);
    CHECK(result.verdict == PropertyResult::Verdict::proved);
    CHECK(result.states > 1'000'000);
    CHECK(result.property == "check never approved when age at date_of_service is less than 18 years");
    CHECK(describe(result) == result.property + ": proved over " + std::to_string(result.states) + " states");
    CHECK_FALSE(sink.has_errors());
    prove_agreement(policy, sink);
    static_cast<void>(prove_checks(policy, sink));
    CHECK_FALSE(sink.has_errors());
}

TEST_CASE("a check that does not hold shows the member") {
    const model::Policy policy = qalsody_model();
    const auto fact = [&](const char* name) {
        for (std::size_t i = 0; i < policy.facts.size(); ++i)
            if (policy.facts[i].name == name) return static_cast<model::FactIndex>(i);
        return no_index;
    };
    const model::Condition ventilated{model::ChoiceTest{.fact = fact("invasive_ventilation"),
                                                        .comparison = model::ChoiceOperator::is,
                                                        .values = {1},
                                                        .minimum = Evidence::attested}};
    Sink sink;
    const PropertyResult result = check_property(policy, never(Outcome::approved, ventilated), sink);
    CHECK(result.verdict == PropertyResult::Verdict::refuted);
    CHECK(result.witness ==
          "medicaid_harp medical, initial, `invasive_ventilation` is yes, `contract_excludes` is no, `indication` is "
          "fda_labeled, `mdrp_participating` is yes, `prescriber_specialty` is neurology, 18 years or older, "
          "`diagnosis` is als, `sod1_mutation` is confirmed, `weakness_from_als` is yes, `tracheostomy` is no");
    CHECK(sink.error_count() == 1);
    CHECK(describe(result) == result.property + ": refuted by " + result.witness);
}

TEST_CASE("a check for does not apply looks outside the policy") {
    ModelBuilder builder = two_facts();
    builder.otherwise("A.otherwise", verdict(Outcome::criteria_not_met));
    const PropertyResult result =
        check_property(builder.policy(), never(Outcome::does_not_apply, builder.is("tested", "yes")));
    CHECK(result.verdict == PropertyResult::Verdict::refuted);
    CHECK(result.witness == "commercial medical, initial, no text on file, `tested` is yes");
}

TEST_CASE("conditions are written as their authors do") {
    ModelBuilder builder = two_facts();
    builder.otherwise("A.otherwise", verdict(Outcome::criteria_not_met));
    const model::Condition condition = group_of(
        Quantifier::any_of,
        {group_of(Quantifier::all_of, {builder.is("tested", "no"), minor()}),
         group_of(Quantifier::none_of,
                  {builder.is("tested", "yes"), builder.is_one_of("diagnosis", {"als", "sma"}, Evidence::claimed)}),
         group_of(Quantifier::unless, {builder.is("tested", "yes"), builder.is("diagnosis", "als")}),
         group_of(Quantifier::at_least,
                  {age_test(BuiltinFact::date_of_request, AgeOperator::is_more_than, 1),
                   age_test(BuiltinFact::first_start, AgeOperator::is_not, 7, AgeUnit::months)},
                  1)});
    CHECK(check_property(builder.policy(), never(Outcome::approved, condition)).property ==
          "check never approved when (tested is no and age at date_of_service is less than 18 years) or (none of "
          "tested is yes, diagnosis is one of als, sma) or (tested is yes unless diagnosis is als) or (at least 1 of "
          "age at date_of_request is more than 1 year, age at first_start is not 7 months)");
}

TEST_CASE("a space that is too large is tested with seeds and pairs") {
    ModelBuilder builder = wide_policy(12);
    const interpretation::PreparedPolicy prepared(builder.policy());
    analysis::VariableCollector collector(prepared);
    collector.add_determination(0);
    const std::vector<analysis::Variable> variables = collector.variables();
    const auto never_found = [](const interpretation::Answers&) { return analysis::Glance::undecided; };
    const analysis::Exploration tested = analysis::explore(builder.policy(), variables, never_found, 1'000, 2'000);
    CHECK(tested.certainty == analysis::Certainty::tested);
    CHECK(tested.states == 2'000 + 12 * 11 / 2 * 4 * 4);
    const analysis::Look pair = [&](const interpretation::Answers& answers) {
        const bool both = answers.is_given(variables[0].fact) && answers.at(variables[0].fact).value == 2 &&
                          answers.is_given(variables[1].fact) && answers.at(variables[1].fact).value == 1;
        return both ? analysis::Glance::found : analysis::Glance::undecided;
    };
    const analysis::Exploration found = analysis::explore(builder.policy(), variables, pair, 1'000, 0);
    CHECK(found.certainty == analysis::Certainty::found);
    CHECK(std::count(found.found.begin(), found.found.end(), std::size_t{0}) == 10);
}

TEST_CASE("pruning proves a wide policy") {
    ModelBuilder builder = wide_policy(16);
    const PropertyResult result = check_property(builder.policy(), never(Outcome::excluded, builder.is("fact_0", "b")));
    CHECK(result.verdict == PropertyResult::Verdict::refuted);
    std::vector<model::Condition> none;
    for (int i = 0; i < 10; ++i) none.push_back(builder.is(("fact_" + std::to_string(i)).c_str(), "b"));
    const PropertyResult proved =
        check_property(builder.policy(), never(Outcome::excluded, group_of(Quantifier::all_of, std::move(none))));
    CHECK(proved.verdict == PropertyResult::Verdict::proved);
    CHECK(proved.states == std::uint64_t{1} << 32);
}

TEST_CASE("a failing scenario is an error at its place") {
    model::Policy policy = qalsody_model();
    model::Scenario scenario;
    scenario.name = "base";
    scenario.request = qalsody_base(policy).record();
    scenario.span = {.file = 0, .begin = 10, .end = 14};
    scenario.expected.outcome = Outcome::excluded;
    policy.scenarios = {scenario};
    Sink sink;
    report_failing_scenarios(policy, sink);
    REQUIRE(sink.error_count() == 1);
    CHECK(sink.sorted().front().span == scenario.span);
    CHECK(sink.sorted().front().message ==
          "expected excluded, decided approved, met MMC.1, MMC.2, MMC.3, MMC.4, MMC.5");
    policy.scenarios.front().expected.outcome = Outcome::approved;
    Sink quiet;
    report_failing_scenarios(policy, quiet);
    CHECK_FALSE(quiet.has_errors());
}
