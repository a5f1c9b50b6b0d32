#include "compiler/interpret/interpreter.hpp"
#include "compiler/interpret/members.hpp"
#include "tests/support/value_pieces.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

using namespace pol;
using namespace pol::testing;
using model::Quantifier;

namespace {

/// Random policies and requests, drawn from what rapidcheck gives so that failures shrink.
std::uint16_t below(std::size_t limit) {
    return *rc::gen::inRange<std::uint16_t>(0, static_cast<std::uint16_t>(limit));
}

Date some_day() { return Date{*rc::gen::inRange<std::int32_t>(date_of(2000, 1, 1).days, date_of(2030, 1, 1).days)}; }

void answer_days(const model::Fact& fact, Answer& answer) {
    answer.date = some_day();
    answer.range = {.first = answer.date, .last = answer.date};
    if (fact.type != FactType::date && below(3) == 0) answer.range.last = add_days(answer.date, 400);
}

Answer some_answer(const model::Fact& fact) {
    Answer answer;
    answer.presence = Presence::given;
    answer.value = below(std::max<std::size_t>(2, fact.values.size()));
    answer_days(fact, answer);
    if (fact.type == FactType::number || fact.type == FactType::measurement) answer.number = {below(400), 1};
    if (fact.source == FactSource::provider) answer.evidence = static_cast<Evidence>(1 + below(3));
    return answer;
}

RequestRecord some_request(const model::Policy& policy) {
    RequestRecord request;
    for (const model::Fact& fact : policy.facts) {
        request.answers.push_back(below(3) == 0 ? Answer{} : some_answer(fact));
        if (request.answers.back().presence == Presence::not_given && below(6) == 0)
            request.answers.back().presence = Presence::not_knowable;
    }
    return request;
}

bool has_conflict(const model::Policy& policy, const RequestRecord& request) {
    const auto answers = interpretation::settled(policy, request.answers);
    return std::any_of(answers.facts.begin(), answers.facts.end(),
                       [](const Answer& answer) { return answer.presence == Presence::in_conflict; });
}

/// Whether a date is given that lies before the one that bounds it: then it stands as it is given, and the days it
/// could have been while it was missing do not hold it.
bool breaks_bound(const model::Policy& policy, const RequestRecord& request) {
    for (std::size_t fact = 0; fact < policy.facts.size(); ++fact) {
        const std::optional<model::FactIndex>& bound = policy.facts[fact].not_before;
        if (bound && request.answers[fact].presence == Presence::given &&
            request.answers[*bound].presence == Presence::given &&
            request.answers[fact].range.last < request.answers[*bound].range.first)
            return true;
    }
    return false;
}

/// One fact more, a level more, or a day made exact.
RequestRecord refined(const model::Policy& policy, RequestRecord request) {
    const std::size_t fact = below(request.answers.size());
    Answer& answer = request.answers[fact];
    if (answer.presence != Presence::given) {
        answer = some_answer(policy.facts[fact]);
    } else {
        answer.range.first = add_days(answer.range.first, answer.range.last.days - answer.range.first.days);
        if (answer.evidence != Evidence::none) answer.evidence = Evidence::documented;
    }
    return request;
}

/// Whether a result of the sharper request was already possible: an open approval may have become any closed one.
bool was_possible(const model::Policy& policy, const DecisionRecord& before, const Result& result) {
    return std::any_of(before.results.begin(), before.results.end(), [&](const ResultRecord& known) {
        return interpretation::same_member(policy, known.result, result) ||
               (known.result.open && result.outcome == Outcome::approved);
    });
}

bool is_decided(const DecisionRecord& decision) { return decision.results.size() == 1 && decision.questions.empty(); }

void check_refinement(const model::Policy& policy) {
    const RequestRecord request = some_request(policy);
    const RequestRecord sharper = refined(policy, request);
    RC_PRE(!has_conflict(policy, sharper));
    RC_PRE(!breaks_bound(policy, sharper));
    const Interpreter interpreter(policy);
    const DecisionRecord before = interpreter.interpret(request);
    const DecisionRecord after = interpreter.interpret(sharper);
    for (const ResultRecord& record : after.results) RC_ASSERT(was_possible(policy, before, record.result));
    if (is_decided(before) && before.outcome != Outcome::review) RC_ASSERT(after.outcome == before.outcome);
    RC_ASSERT((before.outcome != Outcome::needs_information) == before.questions.empty());
}

model::Condition some_condition(ModelBuilder& builder, int depth) {
    static const char* const names[] = {"a", "b", "c", "d", "e"};
    if (depth == 0 || below(3) == 0) {
        if (below(5) == 0)
            return age_test(below(2) == 0 ? BuiltinFact::date_of_service : BuiltinFact::date_of_request,
                            static_cast<model::AgeOperator>(below(6)), 1 + below(20));
        return builder.is(names[below(5)], below(2) == 0 ? "no" : "yes", static_cast<Evidence>(1 + below(3)));
    }
    const auto quantifier = static_cast<Quantifier>(below(5));
    const std::size_t count = quantifier == Quantifier::unless ? 2U : 1U + below(3);
    std::vector<model::Condition> members;
    for (std::size_t i = 0; i < count; ++i) members.push_back(some_condition(builder, depth - 1));
    return group_of(quantifier, std::move(members), 1 + below(count));
}

model::RequirementGroup some_requirements(ModelBuilder& builder, int depth) {
    model::RequirementGroup group;
    group.quantifier = static_cast<Quantifier>(below(4));
    const std::size_t count = 1U + below(3);
    group.count = 1 + below(count);
    for (std::size_t i = 0; i < count; ++i) {
        if (depth > 0 && below(3) == 0)
            group.members.emplace_back(some_requirements(builder, depth - 1));
        else if (depth > 0 && below(4) == 0)
            group.members.push_back(builder.requirement("S.group", some_requirements(builder, depth - 1)));
        else
            group.members.push_back(builder.requirement("S.item", some_condition(builder, 2)));
    }
    return group;
}

/// Outcomes instead of approvals and denials, those of approvals with an exception.
void add_replacements(ModelBuilder& builder) {
    const auto looked_at = builder.determination("S.3", verdict(Outcome::review), some_condition(builder, 1));
    const auto unproven = builder.determination("S.4", verdict(Outcome::investigational), some_condition(builder, 1));
    const auto softened = builder.determination("S.5", verdict(Outcome::review), some_condition(builder, 1));
    std::vector<model::Determination>& determinations = builder.policy().determinations;
    determinations[looked_at].replaces = model::Replaced::approval;
    determinations[looked_at].exceptions = {unproven};
    determinations[unproven].replaces = model::Replaced::approval;
    determinations[softened].replaces = model::Replaced::denial;
}

/// Two lines, one unticked, a section with determinations (the first with an exception), criteria of two kinds and what
/// stands instead of what they give.
model::Policy some_policy() {
    ModelBuilder builder;
    builder.request_kinds({"initial", "renewal"});
    builder.benefits({{"medical", true}, {"pharmacy", false}});
    for (const char* name : {"a", "b", "c", "d", "e"}) builder.yes_no(name);
    builder.implies("a", "b");
    builder.line("commercial");
    builder.line("ancillary", false);
    builder.gate(verdict(Outcome::excluded), some_condition(builder, 1));
    builder.section("S", {"commercial"});
    const auto first = builder.determination("S.1", verdict(Outcome::excluded), some_condition(builder, 2));
    const auto second = builder.determination("S.2", verdict(Outcome::excluded), some_condition(builder, 2));
    builder.policy().determinations[first].exceptions = {second};
    const auto approval =
        builder.approval("S.period", {.amount = 6, .unit = DurationUnit::months}, BuiltinFact::date_of_service);
    for (const char* kind : {"initial", "renewal"}) builder.criteria(kind, some_requirements(builder, 2), approval);
    add_replacements(builder);
    builder.otherwise("S.otherwise", verdict(below(2) == 0 ? Outcome::criteria_not_met : Outcome::review));
    return builder.policy();
}

// The same for policies that compute.

model::Day counted_day(ModelBuilder& builder) {
    static const char* const names[] = {"date_of_service", "date_of_request", "onset", "last_dose"};
    model::Day day = builder.day(names[below(4)], days(below(400) - 200), static_cast<Evidence>(1 + below(3)));
    if (below(3) == 0) day.offset = months(below(25) - 12);
    return below(6) == 0 ? fixed_day(some_day()) : day;
}

model::Day computed_day(ModelBuilder& builder) {
    switch (below(8)) {
        case 0:
            return last_yearly(1 + below(12), 1 + below(28), counted_day(builder));
        case 1:
            return next_yearly(1 + below(12), 1 + below(28), counted_day(builder));
        case 2:
            return earlier_of(counted_day(builder), moved(counted_day(builder), months(below(9) - 4)));
        case 3:
            return later_of(counted_day(builder), counted_day(builder));
        case 4:
            return builder.policy().terms.size() < 2 ? counted_day(builder) : day_named(1);
        default:
            return counted_day(builder);
    }
}

model::Expression some_value(ModelBuilder& builder, int depth) {
    const auto level = static_cast<Evidence>(1 + below(3));
    const bool is_leaf = depth == 0 || below(3) == 0;
    switch (below(is_leaf ? 6 : 9)) {
        case 0:
            return constant(below(40), 1 + below(3));
        case 1:
            return builder.amount("weight", level);
        case 2:
            return builder.amount("dose", level, {1, 10});
        case 3:
            return builder.measured("hemoglobin", computed_day(builder), computed_day(builder), level);
        case 4:
            return elapsed(below(2) == 0 ? DurationUnit::days : DurationUnit::months, computed_day(builder),
                           computed_day(builder));
        case 5:
            return builder.policy().terms.empty() ? constant(1) : builder.value_of(0);
        case 6:
            return rounded_to(some_value(builder, depth - 1), static_cast<Rounding>(below(3)), {1 + below(5), 2});
        case 7:
            return lesser_of(some_value(builder, depth - 1), some_value(builder, depth - 1));
        default:
            return arithmetic(static_cast<model::Operation>(below(4)), some_value(builder, depth - 1),
                              some_value(builder, depth - 1));
    }
}

model::Condition some_test(ModelBuilder& builder) {
    switch (below(7)) {
        case 0:
            return is_before(computed_day(builder), computed_day(builder));
        case 1:
            return is_on_or_before(computed_day(builder), computed_day(builder));
        case 2:
            return group_of(Quantifier::if_then, {some_condition(builder, 1), some_condition(builder, 0)});
        case 3:
            return model::Condition{model::AgeTest{.at = builder.fact("onset"),
                                                   .comparison = static_cast<model::AgeOperator>(below(6)),
                                                   .amount = 1 + below(20),
                                                   .unit = AgeUnit::years,
                                                   .minimum = Evidence::claimed}};
        case 4:
            return age_on(computed_day(builder), static_cast<model::AgeOperator>(below(6)), below(30),
                          below(2) == 0 ? AgeUnit::years : AgeUnit::months);
        default:
            return number_test(some_value(builder, 2), static_cast<model::NumberOperator>(below(6)),
                               some_value(builder, 1));
    }
}

void make_computed(ModelBuilder& builder, model::ApprovalIndex index) {
    model::Approval& approval = builder.policy().approvals[index];
    approval.anchored = false;
    approval.length = rounded_to(greater_of(constant(1), some_value(builder, 1)), Rounding::up, {1, 1});
    if (below(2) == 0) approval.until = computed_day(builder);
    const model::ClauseIndex clause = builder.clause("S.amount", ClauseKind::dosing);
    builder.policy().approvals[index].amounts.push_back({.clause = clause,
                                                         .name = "kit",
                                                         .phrase = {},
                                                         .unit = "mL",
                                                         .system = {},
                                                         .code = {},
                                                         .value = some_value(builder, 1),
                                                         .factor = {1, 1}});
}

model::Policy some_computing_policy() {
    ModelBuilder builder;
    builder.request_kinds({"initial", "renewal"});
    builder.benefits({{"medical", true}, {"pharmacy", false}});
    for (const char* name : {"a", "b", "c", "d", "e"}) builder.yes_no(name);
    builder.number("weight", "kg", 40);
    builder.number("dose", "mg", 40);
    builder.measurement("hemoglobin", "g/dL", 40);
    builder.date("onset");
    builder.date("last_dose", "onset");
    builder.policy().facts[builder.fact("date_of_service")].not_before = builder.fact("date_of_request");
    builder.line("commercial");
    builder.line("ancillary", false);
    builder.term("chosen", std::vector<model::Case>{{some_condition(builder, 1), some_value(builder, 1)},
                                                    {some_test(builder), constant(below(3))},
                                                    {std::nullopt, constant(below(3))}});
    builder.term("season", std::vector<model::DayCase>{{some_condition(builder, 1), counted_day(builder)},
                                                       {std::nullopt, last_yearly(11, 1, counted_day(builder))}});
    builder.section("S", {"commercial"});
    builder.determination("S.1", verdict(Outcome::excluded), some_test(builder));
    model::RequirementGroup group;
    group.quantifier = static_cast<Quantifier>(below(3));
    for (const char* id : {"S.2", "S.3", "S.4"})
        group.members.push_back(builder.requirement(id, some_test(builder), some_condition(builder, 0)));
    const auto approval = builder.approval("S.period", days(1), BuiltinFact::date_of_service);
    make_computed(builder, approval);
    for (const char* kind : {"initial", "renewal"}) builder.criteria(kind, group, approval);
    builder.otherwise("S.otherwise", verdict(Outcome::criteria_not_met));
    return builder.policy();
}

}  // namespace

TEST_CASE("an answer more never changes what is decided for the first document") {
    const model::Policy policy = qalsody_model();
    CHECK(rc::check("results only get fewer", [&] { check_refinement(policy); }));
}

TEST_CASE("an answer more never changes what is decided for any policy") {
    CHECK(rc::check("results only get fewer", [] { check_refinement(some_policy()); }));
}

TEST_CASE("an answer more never changes what is decided for any policy that computes") {
    CHECK(rc::check("results only get fewer", [] { check_refinement(some_computing_policy()); }));
}
