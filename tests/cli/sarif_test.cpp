// Findings as SARIF 2.1.0. The standard's own schema is not part of this repository; the shapes below are those parts
// of it that polc writes, so that a property of another name or type is found.

#include "tests/cli/support/command.hpp"
#include "tests/cli/support/policy_files.hpp"
#include "tests/support/golden.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace fs = std::filesystem;
using namespace pol::test;
using Json = nlohmann::json;

namespace {

/// Objects of the standard (its section 3) with their properties: `!` for those that must be there; `[x]` is an array
/// of x, `{x}` an object with any names. Lines and columns count from 1.
const Json shapes = Json::parse(R"({
    "sarifLog": {"$schema": "uri", "version!": "text", "runs!": "[run]"},
    "run": {"tool!": "tool", "invocations": "[invocation]", "originalUriBaseIds": "{artifactLocation}",
            "columnKind": "text", "results": "[result]"},
    "tool": {"driver!": "toolComponent"},
    "toolComponent": {"name!": "text", "version": "text", "semanticVersion": "text", "rules": "[reportingDescriptor]"},
    "reportingDescriptor": {"id!": "text", "shortDescription": "multiformatMessageString",
                            "fullDescription": "multiformatMessageString", "help": "multiformatMessageString",
                            "defaultConfiguration": "reportingConfiguration"},
    "multiformatMessageString": {"text!": "text", "markdown": "text"},
    "reportingConfiguration": {"level": "level"},
    "invocation": {"executionSuccessful!": "flag", "exitCode": "index", "exitCodeDescription": "text"},
    "result": {"ruleId": "text", "ruleIndex": "index", "level": "level", "message!": "message",
               "locations": "[location]", "relatedLocations": "[location]", "partialFingerprints": "{text}"},
    "message": {"text": "text"},
    "location": {"physicalLocation": "physicalLocation", "message": "message"},
    "physicalLocation": {"artifactLocation": "artifactLocation", "region": "region"},
    "artifactLocation": {"uri": "uri", "uriBaseId": "text", "description": "message"},
    "region": {"startLine": "place", "startColumn": "place", "endLine": "place", "endColumn": "place"}
})");

bool is_uri(const Json& value) {
    return value.is_string() && value.get<std::string>().find_first_of(" <>\"\\") == std::string::npos;
}

bool is_of_plain_type(const Json& value, const std::string& type) {
    if (type == "text") return value.is_string() && !value.get<std::string>().empty();
    if (type == "uri") return is_uri(value);
    if (type == "flag") return value.is_boolean();
    if (type == "level") return value == "error" || value == "warning";
    if (type == "place") return value.is_number_integer() && value >= 1;
    return type == "index" && value.is_number_integer() && value >= 0;
}

void check_shape(const Json& value, const std::string& type);

void check_object(const Json& value, const std::string& type) {
    const Json& shape = shapes.at(type);
    REQUIRE(value.is_object());
    for (const auto& property : value.items()) {
        const std::string name = property.key();
        const bool required = shape.contains(name + "!");
        REQUIRE_MESSAGE((required || shape.contains(name)), type << " has no " << name);
        check_shape(property.value(), shape.at(required ? name + "!" : name));
    }
    for (const auto& property : shape.items()) {
        const std::string name = property.key().substr(0, property.key().size() - 1);
        if (property.key().back() == '!') CHECK_MESSAGE(value.contains(name), type << " needs " << name);
    }
}

void check_shape(const Json& value, const std::string& type) {
    const std::string inner = type.substr(1, type.size() - 2);
    if (type.front() == '[' || type.front() == '{') {
        REQUIRE(value.is_array() == (type.front() == '['));
        for (const Json& element : value) check_shape(element, inner);
    } else if (shapes.contains(type)) {
        check_object(value, type);
    } else {
        CHECK_MESSAGE(is_of_plain_type(value, type), value << " is no " << type);
    }
}

/// What polc writes in a folder, checked in shape.
Json log_of(const std::string& arguments, const fs::path& folder, int exit_code) {
    const CommandResult result =
        run("cd " + shell_word(folder.string()) + " && " + shell_word(POL_PROGRAM) + " " + arguments);
    CHECK(result.exit_code == exit_code);
    CHECK(result.output.empty());
    Json log = Json::parse(result.errors, nullptr, false);
    REQUIRE_FALSE(log.is_discarded());
    check_shape(log, "sarifLog");
    CHECK(log.at("version") == "2.1.0");
    REQUIRE(log.at("runs").size() == 1);
    return log.at("runs").at(0);
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    REQUIRE(text.find(from) != std::string::npos);
    return text.replace(text.find(from), from.size(), to);
}

std::vector<std::string> fingerprints(const Json& run) {
    std::vector<std::string> prints;
    for (const Json& result : run.at("results"))
        prints.push_back(result.at("partialFingerprints").at("findingInLine/v1"));
    return prints;
}

}  // namespace

TEST_CASE("a policy with an unknown name: rule, level, place and message") {
    const ScratchFolder folder;
    copy_policies(folder);
    const std::string text = read_text(folder.path() / "qalsody.pol");
    folder.write("qalsody.pol", replaced(text, "diagnosis is als", "diagnoses is als"));
    const Json run = log_of("check --format sarif ./qalsody.pol", folder.path(), 1);
    const Json* found = nullptr;
    for (const Json& result : run.at("results"))
        if (result.at("ruleId") == "unknown-name") found = &result;
    REQUIRE(found != nullptr);
    CHECK(found->at("level") == "error");
    CHECK(found->at("message").at("text").get<std::string>().find("did you mean `diagnosis`?") != std::string::npos);
    const Json& place = found->at("locations").at(0).at("physicalLocation");
    CHECK(place.at("artifactLocation").at("uri") == "qalsody.pol");
    CHECK(place.at("artifactLocation").at("uriBaseId") == "%SRCROOT%");
    const Json& region = place.at("region");
    CHECK(region.at("endColumn").get<int>() - region.at("startColumn").get<int>() == 9);
    CHECK(run.at("columnKind") == "unicodeCodePoints");
    CHECK(run.at("invocations").at(0) ==
          Json{{"executionSuccessful", true}, {"exitCode", 1}, {"exitCodeDescription", "errors"}});
}

TEST_CASE("rules are those found, each with its page, and results point to them") {
    const Json run = log_of("check --format sarif policies/qalsody.pol", POL_SOURCE_DIR, 0);
    const Json& rules = run.at("tool").at("driver").at("rules");
    CHECK(!run.at("results").empty());
    for (const Json& result : run.at("results")) {
        const Json& rule = rules.at(result.at("ruleIndex").get<std::size_t>());
        CHECK(rule.at("id") == result.at("ruleId"));
        CHECK(result.at("level") == rule.at("defaultConfiguration").at("level"));
        const std::string markdown = rule.at("help").at("markdown");
        CHECK(markdown.starts_with("## " + result.at("ruleId").get<std::string>() + "\n"));
        CHECK(rule.at("fullDescription").at("text") != rule.at("shortDescription").at("text"));
    }
}

TEST_CASE("fingerprints stay when lines move and change with the line") {
    const ScratchFolder folder;
    copy_policies(folder);
    const std::string text = read_text(folder.path() / "qalsody.pol");
    const std::vector<std::string> before = fingerprints(log_of("check --format sarif qalsody.pol", folder.path(), 0));
    REQUIRE(before.size() > 2);
    CHECK(std::set<std::string>(before.begin(), before.end()).size() == before.size());
    folder.write("qalsody.pol", "# moved\n\n\n" + text);
    CHECK(fingerprints(log_of("check --format sarif qalsody.pol", folder.path(), 0)) == before);
    folder.write("qalsody.pol", replaced(text, "2024-01-16 \"", "2024-01-16 \"so "));
    CHECK(fingerprints(log_of("check --format sarif qalsody.pol", folder.path(), 0)) != before);
}

TEST_CASE("files in the folder are named as seen from there, others by their whole path") {
    const ScratchFolder folder;
    copy_policies(folder);
    fs::create_directory(folder.path() / "a b");
    for (const char* name : {"qalsody.pol", "ny_plan.pol", "als.pol"})
        fs::copy_file(folder.path() / name, folder.path() / "a b" / name);
    const auto uri_of = [](const Json& run) {
        return run.at("results").at(0).at("locations").at(0).at("physicalLocation").at("artifactLocation").at("uri");
    };
    const std::string inside = shell_word((folder.path() / "a b/qalsody.pol").string());
    CHECK(uri_of(log_of("check --format sarif " + inside, folder.path(), 0)) == "a%20b/qalsody.pol");
    const std::string outside = uri_of(log_of("check --format sarif " + inside, POL_SOURCE_DIR, 0));
    CHECK(outside.starts_with("file:///"));
    CHECK(outside.ends_with("/a%20b/qalsody.pol"));
}

TEST_CASE("a sound file has a log without results, an unreadable one a run that did not succeed") {
    const Json sound = log_of("check --format sarif policies/als.pol", POL_SOURCE_DIR, 0);
    CHECK(sound.at("results").empty());
    CHECK(sound.at("invocations").at(0).at("exitCode") == 0);
    const Json unreadable = log_of("check --format sarif nowhere.pol", POL_SOURCE_DIR, 3);
    CHECK(unreadable.at("results").at(0).at("ruleId") == "file-not-readable");
    CHECK(unreadable.at("invocations").at(0).at("executionSuccessful") == false);
}

TEST_CASE("test and compile report failing scenarios at their place") {
    const ScratchFolder folder;
    copy_policies(folder);
    const std::string text = read_text(folder.path() / "qalsody.pol");
    folder.write("qalsody.pol", replaced(text, "doses 8, units 800 J1304", "doses 7, units 800 J1304"));
    for (const char* command : {"test --format sarif qalsody.pol", "compile --format sarif qalsody.pol"}) {
        const Json run = log_of(command, folder.path(), 1);
        std::size_t failing = 0;
        for (const Json& result : run.at("results")) failing += result.at("ruleId") == "scenario-fails" ? 1U : 0U;
        CHECK(failing == 1);
    }
    CHECK_FALSE(fs::exists(folder.path() / "qalsody.hpp"));
}
