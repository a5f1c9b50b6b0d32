// Readings of connectives and exceptions against one another, with states counted by hand.

#include "compiler/analyze/analyze.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/lowered.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>

using namespace pol;

namespace {

const std::filesystem::path policies = std::filesystem::path(POL_SOURCE_DIR) / "policies";

struct Comparison {
    std::string lines;
    std::vector<Finding> findings;

    [[nodiscard]] bool says(const std::string& words) const { return lines.find(words) != std::string::npos; }
    [[nodiscard]] const Finding* finding(FindingCode code) const {
        const auto found =
            std::find_if(findings.begin(), findings.end(), [&](const Finding& each) { return each.code == code; });
        return found == findings.end() ? nullptr : &*found;
    }
};

Comparison compared(const model::Policy& policy) {
    Sink sink;
    Comparison comparison;
    for (const std::string& line : compare_readings(policy, sink)) comparison.lines += line + "\n";
    comparison.findings = sink.sorted();
    return comparison;
}

std::string without(std::string text, const std::string& words) {
    const std::size_t at = text.find(words);
    REQUIRE(at != std::string::npos);
    return text.erase(at, words.size());
}

std::string with(std::string text, const std::string& words, const std::string& others) {
    const std::size_t at = text.find(words);
    REQUIRE(at != std::string::npos);
    return text.replace(at, words.size(), others);
}

const std::string grouping_reading = "reading 5, 6 \"5 and 6 are alternatives; 1 to 4 and 7 apply to both\" open";
const std::string scope_reading = "reading 9.b \"the exception lifts the tracheostomy only\" open";
const std::string ventilation_reading =
    "reading 9.b \"ventilation is asked at renewal only; a first request is approved in spite of it\" open";

std::string qalsody_text() { return test::read_text(policies / "qalsody.pol"); }

Comparison qalsody(const std::string& text) {
    return compared(
        test::lowered(text, test::read_text(policies / "ny_plan.pol"), {test::read_text(policies / "als.pol")}));
}

/// A small policy with one line of business; its items are those given.
Comparison small(const std::string& items, const std::string& members = "", const std::string& further_fact = "") {
    const std::string plan =
        "plan p \"P\"\n  lines of business\n    gold \"Gold\" " + members +
        "\n  end\n  benefits medical\n  requests initial\n  calendar\n    short months take the last day\n"
        "    leap birthday 1 March\n  end\nend\n";
    const std::string facts =
        "facts f from provider\n  a : yes/no ask \"A?\"\n  b : yes/no ask \"B?\"\n  c : yes/no ask \"C?\" " +
        further_fact + "\nend\n";
    const std::string policy =
        "policy p \"P\"\n  number \"1\"\n  plan p\n  facts f\n  text from 2026-01-01 by date_of_service\n"
        "  earlier not on file\nend\napplies to\n  [x] gold\nend\nsection S \"S\"\n  for gold\n"
        "  initial requires all of\n" +
        items +
        "  end\n  * \"a year\"\n    approve 12 months from date_of_service\n  otherwise criteria not met\nend\n";
    return compared(test::lowered(policy, plan, {facts}));
}

}  // namespace

TEST_CASE("items 1 to 7 of the first policy come to the counts of its printed document") {
    // 1 to 4 and 7 hold or do not, each by itself; there is no tracheostomy, one against aspiration only, or another
    // one: 2^5 * 3 = 96. As written all of 1 to 4 and 7 with 5 or 6: 2. With AND first 1 to 5 whatever 7 says (2) or 6
    // and 7 whatever 1 to 4 say (16). From left to right 7 with all of 1 to 5 (1) or with 6 (16). 5 and 6 together
    // never.
    const Comparison found = qalsody(qalsody_text());
    CHECK(
        found.says("AND and OR of MMC.1 to MMC.7: of 96 combinations 2 hold as written, 18 with AND first (16 differ), "
                   "2 with OR first, 17 from left to right (15 differ), 0 with all required (2 differ)\n"));
    CHECK(found.says("decided differently with AND first and from left to right: `prescriber_specialty` is"));
    CHECK(found.says("the policy reads: \"5 and 6 are alternatives; 1 to 4 and 7 apply to both\" (open)"));
    CHECK(found.findings.empty());
}

TEST_CASE("item 6 as a condition on members with a tracheostomy says the same beside 5, and nowhere else") {
    // It then holds of members without one, too: with AND first 6 and 7 are 32, and 1 to 5 without 7 one more.
    const Comparison found = qalsody(qalsody_text());
    CHECK(
        found.says("with MMC.6 asked only if `tracheostomy is yes`: of 96 combinations 2 hold grouped as written, "
                   "33 with AND first (31 differ), 2 with OR first, 32 from left to right (30 differ), "
                   "1 with all required (1 differ)\n"));
    CHECK(found.says("grouped as written that is the same for every member\n"));
    const Comparison conditional = qalsody(with(qalsody_text(), "attested trach_aspiration_only is yes\n    end",
                                                "if tracheostomy is yes then trach_aspiration_only is yes\n    end"));
    CHECK(
        conditional.says("of 96 combinations 2 hold as written, 33 with AND first (31 differ), 2 with OR first, "
                         "32 from left to right (30 differ), 1 with all required (1 differ)"));
}

TEST_CASE(
    "the exception in 9.b differs for members who are ventilated and have a tracheostomy against aspiration only") {
    // Ventilated or not, and three tracheostomies: 6. Lifting both lets one more in.
    const Comparison found = qalsody(qalsody_text());
    CHECK(
        found.says("exception in MMC.9.b: of 6 combinations 2 hold as written, "
                   "3 with `unless trach_aspiration_only is yes` wider (1 differ)\n"));
    CHECK(
        found.says("decided differently with `unless trach_aspiration_only is yes` wider: `invasive_ventilation` is "
                   "yes, `tracheostomy` is yes, `trach_aspiration_only` is yes\n"));
}

TEST_CASE("without its readings the first policy is asked for them, with a member") {
    std::string text = without(qalsody_text(), grouping_reading);
    text = without(without(text, scope_reading), ventilation_reading);
    const Comparison found = qalsody(text);
    CHECK(found.findings.size() == 2);
    const Finding* grouping = found.finding(FindingCode::printed_grouping);
    REQUIRE(grouping != nullptr);
    CHECK(grouping->message.find("of 96 combinations 2 hold as written, 18 with AND first") != std::string::npos);
    CHECK(grouping->hint.find("`reading 5, 6 \"…\" open`") != std::string::npos);
    const Finding* scope = found.finding(FindingCode::exception_scope);
    REQUIRE(scope != nullptr);
    CHECK(scope->message.find("`invasive_ventilation` is yes") != std::string::npos);
    CHECK(scope->hint.find("`reading 9.b \"…\" open`") != std::string::npos);
}

TEST_CASE("a reading of one of the items, or of others, does not say how they are grouped") {
    const Comparison of_others = qalsody(without(qalsody_text(), grouping_reading));
    CHECK(of_others.finding(FindingCode::printed_grouping) != nullptr);
    const Comparison of_one = qalsody(with(qalsody_text(), grouping_reading, "reading 5 \"5 alone is enough\" open"));
    CHECK(of_one.finding(FindingCode::printed_grouping) != nullptr);
}

TEST_CASE("the hint names two items, also where the connectives turn at one") {
    const Comparison found = small(
        "    1. \"a\" printed AND\n      a is yes\n    any of\n    2. \"b\" printed OR\n      b is yes\n"
        "    3. \"c\"\n      c is yes\n    end\n");
    const Finding* grouping = found.finding(FindingCode::printed_grouping);
    REQUIRE(grouping != nullptr);
    CHECK(grouping->hint.find("`reading 2, 3 \"…\" open`") != std::string::npos);
}

TEST_CASE("nothing is said where readings agree") {
    CHECK(small("    1. \"a\" printed AND\n      a is yes\n    2. \"b\"\n      b is yes\n").lines.empty());
    const Comparison exception = small(
        "    1. \"a, b, unless c\"\n      all of\n        a is yes\n        b is yes unless c is yes\n      end\n");
    CHECK(exception.lines.empty());
    CHECK(exception.findings.empty());
}

TEST_CASE("items that are printed with AND and asked as alternatives are not what any reading says") {
    // Three of four combinations have a or b, one has both.
    const Comparison found =
        small("    any of\n    1. \"a\" printed AND\n      a is yes\n    2. \"b\"\n      b is yes\n    end\n");
    CHECK(found.findings.size() == 1);
    CHECK(found.says("AND of S.1 to S.2: of 4 combinations 3 hold as written, 1 as printed (2 differ)"));
}

TEST_CASE("facts that imply one another leave fewer combinations") {
    const std::string items =
        "    1. \"a\" printed AND\n      a is yes\n    any of\n    2. \"b\" printed OR\n      b is yes\n"
        "    3. \"c\"\n      c is yes\n    end\n";
    // a with b or c: 3 of 8. With AND first c alone, too: a and b, or c: 5, of which 2 are without a.
    CHECK(small(items).says("of 8 combinations 3 hold as written, 5 with AND first (2 differ)"));
    // Where c implies b there are three of these two, and where it implies a three of those.
    CHECK(small(items, "", "implies b").says("of 6 combinations 2 hold as written, 3 with AND first (1 differ)"));
    CHECK(small(items, "", "implies a").says("of 6 combinations 3 hold as written, 3 with AND first"));
    CHECK(small(items, "", "implies a").findings.empty());
}

TEST_CASE("product rules leave fewer combinations") {
    const std::string items =
        "    1. \"a\" printed AND\n      a is yes\n    any of\n"
        "    2. \"20 years\" printed OR\n      age at date_of_service is at least 20 years\n"
        "    3. \"10 years\"\n      age at date_of_service is at least 10 years\n    end\n";
    // Under 10, under 20, from 20 on: three with and three without a. As written a with 2 of the ages; with AND first
    // the same ages without a, too.
    CHECK(small(items).says("of 6 combinations 2 hold as written, 4 with AND first (2 differ)"));
    CHECK(small(items, "members under 19 years")
              .says("of 4 combinations 1 hold as written, 2 with AND first (1 differ)"));
}
