#include "pol/given.hpp"
#include "pol/text_view.hpp"

#include <doctest/doctest.h>
#include <namespace.hpp>

#include <cstdint>
#include <string>

namespace {

std::string text(pol::Text text) { return std::string(pol::view(text)); }

TEST_CASE("texts reach the description byte by byte, whatever they mean to C++") {
    const pol::PolicyDescription& policy = namespace_::description();
    CHECK(text(policy.name) == "namespace");
    CHECK(text(policy.title) == R"(Hostile "names" \)");
    CHECK(text(policy.number) == "X-1 */ /* ?\?/");
    CHECK(text(policy.facts[0].values[0].name) == "int");
    const auto clause = static_cast<std::uint16_t>(namespace_::Clause::CLAUSE_3_a);
    CHECK(text(policy.clauses[clause].text) == "\u00fcn\u00efc\u00f6d\u00e9");
}

TEST_CASE("facts with the names of keywords are set and asked for") {
    namespace_::Request request;
    request.operator_ = pol::given(pol::YesNo::yes);
    request.line_of_business = pol::given(namespace_::LineOfBusiness::int_);
    request.benefit = pol::given(namespace_::Benefit::medical);
    request.request = pol::given(namespace_::RequestKind::void_);
    request.date_of_service = pol::given(pol::date_of(2026, 3, 31));
    CHECK(namespace_::decide(request).outcome == pol::Outcome::excluded);
    request.operator_ = {};
    const namespace_::Decision decision = namespace_::decide(request);
    CHECK(decision.questions[0].fact == static_cast<std::uint16_t>(namespace_::FactId::operator_));
}

}  // namespace
