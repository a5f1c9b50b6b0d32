#include "pol/registry.hpp"

#include "pol/closest_number.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace pol;

namespace {

constexpr Date day(int year, int month, int number) { return date_of(year, month, number); }

// A series of two texts that another document parts, and a policy of one text that is selected by the other date.
constexpr RegisteredText texts[] = {
    {.number = "A-1", .in_force = {day(2024, 1, 1), day(2024, 12, 31)}, .answers = {any_day.first, day(2024, 12, 31)}},
    {.number = "A-1", .in_force = {day(2025, 7, 1), open_end}, .answers = {day(2025, 1, 1), open_end}},
    {.number = "B-2",
     .selected_by = BuiltinFact::date_of_request,
     .in_force = {day(2020, 1, 1), open_end},
     .answers = any_day},
};
constexpr Listing listings[] = {
    {.text = 0},
    {.text = 1},
    {.text = 2},
    {.text = 0, .valid = {any_day.first, day(2024, 6, 30)}},
    {.text = 0, .valid = {day(2024, 9, 1), open_end}},
    {.text = 2},
    {.text = 1},
};
constexpr ListedNumber numbers[] = {{.number = "A-1", .first = 0, .count = 2},
                                    {.number = "B-2", .first = 2, .count = 1}};
constexpr ListedCode codes[] = {
    {.code = parse_hcpcs("J0001").code, .first = 3, .count = 3},
    {.code = parse_ndc("12345-0678-01").code, .first = 6, .count = 1},
};
constexpr Registry registry = {.texts = texts, .numbers = numbers, .codes = codes, .listings = listings};

/// The places of what is found: `0 2`.
std::string places(const FoundTexts& found) {
    std::string text;
    for (const RegisteredText& each : found) text += (text.empty() ? "" : " ") + std::to_string(&each - texts);
    return text;
}

constexpr RequestDays service_on(Date date) { return {.of_service = {date, date}}; }

}  // namespace

TEST_CASE("a number and a day give the one text that answers, in force or not") {
    CHECK(places(registry.find("A-1", service_on(day(2024, 5, 5)))) == "0");
    CHECK(places(registry.find("A-1", service_on(day(2025, 7, 1)))) == "1");
    CHECK(places(registry.find("A-1", service_on(day(1999, 1, 1)))) == "0");
    CHECK(places(registry.find("A-1", service_on(day(2025, 3, 3)))) == "1");
    CHECK(places(registry.find("B-2", service_on(day(1999, 1, 1)))) == "2");
}

TEST_CASE("an unknown day leaves every text that may answer") {
    CHECK(places(registry.find("A-1")) == "0 1");
    CHECK(places(registry.find("A-1", {.of_service = {day(2024, 12, 1), day(2025, 1, 31)}})) == "0 1");
    CHECK(places(registry.find("A-1", {.of_request = {day(2024, 5, 5), day(2024, 5, 5)}})) == "0 1");
}

TEST_CASE("a number that no policy has gives nothing") {
    for (const char* number : {"", "A", "A-10", "B-1", "C"}) {
        const std::string_view wanted = number;
        CHECK(registry.find(Text(wanted.data(), static_cast<std::uint32_t>(wanted.size()))).empty());
    }
    CHECK(Registry{}.find("A-1").empty());
}

TEST_CASE("a code gives all policies that list it on the day of service") {
    const Code code = parse_hcpcs("J0001").code;
    CHECK(places(registry.find(code, service_on(day(2024, 5, 5)))) == "0 2");
    CHECK(places(registry.find(code, service_on(day(2024, 7, 1)))) == "2");
    CHECK(places(registry.find(code, service_on(day(2025, 5, 5)))) == "2");
    CHECK(places(registry.find(code)) == "0 2");
    CHECK(places(registry.find(parse_ndc("12345067801").code, service_on(day(2026, 1, 1)))) == "1");
    CHECK(registry.find(parse_hcpcs("J0002").code).empty());
    CHECK(registry.find(parse_cpt("12345").code).empty());
    CHECK(Registry{}.find(code).empty());
}

TEST_CASE("a number that no policy has is told with the one that may be meant") {
    CHECK(closest_number_hint("A1", registry) == "; did you mean `A-1`?");
    CHECK(closest_number_hint("b-2", registry) == "; did you mean `B-2`?");
    CHECK(closest_number_hint("PHARMACY-7", registry) == "");
}
