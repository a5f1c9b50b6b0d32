#include "compiler/coverage/coverage.hpp"

#include "compiler/coverage/flips.hpp"
#include "compiler/coverage/forced.hpp"
#include "compiler/model/line.hpp"

#include <algorithm>

namespace pol::coverage {

namespace {

constexpr model::FactIndex line_of_business = index_of(BuiltinFact::line_of_business);

std::size_t place(Outcome outcome) { return static_cast<std::size_t>(outcome); }

Wanted wanted_of(const model::Policy& policy, model::ClauseIndex clause) {
    if (policy.clauses[clause].kind == ClauseKind::box) {
        const auto line = std::find_if(policy.lines.begin(), policy.lines.end(),
                                       [&](const model::LineOfBusiness& one) { return one.box == clause; });
        return {.met = line->ticked, .not_met = !line->ticked, .unknown = false};
    }
    if (policy.clauses[clause].kind == ClauseKind::benefit) return {.met = true, .not_met = true, .unknown = false};
    const bool is_unconditional =
        std::any_of(policy.determinations.begin(), policy.determinations.end(), [&](const model::Determination& one) {
            return one.clause == clause && !one.condition && one.exceptions.empty();
        });
    return {.met = true, .not_met = !is_unconditional, .unknown = !is_unconditional};
}

void add_state(Counts& counts, ClauseState state, bool decisive) {
    if (state == ClauseState::yes) ++counts.met;
    if (state == ClauseState::no) ++counts.not_met;
    if (state == ClauseState::unknown) ++counts.unknown;
    if (decisive) ++counts.decisive;
}

/// What the policy can give members of a line by its own rules. Every request may still lack information.
std::array<bool, outcome_count> possible_on(const model::Policy& policy, std::size_t line) {
    std::array<bool, outcome_count> possible{};
    const model::LineOfBusiness& one = policy.lines[line];
    const bool all_listed = std::all_of(policy.benefits.begin(), policy.benefits.end(),
                                        [](const model::Benefit& benefit) { return benefit.listed; });
    possible[place(Outcome::does_not_apply)] = !one.ticked || !all_listed;
    if (!one.section) return possible;
    possible[place(Outcome::needs_information)] = true;
    if (policy.gate) possible[place(policy.determinations[*policy.gate].verdict.outcome)] = true;
    for (const model::DeterminationIndex index : model::determinations_of_line(policy, line))
        possible[place(policy.determinations[index].verdict.outcome)] = true;
    const model::Section& section = policy.sections[*one.section];
    for (const std::optional<model::Criteria>& criteria : section.criteria)
        possible[place(Outcome::approved)] = possible[place(Outcome::approved)] || criteria.has_value();
    if (section.otherwise) possible[place(section.otherwise->verdict.outcome)] = true;
    return possible;
}

/// A scenario as it comes out.
struct Seen {
    const RequestRecord* request = nullptr;
    DecisionRecord decision;
    Cell cell;
};

std::vector<Seen> decided_scenarios(const model::Policy& policy) {
    const Interpreter interpreter(policy);
    std::vector<Seen> all;
    for (const model::Scenario& scenario : policy.scenarios) {
        Seen seen{.request = &scenario.request, .decision = interpreter.interpret(scenario.request), .cell = {}};
        seen.cell.outcome = seen.decision.outcome;
        const Answer& line = scenario.request.answers[line_of_business];
        if (line.presence == Presence::given) seen.cell.line = line.value;
        all.push_back(std::move(seen));
    }
    return all;
}

ClauseCoverage cover(const model::Policy& bare, model::ClauseIndex clause, const std::vector<Seen>& scenarios) {
    ClauseCoverage coverage{.clause = clause, .wanted = wanted_of(bare, clause), .all = {}, .cells = {}};
    const Flip flip(bare, clause);
    for (const Seen& seen : scenarios) {
        const ClauseState state = seen.decision.trace[clause];
        if (state == ClauseState::not_for_this_member || state == ClauseState::not_reached) continue;
        const bool decisive = flip.is_decisive(*seen.request, seen.decision);
        add_state(coverage.all, state, decisive);
        add_state(coverage.cells[seen.cell], state, decisive);
    }
    return coverage;
}

/// Without any scenario yet.
std::vector<LineCoverage> lines_to_see(const model::Policy& policy) {
    std::vector<LineCoverage> lines;
    for (std::size_t line = 0; line < policy.lines.size(); ++line)
        lines.push_back(
            {.line = static_cast<model::LineIndex>(line), .seen = {}, .possible = possible_on(policy, line)});
    lines.push_back({.line = std::nullopt, .seen = {}, .possible = {}});
    return lines;
}

}  // namespace

std::size_t Coverage::decisive() const {
    return static_cast<std::size_t>(std::count_if(
        clauses.begin(), clauses.end(), [](const ClauseCoverage& clause) { return clause.all.decisive > 0; }));
}

double Coverage::decisive_percent() const {
    if (clauses.empty()) return 100;
    return 100.0 * static_cast<double>(decisive()) / static_cast<double>(clauses.size());
}

Coverage cover(const model::Policy& policy) {
    const model::Policy bare = without_scenarios(policy);
    const std::vector<Seen> scenarios = decided_scenarios(policy);
    Coverage coverage{.scenarios = scenarios.size(), .clauses = {}, .lines = lines_to_see(policy)};
    for (std::size_t i = 0; i < policy.clauses.size(); ++i) {
        const auto clause = static_cast<model::ClauseIndex>(i);
        if (has_truth(policy, clause)) coverage.clauses.push_back(cover(bare, clause, scenarios));
    }
    for (const Seen& seen : scenarios) {
        const std::size_t line = seen.cell.line ? *seen.cell.line : policy.lines.size();
        ++coverage.lines[line].seen[place(seen.cell.outcome)];
    }
    return coverage;
}

}  // namespace pol::coverage
