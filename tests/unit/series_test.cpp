#include "compiler/registry/series.hpp"

#include "compiler/registry/listings.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace pol;
using namespace pol::registry;

namespace {

TextSummary text(const std::string& name, Date from, Date through = open_end, const std::string& number = "A-1") {
    return {.name = name,
            .space = "plan::" + name,
            .number = number,
            .plan = "a_plan",
            .from = from,
            .through = through,
            .selected_by = "date_of_service",
            .earlier_refers = false,
            .codes = {},
            .line = {0, 10, 20}};
}

const Date first_2025 = date_of(2025, 1, 1);
const Date last_2025 = date_of(2025, 12, 31);
const Date first_2026 = date_of(2026, 1, 1);

std::vector<Finding> findings(const std::vector<TextSummary>& texts) {
    std::vector<PlacedText> placed;
    for (std::uint32_t i = 0; i < texts.size(); ++i) placed.push_back({&texts[i], {i, 0, 1}});
    Sink sink;
    check_series(placed, sink);
    return sink.sorted();
}

}  // namespace

TEST_CASE("a finding on a series stands at the later text and points to the older one") {
    const std::vector<Finding> found = findings({text("newer", first_2026), text("older", first_2025)});
    REQUIRE(found.size() == 1);
    CHECK(found[0].code == FindingCode::text_overlap);
    CHECK(found[0].span.file == 0);
    REQUIRE(found[0].labels.size() == 1);
    CHECK(found[0].labels[0].span.file == 1);
}

TEST_CASE("numbers of another plan are other policies") {
    std::vector<TextSummary> texts = {text("newer", first_2026), text("older", first_2025)};
    texts[1].plan = "another_plan";
    CHECK(findings(texts).empty());
}

TEST_CASE("a text within a longer one overlaps it, however many stand between") {
    CHECK(findings({text("long", first_2025), text("short", first_2026, date_of(2026, 1, 31)),
                    text("last", date_of(2027, 1, 1))})
              .size() == 2);
}

TEST_CASE("every day has one text of a series that answers for it") {
    const std::vector<TextSummary> texts = {text("first", first_2025, date_of(2025, 6, 30)),
                                            text("second", first_2026, date_of(2026, 6, 30)),
                                            text("alone", first_2025, last_2025, "B-2")};
    const std::vector<DateRange> answers = days_answered(texts);
    CHECK(answers[0] == DateRange{any_day.first, date_of(2025, 6, 30)});
    CHECK(answers[1] == DateRange{date_of(2025, 7, 1), open_end});
    CHECK(answers[2] == any_day);
}

TEST_CASE("codes are listed in normal form, once a text where their times meet") {
    std::vector<TextSummary> texts = {text("first", first_2025, last_2025), text("second", first_2026)};
    texts[0].codes = {{CodeSystem::hcpcs, "J1234", std::nullopt, date_of(2025, 6, 30)},
                      {CodeSystem::hcpcs, "J1234", date_of(2025, 7, 1), std::nullopt},
                      {CodeSystem::ndc, "64406-109-01", std::nullopt, std::nullopt}};
    texts[1].codes = {{CodeSystem::ndc, "64406-0109-01", std::nullopt, std::nullopt},
                      {CodeSystem::hcpcs, "J1234", std::nullopt, date_of(2026, 3, 31)},
                      {CodeSystem::hcpcs, "J1234", date_of(2026, 6, 1), std::nullopt}};
    const Listings tables = listings_of(texts);
    REQUIRE(tables.numbers.size() == 1);
    CHECK(tables.numbers[0].count == 2);
    REQUIRE(tables.codes.size() == 2);
    CHECK(tables.codes[0].what.written == "J1234");
    CHECK(tables.codes[0].count == 3);
    CHECK(tables.codes[1].count == 2);
    CHECK(tables.listings[tables.codes[0].first].valid == any_day);
}

TEST_CASE("a summary comes back as it was written, and other texts are none") {
    TextSummary written = text("first", first_2025, last_2025);
    written.codes = {{CodeSystem::cpt, "96413", first_2025, std::nullopt}};
    written.earlier_refers = true;
    const std::optional<TextSummary> read = read_summary(write_summary(written));
    REQUIRE(read);
    CHECK(write_summary(*read) == write_summary(written));
    CHECK(read->through == last_2025);
    CHECK(read->codes.at(0).system == CodeSystem::cpt);
    CHECK(read->line.begin == 10);
    for (const char* other : {"", "[]", "{}", "{\"name\":\"x\"}", "nonsense"}) CHECK(!read_summary(other));
    std::string spoilt = write_summary(written);
    spoilt.replace(spoilt.find("2025-01-01"), 10, "next year!");
    CHECK(!read_summary(spoilt));
    spoilt = write_summary(written);
    spoilt.replace(spoilt.find("\"cpt\""), 5, "\"xyz\"");
    CHECK(!read_summary(spoilt));
}
