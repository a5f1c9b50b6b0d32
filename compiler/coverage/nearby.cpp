#include "compiler/coverage/nearby.hpp"

#include "compiler/coverage/flips.hpp"

#include <algorithm>
#include <set>

namespace pol::coverage {

namespace {

/// More would take longer to decide than a reader waits.
constexpr std::size_t most_neighbours = 12'000;

/// Looks for one request that two policies decide otherwise.
class Comparing {
public:
    Comparing(const model::Policy& policy, const model::Policy& changed)
        : policy_(policy), changed_(changed), interpreter_(changed) {}

    /// Whether the changed policy decides the request otherwise; the witness is kept.
    bool differs(const Neighbour& neighbour, const RequestRecord& request, const DecisionRecord& original) {
        ++found_.requests;
        DecisionRecord decision = interpreter_.interpret(request);
        if (same_decision(policy_, original, changed_, decision)) return false;
        found_.witness = Witness{.neighbour = neighbour, .original = original, .changed = std::move(decision)};
        return true;
    }
    [[nodiscard]] const Found& found() const { return found_; }

private:
    const model::Policy& policy_;
    const model::Policy& changed_;
    Interpreter interpreter_;
    Found found_;
};

bool is_of_route(model::FactIndex fact) { return fact < builtin_fact_count; }

}  // namespace

Nearby::Nearby(const model::Policy& policy) : policy_(policy), steps_(policy), interpreter_(policy) {
    for (std::size_t i = 0; i < policy.scenarios.size(); ++i) add(i, {});
    for (std::size_t i = 0; i < policy.scenarios.size(); ++i)
        for (const Step& step : steps_.from(policy.scenarios[i].request)) {
            if (neighbours_.size() >= most_neighbours) return;
            add(i, {step});
        }
}

void Nearby::add(std::size_t scenario, std::vector<Step> steps) {
    neighbours_.push_back({.scenario = scenario, .steps = std::move(steps)});
    decisions_.push_back(interpreter_.interpret(request_of(neighbours_.back())));
    decisions_.back().trace.clear();
}

RequestRecord Nearby::request_of(const Neighbour& neighbour) const {
    return after(policy_.scenarios[neighbour.scenario].request, neighbour.steps);
}

template <class TryOne>
void Nearby::for_each_pair(const std::vector<bool>& close, TryOne try_one) const {
    std::set<Outcome> seen;
    for (std::size_t i = 0; i < policy_.scenarios.size(); ++i) {
        if (!seen.insert(decisions_[i].outcome).second) continue;
        const RequestRecord& base = policy_.scenarios[i].request;
        for (const Step& first : steps_.from(base)) {
            if (!is_of_route(first.fact)) continue;
            for (const Step& second : steps_.from(after(base, first)))
                if (second.fact != first.fact && close[second.fact] &&
                    !try_one(Neighbour{.scenario = i, .steps = {first, second}}))
                    return;
        }
    }
}

Found Nearby::witness(const model::Policy& changed, model::ClauseIndex clause, std::size_t limit) const {
    const std::vector<bool> close =
        clause == no_index ? std::vector<bool>(policy_.facts.size(), true) : facts_of(policy_, clause);
    Comparing comparing(policy_, changed);
    for (const bool wanted : {true, false})
        for (std::size_t i = 0; i < neighbours_.size() && comparing.found().requests < limit / 2; ++i) {
            const Neighbour& neighbour = neighbours_[i];
            const bool is_close = neighbour.steps.empty() || close[neighbour.steps.front().fact];
            if (is_close == wanted && comparing.differs(neighbour, request_of(neighbour), decisions_[i]))
                return comparing.found();
        }
    for_each_pair(close, [&](const Neighbour& neighbour) {
        if (comparing.found().witness || comparing.found().requests >= limit) return false;
        const RequestRecord request = request_of(neighbour);
        return !comparing.differs(neighbour, request, interpreter_.interpret(request));
    });
    return comparing.found();
}

}  // namespace pol::coverage
