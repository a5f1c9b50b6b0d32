#include "tests/unit/json/sample.hpp"

namespace pol::test {

namespace {

constexpr ValueDescription lines[] = {{"gold", "Gold"}, {"silver", "Silver"}};
constexpr ValueDescription benefits[] = {{"medical", "medical"}, {"pharmacy", "pharmacy"}};
constexpr ValueDescription kinds[] = {{"initial", "initial"}, {"renewal", "renewal"}};
constexpr ValueDescription severities[] = {{"mild", "mild"}, {"moderate", "moderate"}, {"severe", "severe asthma"}};
constexpr CodeForValue severity_codes[] = {{"icd10cm", "J45.50", 2}};
constexpr std::uint16_t implied[] = {sample::inhaler};

constexpr FactDescription facts[] = {
    {"line_of_business", "line", "Which line?", FactType::one_of, FactSource::request, lines, {}, {}},
    {"benefit", "benefit", "Which benefit?", FactType::one_of, FactSource::request, benefits, {}, {}},
    {"request", "kind", "Which kind?", FactType::one_of, FactSource::request, kinds, {}, {}},
    {"birth_date", "birth", "Born when?", FactType::partial_date, FactSource::request, {}, {}, {}},
    {"date_of_request", "request", "Requested when?", FactType::date, FactSource::request, {}, {}, {}},
    {"date_of_service", "service", "Served when?", FactType::date, FactSource::request, {}, {}, {}},
    {"first_start", "start", "Started when?", FactType::date, FactSource::request, {}, {}, {}},
    {"contract_excludes", "excluded", "Is it \"excluded\"?", FactType::yes_no, FactSource::plan, {}, {}, {}},
    {"severity", "severity", "How severe?", FactType::one_of, FactSource::provider, severities, {}, severity_codes},
    {"inhaler", "inhaler", "Is an inhaler used?", FactType::yes_no, FactSource::provider, {}, {}, {}},
    {"relief_only", "relief", "For relief only?", FactType::yes_no, FactSource::provider, {}, implied, {}},
    {"onset", "onset", "Since when?", FactType::partial_date, FactSource::provider, {}, {}, {}},
    {.name = "weight",
     .question = "How heavy?",
     .type = FactType::number,
     .unit = "kg",
     .least = {5, 1},
     .most = {400, 0}},
    {.name = "balance", .type = FactType::number, .source = FactSource::plan, .least = {-100, 0}, .most = {100, 0}},
    {.name = "tokens", .type = FactType::number, .least = {0, 0}, .most = {largest_digits, 0}},
    {.name = "hemoglobin",
     .question = "How much hemoglobin?",
     .type = FactType::measurement,
     .unit = "g/dL",
     .least = {0, 0},
     .most = {30, 0}},
    {.name = "score", .type = FactType::measurement, .least = {0, 0}, .most = {10, 0}},
    {.name = "trials", .question = "What was tried?", .type = FactType::list},
    {.name = "trials.severity", .type = FactType::one_of, .values = severities, .list = sample::trials},
    {.name = "trials.length",
     .type = FactType::number,
     .unit = "days",
     .least = {0, 0},
     .most = {9999, 0},
     .list = sample::trials},
    {.name = "trials.since", .type = FactType::partial_date, .list = sample::trials},
};
static_assert(std::size(facts) == sample::fact_count);

constexpr std::uint16_t because[] = {sample::b_1_a, sample::b_1_b};
constexpr std::uint16_t cited[] = {2};

constexpr ClauseDescription clauses[] = {
    {"TEXT", "text from 2026-01-01", ClauseKind::text, 1, {}, {}, {}},
    {"APPLIES.gold", "Gold", ClauseKind::box, 2, {}, {}, {}},
    {"APPLIES.silver", "Silver", ClauseKind::box, 3, {}, {}, {}},
    {"APPLIES.medical", "medical only", ClauseKind::benefit, 4, {}, {}, {}},
    {"GATE", "contract first", ClauseKind::gate, 5, {}, {}, {}},
    {"A.1", "severe – as \"tested\"", ClauseKind::requirement, 6, {}, {}, {}},
    {"A.2", "one of these", ClauseKind::requirement, 7, {}, {}, {}},
    {"A.2.a", "no inhaler", ClauseKind::requirement, 8, {}, {}, {}},
    {"A.2.b", "relief only", ClauseKind::requirement, 9, {}, {}, {}},
    {"A.3", "7.5 mg each two weeks", ClauseKind::dosing, 10, {}, {}, {}},
    {"A.4", "three months", ClauseKind::approval, 11, {}, {}, {}},
    {"A.otherwise", "criteria not met", ClauseKind::otherwise, 12, {}, {}, {}},
    {"B.1", "not proven", ClauseKind::determination, 13, because, {}, cited},
    {"B.1.a", "no effect", ClauseKind::because, 14, {}, {}, {}},
    {"B.1.b", "no comparison", ClauseKind::because, 15, {}, {}, {}},
};
static_assert(std::size(clauses) == sample::clause_count);

constexpr TargetDescription targets[] = {
    {TargetKind::lcd, "L1", "https://example.org/?a=1&b=2"},
    {TargetKind::ncd, "110.1", ""},
    {TargetKind::policy, "P-9", ""},
};

constexpr QuantityPerDose per_dose[] = {
    {{75, 1}, "unit", "hcpcs", "J9999"},
    {{750, 2}, "mg", "", ""},
    {{1, 0}, "vial", "ndc", "11111-2222-33"},
};
constexpr AmountDescription amounts[] = {
    {.clause = sample::a_3, .name = "kit", .phrase = "kit volume", .unit = "mL"},
    {.clause = sample::a_4, .name = "J1561", .unit = "unit", .system = "hcpcs", .code = "J1561"},
    {.clause = sample::a_3, .name = "ratio"},
};
constexpr ApprovalDescription approvals[] = {
    {{sample::a_4, 5, {3, DurationUnit::months}, true, {2, 7, 14}}, sample::a_3, per_dose},
    {{sample::a_4, 5, {30, DurationUnit::days}, false, {}}, no_index, {}},
    {{sample::a_4, 5, {12, DurationUnit::months}, false, {}}, no_index, {}, amounts},
};

constexpr std::uint16_t about_a_2[] = {sample::a_2, sample::a_2_b};
constexpr std::uint16_t about_b_1[] = {sample::b_1};
constexpr ReadingDescription readings[] = {
    {"a and b are alternatives", "", {}, about_a_2},
    {"the board chose this", "P&T Committee", date_of(2026, 7, 1), about_b_1},
};

constexpr PolicyDescription policy = {.name = "breathe",
                                      .title = "Breathe (sample)",
                                      .number = "S-1",
                                      .text_from = date_of(2026, 1, 1),
                                      .selecting_fact = 5,
                                      .facts = facts,
                                      .clauses = clauses,
                                      .targets = targets,
                                      .approvals = approvals,
                                      .readings = readings,
                                      .hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                                      .compiler = "0.1.0"};

}  // namespace

const PolicyDescription& sample_policy() { return policy; }

DecisionRecord sample_decision(Outcome outcome) {
    DecisionRecord decision;
    decision.outcome = outcome;
    decision.trace.assign(sample::clause_count, ClauseState::not_for_this_member);
    return decision;
}

}  // namespace pol::test
