#include "compiler/model/describe.hpp"

#include "pol/text_view.hpp"

#include <doctest/doctest.h>

#include <string_view>
#include <utility>
#include <vector>

namespace pol {
namespace {

std::vector<std::uint16_t> indices(List<std::uint16_t> list) { return {list.begin(), list.end()}; }

std::vector<model::Fact> three_facts() {
    return {
        {.name = "diagnosis",
         .phrase = "the diagnosis",
         .question = "Which one?",
         .type = FactType::one_of,
         .source = FactSource::provider,
         .values = {{.name = "als", .text = "ALS"}, {.name = "other", .text = "another"}},
         .implies = {1, 2},
         .codes = {{.system = "icd10cm", .code = "G12.21", .value = 1}}},
        {.name = "date_of_service",
         .phrase = "date of service",
         .question = "When?",
         .type = FactType::date,
         .source = FactSource::request,
         .values = {},
         .implies = {},
         .codes = {}},
        {.name = "hemoglobin",
         .phrase = "haemoglobin",
         .question = "How much?",
         .type = FactType::measurement,
         .source = FactSource::provider,
         .values = {},
         .implies = {},
         .codes = {},
         .unit = "g/dL",
         .least = {.digits = 5, .places = 1},
         .most = {.digits = 40, .places = 0},
         .not_before = {}},
    };
}

std::vector<model::Clause> two_clauses() {
    model::Clause first;
    first.id = "A.1";
    first.text = "first";
    first.kind = ClauseKind::determination;
    first.line = 7;
    first.because = {1};
    first.see_clauses = {1, 0};
    first.see_targets = {0};
    model::Clause second;
    second.id = "A.1.a";
    second.kind = ClauseKind::because;
    second.line = 8;
    return {first, second};
}

model::Approval half_a_year() {
    model::Approval approval;
    approval.period_clause = 1;
    approval.dose_clause = 0;
    approval.duration = {.amount = 6, .unit = DurationUnit::months};
    approval.starts_on = 1;
    approval.has_schedule = true;
    approval.schedule = {.loading_doses = 3, .loading_interval = 14, .maintenance_interval = 28};
    approval.per_dose = {{.amount = {.digits = 15, .places = 1}, .unit = "unit", .system = "hcpcs", .code = "J1304"}};
    approval.amounts = {{.clause = 1,
                         .name = "kit",
                         .phrase = "kit volume",
                         .unit = "mL",
                         .system = "",
                         .code = "",
                         .value = {model::Constant{{413, 10000}}},
                         .factor = {1000, 1}},
                        {.clause = 0,
                         .name = "J1561",
                         .phrase = "",
                         .unit = "unit",
                         .system = "hcpcs",
                         .code = "J1561",
                         .value = {model::Constant{{60, 1}}}}};
    return approval;
}

model::Policy small_policy() {
    model::Policy policy;
    policy.name = "small";
    policy.title = "Small (drug)";
    policy.number = "P-1";
    policy.text_from = date_of(2026, 6, 1);
    policy.selecting_fact = 1;
    policy.facts = three_facts();
    policy.clauses = two_clauses();
    policy.targets = {{.kind = TargetKind::lcd, .number = "L1", .address = "https://example.org"}};
    policy.approvals = {half_a_year()};
    policy.readings = {
        {.text = "so read", .decided_by = "Committee", .decided_on = date_of(2026, 7, 1), .clauses = {0, 1}}};
    return policy;
}

TEST_CASE("the head of a description") {
    const model::Policy policy = small_policy();
    const model::Description description(policy);
    const PolicyDescription& tables = description.get();
    CHECK(view(tables.name) == "small");
    CHECK(view(tables.title) == "Small (drug)");
    CHECK(view(tables.number) == "P-1");
    CHECK(tables.text_from == date_of(2026, 6, 1));
    CHECK(tables.selecting_fact == 1);
    CHECK(tables.facts.size == 3);
    CHECK(tables.clauses.size == 2);
    CHECK(tables.targets.size == 1);
    CHECK(tables.approvals.size == 1);
    CHECK(tables.readings.size == 1);
}

TEST_CASE("facts with values, implications and codes") {
    const model::Policy policy = small_policy();
    const model::Description description(policy);
    const FactDescription& fact = description.get().facts[0];
    CHECK(view(fact.name) == "diagnosis");
    CHECK(view(fact.phrase) == "the diagnosis");
    CHECK(view(fact.question) == "Which one?");
    CHECK(fact.type == FactType::one_of);
    CHECK(fact.source == FactSource::provider);
    REQUIRE(fact.values.size == 2);
    CHECK(view(fact.values[0].name) == "als");
    CHECK(view(fact.values[1].text) == "another");
    CHECK(indices(fact.implies) == std::vector<std::uint16_t>{1, 2});
    REQUIRE(fact.codes.size == 1);
    CHECK(view(fact.codes[0].system) == "icd10cm");
    CHECK(view(fact.codes[0].code) == "G12.21");
    CHECK(fact.codes[0].value == 1);

    const FactDescription& date = description.get().facts[1];
    CHECK(date.type == FactType::date);
    CHECK(date.source == FactSource::request);
    CHECK(date.values.size == 0);
    CHECK(date.codes.size == 0);
    CHECK(view(date.unit).empty());
}

TEST_CASE("numbers with their unit and bounds") {
    const model::Policy policy = small_policy();
    const model::Description description(policy);
    const FactDescription& fact = description.get().facts[2];
    CHECK(fact.type == FactType::measurement);
    CHECK(view(fact.unit) == "g/dL");
    CHECK(fact.least == Decimal{.digits = 5, .places = 1});
    CHECK(fact.most == Decimal{.digits = 40, .places = 0});
}

TEST_CASE("computed amounts of an approval") {
    const model::Policy policy = small_policy();
    const model::Description description(policy);
    const List<AmountDescription> amounts = description.get().approvals[0].amounts;
    REQUIRE(amounts.size == 2);
    CHECK(amounts[0].clause == 1);
    CHECK(view(amounts[0].name) == "kit");
    CHECK(view(amounts[0].phrase) == "kit volume");
    CHECK(view(amounts[0].unit) == "mL");
    CHECK(view(amounts[0].code).empty());
    CHECK(amounts[1].clause == 0);
    CHECK(view(amounts[1].unit) == "unit");
    CHECK(view(amounts[1].system) == "hcpcs");
    CHECK(view(amounts[1].code) == "J1561");
}

TEST_CASE("clauses with what they point to") {
    const model::Policy policy = small_policy();
    const model::Description description(policy);
    const ClauseDescription& clause = description.get().clauses[0];
    CHECK(view(clause.id) == "A.1");
    CHECK(view(clause.text) == "first");
    CHECK(clause.kind == ClauseKind::determination);
    CHECK(clause.line == 7);
    CHECK(indices(clause.because) == std::vector<std::uint16_t>{1});
    CHECK(indices(clause.see_clauses) == std::vector<std::uint16_t>{1, 0});
    CHECK(indices(clause.see_targets) == std::vector<std::uint16_t>{0});
    CHECK(view(description.get().clauses[1].text).empty());
    CHECK(description.get().clauses[1].because.size == 0);
}

TEST_CASE("targets, approvals and readings") {
    const model::Policy policy = small_policy();
    const model::Description description(policy);
    const PolicyDescription& tables = description.get();
    CHECK(tables.targets[0].kind == TargetKind::lcd);
    CHECK(view(tables.targets[0].number) == "L1");
    CHECK(view(tables.targets[0].address) == "https://example.org");

    const ApprovalDescription& approval = tables.approvals[0];
    CHECK(approval.terms.period_clause == 1);
    CHECK(approval.dose_clause == 0);
    CHECK(approval.terms.duration.amount == 6);
    CHECK(approval.terms.duration.unit == DurationUnit::months);
    CHECK(approval.terms.starts_on == 1);
    CHECK(approval.terms.has_schedule);
    CHECK(approval.terms.schedule.loading_doses == 3);
    CHECK(approval.terms.schedule.loading_interval == 14);
    CHECK(approval.terms.schedule.maintenance_interval == 28);
    REQUIRE(approval.per_dose.size == 1);
    CHECK(approval.per_dose[0].amount == Decimal{.digits = 15, .places = 1});
    CHECK(view(approval.per_dose[0].unit) == "unit");
    CHECK(view(approval.per_dose[0].system) == "hcpcs");
    CHECK(view(approval.per_dose[0].code) == "J1304");

    const ReadingDescription& reading = tables.readings[0];
    CHECK(view(reading.text) == "so read");
    CHECK(view(reading.decided_by) == "Committee");
    CHECK(reading.decided_on == date_of(2026, 7, 1));
    CHECK(indices(reading.clauses) == std::vector<std::uint16_t>{0, 1});
}

TEST_CASE("a description points into its policy and survives a move") {
    const model::Policy policy = small_policy();
    model::Description first(policy);
    const PolicyDescription* tables = &first.get();
    CHECK(first.get().clauses[0].id.data == policy.clauses[0].id.data());

    model::Description moved(std::move(first));
    CHECK(&moved.get() == tables);
    CHECK(view(moved.get().facts[0].values[1].name) == "other");

    const model::Policy nothing;
    model::Description assigned(nothing);
    CHECK(assigned.get().facts.size == 0);
    assigned = std::move(moved);
    CHECK(&assigned.get() == tables);
}

}  // namespace
}  // namespace pol
