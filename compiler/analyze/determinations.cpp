#include "compiler/analyze/determinations.hpp"

#include "compiler/analyze/requests.hpp"
#include "compiler/analyze/search.hpp"
#include "compiler/analyze/wording.hpp"
#include "compiler/interpret/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <set>
#include <utility>

namespace pol::analysis {

namespace {

using interpretation::Answers;
using model::DeterminationIndex;
using model::LineIndex;

bool agree(const model::Verdict& left, const model::Verdict& right) {
    return left.outcome == right.outcome && (left.outcome != Outcome::refer || left.target == right.target);
}

std::string verdict_words(const model::Policy& policy, const model::Verdict& verdict) {
    const std::uint16_t target = verdict.outcome == Outcome::refer ? verdict.target : no_index;
    return words_for(policy,
                     Result{.outcome = verdict.outcome, .target = target, .period = {}, .first_dose = {}, .doses = {}});
}

class Pairs {
public:
    Pairs(const model::Policy& policy, Sink& sink) : prepared_(policy), sink_(sink) {}

    void compare_all() {
        for (std::size_t line = 0; line < prepared_.policy.lines.size(); ++line)
            compare_line(static_cast<LineIndex>(line));
    }

private:
    void compare_line(LineIndex line) {
        const std::vector<DeterminationIndex>& present = prepared_.determinations_of_line[line];
        for (std::size_t i = 0; i < present.size(); ++i)
            for (std::size_t j = i + 1; j < present.size(); ++j)
                if (reported_.count({present[i], present[j]}) == 0) compare(line, present[i], present[j]);
    }

    void compare(LineIndex line, DeterminationIndex first, DeterminationIndex second) {
        const auto& determinations = prepared_.policy.determinations;
        if (agree(determinations[first].verdict, determinations[second].verdict)) return;
        Reading reading(prepared_);
        reading.add_determination(first);
        reading.add_determination(second);
        const std::vector<Variable> variables = reading.variables();
        const Look both_hold = [&](const Answers& answers) { return look(line, first, second, answers); };
        const Exploration result = explore(prepared_.policy, variables, both_hold, Refinement::keeps_found);
        if (result.certainty != Certainty::found) return;
        const RequestRecord request = request_of(prepared_.policy, line, variables, result.found);
        const bool is_confirmed =
            look(line, first, second, interpretation::settled(prepared_.policy, request.answers)) == Glance::found;
        assert(is_confirmed);
        static_cast<void>(is_confirmed);
        reported_.insert({first, second});
        report(determinations[first], determinations[second],
               words_for_state(prepared_.policy, variables, result.found));
    }

    [[nodiscard]] Glance look(LineIndex line, DeterminationIndex first, DeterminationIndex second,
                              const Answers& answers) const {
        const interpretation::Truths truths = evaluate_determinations(prepared_, answers);
        const Truth both = all_of(truth_with_exceptions(prepared_, truths, first, line),
                                  truth_with_exceptions(prepared_, truths, second, line));
        if (both == Truth::unknown) return Glance::undecided;
        return both == Truth::yes ? Glance::found : Glance::impossible;
    }

    void report(const model::Determination& first, const model::Determination& second, const std::string& member) {
        const model::Policy& policy = prepared_.policy;
        const model::Clause& one = policy.clauses[first.clause];
        const model::Clause& other = policy.clauses[second.clause];
        Finding finding{.code = FindingCode::disagreeing_determinations,
                        .span = other.span,
                        .message = fmt::format("`{}` says {} and `{}` says {} for the same member: {}", one.id,
                                               verdict_words(policy, first.verdict), other.id,
                                               verdict_words(policy, second.verdict), member),
                        .hint = fmt::format("narrow one of the conditions, or write `exception to {}` below `{}`",
                                            one.id, other.id),
                        .labels = {{.span = one.span, .caption = "the other one"}}};
        sink_.add(std::move(finding));
    }

    PreparedPolicy prepared_;
    Sink& sink_;
    std::set<std::pair<DeterminationIndex, DeterminationIndex>> reported_;
};

}  // namespace

void report_disagreeing_determinations(const model::Policy& policy, Sink& sink) { Pairs(policy, sink).compare_all(); }

}  // namespace pol::analysis
