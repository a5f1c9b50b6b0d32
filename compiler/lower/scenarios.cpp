#include "compiler/lower/conditions.hpp"
#include "compiler/lower/dates.hpp"
#include "compiler/lower/documents.hpp"
#include "compiler/lower/expectations.hpp"
#include "compiler/lower/passes.hpp"
#include "compiler/lower/statements.hpp"
#include "compiler/lower/values.hpp"
#include "compiler/source/overloaded.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace pol::lowering {

namespace {

/// A request with the evidence its bare values have.
struct Draft {
    RequestRecord request;
    Evidence level = Evidence::claimed;
};

Answer to_answer(const model::Fact& fact, const ast::Assignment& assignment, Evidence level) {
    Answer answer;
    answer.presence = Presence::given;
    if (fact.source == FactSource::provider) answer.evidence = assignment.evidence.value_or(level);
    std::visit(
        overloaded{
            [&](const ast::Name& value) { answer.value = value_named(fact, value.text); },
            [&](const ast::Date& value) {
                if (fact.type == FactType::partial_date)
                    answer.range = to_range(value);
                else
                    answer.date = to_date(value);
            },
            [&](const ast::Quantity& value) { answer.number = in_unit(value, fact.unit); },
            [&](const ast::Assignment::Measured& measured) {
                answer.number = in_unit(measured.value, fact.unit);
                answer.range = to_range(measured.on);
            },
            [&](const ast::Assignment::NotGiven&) { answer = {}; },
            [&](const ast::Assignment::NotKnowable&) { answer = Answer{}, answer.presence = Presence::not_knowable; },
        },
        assignment.value);
    return answer;
}

const ast::Scenario& scenario_named(const Context& context, const ast::Text& name) {
    const auto scenarios = blocks_of<ast::Scenario>(policy_of(context.program));
    const auto found = std::find_if(scenarios.begin(), scenarios.end(),
                                    [&name](const ast::Scenario* each) { return each->name.text == name.text; });
    assert(found != scenarios.end());
    return **found;
}

/// Own assignments go over those of the scenario it is like, with its own level if it states one. No cycles.
Draft drafted(const Context& context, const ast::Scenario& scenario) {
    Draft draft;
    draft.request.answers.resize(context.policy.facts.size());
    if (scenario.like) draft = drafted(context, scenario_named(context, *scenario.like));
    draft.level = scenario.evidence.value_or(draft.level);
    for (const ast::Assignment& assignment : scenario.assignments) {
        const model::FactIndex fact = fact_named(context, assignment.fact.text);
        draft.request.answers[fact] = to_answer(context.policy.facts[fact], assignment, draft.level);
    }
    return draft;
}

model::Scenario to_scenario(Context& context, const ast::Scenario& scenario) {
    return {.name = scenario.name.text,
            .request = drafted(context, scenario).request,
            .expected = to_expected(context, scenario),
            .span = scenario.name.span,
            .line = line_of(context, scenario.name.span)};
}

model::NeverCheck to_never_check(Context& context, const ast::NeverCheck& check) {
    return {.outcome = check.outcome.outcome,
            .target = named_target(context.policy, check.outcome),
            .condition = to_condition(context, check.condition),
            .span = check.span,
            .line = line_of(context, check.span)};
}

}  // namespace

void lower_scenarios(Context& context) {
    const ast::Policy& policy = policy_of(context.program);
    for (const ast::Scenario* scenario : blocks_of<ast::Scenario>(policy))
        context.policy.scenarios.push_back(to_scenario(context, *scenario));
    for (const ast::NeverCheck* check : blocks_of<ast::NeverCheck>(policy))
        context.policy.never_checks.push_back(to_never_check(context, *check));
}

}  // namespace pol::lowering
