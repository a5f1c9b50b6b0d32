#include "compiler/analyze/approval_gaps.hpp"

#include "compiler/analyze/courses.hpp"
#include "compiler/analyze/wording.hpp"
#include "compiler/interpret/interpreter.hpp"
#include "pol/date_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pol::analysis {

namespace {

using interpretation::Route;
using model::ClauseIndex;

/// A gap is looked for as far behind the first approval.
constexpr std::int32_t days_looked_at = 2 * 366;

/// Renewals of one section.
class Renewals {
public:
    Renewals(const PreparedPolicy& prepared, const Route& renewal, Acceptance& findings)
        : prepared_(prepared), renewal_(renewal), findings_(findings) {}

    void run() {
        if (!reads_first_start()) return;
        const Space space(prepared_, renewal_);
        const Subject all = subject_of_course(renewal_);
        const std::vector<Variable> variables = space.variables_of({&all});
        Route first = renewal_;
        first.kind = 0;
        const Exploration found = space.find(variables, [&](const Answers& answers) {
            const Glance begun = approval_on(prepared_, first, answers);
            return begun == Glance::found ? approval_on(prepared_, renewal_, answers) : begun;
        });
        if (found.certainty != Certainty::found) return;
        const std::vector<std::size_t> state = without_dates(variables, found.found);
        look_behind(first_request(prepared_.policy, first, variables, state),
                    words_for_state(prepared_.policy, variables, state));
    }

private:
    [[nodiscard]] bool reads_first_start() const {
        VariableCollector collector(prepared_);
        const model::Criteria* criteria = prepared_.criteria_of(renewal_.line, renewal_.kind);
        if (criteria == nullptr || prepared_.criteria_of(renewal_.line, 0) == nullptr) return false;
        collector.add(criteria->group);
        return collector.reads(index_of(BuiltinFact::first_start));
    }

    /// The dates of the request are those of its first approval and of the renewals behind it.
    static std::vector<std::size_t> without_dates(const std::vector<Variable>& variables,
                                                  std::vector<std::size_t> state) {
        for (std::size_t i = 0; i < variables.size(); ++i)
            for (const BuiltinFact date :
                 {BuiltinFact::date_of_request, BuiltinFact::date_of_service, BuiltinFact::first_start})
                if (variables[i].fact == index_of(date) && !variables[i].is_age) state[i] = 0;
        return state;
    }

    [[nodiscard]] bool asks_for_first_start(ClauseIndex clause) const {
        if (prepared_.requirement_of_clause[clause] == nullptr) return false;
        VariableCollector collector(prepared_);
        subject_of_item(prepared_, clause).collect(collector);
        return collector.reads(index_of(BuiltinFact::first_start));
    }

    /// From the day after the first approval to the first day on which a renewal is approved.
    void look_behind(const RequestRecord& request, const std::string& member) {
        const std::optional<Course> course = follow(prepared_.policy, request, renewal_.kind);
        if (!course || !course->is_denied) return;
        const Interpreter interpreter(prepared_.policy);
        const auto decided_on = [&](Date day) {
            return interpreter.interpret(renewed(request, renewal_.kind, course->from, day));
        };
        const DecisionRecord denial = decided_on(course->renewed_on);
        const bool is_for_time = std::all_of(denial.clauses.begin(), denial.clauses.end(),
                                             [&](ClauseIndex clause) { return asks_for_first_start(clause); });
        if (!is_for_time || denial.clauses.empty()) return;
        for (std::int32_t later = 1; later <= days_looked_at; ++later) {
            const Date day = add_days(course->renewed_on, later);
            if (decided_on(day).outcome == Outcome::approved)
                return report(denial.clauses.front(), *course, day, member);
        }
    }

    void report(ClauseIndex clause, const Course& course, Date day, const std::string& member) {
        findings_.add(FindingCode::approval_gap, clause,
                      fmt::format("an approval from {} ends on {}, but `{}` lets it be renewed from {} on only: {}",
                                  iso_text(course.from), iso_text(course.through), prepared_.policy.clauses[clause].id,
                                  iso_text(day), member),
                      "approve for longer, or let it be renewed earlier");
    }

    const PreparedPolicy& prepared_;
    Route renewal_;
    Acceptance& findings_;
};

}  // namespace

void report_approval_gaps(const PreparedPolicy& prepared, Acceptance& findings) {
    const model::Policy& policy = prepared.policy;
    const std::size_t kinds = policy.facts[index_of(BuiltinFact::request)].values.size();
    for (std::size_t section = 0; section < policy.sections.size(); ++section)
        for (std::size_t kind = 1; kind < kinds; ++kind)
            Renewals(prepared, route_of(policy, section, static_cast<model::KindIndex>(kind)), findings).run();
}

}  // namespace pol::analysis
