// What changes between two texts of a policy: edits as authors make them, each with the changes that must be found, no
// more, and a member whom both texts decide as it is told.

#include "compiler/compare/compare.hpp"

#include "compiler/compare/member_words.hpp"
#include "compiler/compare/report.hpp"
#include "compiler/driver/pipeline.hpp"
#include "compiler/interpret/interpret.hpp"
#include "compiler/interpret/words.hpp"
#include "compiler/model/describe.hpp"
#include "pol/json/read_request.hpp"
#include "pol/words.hpp"
#include "tests/cli/support/command.hpp"
#include "tests/support/golden.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

namespace fs = std::filesystem;
using namespace pol;

namespace {

const fs::path pair_folder = fs::path(POL_SOURCE_DIR) / "tests/unit/compare";

/// What an edit puts in the place of something in one of the files.
struct Replaced {
    std::string file;
    std::string from;
    std::string to;
};

/// A text of the heron policy in a folder of its own.
struct HeronText {
    /// `behind` goes on with heron.pol.
    explicit HeronText(const std::vector<Replaced>& edits, const std::string& behind = {}) {
        for (const char* name : {"heron.pol", "heron_plan.pol", "feathers.pol"}) {
            std::string text = test::read_text(pair_folder / name);
            for (const Replaced& edit : edits) {
                if (edit.file != name) continue;
                REQUIRE_MESSAGE(text.find(edit.from) != std::string::npos, edit.from);
                text.replace(text.find(edit.from), edit.from.size(), edit.to);
            }
            folder.write(name, name == std::string("heron.pol") ? text + behind : text);
        }
        policy = build_model(run, (folder.path() / "heron.pol").string());
        std::string errors;
        for (const Finding& finding : run.sink.sorted())
            if (finding.code != FindingCode::open_reading) errors += finding.message + "\n";
        REQUIRE_MESSAGE(policy.has_value(), errors);
    }

    test::ScratchFolder folder;
    Run run{{}};
    std::optional<model::Policy> policy;
};

const char* words_of(comparison::Direction direction) {
    constexpr const char* words[] = {"stricter", "looser", "moved", "asked"};
    return words[static_cast<std::size_t>(direction)];
}

std::string words_of(const comparison::Difference& difference) {
    std::string clauses;
    for (const std::string& clause : difference.clauses) clauses += (clauses.empty() ? "" : "+") + clause;
    return std::string(words_of(difference.direction)) + " " + clauses + ": " + difference.old_outcome + " -> " +
           difference.new_outcome;
}

/// What a text decides of a request in JSON, as `polc decide` would.
std::string decided(const model::Policy& policy, const std::string& request) {
    const model::Description description(policy);
    const json::RequestReading reading = json::read_request(request, description.get());
    REQUIRE_MESSAGE(reading.errors.empty(), request);
    return std::string(pol::words_of(interpret(policy, reading.request).outcome));
}

void check_member(const Comparison& found, const comparison::Group& group, const HeronText& older,
                  const HeronText& newer) {
    const std::string request = comparison::member_json(found.texts->newer, group.member);
    CHECK(decided(*older.policy, request) == pol::words_of(group.older.outcome));
    CHECK(decided(*newer.policy, request) == pol::words_of(group.newer.outcome));
}

/// Every member as it is printed, behind the new text: it can be read, and comes out as told.
void check_members_as_scenarios(const Comparison& found, const std::vector<Replaced>& new_edits) {
    std::string scenarios;
    for (const comparison::Group& group : found.changes)
        scenarios += "\nscenario \"member " + std::to_string(&group - found.changes.data()) + "\"\n" +
                     comparison::member_text(found.texts->newer, group.member, "  ") +
                     "  expect needs information\nend\n";
    const HeronText text(new_edits, scenarios);
    const std::size_t first = text.policy->scenarios.size() - found.changes.size();
    for (std::size_t i = 0; i < found.changes.size(); ++i) {
        const model::Scenario& member = text.policy->scenarios[first + i];
        CHECK_MESSAGE(interpret(*text.policy, member.request).outcome == found.changes[i].newer.outcome, member.name);
    }
}

std::vector<std::string> changes_of(const std::vector<Replaced>& old_edits, const std::vector<Replaced>& new_edits,
                                    bool checks_members = true) {
    const HeronText older(old_edits);
    const HeronText newer(new_edits);
    const Comparison found = compare(*older.policy, *newer.policy);
    std::vector<std::string> words;
    for (const comparison::Group& group : found.changes) {
        words.push_back(words_of(group.difference));
        if (checks_members) check_member(found, group, older, newer);
    }
    if (checks_members) check_members_as_scenarios(found, new_edits);
    return words;
}

/// Those that say that a decision changes, not merely its reasons or questions.
std::vector<std::string> changes_by(const std::string& from, const std::string& to) {
    return changes_of({}, {{"heron.pol", from, to}});
}

/// Those in which what is decided changes: not merely its reasons, or what is asked first.
std::vector<std::string> decided_among(const std::vector<std::string>& words) {
    std::vector<std::string> decided;
    for (const std::string& each : words) {
        const bool is_minor =
            each.find("needs information") != std::string::npos || each.find(": asks ") != std::string::npos ||
            each.find(", also by") != std::string::npos || each.find(", no longer by") != std::string::npos ||
            each.find(", by ") != std::string::npos;
        if (!is_minor) decided.push_back(each);
    }
    return decided;
}

bool has(const std::vector<std::string>& words, const std::string& sought) {
    return std::find(words.begin(), words.end(), sought) != words.end();
}

std::string listed(const std::vector<std::string>& words) {
    std::string text = "\n";
    for (const std::string& each : words) text += "  " + each + "\n";
    return text;
}

/// An edit of the policy and all decisions that it changes.
struct Known {
    const char* from;
    const char* to;
    std::vector<std::string> changes;
};

void check(const std::vector<Known>& edits) {
    for (const Known& edit : edits) {
        const std::vector<std::string> found = changes_by(edit.from, edit.to);
        CHECK_MESSAGE(listed(decided_among(found)) == listed(edit.changes),
                      edit.from << " => " << edit.to << listed(found));
    }
}

}  // namespace

TEST_CASE("the same text decides the same") {
    const HeronText one({});
    const HeronText two({});
    const Comparison found = compare(*one.policy, *two.policy);
    CHECK(found.edits.empty());
    CHECK(found.changes.empty());
    CHECK(found.is_complete);
}

TEST_CASE("words, comments, readings, order and labels change no decision") {
    check({{"\"18 years or older\"", "\"adults\"", {}},
           {"printed AND", "printed OR", {}},
           {"reading \"the text begins with the year\" open", "reading \"as of January\" open", {}},
           {"    2. \"molt\"", "    # asked first\n    2. \"molt\"", {}},
           {"specialist is one of prescribes, consulted", "specialist is not neither", {}},
           {"text     from 2026-01-01", "text     from 2026-07-01", {}},
           {"severity is at least moderate", "severity is one of moderate, severe", {}}});
}

TEST_CASE("ages, choices, evidence and connectives") {
    check({{"at least 18 years", "at least 21 years", {"stricter A.1: approved -> criteria not met"}},
           {"at least 18 years", "at least 16 years", {"looser A.1: criteria not met -> approved"}},
           {"at least 18 years", "more than 18 years", {"stricter A.1: approved -> criteria not met"}},
           {"severity is at least moderate", "severity is severe", {"stricter A.3: approved -> criteria not met"}},
           {"is one of prescribes, consulted", "is prescribes", {"stricter A.4: approved -> criteria not met"}},
           {"pregnant is no unless shielded is yes", "pregnant is no", {"looser A.6: criteria not met -> approved"}},
           {"    any of\n      4.", "    all of\n      4.", {"stricter A.5: approved -> criteria not met"}}});
    const std::vector<std::string> evidence = changes_by("attested improved is yes", "improved is yes");
    CHECK_MESSAGE(has(evidence, "stricter A.11.a: approved -> needs information"), listed(evidence));
}

TEST_CASE("numbers, windows, days and lists") {
    check({{"at least 300 /mcL", "at least 400 /mcL", {"stricter A.3: approved -> criteria not met"}},
           {"at least 2 trials", "at least 3 trials", {"stricter A.5: approved -> criteria not met"}},
           {"at least 2 trials", "at least 1 trials", {"looser A.5: criteria not met -> approved"}},
           {"at least 42 days", "at least 56 days", {"stricter A.5: approved -> criteria not met"}},
           {"worked is no and length",
            "worked is no and drug is not oil and length",
            {"stricter A.5: approved -> criteria not met"}},
           {"at most 10 mg/kg", "at most 8 mg/kg", {"stricter A.7: approved -> criteria not met"}},
           {"at least 30 days before", "at least 90 days before", {"stricter A.8: approved -> criteria not met"}}});
    const std::vector<std::string> window = changes_by("within 90 days", "within 60 days");
    CHECK_MESSAGE(has(window, "stricter A.3: approved -> needs information"), listed(window));
}

TEST_CASE("outcomes, approvals, renewals and what they rest on") {
    check({{"approve 6 months", "approve 12 months", {"looser A.11: approved -> approved, more: period"}},
           {"quantity J1234 = dose", "quantity J1234 = dose / 2", {"stricter A.11: approved -> approved, less: J1234"}},
           {"items 1, 2\n", "items 1\n", {"looser A.2: criteria not met -> approved"}},
           {"otherwise criteria not met",
            "otherwise not medically necessary",
            {"moved A.otherwise: criteria not met -> not medically necessary"}},
           {"investigational when",
            "not medically necessary when",
            {"moved A.9: investigational -> not medically necessary"}},
           {"more than 12 weeks",
            "more than 8 weeks",
            {"stricter A.10: approved -> review", "looser A.10: criteria not met -> review",
             "looser A.10: investigational -> review"}}});
}

TEST_CASE("what is new, gone or renamed in shared files is told apart") {
    const std::vector<std::string> renamed = changes_of({},
                                                        {{"feathers.pol", "pregnant    :", "expecting   :"},
                                                         {"heron.pol", "pregnant is no", "expecting is no"},
                                                         {"heron.pol", "pregnant no", "expecting no"}},
                                                        false);
    CHECK_MESSAGE(renamed.empty(), listed(renamed));
    const std::vector<std::string> value =
        changes_of({},
                   {{"feathers.pol", "molt \"molt\",", "molt \"molt\", moult \"late molt\","},
                    {"heron.pol", "diagnosis is molt\n", "diagnosis is one of molt, moult\n"}},
                   false);
    CHECK_MESSAGE(has(value, "looser A.2: criteria not met -> approved"), listed(value));
    const std::vector<std::string> box = changes_of(
        {{"heron.pol", "[x] medicaid", "[ ] medicaid"}, {"heron.pol", "for group, medicaid", "for group"}}, {});
    CHECK_MESSAGE(has(box, "looser APPLIES.medicaid: does not apply -> approved"), listed(box));
    CHECK_MESSAGE(has(box, "stricter APPLIES.medicaid: does not apply -> criteria not met"), listed(box));
}

TEST_CASE("items that change places move their labels, not what they decide") {
    const std::string seven = "dose by weight\"                dose / weight is at most 10 mg/kg";
    const std::string eight = "began some time ago\"           onset is at least 30 days before date_of_service";
    const std::vector<std::string> found =
        changes_of({}, {{"heron.pol", seven, "!"}, {"heron.pol", eight, seven}, {"heron.pol", "!", eight}});
    CHECK_MESSAGE(found.empty(), listed(found));
}

TEST_CASE("a time in days against one in months is looked at on other days, and nothing is said to be proved") {
    const HeronText older({});
    const HeronText newer(
        {{"heron.pol", "approve 6 months from date_of_service", "approve 183 days from date_of_service"}});
    const Comparison found = compare(*older.policy, *newer.policy);
    CHECK_FALSE(found.is_complete);
    REQUIRE_FALSE(found.changes.empty());
    const auto is_longer = [](const comparison::Group& group) {
        return group.difference.new_outcome == "approved, more: period";
    };
    CHECK(std::any_of(found.changes.begin(), found.changes.end(), is_longer));
}

TEST_CASE("another birthday of who is born on 29 February is found on the days that it moves") {
    const HeronText older({});
    const HeronText newer({{"heron_plan.pol", "leap birthday  1 March", "leap birthday  28 February"}});
    const Comparison found = compare(*older.policy, *newer.policy);
    CHECK_FALSE(found.is_complete);
    CHECK_FALSE(found.changes.empty());
}

TEST_CASE("the edit of a definition is told once, and named where it changes something") {
    const HeronText older({});
    const HeronText newer({{"heron.pol", "at least 300 /mcL", "at least 400 /mcL"}});
    const Comparison found = compare(*older.policy, *newer.policy);
    REQUIRE(found.definitions.size() == 1);
    CHECK(found.definitions.front().name == "bad");
    CHECK(found.definitions.front().old_words.find("at least 300 /mcL") != std::string::npos);
    CHECK(found.definitions.front().new_words.find("at least 400 /mcL") != std::string::npos);
    REQUIRE(found.edits.size() == 1);
    CHECK(found.edits.front().old_words == found.edits.front().new_words);
    CHECK(found.edits.front().definitions == std::vector<std::string>{"bad"});

    const std::string text = comparison::write_text({*older.policy, *newer.policy, found, {}, {}});
    REQUIRE(text.find("400 /mcL") != std::string::npos);
    CHECK(text.find("400 /mcL") == text.rfind("400 /mcL"));
    CHECK_MESSAGE(text.find("  define bad \"bad enough\"\n    old  ") != std::string::npos, text);
    CHECK_MESSAGE(text.find("A.3  approved -> criteria not met\n  by   bad\n") != std::string::npos, text);
}

TEST_CASE("a time by cases in months and in days is one definition, told once and by the author's name") {
    const auto with_time = [](const char* time) {
        return std::vector<Replaced>{
            {"heron.pol", "define bad", std::string("define time = ") + time + "\n\ndefine bad"},
            {"heron.pol", "approve 6 months", "approve time"}};
    };
    const HeronText older(with_time("4 weeks when severity is severe otherwise 6 months"));
    const struct {
        const char* time;
        const char* old_words;
        const char* new_words;
    } edits[] = {
        {"6 weeks when severity is severe otherwise 6 months", "4 weeks when severity is severe",
         "6 weeks when severity is severe"},
        {"4 weeks when severity is severe otherwise 5 months", "6 months otherwise", "5 months otherwise"},
        {"4 weeks when severity is mild otherwise 6 months", "4 weeks when severity is severe",
         "4 weeks when severity is mild"},
        {"4 weeks when severity is severe otherwise 140 days", "6 months otherwise", "140 days otherwise"},
        {"6 months", "4 weeks when severity is severe; 6 months otherwise", "6 months"},
    };
    for (const auto& edit : edits) {
        CAPTURE(edit.time);
        const HeronText newer(with_time(edit.time));
        const Comparison found = compare(*older.policy, *newer.policy);
        REQUIRE(found.definitions.size() == 1);
        CHECK(found.definitions.front().name == "time");
        CHECK(found.definitions.front().old_words == edit.old_words);
        CHECK(found.definitions.front().new_words == edit.new_words);
        REQUIRE(found.edits.size() == 1);
        CHECK(found.edits.front().definitions == std::vector<std::string>{"time"});
    }
}

TEST_CASE("constants are told in the unit that they are written in") {
    const HeronText older({});
    const HeronText newer({{"heron.pol", "interval is more than 12 weeks", "interval is more than 90 days"}});
    const Comparison found = compare(*older.policy, *newer.policy);
    REQUIRE(found.edits.size() == 1);
    CHECK(found.edits.front().old_words == "review when interval is more than 12 weeks (for group, medicaid)");
    CHECK(found.edits.front().new_words == "review when interval is more than 90 days (for group, medicaid)");
}

TEST_CASE("an amount for each of many codes changes as one") {
    const std::string code = "J1234 = 5 mg per unit   not in document \"HCPCS descriptor\"";
    const std::vector<Replaced> two_codes{
        {"heron.pol", code, code + "\n  hcpcs  J1235 = 5 mg per unit   not in document \"HCPCS descriptor\""},
        {"heron.pol", "quantity J1234 = dose",
         "quantity J1234 = dose when severity is severe\n      quantity J1235 = dose when severity is moderate"}};
    std::vector<Replaced> less = two_codes;
    less.push_back({"heron.pol", "J1234 = dose", "J1234 = dose / 2"});
    less.push_back({"heron.pol", "J1235 = dose", "J1235 = dose / 2"});
    const HeronText older(two_codes);
    const HeronText newer(less);
    const Comparison found = compare(*older.policy, *newer.policy);
    REQUIRE(found.changes.size() == 1);
    CHECK(words_of(found.changes.front().difference) == "stricter A.11: approved -> approved, less: billed units");
    std::vector<std::string> codes = found.changes.front().difference.codes;
    std::sort(codes.begin(), codes.end());
    CHECK(codes == std::vector<std::string>{"J1234", "J1235"});
    REQUIRE(found.edits.size() == 1);
    CHECK(found.edits.front().new_words ==
          "J1234 = dose / 2 when severity is severe, J1235 = dose / 2 when severity is moderate");
}

TEST_CASE("a code that is billed otherwise is named, with what it was and is") {
    const auto with_schedule = [](const std::string& code) {
        return std::vector<Replaced>{
            {"heron.pol", "hcpcs  J1234 = 5 mg per unit   not in document \"HCPCS descriptor\"",
             "hcpcs " + code + " mg per unit\n  ndc 64406-0109-01 = 100 mg in 15 mL vial"},
            {"heron.pol", "quantity J1234 = dose",
             "dose 100 mg\n      loading 3 doses 14 days apart\n"
             "      maintenance every 28 days after the last loading dose"}};
    };
    const auto edit_of = [](const std::vector<Replaced>& before, const std::vector<Replaced>& now) {
        const HeronText older(before);
        const HeronText newer(now);
        const Comparison found = compare(*older.policy, *newer.policy);
        REQUIRE(found.edits.size() == 1);
        return found.edits.front().old_words + " -> " + found.edits.front().new_words;
    };
    CHECK(edit_of(with_schedule("J1234 = 5"), with_schedule("J1235 = 5")) == "billed with J1234 -> billed with J1235");
    CHECK(edit_of(with_schedule("J1234 = 5"), with_schedule("J1234 = 10")) ==
          "for each dose 20 J1234 -> for each dose 10 J1234");
    CHECK(edit_of({}, {{"heron.pol", "J1234 = 5 mg", "J1234 = 10 mg"}}) ==
          "6 months from date_of_service, J1234 -> 6 months from date_of_service, J1234, by another unit of J1234");
}

TEST_CASE("another number or name is said first, once") {
    const auto first_line = [](const std::vector<Replaced>& edits) {
        const HeronText older({});
        const HeronText newer(edits);
        const Comparison found = compare(*older.policy, *newer.policy);
        const std::string text = comparison::write_text({*older.policy, *newer.policy, found, {}, {}});
        return text.substr(0, text.find('\n', text.find('\n') + 1));
    };
    const Replaced number{"heron.pol", "\"RX-30\"", "\"RX-31\""};
    const Replaced name{"heron.pol", "\"Heron (example)\"", "\"Egret\""};
    CHECK(first_line({}) == "Heron (example), RX-30\nold text of 2026-01-01, new text of 2026-01-01");
    CHECK(first_line({number}) == "The policy has another number: RX-30 before, RX-31 now.\n");
    CHECK(first_line({name}) == "The policy has another name: Heron (example) before, Egret now.\n");
    CHECK(first_line({number, name}) ==
          "These are two policies: the old text is of Heron (example), RX-30, the new text of Egret, RX-31.\n");
}
