#include "compiler/units/units.hpp"

#include <doctest/doctest.h>

using namespace pol::units;

namespace {

Unit unit(const char* written) {
    const std::optional<Unit> found = unit_of(written);
    REQUIRE_MESSAGE(found.has_value(), written);
    return *found;
}

/// `factor base unit`: 127/5000 m.
std::string meaning(const char* written) {
    const Unit found = unit(written);
    std::string text = std::to_string(found.factor.numerator);
    if (found.factor.denominator != 1) text += "/" + std::to_string(found.factor.denominator);
    if (!found.dimension.is_none()) text += " " + base_unit(found.dimension);
    return text;
}

}  // namespace

TEST_CASE("a unit is an exact factor of its base unit") {
    CHECK(meaning("kg") == "1 kg");
    CHECK(meaning("mcg") == "1/1000000000 kg");
    CHECK(meaning("mL") == "1/1000 L");
    CHECK(meaning("in") == "127/5000 m");
    CHECK(meaning("min") == "1/60 hours");
    CHECK(meaning("weeks") == "7 days");
    CHECK(meaning("year") == "12 months");
    CHECK(meaning("IU") == "1 U");
    CHECK(meaning("mU") == "1/1000 U");
    CHECK(meaning("%") == "1/100");
    CHECK(meaning("vg") == "1 vg");
}

TEST_CASE("units are divided from left to right") {
    CHECK(meaning("g/dL") == "1/100 kg/L");
    CHECK(meaning("kg/m2") == "1 kg/m2");
    CHECK(meaning("mg/kg") == "1/1000000");
    CHECK(meaning("mg/kg/day") == "1/1000000 /days");
    CHECK(meaning("/mcL") == "1000000 /L");
    CHECK(meaning("g/100mL") == "1/100 kg/L");
    CHECK(meaning("cells/mcL") == "1000000 cells/L");
    CHECK(meaning("mm2/cm2") == "1/100");
    CHECK(meaning("mcg/mcg") == "1");
}

TEST_CASE("days, months and hours never meet") {
    CHECK_FALSE(conversion(unit("days"), unit("months")).has_value());
    CHECK_FALSE(conversion(unit("hours"), unit("days")).has_value());
    CHECK(unit("weeks").dimension == days());
    CHECK(unit("years").dimension == months());
    CHECK(conversion(unit("weeks"), unit("days")) == Factor{7, 1});
}

TEST_CASE("conversion is exact both ways") {
    CHECK(conversion(unit("in"), unit("cm")) == Factor{127, 50});
    CHECK(conversion(unit("cm"), unit("in")) == Factor{50, 127});
    CHECK(conversion(unit("g/dL"), unit("mg/mL")) == Factor{10, 1});
    CHECK(conversion(unit("mU/mL"), unit("IU/L")) == Factor{1, 1});
    CHECK_FALSE(conversion(unit("kg"), unit("g/dL")).has_value());
    CHECK_FALSE(conversion(unit("copies"), unit("cells")).has_value());
}

TEST_CASE("dimensions multiply and cancel out") {
    CHECK((unit("kg/m2").dimension * unit("m2").dimension) == unit("g").dimension);
    CHECK((unit("kg").dimension / unit("kg").dimension).is_none());
    CHECK(base_unit(unit("kg").dimension * unit("m").dimension) == "kg*m");
    CHECK(base_unit(Dimension{} / unit("L").dimension) == "/L");
}

TEST_CASE("what is no unit means nothing") {
    for (const char* written : {"", "/", "kg/", "//kg", "2kg", "g/0mL", "kg%", "g/9999999999999mL"}) {
        CAPTURE(written);
        CHECK_FALSE(unit_of(written).has_value());
    }
    CHECK_FALSE(unit_of("/mcg/mcg").has_value());
}

TEST_CASE("a customary spelling leads to the unit that is meant") {
    CHECK(meant_by("ml") == "mL");
    CHECK(meant_by("G/DL") == "g/dL");
    CHECK(meant_by("ug/kg") == "mcg/kg");
    CHECK(meant_by("percent") == "%");
    CHECK(meant_by("kg").empty());
    CHECK(meant_by("vg/kg").empty());
}
