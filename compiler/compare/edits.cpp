#include "compiler/compare/edits.hpp"

#include "compiler/analyze/approval_conditions.hpp"
#include "compiler/compare/definitions.hpp"
#include "compiler/compare/rule_forms.hpp"
#include "compiler/interpret/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace pol::comparison {

namespace {

using model::ClauseIndex;
using model::Condition;
using model::Policy;

constexpr const char* by_values = ", by values that have changed";

class Edits {
public:
    explicit Edits(const Texts& texts)
        : texts_(texts), definitions_(texts), old_rules_(texts, false), new_rules_(texts, true) {}

    [[nodiscard]] std::vector<Edit> run() && {
        compare_policy();
        compare_facts();
        compare_clauses();
        for (std::size_t line = 0; line < texts_.newer.lines.size(); ++line) compare_line(line);
        return std::move(edits_);
    }

private:
    void add(Edit edit) {
        const auto same = [&](const Edit& other) {
            return other.clause == edit.clause && other.old_words == edit.old_words &&
                   other.new_words == edit.new_words;
        };
        if (std::none_of(edits_.begin(), edits_.end(), same)) edits_.push_back(std::move(edit));
    }

    void compare_policy() {
        const Policy& one = texts_.older;
        const Policy& two = texts_.newer;
        if (one.calendar.short_months != two.calendar.short_months ||
            one.calendar.leap_birthday != two.calendar.leap_birthday)
            add({.clause = "calendar", .old_words = "as the old plan says", .new_words = "as the new plan says"});
        for (std::size_t i = 0; i < two.benefits.size(); ++i) {
            if (one.benefits[i].listed == two.benefits[i].listed) continue;
            const std::string& name = two.facts[index_of(BuiltinFact::benefit)].values[i].name;
            add({.clause = "APPLIES." + name,
                 .old_words = one.benefits[i].listed ? "listed" : "not listed",
                 .new_words = two.benefits[i].listed ? "listed" : "not listed",
                 .in_old = one.benefit_clause,
                 .in_new = two.benefit_clause});
        }
    }

    /// What is true of a fact whatever the rules say.
    void compare_facts() {
        for (std::size_t i = 0; i < texts_.newer.facts.size(); ++i) {
            const model::Fact& one = texts_.older.facts[i];
            const model::Fact& two = texts_.newer.facts[i];
            if (one.implies != two.implies)
                add({.clause = two.name, .old_words = implied(one), .new_words = implied(two)});
            if (one.not_before != two.not_before)
                add({.clause = two.name, .old_words = bound(one), .new_words = bound(two)});
        }
    }
    [[nodiscard]] std::string implied(const model::Fact& fact) const {
        std::string words;
        for (const model::FactIndex each : fact.implies)
            words += (words.empty() ? "implies " : ", ") + texts_.newer.facts[each].name;
        return words;
    }
    [[nodiscard]] std::string bound(const model::Fact& fact) const {
        return fact.not_before ? "not before " + texts_.newer.facts[*fact.not_before].name : std::string();
    }

    void compare_clauses() {
        for (ClauseIndex i = 0; i < texts_.newer.clauses.size(); ++i) {
            const ClauseIndex other = texts_.pairs.old_of_new[i];
            const Rule two = new_rules_.rule(i);
            if (other == no_index) {
                if (two.is_there) add(one_sided(i, true, two));
                continue;
            }
            const Rule one = old_rules_.rule(other);
            if (one.form != two.form) add(changed(other, one, i, two));
        }
        for (ClauseIndex i = 0; i < texts_.older.clauses.size(); ++i)
            if (const Rule one = old_rules_.rule(i); texts_.pairs.new_of_old[i] == no_index && one.is_there)
                add(one_sided(i, false, one));
    }

    [[nodiscard]] Edit one_sided(ClauseIndex clause, bool is_new, const Rule& rule) const {
        Edit edit{.clause = texts_.label(clause, is_new)};
        (is_new ? edit.new_words : edit.old_words) = rule.words;
        (is_new ? edit.in_new : edit.in_old) = clause;
        (is_new ? edit.new_conditions : edit.old_conditions) = rule.conditions;
        return edit;
    }

    [[nodiscard]] Edit changed(ClauseIndex in_old, const Rule& one, ClauseIndex in_new, const Rule& two) const {
        Edit edit{.clause = texts_.label(in_new, true),
                  .old_words = one.words,
                  .new_words = two.words,
                  .in_old = in_old,
                  .in_new = in_new,
                  .old_conditions = one.conditions,
                  .new_conditions = two.conditions,
                  .is_condition = one.frame == two.frame};
        if (one.words == two.words && definitions_.differ(one.conditions, two.conditions)) name_levels(edit);
        name_definitions(edit);
        return edit;
    }

    /// The words are the same where other evidence is asked for.
    void name_levels(Edit& edit) const {
        const std::string one = levels_of(texts_.older, edit.old_conditions);
        const std::string two = levels_of(texts_.newer, edit.new_conditions);
        if (one == two) return;
        edit.old_words += " (" + one + ")";
        edit.new_words += " (" + two + ")";
    }

    /// The words are the same where a definition says something else.
    void name_definitions(Edit& edit) const {
        edit.definitions = definitions_.behind(edit.old_conditions, edit.new_conditions);
        if (edit.old_words == edit.new_words && edit.definitions.empty()) edit.new_words += by_values;
    }

    void compare_line(std::size_t line) {
        const model::Section* one = texts_.prepared_old.section_of(static_cast<model::LineIndex>(line));
        const model::Section* two = texts_.prepared_new.section_of(static_cast<model::LineIndex>(line));
        if (one == nullptr || two == nullptr) return;
        const std::string& name = texts_.newer.facts[index_of(BuiltinFact::line_of_business)].values[line].name;
        for (std::size_t kind = 0; kind < one->criteria.size() || kind < two->criteria.size(); ++kind)
            compare_criteria(name, *one, *two, kind);
        if (old_rules_.ending(*one) != new_rules_.ending(*two)) add(ending_edit(*one, *two));
    }

    /// At least one of two that differ ends with `otherwise`.
    [[nodiscard]] Edit ending_edit(const model::Section& one, const model::Section& two) const {
        const ClauseIndex in_old = one.otherwise ? one.otherwise->clause : ClauseIndex{no_index};
        const ClauseIndex in_new = two.otherwise ? two.otherwise->clause : ClauseIndex{no_index};
        return {.clause = two.otherwise ? texts_.label(in_new, true) : texts_.label(in_old, false),
                .old_words = fmt::format("section {} ends with {}", one.id, old_rules_.ending_words(one)),
                .new_words = fmt::format("section {} ends with {}", two.id, new_rules_.ending_words(two)),
                .in_old = in_old,
                .in_new = in_new};
    }

    void compare_criteria(const std::string& line, const model::Section& one, const model::Section& two,
                          std::size_t kind) {
        const auto of = [&](const model::Section& section) {
            return kind < section.criteria.size() && section.criteria[kind] ? &*section.criteria[kind] : nullptr;
        };
        const std::string& kind_name = texts_.newer.facts[index_of(BuiltinFact::request)].values[kind].name;
        const model::Criteria* was = of(one);
        const model::Criteria* is = of(two);
        const std::string old_form = was != nullptr ? old_rules_.form(was->group) : "";
        const std::string new_form = is != nullptr ? new_rules_.form(is->group) : "";
        if (old_form != new_form)
            add({.clause = one.id == two.id ? fmt::format("{} {}", two.id, kind_name)
                                            : fmt::format("{} {} ({})", two.id, kind_name, line),
                 .old_words = was != nullptr ? old_rules_.words(was->group) : "no criteria",
                 .new_words = is != nullptr ? new_rules_.words(is->group) : "no criteria"});
        if (was != nullptr && is != nullptr) compare_approvals(was->approval, is->approval);
    }

    void compare_approvals(model::ApprovalIndex in_old, model::ApprovalIndex in_new) {
        const model::Approval& one = texts_.older.approvals[in_old];
        const model::Approval& two = texts_.newer.approvals[in_new];
        if (texts_.old_forms.of(one) == texts_.new_forms.of(two)) return;
        const auto [old_words, new_words] = words_of(one, two);
        Edit edit{.clause = texts_.label(one, two),
                  .old_words = old_words,
                  .new_words = new_words,
                  .in_old = one.period_clause,
                  .in_new = two.period_clause};
        if (edit.old_words == edit.new_words) edit.new_words += by_units(one, two);
        edit.old_conditions = analysis::conditions_of(one);
        edit.new_conditions = analysis::conditions_of(two);
        name_definitions(edit);
        add(std::move(edit));
    }

    /// The codes of which a unit is another amount of the drug than before, where the words are the same.
    [[nodiscard]] static std::string by_units(const model::Approval& one, const model::Approval& two) {
        std::vector<std::string> codes;
        for (std::size_t i = 0; i < one.amounts.size() && i < two.amounts.size(); ++i)
            if (!two.amounts[i].code.empty() && one.amounts[i].factor != two.amounts[i].factor)
                codes.push_back(two.amounts[i].code);
        return codes.empty() ? std::string() : fmt::format(", by another unit of {}", fmt::join(codes, ", "));
    }

    /// Only what differs of two approvals; where that is what definitions say, all that they grant, by name.
    [[nodiscard]] std::pair<std::string, std::string> words_of(const model::Approval& one,
                                                               const model::Approval& two) const {
        std::vector<std::string> older = old_rules_.pieces(one);
        std::vector<std::string> newer = new_rules_.pieces(two);
        if (older == newer) {
            older = RuleForms::billed_pieces(one);
            newer = RuleForms::billed_pieces(two);
        }
        if (older == newer) return {old_rules_.words(one), new_rules_.words(two)};
        const std::vector<std::string> all = older;
        const auto leave_out = [](std::vector<std::string>& pieces, const std::vector<std::string>& others) {
            std::erase_if(pieces, [&](const std::string& piece) {
                return std::find(others.begin(), others.end(), piece) != others.end();
            });
        };
        leave_out(older, newer);
        leave_out(newer, all);
        return {fmt::format("{}", fmt::join(older, ", ")), fmt::format("{}", fmt::join(newer, ", "))};
    }

    const Texts& texts_;
    Definitions definitions_;
    RuleForms old_rules_;
    RuleForms new_rules_;
    std::vector<Edit> edits_;
};

}  // namespace

std::vector<Edit> edits_of(const Texts& texts) { return Edits(texts).run(); }

}  // namespace pol::comparison
