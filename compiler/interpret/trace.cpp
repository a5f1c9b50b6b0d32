#include "compiler/interpret/trace.hpp"

namespace pol::interpretation {

namespace {

ClauseState state_of(Truth truth) {
    switch (truth) {
        case Truth::no:
            return ClauseState::no;
        case Truth::unknown:
            return ClauseState::unknown;
        case Truth::yes:
            break;
    }
    return ClauseState::yes;
}

class Tracer {
public:
    explicit Tracer(const PreparedPolicy& prepared)
        : prepared_(prepared), states_(prepared.policy.clauses.size(), ClauseState::not_for_this_member) {}

    void add(const FollowedRoute& route) {
        const DecidedRoute& decided = route.decided;
        const model::Policy& policy = prepared_.policy;
        const model::LineOfBusiness& line = policy.lines[decided.route.line];
        note(line.box, decided.reached(Stage::box), truth(line.ticked));
        if (policy.benefit_clause != no_index)
            note(policy.benefit_clause, decided.reached(Stage::benefit),
                 truth(policy.benefits[decided.route.benefit].listed));
        if (policy.gate) note(policy.determinations[*policy.gate].clause, decided.reached(Stage::gate), decided.gate);
        add_section(decided, *route.truths);
    }

    [[nodiscard]] std::vector<ClauseState> states() && { return std::move(states_); }

private:
    void add_section(const DecidedRoute& decided, const Truths& truths) {
        const LineIndex line = decided.route.line;
        for (const DeterminationIndex index : prepared_.determinations_of_line[line])
            add_determination(decided, index, truths);
        if (const model::Criteria* criteria = prepared_.criteria_of(line, decided.route.kind))
            add_criteria(decided, *criteria, truths);
        const model::Section* section = prepared_.section_of(line);
        if (section != nullptr && section->otherwise)
            note(section->otherwise->clause, decided.reached(Stage::otherwise), falls_through(decided));
    }

    void add_determination(const DecidedRoute& decided, DeterminationIndex index, const Truths& truths) {
        const model::Determination& determination = prepared_.policy.determinations[index];
        note(determination.clause, decided.reached(stage_of(determination)),
             truth_with_exceptions(prepared_, truths, index, decided.route.line));
    }

    /// What is left out is not for this member, which shows where the criteria are reached.
    void add_criteria(const DecidedRoute& decided, const model::Criteria& criteria, const Truths& truths) {
        const bool reached = decided.reached(Stage::criteria);
        for (const ClauseIndex clause : reached ? asked_of(prepared_, truths, criteria) : criteria.clauses)
            note(clause, reached, truths.requirements[clause]);
    }

    /// `otherwise` surely holds only where every stage before it surely does not.
    static Truth falls_through(const DecidedRoute& decided) {
        return none_of(decided.gate, decided.determinations, decided.criteria, decided.instead_of_denial);
    }

    void note(ClauseIndex clause, bool reached, Truth truth) {
        const ClauseState state = reached ? state_of(truth) : ClauseState::not_reached;
        ClauseState& known = states_[clause];
        known = known == ClauseState::not_for_this_member || known == state ? state : ClauseState::unknown;
    }

    const PreparedPolicy& prepared_;
    std::vector<ClauseState> states_;
};

}  // namespace

std::vector<ClauseState> trace_of(const PreparedPolicy& prepared, const std::vector<FollowedRoute>& routes) {
    Tracer tracer(prepared);
    for (const FollowedRoute& route : routes) tracer.add(route);
    return std::move(tracer).states();
}

}  // namespace pol::interpretation
