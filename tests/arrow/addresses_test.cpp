// Which texts a row of a batch is for, in a registry made by hand: one policy by the date of the request, of two texts.

#include "runtime/arrow/addresses.hpp"

#include "tests/arrow/built_batch.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

using namespace pol;
using namespace pol::testing;
using arrow::Addresses;
using arrow::Source;

constexpr Date first_day = date_of(2026, 1, 1), last_day = date_of(2025, 12, 31);
constexpr RegisteredText texts[] = {
    {.number = "A-1", .selected_by = BuiltinFact::date_of_request, .answers = {any_day.first, last_day}},
    {.number = "A-1", .selected_by = BuiltinFact::date_of_request, .answers = {first_day, open_end}},
};
constexpr ListedNumber numbers[] = {{.number = "A-1", .first = 0, .count = 2}};
// In the second text the code counts from 2026-03-01 on.
constexpr Listing listings[] = {
    {.text = 0}, {.text = 1}, {.text = 0}, {.text = 1, .valid = {date_of(2026, 3, 1), open_end}}};
constexpr ListedCode codes[] = {{.code = parse_hcpcs("J1000").code, .first = 2, .count = 2}};
constexpr Registry registry = {.texts = texts, .numbers = numbers, .codes = codes, .listings = listings};

/// The numbers of the texts that are found for each row, or why there are none.
std::vector<std::string> found_in(const BuiltBatch& batch) {
    Addresses addresses;
    for (std::int64_t i = 0; i < batch.schema.n_children; ++i) {
        const Source source(*batch.schema.children[i], *batch.array.children[i], 0);
        REQUIRE(addresses.bind_column(batch.schema.children[i]->name, source) == "");
    }
    std::vector<std::string> rows;
    for (std::int64_t row = 0; row < batch.array.length; ++row) {
        FoundTexts found;
        std::string words(name_of(addresses.find(registry, row, found)));
        for (const RegisteredText& text : found) words += std::to_string(&text - texts);
        rows.push_back(words);
    }
    return rows;
}

using Found = std::vector<std::string>;
constexpr std::int64_t in_2025 = last_day.days, in_2026 = first_day.days, in_april = date_of(2026, 4, 1).days;

TEST_CASE("the date that selects the texts chooses one; without it each may answer") {
    const BuiltBatch batch({BuiltColumn::text("policy", {"A-1", "A-1", "A-1", "A-2"}, {}),
                            BuiltColumn::numbers("date_of_request", "tdD", {in_2025, in_2026, {}, in_2026}, {}),
                            BuiltColumn::numbers("date_of_service", "tdD", {in_2026, in_2025, in_2026, in_2026}, {})},
                           4);
    CHECK(found_in(batch) == Found{"0", "1", "01", "unknown_policy"});
}

TEST_CASE("a code counts on the day of service, whatever selects the text") {
    const BuiltBatch batch(
        {BuiltColumn::text("hcpcs", {"J1000", "J1000", "J1000", "J1000", "J1001", "1000"}, {}),
         BuiltColumn::numbers("date_of_request", "tdD", {in_2025, in_2026, in_2026, {}, {}, {}}, {}),
         BuiltColumn::numbers("date_of_service", "tdD", {in_2026, in_2026, in_april, in_2026, {}, {}}, {})},
        6);
    CHECK(found_in(batch) == Found{"0", "unlisted_code", "1", "0", "unlisted_code", "not_a_code"});
}

TEST_CASE("a row names one policy, in one column") {
    const BuiltBatch batch({BuiltColumn::text("policy", {{}, "A-1", {}, "A-1"}, {}),
                            BuiltColumn::text("hcpcs", {{}, "J1000", "J1000", {}}, {.dictionary = 'c'}),
                            BuiltColumn::text("ndc", {{}, {}, "12345-678-90", {}}, {.is_large = true})},
                           4);
    CHECK(found_in(batch) == Found{"not_addressed", "addressed_twice", "addressed_twice", "01"});
}

}  // namespace
