#include "compiler/analyze/search.hpp"

#include "compiler/analyze/candidates.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <random>
#include <utility>

namespace pol::analysis {

namespace {

/// Answer by variable; `open` ones are not chosen yet.
using State = std::vector<std::size_t>;
constexpr std::size_t open = std::numeric_limits<std::size_t>::max();

std::uint64_t size_of(const std::vector<Variable>& variables) {
    std::uint64_t size = 1;
    for (const Variable& variable : variables)
        if (__builtin_mul_overflow(size, std::uint64_t{variable.answers.size()}, &size))
            return std::numeric_limits<std::uint64_t>::max();
    return size;
}

class Explorer {
public:
    Explorer(const model::Policy& policy, const std::vector<Variable>& variables, const Look& look)
        : policy_(policy), variables_(variables), look_(look), partners_(variables.size()) {
        for (std::size_t i = 0; i < variables.size(); ++i)
            for (std::size_t j = 0; j < variables.size(); ++j)
                if (!variables[i].is_age && !variables[j].is_age && i != j &&
                    are_related(policy, variables[i].fact, variables[j].fact))
                    partners_[i].push_back(j);
        for (std::size_t i = 0; i < variables.size(); ++i) choices_.push_back(choices_of(i));
        for (const Variable& variable : variables)
            birth_varies_ = birth_varies_ || variable.fact == index_of(BuiltinFact::birth_date);
    }

    /// Empty while nothing is found; `exhausted` says that the limit came first.
    [[nodiscard]] std::optional<State> search(std::uint64_t limit) {
        left_ = limit;
        State state(variables_.size(), open);
        return descend(state, 0) ? std::optional(smallest(settled_part(state))) : std::nullopt;
    }
    [[nodiscard]] bool exhausted() const { return left_ == 0; }
    /// Whether the search had to choose among answers that are not all there are.
    [[nodiscard]] bool chose_among_some() const { return chose_among_some_; }

    [[nodiscard]] std::optional<State> sample(std::uint64_t count) {
        for (std::uint64_t i = 0; i < count; ++i) {
            const State state = random_state();
            ++looked_at_;
            if (glance(state) == Glance::found) return smallest(state);
        }
        return sample_pairs();
    }
    [[nodiscard]] std::uint64_t looked_at() const { return looked_at_; }

private:
    /// The answers worth a branch. A fact missing or weaker than need be leads nowhere that the strongest answers do
    /// not lead to; facts in an implication must stay able to be missing.
    [[nodiscard]] std::vector<std::size_t> choices_of(std::size_t index) const {
        const Variable& variable = variables_[index];
        std::vector<std::size_t> choices;
        for (std::size_t choice = 1; choice < variable.telling; ++choice)
            if (variable.answers[choice].evidence == variable.minimums.back()) choices.push_back(choice);
        if (!partners_[index].empty()) choices.push_back(0);
        return choices;
    }

    /// Without the facts whose implications are not all decided yet: another answer could still put them in conflict.
    [[nodiscard]] State settled_part(const State& state) const {
        State settled = state;
        for (std::size_t i = 0; i < state.size(); ++i)
            for (const std::size_t partner : partners_[i])
                if (state[partner] == open) settled[i] = open;
        return settled;
    }

    [[nodiscard]] Glance glance(const State& state) const {
        std::vector<Answer> answers(policy_.facts.size());
        if (!birth_varies_) answers[index_of(BuiltinFact::birth_date)] = fixed_birth();
        for (std::size_t i = 0; i < state.size(); ++i)
            if (state[i] != open) answers[variables_[i].fact] = variables_[i].answers[state[i]];
        return look_(interpretation::settled(policy_, std::move(answers), entries_of(state)));
    }

    [[nodiscard]] std::vector<EntryRecord> entries_of(const State& state) const {
        std::vector<EntryRecord> all;
        for (std::size_t i = 0; i < state.size(); ++i) {
            if (state[i] == open || variables_[i].entries.empty()) continue;
            const std::vector<EntryRecord>& entries = variables_[i].entries[state[i]];
            all.insert(all.end(), entries.begin(), entries.end());
        }
        return all;
    }

    bool descend(State& state, std::size_t depth) {
        if (left_ == 0) return false;
        --left_;
        const Glance seen = glance(settled_part(state));
        if (seen != Glance::undecided || depth == state.size()) return seen == Glance::found;
        chose_among_some_ = chose_among_some_ || !variables_[depth].is_finite;
        for (const std::size_t choice : choices_[depth]) {
            state[depth] = choice;
            if (descend(state, depth + 1)) return true;
        }
        state[depth] = open;
        return false;
    }

    [[nodiscard]] State random_state() {
        State state;
        for (const Variable& variable : variables_) state.push_back(random_() % variable.answers.size());
        return state;
    }

    [[nodiscard]] std::optional<State> sample_pairs() {
        for (std::size_t first = 0; first < variables_.size(); ++first)
            for (std::size_t second = first + 1; second < variables_.size(); ++second)
                if (std::optional<State> found = sample_pair(first, second)) return found;
        return std::nullopt;
    }

    [[nodiscard]] std::optional<State> sample_pair(std::size_t first, std::size_t second) {
        for (std::size_t one = 0; one < variables_[first].answers.size(); one += step_of(first))
            for (std::size_t other = 0; other < variables_[second].answers.size(); other += step_of(second)) {
                State state = random_state();
                state[first] = one;
                state[second] = other;
                ++looked_at_;
                if (glance(state) == Glance::found) return smallest(state);
            }
        return std::nullopt;
    }

    /// Of a variable that is not finite some answers are paired, from the first to the last.
    [[nodiscard]] std::size_t step_of(std::size_t variable) const {
        const std::size_t count = variables_[variable].answers.size();
        return variables_[variable].is_finite ? 1 : std::max<std::size_t>(1, count / open_answers_paired);
    }

    /// The found state with every answer dropped that it does not need, the last ones first; of variables that are not
    /// finite, whose answers stand in the order in which they came, with the first that will do.
    [[nodiscard]] State smallest(State state) const {
        for (std::size_t i = state.size(); i-- > 0;) {
            const std::size_t kept = state[i] == open ? 0 : state[i];
            const std::size_t tried = variables_[i].is_finite ? std::min<std::size_t>(kept, 1) : kept;
            for (state[i] = 0; state[i] < tried && glance(state) != Glance::found;) ++state[i];
            if (state[i] == tried) state[i] = kept;
        }
        return state;
    }

    const model::Policy& policy_;
    const std::vector<Variable>& variables_;
    const Look& look_;
    /// By variable: those in an implication with it.
    std::vector<std::vector<std::size_t>> partners_;
    std::vector<std::vector<std::size_t>> choices_;
    bool birth_varies_ = false;
    bool chose_among_some_ = false;
    std::uint64_t left_ = 0;
    std::uint64_t looked_at_ = 0;
    std::mt19937_64 random_{127};
};

bool are_finite(const std::vector<Variable>& variables) {
    return std::all_of(variables.begin(), variables.end(), [](const Variable& variable) { return variable.is_finite; });
}

Exploration search_then_sample(const model::Policy& policy, const std::vector<Variable>& variables, const Look& look,
                               std::uint64_t limit, std::optional<std::uint64_t> samples) {
    const bool is_finite = are_finite(variables);
    Explorer explorer(policy, variables, look);
    std::optional<State> found = explorer.search(limit);
    const bool complete = found ? is_finite : !explorer.exhausted() && !explorer.chose_among_some();
    if (!found && !complete && samples) found = explorer.sample(*samples);
    const std::uint64_t states = complete ? size_of(variables) : explorer.looked_at();
    if (found) return {.certainty = Certainty::found, .states = states, .found = std::move(*found)};
    return {.certainty = complete ? Certainty::proved : Certainty::tested, .states = states, .found = {}};
}

}  // namespace

Exploration explore(const model::Policy& policy, const std::vector<Variable>& variables, const Look& look,
                    std::uint64_t limit, std::uint64_t samples) {
    if (are_finite(variables)) return search_then_sample(policy, variables, look, limit, samples);
    return search_then_sample(policy, variables, look, std::min(limit, open_state_limit),
                              std::min(samples, open_sample_size));
}

Exploration search_alone(const model::Policy& policy, const std::vector<Variable>& variables, const Look& look,
                         std::uint64_t limit) {
    return search_then_sample(policy, variables, look, limit, std::nullopt);
}

std::vector<bool> read_by_both(const std::vector<Variable>& all, const std::vector<Variable>& one,
                               const std::vector<Variable>& other) {
    const auto is_among = [](const std::vector<Variable>& variables, const Variable& sought) {
        return std::any_of(variables.begin(), variables.end(), [&](const Variable& variable) {
            return variable.fact == sought.fact && variable.is_age == sought.is_age;
        });
    };
    std::vector<bool> both;
    for (const Variable& variable : all) both.push_back(is_among(one, variable) && is_among(other, variable));
    return both;
}

Exploration explore_first(const model::Policy& policy, const std::vector<Variable>& variables,
                          const std::vector<bool>& first, const Look& look) {
    std::vector<std::size_t> order(variables.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto rank = [&](std::size_t i) { return first[i] ? (variables[i].is_finite ? 0 : 1) : 2; };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t i, std::size_t j) { return rank(i) < rank(j); });
    std::vector<Variable> ordered;
    for (const std::size_t i : order) ordered.push_back(variables[i]);
    Exploration result = explore(policy, ordered, look);
    if (result.found.empty()) return result;
    State found(variables.size());
    for (std::size_t i = 0; i < order.size(); ++i) found[order[i]] = result.found[i];
    result.found = std::move(found);
    return result;
}

}  // namespace pol::analysis
