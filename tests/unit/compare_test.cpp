// What changes between two texts of a policy: edits as authors make them, each with the changes that must be found, no
// more, and a member whom both texts decide as it is told.

#include "compiler/compare/compare.hpp"
#include "compiler/compare/member_words.hpp"
#include "compiler/driver/pipeline.hpp"
#include "compiler/interpret/interpret.hpp"
#include "compiler/interpret/words.hpp"
#include "compiler/model/describe.hpp"
#include "pol/json/read_request.hpp"
#include "pol/words.hpp"
#include "tests/cli/support/command.hpp"
#include "tests/support/golden.hpp"

#include <doctest/doctest.h>

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
    explicit HeronText(const std::vector<Replaced>& edits) {
        for (const char* name : {"heron.pol", "heron_plan.pol", "feathers.pol"}) {
            std::string text = test::read_text(pair_folder / name);
            for (const Replaced& edit : edits) {
                if (edit.file != name) continue;
                REQUIRE_MESSAGE(text.find(edit.from) != std::string::npos, edit.from);
                text.replace(text.find(edit.from), edit.from.size(), edit.to);
            }
            folder.write(name, text);
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
    return words;
}

/// Those that say that a decision changes, not merely its reasons or questions.
std::vector<std::string> changes_by(const std::string& from, const std::string& to) {
    return changes_of({}, {{"heron.pol", from, to}});
}

bool has(const std::vector<std::string>& words, const std::string& sought) {
    for (const std::string& each : words)
        if (each == sought) return true;
    return false;
}

std::string listed(const std::vector<std::string>& words) {
    std::string text = "\n";
    for (const std::string& each : words) text += "  " + each + "\n";
    return text;
}

}  // namespace

#define CHECK_HAS(words, sought) CHECK_MESSAGE(has(words, sought), listed(words))

TEST_CASE("the same text decides the same") {
    const HeronText one({});
    const HeronText two({});
    const Comparison found = compare(*one.policy, *two.policy);
    CHECK(found.edits.empty());
    CHECK(found.changes.empty());
}

TEST_CASE("print") {
    const std::vector<std::pair<std::string, std::string>> edits = {
        {"at least 18 years", "at least 21 years"},
        {"at least 18 years", "more than 18 years"},
        {"diagnosis is molt", "diagnosis is one of molt, mites"},
        {"severity is at least moderate", "severity is severe"},
        {"within 90 days", "within 60 days"},
        {"at least 300 /mcL", "at least 400 /mcL"},
        {"at least 2 trials", "at least 3 trials"},
        {"at least 42 days", "at least 56 days"},
        {"worked is no and length", "worked is no and drug is not oil and length"},
        {"pregnant is no unless shielded is yes", "pregnant is no"},
        {"at most 10 mg/kg", "at most 8 mg/kg"},
        {"at least 30 days before", "at least 90 days before"},
        {"more than 12 weeks", "more than 8 weeks"},
        {"    any of\n      4.", "    all of\n      4."},
        {"[x] medicaid", "[ ] medicaid"},
        {"approve 6 months", "approve 12 months"},
        {"quantity J1234 = dose", "quantity J1234 = dose * 2"},
        {"items 1, 2\n", "items 1\n"},
        {"attested improved", "improved"},
        {"otherwise criteria not met", "otherwise not medically necessary"},
        {"investigational when", "not medically necessary when"},
        {"evidence is documented\nend", "evidence is attested\nend"},
        {"      exception to A.9\n", ""},
        {"excluded when excludes is yes", "excluded when excludes is yes and pregnant is yes"},
        {"medical only", "medical, pharmacy"},
        {"age at date_of_service is", "age at date_of_request is"},
    };
    for (const auto& [from, to] : edits) MESSAGE(from << " => " << to << listed(changes_by(from, to)));
}
