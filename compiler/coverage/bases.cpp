#include "compiler/coverage/bases.hpp"

#include "compiler/analyze/courses.hpp"
#include "compiler/analyze/requests.hpp"
#include "compiler/analyze/search.hpp"

#include <algorithm>

namespace pol::coverage {

namespace {

using analysis::Glance;
using interpretation::Answers;
using interpretation::PreparedPolicy;
using interpretation::Route;

/// Requests that are looked at before one that is not approved will do.
constexpr std::uint64_t most_states = 20'000;

class MakingUp {
public:
    explicit MakingUp(const model::Policy& policy) : prepared_(policy) {}

    [[nodiscard]] std::vector<Base> run() {
        const model::Policy& policy = prepared_.policy;
        for (std::size_t line = 0; line < policy.lines.size(); ++line)
            for (std::size_t kind = 0; kind < policy.facts[index_of(BuiltinFact::request)].values.size(); ++kind)
                add({.line = static_cast<model::LineIndex>(line),
                     .benefit = listed_benefit(),
                     .kind = static_cast<model::KindIndex>(kind),
                     .time = interpretation::TextTime::in_force});
        return std::move(bases_);
    }

private:
    [[nodiscard]] model::BenefitIndex listed_benefit() const {
        const auto& benefits = prepared_.policy.benefits;
        const auto listed = std::find_if(benefits.begin(), benefits.end(),
                                         [](const model::Benefit& benefit) { return benefit.listed; });
        return static_cast<model::BenefitIndex>(listed == benefits.end() ? 0 : listed - benefits.begin());
    }

    [[nodiscard]] std::vector<analysis::Variable> variables_of(const Route& route) const {
        analysis::VariableCollector collector(prepared_);
        for (const BuiltinFact fact : {BuiltinFact::line_of_business, BuiltinFact::benefit, BuiltinFact::request})
            collector.settle(index_of(fact));
        collector.add_route(route.line, route.kind);
        return collector.variables();
    }

    void add(const Route& route) {
        const std::vector<analysis::Variable> variables = variables_of(route);
        const analysis::Look look = [&](const Answers& answers) { return look_at(route, answers); };
        analysis::Exploration found = analysis::explore(prepared_.policy, variables, look, most_states, most_states);
        if (found.found.empty()) found.found.assign(variables.size(), 0);
        Base base{.request = analysis::request_of(prepared_.policy, route.line, variables, found.found),
                  .scenario = std::nullopt};
        base.request.answers[index_of(BuiltinFact::request)].value = route.kind;
        bases_.push_back(std::move(base));
    }

    /// Where no section serves the line any request will do.
    [[nodiscard]] Glance look_at(const Route& route, const Answers& answers) const {
        if (!prepared_.policy.lines[route.line].section) return Glance::found;
        return analysis::approval_on(prepared_, route, answers);
    }

    PreparedPolicy prepared_;
    std::vector<Base> bases_;
};

}  // namespace

std::vector<Base> bases_of(const model::Policy& policy) {
    if (policy.scenarios.empty()) return MakingUp(policy).run();
    std::vector<Base> bases;
    for (std::size_t i = 0; i < policy.scenarios.size(); ++i)
        bases.push_back({.request = policy.scenarios[i].request, .scenario = i});
    return bases;
}

}  // namespace pol::coverage
