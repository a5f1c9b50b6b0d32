#include "tests/cli/support/command.hpp"
#include "tests/support/golden.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <filesystem>

namespace fs = std::filesystem;
using namespace pol::test;

namespace {

const fs::path golden = fs::path(POL_SOURCE_DIR) / "tests/golden";
const fs::path policies = golden / "coverage/policies";

const std::string qalsody = shell_word(std::string(POL_SOURCE_DIR) + "/policies/qalsody.pol");

CommandResult polc(const std::string& arguments, std::string_view input = {}) {
    return run(shell_word(POL_PROGRAM) + " " + arguments, input);
}

CommandResult test_with(const std::string& options, const fs::path& policy) {
    return polc("test " + options + " -I " + shell_word((golden / "coverage/library").string()) + " -I " +
                shell_word((golden / "check/library").string()) + " " + shell_word(policy.string()));
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

nlohmann::json json_of(const CommandResult& result) {
    const nlohmann::json json = nlohmann::json::parse(result.output, nullptr, false);
    REQUIRE(json.is_array());
    REQUIRE(json.size() == 1);
    return json.front();
}

}  // namespace

TEST_CASE("suggested scenarios are canonical, hold when pasted behind the policy, and show what was missing") {
    for (const char* name : {"half_tested", "says_it_twice", "without_scenarios"}) {
        INFO(name);
        const CommandResult suggested = test_with("--suggest", policies / (std::string(name) + ".pol"));
        CHECK(suggested.exit_code == 0);
        const ScratchFolder folder;
        const std::string text = read_text(policies / (std::string(name) + ".pol"));
        folder.write(std::string(name) + ".pol", text + "\n" + suggested.output);
        const fs::path pasted = folder.path() / (std::string(name) + ".pol");
        const CommandResult tested = test_with("", pasted);
        CHECK_MESSAGE(tested.exit_code == 0, tested.output << tested.errors);
        CHECK(has(tested.output, " 0 failed"));
        CHECK(difference(read_text(pasted), polc("fmt " + shell_word(pasted.string())).output) == "");

        const nlohmann::json before =
            json_of(test_with("--coverage --format json", policies / (std::string(name) + ".pol")));
        const nlohmann::json after = json_of(test_with("--coverage --suggest --format json", pasted));
        CHECK(after.at("scenarios") > before.at("scenarios"));
        CHECK(after.at("coverage").at("decisive_percent") >= before.at("coverage").at("decisive_percent"));
        CHECK(after.at("suggestions").at("scenarios").empty());
    }
}

TEST_CASE("scenarios suggested for changes are noticed by them when pasted") {
    const fs::path policy = policies / "half_tested.pol";
    const nlohmann::json before = json_of(test_with("--mutate --suggest --format json", policy));
    std::string text = read_text(policy);
    for (const nlohmann::json& scenario : before.at("suggestions").at("scenarios"))
        text += "\n" + scenario.get<std::string>();
    const ScratchFolder folder;
    folder.write("half_tested.pol", text);
    const nlohmann::json after = json_of(test_with("--mutate --format json", folder.path() / "half_tested.pol"));
    CHECK(after.at("failed") == 0);
    CHECK(before.at("mutation").at("score_percent") < 60);
    CHECK(after.at("mutation").at("score_percent") == 100);
}

TEST_CASE("shares below their thresholds are errors that say both") {
    const fs::path policy = policies / "half_tested.pol";
    const CommandResult few = test_with("--min-decisive 90", policy);
    CHECK(few.exit_code == 1);
    CHECK(has(few.errors,
              "77.77 % of the clauses that can be met or not met decide some scenario, and 90 % are asked for"));
    CHECK(test_with("--min-decisive 77", policy).exit_code == 0);
    CHECK(test_with("--min-mutation 1", policy).exit_code == 0);
    const CommandResult unnoticed = test_with("--min-mutation 99.5", policy);
    CHECK(unnoticed.exit_code == 1);
    CHECK(has(unnoticed.errors, "of the changes are noticed by some scenario, and 99.5 % are asked for"));
    CHECK(test_with("--min-mutation 101", policy).exit_code == 2);
}

TEST_CASE("scenarios that fail are told, and nothing is measured by them") {
    const ScratchFolder folder;
    std::string text = read_text(policies / "half_tested.pol");
    text.replace(text.find("through 2026-12-31"), 18, "through 2027-01-01");
    folder.write("half_tested.pol", text);
    const CommandResult tested = test_with("--coverage --mutate --suggest", folder.path() / "half_tested.pol");
    CHECK(tested.exit_code == 1);
    CHECK(has(tested.output, "3 scenarios, 1 failed"));
    CHECK_FALSE(has(tested.output, "clauses decide"));
    CHECK_FALSE(has(tested.output, "mutants"));
}

TEST_CASE("the scenarios of the first policy see every clause decide, and notice nearly every change") {
    const CommandResult tested = polc("test --min-decisive 100 --min-mutation 95 " + qalsody);
    CHECK_MESSAGE(tested.exit_code == 0, tested.output << tested.errors);
}

TEST_CASE("the request of a scenario is printed as decide reads it, and nothing is run") {
    const CommandResult request = polc("test " + qalsody + " --request 'H row 1: adult'");
    CHECK(request.exit_code == 0);
    CHECK(request.errors == "");
    CHECK(request.output.starts_with("{\"line_of_business\":"));
    CHECK(has(polc("decide " + qalsody, request.output).output, "APPROVED"));
}

TEST_CASE("a name that no scenario has is wrong use, also the empty one") {
    const auto said = [](const std::string& name) {
        const CommandResult result = polc("test " + qalsody + " --request " + shell_word(name));
        CHECK(result.exit_code == 2);
        CHECK(result.output == "");
        return result.errors;
    };
    CHECK(said("H row 1: adlt") ==
          "polc test: no scenario is called `H row 1: adlt`; did you mean `H row 1: adult`?\n");
    CHECK(said("") == "polc test: no scenario is called ``; `--verbose` names them all\n");
}

TEST_CASE("a request takes no option that says how runs are told") {
    for (const char* option : {"--verbose", "--coverage", "--mutate", "--suggest", "--min-decisive 1",
                               "--min-mutation 1", "--format json", "--format text"}) {
        INFO(option);
        const CommandResult both = polc("test " + qalsody + " --request 'H row 1: adult' " + option);
        CHECK(both.exit_code == 2);
        CHECK(both.output == "");
        CHECK(has(both.errors, "--request"));
        CHECK(has(both.errors, "excludes"));
    }
}
