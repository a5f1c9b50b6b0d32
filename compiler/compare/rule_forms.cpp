#include "compiler/compare/rule_forms.hpp"

#include "compiler/analyze/value_words.hpp"
#include "compiler/analyze/wording.hpp"
#include "compiler/interpret/words.hpp"
#include "compiler/source/counted.hpp"
#include "pol/date_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pol::comparison {

namespace {

using model::ClauseIndex;

const char* words_of(model::Replaced replaced) {
    if (replaced == model::Replaced::approval) return " instead of approval";
    return replaced == model::Replaced::denial ? " instead of denial" : "";
}

/// What one dose is, as the policy says it if that is no code's unit: in mg rather than in units billed.
const model::QuantityPerDose& amount_of_dose(const model::Approval& approval) {
    const auto clinical = std::find_if(approval.per_dose.begin(), approval.per_dose.end(),
                                       [](const model::QuantityPerDose& each) { return each.code.empty(); });
    return clinical == approval.per_dose.end() ? approval.per_dose.front() : *clinical;
}

std::vector<std::string> dose_pieces(const model::Approval& approval) {
    std::vector<std::string> pieces;
    if (approval.has_schedule)
        pieces.push_back(fmt::format("{} {} apart, then every {}",
                                     counted(approval.schedule.loading_doses, "loading dose"),
                                     counted(approval.schedule.loading_interval, "day"),
                                     counted(approval.schedule.maintenance_interval, "day")));
    if (!approval.per_dose.empty()) {
        const model::QuantityPerDose& dose = amount_of_dose(approval);
        pieces.push_back("for each dose " + analysis::words_for_amount(dose.amount, dose.unit));
    }
    return pieces;
}

}  // namespace

RuleForms::RuleForms(const Texts& texts, bool is_new)
    : texts_(texts),
      is_new_(is_new),
      policy_(is_new ? texts.newer : texts.older),
      prepared_(is_new ? texts.prepared_new : texts.prepared_old),
      forms_(is_new ? texts.new_forms : texts.old_forms),
      determination_of_clause_(policy_.clauses.size(), nullptr) {
    for (const model::Determination& determination : policy_.determinations)
        determination_of_clause_[determination.clause] = &determination;
}

Rule RuleForms::rule(ClauseIndex clause) const {
    if (const model::Requirement* requirement = prepared_.requirement_of_clause[clause]) return rule(*requirement);
    if (determination_of_clause_[clause] != nullptr) return rule(*determination_of_clause_[clause]);
    if (policy_.clauses[clause].kind == ClauseKind::box) return box(clause);
    return {};
}

Rule RuleForms::rule(const model::Requirement& requirement) const {
    Rule rule{.is_there = true};
    if (requirement.only_if) rule.conditions.push_back(*requirement.only_if);
    const auto* condition = std::get_if<model::Condition>(&requirement.body);
    const std::string asked = words(requirement.only_if, "if ");
    if (condition != nullptr) {
        rule.conditions.push_back(*condition);
        rule.form = forms_.of(*condition);
        rule.words = analysis::words_for_condition(policy_, *condition);
        rule.frame = "condition";
    } else {
        const auto& group = std::get<model::RequirementGroup>(requirement.body);
        rule.form = rule.frame = form(group);
        rule.words = words(group);
    }
    rule.form += "|" + forms_.of(requirement.only_if);
    if (!asked.empty()) rule.words = asked + ": " + rule.words;
    return rule;
}

Rule RuleForms::rule(const model::Determination& determination) const {
    Rule rule{.is_there = true};
    if (determination.condition) rule.conditions.push_back(*determination.condition);
    std::vector<std::size_t> exceptions;
    for (const model::DeterminationIndex index : determination.exceptions)
        exceptions.push_back(texts_.joint(policy_.determinations[index].clause, is_new_));
    std::sort(exceptions.begin(), exceptions.end());
    rule.frame = fmt::format("{}|{}|{}|{}|{}", forms_.of(determination.verdict), words_of(determination.replaces),
                             lines_of(determination), fmt::join(exceptions, ","), determination.condition.has_value());
    rule.form = rule.frame + forms_.of(determination.condition);
    rule.words = words_for(policy_, determination.verdict) + words_of(determination.replaces) +
                 words(determination.condition, " when ");
    for (const model::DeterminationIndex index : determination.exceptions)
        rule.words += fmt::format(", except by {}", policy_.clauses[policy_.determinations[index].clause].id);
    if (std::find(determination.lines.begin(), determination.lines.end(), false) != determination.lines.end())
        rule.words += fmt::format(" (for {})", lines_of(determination));
    return rule;
}

std::string RuleForms::lines_of(const model::Determination& determination) const {
    std::string names;
    for (std::size_t line = 0; line < policy_.lines.size(); ++line) {
        const auto& present = prepared_.determinations_of_line[line];
        const bool has_it = std::any_of(present.begin(), present.end(), [&](model::DeterminationIndex index) {
            return &policy_.determinations[index] == &determination;
        });
        if (!has_it) continue;
        names += (names.empty() ? "" : ", ") + policy_.facts[index_of(BuiltinFact::line_of_business)].values[line].name;
    }
    return names;
}

Rule RuleForms::box(ClauseIndex clause) const {
    Rule rule;
    for (const model::LineOfBusiness& line : policy_.lines)
        if (line.box == clause) rule.words = line.ticked ? "ticked" : "not ticked";
    rule.form = rule.words;
    return rule;
}

std::string RuleForms::form(const model::RequirementGroup& group) const {
    std::vector<std::string> members;
    for (const model::RequirementNode& node : group.members) {
        const auto* nested = std::get_if<model::RequirementGroup>(&node);
        members.push_back(nested != nullptr ? form(*nested)
                                            : std::to_string(texts_.joint(std::get<ClauseIndex>(node), is_new_)));
    }
    std::sort(members.begin(), members.end());
    return fmt::format("{}[{}]", analysis::words_for_quantifier(group.quantifier, group.count),
                       fmt::join(members, ","));
}

std::string RuleForms::words(const model::RequirementGroup& group) const {
    std::vector<std::string> members;
    for (const model::RequirementNode& node : group.members) {
        const auto* nested = std::get_if<model::RequirementGroup>(&node);
        members.push_back(nested != nullptr ? fmt::format("({})", words(*nested))
                                            : policy_.clauses[std::get<ClauseIndex>(node)].id);
    }
    return fmt::format("{} {}", analysis::words_for_quantifier(group.quantifier, group.count),
                       fmt::join(members, ", "));
}

std::string RuleForms::words(const std::optional<model::Condition>& condition, const char* before) const {
    return condition ? before + analysis::words_for_condition(policy_, *condition) : std::string();
}

std::string RuleForms::words(const model::Approval& approval) const {
    std::string text = time_words(
        approval, approval.length ? std::string("a computed time") : analysis::words_for_duration(approval.duration));
    for (const std::string& piece : dose_pieces(approval)) text += ", " + piece;
    for (const model::ComputedAmount& amount : approval.amounts) text += ", " + amount.name;
    return text;
}

std::vector<std::string> RuleForms::pieces(const model::Approval& approval) const {
    std::vector<std::string> all{time_words(approval, approval.length
                                                          ? analysis::words_for_value(policy_, *approval.length)
                                                          : analysis::words_for_duration(approval.duration))};
    for (std::string& piece : dose_pieces(approval)) all.push_back(std::move(piece));
    for (const model::QuantityPerDose& each : approval.per_dose)
        if (!each.code.empty()) all.push_back("billed with " + each.code);
    for (const model::ComputedAmount& amount : approval.amounts)
        all.push_back(fmt::format("{} = {}{}", amount.name, analysis::words_for_value(policy_, amount.value),
                                  words(amount.only_if, " when ")));
    return all;
}

std::vector<std::string> RuleForms::billed_pieces(const model::Approval& approval) {
    std::vector<std::string> all;
    for (const model::QuantityPerDose& each : approval.per_dose)
        if (!each.code.empty())
            all.push_back(fmt::format("for each dose {}", analysis::words_for_amount(each.amount, each.code)));
    return all;
}

std::string RuleForms::time_words(const model::Approval& approval, const std::string& length) const {
    std::string text = length + " from " + policy_.facts[approval.starts_on].name;
    if (approval.until)
        text += fmt::format(" until {} at the latest", analysis::words_for_day(policy_, *approval.until));
    return text;
}

std::string RuleForms::ending(const model::Section& section) const {
    if (!section.otherwise) return "-";
    return fmt::format("{}|{}", texts_.joint(section.otherwise->clause, is_new_),
                       forms_.of(section.otherwise->verdict));
}

std::string RuleForms::ending_words(const model::Section& section) const {
    return section.otherwise ? words_for(policy_, section.otherwise->verdict) : "an outcome for all";
}

}  // namespace pol::comparison
