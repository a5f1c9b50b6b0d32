#include "compiler/coverage/nearby.hpp"

#include "compiler/coverage/flips.hpp"

namespace pol::coverage {

namespace {

/// More would take longer to decide than a reader waits.
constexpr std::size_t most_neighbours = 20'000;

}  // namespace

Nearby::Nearby(const model::Policy& policy) : policy_(policy) {
    const Steps steps(policy);
    const Interpreter interpreter(policy);
    for (std::size_t i = 0; i < policy.scenarios.size(); ++i) add(interpreter, i, std::nullopt);
    for (std::size_t i = 0; i < policy.scenarios.size(); ++i)
        for (Step& step : steps.from(policy.scenarios[i].request)) {
            if (neighbours_.size() >= most_neighbours) return;
            add(interpreter, i, std::move(step));
        }
}

void Nearby::add(const Interpreter& interpreter, std::size_t scenario, std::optional<Step> step) {
    neighbours_.push_back({.scenario = scenario, .step = std::move(step)});
    decisions_.push_back(interpreter.interpret(request_of(neighbours_.back())));
    decisions_.back().trace.clear();
}

RequestRecord Nearby::request_of(const Neighbour& neighbour) const {
    const RequestRecord& request = policy_.scenarios[neighbour.scenario].request;
    return neighbour.step ? after(request, *neighbour.step) : request;
}

std::optional<Witness> Nearby::witness(const model::Policy& changed, model::ClauseIndex clause,
                                       std::size_t limit) const {
    const Interpreter interpreter(changed);
    const std::vector<bool> close =
        clause == no_index ? std::vector<bool>(policy_.facts.size(), true) : facts_of(policy_, clause);
    for (const bool wanted : {true, false})
        for (std::size_t i = 0; i < neighbours_.size(); ++i) {
            const Neighbour& neighbour = neighbours_[i];
            const bool is_close = !neighbour.step || close[neighbour.step->fact];
            if (is_close != wanted) continue;
            if (limit-- == 0) return std::nullopt;
            DecisionRecord decision = interpreter.interpret(request_of(neighbour));
            if (!same_decision(policy_, decisions_[i], changed, decision))
                return Witness{.neighbour = neighbour, .original = decisions_[i], .changed = std::move(decision)};
        }
    return std::nullopt;
}

}  // namespace pol::coverage
