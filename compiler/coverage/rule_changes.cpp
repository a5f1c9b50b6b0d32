#include "compiler/analyze/wording.hpp"
#include "compiler/coverage/parts.hpp"
#include "compiler/coverage/test_changes.hpp"
#include "compiler/interpret/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pol::coverage {

namespace {

using model::Verdict;

/// What an outcome is mistaken for.
Outcome mistaken(Outcome outcome) {
    switch (outcome) {
        case Outcome::excluded:
        case Outcome::investigational:
            return Outcome::not_medically_necessary;
        case Outcome::does_not_apply:
            return Outcome::criteria_not_met;
        case Outcome::refer:
            return Outcome::does_not_apply;
        case Outcome::not_medically_necessary:
        case Outcome::criteria_not_met:
        case Outcome::review:
        case Outcome::approved:
        case Outcome::needs_information:
            break;
    }
    return Outcome::excluded;
}

void change_verdict(Changer& changer, Verdict& verdict) {
    const Words words = [&] { return words_for(changer.policy(), verdict); };
    changer.replace(verdict, Verdict{.outcome = mistaken(verdict.outcome), .target = no_index}, words);
    const std::size_t targets = changer.policy().targets.size();
    if (verdict.outcome != Outcome::refer || targets < 2) return;
    const auto other = static_cast<model::TargetIndex>((verdict.target + 1U) % targets);
    changer.replace(verdict, Verdict{.outcome = Outcome::refer, .target = other}, words);
}

model::Condition never() {
    return {model::ConditionGroup{.quantifier = model::Quantifier::any_of, .count = 0, .members = {}}};
}

/// Left out, and without its condition. One without a condition may be all that its section has to say, and stays.
void change_presence(Changer& changer, model::Determination& determination) {
    const std::string verdict = words_for(changer.policy(), determination.verdict);
    const bool may_go = determination.condition || determination.replaces != model::Replaced::nothing;
    if (may_go) changer.replace(determination.condition, std::optional(never()), verdict, left_out);
    if (!determination.condition) return;
    const std::string words = analysis::words_for_condition(changer.policy(), *determination.condition);
    changer.replace(determination.condition, std::optional<model::Condition>(), "when " + words, "always");
}

void change_exceptions(Changer& changer, model::Determination& determination) {
    const model::Policy& policy = changer.policy();
    for (std::size_t i = 0; i < determination.exceptions.size(); ++i) {
        std::vector<model::DeterminationIndex> fewer = determination.exceptions;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
        const model::Determination& exception = policy.determinations[determination.exceptions[i]];
        changer.replace(determination.exceptions, fewer, "exception by " + policy.clauses[exception.clause].id,
                        left_out);
    }
}

/// The sections of a policy that can hear of a determination.
std::vector<model::Section> sections_with(const model::Policy& policy, model::DeterminationIndex index,
                                          std::size_t line) {
    std::vector<model::Section> sections = policy.sections;
    std::vector<model::DeterminationIndex>& heard = sections[*policy.lines[line].section].determinations;
    if (std::find(heard.begin(), heard.end(), index) == heard.end()) heard.push_back(index);
    return sections;
}

bool hears_of(const model::Section& section, model::DeterminationIndex index) {
    return std::find(section.determinations.begin(), section.determinations.end(), index) !=
           section.determinations.end();
}

/// Whether a determination stands outside all sections; then its `for` could name any line.
bool is_guideline(const model::Policy& policy, model::DeterminationIndex index) {
    const std::string& id = policy.clauses[policy.determinations[index].clause].id;
    const std::string block = id.substr(0, id.find('.'));
    return std::none_of(policy.sections.begin(), policy.sections.end(),
                        [&](const model::Section& section) { return section.id == block; });
}

/// `for` lines, one less or one more.
void change_lines(Changer& changer, model::DeterminationIndex index) {
    model::Policy& policy = changer.policy();
    model::Determination& determination = policy.determinations[index];
    const bool is_open = is_guideline(policy, index);
    for (std::size_t line = 0; line < policy.lines.size(); ++line) {
        if (!policy.lines[line].section) continue;
        const std::string& name = policy.facts[index_of(BuiltinFact::line_of_business)].values[line].name;
        std::vector<bool> lines = determination.lines;
        lines[line] = !lines[line];
        if (determination.lines[line]) {
            changer.replace(determination.lines, lines, "for " + name, left_out);
        } else if (is_open || hears_of(policy.sections[*policy.lines[line].section], index)) {
            model::Policy changed = policy;
            changed.sections = sections_with(policy, index, line);
            changed.determinations[index].lines = lines;
            changer.replace(policy, std::move(changed), "not for " + name, "for " + name);
        }
    }
}

}  // namespace

void change_determinations(Changer& changer) {
    model::Policy& policy = changer.policy();
    for (std::size_t i = 0; i < policy.determinations.size(); ++i) {
        const auto index = static_cast<model::DeterminationIndex>(i);
        changer.at_clause(policy.determinations[i].clause);
        changer.within(Reach::condition);
        change_presence(changer, policy.determinations[i]);
        if (policy.determinations[i].condition) TestChanges(changer).change(*policy.determinations[i].condition);
        changer.within(Reach::rule);
        change_verdict(changer, policy.determinations[i].verdict);
        change_exceptions(changer, policy.determinations[i]);
        const bool is_gate = policy.gate && *policy.gate == index;
        const bool stands_alone = !policy.determinations[i].condition;
        if (!is_gate && !stands_alone) change_lines(changer, index);
    }
    changer.within(Reach::other);
}

void change_sections(Changer& changer) {
    model::Policy& policy = changer.policy();
    for (model::Section& section : policy.sections) {
        if (!section.otherwise) continue;
        changer.at_clause(section.otherwise->clause);
        const Words words = [&] { return "otherwise " + words_for(policy, section.otherwise->verdict); };
        const Verdict other{.outcome = mistaken(section.otherwise->verdict.outcome), .target = no_index};
        changer.replace(section.otherwise->verdict, other, words);
    }
    for (std::size_t line = 0; line < policy.lines.size(); ++line) {
        if (!policy.lines[line].section || policy.sections.size() < 2) continue;
        const std::size_t own = *policy.lines[line].section;
        const std::size_t other = (own + 1) % policy.sections.size();
        changer.at_clause(policy.lines[line].box);
        model::Policy changed = policy;
        serve_line(changed, line, other);
        changer.replace(policy, std::move(changed), "served by section " + policy.sections[own].id,
                        "by section " + policy.sections[other].id);
    }
}

}  // namespace pol::coverage
