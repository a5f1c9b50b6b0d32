#include "compiler/verify/comparison.hpp"
#include "compiler/verify/figures.hpp"
#include "compiler/verify/pools.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace pol::verifying {
namespace {

bool is_otherwise(const Clause& clause) { return clause.id.ends_with(".otherwise"); }

/// The items that `otherwise` sees; it has no place of its own in the document.
std::vector<const PrintedText*> texts_seen(const Comparison& comparison, const Clause& clause) {
    std::vector<const PrintedText*> texts;
    for (const ast::ItemRange& range : clause.references)
        for (const std::size_t seen : clauses_in(comparison.clauses, range, clause.block))
            for (const PrintedText* text : texts_for(comparison, seen)) texts.push_back(text);
    if (texts.empty()) texts.push_back(&comparison.document.all);
    return texts;
}

/// The figures of all the texts in which those of a clause may stand.
std::vector<Figure> figures_in(const std::set<const PrintedText*>& texts) {
    std::vector<Figure> all;
    for (const PrintedText* text : texts)
        for (Figure& figure : figures_of(*text)) all.push_back(std::move(figure));
    return all;
}

bool holds_address(const std::set<const PrintedText*>& texts, const Figure& address) {
    return std::any_of(texts.begin(), texts.end(),
                       [&](const PrintedText* text) { return holds_address(*text, address); });
}

void compare_recorded(Comparison& comparison, std::size_t index) {
    const Clause& clause = comparison.clauses[index];
    if (!clause.label.empty() && comparison.alignment.item_of[index] == nowhere) return;
    const std::vector<const PrintedText*> listed =
        is_otherwise(clause) ? texts_seen(comparison, clause) : texts_for(comparison, index);
    const std::set<const PrintedText*> texts(listed.begin(), listed.end());
    const std::vector<Figure> printed = clause.own.figures.empty() ? std::vector<Figure>() : figures_in(texts);
    for (const Figure& figure : clause.own.figures) {
        if (!figure.is_needed) continue;
        count(comparison, figure);
        const bool stands =
            figure.kind == FigureKind::address ? holds_address(texts, figure) : is_among(figure, printed);
        if (!stands) comparison.unprinted.push_back({figure, index, quoted(clause.id), clause.place});
    }
    for (const Figure& figure : clause.elsewhere)
        if (figure.is_needed && figure.number != "1" && !is_anywhere(figure, comparison.document.all_figures) &&
            !is_recorded(comparison.drugs.figures, figure))
            comparison.unprinted.push_back({figure, index, quoted(clause.id), clause.place});
}

/// Whether a figure that an item prints is recorded outside of all items. What stands with a drug stands for a dose's
/// other figures (`100 mg (15 mL)`), not for the dose: the clause must have one of them.
bool is_recorded_outside(const Comparison& comparison, const std::vector<Figure>& recorded, const Figure& printed) {
    const std::vector<Figure>& drugs = comparison.drugs.figures;
    const bool has_one = std::any_of(recorded.begin(), recorded.end(), [&](const Figure& figure) {
        return figure.kind == FigureKind::amount && is_among(figure, drugs);
    });
    return (has_one && is_recorded(drugs, printed)) || is_recorded(comparison.header.figures, printed);
}

void compare_printed(Comparison& comparison, std::size_t item) {
    const std::size_t index = comparison.alignment.clause_of[item];
    if (index == nowhere) return;
    const std::vector<Figure> recorded = recorded_for(comparison, index);
    for (const Figure& figure : comparison.document.items[item].figures) {
        if (!figure.is_needed) continue;
        count(comparison, figure);
        if (is_recorded(recorded, figure) || is_recorded_outside(comparison, recorded, figure)) continue;
        const Clause& clause = comparison.clauses[index];
        comparison.unrecorded.push_back({figure, index, quoted(clause.id), clause.place});
    }
}

/// Definitions are written where a value is used, or where the document has a table of its own.
void compare_definitions(Comparison& comparison) {
    for (const ast::Block& block : ast::policy_of(comparison.program).blocks) {
        const auto* define = std::get_if<ast::Define>(&block);
        if (define == nullptr || define->is_part_of_table) continue;
        for (const Figure& figure : comparison.definitions.at(define->name.text).figures) {
            if (!figure.is_needed) continue;
            count(comparison, figure);
            if (!is_anywhere(figure, comparison.document.all_figures))
                comparison.unprinted.push_back({figure, nowhere, quoted(define->name.text), define->name.span});
        }
    }
}

}  // namespace

void compare_items(Comparison& comparison) {
    for (std::size_t i = 0; i < comparison.clauses.size(); ++i) compare_recorded(comparison, i);
    for (std::size_t i = 0; i < comparison.document.items.size(); ++i) compare_printed(comparison, i);
    compare_definitions(comparison);
}

}  // namespace pol::verifying
