#include "compiler/interpret/decided_route.hpp"

#include "compiler/interpret/approval.hpp"
#include "compiler/interpret/explain.hpp"

#include <utility>

namespace pol::interpretation {

namespace {

constexpr model::Verdict outside{.outcome = Outcome::does_not_apply, .target = no_index};

Result result_of(const model::Verdict& verdict) {
    return Result{.outcome = verdict.outcome, .target = verdict.target, .period = {}, .first_dose = {}, .doses = {}};
}

/// Each stage says whether the route goes on behind it.
class Walk {
public:
    Walk(const PreparedPolicy& prepared, const Truths& truths, const Answers& answers, const Route& route,
         bool with_reasons)
        : prepared_(prepared),
          truths_(truths),
          answers_(answers),
          with_reasons_(with_reasons),
          decided_{.route = route, .members = Members(prepared.policy)} {}

    [[nodiscard]] DecidedRoute run() && {
        if (text() && box() && benefit() && gate() && determinations() && criteria() && instead_of_denial())
            otherwise();
        return std::move(decided_);
    }

private:
    [[nodiscard]] const model::Policy& policy() const { return prepared_.policy; }

    void join(const Result& result, ClauseSet sure, ClauseSet possible = {}) {
        decided_.members.join({.result = result, .sure = std::move(sure), .possible = std::move(possible)});
    }

    [[nodiscard]] ClauseSet reason(ClauseIndex clause) const { return with_reasons_ ? ClauseSet{clause} : ClauseSet(); }
    [[nodiscard]] ClauseSet reasons_in(const model::RequirementGroup& group) const {
        return with_reasons_ ? explanation(prepared_, truths_, group) : ClauseSet();
    }

    bool outside_policy(ClauseSet reasons) {
        join(result_of(outside), std::move(reasons));
        return false;
    }

    bool text() {
        if (decided_.route.in_text()) return true;
        const bool is_earlier = decided_.route.time == TextTime::before;
        join(result_of(is_earlier ? policy().earlier : outside), reason(policy().text_clause));
        return false;
    }

    bool box() {
        decided_.last = Stage::box;
        const model::LineOfBusiness& line = policy().lines[decided_.route.line];
        return line.ticked || outside_policy(reason(line.box));
    }

    bool benefit() {
        decided_.last = Stage::benefit;
        return policy().benefits[decided_.route.benefit].listed || outside_policy(set_of(policy().benefit_reasons));
    }

    bool gate() {
        decided_.last = Stage::gate;
        if (!policy().gate) return true;
        const model::Determination& gate = policy().determinations[*policy().gate];
        decided_.gate = truths_.determinations[*policy().gate];
        add_verdict(gate, decided_.gate, true);
        return decided_.gate != Truth::yes;
    }

    bool determinations() {
        decided_.determinations = determined(Stage::determinations, true);
        return decided_.determinations != Truth::yes;
    }

    /// Whether any determination of a stage holds. What it gives is sure only where the stage is surely what counts.
    Truth determined(Stage stage, bool surely) {
        decided_.last = stage;
        Truth holds = Truth::no;
        for (const DeterminationIndex index : prepared_.determinations_of_line[decided_.route.line])
            if (stage_of(policy().determinations[index]) == stage) holds = any_of(holds, truth_of(index));
        if (holds == Truth::no) return holds;
        for (const DeterminationIndex index : prepared_.determinations_of_line[decided_.route.line])
            if (stage_of(policy().determinations[index]) == stage && truth_of(index) == holds)
                add_verdict(policy().determinations[index], holds, surely);
        return holds;
    }

    [[nodiscard]] Truth truth_of(DeterminationIndex index) const {
        return truth_with_exceptions(prepared_, truths_, index, decided_.route.line);
    }

    void add_verdict(const model::Determination& determination, Truth truth, bool surely) {
        const Result result = result_of(determination.verdict);
        if (truth == Truth::no) return;
        if (truth == Truth::yes && surely)
            join(result, reason(determination.clause));
        else
            join(result, {}, reason(determination.clause));
    }

    [[nodiscard]] const model::Criteria* criteria_of_route() const {
        return prepared_.criteria_of(decided_.route.line, decided_.route.kind);
    }

    bool criteria() {
        const model::Criteria* criteria = criteria_of_route();
        if (criteria == nullptr) return true;
        decided_.last = Stage::criteria;
        decided_.criteria = interpretation::truth_of(criteria->group, truths_);
        if (decided_.criteria == Truth::no) return true;
        decided_.instead_of_approval = determined(Stage::instead_of_approval, decided_.criteria == Truth::yes);
        if (decided_.instead_of_approval != Truth::yes) add_approval(*criteria);
        return decided_.criteria != Truth::yes;
    }

    void add_approval(const model::Criteria& criteria) {
        const Result result = approved(policy(), criteria.approval, decided_.route.kind, answers_);
        ClauseSet reasons = reasons_in(criteria.group);
        if (decided_.criteria == Truth::yes)
            join(result, std::move(reasons));
        else
            join(result, {}, std::move(reasons));
    }

    bool instead_of_denial() {
        decided_.instead_of_denial = determined(Stage::instead_of_denial, decided_.criteria == Truth::no);
        return decided_.instead_of_denial != Truth::yes;
    }

    /// Not meeting the criteria has the failing requirements for its reasons; any other outcome its own clause, and so
    /// has criteria that fail by nothing but what is left out.
    void otherwise() {
        const model::Section& section = *prepared_.section_of(decided_.route.line);
        if (!section.otherwise) return;
        decided_.last = Stage::otherwise;
        const model::Criteria* criteria = criteria_of_route();
        ClauseSet reasons;
        if (criteria != nullptr && section.otherwise->verdict.outcome == Outcome::criteria_not_met)
            reasons = reasons_in(criteria->group);
        if (reasons.empty()) reasons = reason(section.otherwise->clause);
        const Result result = result_of(section.otherwise->verdict);
        if (decided_.criteria == Truth::unknown)
            join(result, {}, std::move(reasons));
        else
            join(result, std::move(reasons));
    }

    const PreparedPolicy& prepared_;
    const Truths& truths_;
    const Answers& answers_;
    bool with_reasons_;
    DecidedRoute decided_;
};

}  // namespace

Stage stage_of(const model::Determination& determination) {
    switch (determination.replaces) {
        case model::Replaced::approval:
            return Stage::instead_of_approval;
        case model::Replaced::denial:
            return Stage::instead_of_denial;
        case model::Replaced::nothing:
            break;
    }
    return Stage::determinations;
}

DecidedRoute decide_route(const PreparedPolicy& prepared, const Truths& truths, const Answers& answers,
                          const Route& route) {
    return Walk(prepared, truths, answers, route, true).run();
}

Members results_of_route(const PreparedPolicy& prepared, const Truths& truths, const Answers& answers,
                         const Route& route) {
    return Walk(prepared, truths, answers, route, false).run().members;
}

}  // namespace pol::interpretation
