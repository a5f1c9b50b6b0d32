#include "compiler/codes/codes.hpp"

#include "pol/notation.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace pol;
using codes::Fault;

namespace {

std::int64_t number_of(CodeSystem system, std::string_view code) {
    const ParsedCode parsed = parse_code(system, Text(code.data(), static_cast<std::uint32_t>(code.size())));
    REQUIRE_MESSAGE(parsed.valid, std::string(code));
    return number_for(parsed.code).digits;
}

bool holds(CodeSystem system, std::string_view written, std::string_view code) {
    const codes::Reading reading = codes::read(system, written);
    REQUIRE(reading.fault == Fault::none);
    const std::int64_t number = number_of(system, code);
    return reading.range.first <= number && number <= reading.range.last;
}

constexpr CodeSystem icd = CodeSystem::icd10cm;

}  // namespace

TEST_CASE("numbers of codes are in the order of the codes") {
    const std::vector<std::string> ordered = {"A00",     "A00.0", "A01",   "C49.9",  "C4A",     "C4A.9",
                                              "C50",     "C50.0", "C50.9", "C50.91", "C50.911", "C50.911A",
                                              "C50.912", "C50.A", "C51",   "Z99.89"};
    for (std::size_t i = 1; i < ordered.size(); ++i) {
        CAPTURE(ordered[i]);
        CHECK(number_of(icd, ordered[i - 1]) < number_of(icd, ordered[i]));
    }
    CHECK(number_of(CodeSystem::hcpcs, "A9999") < number_of(CodeSystem::hcpcs, "J0001"));
    CHECK(number_of(CodeSystem::cpt, "00100") < number_of(CodeSystem::cpt, "96413"));
    static_assert(icd10cm("C50.911") == number_for(parse_icd10cm("C50.911").code));
    static_assert(ndc("64406-0109-01") == ndc("64406-109-01"));
}

TEST_CASE("numbers of codes are within what a request can carry") {
    CHECK(number_of(icd, "Z99.ZZZZ") <= last_number(icd).digits);
    CHECK(number_of(CodeSystem::hcpcs, "V9999") <= last_number(CodeSystem::hcpcs).digits);
    CHECK(number_of(CodeSystem::ndc, "999999-9999-99") == last_number(CodeSystem::ndc).digits);
    for (const CodeSystem system : {CodeSystem::hcpcs, CodeSystem::cpt, icd, CodeSystem::ndc})
        CHECK(is_within_bounds(last_number(system)));
}

TEST_CASE("a pattern holds every code that begins so") {
    for (const char* code : {"C50", "C50.9", "C50.911", "C50.ZZZZ"}) CHECK(holds(icd, "C50.*", code));
    for (const char* code : {"C4Z.ZZZZ", "C51", "C5A"}) CHECK_FALSE(holds(icd, "C50.*", code));
    CHECK(holds(icd, "C50.9*", "C50.9"));
    CHECK(holds(icd, "C50.9*", "C50.911"));
    CHECK_FALSE(holds(icd, "C50.9*", "C50.8"));
    CHECK_FALSE(holds(icd, "C50", "C50.0"));
}

TEST_CASE("a range holds what begins as its last code does") {
    for (const char* code : {"C16.0", "C16.4", "C16.9", "C16.91"}) CHECK(holds(icd, "C16.0 to C16.9", code));
    for (const char* code : {"C16", "C16.A", "C17"}) CHECK_FALSE(holds(icd, "C16.0 to C16.9", code));
    CHECK(holds(icd, "C00 to D49", "D49.9"));
    CHECK(holds(CodeSystem::hcpcs, "J1745 to J1748", "J1748"));
    CHECK_FALSE(holds(CodeSystem::hcpcs, "J1745 to J1748", "J1749"));
    CHECK(holds(CodeSystem::ndc, "57894-0030-01", "57894-030-01"));
}

TEST_CASE("what is no code, pattern or range is told apart") {
    for (const char* wrong : {"C5", "C50911", "c50", "J1745 to", "C50 to C5", "C509*", "C50.9111A*"})
        CHECK_MESSAGE(codes::read(icd, wrong).fault == Fault::shape, wrong);
    for (const char* wrong : {"C5*", "C50*", "C50.* to C51", "C50 to C51.*"})
        CHECK_MESSAGE(codes::read(icd, wrong).fault == Fault::wildcard, wrong);
    CHECK(codes::read(CodeSystem::hcpcs, "J17*").fault == Fault::wildcard);
    CHECK(codes::read(icd, "C16.9 to C16.0").fault == Fault::reversed);
    CHECK(codes::read(icd, "C16.0 to C5").part == "C5");
    CHECK(codes::read(CodeSystem::ndc, "57894003001").fault == Fault::shape);
}

TEST_CASE("numbers are written as codes, those between codes are not") {
    for (const char* code : {"C50", "C50.9", "C50.911", "Z99.ZZZZ"})
        CHECK(codes::written(icd, number_of(icd, code)) == code);
    CHECK(codes::written(CodeSystem::hcpcs, number_of(CodeSystem::hcpcs, "J0010")) == "J0010");
    CHECK(codes::written(CodeSystem::cpt, number_of(CodeSystem::cpt, "00100")) == "00100");
    CHECK(codes::written(CodeSystem::ndc, number_of(CodeSystem::ndc, "57894-030-01")) == "57894-0030-01");
    CHECK(codes::written(CodeSystem::ndc, number_of(CodeSystem::ndc, "157894-0030-01")) == "157894-0030-01");
    CHECK(codes::written(icd, number_of(icd, "A00") - 1) == std::nullopt);
    CHECK(codes::written(CodeSystem::hcpcs, 0) == std::nullopt);
}

TEST_CASE("ranges are written as they are read") {
    for (const char* range : {"C50.*", "C50.9*", "C50.91*", "C16.0 to C16.9", "C00 to D49", "C50.02 to C50.029"})
        CHECK(codes::written(icd, codes::read(icd, range).range) == range);
    CHECK(codes::written(CodeSystem::hcpcs, codes::read(CodeSystem::hcpcs, "J1745 to J1748").range) ==
          "J1745 to J1748");
}

TEST_CASE("the nearest codes are found on both sides of any number") {
    const auto before = [](std::string_view code) { return codes::at_or_before(icd, number_of(icd, code) - 1); };
    CHECK(before("C50") == number_of(icd, "C4Z.ZZZZ"));
    CHECK(before("C50.1") == number_of(icd, "C50.0ZZZ"));
    CHECK(before("C50.0") == number_of(icd, "C50"));
    CHECK(before("A00") == std::nullopt);
    CHECK(codes::at_or_after(icd, 0) == number_of(icd, "A00"));
    CHECK(codes::at_or_after(icd, number_of(icd, "C9Z.ZZZZ") + 1) == number_of(icd, "D00"));
    CHECK(codes::at_or_after(icd, number_of(icd, "Z9Z.ZZZZ") + 1) == std::nullopt);
    CHECK(codes::at_or_after(CodeSystem::hcpcs, number_of(CodeSystem::hcpcs, "J9999") + 1) ==
          number_of(CodeSystem::hcpcs, "K0000"));
    CHECK(codes::at_or_before(CodeSystem::cpt, last_number(CodeSystem::cpt).digits) ==
          number_of(CodeSystem::cpt, "99999"));
    for (std::int64_t number = 0; number < last_number(icd).digits; number += 7'654'321'987) {
        const std::optional<std::int64_t> low = codes::at_or_before(icd, number),
                                          high = codes::at_or_after(icd, number);
        if (low) CHECK((*low <= number && codes::written(icd, *low)));
        if (high) CHECK((*high >= number && codes::written(icd, *high)));
    }
}
