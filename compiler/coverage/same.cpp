#include "compiler/coverage/same.hpp"

#include "compiler/analyze/requests.hpp"
#include "compiler/analyze/variables.hpp"
#include "compiler/coverage/flips.hpp"
#include "compiler/interpret/interpreter.hpp"

#include <algorithm>

namespace pol::coverage {

namespace {

using analysis::Variable;
using analysis::VariableCollector;
using interpretation::Answers;
using interpretation::PreparedPolicy;
using interpretation::Truths;

/// States that are looked at, and requests among them that are decided, before a comparison is given up.
constexpr std::uint64_t most_states = 4'000;
constexpr std::uint64_t most_requests = 1'000;

/// A line of business with one benefit and one kind of request.
struct Lane {
    model::LineIndex line = 0;
    model::BenefitIndex benefit = 0;
    model::KindIndex kind = 0;
};

/// Compares two policies, one lane after the other.
class Comparison {
public:
    Comparison(const model::Policy& policy, const model::Policy& changed, const Change& change)
        : original_(policy),
          changed_(changed),
          original_interpreter_(policy),
          changed_interpreter_(changed),
          reads_routing_(original_.reads_routing || changed_.reads_routing),
          change_(change) {}

    [[nodiscard]] std::optional<std::uint64_t> run() {
        for (const Lane& lane : lanes())
            if (!decides_alike(lane)) return std::nullopt;
        return states_;
    }

private:
    /// Lines that are decided alike in all respects are looked at once.
    [[nodiscard]] std::vector<Lane> lanes() const {
        const model::Policy& policy = original_.policy;
        std::vector<Lane> all;
        for (std::size_t line = 0; line < policy.lines.size(); ++line) {
            const auto index = static_cast<model::LineIndex>(line);
            const bool is_known = std::any_of(all.begin(), all.end(), [&](const Lane& other) {
                return !reads_routing_ && is_alike(original_, other.line, index) &&
                       is_alike(changed_, other.line, index);
            });
            if (is_known || !policy.lines[line].section) continue;
            for (const model::BenefitIndex benefit : benefits())
                for (std::size_t kind = 0; kind < policy.facts[index_of(BuiltinFact::request)].values.size(); ++kind)
                    all.push_back({.line = index, .benefit = benefit, .kind = static_cast<model::KindIndex>(kind)});
        }
        return all;
    }

    /// Requests under a benefit that is not listed never come to the changed clause. Under the others they are decided
    /// alike, unless a condition asks for the benefit.
    [[nodiscard]] std::vector<model::BenefitIndex> benefits() const {
        const std::vector<model::Benefit>& all = original_.policy.benefits;
        std::vector<model::BenefitIndex> listed;
        for (std::size_t i = 0; i < all.size(); ++i)
            if (all[i].listed && (listed.empty() || reads_routing_))
                listed.push_back(static_cast<model::BenefitIndex>(i));
        if (listed.empty()) listed.push_back(0);
        return listed;
    }

    static bool is_alike(const PreparedPolicy& prepared, model::LineIndex one, model::LineIndex other) {
        return prepared.policy.lines[one].section == prepared.policy.lines[other].section &&
               prepared.determinations_of_line[one] == prepared.determinations_of_line[other];
    }

    /// The conditions of a clause, in one of the policies.
    void add_clause(VariableCollector& collector, const model::Policy& policy) const {
        for (const model::Determination& determination : policy.determinations)
            if (determination.clause == change_.place.clause && determination.condition)
                collector.add(*determination.condition);
        for (const model::Requirement& requirement : policy.requirements) {
            if (requirement.clause != change_.place.clause) continue;
            if (requirement.only_if) collector.add(*requirement.only_if);
            if (const auto* condition = std::get_if<model::Condition>(&requirement.body)) collector.add(*condition);
        }
    }

    [[nodiscard]] VariableCollector collector() const {
        VariableCollector fresh(original_);
        for (const BuiltinFact fact : {BuiltinFact::line_of_business, BuiltinFact::benefit, BuiltinFact::request})
            fresh.settle(index_of(fact));
        add_clause(fresh, original_.policy);
        add_clause(fresh, changed_.policy);
        return fresh;
    }

    /// All that a lane reads in either policy: a change within these reaches makes the changed policy read nothing
    /// else, but for what stands in the changed clause itself.
    [[nodiscard]] VariableCollector read_by(const Lane& lane) const {
        VariableCollector all = collector();
        all.add_route(lane.line, lane.kind);
        return all;
    }

    /// What the changed clause reads, and all that is in an implication with it, comes first.
    void put_first() {
        const std::vector<model::FactIndex> of_clause = collector().facts();
        const auto is_first = [&](const Variable& variable) {
            return std::any_of(of_clause.begin(), of_clause.end(), [&](model::FactIndex fact) {
                return fact == variable.fact || analysis::are_related(original_.policy, fact, variable.fact);
            });
        };
        const auto rest = std::stable_partition(variables_.begin(), variables_.end(), is_first);
        first_ = static_cast<std::size_t>(rest - variables_.begin());
    }

    /// Whether there is hope to look at all states: at those that the changed clause reads, at least.
    [[nodiscard]] bool is_small() const {
        const bool may_leave_out = change_.reach == Reach::condition;
        const std::size_t counted = may_leave_out ? first_ : variables_.size();
        std::uint64_t states = 1;
        for (std::size_t i = 0; i < counted && states <= most_states; ++i) states *= variables_[i].answers.size();
        return states <= (may_leave_out ? most_states : most_requests);
    }

    [[nodiscard]] bool decides_alike(const Lane& lane) {
        const VariableCollector read = read_by(lane);
        if (!read.is_finite()) return false;
        variables_ = read.variables();
        put_first();
        if (!is_small()) return false;
        std::vector<std::size_t> state(variables_.size(), 0);
        return descend(lane, state, 0);
    }

    [[nodiscard]] bool descend(const Lane& lane, std::vector<std::size_t>& state, std::size_t depth) {
        if (states_ == most_states) return false;
        if (depth == first_ && change_.reach == Reach::condition) {
            ++states_;
            if (surely_says_the_same(lane, state)) return true;
        }
        if (depth == state.size()) return is_decided_alike(lane, state);
        for (std::size_t answer = 0; answer < variables_[depth].answers.size(); ++answer) {
            state[depth] = answer;
            if (!descend(lane, state, depth + 1)) return false;
        }
        state[depth] = 0;
        return true;
    }

    /// What surely holds, or surely does not, stays so whatever else is answered.
    [[nodiscard]] bool surely_says_the_same(const Lane& lane, const std::vector<std::size_t>& state) const {
        const RequestRecord request = request_for(lane, state);
        const auto truths = [&](const PreparedPolicy& prepared) {
            return evaluate(prepared, interpretation::settled(prepared.policy, request.answers, request.entries));
        };
        const Truths original = truths(original_);
        const Truths changed = truths(changed_);
        const auto is_sure = [](Truth one, Truth other) { return one == other && one != Truth::unknown; };
        for (std::size_t i = 0; i < original_.policy.determinations.size(); ++i)
            if (original_.policy.determinations[i].clause == change_.place.clause &&
                !is_sure(original.determinations[i], changed.determinations[i]))
                return false;
        const model::ClauseIndex clause = change_.place.clause;
        return original_.requirement_of_clause[clause] == nullptr ||
               (is_sure(original.requirements[clause], changed.requirements[clause]) &&
                is_sure(original.asked_under[clause], changed.asked_under[clause]));
    }

    [[nodiscard]] RequestRecord request_for(const Lane& lane, const std::vector<std::size_t>& state) const {
        RequestRecord request = analysis::request_of(original_.policy, lane.line, variables_, state);
        request.answers[index_of(BuiltinFact::benefit)].value = lane.benefit;
        request.answers[index_of(BuiltinFact::request)].value = lane.kind;
        for (std::size_t i = 0; i < variables_.size(); ++i)
            if (variables_[i].is_age && variables_[i].fact == original_.policy.selecting_fact && state[i] == 0)
                request.answers[index_of(BuiltinFact::birth_date)] = Answer{};
        return request;
    }

    [[nodiscard]] bool is_decided_alike(const Lane& lane, const std::vector<std::size_t>& state) {
        ++states_;
        if (++requests_ > most_requests) return false;
        const RequestRecord request = request_for(lane, state);
        return same_decision(original_.policy, original_interpreter_.interpret(request), changed_.policy,
                             changed_interpreter_.interpret(request));
    }

    PreparedPolicy original_;
    PreparedPolicy changed_;
    Interpreter original_interpreter_;
    Interpreter changed_interpreter_;
    /// Whether conditions of either policy ask how a request is routed.
    bool reads_routing_;
    const Change& change_;
    std::vector<Variable> variables_;
    /// So many of the variables are those of the changed clause.
    std::size_t first_ = 0;
    std::uint64_t states_ = 0;
    std::uint64_t requests_ = 0;
};

}  // namespace

std::optional<std::uint64_t> states_decided_alike(const model::Policy& policy, const model::Policy& changed,
                                                  const Change& change) {
    if (change.reach == Reach::other) return std::nullopt;
    return Comparison(policy, changed, change).run();
}

}  // namespace pol::coverage
