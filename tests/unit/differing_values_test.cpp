#include "compiler/driver/differing_values.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string>

namespace {

std::string between(const char* before, const char* now) {
    return pol::differing_values(nlohmann::json::parse(before), nlohmann::json::parse(now));
}

}  // namespace

TEST_CASE("each place that differs is told with both values") {
    CHECK(between(R"({"a":1})", R"({"a":1})") == "");
    CHECK(between(R"({"doses":8,"same":true})", R"({"doses":7,"same":true})") == "`doses` was 8, is now 7");
    CHECK(between(R"({"quantities":[{"amount":800},{"amount":1}]})",
                  R"({"quantities":[{"amount":700},{"amount":1}]})") == "`quantities[0].amount` was 800, is now 700");
    CHECK(between(R"({"period":{"from":"2026-01-01"}})", R"({"period":null})") ==
          R"(`period` was {"from":"2026-01-01"}, is not there now)");
    CHECK(between(R"({"met":["A.1"]})", R"({"met":["A.1","A.2"],"doses":3})") ==
          R"(`doses` was not there, is now 3; `met[1]` was not there, is now "A.2")");
}

TEST_CASE("what would fill lines is cut short, between letters, and the rest counted") {
    CHECK(between("[1,2,3,4,5,6]", "[0,0,0,0,0,0]") ==
          "`[0]` was 1, is now 0; `[1]` was 2, is now 0; `[2]` was 3, is now 0; `[3]` was 4, is now 0; and 2 more");
    std::string umlauts;
    for (int i = 0; i < 60; ++i) umlauts += "ä";
    const std::string told = between(("{\"text\":\"" + umlauts + "\"}").c_str(), R"({"text":"a"})");
    // The quotation mark and 39 letters of two bytes.
    CHECK(told == "`text` was \"" + umlauts.substr(0, 78) + "…, is now \"a\"");
}
