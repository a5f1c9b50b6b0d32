#include "pol/json/write_text.hpp"
#include "tests/unit/json/sample.hpp"

#include <doctest/doctest.h>

using namespace pol;
using namespace pol::test;

namespace {

constexpr std::string_view no_clause_traced = R"(
Every clause, in the order of the policy
  APPLIES.gold     not for this member  Gold
  APPLIES.silver   not for this member  Silver
  APPLIES.medical  not for this member  medical only
  GATE             not for this member  contract first
  A.1              not for this member  severe – as "tested"
  A.2              not for this member  one of these
  A.2.a            not for this member  no inhaler
  A.2.b            not for this member  relief only
  A.otherwise      not for this member  criteria not met
  B.1              not for this member  not proven
)";

std::string text_of(const DecisionRecord& decision) { return json::write_text(decision, sample_policy()); }

std::string with_trace(std::string_view text) { return std::string(text) + std::string(no_clause_traced); }

DecisionRecord decided(Result result, std::vector<std::uint16_t> clauses) {
    DecisionRecord decision = sample_decision(result.outcome);
    decision.clauses = clauses;
    decision.results.push_back({result, std::move(clauses)});
    return decision;
}

Result only(Outcome outcome) {
    Result result;
    result.outcome = outcome;
    return result;
}

Result approved_for_three_months() {
    Result result = only(Outcome::approved);
    result.approval = 0;
    result.period = {date_of(2026, 2, 1), date_of(2026, 4, 30)};
    result.first_dose = date_of(2026, 1, 25);
    result.doses = {1, 7};
    return result;
}

}  // namespace

TEST_CASE("an approval shows period, doses and quantities before its reasons") {
    CHECK(text_of(decided(approved_for_three_months(), {sample::a_1, sample::a_2_a})) ==
          with_trace(R"(APPROVED from 2026-02-01 through 2026-04-30
Breathe (sample), S-1, text of 2026-01-01

Approved
  period    2026-02-01 through 2026-04-30 (A.4)
  doses     7 (A.3)
            2026-02-01, 2026-02-15, 2026-03-01, 2026-03-15, 2026-03-29
            2026-04-12, 2026-04-26
  quantity  52.5 units of HCPCS J9999
            52.5 mg
            7 vials of NDC 11111-2222-33

Met
  A.1    severe – as "tested"
  A.2.a  no inhaler
)"));
}

TEST_CASE("computed amounts stand below the period in words") {
    Result result = approved_for_three_months();
    result.approval = 2;
    result.amounts[0] = {413, 1};
    result.amounts[1] = {60, 0};
    result.amounts[2] = {2, 0};
    const std::string text = text_of(decided(result, {sample::a_1}));
    CHECK(text.find(R"(
Approved
  period  2026-02-01 through 2026-04-30 (A.4)
  amount  kit volume 41.3 mL (A.3)
          J1561 60 units (A.4)
          ratio 2 (A.3)
)") != std::string::npos);
    result.amounts[1] = {1, 0};
    CHECK(text_of(decided(result, {})).find("J1561 1 unit (A.4)\n") != std::string::npos);
}

TEST_CASE("approvals that differ in their amounts only are told apart") {
    Result larger = only(Outcome::approved);
    larger.approval = 2;
    larger.period = {date_of(2026, 2, 1), date_of(2026, 4, 30)};
    Result smaller = larger;
    larger.amounts[0] = {413, 1};
    smaller.amounts[0] = {40, 0};
    DecisionRecord decision = sample_decision(Outcome::needs_information);
    decision.results = {{smaller, {}}, {larger, {}}};
    decision.questions = {{sample::hemoglobin, QuestionKind::measure_again, {sample::a_1}}};
    CHECK(text_of(decision).find(R"(
Asked
  measure again  hemoglobin  How much hemoglobin? (A.1)

Still possible
  approved from 2026-02-01 through 2026-04-30, kit volume 40 mL, J1561 0 units, ratio 0
  approved from 2026-02-01 through 2026-04-30, kit volume 41.3 mL, J1561 0 units, ratio 0
)") != std::string::npos);
}

TEST_CASE("only a policy that computes no amounts leaves nothing but the period open") {
    PolicyDescription policy = sample_policy();
    policy.approvals = {policy.approvals.data, 2};
    Result open = only(Outcome::approved);
    open.open = true;
    DecisionRecord decision = sample_decision(Outcome::needs_information);
    decision.results = {{open, {}}};
    CHECK(json::write_text(decision, policy).find("  approved, period still open\n") != std::string::npos);
    CHECK(text_of(decision).find("  approved, period or amounts still open\n") != std::string::npos);
}

TEST_CASE("a denial shows what is not met, or who says so and why") {
    CHECK(text_of(decided(only(Outcome::criteria_not_met), {sample::a_1})) == with_trace(R"(CRITERIA NOT MET
Breathe (sample), S-1, text of 2026-01-01

Not met
  A.1  severe – as "tested"
)"));
    CHECK(text_of(decided(only(Outcome::not_medically_necessary), {sample::b_1})) ==
          with_trace(R"(NOT MEDICALLY NECESSARY
Breathe (sample), S-1, text of 2026-01-01

Decided by
  B.1  not proven

Because
  B.1.a  no effect
  B.1.b  no comparison

See
  policy P-9

Readings of the document that bear on this
  decided by P&T Committee on 2026-07-01  the board chose this (B.1)
)"));
}

TEST_CASE("a refer shows where to go, no text shows when the text begins") {
    Result result = only(Outcome::refer);
    result.target = 0;
    CHECK(text_of(decided(result, {sample::a_otherwise})) == with_trace(R"(REFER to LCD L1
Breathe (sample), S-1, text of 2026-01-01

Decided by
  A.otherwise  criteria not met

See
  LCD L1  https://example.org/?a=1&b=2
)"));
    CHECK(text_of(decided(only(Outcome::does_not_apply), {sample::text}))
              .starts_with("DOES NOT APPLY, no text on file (the text on file is in force from 2026-01-01)\n"));
}

TEST_CASE("needs information shows the questions first") {
    DecisionRecord decision = sample_decision(Outcome::needs_information);
    Result open = only(Outcome::approved);
    open.open = true;
    decision.every_outcome_is_a_denial = true;
    decision.results = {{approved_for_three_months(), {sample::a_1}},
                        {open, {}},
                        {only(Outcome::excluded), {sample::gate, sample::a_3}}};
    decision.questions = {{sample::contract_excludes, QuestionKind::answer, {sample::gate}},
                          {3, QuestionKind::exact_date, {}}};
    CHECK(text_of(decision) == with_trace(R"(NEEDS INFORMATION, and every possible outcome is a denial
Breathe (sample), S-1, text of 2026-01-01

Asked
  answer      contract_excludes  Is it "excluded"? (GATE)
  exact date  birth_date         Born when?

Still possible
  approved from 2026-02-01 through 2026-04-30, 7 doses  A.1
  approved, period or amounts still open
  excluded                                              GATE, A.3
)"));
}

TEST_CASE("a review for want of a fact names the clauses that wait for it") {
    DecisionRecord decision = sample_decision(Outcome::review);
    decision.clauses = {sample::gate};
    decision.results = {{only(Outcome::criteria_not_met), {}}, {only(Outcome::excluded), {sample::gate}}};
    CHECK(text_of(decision) == with_trace(R"(REVIEW
Breathe (sample), S-1, text of 2026-01-01

Nothing that could be asked for settles
  GATE  contract first

Still possible
  criteria not met
  excluded          GATE
)"));
}
