#include "compiler/ast/fields.hpp"
#include "compiler/lower/conditions.hpp"
#include "compiler/lower/dates.hpp"
#include "compiler/lower/documents.hpp"
#include "compiler/lower/expectations.hpp"
#include "compiler/lower/notations.hpp"
#include "compiler/lower/passes.hpp"
#include "compiler/lower/statements.hpp"
#include "compiler/lower/values.hpp"
#include "compiler/source/overloaded.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

namespace pol::lowering {

namespace {

/// A request with the evidence its bare values have.
struct Draft {
    RequestRecord request;
    Evidence level = Evidence::claimed;
};

Decimal measured_number(const model::Fact& fact, const ast::Assignment::Measured& measured) {
    if (const auto* value = std::get_if<ast::Name>(&measured.value))
        return {.digits = range_of(fact, *value).first, .places = 0};
    return in_unit(std::get<ast::Quantity>(measured.value), fact.unit);
}

Answer to_answer(const model::Fact& fact, const ast::Assignment& assignment, Evidence level) {
    Answer answer;
    answer.presence = Presence::given;
    if (fact.source == FactSource::provider) answer.evidence = assignment.evidence.value_or(level);
    std::visit(
        overloaded{
            [&](const ast::Name& value) {
                if (fact.notation != Notation::amount)
                    answer.number = {.digits = range_of(fact, value).first, .places = 0};
                else if (fact.type != FactType::list)
                    answer.value = value_named(fact, value.text);
            },
            [&](const ast::Date& value) {
                if (fact.type == FactType::number)
                    answer.number = in_unit(*ast::as_number(value), fact.unit);
                else if (fact.type == FactType::partial_date)
                    answer.range = to_range(value);
                else
                    answer.date = to_date(value);
            },
            [&](const ast::Quantity& value) { answer.number = in_unit(value, fact.unit); },
            [&](const ast::Assignment::Measured& measured) {
                answer.number = measured_number(fact, measured);
                answer.range = to_range(measured.on);
            },
            [](const std::vector<ast::Assignment::Entry>&) {},
            [&](const ast::Assignment::NotGiven&) { answer = {}; },
            [&](const ast::Assignment::NotKnowable&) { answer = Answer{}, answer.presence = Presence::not_knowable; },
        },
        assignment.value);
    return answer;
}

std::size_t field_count(const Context& context, model::FactIndex list) {
    const std::vector<model::Fact>& facts = context.policy.facts;
    return static_cast<std::size_t>(
        std::count_if(facts.begin(), facts.end(), [&](const model::Fact& fact) { return fact.list == list; }));
}

/// Fields stand behind their list, and have no evidence of their own.
void set_field(const Context& context, EntryRecord& entry, const ast::Name& name, const ast::Assignment& assignment) {
    const std::vector<model::Fact>& facts = context.policy.facts;
    const model::FactIndex field = fact_named(context, ast::field_name(facts[entry.list].name, name.text));
    entry.fields[field - entry.list - 1U] = to_answer(facts[field], assignment, Evidence::none);
}

/// The entries of a list, in place of those it had.
void set_entries(const Context& context, RequestRecord& request, model::FactIndex list,
                 const ast::Assignment& assignment) {
    const auto is_of_list = [&](const EntryRecord& entry) { return entry.list == list; };
    request.entries.erase(std::remove_if(request.entries.begin(), request.entries.end(), is_of_list),
                          request.entries.end());
    const auto* entries = std::get_if<std::vector<ast::Assignment::Entry>>(&assignment.value);
    if (entries == nullptr) return;
    for (const ast::Assignment::Entry& entry : *entries) {
        EntryRecord record{list, std::vector<Answer>(field_count(context, list))};
        for (const ast::Assignment& field : entry.fields) set_field(context, record, field.fact, field);
        request.entries.push_back(std::move(record));
    }
}

/// One field of an entry that is there.
void change_entry(const Context& context, RequestRecord& request, model::FactIndex list,
                  const ast::Assignment& assignment) {
    std::int64_t place = 0;
    for (EntryRecord& entry : request.entries)
        if (entry.list == list && ++place == assignment.place->entry.value)
            set_field(context, entry, assignment.place->field, assignment);
}

/// The request of every scenario: own assignments go over those of the scenario it is like, with its own level if it
/// states one. Each is drafted once, however long the chains are; there are no circles.
class Drafts {
public:
    explicit Drafts(const Context& context) : context_(context) {
        for (const ast::Scenario* scenario : blocks_of<ast::Scenario>(policy_of(context.program)))
            by_name_.emplace(scenario->name.text, scenario);
    }

    const RequestRecord& request_of(const ast::Scenario& scenario) {
        std::vector<const ast::Scenario*> chain;
        for (const ast::Scenario* each = &scenario; each != nullptr && drafts_.count(each) == 0; each = base_of(*each))
            chain.push_back(each);
        for (auto each = chain.rbegin(); each != chain.rend(); ++each) drafts_.emplace(*each, drafted(**each));
        return drafts_.at(&scenario).request;
    }

private:
    [[nodiscard]] const ast::Scenario* base_of(const ast::Scenario& scenario) const {
        return scenario.like ? by_name_.at(scenario.like->text) : nullptr;
    }

    /// The scenario it is like is drafted already.
    [[nodiscard]] Draft drafted(const ast::Scenario& scenario) const {
        Draft draft;
        draft.request.answers.resize(context_.policy.facts.size());
        if (const ast::Scenario* base = base_of(scenario)) draft = drafts_.at(base);
        draft.level = scenario.evidence.value_or(draft.level);
        for (const ast::Assignment& assignment : scenario.assignments) {
            const model::FactIndex fact = fact_named(context_, assignment.fact.text);
            if (assignment.place) {
                change_entry(context_, draft.request, fact, assignment);
                continue;
            }
            if (context_.policy.facts[fact].type == FactType::list)
                set_entries(context_, draft.request, fact, assignment);
            draft.request.answers[fact] = to_answer(context_.policy.facts[fact], assignment, draft.level);
        }
        return draft;
    }

    const Context& context_;
    std::unordered_map<std::string, const ast::Scenario*> by_name_;
    std::unordered_map<const ast::Scenario*, Draft> drafts_;
};

model::Scenario to_scenario(Context& context, const ast::Scenario& scenario, Drafts& drafts) {
    return {.name = scenario.name.text,
            .request = drafts.request_of(scenario),
            .expected = to_expected(context, scenario),
            .span = scenario.name.span,
            .line = line_of(context, scenario.name.span)};
}

model::NeverCheck to_never_check(Context& context, const ast::NeverCheck& check) {
    return {.outcome = check.outcome.outcome,
            .target = named_target(context.policy, check.outcome),
            .condition = to_condition(context, check.condition),
            .span = check.span};
}

}  // namespace

void lower_scenarios(Context& context) {
    const ast::Policy& policy = policy_of(context.program);
    Drafts drafts(context);
    for (const ast::Scenario* scenario : blocks_of<ast::Scenario>(policy))
        context.policy.scenarios.push_back(to_scenario(context, *scenario, drafts));
    for (const ast::NeverCheck* check : blocks_of<ast::NeverCheck>(policy))
        context.policy.never_checks.push_back(to_never_check(context, *check));
    for (const ast::AcceptedFinding* accepted : blocks_of<ast::AcceptedFinding>(policy))
        context.policy.accepted.push_back({.finding = accepted->finding.text,
                                           .clause = clause_at(context, accepted->item, ""),
                                           .span = accepted->span});
}

}  // namespace pol::lowering
