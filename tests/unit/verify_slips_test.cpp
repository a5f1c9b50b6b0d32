// Plants every slip there is room for, in a policy and in its document, and asks for each to be found where it was
// planted; and breaks the document's lines anew, which must not be found at all.

#include "tests/support/golden.hpp"
#include "tests/support/verified.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <random>
#include <regex>
#include <string>
#include <vector>

using namespace pol::test;

namespace {

/// A policy and a document that agree.
struct Pair {
    std::string path;
    std::string policy;
    std::string document;
    /// Lines of the document whose figures no policy records: its description, notes, addresses.
    std::string running_text;
};

const std::vector<Pair>& pairs() {
    static const std::vector<Pair> all = [] {
        std::filesystem::current_path(POL_SOURCE_DIR);
        const std::string gannet = "tests/golden/verify/gannet/";
        return std::vector<Pair>{
            {"policies/qalsody.pol", read_text("policies/qalsody.pol"),
             read_text("tests/golden/verify/qalsody/stand_in.txt"), "study of|doses at|dismutase 1|page \\d|Copyright"},
            {gannet + "gannet.pol", read_text(gannet + "gannet.pol"), read_text(gannet + "agrees.txt"),
             "trial with|Page \\d|\\u00a9|Gull|Reference 88|rheumatoid factor|effective 08|A\\. Joints"}};
    }();
    return all;
}

struct Change {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string text;
};

std::string changed(const std::string& text, const Change& change) {
    return text.substr(0, change.begin) + change.text + text.substr(change.end);
}

/// One place of a text, which must be there, written otherwise.
std::string replaced(const std::string& text, const std::string& from, const std::string& to) {
    const std::size_t begin = text.find(from);
    REQUIRE_MESSAGE(begin != std::string::npos, from);
    return changed(text, {begin, begin + from.size(), to});
}

std::uint32_t line_at(const std::string& text, std::size_t place) {
    return static_cast<std::uint32_t>(
               std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(place), '\n')) +
           1;
}

std::string line_with(const std::string& text, std::size_t place) {
    const std::size_t begin = text.rfind('\n', place) + 1;
    return text.substr(begin, text.find('\n', begin) - begin);
}

/// The matches of a pattern, on lines that do not match `but_not`.
std::vector<Change> places(const std::string& text, const std::string& pattern, const std::string& but_not) {
    std::vector<Change> found;
    const std::regex searched(pattern);
    const std::regex skipped(but_not);
    for (auto match = std::sregex_iterator(text.begin(), text.end(), searched); match != std::sregex_iterator();
         ++match) {
        const auto begin = static_cast<std::size_t>(match->position());
        if (!std::regex_search(line_with(text, begin), skipped))
            found.push_back({begin, begin + static_cast<std::size_t>(match->length()), match->str()});
    }
    // A pattern that finds nothing would plant nothing, and its test would pass.
    CHECK_MESSAGE(!found.empty(), pattern);
    return found;
}

std::string other_number(const std::string& digits) {
    const int value = std::stoi(digits);
    // Months and days stay such.
    std::string other = std::to_string(value == 12 || value == 30 || value == 31 ? value - 1 : value + 1);
    return std::string(digits.size() > other.size() ? digits.size() - other.size() : 0, '0') + other;
}

void expect_in_document(const Pair& pair, const Change& change) {
    const std::uint32_t line = line_at(pair.document, change.begin);
    const std::vector<FoundAt> found = differences_of(pair.path, pair.policy, changed(pair.document, change));
    const bool is_there = std::any_of(found.begin(), found.end(), [&](const FoundAt& at) {
        return at.document_line + 1 >= line && at.document_line <= line + 1 && at.document_line > 0;
    });
    const bool is_gone =
        std::any_of(found.begin(), found.end(), [](const FoundAt& at) { return at.document_line == 0; });
    CHECK_MESSAGE((is_there || is_gone), "line " << line << " of the document: "
                                                 << line_with(pair.document, change.begin) << " -> " << change.text);
}

void expect_in_policy(const Pair& pair, const Change& change) {
    const std::uint32_t line = line_at(pair.policy, change.begin);
    const std::vector<FoundAt> found = differences_of(pair.path, changed(pair.policy, change), pair.document);
    const bool is_there =
        std::any_of(found.begin(), found.end(), [&](const FoundAt& at) { return at.policy_line == line; });
    CHECK_MESSAGE(is_there, "line " << line << " of the policy: " << line_with(pair.policy, change.begin) << " -> "
                                    << change.text);
}

/// Changes that leave something out or add it: they are found somewhere.
void expect_found(const std::vector<FoundAt>& found, const std::string& what) { CHECK_MESSAGE(!found.empty(), what); }

std::string without_scenarios(const std::string& policy) { return policy.substr(0, policy.find("\nscenario ")); }

void expect_quiet(const Pair& pair, const std::string& document, const std::string& how) {
    const std::vector<FoundAt> found = differences_of(pair.path, pair.policy, document);
    CHECK_MESSAGE(found.empty(), how << ": " << (found.empty() ? "" : found[0].message));
}

/// Every n-th blank that the pattern finds becomes `between`.
std::string broken(const std::string& text, const std::string& pattern, const std::string& between, int every) {
    std::string result = text;
    std::vector<Change> found = places(text, pattern, "^$");
    for (std::size_t i = found.size(); i-- > 0;)
        if (static_cast<int>(i) % every == 0)
            result = changed(result,
                             {found[i].begin, found[i].end,
                              found[i].text.substr(0, 1) + between + found[i].text.substr(found[i].text.size() - 1)});
    return result;
}

}  // namespace

TEST_CASE("every figure changed in the document is found at its line") {
    for (const Pair& pair : pairs())
        for (Change change :
             places(pair.document, "\\d+",
                    pair.running_text + "|medicaid\\.gov|cms\\.gov/medicare-coverage-database/search")) {
            const std::string line = line_with(pair.document, change.begin);
            const std::size_t column = change.begin - pair.document.rfind('\n', change.begin) - 1;
            if (column < 4 && std::regex_search(line, std::regex("^ *\\(?\\d+[.)]"))) continue;
            change.text = other_number(change.text);
            expect_in_document(pair, change);
        }
}

TEST_CASE("every figure changed in the policy is found at its line") {
    for (Pair pair : pairs()) {
        pair.policy = without_scenarios(pair.policy);
        const std::string skipped = "^#|reading|^ *items|= 1 mg|members|earlier";
        for (Change change : places(pair.policy, "\\d+", skipped)) {
            const std::string before = pair.policy.substr(change.begin - std::min<std::size_t>(change.begin, 4),
                                                          std::min<std::size_t>(change.begin, 4));
            const std::string line = line_with(pair.policy, change.begin);
            const std::size_t column = change.begin - pair.policy.rfind('\n', change.begin) - 1;
            const bool is_label =
                line.find_first_not_of(' ') == column && std::regex_search(line, std::regex("^ *\\d+[.)] "));
            if (is_label || std::regex_search(before, std::regex("[a-z_]$|[A-Z]\\.$|\\*$|# "))) continue;
            if (line.find('#') < column) continue;
            change.text = other_number(change.text);
            expect_in_policy(pair, change);
        }
    }
}

TEST_CASE("every box changed on either side is found at its line") {
    for (const Pair& pair : pairs()) {
        for (Change change : places(pair.policy, "\\[[x ]\\]", "#")) {
            change.text = change.text == "[x]" ? "[ ]" : "[x]";
            // A line that the document does not print has no box to compare.
            if (line_with(pair.policy, change.begin)
                    .substr(change.begin - pair.policy.rfind('\n', change.begin) - 1)
                    .starts_with("[ ] state"))
                continue;
            expect_in_policy(pair, change);
        }
        for (Change change : places(pair.document, "\u2612|\u2610|\\[[X ]\\]", "^$")) {
            const bool ticked = change.text == "\u2612" || change.text == "[X]";
            change.text = ticked ? "\u2610" : "\u2612";
            expect_in_document(pair, change);
        }
    }
}

TEST_CASE("every connective changed or left out on either side is found at its line") {
    const Pair& pair = pairs()[0];
    for (Change change : places(pair.policy, "printed (AND|OR)", "#")) {
        const std::string other = change.text == "printed AND" ? "printed OR" : "printed AND";
        change.text = other;
        expect_in_policy(pair, change);
        change.text = "";
        expect_in_policy(pair, change);
    }
    for (Change change : places(pair.document, " (AND|OR) ?\n", "^$")) {
        change.text = change.text.starts_with(" AND") ? " OR\n" : " AND\n";
        expect_in_document(pair, change);
        change.text = "\n";
        expect_found(differences_of(pair.path, pair.policy, changed(pair.document, change)), "no connective");
    }
}

TEST_CASE("every row of the history that is missing, added or moved is found") {
    for (const Pair& pair : pairs()) {
        for (const Change& change : places(pair.policy, "\n  20\\d\\d-\\d\\d-\\d\\d \"[^\n]*", "#")) {
            expect_found(differences_of(pair.path, changed(pair.policy, {change.begin, change.end, ""}), pair.document),
                         change.text);
            expect_found(differences_of(pair.path, changed(pair.policy, {change.begin, change.begin, change.text}),
                                        pair.document),
                         change.text);
        }
        for (const Change& change : places(pair.document, "\n(\\d+/\\d+/\\d{4}|Mar 15, 2026) [^\n]*", "Effective:")) {
            expect_found(differences_of(pair.path, pair.policy, changed(pair.document, {change.begin, change.end, ""})),
                         change.text);
            expect_found(differences_of(pair.path, pair.policy,
                                        changed(pair.document, {change.end, change.end, "\n03/03/2025 Revised"})),
                         change.text);
        }
    }
}

TEST_CASE("every item that is missing, added or labelled otherwise in the document is found") {
    for (const Pair& pair : pairs()) {
        const std::size_t end = std::min(pair.document.find("CODES:"), pair.document.find("Coding"));
        const std::vector<Change> labels =
            places(pair.document, "\n *(\\d+|\\([a-z]\\)|[a-z])[.)]? ", pair.running_text);
        CHECK(labels.size() >= 12);
        for (const Change& label : labels) {
            if (label.begin > end || !std::regex_search(label.text, std::regex("[.)] $"))) continue;
            const Change unlabelled{label.begin, label.end, "\n"};
            expect_found(differences_of(pair.path, pair.policy, changed(pair.document, unlabelled)),
                         "without" + label.text);
            const Change repeated{label.begin, label.begin, label.text + "Something new"};
            expect_found(differences_of(pair.path, pair.policy, changed(pair.document, repeated)),
                         "twice" + label.text);
        }
    }
}

TEST_CASE("every note left out of the policy, and one too many, is found") {
    for (const Pair& pair : pairs())
        for (const Change& note : places(pair.policy, "\n  \\d+[.)] note \"[^\n]*", "#")) {
            expect_found(differences_of(pair.path, changed(pair.policy, {note.begin, note.end, ""}), pair.document),
                         note.text);
            expect_found(differences_of(pair.path, changed(pair.policy, {note.end, note.end, "\n  77. note \"x\""}),
                                        pair.document),
                         note.text);
        }
}

TEST_CASE("what a policy sees, and the names of its drugs, are compared") {
    const Pair& pair = pairs()[0];
    const std::vector<std::pair<std::string, std::string>> slips = {
        {"policy \"PHARMACY-111\"", "policy \"PHARMACY-32\""},
        {"otherwise refer to policy \"PHARMACY-32\"", "otherwise refer to policy \"PHARMACY-111\""},
        {"see policy \"11.01.03\"\n", "\n"},
        {"view/lcd.aspx", "views/lcd.aspx"},
        {"drug tofersen", "drug tofersin"},
        {"\"Qalsody\"", "\"Qalsodi\""},
        {"\"Qalsody\"", "\"Radicava\""},
        {"(tofersen)\"", "(tofersan)\""},
        {"\"Qalsody (tofersen)\"", "\"Radicava\""},
        {"six months", "seven months"},
        {"three loading", "two loading"},
        {"\"100 mg per dose; three loading doses, then maintenance\"\n     dose 100 mg",
         "\"three loading doses, then maintenance\""},
        {"dose 100 mg", "dose 100 mcg"},
        {"14 days apart", "14 weeks apart"},
        {"100 mg in 15 mL", "100 mg in 15 L"}};
    for (const auto& slip : slips) {
        const std::string from = slip.first;
        const std::string to = slip.second;
        CAPTURE(from);
        const std::size_t at = pair.policy.find(from);
        REQUIRE(at != std::string::npos);
        expect_found(differences_of(pair.path, changed(pair.policy, {at, at + from.size(), to}), pair.document), to);
    }
}

TEST_CASE("two intervals that are exchanged are found, although the document prints both") {
    const Pair& pair = pairs()[0];
    const std::string policy =
        std::regex_replace(std::regex_replace(pair.policy, std::regex("14 days apart"), "28 days apart"),
                           std::regex("every 28 days"), "every 14 days");
    expect_found(differences_of(pair.path, policy, pair.document), "exchanged");
}

TEST_CASE("`and` that leads to the items below is no connective") {
    const Pair& pair = pairs()[0];
    const std::string document = replaced(pair.document, "that: \na.", "what follows, and \na.");
    expect_quiet(pair, document, "leads to items");
    expect_found(differences_of(pair.path, pair.policy, replaced(pair.document, "left out \n8.", "left out; and\n8.")),
                 "leads to no items");
}

TEST_CASE("the policy's number is found in running text, and a longer one is another") {
    Pair pair = pairs()[1];
    pair.document = replaced(pair.document, "Policy #: RX.501", "See: RX.501 07/01/2025");
    expect_quiet(pair, pair.document, "number without its field");
    const std::vector<FoundAt> found =
        differences_of(pair.path, replaced(pair.policy, "\"RX.501\"", "\"RX.50\""), pair.document);
    REQUIRE(found.size() == 1);
    CHECK(found[0].message == "the number `RX.50` does not stand in the document");
}

TEST_CASE("the policy's number may be printed in several words, and the finding shows all of them") {
    const Pair& pair = pairs()[1];
    expect_quiet(pair, replaced(pair.document, "Policy #: RX.501", "Policy #: Rx 501"), "number in two words");
    const std::vector<FoundAt> found =
        differences_of(pair.path, pair.policy, replaced(pair.document, "Policy #: RX.501", "Policy #: Rx 502"));
    REQUIRE(found.size() == 1);
    CHECK(found[0].message == "the document prints the number `Rx 502`");
}

TEST_CASE("roman labels that are numbered anew behind a missing item are not found") {
    Pair pair = pairs()[1];
    const std::string first = "Diagnosis codes M05.7 through M06.9 are looked at by hand.";
    const std::string second = "A pharmacist sees doses over 400 mg.";
    pair.policy =
        replaced(pair.policy, "1) note \"codes between M05.7 and M06.9 are looked at\"", "i) note \"" + first + "\"");
    pair.policy =
        replaced(pair.policy, "2) note \"doses above 400 mg go to a pharmacist\"", "ii) note \"" + second + "\"");
    pair.document = replaced(pair.document, "1) Diagnosis", "i) Something new\nii) Diagnosis");
    pair.document = replaced(pair.document, "2) A pharmacist", "iii) A pharmacist");
    const std::vector<FoundAt> found = differences_of(pair.path, pair.policy, pair.document);
    REQUIRE(found.size() == 1);
    CHECK(found[0].code == "item-left-out");
}

TEST_CASE("a name that the document misspells again and again is one difference") {
    const Pair& pair = pairs()[1];
    const std::string slip = std::regex_replace(pair.document, std::regex("annetumab"), "annetumap");
    const std::vector<FoundAt> found = differences_of(pair.path, pair.policy, slip);
    CHECK(std::count_if(found.begin(), found.end(), [&](const FoundAt& at) {
              return at.message.find("spells `gannetumab` otherwise") != std::string::npos;
          }) == 1);
}

TEST_CASE("how a document's lines are broken is not found") {
    for (const Pair& pair : pairs()) {
        expect_quiet(pair, std::regex_replace(pair.document, std::regex("\n\n+"), "\n\n\n"), "more empty lines");
        expect_quiet(pair, std::regex_replace(pair.document, std::regex("\n"), "\r\n"), "CR LF");
        expect_quiet(pair, std::regex_replace(pair.document, std::regex("\n"), "\n    "), "indented");
        for (const int every : {2, 3, 7, 11}) {
            CAPTURE(every);
            expect_quiet(pair, broken(pair.document, "[a-z,] [a-z]", "\n", every), "other line ends");
            expect_quiet(pair, broken(pair.document, "[b-df-h][aeiou]", "-\n", 40 * every), "parted words");
        }
    }
}

TEST_CASE("what stands on every page is not found, wherever a page ends") {
    const Pair& pair = pairs()[0];
    const std::vector<Change> ends = places(pair.document, "[a-z,.] ?\n[a-z]", "^$");
    REQUIRE(ends.size() > 5);
    for (const std::string furniture :
         {"\nPage # of 9\n", "\n\n#\n\n", "\n\nPHARMACY-127 Qalsody (tofersen)\nPage #\n\f",
          "\n- # -\n\nStand-in | Page #\n"}) {
        std::string document = pair.document;
        for (std::size_t i = ends.size(); i-- > 0;) {
            if (i % 3 != 0) continue;
            const std::string page = std::regex_replace(furniture, std::regex("#"), std::to_string(i / 3 + 1));
            document = changed(document, {ends[i].begin + 1, ends[i].begin + 2, page});
        }
        expect_quiet(pair, document, furniture);
    }
}

TEST_CASE("any text can be compared, however little of a document is left of it") {
    std::mt19937 random(127);
    const std::string signs = "\n\f 1.)(aA:-/[x]\u2612\xff\xe2%,|\u00b5\u2265";
    for (const Pair& pair : pairs())
        for (int round = 0; round < 60; ++round) {
            std::string document = pair.document.substr(random() % pair.document.size());
            for (int i = 0; i < 40 && !document.empty(); ++i) {
                const std::size_t place = random() % document.size();
                document.replace(place, random() % 3, 1, signs[random() % signs.size()]);
            }
            document.resize(random() % (document.size() + 1));
            CHECK(differences_of(pair.path, pair.policy, document).size() < 1000);
        }
}
