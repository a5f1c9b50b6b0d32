#include "compiler/interpret/interpreter.hpp"
#include "compiler/interpret/members.hpp"
#include "tests/support/sample_models.hpp"

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
    if (fact.type == FactType::partial_date && below(3) == 0) answer.range.last = add_days(answer.date, 400);
}

Answer some_answer(const model::Fact& fact) {
    Answer answer;
    answer.presence = Presence::given;
    answer.value = below(std::max<std::size_t>(2, fact.values.size()));
    answer_days(fact, answer);
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

/// One fact more, a level more, or a birth date made exact.
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

/// Two lines, one unticked, a section with determinations (the first with an exception) and criteria of two kinds.
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
    builder.otherwise("S.otherwise", verdict(below(2) == 0 ? Outcome::criteria_not_met : Outcome::review));
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
