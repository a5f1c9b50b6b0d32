#include "compiler/analyze/value_words.hpp"
#include "compiler/coverage/line_gaps.hpp"
#include "compiler/coverage/report.hpp"
#include "compiler/coverage/scenario_text.hpp"
#include "compiler/interpret/words.hpp"
#include "compiler/source/counted.hpp"
#include "pol/date_text.hpp"
#include "pol/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace pol::coverage {

namespace {

/// Cut off, not rounded: 99.96 % must not read as 100 %.
std::string percent(double share) { return fmt::format("{:.1f} %", std::floor(share * 10) / 10); }

/// Says of every clause what scenarios saw of it.
class CoverageTable {
public:
    CoverageTable(const model::Policy& policy, const Coverage& coverage) : policy_(policy), coverage_(coverage) {
        for (const ClauseCoverage& clause : coverage.clauses)
            widest_ = std::max(widest_, policy.clauses[clause.clause].id.size());
    }

    [[nodiscard]] std::string text() {
        text_ = fmt::format("  {} of the {} clauses that can be met or not met decide some scenario ({})\n\n",
                            coverage_.decisive(), coverage_.clauses.size(), percent(coverage_.decisive_percent()));
        text_ += fmt::format("  line  {:<{}}   met  not met  unknown  decisive  never\n", "clause", widest_);
        for (const ClauseCoverage& clause : coverage_.clauses) add_row(clause);
        add_outcomes();
        text_ += line_gaps_text(policy_, coverage_);
        return std::move(text_);
    }

private:
    void add_row(const ClauseCoverage& clause) {
        const model::Clause& named = policy_.clauses[clause.clause];
        std::string row = fmt::format("  {:>4}  {:<{}}  {:>4}  {:>7}  {:>7}  {:>8}  {}", named.line, named.id, widest_,
                                      clause.all.met, clause.all.not_met, clause.all.unknown, clause.all.decisive,
                                      missing_words(clause.wanted, clause.all));
        row.erase(row.find_last_not_of(' ') + 1);
        text_ += row + "\n";
    }

    void add_outcomes() {
        text_ += "\n  Outcomes by line of business\n";
        std::size_t widest = 0;
        for (const LineCoverage& line : coverage_.lines)
            widest = std::max(widest, name_of_line(policy_, line.line).size());
        for (const LineCoverage& line : coverage_.lines) {
            std::string row = fmt::format("  {:<{}}  {}", name_of_line(policy_, line.line), widest, outcomes_of(line));
            row.erase(row.find_last_not_of(' ') + 1);
            text_ += row + "\n";
        }
    }

    [[nodiscard]] static std::string outcomes_of(const LineCoverage& line) {
        std::string seen;
        std::string never;
        for (std::size_t i = 0; i < line.seen.size(); ++i) {
            const std::string_view words = words_of(static_cast<Outcome>(i));
            if (line.seen[i] > 0) seen += fmt::format("{}{} {}", seen.empty() ? "" : ", ", words, line.seen[i]);
            if (line.seen[i] == 0 && line.possible[i]) never += fmt::format("{}{}", never.empty() ? "" : ", ", words);
        }
        if (seen.empty()) seen = "no scenario";
        return never.empty() ? seen : seen + "; never " + never;
    }

    const model::Policy& policy_;
    const Coverage& coverage_;
    std::size_t widest_ = 6;
    std::string text_;
};

std::string decision_words(const model::Policy& policy, const DecisionRecord& decision) {
    if (decision.results.size() == 1 && decision.results.front().result.outcome == decision.outcome) {
        const Result& result = decision.results.front().result;
        if (result.outcome != Outcome::approved) return words_for(policy, result);
        return fmt::format("approved from {} through {}", iso_text(result.period.from),
                           iso_text(result.period.through));
    }
    return std::string(words_of(decision.outcome));
}

std::string survivors_text(const model::Policy& policy, const Mutation& mutation, bool alike) {
    std::string text;
    std::string place;
    for (const Survivor& survivor : mutation.survivors) {
        if (survivor.states.has_value() != alike) continue;
        const Place& at = survivor.change.place;
        if (at.name != place)
            text +=
                at.line == 0 ? fmt::format("    {}\n", at.name) : fmt::format("    {}, line {}\n", at.name, at.line);
        place = at.name;
        text += fmt::format("      {} → {}\n        {}\n", survivor.change.before, survivor.change.after,
                            reason_of(policy, survivor));
    }
    return text;
}

std::string mutation_text(const model::Policy& policy, const Mutation& mutation) {
    std::string text = fmt::format("\n  {} mutants, {} killed, {} decide as the policy does: mutation score {}\n",
                                   mutation.mutants, mutation.killed, mutation.alike(), percent(mutation.score()));
    const std::string survivors = survivors_text(policy, mutation, false);
    if (!survivors.empty()) text += "\n  No scenario notices these changes\n" + survivors;
    const std::string alike = survivors_text(policy, mutation, true);
    if (!alike.empty()) text += "\n  No scenario can notice these changes\n" + alike;
    return text;
}

std::string suggestions_text(const Suggestions& suggestions) {
    std::string text;
    for (const std::string& scenario : suggestions.scenarios) text += "\n" + scenario;
    for (const std::string& reason : suggestions.not_found) text += "\n# not found: " + reason;
    if (!suggestions.not_found.empty()) text += "\n";
    return text.empty() ? "\n# nothing is missing\n" : text;
}

}  // namespace

std::string name_of_line(const model::Policy& policy, std::optional<model::LineIndex> line) {
    return line ? policy.facts[index_of(BuiltinFact::line_of_business)].values[*line].name : "not given";
}

std::string missing_words(const Wanted& wanted, const Counts& counts) {
    std::string words;
    const auto add = [&](bool is_missing, const char* word) {
        if (is_missing) words += fmt::format("{}{}", words.empty() ? "" : ", ", word);
    };
    add(wanted.met && counts.met == 0, "met");
    add(wanted.not_met && counts.not_met == 0, "not met");
    add(wanted.unknown && counts.unknown == 0, "unknown");
    add(counts.decisive == 0, "decisive");
    return words;
}

std::string reason_of(const model::Policy& policy, const Survivor& survivor) {
    if (survivor.states)
        return fmt::format("it decides {} of what is read alike", analysis::words_for_all(*survivor.states, "state"));
    if (policy.scenarios.empty()) return "untested: there is no scenario";
    if (survivor.requests == 0) return "unknown: so many others come first that it was not looked at; mend those";
    if (!survivor.witness)
        return fmt::format(
            "unknown: none of {} requests near the scenarios is decided otherwise, and there is no proof",
            survivor.requests);
    const Neighbour& neighbour = survivor.witness->neighbour;
    if (neighbour.steps.empty())
        return fmt::format("untested: scenario \"{}\" comes out otherwise, but does not expect what differs",
                           policy.scenarios[neighbour.scenario].name);
    const std::string original = decision_words(policy, survivor.witness->original);
    const std::string changed = decision_words(policy, survivor.witness->changed);
    return fmt::format(
        "untested: {} comes to {}, with the change to {}", like_text(policy, neighbour.scenario, neighbour.steps),
        original,
        original == changed ? "the same with other possible results, clauses, questions or quantities" : changed);
}

std::string text_of(const model::Policy& policy, const Report& report) {
    const bool is_policy_text = report.suggestions && !report.coverage && !report.mutation;
    std::string text = fmt::format("{}{}: {}, {} failed\n", is_policy_text ? "# " : "", report.file,
                                   counted(policy.scenarios.size(), "scenario"), report.failed);
    if (report.coverage) text += CoverageTable(policy, *report.coverage).text();
    if (report.mutation) text += mutation_text(policy, *report.mutation);
    if (report.suggestions) text += suggestions_text(*report.suggestions);
    return text;
}

}  // namespace pol::coverage
