#include "compiler/verify/comparison.hpp"
#include "compiler/verify/list_labels.hpp"
#include "compiler/verify/pools.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace pol::verifying {
namespace {

constexpr const char* leave_out_hint =
    "write the document's item with its label, a `note` or, below another item, in `notes … end` if no rule follows "
    "from it; an item that the document does not have says `not in document \"…\"`";

/// Whether a printed label stands so many places behind the written one in its list: `4` and `3`, `d` and `c`, `iv` and
/// `iii`.
bool runs_ahead(std::string_view written, std::string_view printed, int shift) {
    if (all_digits(written) && all_digits(printed)) return value_of(printed) - value_of(written) == shift;
    if (written.size() == 1 && printed.size() == 1 && printed[0] - written[0] == shift) return true;
    const int from = roman_value(lower_case(written));
    const int to = roman_value(lower_case(printed));
    return from > 0 && to > 0 && to - from == shift;
}

/// Goes through both lists of labels in their order.
class LabelComparison {
public:
    explicit LabelComparison(Comparison& comparison)
        : comparison_(comparison), clauses_(comparison.clauses), items_(comparison.document.items) {}

    void compare() {
        for (std::size_t i = 0; i < clauses_.size(); ++i) {
            if (clauses_[i].label.empty()) {
                shift_ = clauses_[i].parent == nowhere ? 0 : shift_;
                continue;
            }
            const std::size_t item = comparison_.alignment.item_of[i];
            if (item == nowhere) {
                report_unprinted(i);
                continue;
            }
            report_left_out_before(item, i);
            compare_label(i, item);
        }
        report_left_out_before(items_.size(), clauses_.empty() ? nowhere : clauses_.size() - 1);
    }

private:
    void report_unprinted(std::size_t clause) {
        --shift_;
        const std::size_t before = item_before(comparison_, clause);
        // What lies below an item that is missing is missing with it.
        const std::size_t parent = clauses_[clause].parent;
        if (parent != nowhere && !clauses_[parent].label.empty() && comparison_.alignment.item_of[parent] == nowhere)
            return;
        const Span printed = before == nowhere ? Span{} : items_[before].label_span;
        report(comparison_, FindingCode::item_not_printed, clauses_[clause].place,
               fmt::format("`{}` has no item of its own in the document", clauses_[clause].id),
               "compare the labels around it; an item that the document does not have says `not in document \"…\"`",
               printed, "the item before it");
    }

    void report_left_out_before(std::size_t item, std::size_t clause) {
        for (; next_item_ < item; ++next_item_) {
            ++shift_;
            const PrintedItem& left_out = items_[next_item_];
            if (const std::size_t exempt = exempt_before(clause, item, left_out.label); exempt != nowhere) {
                report_exempt(clauses_[exempt], left_out);
                continue;
            }
            const Span place = clause == nowhere ? ast::policy_of(comparison_.program).name.span
                                                 : clauses_[place_before(clause, item)].place;
            report(comparison_, FindingCode::item_left_out, place,
                   fmt::format("the document has an item `{}` here that is missing in the policy", left_out.label),
                   leave_out_hint, left_out.label_span, "this item");
        }
        if (item < items_.size()) next_item_ = item + 1;
    }

    /// The item with that label, between those beside their items, that says `not in document`.
    [[nodiscard]] std::size_t exempt_before(std::size_t clause, std::size_t item, const std::string& label) const {
        if (clause == nowhere) return nowhere;
        const std::size_t end = item < items_.size() ? clause : clauses_.size();
        for (std::size_t i = end; i-- > 0 && comparison_.alignment.item_of[i] == nowhere;)
            if (clauses_[i].exempt == label) return i;
        return nowhere;
    }

    void report_exempt(const Clause& clause, const PrintedItem& printed) {
        report(comparison_, FindingCode::item_left_out, clause.place,
               fmt::format("`{}` says `not in document`, but the document has an item `{}` here", clause.id,
                           printed.label),
               "leave out `not in document`: it exempts a whole item; a value that is not printed stands in a "
               "definition that says `not "
               "in document`",
               printed.label_span, "this item");
    }

    /// The clause behind which an item belongs: the last one beside an item before it.
    [[nodiscard]] std::size_t place_before(std::size_t clause, std::size_t item) const {
        std::size_t place = clause;
        for (std::size_t i = clauses_.size(); i-- > 0;) {
            const std::size_t beside = comparison_.alignment.item_of[i];
            if (beside != nowhere && beside < item && beside < next_item_) return i;
        }
        return place;
    }

    void compare_label(std::size_t clause, std::size_t item) {
        ++comparison_.verified.items;
        const std::string& written = clauses_[clause].label;
        const std::string& printed = items_[item].label;
        if (written == printed) {
            shift_ = 0;
            return;
        }
        // Where an item is missing, those behind it may be numbered anew: one cause, one finding.
        if (shift_ != 0 && runs_ahead(written, printed, shift_)) return;
        report(comparison_, FindingCode::label_printed_otherwise, clauses_[clause].place,
               fmt::format("`{}` has the label `{}` in the document", clauses_[clause].id, printed),
               "label the item as the document does", items_[item].label_span, "labelled here");
    }

    Comparison& comparison_;
    const std::vector<Clause>& clauses_;
    const std::vector<PrintedItem>& items_;
    std::size_t next_item_ = 0;
    /// By how much the document's numbers run ahead of the policy's.
    int shift_ = 0;
};

}  // namespace

void compare_labels(Comparison& comparison) { LabelComparison(comparison).compare(); }

}  // namespace pol::verifying
