#include "compiler/analyze/courses.hpp"

#include "compiler/analyze/axis.hpp"
#include "compiler/analyze/requests.hpp"
#include "compiler/interpret/decided_route.hpp"
#include "compiler/interpret/interpret.hpp"

#include <algorithm>

namespace pol::analysis {

namespace {

Answer given(std::size_t value) {
    Answer answer;
    answer.presence = Presence::given;
    answer.value = static_cast<std::uint16_t>(value);
    return answer;
}

/// Whether what may come of a member is surely, surely not, or perhaps one kind of outcome.
template <class IsSought>
Glance outcome_on(const PreparedPolicy& prepared, const interpretation::Route& route, const Answers& answers,
                  IsSought is_sought) {
    const Answers seen = Space(prepared, route).seen(answers);
    const interpretation::DecidedRoute decided = decide_route(prepared, evaluate(prepared, seen), seen, route);
    const std::vector<interpretation::Member>& members = decided.members.list();
    const bool is_possible = std::any_of(members.begin(), members.end(),
                                         [&](const auto& member) { return is_sought(member.result.outcome); });
    if (!is_possible) return Glance::impossible;
    return members.size() == 1 ? Glance::found : Glance::undecided;
}

}  // namespace

Glance approval_on(const PreparedPolicy& prepared, const interpretation::Route& route, const Answers& answers) {
    return outcome_on(prepared, route, answers, [](Outcome outcome) { return outcome == Outcome::approved; });
}

Glance denial_on(const PreparedPolicy& prepared, const interpretation::Route& route, const Answers& answers) {
    return outcome_on(prepared, route, answers, [](Outcome outcome) { return is_denial(outcome); });
}

Subject subject_of_course(const interpretation::Route& renewal) {
    return {[](const Answers&) { return Truth::unknown; },
            [renewal](VariableCollector& collector) {
                for (const model::KindIndex kind : {model::KindIndex{0}, renewal.kind})
                    collector.add_route(renewal.line, kind);
            }};
}

Answer yes_no_answer(Evidence level, bool value) {
    Answer answer = given(value ? 1 : 0);
    answer.evidence = level;
    return answer;
}

RequestRecord first_request(const model::Policy& policy, const interpretation::Route& route,
                            const std::vector<Variable>& variables, const std::vector<std::size_t>& state) {
    RequestRecord request = request_of(policy, route.line, variables, state);
    request.answers[index_of(BuiltinFact::benefit)] = given(route.benefit);
    request.answers[index_of(BuiltinFact::request)] = given(route.kind);
    const Answer& day = request.answers[policy.selecting_fact];
    for (const BuiltinFact date : {BuiltinFact::date_of_request, BuiltinFact::date_of_service})
        if (request.answers[index_of(date)].presence == Presence::not_given)
            request.answers[index_of(date)] = on_day(given(0), day.date);
    return request;
}

RequestRecord renewed(RequestRecord request, model::KindIndex renewal, Date first_start, Date on) {
    request.answers[index_of(BuiltinFact::request)] = given(renewal);
    request.answers[index_of(BuiltinFact::first_start)] = on_day(given(0), first_start);
    for (const BuiltinFact date : {BuiltinFact::date_of_request, BuiltinFact::date_of_service})
        request.answers[index_of(date)] = on_day(given(0), on);
    return request;
}

std::optional<Course> follow(const model::Policy& policy, const RequestRecord& request, model::KindIndex renewal) {
    const DecisionRecord first = interpret(policy, request);
    if (first.outcome != Outcome::approved) return std::nullopt;
    Course course;
    course.from = first.results.front().result.period.from;
    course.through = first.results.front().result.period.through;
    course.renewed_on = add_days(course.through, 1);
    const DecisionRecord later = interpret(policy, renewed(request, renewal, course.from, course.renewed_on));
    if (later.outcome != Outcome::approved && !is_denial(later.outcome)) return std::nullopt;
    course.is_denied = is_denial(later.outcome);
    return course;
}

}  // namespace pol::analysis
