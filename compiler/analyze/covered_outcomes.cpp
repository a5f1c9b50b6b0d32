#include "compiler/analyze/covered_outcomes.hpp"

#include "compiler/analyze/space.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace pol::analysis {

namespace {

using model::DeterminationIndex;
using model::LineIndex;

class Covered {
public:
    Covered(const PreparedPolicy& prepared, Acceptance& findings) : prepared_(prepared), findings_(findings) {}

    void run() {
        const std::vector<model::Determination>& all = policy().determinations;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const auto index = static_cast<DeterminationIndex>(i);
            if (!all[i].condition || policy().gate == index) continue;
            if (const std::optional<DeterminationIndex> cover = cover_of(index)) report(index, *cover);
        }
    }

private:
    [[nodiscard]] const model::Policy& policy() const { return prepared_.policy; }

    /// The gate, else the first that gives the same in the same stage. Of two that hold together only the later one is
    /// covered.
    [[nodiscard]] std::optional<DeterminationIndex> cover_of(DeterminationIndex outcome) const {
        const std::vector<LineIndex> lines = lines_of(outcome);
        if (lines.empty()) return std::nullopt;
        for (std::size_t i = 0; i < policy().determinations.size(); ++i) {
            const auto other = static_cast<DeterminationIndex>(i);
            if (!may_cover(other, outcome) || !covers(other, outcome, lines)) continue;
            if (other < outcome || policy().gate == other || !covers(outcome, other, lines_of(other))) return other;
        }
        return std::nullopt;
    }

    [[nodiscard]] bool may_cover(DeterminationIndex other, DeterminationIndex outcome) const {
        const model::Determination& one = policy().determinations[other];
        const model::Determination& covered = policy().determinations[outcome];
        if (other == outcome || !one.condition) return false;
        if (policy().gate == other) return true;
        if (lifts_others(outcome)) return false;
        return one.verdict == covered.verdict && one.replaces == covered.replaces;
    }

    /// An outcome that is an exception to others has its effect on these, too.
    [[nodiscard]] bool lifts_others(DeterminationIndex outcome) const {
        const std::vector<model::Determination>& all = policy().determinations;
        return std::any_of(all.begin(), all.end(), [&](const model::Determination& each) {
            return std::find(each.exceptions.begin(), each.exceptions.end(), outcome) != each.exceptions.end();
        });
    }

    /// One line of those whose statements are the same, unless the policy asks for the line.
    [[nodiscard]] std::vector<LineIndex> lines_of(DeterminationIndex outcome) const {
        std::set<std::vector<DeterminationIndex>> seen;
        std::vector<LineIndex> lines;
        for (std::size_t line = 0; line < policy().lines.size(); ++line) {
            const std::vector<DeterminationIndex>& present = prepared_.determinations_of_line[line];
            if (std::find(present.begin(), present.end(), outcome) == present.end()) continue;
            if (seen.insert(present).second || prepared_.reads_routing) lines.push_back(static_cast<LineIndex>(line));
        }
        return lines;
    }

    [[nodiscard]] bool covers(DeterminationIndex other, DeterminationIndex outcome,
                              const std::vector<LineIndex>& lines) const {
        return std::all_of(lines.begin(), lines.end(), [&](LineIndex line) { return covers_in(other, outcome, line); });
    }

    [[nodiscard]] bool covers_in(DeterminationIndex other, DeterminationIndex outcome, LineIndex line) const {
        const std::vector<DeterminationIndex>& present = prepared_.determinations_of_line[line];
        const bool is_present =
            policy().gate == other || std::find(present.begin(), present.end(), other) != present.end();
        const Space space = Space(prepared_, line).of_any_age();
        const Subject one = subject_of_outcome(prepared_, outcome, line);
        const Subject cover = subject_of_outcome(prepared_, other, line);
        if (!is_present || !share_facts(outcome, other)) return false;
        const std::vector<Variable> variables = space.listed_variables_of({&one, &cover});
        const auto certainty = [&](bool is_covered) {
            return space.find(variables, {&one, &cover}, {true, is_covered}).certainty;
        };
        return certainty(false) == Certainty::proved && certainty(true) != Certainty::proved;
    }

    /// What shares no fact can always hold without the other.
    [[nodiscard]] bool share_facts(DeterminationIndex left, DeterminationIndex right) const {
        VariableCollector one(prepared_), other(prepared_);
        one.add_determination(left);
        other.add_determination(right);
        return one.touches(other);
    }

    void report(DeterminationIndex outcome, DeterminationIndex cover) {
        const model::ClauseIndex clause = policy().determinations[outcome].clause;
        const std::string& id = policy().clauses[clause].id;
        const std::string& other = policy().clauses[policy().determinations[cover].clause].id;
        findings_.add(FindingCode::outcome_covered, clause,
                      policy().gate == cover
                          ? fmt::format("`{}` holds only where the gate comes before it", id)
                          : fmt::format("`{}` holds only where `{}` gives the same outcome anyway", id, other),
                      "widen its condition or leave it out");
    }

    const PreparedPolicy& prepared_;
    Acceptance& findings_;
};

}  // namespace

void report_covered_outcomes(const PreparedPolicy& prepared, Acceptance& findings) {
    Covered(prepared, findings).run();
}

}  // namespace pol::analysis
