// Outcomes that stand instead of an approval or a denial.

#include "compiler/interpret/interpret.hpp"
#include "tests/support/decision_words.hpp"
#include "tests/support/sample_models.hpp"

#include <doctest/doctest.h>

using namespace pol;
using namespace pol::testing;
using model::Quantifier;
using model::Replaced;

namespace {

constexpr Duration six_months{.amount = 6, .unit = DurationUnit::months};

/// `met` is what the criteria ask, `over` gives a review instead of an approval, `remote` one instead of a denial.
ModelBuilder limited() {
    ModelBuilder builder;
    for (const char* name : {"barred", "met", "over", "far_over", "remote"}) builder.yes_no(name);
    builder.line("commercial");
    builder.section("S", {"commercial"});
    builder.determination("S.1", verdict(Outcome::excluded), builder.is("barred", "yes"));
    const auto approval = builder.approval("S.period", six_months, BuiltinFact::date_of_service);
    builder.criteria(
        "initial",
        {.quantifier = Quantifier::all_of, .members = {builder.requirement("S.2", builder.is("met", "yes"))}},
        approval);
    const auto over = builder.determination("S.3", verdict(Outcome::review), builder.is("over", "yes"));
    const auto far_over =
        builder.determination("S.4", verdict(Outcome::investigational), builder.is("far_over", "yes"));
    const auto remote = builder.determination("S.5", verdict(Outcome::review), builder.is("remote", "yes"));
    builder.policy().determinations[over].replaces = Replaced::approval;
    builder.policy().determinations[over].exceptions = {far_over};
    builder.policy().determinations[far_over].replaces = Replaced::approval;
    builder.policy().determinations[remote].replaces = Replaced::denial;
    builder.otherwise("S.otherwise", verdict(Outcome::criteria_not_met));
    return builder;
}

class Case {
public:
    Case() : builder_(limited()), request_(builder_.policy()) {
        request_.set("line_of_business", "commercial")
            .set("benefit", "medical")
            .set("request", "initial")
            .set("date_of_service", "2026-03-01")
            .set("barred", "no")
            .set("far_over", "no");
    }
    Case& set(const char* fact, const char* value) {
        request_.set(fact, value);
        return *this;
    }
    [[nodiscard]] DecisionRecord decided() { return interpret(builder_.policy(), request_.record()); }
    [[nodiscard]] Outcome outcome() { return decided().outcome; }
    [[nodiscard]] std::string possible() { return possible_words(builder_.policy(), decided()); }
    [[nodiscard]] std::string asked() { return question_words(builder_.policy(), decided()); }
    [[nodiscard]] std::string clauses() { return words_for(builder_.policy(), decided().clauses); }
    [[nodiscard]] ClauseState state(const char* id) { return state_of(builder_.policy(), decided(), id); }

private:
    ModelBuilder builder_;
    RequestBuilder request_;
};

}  // namespace

TEST_CASE("what stands instead of an approval replaces it where the criteria are met") {
    CHECK(Case().set("met", "yes").set("over", "yes").outcome() == Outcome::review);
    CHECK(Case().set("met", "yes").set("over", "yes").clauses() == "S.3");
    CHECK(Case().set("met", "yes").set("over", "no").outcome() == Outcome::approved);
    CHECK(Case().set("met", "yes").set("over", "yes").set("far_over", "yes").outcome() == Outcome::investigational);
}

TEST_CASE("what stands instead of an approval leaves a denial alone") {
    Case denied;
    denied.set("met", "no").set("over", "yes").set("remote", "no");
    CHECK(denied.outcome() == Outcome::criteria_not_met);
    CHECK(denied.clauses() == "S.2");
    CHECK(denied.state("S.3") == ClauseState::not_reached);
    CHECK(denied.state("S.5") == ClauseState::no);
    CHECK(denied.state("S.otherwise") == ClauseState::yes);
}

TEST_CASE("what stands instead of a denial replaces it and leaves an approval alone") {
    Case reviewed;
    reviewed.set("met", "no").set("remote", "yes");
    CHECK(reviewed.outcome() == Outcome::review);
    CHECK(reviewed.clauses() == "S.5");
    CHECK(reviewed.state("S.3") == ClauseState::not_reached);
    CHECK(reviewed.state("S.otherwise") == ClauseState::not_reached);
    Case approved;
    approved.set("met", "yes").set("over", "no").set("remote", "yes");
    CHECK(approved.outcome() == Outcome::approved);
    CHECK(approved.state("S.3") == ClauseState::no);
    CHECK(approved.state("S.5") == ClauseState::not_reached);
}

TEST_CASE("an earlier determination comes before both") {
    Case barred;
    barred.set("barred", "yes").set("met", "yes").set("over", "yes").set("remote", "yes");
    CHECK(barred.outcome() == Outcome::excluded);
    CHECK(barred.state("S.3") == ClauseState::not_reached);
    CHECK(barred.state("S.5") == ClauseState::not_reached);
}

TEST_CASE("while it is unknown, both results are possible and it is asked") {
    Case over;
    over.set("met", "yes");
    CHECK(over.possible() == "approved, review");
    CHECK(over.asked() == "answer over [S.3]");
    CHECK(over.state("S.3") == ClauseState::unknown);
    Case remote;
    remote.set("met", "no");
    CHECK(remote.possible() == "criteria not met, review");
    CHECK(remote.asked() == "answer remote [S.5]");
    CHECK(remote.state("S.otherwise") == ClauseState::unknown);
}

TEST_CASE("while the criteria are unknown, what surely stands instead of an approval leaves none") {
    Case over;
    over.set("over", "yes").set("remote", "no");
    CHECK(over.possible() == "criteria not met, review");
    CHECK(over.asked() == "answer met [S.2]");
    CHECK(over.state("S.3") == ClauseState::yes);
    CHECK(over.state("S.otherwise") == ClauseState::unknown);
    Case remote;
    remote.set("over", "no").set("remote", "yes");
    CHECK(remote.possible() == "approved, review");
    CHECK(remote.state("S.otherwise") == ClauseState::not_reached);
    Case both;
    both.set("over", "yes").set("remote", "yes");
    CHECK(both.outcome() == Outcome::review);
    CHECK(both.clauses() == "S.3, S.5");
}

TEST_CASE("questions stand in the order of the stages") {
    ModelBuilder builder = limited();
    RequestBuilder request(builder.policy());
    request.set("line_of_business", "commercial").set("benefit", "medical").set("request", "initial");
    const DecisionRecord decision = interpret(builder.policy(), request.set("date_of_service", "2026-03-01").record());
    CHECK(possible_words(builder.policy(), decision) ==
          "approved, criteria not met, investigational, excluded, review");
    CHECK(question_words(builder.policy(), decision) ==
          "answer barred [S.1]; answer met [S.2]; answer over [S.3]; answer far_over [S.4]; answer remote [S.5]");
}

TEST_CASE("an approval that surely is replaced is not asked about") {
    ModelBuilder builder = limited();
    RequestBuilder request(builder.policy());
    request.set("line_of_business", "commercial").set("benefit", "medical").set("request", "initial");
    builder.policy().selecting_fact = builder.fact("date_of_request");
    request.set("date_of_request", "2026-03-01").set("barred", "no").set("met", "yes").set("far_over", "no");
    CHECK(question_words(builder.policy(), interpret(builder.policy(), request.record())) ==
          "answer over [S.3]; answer date_of_service [S.period]");
    CHECK(interpret(builder.policy(), request.set("over", "yes").record()).outcome == Outcome::review);
}
