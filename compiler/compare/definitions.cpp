#include "compiler/compare/definitions.hpp"

#include "compiler/analyze/value_words.hpp"
#include "compiler/analyze/wording.hpp"
#include "compiler/compare/reads.hpp"
#include "compiler/source/overloaded.hpp"
#include "pol/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pol::comparison {

namespace {

using model::Condition;
using model::Policy;
using model::Term;
using model::TermIndex;
using Pieces = std::vector<std::string>;

/// The term of a definition, or of the days of one with cases in months and in days.
const Term* term_named(const Policy& policy, const std::string& name, bool in_days = false) {
    const auto found = std::find_if(policy.terms.begin(), policy.terms.end(), [&](const Term& term) {
        return term.name == name && term.days_of.has_value() == in_days;
    });
    return found == policy.terms.end() ? nullptr : &*found;
}

const Term* days_of(const Policy& policy, const Term& months) { return term_named(policy, months.name, true); }

TermIndex index_of_term(const Policy& policy, const Term& term) {
    return static_cast<TermIndex>(&term - policy.terms.data());
}

/// What both texts define stands for itself, so that only what reads it differently differs.
Forms forms_by_name(const Policy& policy, const Policy& other, const Forms& whole) {
    Pieces names;
    for (TermIndex i = 0; i < policy.terms.size(); ++i) {
        const Term& term = policy.terms[i];
        const bool is_in_both = term_named(other, term.name, term.days_of.has_value()) != nullptr;
        names.push_back(is_in_both ? fmt::format("={}{}", term.name, term.days_of ? " in days" : "") : whole.named(i));
    }
    return {policy, std::move(names)};
}

/// All that a definition says, which of a time by cases of two kinds are two terms.
std::string whole_form(const Policy& policy, const Forms& forms, const Term& term) {
    const Term* days = days_of(policy, term);
    return forms.of(term) + (days != nullptr ? "/" + forms.of(*days) : std::string());
}

std::string whole_name(const Policy& policy, const Forms& forms, const Term& term) {
    const Term* days = days_of(policy, term);
    return forms.named(index_of_term(policy, term)) +
           (days != nullptr ? "/" + forms.named(index_of_term(policy, *days)) : std::string());
}

std::string case_words(const Policy& policy, const std::optional<Condition>& when, const std::string& value) {
    return value + (when ? " when " + analysis::words_for_condition(policy, *when) : " otherwise");
}

Pieces pieces_of(const Policy& policy, const std::vector<model::Case>& cases) {
    Pieces pieces;
    for (const model::Case& each : cases)
        pieces.push_back(case_words(policy, each.when, analysis::words_for_value(policy, each.value)));
    return pieces;
}

Pieces pieces_of(const Policy& policy, const std::vector<model::DayCase>& cases) {
    Pieces pieces;
    for (const model::DayCase& each : cases)
        pieces.push_back(case_words(policy, each.when, analysis::words_for_day(policy, each.day)));
    return pieces;
}

Pieces pieces_of(const Policy& policy, const model::Selection& selection) {
    constexpr const char* words[] = {"the only", "the greatest", "the least"};
    Pieces pieces = pieces_of(policy, selection.cases);
    pieces.push_back(fmt::format("{} of the rows that hold", words[static_cast<std::size_t>(selection.rule)]));
    return pieces;
}

/// The cases as written, each with its value, months or days.
std::vector<model::Case> both_kinds(const Term& months, const Term& days) {
    auto cases = std::get<std::vector<model::Case>>(months.body);
    const auto& others = std::get<std::vector<model::Case>>(days.body);
    for (std::size_t i = 0; i < cases.size(); ++i)
        if (cases[i].is_of_other_term) cases[i].value = others[i].value;
    return cases;
}

/// What a definition says, one case a piece.
Pieces pieces_of(const Policy& policy, const Term& term) {
    if (const Term* days = days_of(policy, term)) return pieces_of(policy, both_kinds(term, *days));
    return std::visit(
        overloaded{[&](const Condition& body) { return Pieces{analysis::words_for_condition(policy, body)}; },
                   [&](const model::Expression& value) { return Pieces{analysis::words_for_value(policy, value)}; },
                   [&](const model::Day& day) { return Pieces{analysis::words_for_day(policy, day)}; },
                   [&](const auto& cases) { return pieces_of(policy, cases); }},
        term.body);
}

/// Cases chosen in order that are alike in both texts, at the same place, say nothing of the edit.
void leave_out_alike(Pieces& older, Pieces& newer) {
    if (older.size() != newer.size() || older == newer) return;
    for (std::size_t i = older.size(); i-- > 0;) {
        if (older[i] != newer[i]) continue;
        older.erase(older.begin() + static_cast<std::ptrdiff_t>(i));
        newer.erase(newer.begin() + static_cast<std::ptrdiff_t>(i));
    }
}

}  // namespace

Definitions::Definitions(const Texts& texts)
    : texts_(texts),
      old_forms_(forms_by_name(texts.older, texts.newer, texts.old_forms)),
      new_forms_(forms_by_name(texts.newer, texts.older, texts.new_forms)) {
    for (TermIndex i = 0; i < texts.newer.terms.size(); ++i) {
        const Term& term = texts.newer.terms[i];
        const Term* older = term.days_of ? nullptr : term_named(texts.older, term.name);
        if (older == nullptr ||
            whole_form(texts.older, old_forms_, *older) == whole_form(texts.newer, new_forms_, term))
            continue;
        if (whole_name(texts.older, texts.old_forms, *older) != whole_name(texts.newer, texts.new_forms, term))
            edited_.push_back({index_of_term(texts.older, *older), i});
    }
}

std::vector<DefinitionEdit> Definitions::edits() const {
    std::vector<DefinitionEdit> edits;
    edits.reserve(edited_.size());
    for (const Pair& pair : edited_) edits.push_back(edit_of(pair));
    return edits;
}

DefinitionEdit Definitions::edit_of(const Pair& pair) const {
    const Term& term = texts_.newer.terms[pair.in_new];
    Pieces older = pieces_of(texts_.older, texts_.older.terms[pair.in_old]);
    Pieces newer = pieces_of(texts_.newer, term);
    leave_out_alike(older, newer);
    DefinitionEdit edit{.name = term.name,
                        .phrase = term.phrase,
                        .old_words = fmt::format("{}", fmt::join(older, "; ")),
                        .new_words = fmt::format("{}", fmt::join(newer, "; "))};
    if (edit.old_words != edit.new_words) return edit;
    edit.old_words += " (" + levels_of(texts_.older, {Condition{model::TermTest{.term = pair.in_old}}}) + ")";
    edit.new_words += " (" + levels_of(texts_.newer, {Condition{model::TermTest{.term = pair.in_new}}}) + ")";
    return edit;
}

bool Definitions::differ(const std::vector<Condition>& older, const std::vector<Condition>& newer) const {
    return !std::equal(
        older.begin(), older.end(), newer.begin(), newer.end(),
        [&](const Condition& one, const Condition& two) { return old_forms_.of(one) == new_forms_.of(two); });
}

std::vector<std::string> Definitions::behind(const std::vector<Condition>& older,
                                             const std::vector<Condition>& newer) const {
    Reads old_reads(texts_.older), new_reads(texts_.newer);
    for (const Condition& condition : older) old_reads.add(condition);
    for (const Condition& condition : newer) new_reads.add(condition);
    std::vector<std::string> names;
    for (const Pair& pair : edited_)
        if (old_reads.terms.count(pair.in_old) > 0 || new_reads.terms.count(pair.in_new) > 0)
            names.push_back(texts_.newer.terms[pair.in_new].name);
    return names;
}

std::string levels_of(const Policy& policy, const std::vector<Condition>& conditions) {
    Reads reads(policy);
    for (const Condition& condition : conditions) reads.add(condition);
    std::string words;
    for (const Evidence level : reads.levels) words += (words.empty() ? "" : ", ") + std::string(words_of(level));
    return words;
}

}  // namespace pol::comparison
