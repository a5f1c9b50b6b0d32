#include "compiler/interpret/interpret.hpp"
#include "tests/support/decision_words.hpp"
#include "tests/support/sample_models.hpp"

#include <doctest/doctest.h>

using namespace pol;
using namespace pol::testing;
using model::Quantifier;
using model::RequirementGroup;

namespace {

constexpr Duration six_months{.amount = 6, .unit = DurationUnit::months};

/// Facts a … e, one line, and a section that is still empty.
ModelBuilder five_facts() {
    ModelBuilder builder;
    for (const char* name : {"a", "b", "c", "d", "e"}) builder.yes_no(name);
    builder.line("commercial");
    builder.section("S", {"commercial"});
    return builder;
}

RequestBuilder request_for(ModelBuilder& builder) {
    RequestBuilder request(builder.policy());
    request.set("line_of_business", "commercial")
        .set("benefit", "medical")
        .set("request", "initial")
        .set("date_of_service", "2026-03-01");
    return request;
}

/// Requirements S.1 … for a … e, each that its fact is yes.
std::vector<model::RequirementNode> requirements(ModelBuilder& builder, std::initializer_list<const char*> names) {
    std::vector<model::RequirementNode> nodes;
    for (const char* name : names) {
        const std::string id = "S." + std::string(name);
        nodes.push_back(builder.requirement(id.c_str(), builder.is(name, "yes")));
    }
    return nodes;
}

void finish(ModelBuilder& builder, RequirementGroup group) {
    const auto approval = builder.approval("S.period", six_months, BuiltinFact::date_of_service);
    builder.criteria("initial", std::move(group), approval);
    builder.otherwise("S.otherwise", verdict(Outcome::criteria_not_met));
}

DecisionRecord decide(ModelBuilder& builder, const RequestBuilder& request) {
    return interpret(builder.policy(), request.record());
}

std::string clauses(ModelBuilder& builder, const DecisionRecord& decision) {
    return words_for(builder.policy(), decision.clauses);
}

std::string asked(ModelBuilder& builder, const RequestBuilder& request) {
    return question_words(builder.policy(), decide(builder, request));
}

}  // namespace

TEST_CASE("at least N of requirements counts and explains itself") {
    ModelBuilder builder = five_facts();
    finish(builder,
           {.quantifier = Quantifier::at_least, .count = 2, .members = requirements(builder, {"a", "b", "c"})});
    const auto request = [&] { return request_for(builder).set("a", "yes").set("b", "no"); };
    CHECK(asked(builder, request()) == "answer c [S.c]");
    CHECK(clauses(builder, decide(builder, request().set("c", "yes"))) == "S.a, S.c");
    const DecisionRecord failed = decide(builder, request().set("c", "no"));
    CHECK(failed.outcome == Outcome::criteria_not_met);
    CHECK(clauses(builder, failed) == "S.b, S.c");
}

TEST_CASE("none of requirements fails by those that are met") {
    ModelBuilder builder = five_facts();
    finish(builder, {.quantifier = Quantifier::none_of, .members = requirements(builder, {"a", "b"})});
    const DecisionRecord failed = decide(builder, request_for(builder).set("a", "yes").set("b", "no"));
    CHECK(failed.outcome == Outcome::criteria_not_met);
    CHECK(clauses(builder, failed) == "S.a");
    const DecisionRecord met = decide(builder, request_for(builder).set("a", "no").set("b", "no"));
    CHECK(met.outcome == Outcome::approved);
    CHECK(clauses(builder, met) == "S.a, S.b");
    CHECK(state_of(builder.policy(), met, "S.a") == ClauseState::no);
}

TEST_CASE("a requirement made of labelled ones explains itself through them") {
    ModelBuilder builder = five_facts();
    RequirementGroup inner{.quantifier = Quantifier::any_of, .members = requirements(builder, {"a", "b"})};
    const model::RequirementNode outer = builder.requirement("S.3", std::move(inner));
    finish(builder, {.quantifier = Quantifier::all_of, .members = {outer, requirements(builder, {"c"}).front()}});
    const auto request = [&] { return request_for(builder).set("c", "yes").set("a", "no"); };
    const DecisionRecord met = decide(builder, request().set("b", "yes"));
    CHECK(clauses(builder, met) == "S.b, S.c");
    CHECK(state_of(builder.policy(), met, "S.3") == ClauseState::yes);
    CHECK(clauses(builder, decide(builder, request().set("b", "no"))) == "S.a, S.b");
    CHECK(asked(builder, request()) == "answer b [S.b]");
}

TEST_CASE("groups within groups ask only along unknown groups") {
    ModelBuilder builder = five_facts();
    RequirementGroup sure{.quantifier = Quantifier::any_of, .members = requirements(builder, {"a", "b"})};
    RequirementGroup both{.quantifier = Quantifier::all_of, .members = requirements(builder, {"c", "d"})};
    finish(builder, {.quantifier = Quantifier::all_of, .members = {std::move(sure), std::move(both)}});
    CHECK(asked(builder, request_for(builder).set("a", "yes")) == "answer c [S.c]; answer d [S.d]");
    CHECK(decide(builder, request_for(builder).set("a", "yes").set("c", "no")).questions.empty());
}

TEST_CASE("an exception unmakes a determination and leaves it unknown while it is unknown") {
    ModelBuilder builder = five_facts();
    const auto excluded = builder.determination("S.1", verdict(Outcome::excluded), builder.is("a", "yes"));
    const auto excepted = builder.determination("S.2", verdict(Outcome::investigational), builder.is("b", "yes"));
    builder.policy().determinations[excluded].exceptions = {excepted};
    builder.otherwise("S.otherwise", verdict(Outcome::review));
    const auto request = [&] { return request_for(builder).set("a", "yes"); };
    CHECK(decide(builder, request().set("b", "no")).outcome == Outcome::excluded);
    const DecisionRecord made = decide(builder, request().set("b", "yes"));
    CHECK(made.outcome == Outcome::investigational);
    CHECK(state_of(builder.policy(), made, "S.1") == ClauseState::no);
    CHECK(possible_words(builder.policy(), decide(builder, request())) == "investigational, excluded, review");
    CHECK(asked(builder, request()) == "answer b [S.2]");
    CHECK(state_of(builder.policy(), decide(builder, request()), "S.1") == ClauseState::unknown);
}

TEST_CASE("an exception made for another line does not reach this one") {
    ModelBuilder builder;
    builder.yes_no("a");
    builder.yes_no("b");
    builder.line("commercial");
    builder.line("medicaid");
    builder.section("S", {"commercial", "medicaid"});
    builder.otherwise("S.otherwise", verdict(Outcome::review));
    const auto excluded =
        builder.guideline("G.1", verdict(Outcome::excluded), builder.is("a", "yes"), {"commercial", "medicaid"});
    const auto excepted =
        builder.guideline("G.2", verdict(Outcome::investigational), builder.is("b", "yes"), {"medicaid"});
    builder.policy().determinations[excluded].exceptions = {excepted};
    const auto request = [&] { return request_for(builder).set("a", "yes").set("b", "yes"); };
    CHECK(decide(builder, request()).outcome == Outcome::excluded);
    CHECK(decide(builder, request().set("line_of_business", "medicaid")).outcome == Outcome::investigational);
}

TEST_CASE("all determinations that hold are named, and those before an open one of the same outcome") {
    ModelBuilder builder = five_facts();
    builder.determination("S.1", verdict(Outcome::excluded), builder.is("a", "yes"));
    builder.determination("S.2", verdict(Outcome::excluded), builder.is("b", "yes"));
    builder.determination("S.3", verdict(Outcome::excluded), builder.is("c", "yes"));
    builder.otherwise("S.otherwise", verdict(Outcome::review));
    const DecisionRecord decision = decide(builder, request_for(builder).set("a", "yes").set("b", "yes"));
    CHECK(decision.outcome == Outcome::excluded);
    CHECK(clauses(builder, decision) == "S.1, S.2");
    CHECK(decision.questions.empty());
    const DecisionRecord open = decide(builder, request_for(builder).set("a", "no"));
    CHECK(words_for(builder.policy(), open.results[0].clauses) == "S.2, S.3");
    CHECK(words_for(builder.policy(), open.results[1].clauses) == "S.otherwise");
}

TEST_CASE("results stand in the order of outcomes, targets and periods") {
    ModelBuilder builder;
    builder.request_kinds({"initial", "renewal"});
    builder.yes_no("a");
    builder.line("commercial");
    builder.line("medicaid");
    builder.line("medicare");
    builder.target(TargetKind::policy, "P-1");
    builder.target(TargetKind::lcd, "L-1");
    builder.section("S", {"commercial"});
    builder.determination("S.1", verdict(Outcome::refer, 1), builder.is("a", "yes"));
    builder.otherwise("S.otherwise", verdict(Outcome::refer, 0));
    for (const char* line : {"medicaid", "medicare"}) {
        builder.section(line, {line});
        const bool short_period = std::string(line) == "medicare";
        const auto approval = builder.approval((std::string(line) + ".period").c_str(),
                                               {.amount = short_period ? 28 : 56, .unit = DurationUnit::days},
                                               BuiltinFact::date_of_service);
        for (const char* kind : {"initial", "renewal"})
            builder.criteria(kind, {.quantifier = Quantifier::all_of, .members = requirements(builder, {"a"})},
                             approval);
        builder.otherwise((std::string(line) + ".otherwise").c_str(), verdict(Outcome::criteria_not_met));
    }
    const auto request = [&] { return request_for(builder).not_given("line_of_business").set("a", "yes"); };
    const DecisionRecord decision = decide(builder, request());
    CHECK(possible_words(builder.policy(), decision) == "approved, approved, refer to LCD L-1");
    CHECK(decision.results[0].result.period.through == date_of(2026, 3, 28));
    CHECK(decision.results[1].result.period.through == date_of(2026, 4, 25));
    const DecisionRecord unsure = decide(builder, request().not_given("a").not_given("request"));
    CHECK(possible_words(builder.policy(), unsure) ==
          "approved, approved, approved open, criteria not met, refer to policy P-1, refer to LCD L-1");
    CHECK(question_words(builder.policy(), unsure) ==
          "answer line_of_business; answer request; answer a [S.1, S.a, S.a, S.a, S.a]; answer first_start "
          "[medicaid.period, medicare.period]");
}

TEST_CASE("approvals of one period and quantity are one result, whichever rule gives them") {
    ModelBuilder builder;
    builder.yes_no("a");
    for (const char* line : {"commercial", "medicaid"}) {
        builder.line(line);
    }
    for (const char* line : {"commercial", "medicaid"}) {
        builder.section(line, {line});
        const auto approval =
            builder.approval((std::string(line) + ".period").c_str(), six_months, BuiltinFact::date_of_service);
        builder.policy().approvals[approval].per_dose = {
            {.amount = {.digits = 100, .places = 0}, .unit = "mg", .system = "", .code = ""}};
        builder.criteria("initial",
                         {.quantifier = Quantifier::all_of,
                          .members = {builder.requirement((std::string(line) + ".1").c_str(), builder.is("a", "yes"))}},
                         approval);
        builder.otherwise((std::string(line) + ".otherwise").c_str(), verdict(Outcome::criteria_not_met));
    }
    const RequestBuilder request = request_for(builder).not_given("line_of_business").set("a", "yes");
    const DecisionRecord one = decide(builder, request);
    CHECK(one.outcome == Outcome::approved);
    CHECK(one.results.front().result.approval == 0);
    CHECK(clauses(builder, one) == "commercial.1, medicaid.1");
    builder.policy().approvals[1].per_dose.front().amount.digits = 50;
    const DecisionRecord two = decide(builder, request);
    CHECK(two.outcome == Outcome::needs_information);
    CHECK(two.results.size() == 2);
}

TEST_CASE("one fact behind several conditions is asked once, for the strongest of them") {
    ModelBuilder builder = five_facts();
    builder.determination("S.1", verdict(Outcome::excluded), builder.is("a", "no", Evidence::attested));
    builder.determination("S.2", verdict(Outcome::excluded), builder.is("a", "no", Evidence::documented));
    builder.otherwise("S.otherwise", verdict(Outcome::review));
    CHECK(asked(builder, request_for(builder)) == "document a [S.1, S.2]");
    CHECK(asked(builder, request_for(builder).set("a", "yes", Evidence::attested)) == "document a [S.2]");
}

TEST_CASE("facts that contradict an asked one are asked behind it") {
    ModelBuilder builder = five_facts();
    builder.implies("a", "b");
    builder.implies("c", "b");
    finish(builder, {.quantifier = Quantifier::all_of, .members = requirements(builder, {"a", "d", "b"})});
    const auto request = [&] { return request_for(builder).set("a", "yes").set("b", "no"); };
    CHECK(asked(builder, request()) == "resolve a [S.a]; answer d [S.d]; resolve b [S.b]");
    CHECK(asked(builder, request().set("c", "yes").set("d", "yes")) ==
          "resolve a [S.a]; resolve b [S.b]; resolve c [S.b]");
}

TEST_CASE("a fact in conflict that no condition reads still explains the conflict") {
    ModelBuilder builder = five_facts();
    builder.implies("a", "e");
    finish(builder, {.quantifier = Quantifier::all_of, .members = requirements(builder, {"a", "b"})});
    CHECK(asked(builder, request_for(builder).set("a", "yes").set("e", "no")) ==
          "resolve a [S.a]; resolve e [S.a]; answer b [S.b]");
}

TEST_CASE("a text selected by the date of request leaves the date of service alone") {
    ModelBuilder builder = five_facts();
    builder.policy().selecting_fact = builder.fact("date_of_request");
    builder.policy().text_through = date_of(2026, 12, 31);
    finish(builder, {.quantifier = Quantifier::all_of, .members = requirements(builder, {"a"})});
    const auto request = [&] { return request_for(builder).set("a", "yes"); };
    CHECK(asked(builder, request()) == "answer date_of_request [TEXT]");
    CHECK(decide(builder, request().set("date_of_request", "2026-12-31")).outcome == Outcome::approved);
    CHECK(decide(builder, request().set("date_of_request", "2027-01-01")).outcome == Outcome::does_not_apply);
}

TEST_CASE("ages compare in every way") {
    using model::AgeOperator;
    const auto decided = [](AgeOperator comparison, const char* birth) {
        ModelBuilder builder = five_facts();
        builder.determination("S.1", verdict(Outcome::excluded),
                              age_test(BuiltinFact::date_of_service, comparison, 18));
        builder.otherwise("S.otherwise", verdict(Outcome::review));
        return decide(builder, request_for(builder).set("birth_date", birth)).outcome;
    };
    const Outcome holds = Outcome::excluded;
    const Outcome fails = Outcome::review;
    const char* const seventeen = "2008-03-02";
    const char* const eighteen = "2007-03-02";
    const char* const nineteen = "2007-03-01";
    const auto row = [&](AgeOperator comparison) {
        return std::vector<Outcome>{decided(comparison, seventeen), decided(comparison, eighteen),
                                    decided(comparison, nineteen)};
    };
    CHECK(row(AgeOperator::is) == std::vector{fails, holds, fails});
    CHECK(row(AgeOperator::is_not) == std::vector{holds, fails, holds});
    CHECK(row(AgeOperator::is_at_least) == std::vector{fails, holds, holds});
    CHECK(row(AgeOperator::is_more_than) == std::vector{fails, fails, holds});
    CHECK(row(AgeOperator::is_at_most) == std::vector{holds, holds, fails});
    CHECK(row(AgeOperator::is_less_than) == std::vector{holds, fails, fails});
    CHECK(decided(AgeOperator::is_at_least, "2008") == Outcome::needs_information);
}
