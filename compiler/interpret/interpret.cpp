#include "compiler/interpret/interpret.hpp"

#include "compiler/interpret/followed_routes.hpp"
#include "compiler/interpret/interpreter.hpp"
#include "compiler/interpret/questions.hpp"
#include "compiler/interpret/trace.hpp"

#include <algorithm>

namespace pol {

namespace {

using namespace interpretation;

ResultRecord record_of(const Member& member) {
    return {.result = member.result, .clauses = member.sure.empty() ? member.possible : member.sure};
}

void decide(const Members& members, DecisionRecord& decision) {
    const ResultRecord result = record_of(members.list().front());
    decision.outcome = result.result.outcome;
    decision.clauses = result.clauses;
    decision.results.push_back(result);
}

/// What may still come out, with the questions; without any, somebody has to review the clauses nobody can answer.
void leave_undecided(const Members& members, Inquiry inquiry, DecisionRecord& decision) {
    for (const Member& member : members.list()) decision.results.push_back(record_of(member));
    decision.every_outcome_is_a_denial =
        std::all_of(members.list().begin(), members.list().end(),
                    [](const Member& member) { return is_denial(member.result.outcome); });
    decision.outcome = inquiry.questions.empty() ? Outcome::review : Outcome::needs_information;
    if (inquiry.questions.empty()) decision.clauses = std::move(inquiry.unknowable);
    decision.questions = std::move(inquiry.questions);
}

}  // namespace

DecisionRecord Interpreter::interpret(const RequestRecord& request) const {
    const Answers answers = settled(prepared_.policy, request.answers, request.entries);
    const Routing routing(prepared_.policy, answers);
    const FollowedRoutes routes(prepared_, answers, routing);
    Members members(prepared_.policy);
    for (const FollowedRoute& route : routes.list()) members.join(route.decided.members);
    DecisionRecord decision;
    if (members.is_decided())
        decide(members, decision);
    else
        leave_undecided(members, inquire(prepared_, answers, routing, routes.list()), decision);
    decision.trace = trace_of(prepared_, routes.list());
    return decision;
}

DecisionRecord interpret(const model::Policy& policy, const RequestRecord& request) {
    return Interpreter(policy).interpret(request);
}

}  // namespace pol
