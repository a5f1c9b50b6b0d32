#include "compiler/verify/comparison.hpp"
#include "compiler/verify/pools.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace pol::verifying {
namespace {

constexpr const char* figure_hint =
    "write what the document prints; a value that it does not print stands in a definition, or behind a code, that "
    "says `not in document \"…\"`, what it leaves open in a `reading`";

bool is_same_place(const Difference& left, const Difference& right) {
    return left.clause == right.clause && left.place == right.place;
}

/// Of one figure written twice in a clause, as in its text and its condition, the first stands for both.
std::vector<Difference> once_each(const std::vector<Difference>& differences) {
    std::vector<Difference> kept;
    for (const Difference& difference : differences) {
        const bool is_known = std::any_of(kept.begin(), kept.end(), [&](const Difference& other) {
            return is_same_place(other, difference) && other.figure.kind == difference.figure.kind &&
                   other.figure.key == difference.figure.key;
        });
        if (!is_known) kept.push_back(difference);
    }
    return kept;
}

/// Whether the printed figure is missing in a clause only because another one, which the clause sees, lacks it too.
bool follows_from(const Comparison& comparison, const Difference& difference, const std::vector<Difference>& all) {
    if (difference.clause == nowhere) return false;
    const Clause& clause = comparison.clauses[difference.clause];
    for (const ast::ItemRange& range : clause.references)
        for (const std::size_t seen : clauses_in(comparison.clauses, range, clause.block))
            for (const Difference& other : all)
                if (other.clause == seen && seen != difference.clause && other.figure.key == difference.figure.key)
                    return true;
    return false;
}

/// Where the document has the item of a clause.
Span item_span(const Comparison& comparison, std::size_t clause) {
    const std::size_t item = clause == nowhere ? nowhere : item_before(comparison, clause);
    return item == nowhere ? Span{} : comparison.document.items[item].label_span;
}

/// An address is compared with the one that its item prints, if there is any.
Span place_of(const Comparison& comparison, const Difference& difference) {
    const std::size_t item = difference.clause == nowhere ? nowhere : item_before(comparison, difference.clause);
    if (item != nowhere && difference.figure.kind == FigureKind::address)
        for (const Figure& figure : comparison.document.items[item].figures)
            if (figure.kind == FigureKind::address) return figure.span;
    return item_span(comparison, difference.clause);
}

class DifferenceReport {
public:
    explicit DifferenceReport(Comparison& comparison)
        : comparison_(comparison),
          unprinted_(once_each(comparison.unprinted)),
          unrecorded_(once_each(comparison.unrecorded)) {
        const std::vector<Difference> all = unrecorded_;
        std::erase_if(unrecorded_,
                      [&](const Difference& difference) { return follows_from(comparison, difference, all); });
        is_paired_.assign(unrecorded_.size(), false);
    }

    void make() {
        std::vector<const Difference*> alone;
        // First those of one place, then those of two: a vial's volume stands with the drug and is printed with the
        // dose.
        for (const Difference& difference : unprinted_)
            if (!pair(difference, true)) alone.push_back(&difference);
        for (const Difference* difference : alone)
            if (!pair(*difference, false)) report_unprinted(*difference);
        for (std::size_t i = 0; i < unrecorded_.size(); ++i)
            if (!is_paired_[i]) report_unrecorded(unrecorded_[i]);
    }

private:
    bool pair(const Difference& unprinted, bool at_one_place) {
        for (std::size_t i = 0; i < unrecorded_.size(); ++i) {
            const Difference& unrecorded = unrecorded_[i];
            const bool fits = at_one_place ? is_same_place(unprinted, unrecorded)
                                           : unprinted.clause == nowhere || unrecorded.clause == nowhere;
            if (is_paired_[i] || !fits || !is_alike(unprinted.figure, unrecorded.figure)) continue;
            is_paired_[i] = true;
            report(comparison_, FindingCode::figure_printed_otherwise, unprinted.figure.span,
                   fmt::format("{} says `{}` where the document prints `{}`", unprinted.where, unprinted.figure.shown,
                               unrecorded.figure.shown),
                   figure_hint, unrecorded.figure.span, "printed here");
            return true;
        }
        return false;
    }

    void report_unprinted(const Difference& difference) {
        report(comparison_, FindingCode::figure_not_printed, difference.figure.span,
               difference.clause == nowhere
                   ? fmt::format("`{}` of {} does not stand in the document", difference.figure.shown, difference.where)
                   : fmt::format("`{}` of {} does not stand in that item of the document", difference.figure.shown,
                                 difference.where),
               figure_hint, place_of(comparison_, difference), "the item");
    }

    void report_unrecorded(const Difference& difference) {
        report(comparison_, FindingCode::figure_left_out, difference.place,
               fmt::format("the document prints `{}`, which is not in {}", difference.figure.shown, difference.where),
               "write it in the statement that it belongs to, or in the text of a `note`", difference.figure.span,
               "printed here");
    }

    Comparison& comparison_;
    std::vector<Difference> unprinted_;
    std::vector<Difference> unrecorded_;
    std::vector<bool> is_paired_;
};

}  // namespace

void report(Comparison& comparison, FindingCode code, const Span& place, std::string message, std::string hint,
            const Span& printed, std::string caption) {
    Finding finding{.code = code, .span = place, .message = std::move(message), .hint = std::move(hint), .labels = {}};
    if (printed.end > 0) finding.labels.push_back({printed, std::move(caption)});
    comparison.sink.add(std::move(finding));
}

std::string quoted(const std::string& name) { return "`" + name + "`"; }

void count(Comparison& comparison, const Figure& figure) {
    ++(figure.kind == FigureKind::code || figure.kind == FigureKind::codes ? comparison.verified.codes
                                                                           : comparison.verified.figures);
}

bool holds_address(const PrintedText& text, const Figure& address) {
    const std::string all = code_figure(text.text).key;
    // Something that goes on is another address.
    for (std::size_t at = all.find(address.key); at != std::string::npos; at = all.find(address.key, at + 1)) {
        const std::size_t behind = at + address.key.size();
        if (behind >= all.size() || !is_digit(all[behind]) || !is_digit(all[behind - 1])) return true;
    }
    return false;
}

void report_differences(Comparison& comparison) { DifferenceReport(comparison).make(); }

}  // namespace pol::verifying
