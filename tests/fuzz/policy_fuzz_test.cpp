// A spoilt policy never gets half way: it is refused with a finding at its place, or it has a meaning
// that the formatter keeps.

#include "compiler/ast/print.hpp"
#include "compiler/check/check.hpp"
#include "compiler/interpret/scenarios.hpp"
#include "compiler/lower/lower.hpp"
#include "compiler/parse/parse.hpp"
#include "tests/fuzz/mutate.hpp"
#include "tests/support/golden.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

using namespace pol;

namespace {

constexpr int mutants = 240;

std::string shipped(const char* name) {
    return test::read_text(std::filesystem::path(POL_SOURCE_DIR) / "policies" / name);
}

/// How far a text came.
struct Compiled {
    bool was_read = false;
    std::string printed;
    std::optional<model::Policy> policy;
    std::vector<Finding> findings;
};

/// The shipped policy's text, or what became of it, with the shipped plan and facts.
Compiled compiled(const std::string& text) {
    SourceMap sources;
    Sink sink;
    Compiled outcome;
    std::optional<ast::File> policy = parse(sources, sources.add("qalsody.pol", text), sink);
    if (policy && std::holds_alternative<ast::Policy>(policy->declared)) {
        outcome.was_read = true;
        outcome.printed = ast::print(*policy, sources);
        std::optional<ast::File> plan = parse(sources, sources.add("ny_plan.pol", shipped("ny_plan.pol")), sink);
        std::vector<ast::File> facts{*parse(sources, sources.add("als.pol", shipped("als.pol")), sink)};
        const ast::Program program{std::move(*policy), std::move(plan), std::move(facts)};
        check(program, sink);
        if (!sink.has_errors()) outcome.policy = lower(program, sources);
    }
    outcome.findings = sink.sorted();
    return outcome;
}

/// Whether the spoilt text, which is the first file, has an error at a place of its own.
bool is_refused_at_its_place(const Compiled& outcome, const std::string& text) {
    return std::any_of(outcome.findings.begin(), outcome.findings.end(), [&](const Finding& finding) {
        return catalogue_entry(finding.code).severity == Severity::error && finding.span.file == 0 &&
               finding.span.end <= text.size() && !finding.message.empty();
    });
}

/// What every scenario comes to: the same text, the same decisions.
std::vector<std::vector<std::string>> scenario_results(const model::Policy& policy) {
    std::vector<std::vector<std::string>> results;
    for (const ScenarioResult& result : run_scenarios(policy)) results.push_back(result.differences);
    return results;
}

}  // namespace

TEST_CASE("a spoilt policy is refused at its place, or means what its canonical form means") {
    const std::string text = shipped("qalsody.pol");
    REQUIRE(compiled(text).policy);
    test::Mutator mutator(41);
    int refused = 0;
    int sound = 0;
    for (int at = 0; at < mutants; ++at) {
        const std::string mutant = mutator.respell(text);
        CAPTURE(mutant);
        const Compiled outcome = compiled(mutant);
        if (!outcome.policy) {
            ++refused;
            CHECK(is_refused_at_its_place(outcome, mutant));
        }
        if (!outcome.was_read) continue;
        const Compiled again = compiled(outcome.printed);
        CHECK(again.printed == outcome.printed);
        REQUIRE(again.policy.has_value() == outcome.policy.has_value());
        if (!outcome.policy) continue;
        ++sound;
        CHECK(scenario_results(*again.policy) == scenario_results(*outcome.policy));
    }
    CHECK(refused > mutants / 10);
    CHECK(sound > mutants / 10);
}
