#include "compiler/interpret/questions.hpp"

#include "compiler/interpret/approval.hpp"
#include "compiler/interpret/condition_questions.hpp"
#include "compiler/interpret/conditions.hpp"
#include "compiler/interpret/question_list.hpp"
#include "compiler/interpret/values.hpp"

#include <variant>

namespace pol::interpretation {

namespace {

constexpr FactIndex first_start = index_of(BuiltinFact::first_start);
constexpr FactIndex date_of_service = index_of(BuiltinFact::date_of_service);

/// Asks for what a clause reads. One that is open though nothing of it can be asked for (a division by zero) is left to
/// review.
template <class Part>
void ask_about(ClauseIndex clause, const Part& part, const Answers& answers, QuestionList& list) {
    const std::size_t asked_before = list.mentions();
    ClauseQuestions(answers, clause, list).about(part);
    if (list.mentions() == asked_before) list.leave_to_review(clause);
}

/// Asks along the stages of a route.
class RouteWalk {
public:
    RouteWalk(const PreparedPolicy& prepared, const Truths& truths, const Answers& answers, QuestionList& list)
        : prepared_(prepared), truths_(truths), answers_(answers), list_(list) {}

    void walk(const DecidedRoute& decided) {
        if (decided.gate == Truth::unknown) walk_determination(*prepared_.policy.gate);
        if (decided.determinations == Truth::unknown) walk_stage(decided, Stage::determinations);
        if (decided.criteria == Truth::unknown)
            walk_group(prepared_.criteria_of(decided.route.line, decided.route.kind)->group);
        if (decided.instead_of_approval == Truth::unknown) walk_stage(decided, Stage::instead_of_approval);
        if (decided.instead_of_denial == Truth::unknown) walk_stage(decided, Stage::instead_of_denial);
    }

private:
    void walk_stage(const DecidedRoute& decided, Stage stage) {
        const LineIndex line = decided.route.line;
        for (const DeterminationIndex index : prepared_.determinations_of_line[line])
            if (stage_of(prepared_.policy.determinations[index]) == stage &&
                truth_with_exceptions(prepared_, truths_, index, line) == Truth::unknown)
                walk_determination(index);
    }

    void walk_determination(DeterminationIndex index) {
        const model::Determination& determination = prepared_.policy.determinations[index];
        // One that is open only by an exception asks through that.
        if (determination.condition && truths_.determinations[index] == Truth::unknown)
            ask_about(determination.clause, *determination.condition, answers_, list_);
    }

    void walk_group(const model::RequirementGroup& group) {
        for (const model::RequirementNode& node : group.members)
            if (truth_of(node, truths_) == Truth::unknown) walk_node(node);
    }

    /// A requirement with what it is asked under: if that, then this.
    static model::Condition whole(const model::Requirement& requirement) {
        const model::Condition& body = std::get<model::Condition>(requirement.body);
        if (!requirement.only_if) return body;
        return {model::ConditionGroup{
            .quantifier = model::Quantifier::if_then, .count = 0, .members = {*requirement.only_if, body}}};
    }

    void walk_node(const model::RequirementNode& node) {
        if (const auto* group = std::get_if<model::RequirementGroup>(&node)) return walk_group(*group);
        const model::Requirement& requirement = prepared_.requirement(std::get<ClauseIndex>(node));
        const auto* below = std::get_if<model::RequirementGroup>(&requirement.body);
        if (below == nullptr) return ask_about(requirement.clause, whole(requirement), answers_, list_);
        if (truths_.asked_under[requirement.clause] == Truth::unknown)
            ask_about(requirement.clause, *requirement.only_if, answers_, list_);
        if (truth_of(*below, truths_) == Truth::unknown) walk_group(*below);
    }

    const PreparedPolicy& prepared_;
    const Truths& truths_;
    const Answers& answers_;
    QuestionList& list_;
};

/// Asks for what keeps approvals open. What they grant is told from the answers of the request alone, whatever the
/// route.
class OpenApprovalWalk {
public:
    OpenApprovalWalk(const PreparedPolicy& prepared, const Answers& answers, QuestionList& list)
        : prepared_(prepared), answers_(answers), list_(list) {}

    /// What an approval still needs: its dates, then what its length, its last day and its amounts are computed from.
    /// Where nothing of that can be asked for (a length that is no whole number) somebody has to review it.
    void walk(const DecidedRoute& decided) {
        const model::Criteria& criteria = *prepared_.criteria_of(decided.route.line, decided.route.kind);
        const model::Approval& approval = prepared_.policy.approvals[criteria.approval];
        const std::size_t asked_before = list_.mentions();
        if (is_renewal(approval, decided.route.kind))
            ask_renewal_dates(approval);
        else
            ask_start(approval);
        ask_computed(approval);
        if (list_.mentions() == asked_before) list_.leave_to_review(approval.period_clause);
    }

private:
    void ask_start(const model::Approval& approval) {
        const ClauseSet clauses{approval.period_clause};
        if (!answers_.is_given(approval.starts_on)) return list_.ask(approval.starts_on, QuestionKind::answer, clauses);
        if (!length_of(approval, answers_) || !ends_before_start(approval, answers_)) return;
        list_.ask(approval.starts_on, QuestionKind::resolve, clauses);
        if (const auto* until = std::get_if<FactIndex>(&approval.until->base))
            list_.ask(*until, QuestionKind::resolve, clauses);
    }

    void ask_renewal_dates(const model::Approval& approval) {
        const bool contradict = renewal_dates_contradict(approval, answers_);
        for (const FactIndex fact : {first_start, date_of_service})
            if (contradict || !answers_.is_given(fact))
                list_.ask(fact, contradict ? QuestionKind::resolve : QuestionKind::answer, {approval.period_clause});
    }

    void ask_computed(const model::Approval& approval) {
        if (approval.length && !value_of(*approval.length, answers_))
            ask_about(approval.period_clause, *approval.length, answers_, list_);
        if (approval.or_days && !value_of(*approval.or_days, answers_))
            ask_about(approval.period_clause, *approval.or_days, answers_, list_);
        if (approval.until && !is_last_day_known(approval, answers_))
            ClauseQuestions(answers_, approval.period_clause, list_).about(*approval.until);
        for (const model::ComputedAmount& amount : approval.amounts) ask_amount(amount);
    }

    /// Whether it is granted at all comes first.
    void ask_amount(const model::ComputedAmount& amount) {
        const Truth granted = truth_if_asked(amount.only_if, answers_);
        if (granted == Truth::unknown) ask_about(amount.clause, *amount.only_if, answers_, list_);
        if (granted != Truth::no && !value_of(amount.value, answers_))
            ask_about(amount.clause, amount.value, answers_, list_);
    }

    const PreparedPolicy& prepared_;
    const Answers& answers_;
    QuestionList& list_;
};

/// Whether two values of a routing fact, all else alike, lead to different sets of results.
bool matters(const Routing& routing, std::size_t fact, const std::vector<FollowedRoute>& routes) {
    for (std::size_t route = 0; route < routes.size(); ++route) {
        const Members& other = routes[routing.with_first_value(route, fact)].decided.members;
        if (!routes[route].decided.members.same_results(other)) return true;
    }
    return false;
}

void ask_routing(const model::Policy& policy, const Routing& routing, const std::vector<FollowedRoute>& routes,
                 const Answers& answers, QuestionList& list) {
    for (std::size_t i = 0; i < routing.facts().size(); ++i) {
        const RoutingFact& routing_fact = routing.facts()[i];
        const bool can_be_asked = answers.at(routing_fact.fact).presence == Presence::not_given;
        if (!can_be_asked || routing_fact.is_known() || !matters(routing, i, routes)) continue;
        const bool selects_text = i + 1 == routing.facts().size();
        list.ask(routing_fact.fact, QuestionKind::answer, selects_text ? ClauseSet{policy.text_clause} : ClauseSet{});
    }
}

}  // namespace

Inquiry inquire(const PreparedPolicy& prepared, const Answers& answers, const Routing& routing,
                const std::vector<FollowedRoute>& routes) {
    QuestionList list(answers);
    ask_routing(prepared.policy, routing, routes, answers, list);
    for (const FollowedRoute& route : routes)
        if (!route.decided.members.is_decided())
            RouteWalk(prepared, *route.truths, *route.answers, list).walk(route.decided);
    for (const FollowedRoute& route : routes)
        if (route.decided.members.has_open_approval()) OpenApprovalWalk(prepared, answers, list).walk(route.decided);
    list.add_conflict_partners(prepared.policy);
    return {.questions = list.questions(), .unknowable = list.unknowable()};
}

}  // namespace pol::interpretation
