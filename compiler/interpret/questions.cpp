#include "compiler/interpret/questions.hpp"

#include "compiler/interpret/approval.hpp"
#include "compiler/interpret/conditions.hpp"
#include "compiler/interpret/question_list.hpp"

#include <variant>

namespace pol::interpretation {

namespace {

constexpr FactIndex birth_date = index_of(BuiltinFact::birth_date);
constexpr FactIndex first_start = index_of(BuiltinFact::first_start);
constexpr FactIndex date_of_service = index_of(BuiltinFact::date_of_service);

QuestionKind kind_for(Evidence minimum) {
    switch (minimum) {
        case Evidence::documented:
            return QuestionKind::document;
        case Evidence::attested:
            return QuestionKind::attest;
        case Evidence::none:
        case Evidence::claimed:
            break;
    }
    return QuestionKind::answer;
}

/// Asks for what the unknown conditions of a clause read. Only unknown members of unknown groups are entered.
class ConditionWalk {
public:
    ConditionWalk(const Answers& answers, ClauseIndex clause, QuestionList& list)
        : answers_(answers), clauses_{clause}, list_(list) {}

    void walk(const model::Condition& condition) {
        if (truth_of(condition, answers_) != Truth::unknown) return;
        std::visit([&](const auto& form) { ask(form); }, condition.form);
    }

private:
    void ask(const model::ConditionGroup& group) {
        for (const model::Condition& member : group.members) walk(member);
    }

    void ask(const model::ChoiceTest& test) {
        const bool in_conflict = answers_.at(test.fact).presence == Presence::in_conflict;
        list_.ask(test.fact, in_conflict ? QuestionKind::resolve : kind_for(test.minimum), clauses_);
    }

    void ask(const model::AgeTest& test) {
        if (birth_contradicts(answers_.birth(), answers_.date(test.at))) {
            list_.ask(birth_date, QuestionKind::resolve, clauses_);
            list_.ask(test.at, QuestionKind::resolve, clauses_);
            return;
        }
        if (!answers_.is_given(birth_date))
            list_.ask(birth_date, QuestionKind::answer, clauses_);
        else if (answers_.is_given(test.at))
            list_.ask(birth_date, QuestionKind::exact_date, clauses_);
        if (!answers_.is_given(test.at)) list_.ask(test.at, QuestionKind::answer, clauses_);
    }

    const Answers& answers_;
    ClauseSet clauses_;
    QuestionList& list_;
};

/// Asks along the stages of routes.
class RouteWalk {
public:
    RouteWalk(const PreparedPolicy& prepared, const Truths& truths, const Answers& answers, QuestionList& list)
        : prepared_(prepared), truths_(truths), answers_(answers), list_(list) {}

    void walk(const DecidedRoute& decided) {
        if (decided.gate == Truth::unknown) walk_determination(*prepared_.policy.gate);
        if (decided.determinations == Truth::unknown) walk_determinations(decided.route.line);
        if (decided.criteria == Truth::unknown)
            walk_group(prepared_.criteria_of(decided.route.line, decided.route.kind)->group);
    }

    /// The dates that an approval still needs.
    void walk_open_approval(const DecidedRoute& decided) {
        const model::Criteria& criteria = *prepared_.criteria_of(decided.route.line, decided.route.kind);
        const model::Approval& approval = prepared_.policy.approvals[criteria.approval];
        const ClauseSet clauses{approval.period_clause};
        if (is_initial(decided.route.kind)) return list_.ask(approval.starts_on, QuestionKind::answer, clauses);
        const bool contradict = renewal_dates_contradict(approval, answers_);
        for (const FactIndex fact : {first_start, date_of_service})
            if (contradict || !answers_.is_given(fact))
                list_.ask(fact, contradict ? QuestionKind::resolve : QuestionKind::answer, clauses);
    }

private:
    void walk_determinations(LineIndex line) {
        for (const DeterminationIndex index : prepared_.determinations_of_line[line])
            if (truth_with_exceptions(prepared_, truths_, index, line) == Truth::unknown) walk_determination(index);
    }

    void walk_determination(DeterminationIndex index) {
        const model::Determination& determination = prepared_.policy.determinations[index];
        if (determination.condition)
            ConditionWalk(answers_, determination.clause, list_).walk(*determination.condition);
    }

    void walk_group(const model::RequirementGroup& group) {
        for (const model::RequirementNode& node : group.members)
            if (truth_of(node, truths_) == Truth::unknown) walk_node(node);
    }

    void walk_node(const model::RequirementNode& node) {
        if (const auto* group = std::get_if<model::RequirementGroup>(&node)) return walk_group(*group);
        const model::Requirement& requirement = prepared_.requirement(std::get<ClauseIndex>(node));
        if (const auto* below = std::get_if<model::RequirementGroup>(&requirement.body)) return walk_group(*below);
        ConditionWalk(answers_, requirement.clause, list_).walk(std::get<model::Condition>(requirement.body));
    }

    const PreparedPolicy& prepared_;
    const Truths& truths_;
    const Answers& answers_;
    QuestionList& list_;
};

/// Whether two values of a routing fact, all else alike, lead to different sets of results.
bool matters(const Routing& routing, std::size_t fact, const std::vector<DecidedRoute>& decided_routes) {
    for (std::size_t route = 0; route < decided_routes.size(); ++route)
        if (!decided_routes[route].members.same_results(decided_routes[routing.with_first_value(route, fact)].members))
            return true;
    return false;
}

void ask_routing(const model::Policy& policy, const Routing& routing, const std::vector<DecidedRoute>& decided_routes,
                 const Answers& answers, QuestionList& list) {
    for (std::size_t i = 0; i < routing.facts().size(); ++i) {
        const RoutingFact& routing_fact = routing.facts()[i];
        const bool can_be_asked = answers.at(routing_fact.fact).presence == Presence::not_given;
        if (!can_be_asked || routing_fact.is_known() || !matters(routing, i, decided_routes)) continue;
        const bool selects_text = i + 1 == routing.facts().size();
        list.ask(routing_fact.fact, QuestionKind::answer, selects_text ? ClauseSet{policy.text_clause} : ClauseSet{});
    }
}

}  // namespace

Inquiry inquire(const PreparedPolicy& prepared, const Truths& truths, const Answers& answers, const Routing& routing,
                const std::vector<DecidedRoute>& decided_routes) {
    QuestionList list(answers);
    RouteWalk routes(prepared, truths, answers, list);
    ask_routing(prepared.policy, routing, decided_routes, answers, list);
    for (const DecidedRoute& decided : decided_routes)
        if (!decided.members.is_decided()) routes.walk(decided);
    list.add_conflict_partners(prepared.policy);
    for (const DecidedRoute& decided : decided_routes)
        if (decided.members.has_open_approval()) routes.walk_open_approval(decided);
    return {.questions = list.questions(), .unknowable = list.unknowable()};
}

}  // namespace pol::interpretation
