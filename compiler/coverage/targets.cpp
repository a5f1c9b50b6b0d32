#include "compiler/coverage/targets.hpp"

#include "pol/words.hpp"

#include <fmt/format.h>

namespace pol::coverage {

namespace {

constexpr model::FactIndex line_of_business = index_of(BuiltinFact::line_of_business);

class Collecting {
public:
    Collecting(const model::Policy& policy, const Coverage& coverage)
        : policy_(policy), bare_(without_scenarios(policy)), coverage_(coverage) {}

    [[nodiscard]] std::vector<Target> run() && {
        for (const ClauseCoverage& clause : coverage_.clauses) add_clause(clause);
        for (const LineCoverage& line : coverage_.lines)
            if (line.line) add_line(line);
        return std::move(targets_);
    }

private:
    void add_clause(const ClauseCoverage& clause) {
        add_state(clause, clause.wanted.met && clause.all.met == 0, ClauseState::yes, "met");
        add_state(clause, clause.wanted.not_met && clause.all.not_met == 0, ClauseState::no, "not met");
        add_state(clause, clause.wanted.unknown && clause.all.unknown == 0, ClauseState::unknown, "unknown");
        if (clause.all.decisive > 0) return;
        Target target;
        target.kind = Target::Kind::decisive;
        target.clause = clause.clause;
        target.words = policy_.clauses[clause.clause].id + " decisive";
        target.flip = std::make_shared<const Flip>(bare_, clause.clause);
        targets_.push_back(std::move(target));
    }

    void add_state(const ClauseCoverage& clause, bool is_missing, ClauseState state, const char* words) {
        if (!is_missing) return;
        Target target;
        target.clause = clause.clause;
        target.state = state;
        target.words = fmt::format("{} {}", policy_.clauses[clause.clause].id, words);
        targets_.push_back(std::move(target));
    }

    void add_line(const LineCoverage& line) {
        const std::string& name = policy_.facts[line_of_business].values[*line.line].name;
        Target target;
        target.line = *line.line;
        target.kind = Target::Kind::outcome;
        bool is_seen = false;
        for (std::size_t outcome = 0; outcome < line.seen.size(); ++outcome) {
            is_seen = is_seen || line.seen[outcome] > 0;
            if (!line.possible[outcome] || line.seen[outcome] > 0) continue;
            target.outcome = static_cast<Outcome>(outcome);
            target.words = fmt::format("{} on {}", words_of(target.outcome), name);
            targets_.push_back(target);
        }
        target.kind = Target::Kind::line;
        target.words = "line of business " + name;
        if (!is_seen) targets_.push_back(target);
    }

    const model::Policy& policy_;
    const model::Policy bare_;
    const Coverage& coverage_;
    std::vector<Target> targets_;
};

}  // namespace

std::vector<Target> missing(const model::Policy& policy, const Coverage& coverage) {
    return Collecting(policy, coverage).run();
}

bool shows(const Target& target, const RequestRecord& request, const DecisionRecord& decision) {
    const Answer& line = request.answers[line_of_business];
    const bool is_on_line = line.presence == Presence::given && line.value == target.line;
    switch (target.kind) {
        case Target::Kind::state:
            return decision.trace[target.clause] == target.state;
        case Target::Kind::decisive:
            return target.flip->is_decisive(request, decision);
        case Target::Kind::outcome:
            return is_on_line && decision.outcome == target.outcome;
        case Target::Kind::line:
            break;
    }
    return is_on_line;
}

}  // namespace pol::coverage
