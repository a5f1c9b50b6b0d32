#include "compiler/analyze/constant_items.hpp"

#include "compiler/analyze/ages.hpp"
#include "compiler/analyze/space.hpp"
#include "compiler/analyze/value_words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pol::analysis {

namespace {

using model::ClauseIndex;
using model::LineIndex;

/// What an item says of the members of a space.
struct Verdicts {
    bool never_holds = false;
    bool never_fails = false;
};

Verdicts verdicts_of(const Space& space, const Subject& subject) {
    const std::vector<Variable> variables = space.listed_variables_of({&subject});
    const auto is_never = [&](bool wanted) {
        return space.find(variables, {&subject}, {wanted}).certainty == Certainty::proved;
    };
    return {.never_holds = is_never(true), .never_fails = is_never(false)};
}

/// One item, for the lines of business that it is asked of.
class Item {
public:
    Item(const PreparedPolicy& prepared, ClauseIndex clause, Subject subject, std::vector<LineIndex> lines,
         Acceptance& findings)
        : prepared_(prepared),
          clause_(clause),
          subject_(std::move(subject)),
          lines_(std::move(lines)),
          findings_(findings) {}

    void run(bool may_never_fail) {
        may_never_fail_ = may_never_fail;
        if (lines_.empty()) return;
        if (!report(verdicts_of(Space(prepared_), subject_), "")) report_by_line();
    }

private:
    [[nodiscard]] const model::Policy& policy() const { return prepared_.policy; }
    [[nodiscard]] bool is_free(LineIndex line) const { return !policy().lines[line].members_under; }

    void report_by_line() {
        for (const LineIndex line : lines_) {
            if (is_free(line)) continue;
            const model::LineOfBusiness::Age& under = *policy().lines[line].members_under;
            const std::string whom = fmt::format(" for `{}`, whose members are under {}", line_name(line),
                                                 words_for_age(under.amount, under.unit));
            const Space space = Space(prepared_, line);
            if (!space.reads_age({&subject_}) || is_constant(space.of_any_age())) continue;
            if (!report(verdicts_of(space, subject_), whom)) report_one_age(line, whom);
        }
    }

    /// Whether the rule has no part in it, as where the item is for other lines.
    [[nodiscard]] bool is_constant(const Space& space) const {
        const Verdicts verdicts = verdicts_of(space, subject_);
        return verdicts.never_holds || verdicts.never_fails;
    }

    [[nodiscard]] bool report(const Verdicts& verdicts, const std::string& whom) {
        const std::string& id = policy().clauses[clause_].id;
        if (verdicts.never_holds)
            findings_.add(FindingCode::never_holds, clause_, fmt::format("`{}` can never hold{}", id, whom),
                          "its tests contradict one another, or what is known of the members");
        else if (verdicts.never_fails && may_never_fail_)
            findings_.add(FindingCode::never_fails, clause_, fmt::format("`{}` can never fail{}", id, whom),
                          "it asks for what is so anyway");
        return verdicts.never_holds || verdicts.never_fails;
    }

    void report_one_age(LineIndex line, const std::string& whom) {
        const std::optional<OneAge> one =
            only_age(Space(prepared_, line), subject_, *policy().lines[line].members_under);
        if (!one) return;
        findings_.add(FindingCode::one_age_only, clause_,
                      fmt::format("`{}` {} only at the age of {}{}", policy().clauses[clause_].id,
                                  one->holds ? "holds" : "fails", one->words, whom),
                      "say in a reading what is meant for these members");
    }

    [[nodiscard]] const std::string& line_name(LineIndex line) const {
        return policy().facts[index_of(BuiltinFact::line_of_business)].values[line].name;
    }

    const PreparedPolicy& prepared_;
    ClauseIndex clause_;
    Subject subject_;
    std::vector<LineIndex> lines_;
    Acceptance& findings_;
    bool may_never_fail_ = true;
};

std::vector<LineIndex> lines_of(const model::Policy& policy, const std::vector<bool>& chosen) {
    std::vector<LineIndex> lines;
    for (std::size_t line = 0; line < policy.lines.size(); ++line)
        if (chosen[line] && policy.lines[line].section) lines.push_back(static_cast<LineIndex>(line));
    return lines;
}

/// Criteria whose items contradict one another: nobody is ever approved by them.
void report_unmet(const PreparedPolicy& prepared, const model::Criteria& criteria, Acceptance& findings) {
    const model::RequirementGroup& group = criteria.group;
    const Subject subject{[&](const Answers& answers) { return truth_of(group, evaluate(prepared, answers)); },
                          [&](VariableCollector& collector) { collector.add(group); }};
    const model::Policy& policy = prepared.policy;
    const auto has_never = [&](ClauseIndex clause) { return findings.has(FindingCode::never_holds, clause); };
    if (std::any_of(criteria.clauses.begin(), criteria.clauses.end(), has_never)) return;
    const Space all(prepared);
    if (all.find(all.listed_variables_of({&subject}), {&subject}, {true}).certainty != Certainty::proved) return;
    const ClauseIndex clause = policy.approvals[criteria.approval].period_clause;
    findings.add(FindingCode::never_holds, clause,
                 fmt::format("nobody can ever be approved by `{}`: the items that it stands for contradict one another",
                             policy.clauses[clause].id),
                 "see which of the items no member can meet together");
}

}  // namespace

void report_constant_items(const PreparedPolicy& prepared, Acceptance& findings) {
    const model::Policy& policy = prepared.policy;
    std::vector<bool> seen(policy.clauses.size(), false);
    for (std::size_t section = 0; section < policy.sections.size(); ++section)
        for (std::size_t kind = 0; kind < policy.sections[section].criteria.size(); ++kind) {
            const std::optional<model::Criteria>& criteria = policy.sections[section].criteria[kind];
            if (!criteria) continue;
            for (const ClauseIndex clause : criteria->clauses) {
                if (seen[clause]) continue;
                seen[clause] = true;
                Item(prepared, clause, subject_of_item(prepared, clause),
                     lines_of(policy, policy.sections[section].lines), findings)
                    .run(true);
            }
            report_unmet(prepared, *criteria, findings);
        }
    for (const model::Determination& determination : policy.determinations)
        if (determination.condition)
            Item(prepared, determination.clause, subject_of(*determination.condition),
                 lines_of(policy, determination.lines), findings)
                .run(false);
}

}  // namespace pol::analysis
