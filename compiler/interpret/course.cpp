#include "compiler/interpret/course.hpp"

#include "compiler/interpret/approval.hpp"
#include "compiler/interpret/explain.hpp"

namespace pol::interpretation {

namespace {

constexpr model::Verdict outside{.outcome = Outcome::does_not_apply, .target = no_index};

Result result_of(const model::Verdict& verdict) {
    return Result{.outcome = verdict.outcome,
                  .target = verdict.outcome == Outcome::refer ? verdict.target : no_index,
                  .period = {},
                  .first_dose = {},
                  .doses = {}};
}

/// Each stage says whether the route goes on behind it.
class Walk {
public:
    Walk(const PreparedPolicy& prepared, const Truths& truths, const Answers& answers, const Route& route)
        : prepared_(prepared),
          truths_(truths),
          answers_(answers),
          course_{.route = route, .members = Members(prepared.policy)} {}

    [[nodiscard]] Course run() && {
        if (text() && box() && benefit() && gate() && determinations() && criteria()) otherwise();
        return course_;
    }

private:
    [[nodiscard]] const model::Policy& policy() const { return prepared_.policy; }

    void join(const Result& result, ClauseSet sure, ClauseSet possible = {}) {
        course_.members.join({.result = result, .sure = std::move(sure), .possible = std::move(possible)});
    }

    bool outside_policy(ClauseSet reasons) {
        join(result_of(outside), std::move(reasons));
        return false;
    }

    bool text() {
        if (course_.route.in_text()) return true;
        const bool is_earlier = course_.route.time == TextTime::before;
        join(result_of(is_earlier ? policy().earlier : outside), {policy().text_clause});
        return false;
    }

    bool box() {
        course_.last = Stage::box;
        const model::LineOfBusiness& line = policy().lines[course_.route.line];
        return line.ticked || outside_policy({line.box});
    }

    bool benefit() {
        course_.last = Stage::benefit;
        return policy().benefits[course_.route.benefit].listed || outside_policy(set_of(policy().benefit_reasons));
    }

    bool gate() {
        course_.last = Stage::gate;
        if (!policy().gate) return true;
        const model::Determination& gate = policy().determinations[*policy().gate];
        course_.gate = truths_.determinations[*policy().gate];
        add_verdict(gate, course_.gate);
        return course_.gate != Truth::yes;
    }

    bool determinations() {
        course_.last = Stage::determinations;
        const std::vector<DeterminationIndex>& present = prepared_.determinations_of_line[course_.route.line];
        std::vector<Truth> truths;
        for (const DeterminationIndex index : present) {
            truths.push_back(truth_with_exceptions(prepared_, truths_, index, course_.route.line));
            course_.determinations = any_of(course_.determinations, truths.back());
        }
        for (std::size_t i = 0; i < present.size(); ++i)
            if (truths[i] == course_.determinations) add_verdict(policy().determinations[present[i]], truths[i]);
        return course_.determinations != Truth::yes;
    }

    void add_verdict(const model::Determination& determination, Truth truth) {
        const Result result = result_of(determination.verdict);
        if (truth == Truth::yes) join(result, {determination.clause});
        if (truth == Truth::unknown) join(result, {}, {determination.clause});
    }

    [[nodiscard]] const model::Criteria* criteria_of_route() const {
        return prepared_.criteria_of(course_.route.line, course_.route.kind);
    }

    bool criteria() {
        const model::Criteria* criteria = criteria_of_route();
        if (criteria == nullptr) return true;
        course_.last = Stage::criteria;
        course_.criteria = truth_of(criteria->group, truths_);
        if (course_.criteria == Truth::no) return true;
        const Result result = approved(policy(), criteria->approval, course_.route.kind, answers_);
        const ClauseSet reasons = explanation(prepared_, truths_, criteria->group);
        if (course_.criteria == Truth::yes) {
            join(result, reasons);
            return false;
        }
        join(result, {}, reasons);
        return true;
    }

    /// Not meeting the criteria has the failing requirements for its reasons; any other outcome its own clause, and so
    /// has criteria that fail by nothing but what is left out.
    void otherwise() {
        const model::Section& section = *prepared_.section_of(course_.route.line);
        if (!section.otherwise) return;
        course_.last = Stage::otherwise;
        const model::Criteria* criteria = criteria_of_route();
        ClauseSet reasons;
        if (criteria != nullptr && section.otherwise->verdict.outcome == Outcome::criteria_not_met)
            reasons = explanation(prepared_, truths_, criteria->group);
        if (reasons.empty()) reasons = {section.otherwise->clause};
        const Result result = result_of(section.otherwise->verdict);
        if (course_.criteria == Truth::unknown)
            join(result, {}, reasons);
        else
            join(result, reasons);
    }

    const PreparedPolicy& prepared_;
    const Truths& truths_;
    const Answers& answers_;
    Course course_;
};

}  // namespace

Course follow(const PreparedPolicy& prepared, const Truths& truths, const Answers& answers, const Route& route) {
    return Walk(prepared, truths, answers, route).run();
}

}  // namespace pol::interpretation
