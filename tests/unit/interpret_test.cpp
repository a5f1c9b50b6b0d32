#include "compiler/interpret/interpret.hpp"

#include "compiler/interpret/quantities.hpp"
#include "tests/support/decision_words.hpp"
#include "tests/support/sample_models.hpp"

#include <doctest/doctest.h>

using namespace pol;
using namespace pol::testing;

namespace {

const model::Policy& qalsody() {
    static const model::Policy policy = qalsody_model();
    return policy;
}

RequestBuilder base() { return qalsody_base(qalsody()); }

RequestBuilder renewal() {
    return base()
        .set("request", "renewal")
        .set("date_of_service", "2027-03-01")
        .set("first_start", "2026-08-31")
        .set("continues_to_benefit", "yes", Evidence::attested)
        .set("invasive_ventilation", "no", Evidence::attested);
}

DecisionRecord decide(const RequestBuilder& request) { return interpret(qalsody(), request.record()); }
std::string possible(const DecisionRecord& decision) { return possible_words(qalsody(), decision); }
std::string asked(const DecisionRecord& decision) { return question_words(qalsody(), decision); }
std::string clauses(const DecisionRecord& decision) { return words_for(qalsody(), decision.clauses); }
ClauseState state(const DecisionRecord& decision, std::string_view id) { return state_of(qalsody(), decision, id); }

}  // namespace

TEST_CASE("the base member is approved for six months from the date of service") {
    const DecisionRecord decision = decide(base());
    CHECK(decision.outcome == Outcome::approved);
    CHECK(period_words(decision) == "2026-07-01 … 2026-12-31, 8 doses");
    CHECK(clauses(decision) == "MMC.1, MMC.2, MMC.3, MMC.4, MMC.5");
    CHECK(decision.questions.empty());
    const std::optional<Decimal> units = quantity_of(qalsody(), decision.results.front().result, "unit", "J1304");
    REQUIRE(units.has_value());
    CHECK(decimal_words(*units) == "800");
}

TEST_CASE("an unlisted benefit of a ticked line names the items behind it, whatever the contract says") {
    for (const char* line : {"commercial_group", "dual_special_needs"}) {
        const DecisionRecord decision =
            decide(base().set("line_of_business", line).set("benefit", "pharmacy").not_given("contract_excludes"));
        CHECK(decision.outcome == Outcome::does_not_apply);
        CHECK(clauses(decision) == "G.4, G.5");
    }
}

TEST_CASE("an unticked box comes before the gate and names only itself") {
    const DecisionRecord decision =
        decide(base().set("line_of_business", "medicare_part_d").set("contract_excludes", "yes"));
    CHECK(decision.outcome == Outcome::does_not_apply);
    CHECK(clauses(decision) == "APPLIES.medicare_part_d");
    CHECK(state(decision, "APPLIES.medicare_part_d") == ClauseState::no);
    CHECK(state(decision, "APPLIES.medical") == ClauseState::not_reached);
    CHECK(state(decision, "GATE") == ClauseState::not_reached);
    CHECK(state(decision, "MMC.1") == ClauseState::not_for_this_member);
}

TEST_CASE("an unknown benefit gives the union over the benefits") {
    const DecisionRecord decision = decide(base().set("line_of_business", "dual_special_needs").not_given("benefit"));
    CHECK(decision.outcome == Outcome::needs_information);
    CHECK(possible(decision) == "does not apply, refer to LCD L33394");
    CHECK(asked(decision) == "answer benefit");
    CHECK_FALSE(decision.every_outcome_is_a_denial);
}

TEST_CASE("an unknown line of business is asked first") {
    const DecisionRecord decision = decide(base().not_given("line_of_business"));
    CHECK(possible(decision) == "approved, not medically necessary, does not apply, refer to LCD L33394");
    CHECK(asked(decision) == "answer line_of_business");
    CHECK(state(decision, "APPLIES.medicaid_harp") == ClauseState::yes);
    CHECK(state(decision, "APPLIES.ancillary") == ClauseState::no);
    CHECK(state(decision, "GATE") == ClauseState::unknown);
    CHECK(state(decision, "MMC.2") == ClauseState::yes);
    CHECK(state(decision, "MMC.otherwise") == ClauseState::not_reached);
}

TEST_CASE("the rebate guideline is not for Child Health Plus") {
    const DecisionRecord decision = decide(base()
                                               .set("line_of_business", "child_health_plus")
                                               .set("birth_date", "2008-01-01")
                                               .not_given("mdrp_participating"));
    CHECK(decision.outcome == Outcome::approved);
    CHECK(state(decision, "G.10") == ClauseState::not_for_this_member);
}

TEST_CASE("a product rule never decides") {
    const DecisionRecord decision =
        decide(base().set("line_of_business", "child_health_plus").set("birth_date", "2001-01-01"));
    CHECK(decision.outcome == Outcome::approved);
}

TEST_CASE("an unknown rebate fact leaves approval and exclusion") {
    const DecisionRecord decision = decide(base().not_given("mdrp_participating"));
    CHECK(decision.outcome == Outcome::needs_information);
    CHECK(possible(decision) == "approved, excluded");
    CHECK(asked(decision) == "answer mdrp_participating [G.10]");
    CHECK(words_for(qalsody(), decision.results[1].clauses) == "G.10");
    CHECK(decision.clauses.empty());
}

TEST_CASE("every outcome a denial is said with the question") {
    const DecisionRecord decision = decide(base().not_given("contract_excludes").set("birth_date", "2010-07-02"));
    CHECK(decision.outcome == Outcome::needs_information);
    CHECK(possible(decision) == "criteria not met, excluded");
    CHECK(decision.every_outcome_is_a_denial);
    CHECK(asked(decision) == "answer contract_excludes [GATE]");
    CHECK(words_for(qalsody(), decision.results[0].clauses) == "MMC.2");
}

TEST_CASE("two reasons for one outcome are one decision") {
    const DecisionRecord decision = decide(base().not_given("contract_excludes").set("mdrp_participating", "no"));
    CHECK(decision.outcome == Outcome::excluded);
    CHECK(clauses(decision) == "G.10");
    CHECK(decision.questions.empty());
    CHECK_FALSE(decision.every_outcome_is_a_denial);
    CHECK(state(decision, "GATE") == ClauseState::unknown);
    CHECK(state(decision, "MMC.1") == ClauseState::not_reached);
}

TEST_CASE("an open exclusion before failed criteria stays among the results") {
    const DecisionRecord decision = decide(base().set("diagnosis", "other").not_given("indication"));
    CHECK(possible(decision) == "criteria not met, excluded");
    CHECK(decision.every_outcome_is_a_denial);
    CHECK(asked(decision) == "document indication [MMC.7]");
    CHECK(state(decision, "MMC.otherwise") == ClauseState::unknown);
}

TEST_CASE("a pending test is a question") {
    const DecisionRecord decision = decide(base().not_given("sod1_mutation"));
    CHECK(possible(decision) == "approved, criteria not met");
    CHECK(asked(decision) == "document sod1_mutation [MMC.3]");
    CHECK(words_for(qalsody(), decision.results[0].clauses) == "MMC.3");
    CHECK(words_for(qalsody(), decision.results[1].clauses) == "MMC.3");
    CHECK(state(decision, "MMC.otherwise") == ClauseState::unknown);
}

TEST_CASE("a tracheostomy against aspiration only is approved by its own item") {
    const DecisionRecord decision = decide(
        base().set("tracheostomy", "yes", Evidence::attested).set("trach_aspiration_only", "yes", Evidence::attested));
    CHECK(decision.outcome == Outcome::approved);
    CHECK(clauses(decision) == "MMC.1, MMC.2, MMC.3, MMC.4, MMC.6");
    const DecisionRecord without =
        decide(base().not_given("tracheostomy").set("trach_aspiration_only", "yes", Evidence::attested));
    CHECK(without.outcome == Outcome::approved);
}

TEST_CASE("a broken implication is resolved, whatever the levels") {
    const DecisionRecord decision = decide(base().set("trach_aspiration_only", "yes", Evidence::claimed));
    CHECK(possible(decision) == "approved, criteria not met");
    CHECK(asked(decision) == "resolve tracheostomy [MMC.5]; resolve trach_aspiration_only [MMC.6]");
}

TEST_CASE("too little evidence asks for more of it") {
    CHECK(asked(decide(base().set("weakness_from_als", "yes", Evidence::claimed))) ==
          "attest weakness_from_als [MMC.4]");
    CHECK(asked(decide(base().set("weakness_from_als", "no", Evidence::claimed))) ==
          "attest weakness_from_als [MMC.4]");
    CHECK(asked(decide(base().set("tracheostomy", "yes").set("trach_aspiration_only", "no", Evidence::claimed))) ==
          "attest trach_aspiration_only [MMC.6]");
    CHECK(asked(decide(base().not_given("tracheostomy"))) ==
          "document tracheostomy [MMC.5]; attest trach_aspiration_only [MMC.6]");
}

TEST_CASE("a partial birth date decides only as a whole") {
    const DecisionRecord undecided = decide(base().set("birth_date", "2008-06").set("date_of_service", "2026-06-15"));
    CHECK(possible(undecided) == "approved, criteria not met");
    CHECK(asked(undecided) == "exact date birth_date [MMC.2]");
    CHECK(decide(base().set("birth_date", "2008-06").set("date_of_service", "2026-06-30")).outcome ==
          Outcome::approved);
    const DecisionRecord undated = decide(base().set("birth_date", "2008-06").not_given("date_of_service"));
    CHECK(asked(undated) == "answer date_of_service [TEXT, MMC.2, MMC.9]");
}

TEST_CASE("a birth after the service is resolved with the date of service") {
    const DecisionRecord decision = decide(base().set("birth_date", "2026-08-01"));
    CHECK(possible(decision) == "approved, criteria not met");
    CHECK(asked(decision) == "resolve birth_date [MMC.2]; resolve date_of_service [MMC.2]");
    CHECK_FALSE(decision.results[0].result.open);
}

TEST_CASE("a service before the text has no text on file") {
    const DecisionRecord decision = decide(base().set("date_of_service", "2026-05-31").set("contract_excludes", "yes"));
    CHECK(decision.outcome == Outcome::does_not_apply);
    CHECK(clauses(decision) == "TEXT");
    CHECK(state(decision, "APPLIES.medicaid_harp") == ClauseState::not_reached);
    CHECK(state(decision, "MMC.1") == ClauseState::not_reached);
    CHECK(state(decision, "APPLIES.ancillary") == ClauseState::not_for_this_member);
}

TEST_CASE("an unknown date of service leaves the text, the age and the approval open") {
    const DecisionRecord decision = decide(base().not_given("date_of_service"));
    CHECK(possible(decision) == "approved open, criteria not met, does not apply");
    CHECK(asked(decision) == "answer date_of_service [TEXT, MMC.2, MMC.9]");
    CHECK(state(decision, "APPLIES.medicaid_harp") == ClauseState::unknown);
}

TEST_CASE("a failed requirement is the only reason") {
    const DecisionRecord decision = decide(base().set("birth_date", "2010-01-01"));
    CHECK(decision.outcome == Outcome::criteria_not_met);
    CHECK(clauses(decision) == "MMC.2");
    CHECK(state(decision, "MMC.2") == ClauseState::no);
    CHECK(state(decision, "MMC.otherwise") == ClauseState::yes);
    CHECK(state(decision, "MMC.9.a") == ClauseState::not_for_this_member);
    CHECK(state(decision, "MMC.8") == ClauseState::not_for_this_member);
}

TEST_CASE("a renewal is counted from the first start") {
    const DecisionRecord decision = decide(renewal());
    CHECK(decision.outcome == Outcome::approved);
    CHECK(period_words(decision) == "2027-02-28 … 2027-08-30, 7 doses");
    CHECK(clauses(decision) == "MMC.1, MMC.2, MMC.3, MMC.4, MMC.9.a, MMC.9.b");
}

TEST_CASE("a renewal without its dates is open") {
    CHECK(asked(decide(renewal().not_given("first_start"))) == "answer first_start [MMC.9]");
    CHECK(possible(decide(renewal().not_given("first_start"))) == "approved open");
    const DecisionRecord early = decide(renewal().set("date_of_service", "2026-09-01"));
    CHECK(early.outcome == Outcome::needs_information);
    CHECK(asked(early) == "resolve first_start [MMC.9]; resolve date_of_service [MMC.9]");
    CHECK(asked(decide(renewal().set("first_start", "2027-03-02"))) ==
          "resolve first_start [MMC.9]; resolve date_of_service [MMC.9]");
}

TEST_CASE("what nobody can know is reviewed with its clause") {
    const DecisionRecord renewed = decide(renewal().not_knowable("first_start"));
    CHECK(renewed.outcome == Outcome::review);
    CHECK(clauses(renewed) == "MMC.9");
    CHECK(possible(renewed) == "approved open");
    const DecisionRecord untested = decide(base().not_knowable("sod1_mutation"));
    CHECK(untested.outcome == Outcome::review);
    CHECK(clauses(untested) == "MMC.3");
    CHECK(untested.questions.empty());
    const DecisionRecord asking = decide(base().not_knowable("sod1_mutation").not_given("weakness_from_als"));
    CHECK(asking.outcome == Outcome::needs_information);
    CHECK(asked(asking) == "attest weakness_from_als [MMC.4]");
    CHECK(decide(base().not_knowable("benefit")).outcome == Outcome::review);
}

TEST_CASE("an unknown request kind unites first request and renewal") {
    const DecisionRecord decision = decide(renewal().not_given("request").set("invasive_ventilation", "yes"));
    CHECK(possible(decision) == "approved, criteria not met");
    CHECK(asked(decision) == "answer request");
    const DecisionRecord young = decide(renewal()
                                            .not_given("request")
                                            .set("birth_date", "2015-01-01")
                                            .set("invasive_ventilation", "yes", Evidence::attested));
    CHECK(young.outcome == Outcome::criteria_not_met);
    CHECK(clauses(young) == "MMC.2, MMC.9.b");
}

TEST_CASE("the exception of a renewal lifts the tracheostomy only") {
    const auto with_tracheostomy = [] {
        return renewal().set("tracheostomy", "yes").set("trach_aspiration_only", "yes", Evidence::attested);
    };
    CHECK(decide(with_tracheostomy()).outcome == Outcome::approved);
    const DecisionRecord ventilated =
        decide(with_tracheostomy().set("invasive_ventilation", "yes", Evidence::attested));
    CHECK(ventilated.outcome == Outcome::criteria_not_met);
    CHECK(clauses(ventilated) == "MMC.9.b");
}

TEST_CASE("commercial members outside the named group are referred") {
    const auto commercial = [] { return base().set("line_of_business", "commercial_group"); };
    CHECK(decide(commercial()).outcome == Outcome::not_medically_necessary);
    CHECK(clauses(decide(commercial())) == "COM.1");
    CHECK(possible(decide(commercial().set("birth_date", "2009-01-01"))) == "refer to policy PHARMACY-32");
    const DecisionRecord untested = decide(commercial().set("sod1_mutation", "not_found"));
    CHECK(possible(untested) == "refer to policy PHARMACY-32");
    CHECK(clauses(untested) == "COM.otherwise");
    CHECK(state(untested, "COM.otherwise") == ClauseState::yes);
    CHECK(state(untested, "MMC.otherwise") == ClauseState::not_for_this_member);
}

TEST_CASE("a leap day's birthday is the first of March") {
    const auto born = [] { return base().set("birth_date", "2012-02-29"); };
    CHECK(decide(born().set("date_of_service", "2030-02-28")).outcome == Outcome::criteria_not_met);
    CHECK(decide(born().set("date_of_service", "2030-03-01")).outcome == Outcome::approved);
}
