#include "compiler/analyze/fact_effects.hpp"

#include "compiler/analyze/space.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace pol::analysis {

namespace {

using model::ClauseIndex;
using model::Condition;

/// A condition of the policy, by the clause that it belongs to, with what it reads.
struct Reader {
    ClauseIndex clause = 0;
    Subject subject;
    VariableCollector reads;
};

class Effects {
public:
    Effects(const PreparedPolicy& prepared, Acceptance& findings)
        : prepared_(prepared), findings_(findings), values_(prepared), space_(prepared) {
        for (const model::Requirement& requirement : policy().requirements) {
            if (requirement.only_if) add(requirement.clause, *requirement.only_if);
            if (const auto* condition = std::get_if<Condition>(&requirement.body)) add(requirement.clause, *condition);
        }
        for (const model::Determination& determination : policy().determinations)
            if (determination.condition) add(determination.clause, *determination.condition);
        for (const model::Approval& approval : policy().approvals)
            for (const model::ComputedAmount& amount : approval.amounts)
                if (amount.only_if) add(amount.clause, *amount.only_if);
        for (std::size_t term = 0; term < policy().terms.size(); ++term)
            if (!std::holds_alternative<Condition>(policy().terms[term].body))
                values_.add({model::TermTest{.term = static_cast<model::TermIndex>(term)}});
    }

    void run() {
        for (std::size_t i = builtin_fact_count; i < policy().facts.size(); ++i) {
            const model::Fact& fact = policy().facts[i];
            const bool has_choices = fact.type == FactType::yes_no || fact.type == FactType::one_of;
            if (has_choices && !fact.list) judge(static_cast<FactIndex>(i));
        }
    }

private:
    [[nodiscard]] const model::Policy& policy() const { return prepared_.policy; }

    void add(ClauseIndex clause, const Condition& condition) {
        readers_.push_back({clause, subject_of(condition), VariableCollector(prepared_)});
        readers_.back().reads.add(condition);
    }

    /// What goes into a value or a day counts, whatever comes of it.
    void judge(FactIndex fact) {
        if (values_.reads(fact)) return;
        std::optional<ClauseIndex> first;
        for (const Reader& reader : readers_) {
            if (!reader.reads.reads(fact)) continue;
            if (may_depend(reader, fact)) return;
            if (!first) first = reader.clause;
        }
        if (first && !findings_.has(FindingCode::never_fails, *first) &&
            !findings_.has(FindingCode::never_holds, *first))
            findings_.add(FindingCode::fact_without_effect, *first,
                          fmt::format("`{}` comes out the same for every value of `{}`, and nothing else asks for it",
                                      policy().clauses[*first].id, policy().facts[fact].name),
                          "leave it out of the condition, or ask for what is meant");
    }

    [[nodiscard]] bool may_depend(const Reader& reader, FactIndex fact) const {
        std::vector<Variable> variables = space_.listed_variables_of({&reader.subject});
        const auto place = std::find_if(variables.begin(), variables.end(),
                                        [&](const Variable& variable) { return variable.fact == fact; });
        if (place == variables.end() || !place->is_finite) return true;
        const Variable asked = *place;
        variables.erase(place);
        const Exploration differing =
            space_.find(variables, [&](const Answers& answers) { return look_at(reader.subject, asked, answers); });
        return differing.certainty != Certainty::proved;
    }

    /// Found where one value makes the condition hold and another one does not.
    [[nodiscard]] Glance look_at(const Subject& subject, const Variable& asked, const Answers& answers) const {
        bool holds = false, fails = false, is_open = false;
        for (const Answer& value : asked.answers) {
            if (value.presence != Presence::given || value.evidence != asked.minimums.back()) continue;
            std::vector<Answer> changed = answers.facts;
            changed[asked.fact] = value;
            const Truth truth = subject.truth(interpretation::settled(policy(), std::move(changed), answers.entries));
            holds = holds || truth == Truth::yes;
            fails = fails || truth == Truth::no;
            is_open = is_open || truth == Truth::unknown;
        }
        if (holds && fails) return Glance::found;
        return is_open ? Glance::undecided : Glance::impossible;
    }

    const PreparedPolicy& prepared_;
    Acceptance& findings_;
    std::vector<Reader> readers_;
    /// What values and days read.
    VariableCollector values_;
    Space space_;
};

}  // namespace

void report_facts_without_effect(const PreparedPolicy& prepared, Acceptance& findings) {
    Effects(prepared, findings).run();
}

}  // namespace pol::analysis
