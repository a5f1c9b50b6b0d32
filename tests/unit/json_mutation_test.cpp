#include "pol/json/read_request.hpp"
#include "pol/json/write_decision.hpp"
#include "tests/unit/json/sample.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace pol;

namespace {

constexpr std::string_view seeds[] = {
    R"({"id":"by fax on the tenth of May, the first of two","evidence":"documented","line_of_business":"gold","benefit":"medical","request":"initial"})",
    R"({"birth_date":"2008-06","date_of_service":"2026-07-01","inhaler":{"value":true,"evidence":"attested"}})",
    R"({"severity":"severe","relief_only":{"not_knowable":true},"contract_excludes":null,"first_start":"2024-02-29"})",
    R"({"weight":7.25,"balance":-0.5,"hemoglobin":{"value":9.4,"unit":"g/dL","on":"2026-02-20"},"onset":"2026-02"})",
    R"({"trials":[{"severity":"mild","length":42},{"since":"2026-02","length":null},{}],"evidence":"documented"})",
    R"({"trials":{"value":[{"severity":"severe","length":0.5}],"evidence":"attested"},"inhaler":true})",
};

/// Changes a few bytes: replaced, removed, doubled, or swapped for one of JSON's own.
std::string mutated(std::string text, std::mt19937& random) {
    constexpr std::string_view own = "{}[]\",:\\0123456789-+eE.tfn\xff\xc3\x00";
    const auto below = [&](std::size_t bound) { return static_cast<std::size_t>(random() % bound); };
    for (std::size_t changes = 1 + below(3); changes > 0 && !text.empty(); --changes) {
        const std::size_t at = below(text.size());
        switch (below(5)) {
            case 0:
                text[at] = static_cast<char>(below(256));
                break;
            case 1:
                text.erase(at, 1 + below(4));
                break;
            case 2:
                text.insert(at, text.substr(at, 1 + below(8)));
                break;
            case 3:
                text.insert(at, 1, own[below(own.size())]);
                break;
            default:
                text.resize(at);
                break;
        }
    }
    return text;
}

}  // namespace

TEST_CASE("no bytes bring the reader down, and what it accepts is a whole record") {
    std::mt19937 random(20260601);
    int accepted = 0;
    int refused = 0;
    for (int i = 0; i < 20'000; ++i) {
        const std::string text = mutated(std::string(seeds[static_cast<std::size_t>(i) % std::size(seeds)]), random);
        const json::RequestReading reading = json::read_request(text, test::sample_policy());
        REQUIRE(reading.request.answers.size() == test::sample::fact_count);
        for (const json::RequestError& error : reading.errors) {
            REQUIRE(error.path.starts_with("$"));
            REQUIRE_FALSE(error.message.empty());
        }
        (reading.errors.empty() ? accepted : refused) += 1;
    }
    CHECK(accepted > 50);
    CHECK(refused > 15'000);
}

TEST_CASE("every message about broken bytes is UTF-8 on one line") {
    std::mt19937 random(7);
    for (int i = 0; i < 2'000; ++i) {
        const std::string text = mutated(std::string(seeds[0]), random);
        for (const json::RequestError& error : json::read_request(text, test::sample_policy()).errors) {
            const std::string line = to_text(error);
            REQUIRE(line.find_first_of(std::string_view("\0\n\r\t\x1b\x7f", 6)) == std::string::npos);
            // Only the reader knows what UTF-8 is, so it is asked: the message as a request's id.
            std::string request = "{\"colour\":\"";
            for (const char c : line)
                if (c != '"' && c != '\\') request += c;
            const json::RequestReading again = json::read_request(request + "\"}", test::sample_policy());
            REQUIRE(again.errors.size() == 1);
            REQUIRE(again.errors[0].path == "$.colour");
        }
    }
}
