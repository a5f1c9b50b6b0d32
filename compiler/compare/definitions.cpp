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

const Term* term_named(const Policy& policy, const std::string& name) {
    const auto found =
        std::find_if(policy.terms.begin(), policy.terms.end(), [&](const Term& term) { return term.name == name; });
    return found == policy.terms.end() ? nullptr : &*found;
}

/// What both texts define stands for itself, so that only what reads it differently differs.
Forms forms_by_name(const Policy& policy, const Policy& other, const Forms& whole) {
    Pieces names;
    for (TermIndex i = 0; i < policy.terms.size(); ++i) {
        const std::string& name = policy.terms[i].name;
        names.push_back(term_named(other, name) != nullptr ? "=" + name : whole.named(i));
    }
    return {policy, std::move(names)};
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

/// What a definition says, one case a piece.
Pieces pieces_of(const Policy& policy, const Term& term) {
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
        const Term* older = term_named(texts.older, term.name);
        if (older == nullptr || old_forms_.of(*older) == new_forms_.of(term)) continue;
        const auto in_old = static_cast<TermIndex>(older - texts.older.terms.data());
        if (texts.old_forms.named(in_old) != texts.new_forms.named(i)) edited_.push_back({in_old, i});
    }
}

std::vector<DefinitionEdit> Definitions::edits() const {
    std::vector<DefinitionEdit> edits;
    for (const Pair& pair : edited_) {
        DefinitionEdit edit = edit_of(pair);
        // A length by cases of months and of days is two terms of one definition.
        const bool is_second = !edits.empty() && edits.back().old_words == edit.old_words &&
                               edits.back().new_words == edit.new_words && edits.back().phrase == edit.phrase;
        if (!is_second) edits.push_back(std::move(edit));
    }
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
