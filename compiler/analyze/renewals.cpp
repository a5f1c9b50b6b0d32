#include "compiler/analyze/renewals.hpp"

#include "compiler/analyze/courses.hpp"
#include "compiler/analyze/space.hpp"
#include "compiler/analyze/wording.hpp"
#include "pol/date_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pol::analysis {

namespace {

using interpretation::Route;
using model::ClauseIndex;

Answers with_yes_no(const model::Policy& policy, const Answers& answers, FactIndex fact, Evidence level, bool value) {
    std::vector<Answer> changed = answers.facts;
    changed[fact] = yes_no_answer(level, value);
    return interpretation::settled(policy, std::move(changed), answers.entries);
}

/// A fact that the renewals of a section ask, and first requests do not.
class RenewalFact {
public:
    RenewalFact(const PreparedPolicy& prepared, const Route& renewal, FactIndex fact, Acceptance& findings)
        : prepared_(prepared),
          renewal_(renewal),
          first_(renewal),
          fact_(fact),
          findings_(findings),
          space_(prepared, renewal) {
        first_.kind = 0;
    }

    void run() {
        if (!may_deny()) return;
        const Subject all = subject_of_course(renewal_);
        const std::vector<Variable> variables = others(space_.variables_of({&all}));
        const Exploration found = space_.find(variables, [&](const Answers& answers) { return look_at(answers); });
        if (found.certainty == Certainty::found) confirm(variables, found.found);
    }

private:
    /// Whether the item that asks for it may hold with a no and fail with a yes. Where a yes is asked for it does not.
    [[nodiscard]] bool may_deny() {
        const Subject item = subject_of_item(prepared_, asking_clause());
        const std::vector<Variable> variables = others(space_.listed_variables_of({&item}));
        const Exploration found = space_.find(variables, [&](const Answers& answers) {
            const Truth kept = item.truth(with_yes_no(prepared_.policy, answers, fact_, level_, false));
            const Truth denied = item.truth(with_yes_no(prepared_.policy, answers, fact_, level_, true));
            if (kept == Truth::no || denied == Truth::yes) return Glance::impossible;
            return kept == Truth::yes && denied == Truth::no ? Glance::found : Glance::undecided;
        });
        return found.certainty != Certainty::proved;
    }

    /// The variables but for the fact itself, of which the level that it needs is kept.
    [[nodiscard]] std::vector<Variable> others(std::vector<Variable> variables) {
        const auto place = std::find_if(variables.begin(), variables.end(),
                                        [&](const Variable& variable) { return variable.fact == fact_; });
        level_ = place->minimums.back();
        variables.erase(place);
        return variables;
    }

    [[nodiscard]] Glance look_at(const Answers& answers) const {
        const Glance first = approval_on(prepared_, first_, answers);
        if (first == Glance::impossible) return first;
        const Glance kept =
            approval_on(prepared_, renewal_, with_yes_no(prepared_.policy, answers, fact_, level_, false));
        if (kept == Glance::impossible) return kept;
        const Glance denied =
            denial_on(prepared_, renewal_, with_yes_no(prepared_.policy, answers, fact_, level_, true));
        if (denied == Glance::impossible) return denied;
        const bool is_found = first == Glance::found && kept == Glance::found && denied == Glance::found;
        return is_found ? Glance::found : Glance::undecided;
    }

    /// Says it of a member whose whole first request and whose renewal the interpreter decides so.
    void confirm(const std::vector<Variable>& variables, const std::vector<std::size_t>& state) {
        const model::Policy& policy = prepared_.policy;
        RequestRecord request = first_request(policy, first_, variables, state);
        request.answers[fact_] = yes_no_answer(level_, true);
        const std::optional<Course> course = follow(policy, request, renewal_.kind);
        request.answers[fact_] = yes_no_answer(level_, false);
        const std::optional<Course> other = follow(policy, request, renewal_.kind);
        if (!course || !other || !course->is_denied || other->is_denied) return;
        const ClauseIndex clause = asking_clause();
        findings_.add(
            FindingCode::renewal_denied, clause,
            fmt::format(
                "section `{}` asks for `{}` at renewal only: a member of whom it is yes is approved from {} and, with "
                "nothing changed, surely denied on {}: {}",
                prepared_.section_of(renewal_.line)->id, policy.facts[fact_].name, iso_text(course->from),
                iso_text(course->renewed_on), words_for_state(policy, variables, state)),
            "ask for it at the first request, too");
    }

    [[nodiscard]] ClauseIndex asking_clause() const {
        const model::Criteria& criteria = *prepared_.criteria_of(renewal_.line, renewal_.kind);
        for (auto clause = criteria.clauses.rbegin(); clause != criteria.clauses.rend(); ++clause) {
            VariableCollector collector(prepared_);
            subject_of_item(prepared_, *clause).collect(collector);
            if (collector.reads(fact_)) return *clause;
        }
        return criteria.clauses.front();
    }

    const PreparedPolicy& prepared_;
    Route renewal_;
    Route first_;
    FactIndex fact_;
    Acceptance& findings_;
    Space space_;
    Evidence level_ = Evidence::none;
};

/// Whether first requests of the route, or what comes before their criteria, ask for the fact.
bool is_asked_first(const PreparedPolicy& prepared, const Route& renewal, FactIndex fact) {
    VariableCollector collector(prepared);
    collector.add_route(renewal.line, 0);
    return collector.reads(fact);
}

void report_section(const PreparedPolicy& prepared, const Route& renewal, Acceptance& findings) {
    const model::Criteria* criteria = prepared.criteria_of(renewal.line, renewal.kind);
    if (criteria == nullptr || prepared.criteria_of(renewal.line, 0) == nullptr) return;
    VariableCollector asked(prepared);
    asked.add(criteria->group);
    for (std::size_t i = 0; i < prepared.policy.facts.size(); ++i) {
        const auto fact = static_cast<FactIndex>(i);
        const model::Fact& each = prepared.policy.facts[i];
        if (each.type == FactType::yes_no && !each.list && asked.reads(fact) &&
            !is_asked_first(prepared, renewal, fact))
            RenewalFact(prepared, renewal, fact, findings).run();
    }
}

}  // namespace

void report_renewal_denials(const PreparedPolicy& prepared, Acceptance& findings) {
    const model::Policy& policy = prepared.policy;
    const std::size_t kinds = policy.facts[index_of(BuiltinFact::request)].values.size();
    for (std::size_t section = 0; section < policy.sections.size(); ++section)
        for (std::size_t kind = 1; kind < kinds; ++kind)
            report_section(prepared, route_of(policy, section, static_cast<model::KindIndex>(kind)), findings);
}

}  // namespace pol::analysis
