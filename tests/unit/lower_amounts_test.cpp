#include "compiler/lower/dates.hpp"
#include "compiler/lower/fraction.hpp"
#include "compiler/lower/quantities.hpp"
#include "tests/support/model_text.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <string>
#include <utility>

namespace pol::lowering {
namespace {

ast::Name name(std::string text) { return {.text = std::move(text), .span = {}}; }
ast::Decimal decimal(std::int64_t digits, int places = 0) { return {.digits = digits, .places = places, .span = {}}; }

ast::BillingCode billing(std::string code, ast::Decimal amount, std::string unit) {
    ast::BillingCode billed;
    billed.system = name("hcpcs");
    billed.code = name(std::move(code));
    billed.amount = amount;
    billed.unit = name(std::move(unit));
    return billed;
}

ast::PackageCode package(std::string code, ast::Decimal amount, std::string unit) {
    ast::PackageCode packaged;
    packaged.code = name(std::move(code));
    packaged.amount = amount;
    packaged.unit = name(std::move(unit));
    packaged.package = name("tablet");
    return packaged;
}

ast::PackageCode vial(std::string code, ast::Decimal amount, ast::Decimal volume) {
    ast::PackageCode packaged = package(std::move(code), amount, "mg");
    packaged.volume = volume;
    packaged.volume_unit = name("mL");
    packaged.package = name("vial");
    return packaged;
}

std::string per_dose(ast::Decimal amount, std::string unit,
                     std::vector<std::variant<ast::BillingCode, ast::PackageCode>> codes,
                     Date text_from = date_of(2026, 6, 1)) {
    const ast::Dose dose{.amount = amount, .unit = name(std::move(unit))};
    const ast::Drug drug{.name = name("drug"), .brand = {}, .codes = std::move(codes), .span = {}};
    return test::quantities_text(quantities_per_dose(dose, {&drug}, text_from));
}

TEST_CASE("a dose in billing units, mg, mL and vials") {
    CHECK(per_dose(decimal(100), "mg",
                   {billing("J1304", decimal(1), "mg"), vial("64406-0109-01", decimal(100), decimal(15))}) ==
          "100 unit hcpcs J1304, 100 mg, 15 mL, 1 vial ndc 64406-0109-01");
}

TEST_CASE("a dose written as a volume") {
    CHECK(per_dose(decimal(75, 1), "mL", {billing("J1", decimal(5), "mg"), vial("1-1-1", decimal(100), decimal(15))}) ==
          "10 unit hcpcs J1, 7.5 mL, 50 mg, 0.5 vial ndc 1-1-1");
}

TEST_CASE("only declared equalities count") {
    CHECK(per_dose(decimal(100), "mg", {}) == "100 mg");
    CHECK(per_dose(decimal(1), "g", {billing("J1", decimal(1), "mg"), vial("1-1-1", decimal(100), decimal(15))}) ==
          "1 g");
    CHECK(per_dose(decimal(30), "mg", {package("2-2-2", decimal(20), "mg")}) == "30 mg, 1.5 tablet ndc 2-2-2");

    ast::BillingCode procedure;
    procedure.system = name("cpt");
    procedure.code = name("96365");
    CHECK(per_dose(decimal(30), "mg", {procedure}) == "30 mg");
}

TEST_CASE("a quantity without an exact decimal is left out") {
    CHECK(per_dose(decimal(100), "mg", {billing("J1", decimal(3), "mg"), billing("J2", decimal(8), "mg")}) ==
          "12.5 unit hcpcs J2, 100 mg");
    CHECK(per_dose(decimal(100), "mg", {vial("1-1-1", decimal(30), decimal(3))}) == "100 mg, 10 mL");
}

TEST_CASE("packages of one strength agree on the volume, others do not") {
    CHECK(per_dose(decimal(100), "mg",
                   {vial("1-1-1", decimal(100), decimal(15)), vial("1-1-2", decimal(200), decimal(30))}) ==
          "100 mg, 15 mL, 1 vial ndc 1-1-1, 0.5 vial ndc 1-1-2");
    CHECK(per_dose(decimal(100), "mg",
                   {vial("1-1-1", decimal(100), decimal(15)), vial("1-1-2", decimal(200), decimal(10))}) ==
          "100 mg, 1 vial ndc 1-1-1, 0.5 vial ndc 1-1-2");
}

TEST_CASE("a code that ended before the text gives no quantity") {
    ast::BillingCode ended = billing("C9157", decimal(1), "mg");
    ended.through = ast::Date{.year = 2023, .month = 12, .day = 31, .span = {}};
    CHECK(per_dose(decimal(100), "mg", {ended}) == "100 mg");
    CHECK(per_dose(decimal(100), "mg", {ended}, date_of(2024, 1, 1)) == "100 mg");
    CHECK(per_dose(decimal(100), "mg", {ended}, date_of(2023, 12, 31)) == "100 unit hcpcs C9157, 100 mg");
}

TEST_CASE("decimals lose the zeros at their end") {
    CHECK(to_decimal(decimal(150, 2)) == Decimal{.digits = 15, .places = 1});
    CHECK(to_decimal(decimal(400, 2)) == Decimal{.digits = 4, .places = 0});
    CHECK(to_decimal(decimal(400, 0)) == Decimal{.digits = 400, .places = 0});
    CHECK(to_decimal(decimal(0, 3)) == Decimal{.digits = 0, .places = 0});
}

TEST_CASE("fractions are exact or absent") {
    const auto fraction = [](std::int64_t digits, std::uint8_t places) {
        return *Fraction::from({.digits = digits, .places = places});
    };
    CHECK(Fraction::quotient(fraction(1, 0), fraction(8, 0))->to_decimal() == Decimal{.digits = 125, .places = 3});
    CHECK(Fraction::quotient(fraction(7, 1), fraction(35, 2))->to_decimal() == Decimal{.digits = 2, .places = 0});
    CHECK_FALSE(Fraction::quotient(fraction(1, 0), fraction(3, 0))->to_decimal());
    CHECK(Fraction::product(fraction(25, 1), fraction(4, 0)) == fraction(10, 0));

    constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();
    CHECK_FALSE(Fraction::product(fraction(largest, 0), fraction(2, 0)));
    CHECK(Fraction::product(fraction(largest, 0), fraction(1, 0))->to_decimal() ==
          Decimal{.digits = largest, .places = 0});
    CHECK_FALSE(Fraction::from({.digits = 1, .places = 30}));
}

TEST_CASE("weeks are days, years are months") {
    const auto duration = [](std::int64_t amount, ast::TimeUnit unit) {
        return to_duration({.amount = {.value = amount, .span = {}}, .unit = unit, .span = {}});
    };
    CHECK(duration(28, ast::TimeUnit::days).amount == 28);
    CHECK(duration(28, ast::TimeUnit::days).unit == DurationUnit::days);
    CHECK(duration(12, ast::TimeUnit::weeks).amount == 84);
    CHECK(duration(12, ast::TimeUnit::weeks).unit == DurationUnit::days);
    CHECK(duration(6, ast::TimeUnit::months).amount == 6);
    CHECK(duration(6, ast::TimeUnit::months).unit == DurationUnit::months);
    CHECK(duration(2, ast::TimeUnit::years).amount == 24);
    CHECK(duration(2, ast::TimeUnit::years).unit == DurationUnit::months);
}

TEST_CASE("a partial date is all of its month or year") {
    CHECK(to_range({.year = 2024, .month = 2, .day = 29, .span = {}}) ==
          DateRange{.first = date_of(2024, 2, 29), .last = date_of(2024, 2, 29)});
    CHECK(to_range({.year = 2024, .month = 2, .day = 0, .span = {}}) ==
          DateRange{.first = date_of(2024, 2, 1), .last = date_of(2024, 2, 29)});
    CHECK(to_range({.year = 2023, .month = 0, .day = 0, .span = {}}) ==
          DateRange{.first = date_of(2023, 1, 1), .last = date_of(2023, 12, 31)});
}

}  // namespace
}  // namespace pol::lowering
