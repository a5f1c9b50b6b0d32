// What scenarios see of small policies, and which changes they notice: worked out by hand beside each number.

#include "compiler/coverage/coverage.hpp"

#include "compiler/analyze/value_words.hpp"
#include "compiler/coverage/changes.hpp"
#include "compiler/coverage/forced.hpp"
#include "compiler/coverage/mutation.hpp"
#include "compiler/coverage/never.hpp"
#include "compiler/coverage/report.hpp"
#include "compiler/coverage/suggest.hpp"
#include "compiler/driver/pipeline.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <limits>
#include <variant>

using namespace pol;
using namespace pol::coverage;

namespace {

const std::filesystem::path golden = std::filesystem::path(POL_SOURCE_DIR) / "tests/golden";

model::Policy policy_of(const std::string& name) {
    Run run({(golden / "coverage/library").string(), (golden / "check/library").string()});
    std::optional<model::Policy> policy = build_model(run, (golden / "coverage/policies" / (name + ".pol")).string());
    REQUIRE(policy.has_value());
    return std::move(*policy);
}

model::ClauseIndex clause_named(const model::Policy& policy, const std::string& id) {
    const auto found = std::find_if(policy.clauses.begin(), policy.clauses.end(),
                                    [&](const model::Clause& clause) { return clause.id == id; });
    REQUIRE(found != policy.clauses.end());
    return static_cast<model::ClauseIndex>(found - policy.clauses.begin());
}

/// `MET/NOT MET/UNKNOWN/DECISIVE` of a clause.
std::string counts(const model::Policy& policy, const Coverage& coverage, const std::string& id) {
    for (const ClauseCoverage& clause : coverage.clauses) {
        if (policy.clauses[clause.clause].id != id) continue;
        const Counts& all = clause.all;
        return std::to_string(all.met) + "/" + std::to_string(all.not_met) + "/" + std::to_string(all.unknown) + "/" +
               std::to_string(all.decisive);
    }
    return "no such clause";
}

std::string words_of(const Change& change) { return change.before + " → " + change.after; }

std::vector<std::string> changes_at(const model::Policy& policy, const std::string& place) {
    model::Policy draft = without_scenarios(policy);
    std::vector<std::string> found;
    for_each_change(draft, [&](const Change& change) {
        if (change.place.name == place) found.push_back(words_of(change));
    });
    return found;
}

std::vector<std::string> all_changes(model::Policy& draft) {
    std::vector<std::string> found;
    for_each_change(draft, [&](const Change& change) { found.push_back(change.place.name + ": " + words_of(change)); });
    return found;
}

std::vector<std::string> survivors_at(const Mutation& mutation, const std::string& place) {
    std::vector<std::string> found;
    for (const Survivor& survivor : mutation.survivors)
        if (survivor.change.place.name == place) found.push_back(survivor.change.after);
    return found;
}

}  // namespace

TEST_CASE("a clause is met, not met or unknown as often as scenarios see it, and decisive where it alone decides") {
    const model::Policy policy = policy_of("half_tested");
    const Coverage coverage = cover(policy);
    CHECK(coverage.scenarios == 3);
    // Nobody is excluded by contract; would it exclude, each of the three would be.
    CHECK(counts(policy, coverage, "GATE") == "0/3/0/3");
    CHECK(counts(policy, coverage, "APPLIES.gold") == "3/0/0/3");
    CHECK(counts(policy, coverage, "APPLIES.silver") == "0/0/0/0");
    // Met twice, and each time the criteria would fail without it; not met once, and that alone fails them.
    CHECK(counts(policy, coverage, "H.1") == "2/1/0/3");
    // Decides nothing for the child, who fails by age already.
    CHECK(counts(policy, coverage, "H.2") == "3/0/0/2");
    // Alone in its group for the first member; the child fails anyway; then it is unknown, which has no opposite.
    CHECK(counts(policy, coverage, "H.3") == "2/0/1/1");
    // Without it 3 meets the group, but where 3 is unknown it would settle the matter.
    CHECK(counts(policy, coverage, "H.4") == "0/3/0/1");
    CHECK(counts(policy, coverage, "H.6") == "0/3/0/3");
    CHECK(counts(policy, coverage, "H.otherwise") == "no such clause");
    CHECK(coverage.decisive() == 7);
    CHECK(coverage.clauses.size() == 9);
}

TEST_CASE("a time by cases in months and in days is changed as the author wrote it") {
    const std::filesystem::path policies = std::filesystem::path(POL_SOURCE_DIR) / "policies";
    Run run({policies.string()});
    const std::optional<model::Policy> policy = build_model(run, (policies / "esketamine.pol").string());
    REQUIRE(policy.has_value());
    CHECK(changes_at(*policy, "define first_time") ==
          std::vector<std::string>{
              "indication is si → is not si", "indication is si → is one of si, trd",
              "claimed indication is si → attested is asked for", "case 1 → left out",
              "first_time = 6 months → first_time = 7 months", "first_time = 6 months → first_time = 5 months",
              "first_time = 4 weeks → first_time = 29 days", "first_time = 4 weeks → first_time = 27 days"});
}

TEST_CASE("outcomes are counted by line of business, beside what its rules can give") {
    const model::Policy policy = policy_of("half_tested");
    const Coverage coverage = cover(policy);
    REQUIRE(coverage.lines.size() == 4);
    const auto seen = [&](std::size_t line, Outcome outcome) {
        return coverage.lines[line].seen[static_cast<std::size_t>(outcome)];
    };
    const auto possible = [&](std::size_t line, Outcome outcome) {
        return coverage.lines[line].possible[static_cast<std::size_t>(outcome)];
    };
    CHECK(seen(0, Outcome::approved) == 1);
    CHECK(seen(0, Outcome::criteria_not_met) == 1);
    CHECK(seen(0, Outcome::needs_information) == 1);
    CHECK(seen(1, Outcome::approved) == 0);
    CHECK(possible(0, Outcome::excluded));
    CHECK_FALSE(possible(0, Outcome::investigational));
    CHECK(possible(2, Outcome::does_not_apply));
    CHECK_FALSE(possible(2, Outcome::approved));
}

TEST_CASE("every slip of a clause is one change, in the words of the clause") {
    const model::Policy policy = policy_of("half_tested");
    CHECK(changes_at(policy, "H.1") ==
          std::vector<std::string>{"initial requires H.1 → left out",
                                   "age at date_of_service is at least 18 years → is at least 19 years",
                                   "age at date_of_service is at least 18 years → is at least 17 years",
                                   "age at date_of_service is at least 18 years → is less than 18 years",
                                   "age at date_of_service is at least 18 years → is at least 18 months"});
    CHECK(changes_at(policy, "H.2") == std::vector<std::string>{"initial requires H.2 → left out",
                                                                "severity is severe → is not severe",
                                                                "severity is severe → is one of severe, mild",
                                                                "documented severity is severe → attested is enough"});
    CHECK(changes_at(policy, "H initial") ==
          std::vector<std::string>{"initial requires all of H.1, H.2, (any of H.3, H.4) → initial requires any of H.1, "
                                   "H.2, (any of H.3, H.4)",
                                   "initial requires (any of H.3, H.4) → left out",
                                   "initial requires any of H.3, H.4 → initial requires all of H.3, H.4"});
    CHECK(changes_at(policy, "H.5") ==
          std::vector<std::string>{"approve 6 months → approve 7 months", "approve 6 months → approve 5 months",
                                   "from date_of_service → from date_of_request",
                                   "renewals are counted from first_start → every kind from its own day"});
    CHECK(changes_at(policy, "H.otherwise") ==
          std::vector<std::string>{"otherwise criteria not met → otherwise excluded"});
}

TEST_CASE("changing a policy leaves it as it was") {
    const model::Policy policy = policy_of("half_tested");
    model::Policy draft = without_scenarios(policy);
    const std::vector<std::string> first = all_changes(draft);
    CHECK(all_changes(draft) == first);
    CHECK(first.size() > 40);
    for (const model::Scenario& scenario : policy.scenarios) draft.scenarios.push_back(scenario);
    CHECK(mutate(draft).killed == mutate(policy).killed);
}

TEST_CASE("a change that no scenario notices is told apart by a request near one") {
    const model::Policy policy = policy_of("half_tested");
    const Mutation mutation = mutate(policy);
    // Members of 36 and 16 years do not tell 18 from 19 or 17.
    CHECK(survivors_at(mutation, "H.1") == std::vector<std::string>{"is at least 19 years", "is at least 17 years"});
    for (const Survivor& survivor : mutation.survivors) {
        if (survivor.change.place.name != "H.1") continue;
        REQUIRE(survivor.witness.has_value());
        REQUIRE(survivor.witness->neighbour.steps.size() == 1);
        CHECK(survivor.witness->neighbour.steps.front().fact == index_of(BuiltinFact::birth_date));
        CHECK(survivor.witness->original.outcome != survivor.witness->changed.outcome);
    }
    CHECK(mutation.alike() == 0);
    CHECK(mutation.killed + mutation.survivors.size() == mutation.mutants);
}

TEST_CASE("a change that decides everybody alike is proved to, and does not count") {
    const Mutation mutation = mutate(policy_of("says_it_twice"));
    std::vector<std::string> alike;
    for (const Survivor& survivor : mutation.survivors)
        if (survivor.states) alike.push_back(words_of(survivor.change));
    // Who is 18 is 2, and 3, and 1, and was born two months ago.
    CHECK(alike == std::vector<std::string>{"age at date_of_service is at least 2 years → left out",
                                            "age at date_of_service is at least 2 years → is at least 3 years",
                                            "age at date_of_service is at least 2 years → is at least 1 year",
                                            "age at date_of_service is at least 2 years → is at least 2 months"});
    CHECK(survivors_at(mutation, "H.1").size() == alike.size());
    CHECK(mutation.score() ==
          doctest::Approx(100.0 * static_cast<double>(mutation.killed) / static_cast<double>(mutation.mutants - 4)));
}

TEST_CASE("what is asked under one benefit only is compared under that benefit, too") {
    const model::Policy policy = policy_of("by_benefit");
    // Under the first benefit H.1 holds of everybody, whatever is asked behind its `if`.
    const std::vector<std::string> changes = changes_at(policy, "H.1");
    CHECK(std::count(changes.begin(), changes.end(), "use is harbor_fever → is not harbor_fever") == 1);
    const Mutation mutation = mutate(policy);
    CHECK(survivors_at(mutation, "H.1").size() == changes.size());
    CHECK(mutation.alike() == 0);
}

TEST_CASE("an outcome that an exception lifts may be not met, though its condition always holds") {
    model::Policy policy = policy_of("half_tested");
    const auto use =
        std::find_if(policy.determinations.begin(), policy.determinations.end(),
                     [&](const model::Determination& each) { return policy.clauses[each.clause].id == "H.6"; });
    REQUIRE(use != policy.determinations.end());
    auto& test = std::get<model::ChoiceTest>(use->condition->form);
    test.comparison = model::ChoiceOperator::is_one_of;
    test.values = {0, 1};
    CHECK(states_without(policy, use->clause, ClauseState::no).has_value());
    use->exceptions = {*policy.gate};
    CHECK_FALSE(states_without(policy, use->clause, ClauseState::no).has_value());
    CHECK_FALSE(states_without(policy, use->clause, ClauseState::yes).has_value());
}

TEST_CASE("a policy without scenarios has seen nothing, and nothing notices a change") {
    const model::Policy policy = policy_of("without_scenarios");
    const Coverage coverage = cover(policy);
    CHECK(coverage.decisive() == 0);
    CHECK(coverage.decisive_percent() == 0);
    CHECK(mutate(policy).killed == 0);
}

TEST_CASE("what scenarios lack is suggested, unless nobody can show it") {
    const model::Policy policy = policy_of("half_tested");
    const Suggestions suggestions = suggest(policy, cover(policy), nullptr);
    CHECK(suggestions.not_found.empty());
    REQUIRE_FALSE(suggestions.scenarios.empty());
    // The first step from the first scenario that shows something: whether the contract excludes the drug is left out.
    CHECK(suggestions.scenarios.front().find("# shows GATE unknown\n") != std::string::npos);

    const model::Policy made_up = policy_of("without_scenarios");
    CHECK(suggest(made_up, cover(made_up), nullptr).not_found.empty());
}

TEST_CASE("counts say where counting ended") {
    constexpr std::uint64_t ended = std::numeric_limits<std::uint64_t>::max();
    CHECK(analysis::words_for_count(70, "state") == "70 states");
    CHECK(analysis::words_for_count(1, "state") == "1 state");
    CHECK(analysis::words_for_count(ended, "state") == "more states than can be counted");
    CHECK(analysis::words_for_all(70, "state") == "all 70 states");
    CHECK(analysis::words_for_all(ended, "state") == "all states");
}

TEST_CASE("an item for some lines only is not for the others") {
    const model::Policy policy = policy_of("for_one_line");
    CHECK(lines_of(policy, clause_named(policy, "H.1")) == std::vector<bool>{true, true, false});
    CHECK(lines_of(policy, clause_named(policy, "H.2")) == std::vector<bool>{true, false, false});
}
