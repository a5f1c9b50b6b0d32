#include "compiler/interpret/followed_routes.hpp"

#include "compiler/interpret/terms.hpp"

namespace pol::interpretation {

namespace {

void give(Answers& answers, BuiltinFact fact, std::uint16_t value) {
    Answer& answer = answers.facts[index_of(fact)];
    answer.presence = Presence::given;
    answer.value = value;
}

}  // namespace

Answers answers_on(const Answers& answers, const Route& route) {
    Answers routed = answers;
    give(routed, BuiltinFact::line_of_business, route.line);
    give(routed, BuiltinFact::benefit, route.benefit);
    give(routed, BuiltinFact::request, route.kind);
    forget_terms(routed);
    return routed;
}

Answers with_choice(const Answers& answers, BuiltinFact fact, std::uint16_t value) {
    Answers routed = answers;
    give(routed, fact, value);
    forget_terms(routed);
    return routed;
}

FollowedRoutes::FollowedRoutes(const PreparedPolicy& prepared, const Answers& answers, const Routing& routing) {
    const std::vector<Route>& routes = routing.routes();
    if (prepared.reads_routing)
        for (const Route& route : routes) answers_.push_back(answers_on(answers, route));
    else
        answers_.push_back(answers);
    for (const Answers& own : answers_) truths_.push_back(evaluate(prepared, own));
    for (std::size_t i = 0; i < routes.size(); ++i) {
        const std::size_t own = prepared.reads_routing ? i : 0;
        list_.push_back({.answers = &answers_[own],
                         .truths = &truths_[own],
                         .decided = decide_route(prepared, truths_[own], answers, routes[i])});
    }
}

}  // namespace pol::interpretation
