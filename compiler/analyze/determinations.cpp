#include "compiler/analyze/determinations.hpp"

#include "compiler/analyze/requests.hpp"
#include "compiler/analyze/search.hpp"
#include "compiler/analyze/wording.hpp"
#include "compiler/interpret/followed_routes.hpp"
#include "compiler/interpret/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <initializer_list>
#include <set>
#include <utility>

namespace pol::analysis {

namespace {

using interpretation::Answers;
using model::DeterminationIndex;
using model::LineIndex;

class Pairs {
public:
    Pairs(const model::Policy& policy, Sink& sink) : prepared_(policy), sink_(sink) {}

    /// Lines with the same determinations are one where conditions do not ask for the line: what holds together depends
    /// on these alone.
    void compare_all() {
        std::set<std::vector<DeterminationIndex>> compared;
        for (std::size_t line = 0; line < prepared_.policy.lines.size(); ++line)
            if (compared.insert(prepared_.determinations_of_line[line]).second || prepared_.reads_routing)
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
        if (determinations[first].replaces != determinations[second].replaces ||
            determinations[first].verdict == determinations[second].verdict)
            return;
        const std::vector<Variable> variables = variables_of({first, second});
        const std::vector<bool> in_both = read_by_both(variables, variables_of({first}), variables_of({second}));
        const Look both_hold = [&](const Answers& answers) { return look(line, first, second, answers); };
        const Exploration result = explore_first(prepared_.policy, variables, in_both, both_hold);
        if (result.certainty != Certainty::found) return;
        const RequestRecord request = request_of(prepared_.policy, line, variables, result.found);
        const Answers answers = interpretation::settled(prepared_.policy, request.answers, request.entries);
        const bool is_confirmed = look(line, first, second, answers) == Glance::found;
        assert(is_confirmed);
        static_cast<void>(is_confirmed);
        reported_.insert({first, second});
        report(determinations[first], determinations[second],
               words_for_state(prepared_.policy, variables, result.found));
    }

    [[nodiscard]] std::vector<Variable> variables_of(std::initializer_list<DeterminationIndex> determinations) const {
        VariableCollector collector(prepared_);
        collector.settle(index_of(BuiltinFact::line_of_business));
        for (const DeterminationIndex determination : determinations) collector.add_determination(determination);
        return collector.variables();
    }

    [[nodiscard]] Glance look(LineIndex line, DeterminationIndex first, DeterminationIndex second,
                              const Answers& answers) const {
        if (!prepared_.reads_routing) return look_at(line, first, second, answers);
        return look_at(line, first, second, interpretation::with_choice(answers, BuiltinFact::line_of_business, line));
    }

    [[nodiscard]] Glance look_at(LineIndex line, DeterminationIndex first, DeterminationIndex second,
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
                                               words_for(policy, first.verdict), other.id,
                                               words_for(policy, second.verdict), member),
                        .hint = fmt::format("narrow one of the conditions, or write `exception to {0}` below `{1}`, "
                                            "or `exception to {1}` below `{0}`: the one that says it wins",
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
