// JSON Schema as `polc schema` prints it; tests/schema holds it against requests and decisions of every policy.

#include "tests/cli/support/command.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <regex>
#include <string>

using namespace pol::test;

namespace {

const std::string root = POL_SOURCE_DIR;
const std::string qalsody = root + "/policies/qalsody.pol";

CommandResult polc(const std::string& arguments, std::string_view input = {}) {
    return run(shell_word(POL_PROGRAM) + " " + arguments, input);
}

}  // namespace

TEST_CASE("schema prints the schema of requests or of decisions, in the policy's own words") {
    const CommandResult requests = polc("schema " + shell_word(qalsody));
    CHECK(requests.exit_code == 0);
    CHECK(requests.errors == "");
    CHECK(polc("schema --request " + shell_word(qalsody)).output == requests.output);
    const nlohmann::json request = nlohmann::json::parse(requests.output);
    CHECK(request.at("$id") == "urn:pol:PHARMACY-127:2026-06-01:request");
    CHECK(request.at("additionalProperties") == false);
    CHECK(request.at("properties").at("weakness_from_als").at("title") == "weakness attributable to ALS");
    CHECK(request.at("$defs").at("diagnosis_value").at("enum") == nlohmann::json::array({"als", "other"}));
    const CommandResult decisions = polc("schema --decision " + shell_word(qalsody));
    CHECK(decisions.exit_code == 0);
    CHECK(nlohmann::json::parse(decisions.output).at("$id") == "urn:pol:PHARMACY-127:2026-06-01:decision");
    CHECK(polc("schema --request --decision " + shell_word(qalsody)).exit_code == 2);
    CHECK(polc("schema /nonexistent.pol").exit_code == 3);
    CHECK(polc("schema " + shell_word(qalsody) + " >/dev/full").exit_code == 3);
}

TEST_CASE("the schema takes the NDCs that decide takes") {
    const std::string sandpiper = shell_word(root + "/tests/policies/sandpiper.pol");
    const nlohmann::json schema = nlohmann::json::parse(polc("schema " + sandpiper).output);
    const std::regex pattern(schema.at("$defs").at("package_value").at("pattern").get<std::string>());
    for (const std::string ndc : {"5789-0030-01", "57894-030-01", "57894-0030-1", "57894-0030-01", "057894-0030-01",
                                  "57894003001", "5789400301", "057894003001", "057894-030-01"}) {
        INFO(ndc);
        const CommandResult decided = polc("decide " + sandpiper, R"({"package": ")" + ndc + R"("})");
        CHECK(std::regex_search(ndc, pattern) == decided.errors.empty());
    }
}
