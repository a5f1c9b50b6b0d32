#include "compiler/coverage/suggest.hpp"

#include "compiler/analyze/value_words.hpp"
#include "compiler/coverage/bases.hpp"
#include "compiler/coverage/never.hpp"
#include "compiler/coverage/scenario_text.hpp"
#include "compiler/coverage/targets.hpp"
#include "compiler/interpret/interpreter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

namespace pol::coverage {

namespace {

/// Requests that are decided with one fact changed, and with two.
constexpr std::size_t most_single_steps = 20'000;
constexpr std::size_t most_double_steps = 20'000;

class Search {
public:
    Search(const model::Policy& policy, const Coverage& coverage)
        : policy_(policy),
          interpreter_(policy),
          steps_(policy),
          bases_(bases_of(policy)),
          open_(missing(policy, coverage)) {
        for (const model::Scenario& scenario : policy.scenarios) names_.insert(scenario.name);
    }

    [[nodiscard]] Suggestions run(const Mutation* mutation) && {
        for (const Base& base : bases_)
            if (!base.scenario) look_at(base, {}, base.request);
        left_ = most_single_steps;
        for (const Base& base : bases_) take_one(base, {}, base.request);
        left_ = most_double_steps;
        for (const Base& base : distinct_bases()) take_two(base);
        for (const Target& target : open_) report(target);
        if (mutation != nullptr)
            for (const Survivor& survivor : mutation->survivors)
                if (survivor.witness) add(survivor.change, survivor.witness->neighbour);
        return std::move(found_);
    }

private:
    void take_one(const Base& base, const std::vector<Step>& taken, const RequestRecord& request) {
        for (const Step& step : steps_.from(request)) {
            if (open_.empty() || left_ == 0) return;
            if (!taken.empty() && step.fact == taken.front().fact) continue;
            --left_;
            std::vector<Step> all = taken;
            all.push_back(step);
            look_at(base, all, after(request, step));
        }
    }

    /// The first of two steps concerns what an open clause reads, or how the request is routed.
    void take_two(const Base& base) {
        const std::vector<bool> telling = facts_of_open();
        for (const Step& step : steps_.from(base.request)) {
            if (open_.empty() || left_ == 0) return;
            if (telling[step.fact]) take_one(base, {step}, after(base.request, step));
        }
    }

    [[nodiscard]] std::vector<bool> facts_of_open() const {
        std::vector<bool> telling(policy_.facts.size(), false);
        std::fill_n(telling.begin(), builtin_fact_count, true);
        for (const Target& target : open_) {
            if (target.clause == no_index) continue;
            const std::vector<bool> read = facts_of(policy_, target.clause);
            for (std::size_t fact = 0; fact < read.size(); ++fact) telling[fact] = telling[fact] || read[fact];
        }
        return telling;
    }

    /// The first of the bases that are routed alike and come to the same outcome.
    [[nodiscard]] std::vector<Base> distinct_bases() const {
        std::set<std::tuple<std::uint16_t, std::uint16_t, Outcome>> seen;
        std::vector<Base> distinct;
        for (const Base& base : bases_) {
            const auto value = [&](BuiltinFact fact) { return base.request.answers[index_of(fact)].value; };
            const auto [place, is_new] = seen.emplace(value(BuiltinFact::line_of_business), value(BuiltinFact::request),
                                                      interpreter_.interpret(base.request).outcome);
            if (is_new) distinct.push_back(base);
        }
        return distinct;
    }

    /// One request may show several things.
    void look_at(const Base& base, const std::vector<Step>& steps, const RequestRecord& request) {
        ++looked_at_;
        const DecisionRecord decision = interpreter_.interpret(request);
        std::vector<std::string> shown;
        const auto is_shown = [&](const Target& target) {
            if (!shows(target, request, decision)) return false;
            shown.push_back(target.words);
            return true;
        };
        open_.erase(std::remove_if(open_.begin(), open_.end(), is_shown), open_.end());
        if (shown.empty()) return;
        if (base.scenario) told_.insert(like_rows(policy_, *base.scenario, steps));
        found_.scenarios.push_back(text(base, steps, request, decision, shown));
    }

    /// One request may tell several changes apart.
    void add(const Change& change, const Neighbour& neighbour) {
        const Base base{.request = policy_.scenarios[neighbour.scenario].request, .scenario = neighbour.scenario};
        const RequestRecord request = after(base.request, neighbour.steps);
        if (!told_.insert(like_rows(policy_, neighbour.scenario, neighbour.steps)).second) return;
        found_.scenarios.push_back(text(base, neighbour.steps, request, interpreter_.interpret(request),
                                        {change.place.name + " as it is written"}));
    }

    [[nodiscard]] std::string text(const Base& base, const std::vector<Step>& steps, const RequestRecord& request,
                                   const DecisionRecord& decision, const std::vector<std::string>& shown) {
        std::string text =
            "# to confirm: what is expected is what the policy decides as it is written; compare it "
            "with the document\n";
        text += fmt::format("# shows {}\n", fmt::join(shown, ", "));
        text += fmt::format("scenario \"{}\"\n", new_name("to confirm: " + shown.front()));
        text += base.scenario ? like_rows(policy_, *base.scenario, steps) : request_rows(policy_, request);
        return text + expectation_rows(policy_, decision) + "end\n";
    }

    [[nodiscard]] std::string new_name(const std::string& wanted) {
        std::string name = wanted;
        for (int number = 2; !names_.insert(name).second; ++number) name = fmt::format("{} ({})", wanted, number);
        return name;
    }

    void report(const Target& target) {
        const std::optional<std::uint64_t> states =
            target.kind == Target::Kind::state ? states_without(policy_, target.clause, target.state) : std::nullopt;
        if (states)
            found_.not_found.push_back(fmt::format("{}: for nobody, proved over {}", target.words,
                                                   analysis::words_for_count(*states, "state")));
        else
            found_.not_found.push_back(fmt::format("{}: in none of {} requests near the {}", target.words, looked_at_,
                                                   policy_.scenarios.empty() ? "made-up ones" : "scenarios"));
    }

    const model::Policy& policy_;
    Interpreter interpreter_;
    Steps steps_;
    std::vector<Base> bases_;
    std::vector<Target> open_;
    std::set<std::string> names_;
    /// The requests that were suggested, as they are written.
    std::set<std::string> told_;
    std::size_t left_ = 0;
    std::size_t looked_at_ = 0;
    Suggestions found_;
};

}  // namespace

Suggestions suggest(const model::Policy& policy, const Coverage& coverage, const Mutation* mutation) {
    return Search(policy, coverage).run(mutation);
}

}  // namespace pol::coverage
