#include "compiler/check/assignments.hpp"
#include "compiler/check/names.hpp"
#include "compiler/check/passes.hpp"
#include "compiler/diagnostics/suggest.hpp"

#include <fmt/format.h>

#include <unordered_map>

namespace pol::checking {
namespace {

/// What one scenario says of its request.
class RequestCheck {
public:
    RequestCheck(const Context& context, const ast::Scenario& scenario)
        : context_(context), scenario_(scenario), sink_(context.sink) {}

    void run() {
        std::unordered_map<std::string, Span> first;
        for (const ast::Assignment& assignment : scenario_.assignments) {
            const std::string what = what_of(assignment);
            const auto [place, is_new] = first.emplace(what, assignment.fact.span);
            if (!is_new)
                add_with_place(sink_, FindingCode::repeated_assignment, assignment.fact.span,
                               fmt::format("`{}` is stated twice", what), "leave one of them out", place->second,
                               "the first one");
            const KnownFact* fact = context_.symbols.fact(assignment.fact.text);
            if (fact == nullptr && context_.symbols.term(assignment.fact.text) != nullptr)
                sink_.add(FindingCode::defined_not_given, assignment.fact.span,
                          fmt::format("`{}` is defined, not given", assignment.fact.text),
                          "state the facts it follows from");
            else if (fact == nullptr)
                add_unknown_name(sink_, "fact", assignment.fact, context_.symbols.fact_names());
            else
                check(assignment, *fact);
        }
    }

private:
    static std::string what_of(const ast::Assignment& assignment) {
        if (!assignment.place) return assignment.fact.text;
        return fmt::format("{}.{}.{}", assignment.fact.text, assignment.place->entry.value,
                           assignment.place->field.text);
    }

    void check(const ast::Assignment& assignment, const KnownFact& fact) {
        if (assignment.place)
            check_change(context_, scenario_, assignment, fact);
        else if (is_derived(fact))
            report_derived(assignment.fact, fact, sink_);
        else
            check_given(context_, assignment, fact);
    }

    const Context& context_;
    const ast::Scenario& scenario_;
    Sink& sink_;
};

/// Follows `like` from each scenario and reports each circle once.
class LikeCheck {
public:
    explicit LikeCheck(const Context& context) : sink_(context.sink) {
        for (const ast::Scenario* scenario : blocks_of<ast::Scenario>(context.policy)) {
            by_name_.emplace(scenario->name.text, scenario);
            names_.push_back(scenario->name.text);
        }
    }

    void run(const std::vector<const ast::Scenario*>& scenarios) {
        for (const ast::Scenario* scenario : scenarios) follow(*scenario);
    }

private:
    /// A chain ends at a scenario that has been followed before; if in this same run, it is a circle.
    void follow(const ast::Scenario& start) {
        const int run = ++runs_;
        for (const ast::Scenario* scenario = &start; scenario->like; scenario = by_name_.at(scenario->like->text)) {
            if (by_name_.count(scenario->like->text) == 0) return report_unknown(*scenario);
            const auto [seen, is_new] = run_of_.emplace(scenario, run);
            if (is_new) continue;
            if (seen->second == run) report_circle(*scenario);
            return;
        }
    }

    void report_unknown(const ast::Scenario& scenario) {
        if (!run_of_.emplace(&scenario, runs_).second) return;
        sink_.add(FindingCode::unknown_scenario, scenario.like->span,
                  fmt::format("no scenario is called `{}`", scenario.like->text),
                  did_you_mean(scenario.like->text, names_));
    }

    void report_circle(const ast::Scenario& scenario) {
        sink_.add(FindingCode::like_circle, scenario.like->span,
                  scenario.like->text == scenario.name.text
                      ? std::string("this scenario is like itself")
                      : std::string("these scenarios are like one another in a circle"),
                  "let one of them state its request in full");
    }

    Sink& sink_;
    int runs_ = 0;
    std::unordered_map<std::string, const ast::Scenario*> by_name_;
    std::vector<std::string> names_;
    std::unordered_map<const ast::Scenario*, int> run_of_;
};

}  // namespace

void check_scenarios(const Context& context) {
    const auto scenarios = blocks_of<ast::Scenario>(context.policy);
    for (const ast::Scenario* scenario : scenarios) {
        RequestCheck(context, *scenario).run();
        if (scenario->name.text.empty())
            context.sink.add(FindingCode::empty_text, scenario->name.span, "this scenario has no name",
                             "say in a few words what it shows");
    }
    LikeCheck(context).run(scenarios);
}

}  // namespace pol::checking
