#include "pol/json/address.hpp"
#include "pol/json/read_request.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace pol;
using namespace pol::json;

namespace {

constexpr Text text(std::string_view text) { return {text.data(), static_cast<std::uint32_t>(text.size())}; }

constexpr FactDescription ward_facts[] = {{.name = text("stage")}, {.name = text("shared")}};
constexpr FactDescription clinic_facts[] = {{.name = text("shared")},
                                            {.name = text("trials"), .type = FactType::list},
                                            {.name = text("trials.length"), .list = 1}};
constexpr PolicyDescription ward{.facts = List<FactDescription>(ward_facts)};
constexpr PolicyDescription clinic{.facts = List<FactDescription>(clinic_facts)};

/// What is left of a request without the blanks.
std::string left(std::string_view request, const PolicyDescription& policy,
                 const std::vector<const PolicyDescription*>& answering) {
    std::string rest = request_for(policy, answering, request, members_of(request));
    CHECK(rest.size() == request.size());
    std::erase(rest, ' ');
    return rest;
}

}  // namespace

TEST_CASE("an address is a number or a code of a system under which policies list codes") {
    CHECK(is_address("policy"));
    CHECK(code_system_of("policy") == std::nullopt);
    CHECK(code_system_of("hcpcs") == CodeSystem::hcpcs);
    CHECK(code_system_of("cpt") == CodeSystem::cpt);
    CHECK(code_system_of("ndc") == CodeSystem::ndc);
    CHECK(is_address("ndc"));
    for (const char* other : {"icd10cm", "Policy", "id"}) {
        CHECK(!is_address(other));
        CHECK(code_system_of(other) == std::nullopt);
    }
}

TEST_CASE("a request without the words of an address has none") {
    CHECK(may_have_address(R"({"id":"a","ndc":"1"})"));
    CHECK(may_have_address(R"({"id":"policy"})"));
    CHECK(!may_have_address(R"({"id":"a","stage":"mild"})"));
}

TEST_CASE("a second address is an error at its place, another one or the same given twice") {
    const auto error = [](std::string_view request) {
        const std::optional<RequestError> found = error_of_second_address(members_of(request));
        return found ? to_text(*found) : std::string();
    };
    CHECK(error(R"({"id":"a","stage":"mild"})").empty());
    CHECK(error(R"({"id":"a","ndc":"1"})").empty());
    CHECK(error(R"({"ndc":"1","id":"a","ndc":"1"})") == "$.ndc: given twice");
    CHECK(error(R"({"policy":"1","ndc":"1","policy":"1"})") ==
          "$.ndc: stands beside `policy`; one of them says which policy is meant");
}

TEST_CASE("fields of a list are no facts of a request") {
    CHECK(has_fact(clinic, "trials"));
    CHECK(!has_fact(clinic, "trials.length"));
    CHECK(!has_fact(clinic, "stage"));
}

TEST_CASE("a policy is given its own facts, not the address and what only another text has, byte for byte") {
    constexpr std::string_view request =
        R"({"id":"x","evidence":"claimed","hcpcs":"J1","stage":1.50,"shared":"A\"","trials":[{"length":1e2}],"misspelt":0})";
    CHECK(left(request, ward, {&ward, &clinic}) ==
          R"({"id":"x","evidence":"claimed","stage":1.50,"shared":"A\"","misspelt":0})");
    CHECK(left(request, clinic, {&ward, &clinic}) ==
          R"({"id":"x","evidence":"claimed","shared":"A\"","trials":[{"length":1e2}],"misspelt":0})");
    CHECK(left(request, ward, {}) ==
          R"({"id":"x","evidence":"claimed","stage":1.50,"shared":"A\"","trials":[{"length":1e2}],"misspelt":0})");
}

TEST_CASE("a text that is not at hand may have any fact that the policy lacks") {
    CHECK(left(R"({"id":"x","evidence":"claimed","policy":"A","shared":1,"misspelt":0})", ward, {&ward, nullptr}) ==
          R"({"id":"x","evidence":"claimed","shared":1})");
}

TEST_CASE("what is no request stays as it is, for the reader to say so") {
    CHECK(left(R"({"policy":"A")", ward, {&ward}) == R"({"policy":"A")");
}

TEST_CASE("a misspelt address is told where addresses may stand, and nowhere else") {
    const auto error_of = [](std::string_view request, Addressing addressing) {
        const std::vector<RequestError> errors = read_request(request, ward, addressing).errors;
        REQUIRE(errors.size() == 1);
        return to_text(errors[0]);
    };
    CHECK(error_of(R"({"HCPCS":"J1"})", Addressing::by_member) ==
          "$.HCPCS: is no fact of this policy; did you mean `hcpcs`?");
    CHECK(error_of(R"({"polcy":"A"})", Addressing::by_member) ==
          "$.polcy: is no fact of this policy; did you mean `policy`?");
    CHECK(error_of(R"({"ncd":"1"})", Addressing::by_member) == "$.ncd: is no fact of this policy; did you mean `ndc`?");
    CHECK(error_of(R"({"stge":"1"})", Addressing::by_member) ==
          "$.stge: is no fact of this policy; did you mean `stage`?");
    CHECK(error_of(R"({"HCPCS":"J1"})", Addressing::none) == "$.HCPCS: is no fact of this policy");
}
