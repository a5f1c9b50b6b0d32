#include "compiler/diagnostics/suggest.hpp"

#include <doctest/doctest.h>

using pol::closest;
using pol::did_you_mean;

TEST_CASE("a misspelt name finds the one that was meant") {
    const std::vector<std::string> known = {"tracheostomy", "diagnosis", "sod1_mutation", "indication"};
    CHECK(closest("tracheotomy", known) == "tracheostomy");
    CHECK(closest("diagnsois", known) == "diagnosis");
    CHECK(closest("sod_mutation", known) == "sod1_mutation");
}

TEST_CASE("the closest of several wins, and the first of equals") {
    CHECK(closest("initail", {"internal", "initial", "renewal"}) == "initial");
    CHECK(closest("cat", {"car", "cap"}) == "car");
}

TEST_CASE("letter case and the kind of separator do not count") {
    CHECK(closest("Line-Of-Business", {"line_of_business", "benefit"}) == "line_of_business");
    CHECK(closest("CHECK", {"check"}) == "check");
    CHECK(closest("check", {"check", "checks"}).empty());
}

TEST_CASE("a short word may lack two letters behind its first, and no others") {
    CHECK(closest("chk", {"test", "check"}) == "check");
    CHECK(closest("eck", {"check"}).empty());
    CHECK(closest("chg", {"check"}).empty());
    CHECK(closest("ck", {"check"}).empty());
}

TEST_CASE("a name far from all others suggests nothing") {
    CHECK(closest("quantity", {"tracheostomy", "diagnosis"}).empty());
    CHECK(closest("x", {"y"}).empty());
    CHECK(closest("g4", {"g0", "g1"}).empty());
    CHECK(closest("fo", {"g0", "for"}) == "for");
    CHECK(closest("", {"y", "check"}).empty());
    CHECK(closest(std::string(100'000, 'd'), {"diagnosis"}).empty());
    CHECK(closest("anything", {}).empty());
    CHECK(did_you_mean("quantity", {"diagnosis"}).empty());
}

TEST_CASE("the hint puts the name in backticks") {
    CHECK(did_you_mean("diagnosys", {"diagnosis"}) == "did you mean `diagnosis`?");
}
