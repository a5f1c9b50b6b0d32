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
    Tracer(const PreparedPolicy& prepared, const Truths& truths)
        : prepared_(prepared),
          truths_(truths),
          states_(prepared.policy.clauses.size(), ClauseState::not_for_this_member) {}

    void add(const DecidedRoute& decided) {
        const model::Policy& policy = prepared_.policy;
        const model::LineOfBusiness& line = policy.lines[decided.route.line];
        note(line.box, decided.reached(Stage::box), truth(line.ticked));
        if (policy.benefit_clause != no_index)
            note(policy.benefit_clause, decided.reached(Stage::benefit),
                 truth(policy.benefits[decided.route.benefit].listed));
        if (policy.gate) note(policy.determinations[*policy.gate].clause, decided.reached(Stage::gate), decided.gate);
        add_section(decided);
    }

    [[nodiscard]] std::vector<ClauseState> states() && { return std::move(states_); }

private:
    void add_section(const DecidedRoute& decided) {
        const LineIndex line = decided.route.line;
        for (const DeterminationIndex index : prepared_.determinations_of_line[line])
            note(prepared_.policy.determinations[index].clause, decided.reached(Stage::determinations),
                 truth_with_exceptions(prepared_, truths_, index, line));
        if (const model::Criteria* criteria = prepared_.criteria_of(line, decided.route.kind))
            add_criteria(decided, *criteria);
        const model::Section* section = prepared_.section_of(line);
        if (section != nullptr && section->otherwise)
            note(section->otherwise->clause, decided.reached(Stage::otherwise), falls_through(decided));
    }

    /// What is left out is not for this member, which shows where the criteria are reached.
    void add_criteria(const DecidedRoute& decided, const model::Criteria& criteria) {
        const bool reached = decided.reached(Stage::criteria);
        for (const ClauseIndex clause : reached ? asked_of(prepared_, truths_, criteria) : criteria.clauses)
            note(clause, reached, truths_.requirements[clause]);
    }

    /// `otherwise` surely holds only where every stage before it surely does not.
    static Truth falls_through(const DecidedRoute& decided) {
        return none_of(decided.gate, decided.determinations, decided.criteria);
    }

    void note(ClauseIndex clause, bool reached, Truth truth) {
        const ClauseState state = reached ? state_of(truth) : ClauseState::not_reached;
        ClauseState& known = states_[clause];
        known = known == ClauseState::not_for_this_member || known == state ? state : ClauseState::unknown;
    }

    const PreparedPolicy& prepared_;
    const Truths& truths_;
    std::vector<ClauseState> states_;
};

}  // namespace

std::vector<ClauseState> trace_of(const PreparedPolicy& prepared, const Truths& truths,
                                  const std::vector<DecidedRoute>& decided_routes) {
    Tracer tracer(prepared, truths);
    for (const DecidedRoute& decided : decided_routes) tracer.add(decided);
    return std::move(tracer).states();
}

}  // namespace pol::interpretation
