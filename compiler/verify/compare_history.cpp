#include "compiler/ast/words.hpp"
#include "compiler/verify/comparison.hpp"
#include "compiler/verify/figures.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pol::verifying {
namespace {

const ast::History* history_of(const ast::Policy& policy) {
    for (const ast::Block& block : policy.blocks)
        if (const auto* history = std::get_if<ast::History>(&block)) return history;
    return nullptr;
}

/// A month that is printed without its day is the same as a day of it.
bool is_same_day(const ast::HistoryRow& written, const PrintedRow& printed) {
    const std::string key = date_figure(written.date.year, written.date.month, written.date.day).key;
    return key == printed.date.key || key.starts_with(printed.date.key + "-");
}

/// Lays rows of both sides beside each other, as many as have the same date, both in their order.
class RowComparison {
public:
    RowComparison(Comparison& comparison, const ast::History& history)
        : comparison_(comparison), written_(history.rows), printed_(comparison.document.rows) {}

    void compare() {
        fill();
        std::size_t i = 0;
        std::size_t j = 0;
        while (i < written_.size() || j < printed_.size()) {
            const std::size_t first_i = i;
            const std::size_t first_j = j;
            while (!stand_together(i, j) && i < written_.size() && best(i + 1, j) == best(i, j)) ++i;
            while (!stand_together(i, j) && j < printed_.size() && best(i, j + 1) == best(i, j)) ++j;
            report_gap(first_i, i, first_j, j);
            if (i < written_.size() && j < printed_.size()) compare_codes_of(written_[i++], printed_[j++]);
        }
    }

private:
    std::size_t& best(std::size_t i, std::size_t j) { return best_[i * (printed_.size() + 1) + j]; }
    [[nodiscard]] bool stand_together(std::size_t i, std::size_t j) {
        return i < written_.size() && j < printed_.size() && is_same_day(written_[i], printed_[j]) &&
               best(i, j) == best(i + 1, j + 1) + 1;
    }

    void fill() {
        best_.assign((written_.size() + 1) * (printed_.size() + 1), 0);
        for (std::size_t i = written_.size(); i-- > 0;)
            for (std::size_t j = printed_.size(); j-- > 0;)
                best(i, j) = std::max({best(i + 1, j), best(i, j + 1),
                                       best(i + 1, j + 1) + (is_same_day(written_[i], printed_[j]) ? 1U : 0U)});
    }

    /// Rows between two that agree: side by side they are one row with two dates, the rest is missing.
    void report_gap(std::size_t i, std::size_t end_i, std::size_t j, std::size_t end_j) {
        for (; i < end_i && j < end_j; ++i, ++j)
            report(comparison_, FindingCode::row_printed_otherwise, written_[i].date.span,
                   fmt::format("the document prints `{}` where this row has `{}`", printed_[j].date.shown,
                               ast::written(written_[i].date)),
                   "write the date as printed, even one that looks wrong; a `reading` says what it probably is",
                   printed_[j].date.span, "printed here");
        for (; i < end_i; ++i)
            report(comparison_, FindingCode::row_not_printed, written_[i].date.span,
                   fmt::format("the row of `{}` does not stand here in the document", ast::written(written_[i].date)),
                   "compare the rows around it; the history holds the document's rows in its order", near(j),
                   "the document's rows here");
        for (; j < end_j; ++j)
            report(comparison_, FindingCode::row_left_out, place_of(i),
                   fmt::format("the document has a row of `{}` here that is missing in the policy",
                               printed_[j].date.shown),
                   "add the row in the document's order, with its date as printed", printed_[j].date.span, "this row");
    }

    [[nodiscard]] Span near(std::size_t j) const { return printed_[std::min(j, printed_.size() - 1)].date.span; }
    [[nodiscard]] Span place_of(std::size_t i) const {
        if (written_.empty()) return ast::policy_of(comparison_.program).name.span;
        return written_[i == 0 ? 0 : std::min(i, written_.size()) - 1].date.span;
    }

    void compare_codes_of(const ast::HistoryRow& written, const PrintedRow& printed) {
        ++comparison_.verified.rows;
        Written own;
        write_text(own, written.text);
        const std::vector<Figure> figures = figures_of(printed.text);
        for (const Figure& figure : own.figures)
            if (figure.is_needed && !is_among(figure, figures)) add(comparison_.unprinted, figure, written);
        for (const Figure& figure : figures)
            if (figure.is_needed && figure.kind == FigureKind::code && !is_recorded(own.figures, figure))
                add(comparison_.unrecorded, figure, written);
    }

    static void add(std::vector<Difference>& differences, const Figure& figure, const ast::HistoryRow& written) {
        differences.push_back({figure, nowhere, "the row of " + ast::written(written.date), written.date.span});
    }

    Comparison& comparison_;
    const std::vector<ast::HistoryRow>& written_;
    const std::vector<PrintedRow>& printed_;
    std::vector<std::size_t> best_;
};

}  // namespace

void compare_history(Comparison& comparison) {
    static const ast::History none;
    if (comparison.document.rows.empty()) return;
    const ast::History* history = history_of(ast::policy_of(comparison.program));
    RowComparison(comparison, history == nullptr ? none : *history).compare();
}

}  // namespace pol::verifying
