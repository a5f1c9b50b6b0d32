#include "pol/given.hpp"
#include "pol/text_view.hpp"

#include <doctest/doctest.h>
#include <namespace.hpp>
#include <namespace_batch.hpp>

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

TEST_CASE("a batch takes columns of any name") {
    using pol::batch::Cell;
    using pol::batch::cell_of;
    const Cell line[] = {cell_of(pol::given(namespace_::LineOfBusiness::int_))};
    const Cell benefit[] = {cell_of(pol::given(namespace_::Benefit::medical))};
    const Cell kind[] = {cell_of(pol::given(namespace_::RequestKind::void_))};
    const Cell given[] = {cell_of(pol::given(pol::YesNo::yes))};
    const std::int32_t day[] = {pol::date_of(2026, 3, 31).days};
    namespace_::Columns columns;
    columns.line_of_business.cells = line;
    columns.benefit.cells = benefit;
    columns.request.cells = kind;
    columns.date_of_service = {given, day};
    const Cell row[] = {cell_of(pol::documented(namespace_::Row_2::columns))};
    columns.row.cells = row;
    columns.rows.cells = given;
    columns.columns.cells = given;
    CHECK(request_at(columns, 0).row.value == namespace_::Row_2::columns);
    CHECK(request_at(columns, 0).rows.value == pol::YesNo::yes);
    pol::Outcome outcome = pol::Outcome::approved;
    decide(columns, 1, {.outcomes = &outcome});
    CHECK(outcome == decide(request_at(columns, 0)).outcome);
    columns.operator_.cells = given;
    decide(columns, 1, {.outcomes = &outcome});
    CHECK(outcome == pol::Outcome::excluded);
}

}  // namespace
