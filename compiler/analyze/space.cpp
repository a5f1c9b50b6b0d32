#include "compiler/analyze/space.hpp"

#include "compiler/analyze/requests.hpp"
#include "compiler/interpret/conditions.hpp"
#include "compiler/interpret/followed_routes.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace pol::analysis {

namespace {

using interpretation::Route;

/// States that one question is worth. What takes more is left open: nothing is said of it.
constexpr std::uint64_t question_limit = 800;

std::optional<model::Condition> product_rule(const model::Policy& policy, model::LineIndex line) {
    const auto& under = policy.lines[line].members_under;
    if (!under) return std::nullopt;
    return model::Condition{model::AgeTest{.at = policy.selecting_fact,
                                           .comparison = model::AgeOperator::is_less_than,
                                           .amount = under->amount,
                                           .unit = under->unit,
                                           .minimum = Evidence::none}};
}

/// As truth_with_exceptions(), of one outcome: the others of the policy are not evaluated.
Truth truth_of_outcome(const PreparedPolicy& prepared, const Answers& answers, model::DeterminationIndex outcome,
                       model::LineIndex line) {
    const model::Determination& determination = prepared.policy.determinations[outcome];
    const std::vector<model::DeterminationIndex>& present = prepared.determinations_of_line[line];
    Truth result = interpretation::truth_if_asked(determination.condition, answers);
    for (const model::DeterminationIndex exception : determination.exceptions) {
        if (result == Truth::no) break;
        if (std::find(present.begin(), present.end(), exception) != present.end())
            result = unless(result, truth_of_outcome(prepared, answers, exception, line));
    }
    return result;
}

bool ask_for_age(const std::vector<Variable>& variables) {
    return std::any_of(variables.begin(), variables.end(), [](const Variable& variable) {
        return variable.is_age || variable.fact == index_of(BuiltinFact::birth_date);
    });
}

}  // namespace

Subject subject_of(model::Condition condition) {
    const auto kept = std::make_shared<const model::Condition>(std::move(condition));
    return {[kept](const Answers& answers) { return interpretation::truth_of(*kept, answers); },
            [kept](VariableCollector& collector) { collector.add(*kept); }};
}

Subject subject_of_item(const PreparedPolicy& prepared, model::ClauseIndex clause) {
    return {[&prepared, clause](const Answers& answers) {
                return interpretation::truth_of_requirement(prepared, clause, answers);
            },
            [clause](VariableCollector& collector) {
                collector.add(
                    model::RequirementGroup{.quantifier = model::Quantifier::all_of, .count = 0, .members = {clause}});
            }};
}

Subject subject_of_outcome(const PreparedPolicy& prepared, model::DeterminationIndex outcome, model::LineIndex line) {
    return {[&prepared, outcome, line](const Answers& answers) {
                return truth_of_outcome(prepared, answers, outcome, line);
            },
            [outcome](VariableCollector& collector) { collector.add_determination(outcome); }};
}

Space::Space(const PreparedPolicy& prepared, model::LineIndex line)
    : prepared_(&prepared), line_(line), rule_(product_rule(prepared.policy, line)) {}

Space::Space(const PreparedPolicy& prepared, const Route& route) : Space(prepared, route.line) { route_ = route; }

Space Space::of_any_age() const {
    Space all = *this;
    all.rule_.reset();
    return all;
}

Answers Space::seen(const Answers& answers) const {
    if (!prepared_->reads_routing) return answers;
    if (route_) return interpretation::answers_on(answers, *route_);
    return line_ ? interpretation::with_choice(answers, BuiltinFact::line_of_business, *line_) : answers;
}

VariableCollector Space::collected(const std::vector<const Subject*>& subjects) const {
    VariableCollector collector(*prepared_);
    if (line_) collector.settle(index_of(BuiltinFact::line_of_business));
    if (route_)
        for (const BuiltinFact fact : {BuiltinFact::benefit, BuiltinFact::request}) collector.settle(index_of(fact));
    for (const Subject* subject : subjects) subject->collect(collector);
    if (rule_ && collector.reads_age()) collector.add(*rule_);
    return collector;
}

bool Space::reads_age(const std::vector<const Subject*>& subjects) const { return collected(subjects).reads_age(); }

std::vector<Variable> Space::variables_of(const std::vector<const Subject*>& subjects) const {
    return collected(subjects).variables();
}

std::vector<Variable> Space::listed_variables_of(const std::vector<const Subject*>& subjects) const {
    return collected(subjects).listed_variables();
}

Glance Space::glance(const Answers& answers, const std::vector<const Subject*>& subjects,
                     const std::vector<bool>& wanted) const {
    Glance all = Glance::found;
    for (std::size_t i = 0; i < subjects.size(); ++i) {
        const Truth truth = subjects[i]->truth(answers);
        if (truth == Truth::unknown)
            all = Glance::undecided;
        else if ((truth == Truth::yes) != wanted[i])
            return Glance::impossible;
    }
    return all;
}

Exploration Space::find(const std::vector<Variable>& variables, const std::vector<const Subject*>& subjects,
                        const std::vector<bool>& wanted) const {
    return find(variables, [&](const Answers& answers) { return glance(answers, subjects, wanted); });
}

Exploration Space::find(const std::vector<Variable>& variables, const Look& look) const {
    const bool has_rule = rule_ && ask_for_age(variables);
    const Look looked = [&](const Answers& answers) {
        const Truth rule = has_rule ? interpretation::truth_of(*rule_, answers) : Truth::yes;
        if (rule == Truth::no) return Glance::impossible;
        const Glance seen_here = prepared_->reads_routing ? look(seen(answers)) : look(answers);
        return rule == Truth::unknown && seen_here == Glance::found ? Glance::undecided : seen_here;
    };
    return search_alone(prepared_->policy, variables, looked, question_limit);
}

bool Space::confirms(const std::vector<Variable>& variables, const std::vector<std::size_t>& state,
                     const std::vector<const Subject*>& subjects, const std::vector<bool>& wanted) const {
    const RequestRecord request = request_of(prepared_->policy, line_.value_or(0), variables, state);
    const Answers answers = interpretation::settled(prepared_->policy, request.answers, request.entries);
    return glance(seen(answers), subjects, wanted) == Glance::found;
}

Route route_of(const model::Policy& policy, std::size_t section, model::KindIndex kind) {
    Route route{.line = 0, .benefit = 0, .kind = kind};
    bool is_found = false;
    for (std::size_t line = 0; line < policy.lines.size(); ++line) {
        const model::LineOfBusiness& each = policy.lines[line];
        if (each.section != section || (is_found && each.members_under)) continue;
        const bool is_better = !is_found || policy.lines[route.line].members_under;
        if (is_better) route.line = static_cast<model::LineIndex>(line);
        is_found = true;
    }
    for (std::size_t benefit = policy.benefits.size(); benefit-- > 0;)
        if (policy.benefits[benefit].listed) route.benefit = static_cast<model::BenefitIndex>(benefit);
    return route;
}

std::optional<Route> route_of(const model::Policy& policy, model::ClauseIndex clause) {
    for (std::size_t section = 0; section < policy.sections.size(); ++section)
        for (std::size_t kind = 0; kind < policy.sections[section].criteria.size(); ++kind) {
            const std::optional<model::Criteria>& criteria = policy.sections[section].criteria[kind];
            if (!criteria) continue;
            const std::vector<model::ClauseIndex>& clauses = criteria->clauses;
            if (std::find(clauses.begin(), clauses.end(), clause) != clauses.end())
                return route_of(policy, section, static_cast<model::KindIndex>(kind));
        }
    for (const model::Determination& determination : policy.determinations) {
        const auto line = std::find(determination.lines.begin(), determination.lines.end(), true);
        if (determination.clause != clause || line == determination.lines.end()) continue;
        const auto index = static_cast<std::size_t>(line - determination.lines.begin());
        if (const auto& section = policy.lines[index].section) return route_of(policy, *section, 0);
    }
    return std::nullopt;
}

}  // namespace pol::analysis
