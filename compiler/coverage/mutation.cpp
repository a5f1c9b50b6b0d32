#include "compiler/coverage/mutation.hpp"

#include "compiler/coverage/changes.hpp"
#include "compiler/coverage/forced.hpp"
#include "compiler/coverage/same.hpp"
#include "compiler/interpret/scenarios.hpp"

#include <algorithm>

namespace pol::coverage {

namespace {

/// Requests that are decided in search of one that tells a survivor apart, and for all survivors together: with many of
/// them the first are answer enough.
constexpr std::size_t most_requests = 1'500;
constexpr std::size_t most_requests_in_all = 100'000;

class Trial {
public:
    explicit Trial(const model::Policy& policy) : policy_(policy) {}

    [[nodiscard]] Mutation run() {
        model::Policy draft = without_scenarios(policy_);
        for_each_change(draft, [&](const Change& change) { add(draft, change); });
        return std::move(mutation_);
    }

private:
    void add(const model::Policy& changed, const Change& change) {
        ++mutation_.mutants;
        if (is_killed(changed))
            ++mutation_.killed;
        else
            mutation_.survivors.push_back(examine(changed, change));
    }

    /// The scenario that noticed the last change is tried first: neighbouring changes are often noticed by one.
    [[nodiscard]] bool is_killed(const model::Policy& changed) {
        const Interpreter interpreter(changed);
        const std::size_t count = policy_.scenarios.size();
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t place = (last_killer_ + i) % count;
            const model::Scenario& scenario = policy_.scenarios[place];
            if (differences(changed, scenario.expected, interpreter.interpret(scenario.request)).empty()) continue;
            last_killer_ = place;
            return true;
        }
        return false;
    }

    [[nodiscard]] Survivor examine(const model::Policy& changed, const Change& change) {
        if (!nearby_) nearby_.emplace(policy_);
        Found found = nearby_->witness(changed, change.place.clause, std::min(most_requests, left_));
        left_ -= found.requests;
        Survivor survivor{
            .change = change, .witness = std::move(found.witness), .states = std::nullopt, .requests = found.requests};
        if (!survivor.witness) survivor.states = states_decided_alike(policy_, changed, change);
        return survivor;
    }

    const model::Policy& policy_;
    std::optional<Nearby> nearby_;
    std::size_t last_killer_ = 0;
    std::size_t left_ = most_requests_in_all;
    Mutation mutation_;
};

}  // namespace

std::size_t Mutation::alike() const {
    return static_cast<std::size_t>(std::count_if(
        survivors.begin(), survivors.end(), [](const Survivor& survivor) { return survivor.states.has_value(); }));
}

double Mutation::score() const {
    const std::size_t counted = mutants - alike();
    return counted == 0 ? 100 : 100.0 * static_cast<double>(killed) / static_cast<double>(counted);
}

Mutation mutate(const model::Policy& policy) { return Trial(policy).run(); }

}  // namespace pol::coverage
