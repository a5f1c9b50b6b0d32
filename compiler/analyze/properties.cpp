#include "compiler/analyze/analyze.hpp"
#include "compiler/analyze/search.hpp"
#include "compiler/analyze/value_words.hpp"
#include "compiler/analyze/wording.hpp"
#include "compiler/interpret/conditions.hpp"
#include "compiler/interpret/followed_routes.hpp"
#include "compiler/interpret/words.hpp"
#include "compiler/model/routing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <tuple>

namespace pol {

namespace {

using namespace analysis;
using interpretation::Answers;
using interpretation::Route;
using interpretation::TextTime;

/// What a route's decision can depend on; routes that agree here are one.
auto stages_of(const PreparedPolicy& prepared, const Route& route, bool reads_routing) {
    return std::tuple(prepared.policy.lines[route.line].section, prepared.determinations_of_line[route.line],
                      route.kind, reads_routing ? route.line : 0, reads_routing ? route.benefit : 0);
}

bool is_covered(const model::Policy& policy, const Route& route) {
    return route.in_text() && policy.lines[route.line].ticked && policy.benefits[route.benefit].listed;
}

/// What a route outside the policy comes to.
Outcome outside_outcome(const model::Policy& policy, const Route& route) {
    return route.time == TextTime::before ? policy.earlier.outcome : Outcome::does_not_apply;
}

/// Proves one property route by route.
class Proof {
public:
    Proof(const model::Policy& policy, const model::NeverCheck& property) : prepared_(policy), property_(property) {}

    [[nodiscard]] PropertyResult run() {
        result_.property = property_words();
        for (const Route& route : routes()) {
            explore_route(route);
            if (result_.verdict == PropertyResult::Verdict::refuted) break;
        }
        if (result_.verdict == PropertyResult::Verdict::tested) result_.states = tested_states_;
        return result_;
    }

private:
    [[nodiscard]] std::string outcome_words() const {
        return words_for(prepared_.policy,
                         model::Verdict{.outcome = property_.outcome, .target = property_.target.value_or(no_index)});
    }

    [[nodiscard]] std::string property_words() const {
        return fmt::format("check never {} when {}", outcome_words(),
                           words_for_condition(prepared_.policy, property_.condition));
    }

    /// Every route once; those outside the policy only where what they give is the outcome in question.
    [[nodiscard]] std::vector<Route> routes() const {
        const model::Policy& policy = prepared_.policy;
        const std::size_t kinds = policy.facts[index_of(BuiltinFact::request)].values.size();
        std::vector<Route> all;
        for (std::size_t line = 0; line < policy.lines.size(); ++line)
            for (std::size_t benefit = 0; benefit < policy.benefits.size(); ++benefit)
                for (std::size_t kind = 0; kind < kinds; ++kind)
                    for (const TextTime time : {TextTime::before, TextTime::in_force, TextTime::after})
                        add_route(all, {.line = static_cast<model::LineIndex>(line),
                                        .benefit = static_cast<model::BenefitIndex>(benefit),
                                        .kind = static_cast<model::KindIndex>(kind),
                                        .time = time});
        return all;
    }

    void add_route(std::vector<Route>& all, const Route& route) const {
        const model::Policy& policy = prepared_.policy;
        if (route.time == TextTime::after && !policy.text_through) return;
        const bool covered = is_covered(policy, route);
        if (!covered && outside_outcome(policy, route) != property_.outcome) return;
        const bool known = std::any_of(all.begin(), all.end(), [&](const Route& other) {
            return is_covered(policy, other) == covered &&
                   (!covered ||
                    stages_of(prepared_, other, reads_routing_) == stages_of(prepared_, route, reads_routing_));
        });
        if (!known) all.push_back(route);
    }

    void explore_route(const Route& route) {
        const std::vector<Variable> variables = variables_of(route);
        const Look look = [&](const Answers& answers) {
            return reads_routing_ ? look_at(route, interpretation::answers_on(answers, route))
                                  : look_at(route, answers);
        };
        const Exploration found = explore(prepared_.policy, variables, look);
        add_states(found.states);
        if (found.certainty == Certainty::tested) {
            result_.verdict = PropertyResult::Verdict::tested;
            tested_states_ += found.states;
        }
        if (found.certainty != Certainty::found) return;
        result_.verdict = PropertyResult::Verdict::refuted;
        result_.witness =
            fmt::format("{}, {}", route_words(route), words_for_state(prepared_.policy, variables, found.found));
    }

    [[nodiscard]] std::vector<Variable> variables_of(const Route& route) const {
        VariableCollector collector(prepared_);
        for (const BuiltinFact fact : {BuiltinFact::line_of_business, BuiltinFact::benefit, BuiltinFact::request})
            collector.settle(index_of(fact));
        collector.add(property_.condition);
        if (!is_covered(prepared_.policy, route)) return collector.variables(route.time);
        if (prepared_.policy.gate) collector.add_determination(*prepared_.policy.gate);
        for (const model::DeterminationIndex index : prepared_.determinations_of_line[route.line])
            collector.add_determination(index);
        if (const model::Criteria* criteria = prepared_.criteria_of(route.line, route.kind))
            collector.add(criteria->group);
        return collector.variables(route.time);
    }

    /// Results only get fewer and a sure condition stays sure as answers come in, so both may prune.
    [[nodiscard]] Glance look_at(const Route& route, const Answers& answers) const {
        const Truth condition = truth_of(property_.condition, answers);
        if (condition == Truth::no) return Glance::impossible;
        const interpretation::Members results =
            results_of_route(prepared_, evaluate_route(prepared_, answers, route.line, route.kind), answers, route);
        const std::vector<interpretation::Member>& members = results.list();
        const bool possible =
            std::any_of(members.begin(), members.end(), [&](const auto& member) { return is_sought(member.result); });
        if (!possible) return Glance::impossible;
        return condition == Truth::yes && members.size() == 1 ? Glance::found : Glance::undecided;
    }

    [[nodiscard]] bool is_sought(const Result& result) const {
        return result.outcome == property_.outcome && (!property_.target || result.target == *property_.target);
    }

    void add_states(std::uint64_t states) {
        if (__builtin_add_overflow(result_.states, states, &result_.states))
            result_.states = std::numeric_limits<std::uint64_t>::max();
    }

    [[nodiscard]] std::string route_words(const Route& route) const {
        const auto value = [&](BuiltinFact fact, std::uint16_t index) {
            return prepared_.policy.facts[index_of(fact)].values[index].name;
        };
        return fmt::format("{} {}, {}{}", value(BuiltinFact::line_of_business, route.line),
                           value(BuiltinFact::benefit, route.benefit), value(BuiltinFact::request, route.kind),
                           route.in_text() ? "" : ", no text on file");
    }

    PreparedPolicy prepared_;
    const model::NeverCheck& property_;
    /// Whether the property or the policy asks for a routing fact.
    const bool reads_routing_ = prepared_.reads_routing || model::reads_routing(property_.condition);
    PropertyResult result_;
    /// Those of the routes that no proof covers, each of which was looked at.
    std::uint64_t tested_states_ = 0;
};

}  // namespace

PropertyResult check_property(const model::Policy& policy, const model::NeverCheck& property) {
    return Proof(policy, property).run();
}

PropertyResult check_property(const model::Policy& policy, const model::NeverCheck& property, Sink& sink) {
    PropertyResult result = check_property(policy, property);
    if (result.verdict == PropertyResult::Verdict::refuted)
        sink.add(FindingCode::check_refuted, property.span,
                 fmt::format("`{}` does not hold for this member: {}", result.property, result.witness),
                 "the check or the policy is wrong; write the member as a scenario to see why");
    return result;
}

std::string describe(const PropertyResult& result) {
    switch (result.verdict) {
        case PropertyResult::Verdict::proved:
            return fmt::format("{}: proved over {}", result.property,
                               analysis::words_for_count(result.states, "state"));
        case PropertyResult::Verdict::tested:
            return fmt::format("{}: tested on {}", result.property, analysis::words_for_count(result.states, "state"));
        case PropertyResult::Verdict::refuted:
            break;
    }
    return fmt::format("{}: refuted by {}", result.property, result.witness);
}

}  // namespace pol
