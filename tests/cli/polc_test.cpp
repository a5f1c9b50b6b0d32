#include "tests/cli/support/command.hpp"
#include "tests/cli/support/policy_files.hpp"
#include "tests/support/golden.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <sys/stat.h>

#include <filesystem>

namespace fs = std::filesystem;
using namespace pol::test;

namespace {

const std::string policies = std::string(POL_SOURCE_DIR) + "/policies";
const std::string qalsody = policies + "/qalsody.pol";

CommandResult polc(const std::string& arguments, std::string_view input = {}) {
    return run(shell_word(POL_PROGRAM) + " " + arguments, input);
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::size_t count_of(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
    return count;
}

}  // namespace

TEST_CASE("check tells open readings as warnings and, for a release, as errors") {
    const CommandResult checked = polc("check " + shell_word(qalsody));
    CHECK(checked.exit_code == 0);
    CHECK(has(checked.errors, "warning: this reading is open [open-reading]"));
    CHECK(has(checked.output, "sound; "));
    CHECK(has(checked.output, "proved over"));

    const CommandResult released = polc("check --release " + shell_word(qalsody));
    CHECK(released.exit_code == 1);
    CHECK(has(released.errors, "error: this reading is open [open-reading]"));
    CHECK(has(released.errors, "warning: `2024-01-16` stands out of the order"));
}

TEST_CASE("check reads plan and facts files by themselves") {
    const CommandResult checked =
        polc("check " + shell_word(policies + "/als.pol") + " " + shell_word(policies + "/ny_plan.pol"));
    CHECK(checked.exit_code == 0);
    CHECK(checked.errors.empty());
    CHECK(has(checked.output, "als.pol: sound"));
}

TEST_CASE("findings as JSON are one list, on standard error") {
    const CommandResult checked = polc("check --format json " + shell_word(qalsody));
    CHECK(checked.output.empty());
    const nlohmann::json findings = nlohmann::json::parse(checked.errors, nullptr, false);
    REQUIRE(findings.is_array());
    std::size_t open_readings = 0;
    for (const nlohmann::json& finding : findings) {
        CHECK(finding.at("file") == qalsody);
        CHECK(finding.at("line") >= 1);
        CHECK(finding.at("end").at("line") >= finding.at("line"));
        CHECK(finding.at("severity") == "warning");
        CHECK(finding.at("message") != "");
        CHECK(finding.at("hint") != "");
        CHECK(finding.at("labels").is_array());
        open_readings += finding.at("code") == "open-reading" ? 1 : 0;
    }
    const std::string text = polc("check " + shell_word(qalsody)).errors;
    CHECK(findings.size() == count_of(text, "\n  hint: "));
    CHECK(open_readings == count_of(text, "[open-reading]\n"));
}

TEST_CASE("wrong use ends with 2") {
    CHECK(polc("").exit_code == 2);
    const CommandResult unknown = polc("chekc x.pol");
    CHECK(unknown.exit_code == 2);
    CHECK(unknown.errors == "polc: there is no command `chekc`; did you mean `check`?\n");
    CHECK(polc("fnord x.pol").errors == "polc: there is no command `fnord`; see `polc --help`\n");
    for (const char* space : {"9a", "a::class", "'a b'", "a::", "'1; int x'", "a::b__c"})
        CHECK(polc("compile " + shell_word(qalsody) + " -o /tmp --namespace " + space).exit_code == 2);
    CHECK(polc("check").exit_code == 2);
    CHECK(polc("check --format sarih x.pol").exit_code == 2);
    CHECK(polc("compile -").exit_code == 2);
    CHECK(polc("--help").exit_code == 0);
    CHECK(polc("--version").output.starts_with("polc 0.1.0 (runtime "));
}

TEST_CASE("an option that a command does not have is named with the one that may be meant") {
    const auto said = [](const std::string& arguments) {
        const CommandResult result = polc(arguments);
        CHECK(result.exit_code == 2);
        CHECK(result.output == "");
        return result.errors;
    };
    CHECK(said("check --frmat json x.pol") == "polc check: there is no option `--frmat`; did you mean `--format`?\n");
    CHECK(said("check --frmat=json x.pol") == said("check --frmat json x.pol"));
    CHECK(said("check x.pol -format json") == "polc check: there is no option `-format`; did you mean `--format`?\n");
    // also where what is misspelt has to be there
    CHECK(said("verify x.pol --agianst x.txt") ==
          "polc verify: there is no option `--agianst`; did you mean `--against`?\n");
    CHECK(said("test --quietly x.pol") == "polc test: there is no option `--quietly`; see `polc test --help`\n");
    CHECK(said("fmt -x x.pol") == "polc fmt: there is no option `-x`; see `polc fmt --help`\n");
    CHECK(said("--verson") == "polc: there is no option `--verson`; did you mean `--version`?\n");
    CHECK(!has(said("verify -- x.pol"), "no option"));
    CHECK(polc("check --frmat --help").exit_code == 0);
}

TEST_CASE("standard input is called by that name, and is one input only") {
    CHECK(polc("check -", read_text(policies + "/als.pol")).output == "<standard input>: sound\n");
    const fs::path document = fs::path(POL_SOURCE_DIR) / "tests/golden/verify/qalsody/stand_in.txt";
    CHECK(has(polc("verify " + shell_word(qalsody) + " --against -", read_text(document)).output,
              ": agrees with <standard input>; "));
    const auto said = [](const std::string& arguments) {
        const CommandResult result = polc(arguments, read_text(qalsody));
        CHECK(result.exit_code == 2);
        return result.errors;
    };
    CHECK(said("decide -") == "polc decide: policy and request cannot both come from standard input\n");
    CHECK(said("diff - -") == "polc diff: old text and new text cannot both come from standard input\n");
    CHECK(said("verify - --against -") == "polc verify: policy and document cannot both come from standard input\n");
}

TEST_CASE("what cannot be read or written ends with 3") {
    const CommandResult missing = polc("check /nonexistent/qalsody.pol");
    CHECK(missing.exit_code == 3);
    CHECK(has(missing.errors, "no such file or directory"));
    CHECK(polc("fmt " + shell_word(policies)).exit_code == 3);
    CHECK(polc("fmt " + shell_word(qalsody) + " > /dev/full").exit_code == 3);
    CHECK(polc("decide " + shell_word(qalsody) + " /nonexistent/request.json").exit_code == 3);
    const CommandResult unwritable = polc("compile " + shell_word(qalsody) + " -o /nonexistent");
    CHECK(unwritable.exit_code == 3);
    CHECK(has(unwritable.errors, "[file-not-writable]"));
}

TEST_CASE("test runs every scenario and names those that fail") {
    const ScratchFolder folder;
    copy_policies(folder);
    const std::string file = shell_word((folder.path() / "qalsody.pol").string());
    CHECK(has(polc("test " + file).output, " scenarios, 0 failed"));
    CHECK(has(polc("test --verbose " + file).output, "ok     "));

    replace_in(folder.path() / "qalsody.pol", "doses 8, units 800 J1304", "doses 7, units 800 J1304", folder);
    const CommandResult failed = polc("test " + file);
    CHECK(failed.exit_code == 1);
    CHECK(has(failed.output, "FAILED"));
    CHECK(has(failed.output, "1 failed"));
    CHECK(!has(failed.output, "hint"));

    replace_in(folder.path() / "qalsody.pol", "doses 7, units 800 J1304", "doses 8, units 800 J1304", folder);
    replace_in(folder.path() / "qalsody.pol", "evidence documented", "evidence claimed", folder);
    CHECK(has(polc("test " + file).output, "hint: nothing in this scenario has evidence"));
}

TEST_CASE("diff tells of doses where the policy has them") {
    const ScratchFolder folder;
    copy_policies(folder);
    const fs::path edited = folder.path() / "qalsody.pol";
    const std::string both = shell_word(qalsody) + " " + shell_word(edited.string());
    replace_in(edited, "every 28 days", "every 21 days", folder);
    CHECK(has(polc("diff " + both).output,
              "LOOSER  MMC.8  approved -> approved, more: doses, J1304, mg, mL, 64406-0109-01\n"
              "  old  3 loading doses 14 days apart, then every 28 days\n"
              "  new  3 loading doses 14 days apart, then every 21 days\n"));
    replace_in(edited, "dose 100 mg", "dose 50 mg", folder);
    CHECK(has(polc("diff " + both).output, "then every 28 days, for each dose 100 mg\n"));
    CHECK(has(polc("diff " + both).output, "MOVED  MMC.8  "));
    replace_in(edited, "approve 6 months from", "approve 12 months from", folder);
    CHECK(has(polc("diff " + both).output, "  MMC.9  approved -> approved"));
}

TEST_CASE("diff tells what changes for whom, and ends as it is asked to") {
    const ScratchFolder folder;
    copy_policies(folder);
    const fs::path edited = folder.path() / "qalsody.pol";
    const std::string both = shell_word(qalsody) + " " + shell_word(edited.string());
    const CommandResult same = polc("diff --exit-code " + both);
    CHECK(same.exit_code == 0);
    CHECK(has(same.output, "No decision changes: both texts have the same rules"));

    replace_in(edited, "approve 6 months from", "approve 12 months from", folder);
    CHECK(polc("diff " + both).exit_code == 0);
    const CommandResult differs = polc("diff --exit-code " + both);
    CHECK(differs.exit_code == 1);
    CHECK(has(differs.output, "LOOSER  MMC.9  approved -> approved, more: period"));
    const nlohmann::json report = nlohmann::json::parse(polc("diff --format json " + both).output, nullptr, false);
    REQUIRE(report.is_object());
    // Which period a renewal lies in turns on its day, and not all days can be gone through.
    CHECK(report.at("complete") == false);
    REQUIRE(report.at("changes").size() == 3);
    CHECK(report.at("changes").at(0).at("direction") == "stricter");
    CHECK(report.at("changes").at(0).at("new") == "needs information");
    const nlohmann::json& change = report.at("changes").at(1);
    CHECK(change.at("direction") == "looser");
    const std::string member = change.at("member").dump();
    CHECK(has(polc("decide " + shell_word(qalsody), member).output, "APPROVED from 2027-06-01 through 2027-11-30"));
    CHECK(has(polc("decide " + shell_word(edited.string()), member).output,
              "APPROVED from 2027-06-01 through 2028-05-31"));

    folder.write("qalsody.pol", "policy qalsody");
    CHECK(polc("diff " + both).exit_code == 1);
    CHECK(polc("diff " + shell_word(qalsody) + " /nonexistent/qalsody.pol").exit_code == 3);
    CHECK(polc("diff " + shell_word(qalsody)).exit_code == 2);
}

TEST_CASE("what-if keeps apart what can still change, and asks as little as possible") {
    const std::string adult = R"({"evidence": "documented", "line_of_business": "medicaid_harp", "benefit": "medical",
        "request": "initial", "birth_date": "2010-03-01", "date_of_service": "2026-07-01", "contract_excludes": false,
        "mdrp_participating": true, "indication": "fda_labeled", "prescriber_specialty": "neurology",
        "diagnosis": "als", "sod1_mutation": "confirmed", "weakness_from_als": true)";
    const CommandResult denied = polc("decide --what-if " + shell_word(qalsody), adult + R"(, "tracheostomy": false})");
    CHECK(has(denied.output, "16 years old on 2026-07-01"));
    CHECK(has(denied.output, "  wait date_of_service 2028-03-01: approved from 2028-03-01 through 2028-08-31\n"));
    CHECK(has(denied.output, "Cannot change: birth_date 2010-03-01\n"));

    std::string open = adult + "}";
    open.replace(open.find("2010"), 4, "1980");
    const CommandResult asked = polc("decide --what-if --format json " + shell_word(qalsody), open);
    const nlohmann::json decision = nlohmann::json::parse(asked.output, nullptr, false);
    REQUIRE(decision.is_object());
    const nlohmann::json& advice = decision.at("what_if");
    CHECK(advice.at("order") == nlohmann::json::array({"tracheostomy", "trach_aspiration_only"}));
    CHECK(advice.at("fewest") == 1);
    CHECK(advice.at("most") == 2);
    CHECK(advice.at("settled_by").at(0).at("answers").at(0) == "tracheostomy no documented");
    CHECK_FALSE(has(polc("decide --format json " + shell_word(qalsody), open).output, "what_if"));
    CHECK(has(polc("decide --what-if " + shell_word(qalsody), open).output,
              "ask in this order\n"
              "  tracheostomy           Does the patient have a tracheostomy?\n"
              "  trach_aspiration_only  Is there a tracheostomy that serves only to prevent aspiration?\n"));
}

TEST_CASE("imports that are missing, wrong or circular are findings") {
    const ScratchFolder folder;
    copy_policies(folder);
    const std::string file = shell_word((folder.path() / "qalsody.pol").string());
    SUBCASE("missing") {
        fs::remove(folder.path() / "als.pol");
        const CommandResult checked = polc("check " + file);
        CHECK(checked.exit_code == 1);
        CHECK(has(checked.errors, "there is no file `als.pol` [import-not-found]"));
        CHECK(polc("check " + file + " --import-dir " + shell_word(policies)).exit_code == 0);
    }
    SUBCASE("another kind of file") {
        replace_in(folder.path() / "qalsody.pol", "facts      als", "facts      ny_plan", folder);
        CHECK(has(polc("check " + file).errors, "`ny_plan.pol` does not declare facts [wrong-declaration]"));
    }
    SUBCASE("itself") {
        replace_in(folder.path() / "qalsody.pol", "facts      als", "facts      qalsody", folder);
        CHECK(has(polc("check " + file).errors, "[import-cycle]"));
    }
    SUBCASE("another name") {
        fs::rename(folder.path() / "qalsody.pol", folder.path() / "other.pol");
        CHECK(has(polc("check " + shell_word((folder.path() / "other.pol").string())).errors, "[wrong-declaration]"));
    }
    SUBCASE("a plan where a policy is wanted") {
        const std::string both = shell_word(qalsody) + " " + shell_word(policies + "/ny_plan.pol");
        CHECK(has(polc("test " + both).errors, "/ny_plan.pol:1:1: error: this file does not declare a policy"));
    }
    SUBCASE("broken, for two policies") {
        replace_in(folder.path() / "als.pol", "implies tracheostomy", "implies trachea", folder);
        folder.write("second.pol", read_text(folder.path() / "qalsody.pol"));
        replace_in(folder.path() / "second.pol", "policy qalsody", "policy second", folder);
        const CommandResult checked = polc("check " + file + " " + shell_word((folder.path() / "second.pol").string()));
        CHECK(checked.exit_code == 1);
        CHECK_FALSE(has(checked.output, "sound"));
    }
    SUBCASE("another name does not keep fmt from printing") {
        fs::rename(folder.path() / "qalsody.pol", folder.path() / "other.pol");
        CHECK(polc("fmt " + shell_word((folder.path() / "other.pol").string())).exit_code == 0);
    }
}

TEST_CASE("decide explains one request, or decides one a line") {
    const std::string request =
        R"({"line_of_business": "medicare_part_d", "benefit": "medical", "date_of_service": "2026-07-01"})";
    const CommandResult explained = polc("decide " + shell_word(qalsody), request);
    CHECK(explained.exit_code == 0);
    CHECK(has(explained.output, "DOES NOT APPLY"));
    CHECK(has(explained.output, "APPLIES.medicare_part_d"));

    const CommandResult lines =
        polc("decide --lines --format json " + shell_word(qalsody), request + "\n\n{\"benefit\": 3}\n" + request);
    CHECK(lines.exit_code == 1);
    CHECK(has(lines.errors, "<standard input>:3: error: $.benefit"));
    CHECK(lines.output.find('\n') != lines.output.rfind('\n'));

    const std::string spread = "{\n  \"benefit\": \"medical\"\n}\n";
    const CommandResult several = polc("decide --lines " + shell_word(qalsody), spread);
    CHECK(several.exit_code == 1);
    CHECK(has(several.errors,
              "<standard input>:1: error: $: cut off: the text ends before the request does; each line "
              "must hold one whole request\n<standard input>:2: error: "));
    CHECK(polc("decide " + shell_word(qalsody), spread).exit_code == 0);
    const CommandResult cut_off = polc("decide " + shell_word(qalsody), "{");
    CHECK(cut_off.errors == "<standard input>: error: $: cut off: the text ends before the request does\n");

    const std::string marked = "\xef\xbb\xbf" + request;
    CHECK(polc("decide " + shell_word(qalsody), marked).output == explained.output);
    CHECK(polc("decide --lines " + shell_word(qalsody), marked).exit_code == 0);
    CHECK(has(polc("decide --lines " + shell_word(qalsody), request + "\n" + marked).errors,
              "<standard input>:2: error: $: a byte order mark may only start a file\n"));

    const CommandResult read = polc("decide --lines " + shell_word(qalsody), request + "\n" + request);
    CHECK(has(read.output, "== <standard input>:1\nDOES NOT APPLY"));
    CHECK(has(read.output, "\n\n== <standard input>:2\nDOES NOT APPLY"));

    // without a date the box is a reason whatever text is in force
    const CommandResult undated = polc("decide " + shell_word(qalsody), R"({"line_of_business": "medicare_part_d"})");
    CHECK(has(undated.output, "DOES NOT APPLY\n"));
}

TEST_CASE("decide says what reads a file of one request a line") {
    const std::string request = R"({"benefit": "medical"})";
    const CommandResult without_lines = polc("decide " + shell_word(qalsody), request + "\n" + request);
    CHECK(has(without_lines.errors, "something follows the request at byte "));
    CHECK(without_lines.errors.ends_with("\n  hint: `--lines` reads one request a line\n"));
    CHECK(!has(polc("decide " + shell_word(qalsody), request + "\n]").errors, "hint"));
}

TEST_CASE("decide says what takes a request that names its policy, once") {
    const std::string hint =
        "  hint: polc decides by the policy it is given, so leave `hcpcs` out; a program with a "
        "registry, such as `adjudicate`, finds the policy by it\n";
    const std::string request = R"({"hcpcs": "J1304"})";
    CHECK(polc("decide " + shell_word(qalsody), request).errors ==
          "<standard input>: error: $.hcpcs: is no fact of this policy\n" + hint);
    const CommandResult lines = polc("decide --lines " + shell_word(qalsody), request + "\n" + request);
    CHECK(count_of(lines.errors, "is no fact of this policy") == 2);
    CHECK(count_of(lines.errors, hint) == 1);
    for (const char* field : {"policy", "cpt", "ndc"})
        CHECK(has(polc("decide " + shell_word(qalsody), std::string("{\"") + field + "\": \"X\"}").errors,
                  std::string("so leave `") + field + "` out"));
    for (const char* field : {"HCPCS", "polcy", "ncd"})
        CHECK(has(polc("decide " + shell_word(qalsody), std::string("{\"") + field + "\": \"X\"}").errors,
                  std::string("so leave `") + field + "` out"));
    for (const char* plain : {R"({"diagnosis": 3})", R"({"diagnosi": "als"})"})
        CHECK(!has(polc("decide " + shell_word(qalsody), plain).errors, "hint"));
}

TEST_CASE("fmt prints the canonical form and leaves broken files alone") {
    for (const char* name : {"/qalsody.pol", "/ny_plan.pol", "/als.pol"}) {
        const CommandResult printed = polc("fmt " + shell_word(policies + name));
        CHECK(printed.exit_code == 0);
        CHECK(polc("fmt -", printed.output).output == printed.output);
    }
    const CommandResult broken = polc("fmt -", "policy x \"X\"\n  numbr \"1\"\nend\n");
    CHECK(broken.exit_code == 1);
    CHECK(broken.output.empty());
    CHECK(has(broken.errors, "<standard input>:2:"));
}

TEST_CASE("verify compares a policy with its document and says what it compared") {
    const std::string documents = std::string(POL_SOURCE_DIR) + "/tests/golden/verify/qalsody/";
    const std::string against = "verify " + shell_word(qalsody) + " --against ";
    const CommandResult agrees = polc(against + shell_word(documents + "stand_in.txt"));
    CHECK(agrees.exit_code == 0);
    CHECK(agrees.errors.empty());
    CHECK(has(agrees.output, "agrees with "));
    CHECK(has(agrees.output, "; 11 boxes, 27 items, "));

    const CommandResult differs = polc(against + shell_word(documents + "slips.txt"));
    CHECK(differs.exit_code == 1);
    CHECK(has(differs.errors, "`MMC.8` says `28 days` where the document prints `21 days` [figure-printed-otherwise]"));
    CHECK(has(differs.output, " differences from "));

    const CommandResult json = polc(against + "- --format json", read_text(documents + "slips.txt"));
    CHECK(json.exit_code == 1);
    CHECK(json.output.empty());
    const nlohmann::json findings = nlohmann::json::parse(json.errors, nullptr, false);
    REQUIRE(findings.is_array());
    CHECK(findings.size() == count_of(differs.errors, "\n  hint: "));
    for (const nlohmann::json& finding : findings) CHECK(finding.at("labels").at(0).at("file") == "<standard input>");

    CHECK(polc(against + "/nonexistent/document.txt").exit_code == 3);
    CHECK(polc("verify " + shell_word(qalsody)).exit_code == 2);
    CHECK(polc("verify " + shell_word(policies + "/als.pol") + " --against " + shell_word(documents + "slips.txt"))
              .exit_code == 1);
}
