// The commands that go over many policies: the registry made from summaries, and decisions made again from their hash.

#include "tests/cli/support/command.hpp"
#include "tests/cli/support/document.hpp"
#include "tests/support/golden.hpp"

#include <doctest/doctest.h>

#include <filesystem>

namespace fs = std::filesystem;
using namespace pol::test;

namespace {

const fs::path root = POL_SOURCE_DIR;
const fs::path series = root / "tests/golden/series";
const fs::path goldens = root / "tests/cli/registry";
const std::string imports = " -I " + shell_word((root / "tests/golden/program/imports").string());

CommandResult polc(const std::string& arguments, std::string_view input = {}) {
    return run(shell_word(POL_PROGRAM) + " " + arguments, input);
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string place(const ScratchFolder& folder, const std::string& name) {
    return shell_word((folder.path() / name).string());
}

/// Compiles a policy of the series and gives the line that lists it.
std::string compiled(const std::string& name, const ScratchFolder& folder) {
    const std::string policy = (series / (name + ".pol")).string();
    const CommandResult result = polc("compile " + shell_word(policy) + imports + " --namespace plan -o " +
                                      place(folder, "") + " --summary " + place(folder, name + ".summary.json"));
    CHECK_MESSAGE(result.exit_code == 0, result.errors);
    return policy + "\n";
}

CommandResult make_registry(const std::string& list, const ScratchFolder& folder, const std::string& more = {}) {
    return polc("registry - --name few --namespace plan --summaries " + place(folder, "") +
                    (more.find("-o ") == std::string::npos ? " -o " + place(folder, "") : "") + " " + more,
                list);
}

std::string written(const ScratchFolder& folder, const std::string& name) { return read_text(folder.path() / name); }

}  // namespace

TEST_CASE("the registry is as its golden shows it, whatever the order of the list") {
    const ScratchFolder folder;
    const std::string first = compiled("joined", folder);
    const std::string second = compiled("joined_2025", folder);
    const std::string third = compiled("other_number", folder);
    CHECK(make_registry(first + second + third, folder).exit_code == 0);
    const std::string header = written(folder, "few_registry.hpp");
    const std::string source = written(folder, "few_registry.cpp");
    CHECK(compare_golden(goldens / "few.txt", ".hpp", header) == "");
    CHECK(compare_golden(goldens / "few.txt", ".cpp", source) == "");
    CHECK(compare_golden(goldens / "joined.txt", ".summary.json", written(folder, "joined.summary.json")) == "");

    CHECK(make_registry(third + second + "\n" + first, folder).exit_code == 0);
    CHECK(written(folder, "few_registry.hpp") == header);
    CHECK(written(folder, "few_registry.cpp") == source);

    CHECK(make_registry("\xef\xbb\xbf" + first + second + third, folder).exit_code == 0);
    CHECK(written(folder, "few_registry.cpp") == source);

    CHECK(make_registry("", folder).exit_code == 0);
    CHECK(has(written(folder, "few_registry.hpp"), "0 texts under 0 numbers and 0 codes"));
}

TEST_CASE("so are its C functions over arrays, which are written if asked for") {
    const ScratchFolder folder;
    const std::string list = compiled("joined", folder) + compiled("other_number", folder);
    CHECK(make_registry(list, folder).exit_code == 0);
    CHECK(!fs::exists(folder.path() / "few_registry_arrow.h"));
    CHECK(make_registry(list, folder, "--arrow").exit_code == 0);
    CHECK(compare_golden(goldens / "few.txt", ".arrow.h", written(folder, "few_registry_arrow.h")) == "");
    CHECK(compare_golden(goldens / "few.txt", ".arrow.cpp", written(folder, "few_registry_arrow.cpp")) == "");

    CHECK(make_registry("", folder, "--arrow").exit_code == 0);
    const std::string empty = written(folder, "few_registry_arrow.cpp");
    CHECK(has(empty, "evaluator = {.registry = ::plan::few_registry};"));
    CHECK(!has(empty, "texts[]"));
}

TEST_CASE("texts that are no series make no registry, and are shown in their files") {
    const ScratchFolder folder;
    const std::string list = compiled("gap", folder) + compiled("gap_2025", folder);
    const CommandResult result = make_registry(list, folder);
    CHECK(result.exit_code == 1);
    CHECK(has(result.errors, "gap.pol:5:3: error: no text of `P-1` is in force on 2025-12-31"));
    CHECK(has(result.errors, "gap_2025.pol"));
    CHECK(!fs::exists(folder.path() / "few_registry.hpp"));
    CHECK(has(make_registry(list, folder, "--format json").errors, "\"text-gap\""));
}

TEST_CASE("wrong use, a missing summary and a spoilt one are told") {
    const ScratchFolder folder;
    CHECK(polc("registry - --name a::b").exit_code == 2);
    CHECK(polc("registry - --name 9a").exit_code == 2);
    CHECK(polc("registry - --name a --namespace 9a").exit_code == 2);
    CHECK(polc("registry -").exit_code == 2);
    CHECK(polc("registry /nonexistent --name a").exit_code == 3);
    const CommandResult missing = make_registry("somewhere/no.pol\n", folder);
    CHECK(missing.exit_code == 3);
    CHECK(has(missing.errors, "no.summary.json: error: cannot read the file: no such file or directory"));
    folder.write("no.summary.json", "{}");
    const CommandResult spoilt = make_registry("somewhere/no.pol\n", folder);
    CHECK(spoilt.exit_code == 1);
    CHECK(has(spoilt.errors, "is no summary that this polc wrote; compile `somewhere/no.pol` again"));
    CHECK(make_registry(compiled("joined", folder), folder, "-o /nonexistent").exit_code == 3);
}

namespace {

constexpr const char* requests =
    "{\"id\":\"a\",\"date_of_service\":\"2026-05-05\",\"needed\":{\"value\":true,\"evidence\":\"attested\"},"
    "\"line_of_business\":\"all_members\",\"benefit\":\"medical\",\"request\":\"initial\"}\n"
    "\n{\"id\":\"b\"}\n";

/// Copies of the two joined texts with what they import, to be spoilt.
void copy_texts(const ScratchFolder& folder) {
    for (const char* name : {"joined.pol", "joined_2025.pol"}) fs::copy_file(series / name, folder.path() / name);
    for (const char* name : {"plain_plan.pol", "plain_facts.pol"})
        fs::copy_file(root / "tests/golden/program/imports" / name, folder.path() / name);
}

std::string decide(const ScratchFolder& folder, const std::string& policy, const std::string& more = {}) {
    return polc("decide --lines --format json " + more + " " + place(folder, policy), requests).output;
}

CommandResult replay(const ScratchFolder& folder, const std::string& decisions, const std::string& texts,
                     const std::string& of_requests = requests) {
    folder.write("requests.jsonl", of_requests);
    return polc("replay - --requests " + place(folder, "requests.jsonl") + " " + texts, decisions);
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    REQUIRE(has(text, from));
    return text.replace(text.find(from), from.size(), to);
}

}  // namespace

TEST_CASE("decisions are made again by the text with their hash, wherever it lies") {
    const ScratchFolder folder;
    copy_texts(folder);
    const std::string decisions = decide(folder, "joined.pol") + decide(folder, "joined_2025.pol");
    const CommandResult same = replay(folder, decisions, shell_word(folder.path().string()));
    CHECK(same.exit_code == 0);
    CHECK(same.output == "4 decisions: 4 the same, 0 different\n");
    CHECK(same.errors == "");
    CHECK(replay(folder, decide(folder, "joined.pol", "--what-if"), place(folder, "joined.pol")).exit_code == 0);
    const std::string by_another = replaced(decisions, "\"compiler\":\"", "\"compiler\":\"0.0.");
    CHECK(replay(folder, by_another, shell_word(folder.path().string())).exit_code == 0);

    SUBCASE("also where another system began both files with a byte order mark") {
        const std::string mark = "\xef\xbb\xbf";
        CHECK(replay(folder, mark + decisions, shell_word(folder.path().string()), mark + requests).exit_code == 0);
    }
    SUBCASE("also where there are no ids, if there are as many requests as decisions") {
        const std::string nameless = "{\"date_of_service\":\"2026-05-05\"}\n";
        const std::string decided =
            polc("decide --lines --format json " + place(folder, "joined.pol"), nameless + nameless).output;
        CHECK(replay(folder, decided, shell_word(folder.path().string()), nameless + nameless).exit_code == 0);
        const CommandResult unpaired = replay(folder, decided, shell_word(folder.path().string()), nameless);
        CHECK(unpaired.exit_code == 1);
        CHECK(has(unpaired.errors, "<standard input>:1: no `id`, by which its request would be found"));
    }
    SUBCASE("and where a file of decisions was cut off, whose requests are counted") {
        const std::string one = decisions.substr(0, decisions.find('\n') + 1);
        const CommandResult cut_off = replay(folder, one, shell_word(folder.path().string()));
        CHECK(cut_off.exit_code == 0);
        CHECK(cut_off.output == "1 decision: 1 the same, 0 different; 1 request without a decision\n");
        CHECK(replay(folder, "", shell_word(folder.path().string())).output ==
              "0 decisions: 0 the same, 0 different; 2 requests without a decision\n");
    }
    SUBCASE("and as a list of decisions on one request") {
        std::string both = decide(folder, "joined.pol");
        both = "{\"id\":\"a\",\"decisions\":[" + both.substr(0, both.find('\n')) + "]}\n";
        CHECK(replay(folder, both, shell_word(folder.path().string())).output ==
              "1 decision: 1 the same, 0 different; 1 request without a decision\n");
    }
}

TEST_CASE("what is not the same says how, and which text or request is missing") {
    const ScratchFolder folder;
    copy_texts(folder);
    const std::string decisions = decide(folder, "joined.pol");
    const std::string here = shell_word(folder.path().string());

    const CommandResult other_outcome =
        replay(folder, replaced(decisions, "\"outcome\":\"approved\"", "\"outcome\":\"excluded\""), here);
    CHECK(other_outcome.exit_code == 1);
    CHECK(other_outcome.errors == "<standard input>:1: was `excluded`, is now `approved`\n");
    CHECK(other_outcome.output == "2 decisions: 1 the same, 1 different\n");

    const CommandResult other_day = replay(folder, replaced(decisions, "2027-05-04", "2027-05-05"), here);
    CHECK(other_day.errors ==
          "<standard input>:1: not as it was: `period.through` was \"2027-05-05\", is now \"2027-05-04\"\n");

    const CommandResult misspelt = replay(folder, decisions, here, "{\"id\":\"a\",\"HCPCS\":\"J1304\"}\n");
    CHECK(has(misspelt.errors,
              "<standard input>:1: its request cannot be read: $.HCPCS: is no fact of this policy; did "
              "you mean `hcpcs`?\n"));

    const CommandResult no_request = replay(folder, decisions, here, "{\"id\":\"a\"}\n");
    CHECK(has(no_request.errors, "<standard input>:2: no request `b`\n"));
    CHECK(has(no_request.output, "1 without their request"));

    folder.write("plain_facts.pol", read_text(folder.path() / "plain_facts.pol") + "# another byte\n");
    const CommandResult no_text = replay(folder, decisions, here);
    CHECK(no_text.exit_code == 1);
    CHECK(no_text.errors.starts_with("<standard input>:1: no such text: P-1, text of 2026-01-01, hash "));
    CHECK(has(no_text.errors, ", named by 2 decisions, this the first; "));
    CHECK(no_text.errors.find('\n') == no_text.errors.size() - 1);
    CHECK(no_text.output == "2 decisions: 0 the same, 0 different, 2 without their text\n");

    const std::string one = decisions.substr(0, decisions.find('\n') + 1);
    CHECK(!has(replay(folder, one, here).errors, "named by"));

    CHECK(replay(folder, decisions, "/nonexistent").exit_code == 3);
    CHECK(polc("replay - --requests /nonexistent " + here, decisions).exit_code == 3);
    CHECK(polc("replay -").exit_code == 2);
}

TEST_CASE("a missing text is told with what is near it among the texts that are there") {
    const ScratchFolder folder;
    copy_texts(folder);
    const std::string decisions = decide(folder, "joined.pol");
    const std::string decision = decisions.substr(0, decisions.find('\n') + 1);
    const std::string as_it_was = read_text(folder.path() / "joined.pol");
    const auto said_of = [&](const std::string& changed, const std::string& of_decision) {
        folder.write("joined.pol", changed);
        return replay(folder, of_decision, place(folder, "joined.pol")).errors;
    };
    CHECK(said_of(as_it_was + "# another byte\n", decision)
              .ends_with("/joined.pol has that number and day, but another hash: it or what it imports was changed\n"));
    CHECK(said_of(replaced(as_it_was, "P-1", "P-12"), decision).ends_with("; did you mean `P-12`?\n"));
    CHECK(!has(said_of(replaced(as_it_was, "P-1", "Quite another"), decision), ";"));
    const std::string older = replay(folder, decision, place(folder, "joined_2025.pol")).errors;
    CHECK(has(older, "; of that policy there is the text of 2025-01-01 ("));
    CHECK(older.ends_with("/joined_2025.pol)\n"));

    const std::string with_error = replaced(as_it_was, "needed is", "neded is");
    folder.write("joined.pol", with_error);
    const std::string hash = run("cd " + place(folder, "") +
                                 " && sha256sum joined.pol plain_plan.pol plain_facts.pol | sha256sum | cut -c 1-64")
                                 .output.substr(0, 64);
    const std::size_t at = decision.find("\"hash\":\"") + 8;
    const std::string of_error = decision.substr(0, at) + hash + decision.substr(at + hash.size());
    CHECK(
        said_of(with_error, of_error).ends_with("/joined.pol is that text, but has errors: `polc check` tells them\n"));
}

TEST_CASE("lines that say nothing of a decision, and requests that cannot be told apart, are said so") {
    const ScratchFolder folder;
    copy_texts(folder);
    const std::string decisions = decide(folder, "joined.pol");
    const std::string here = shell_word(folder.path().string());
    const CommandResult no_decision = replay(folder, "{}\nnonsense\n{\"decisions\":[]}\n", here);
    CHECK(no_decision.exit_code == 1);
    CHECK(no_decision.errors ==
          "<standard input>: no line is a decision that says which text made it\n"
          "  hint: decisions come first, their requests behind `--requests`; are the two files swapped?\n");
    const CommandResult some = replay(folder, "{}\nnonsense\n" + decisions + "{\"decisions\":[]}\n", here);
    CHECK(
        some.errors.starts_with("<standard input>:1: no decision that says which text made it\n"
                                "<standard input>:2: no decision\n"));
    CHECK(some.errors.ends_with(": no decision\n"));
    const CommandResult no_outcome =
        replay(folder, replaced(decisions, "\"outcome\":\"approved\"", "\"outcome\":null"), here);
    CHECK(no_outcome.exit_code == 1);
    CHECK(no_outcome.errors == "<standard input>:1: was ``, is now `approved`\n");

    const std::string twice = std::string(requests) + "{\"id\":\"b\",\"benefit\":\"medical\"}\n";
    CHECK(has(replay(folder, decisions, here, twice).errors, "<standard input>:2: several requests `b`\n"));
    const CommandResult both = polc("replay - --requests - " + here, decisions);
    CHECK(both.exit_code == 2);
    CHECK(both.errors == "polc replay: decisions and requests cannot both come from standard input\n");
}

namespace {

const std::string made_up = (root / "tests/policies").string();

std::string made_up_policy(const std::string& name) { return shell_word(made_up + "/" + name + ".pol"); }

/// The decision of a made-up policy, on one line without its end.
std::string decided_by(const std::string& name, const std::string& request) {
    const CommandResult result = polc("decide --lines --format json " + made_up_policy(name), request + "\n");
    CHECK_MESSAGE(result.exit_code == 0, result.errors);
    return result.output.substr(0, result.output.find('\n'));
}

std::string as_list(const std::string& id, const std::string& first, const std::string& second) {
    return R"({"id":")" + id + R"(","decisions":[)" + first + "," + second + "]}\n";
}

/// A request by a code that both list; each has a fact that the other lacks, and numbers stand in it as people write
/// them.
const std::string to_teal = R"({"id":"c","date_of_service":"2026-06-30","line_of_business":"staff","weight":72.30})";
const std::string to_redshank =
    R"({"id":"c","date_of_service":"2026-06-30","line_of_business":"staff","pregnant":true})";
const std::string to_both =
    R"({"id":"c", "hcpcs":"J1561", "date_of_service":"2026-06-30","line_of_business":"staff", "pregnant":true,"weight":72.30})";

}  // namespace

TEST_CASE("a request by number is decided again without its address") {
    const ScratchFolder folder;
    const std::string facts = R"("date_of_service":"2026-05-06","tested":true)";
    const std::string addressed = R"({"policy":"LAKE-50",)" + facts + "}";
    const std::string decision = decided_by("lapwing", "{" + facts + "}");
    CHECK(replay(folder, decision, shell_word(made_up), addressed).output == "1 decision: 1 the same, 0 different\n");
    const CommandResult changed =
        replay(folder, replaced(decision, R"("outcome":")", R"("outcome":"not )"), shell_word(made_up), addressed);
    CHECK(changed.exit_code == 1);
    CHECK(has(changed.errors, "<standard input>:1: was `not needs information`, is now `needs information`\n"));
    const std::string misspelt = R"({"policy":"LAKE-50",)" + facts + R"(,"stage":"severe"})";
    CHECK(replay(folder, decision, shell_word(made_up), misspelt).errors ==
          "<standard input>:1: its request cannot be read: $.stage: is no fact of this policy\n");
    CHECK(replay(folder, decision, shell_word(made_up), replaced(addressed, "{", R"({"policy":"LAKE-50",)")).errors ==
          "<standard input>:1: its request cannot be read: $.policy: given twice\n");
}

TEST_CASE("a request by a code is decided again by each text with the facts that it has") {
    const ScratchFolder folder;
    const std::string teal = decided_by("teal", to_teal);
    const std::string redshank = decided_by("redshank", to_redshank);
    const std::string line = as_list("c", redshank, teal);
    CHECK(replay(folder, line, shell_word(made_up), to_both).output == "2 decisions: 2 the same, 0 different\n");

    const CommandResult changed =
        replay(folder, as_list("c", redshank, replaced(teal, R"("outcome":")", R"("outcome":"not )")),
               shell_word(made_up), to_both);
    CHECK(changed.exit_code == 1);
    CHECK(
        changed.errors ==
        "<standard input>:1: was `not needs information`, is now `needs information` (RIVER-7, text of 2026-01-01)\n");
    CHECK(changed.output == "2 decisions: 1 the same, 1 different\n");

    const CommandResult nobodys =
        replay(folder, line, shell_word(made_up), replaced(to_both, R"("pregnant")", R"("pregnnat")"));
    CHECK(nobodys.output == "2 decisions: 0 the same, 2 different\n");
    CHECK(has(nobodys.errors,
              "its request cannot be read: $.pregnnat: is no fact of this policy; did you mean "
              "`pregnant`? (RIVER-11, text of 2026-01-01)\n"));
}

TEST_CASE("where a text is missing, the others decide without the facts that only it may have") {
    const ScratchFolder folder;
    const std::string line = as_list("c", decided_by("redshank", to_redshank), decided_by("teal", to_teal));
    const CommandResult missing = replay(folder, line, made_up_policy("teal"), to_both);
    CHECK(missing.exit_code == 1);
    CHECK(has(missing.errors, "<standard input>:1: no such text: RIVER-11, text of 2026-01-01, hash "));
    CHECK(missing.output == "2 decisions: 1 the same, 0 different, 1 without their text\n");
}

TEST_CASE("a fact that a policy calls as an address is called stays a fact where one policy is asked alone") {
    const ScratchFolder folder;
    copy_texts(folder);
    for (const char* name : {"joined.pol", "plain_facts.pol"})
        folder.write(name, replaced(read_text(folder.path() / name), "needed ", "ndc "));
    const std::string request =
        R"({"id":"a","date_of_service":"2026-05-05","ndc":{"value":true,"evidence":"attested"},)"
        R"("line_of_business":"all_members","benefit":"medical","request":"initial"})";
    const std::string decision = polc("decide --lines --format json " + place(folder, "joined.pol"), request).output;
    CHECK(has(decision, R"("outcome":"approved")"));
    CHECK(replay(folder, decision, place(folder, "joined.pol"), request).output ==
          "1 decision: 1 the same, 0 different\n");
}
