#include "pol/given.hpp"

#include "pol/computed.hpp"
#include "pol/expectation.hpp"

#include <doctest/doctest.h>

// How callers write requests, and how scenarios write expected amounts. All of it is constant.

namespace {

using pol::Date;
using pol::date_of;
using pol::DateRange;
using pol::Decimal;
using pol::decimal;
using pol::Evidence;
using pol::Fact;
using pol::Measurement;
using pol::Presence;

static_assert(decimal("7.2") == Decimal{72, 1});
static_assert(decimal("7.20") == Decimal{720, 2});
static_assert(decimal("-0.5") == Decimal{-5, 1});
static_assert(decimal("0") == Decimal{0, 0});
static_assert(decimal("999999999.999999") == Decimal{pol::largest_digits, 6});

constexpr Date first_of_march = date_of(2026, 3, 1);

struct Request {
    Fact<Decimal> weight;
    Fact<Measurement> hemoglobin;
    Fact<DateRange> onset;
    Fact<DateRange> birth_date;
};

constexpr Request request() {
    Request request;
    request.weight = pol::documented(decimal("7.2"));
    request.hemoglobin = pol::attested(pol::measurement(decimal("9.4"), date_of(2026, 2, 20)));
    request.onset = pol::claimed(pol::some_day_in(2026, 2));
    request.birth_date = pol::born_in(2024);
    return request;
}

// A decision as far as expectations of amounts read it.
struct OneResult {
    pol::Outcome outcome = pol::Outcome::approved;
    int result_count = 1;
    struct {
        pol::Result result;
    } results[1] = {};
};

constexpr pol::AmountDescription described[] = {
    {.clause = 0, .name = "kit", .phrase = "kit volume", .unit = "mL", .system = {}, .code = {}},
    {.clause = 1, .name = "J1561", .phrase = {}, .unit = "unit", .system = "hcpcs", .code = "J1561"}};

pol::ApprovalDescription approval() {
    pol::ApprovalDescription description;
    description.amounts = described;
    return description;
}

}  // namespace

TEST_CASE("numbers, measurements and days are written with their evidence") {
    constexpr Request written = request();
    static_assert(written.weight.value == decimal("7.2"));
    CHECK(written.weight.presence == Presence::given);
    CHECK(written.weight.evidence == Evidence::documented);
    CHECK(written.hemoglobin.value.value == Decimal{94, 1});
    CHECK(written.hemoglobin.value.on == DateRange{date_of(2026, 2, 20), date_of(2026, 2, 20)});
    CHECK(written.hemoglobin.evidence == Evidence::attested);
    CHECK(written.onset.value == DateRange{date_of(2026, 2, 1), date_of(2026, 2, 28)});
    CHECK(written.birth_date.value == DateRange{date_of(2024, 1, 1), date_of(2024, 12, 31)});
    CHECK(pol::some_day_in(2024, 2).last == date_of(2024, 2, 29));
    CHECK(pol::born_in(2024, 2).value == pol::some_day_in(2024, 2));
    CHECK(pol::born_on(first_of_march).value == pol::exact_day(first_of_march));
    CHECK(pol::measurement(decimal("1"), pol::some_day_in(2025)).on.last == date_of(2025, 12, 31));
}

TEST_CASE("what nobody can know is of any type") {
    const Fact<Decimal> weight = pol::not_knowable;
    const Fact<Measurement> hemoglobin = pol::not_knowable;
    CHECK(weight.presence == Presence::not_knowable);
    CHECK(hemoglobin.presence == Presence::not_knowable);
}

TEST_CASE("an expected amount is found by its name or code and compared as a number") {
    const pol::ApprovalDescription approvals[] = {approval()};
    pol::PolicyDescription policy;
    policy.approvals = approvals;
    OneResult decision;
    decision.results[0].result.outcome = pol::Outcome::approved;
    decision.results[0].result.approval = 0;
    decision.results[0].result.amounts[0] = {413, 1};
    decision.results[0].result.amounts[1] = {60, 0};
    const auto amount = [&](pol::Text name, Decimal value) {
        return pol::Expectation(decision, policy).amount(name, value);
    };
    CHECK(amount("kit", {413, 1}));
    CHECK(amount("kit", {4130, 2}));
    CHECK_FALSE(amount("kit", {412, 1}));
    CHECK(amount("J1561", {60, 0}));
    CHECK_FALSE(amount("J1561", {413, 1}));
    CHECK_FALSE(amount("vial", {60, 0}));
    decision.results[0].result.outcome = decision.outcome = pol::Outcome::excluded;
    CHECK_FALSE(amount("kit", {413, 1}));
}

TEST_CASE("codes and what was found are numbers") {
    enum class Grade : std::uint16_t { low, high };
    const Fact<Decimal> code = pol::documented(pol::icd10cm("C50.911"));
    CHECK(code.value == pol::number_for(pol::parse_icd10cm("C50.911").code));
    CHECK(pol::cpt("00100").digits > 0);
    CHECK(pol::hcpcs("J1745").digits < pol::hcpcs("J1748").digits);
    CHECK(pol::ndc("57894-030-01") == pol::ndc("57894-0030-01"));
    const Fact<Measurement> grade = pol::attested(pol::found(Grade::high, date_of(2026, 2, 20)));
    CHECK(grade.value.value == pol::place_of(Grade::high));
    CHECK(grade.value.on == pol::exact_day(date_of(2026, 2, 20)));
    CHECK(pol::found(Grade::low, pol::some_day_in(2026)).value == Decimal{0, 0});
}
