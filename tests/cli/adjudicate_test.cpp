#include "tests/cli/support/command.hpp"
#include "tests/support/golden.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <sstream>

namespace fs = std::filesystem;
using namespace pol::test;

namespace {

const fs::path samples = fs::path(POL_SOURCE_DIR) / "examples" / "adjudicate";
const fs::path goldens = fs::path(POL_SOURCE_DIR) / "tests" / "cli" / "adjudicate";

CommandResult adjudicate(const std::string& arguments, std::string_view input = {}) {
    return run(shell_word(POL_PROGRAM) + ' ' + arguments, input);
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

std::string outcome_of(const std::string& line) { return nlohmann::json::parse(line).at("outcome"); }

std::string ids_of(const std::string& decisions) {
    std::string ids;
    for (const std::string& line : lines_of(decisions))
        ids += nlohmann::json::parse(line).at("id").get<std::string>() + " ";
    return ids;
}

constexpr std::string_view two_requests = "{\"id\":\"a\"}\n{\"id\":\"b\",\"line_of_business\":\"ancillary\"}\n";

}  // namespace

TEST_CASE("the sample requests are decided as they must be") {
    const CommandResult result =
        run("cd " + shell_word(samples.string()) + " && " + shell_word(POL_PROGRAM) + " --brief requests.jsonl");
    CHECK(result.exit_code == 0);
    CHECK(compare_golden(goldens / "requests.jsonl", ".decisions", without_hashes(result.output)) == "");
    CHECK(compare_golden(goldens / "requests.jsonl", ".summary", result.errors) == "");
}

TEST_CASE("the sample requests have every outcome the policy can give, one decision a request in their order") {
    const std::string requests = read_text(samples / "requests.jsonl");
    const CommandResult result = adjudicate("--quiet -", requests);
    CHECK(result.errors == "");
    CHECK(lines_of(result.output).size() >= 60);
    CHECK(ids_of(result.output) == ids_of(requests));
    std::set<std::string> outcomes;
    for (const std::string& line : lines_of(result.output)) outcomes.insert(outcome_of(line));
    CHECK(outcomes == std::set<std::string>{"approved", "criteria not met", "does not apply", "excluded",
                                            "needs information", "not medically necessary", "refer", "review"});
}

TEST_CASE("every broken line is reported by its number and decided by nobody") {
    const CommandResult result =
        run("cd " + shell_word(samples.string()) + " && " + shell_word(POL_PROGRAM) + " broken.txt");
    CHECK(result.exit_code == 1);
    CHECK(result.output == "");
    CHECK(compare_golden(goldens / "broken.txt", ".errors", result.errors) == "");
    const std::size_t count = lines_of(read_text(samples / "broken.txt")).size();
    for (std::size_t i = 1; i <= count; ++i)
        CHECK(result.errors.find("broken.txt:" + std::to_string(i) + ": error: $") != std::string::npos);
}

TEST_CASE("a bad line among good ones costs nobody else their decision") {
    const CommandResult result = adjudicate("-", "{\"id\":\"a\"}\nnonsense\n{\"id\":\"b\"}\n{\"x\":1}\n");
    CHECK(result.exit_code == 1);
    CHECK(ids_of(result.output) == "a b ");
    CHECK(result.errors.find("<standard input>:2: error: $: not JSON") == 0);
    CHECK(result.errors.find("<standard input>:4: error: $.x: is no fact of this policy") != std::string::npos);
    CHECK(result.errors.find("2 requests decided, 2 lines with errors") != std::string::npos);
}

TEST_CASE("line ends, byte order mark and empty lines of other systems do no harm") {
    const std::string plain = adjudicate("-q", two_requests).output;
    CHECK(lines_of(plain).size() == 2);
    CHECK(adjudicate("-q", "\xef\xbb\xbf{\"id\":\"a\"}\r\n\r\n   \r\n{\"id\":\"b\",\"line_of_business\":\"ancillary\"}")
              .output == plain);
    const CommandResult nothing = adjudicate("", "");
    CHECK(nothing.exit_code == 0);
    CHECK(nothing.output == "");
    CHECK(nothing.errors == "<standard input>: 0 requests decided\n");
}

TEST_CASE("a line without end is passed over, those around it are not") {
    const std::string endless(3'000'000, 'x');
    const CommandResult result = adjudicate("-q", "{\"id\":\"a\"}\n" + endless + "\n{\"id\":\"b\"}\n");
    CHECK(result.exit_code == 1);
    CHECK(ids_of(result.output) == "a b ");
    CHECK(result.errors == "<standard input>:2: error: $: longer than 1048576 bytes\n");
    const CommandResult fits = adjudicate("-q", "{\"id\":\"a\"" + std::string(1'000'000, ' ') + "}");
    CHECK(fits.exit_code == 0);
    CHECK(ids_of(fits.output) == "a ");
}

TEST_CASE("zero bytes are reported, not taken for an end") {
    using namespace std::string_view_literals;
    const CommandResult result = adjudicate("-q", "{\"id\":\"a\"}\0{}\n{\"id\":\"b\"}\n"sv);
    CHECK(result.exit_code == 1);
    CHECK(ids_of(result.output) == "b ");
    CHECK(result.errors == "<standard input>:1: error: $: a zero byte at byte 11\n");
}

TEST_CASE("a request for another policy is decided by it, in the text of its date") {
    const std::string other = R"({"id":"x","policy":"8.01.503","benefit":"medical","date_of_service":"2025-07-01"})";
    const CommandResult result = adjudicate("-q --brief", other + "\n" + other.substr(0, 9) + "}\n");
    CHECK(result.errors == "");
    REQUIRE(lines_of(result.output).size() == 2);
    CHECK(result.output.starts_with(R"({"id":"x","policy":{"name":"immune_globulin","number":"8.01.503",)"));
    CHECK(lines_of(result.output)[1].starts_with(R"({"id":"x","policy":{"name":"qalsody",)"));
    CHECK(adjudicate("-q --brief", R"({"id":"x","policy":"PHARMACY-127"})").output ==
          adjudicate("-q --brief", R"({"id":"x"})").output);
}

TEST_CASE("a code is decided by every policy that lists it, facts of one of them being none of the other's business") {
    const auto decisions = [](const std::string& request) {
        const CommandResult result = adjudicate("-q", request);
        CHECK(result.errors == "");
        return nlohmann::json::parse(result.output);
    };
    const nlohmann::json one = decisions(R"({"id":"x","hcpcs":"J1304","date_of_service":"2026-07-01"})");
    CHECK(one.at("id") == "x");
    REQUIRE(one.at("decisions").size() == 1);
    CHECK(one.at("decisions")[0].at("policy").at("name") == "qalsody");
    CHECK(decisions(R"({"ndc":"64406010901"})").at("decisions").size() == 1);
    const CommandResult unlisted = adjudicate("-q", R"({"id":"x","hcpcs":"J0001"})");
    CHECK(unlisted.exit_code == 1);
    CHECK(unlisted.errors == "<standard input>:1: error: $.hcpcs: no policy lists the code `J0001`\n");
    CHECK(unlisted.output.empty());
}

TEST_CASE("an address that leads nowhere, or two of them, are errors of the line") {
    const CommandResult result = adjudicate("-q", R"({"policy":"X-1"}
{"policy":7}
{"hcpcs":"J13"}
{"policy":"PHARMACY-127","hcpcs":"J1304"}
{"policy":"PHARMACY-127","diagnosi":"als"}
{"ndc":"6440610901"}
{"HCPCS":"J1304"}
{"hcpcs":"96413"}
{"ndc":"644060109012"}
{"policy":"pharmacy-127"}
{"policy":"PHARMACY-127"
)");
    CHECK(result.exit_code == 1);
    CHECK(result.output == "");
    CHECK(result.errors.starts_with(
        "<standard input>:1: error: $.policy: no policy has the number `X-1`\n"
        "<standard input>:2: error: $.policy: must be the number of a policy, in quotes\n"
        "<standard input>:3: error: $.hcpcs: must be a HCPCS code like `J1304`, not `J13`\n"
        "<standard input>:4: error: $.hcpcs: stands beside `policy`; one of them says which policy is meant\n"
        "<standard input>:5: error: $.diagnosi: is no fact of this policy; did you mean `diagnosis`? "
        "(PHARMACY-127, text of 2026-06-01)\n"
        "<standard input>:6: error: $.ndc: must be an NDC like `64406-0109-01`, not `6440610901`; without hyphens an "
        "NDC has 11 digits (5-4-2): write the leading zero that its short group lacks\n"
        "<standard input>:7: error: $.HCPCS: is no fact of this policy; did you mean `hcpcs`?\n"
        "<standard input>:8: error: $.hcpcs: must be a HCPCS code like `J1304`, not `96413`; it has the shape of a CPT "
        "code\n"
        "<standard input>:9: error: $.ndc: must be an NDC like `64406-0109-01`, not `644060109012`; an NDC has 11 "
        "digits, or 10 with hyphens, not 12\n"
        "<standard input>:10: error: $.policy: no policy has the number `pharmacy-127`; did you mean `PHARMACY-127`?\n"
        "<standard input>:11: error: $"));
}

TEST_CASE("an address that is given twice is told so") {
    CHECK(adjudicate("-q", R"({"hcpcs":"J1304","hcpcs":"J1304"}
{"policy":"PHARMACY-127","policy":"PHARMACY-127"}
)")
              .errors ==
          "<standard input>:1: error: $.hcpcs: given twice\n"
          "<standard input>:2: error: $.policy: given twice\n");
}

TEST_CASE("an error of a request that a code led to names the policy and its text") {
    const CommandResult result =
        adjudicate("-q", R"({"hcpcs":"J1304","date_of_service":"2026-07-01","diagnosis":"ALS","request":"x"})");
    CHECK(result.exit_code == 1);
    CHECK(result.errors ==
          "<standard input>:1: error: $.diagnosis: must be one of `als`, `other`, not `ALS`; did you mean `als`? "
          "(PHARMACY-127, text of 2026-06-01)\n"
          "<standard input>:1: error: $.request: must be one of `initial`, `renewal`, not `x` "
          "(PHARMACY-127, text of 2026-06-01)\n");
}

TEST_CASE("brief decisions say the same without readings and trace") {
    const std::string full = adjudicate("-q", two_requests).output;
    const std::string brief = adjudicate("-q --brief", two_requests).output;
    REQUIRE(lines_of(full).size() == lines_of(brief).size());
    for (std::size_t i = 0; i < lines_of(full).size(); ++i) {
        nlohmann::json expected = nlohmann::json::parse(lines_of(full)[i]);
        REQUIRE(expected.erase("readings") + expected.erase("trace") == 2);
        CHECK(nlohmann::json::parse(lines_of(brief)[i]) == expected);
    }
}

TEST_CASE("wrong use is 2 and says so") {
    for (const char* arguments : {"--unknown", "one two", "--output", "-o", "--threads 0", "--threads many"}) {
        CAPTURE(arguments);
        const CommandResult result = adjudicate(arguments);
        CHECK(result.exit_code == 2);
        CHECK(result.output == "");
        CHECK(result.errors != "");
    }
    CHECK(adjudicate("--theads 4 requests.jsonl").errors ==
          "adjudicate: there is no option `--theads`; did you mean `--threads`?\n");
    CHECK(adjudicate("-q --unknown").errors == "adjudicate: there is no option `--unknown`; see `adjudicate --help`\n");
    const CommandResult help = adjudicate("--help");
    CHECK(help.exit_code == 0);
    CHECK(help.output.find("Usage: adjudicate") != std::string::npos);
}

TEST_CASE("what cannot be read or written is 3 with the name and the system's reason") {
    const ScratchFolder folder;
    const auto errors = [](const std::string& arguments, std::string_view input = two_requests) {
        const CommandResult result = adjudicate(arguments, input);
        CHECK(result.exit_code == 3);
        return result.errors;
    };
    CHECK(errors("/nonexistent.jsonl") == "adjudicate: cannot read /nonexistent.jsonl: No such file or directory\n");
    const std::string directory = folder.path().string();
    CHECK(errors(shell_word(directory)) == "adjudicate: cannot read " + directory + ": Is a directory\n");
    CHECK(errors("- >/dev/full") == "adjudicate: cannot write <standard output>: No space left on device\n");
    CHECK(errors("-o /dev/full") == "adjudicate: cannot write /dev/full: No space left on device\n");
    CHECK(errors("-o /nonexistent/file") == "adjudicate: cannot write /nonexistent/file: No such file or directory\n");
    CHECK(errors("- >&-") == "adjudicate: cannot write <standard output>: Bad file descriptor\n");
    CHECK(errors("- <&-") == "adjudicate: cannot read <standard input>: Bad file descriptor\n");
    CHECK(fs::is_character_file("/dev/full"));
}

TEST_CASE("an output file holds what standard output would have held, and is never half there") {
    const ScratchFolder folder;
    const std::string output = (folder.path() / "decisions.jsonl").string();
    const std::string plain = adjudicate("-q", two_requests).output;
    CHECK(adjudicate("-q -o " + shell_word(output), two_requests).output == "");
    CHECK(read_text(output) == plain);
    CHECK(adjudicate("-q -o " + shell_word(output), std::string(two_requests) + "bad\n").exit_code == 1);
    CHECK(read_text(output) == plain);
    CHECK(adjudicate(shell_word(folder.path().string()) + " -o " + shell_word(output)).exit_code == 3);
    CHECK(read_text(output) == plain);
    const auto files = std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator());
    CHECK(files == 1);
    const fs::path link = folder.path() / "link";
    fs::create_symlink(output, link);
    CHECK(adjudicate("-q -o " + shell_word(link.string()), "{\"id\":\"c\"}").exit_code == 0);
    CHECK(fs::is_symlink(link));
    CHECK(ids_of(read_text(output)) == "c ");
}

TEST_CASE("requests may be overwritten by their decisions") {
    const ScratchFolder folder;
    const std::string file = folder.write("batch.jsonl", two_requests).string();
    CHECK(adjudicate("-q -o " + shell_word(file) + " " + shell_word(file)).exit_code == 0);
    CHECK(read_text(file) == adjudicate("-q", two_requests).output);
}

TEST_CASE("a partner on a pipe has its decision before the next request") {
    const ScratchFolder folder;
    for (const std::string threads : {"1", "4"}) {
        CAPTURE(threads);
        const CommandResult result = run("cd " + shell_word(folder.path().string()) + R"(
        rm -f requests decisions
        mkfifo requests decisions
        )" + shell_word(POL_PROGRAM) + " --threads " +
                                         threads +
                                         R"( -q --brief <requests >decisions &
        exec 3>requests 4<decisions
        echo '{"id":"first"}' >&3
        timeout 20 head -n 1 <&4
        echo '{"id":"second"}' >&3
        timeout 20 head -n 1 <&4
        exec 3>&-
        wait)");
        CHECK(result.exit_code == 0);
        CHECK(ids_of(result.output) == "first second ");
    }
}

TEST_CASE("many requests give the same bytes as one by one") {
    std::string many;
    for (int i = 0; i < 300; ++i) many += two_requests;
    const std::string once = adjudicate("-q", two_requests).output;
    std::string expected;
    for (int i = 0; i < 300; ++i) expected += once;
    CHECK((adjudicate("-q", many).output == expected));
}

TEST_CASE("any number of threads gives the same bytes, in the order of the input") {
    const std::string samples_and_slips =
        read_text(samples / "requests.jsonl") + read_text(samples / "broken.txt") + "\n";
    std::string many;
    for (int i = 0; i < 25; ++i) many += samples_and_slips;
    const CommandResult alone = adjudicate("-", many);
    CHECK(alone.exit_code == 1);
    for (const char* threads : {"--threads 2 -", "--threads 7 -"}) {
        CAPTURE(threads);
        const CommandResult together = adjudicate(threads, many);
        CHECK(together.exit_code == 1);
        CHECK((together.output == alone.output));
        CHECK((together.errors == alone.errors));
    }
}

TEST_CASE("the smallest service decides and reports line by line") {
    const CommandResult result =
        run(shell_word(POL_ONE_LINE), "{\"id\":\"a\"}\n\n \r\n{\"diagnosis\":7}\n{\"id\":\"b\"}");
    CHECK(result.exit_code == 1);
    CHECK(result.output == adjudicate("-q --brief", "{\"id\":\"a\"}\n{\"id\":\"b\"}").output);
    CHECK(result.errors == "line 4: error: $.diagnosis: must be one of `als`, `other`, not a number\n");
    CHECK(run(shell_word(POL_ONE_LINE), two_requests).exit_code == 0);
}

TEST_CASE("the smallest service ends when its output does, though requests go on") {
    const CommandResult full = run("yes '{}' | timeout 20 " + shell_word(POL_ONE_LINE) + " >/dev/full");
    CHECK(full.exit_code == 3);
    CHECK(full.errors == "one_line: cannot write to standard output\n");
}

TEST_CASE("threads end when the output does") {
    std::string many;
    for (int i = 0; i < 3'000; ++i) many += two_requests;
    const CommandResult full = adjudicate("--threads 3 - >/dev/full", many);
    CHECK(full.exit_code == 3);
    CHECK(full.errors == "adjudicate: cannot write <standard output>: No space left on device\n");
    const CommandResult closed = adjudicate("--threads 3 -q - | head -n 1", many);
    CHECK(lines_of(closed.output).size() == 1);
    CHECK(closed.errors == "");
}
