#include "compiler/verify/alignment.hpp"

#include "compiler/verify/printed_text.hpp"
#include "compiler/verify/stems.hpp"

#include <algorithm>

namespace pol::verifying {
namespace {

// What two items beside each other are worth. Labels outweigh words, which are the authors' own; words outweigh labels
// where a list goes on with other numbers.
constexpr double same_label = 2;
constexpr double same_words = 4;
constexpr double other_label = -0.5;
/// Items with different labels must have so much in common.
constexpr double least_in_common = 0.3;

struct Row {
    std::size_t clause = nowhere;
    std::set<std::string> stems;
};

class Aligner {
public:
    Aligner(const std::vector<Clause>& clauses, const std::vector<PrintedItem>& items)
        : clauses_(clauses), items_(items) {
        for (std::size_t i = 0; i < clauses.size(); ++i)
            if (!clauses[i].label.empty()) rows_.push_back({i, stems_of(clauses[i].own.words)});
        for (const PrintedItem& item : items) item_stems_.push_back(stems_of(item.text.text));
    }

    Alignment align() {
        fill();
        Alignment alignment{std::vector<std::size_t>(clauses_.size(), nowhere),
                            std::vector<std::size_t>(items_.size(), nowhere), best(0, 0)};
        std::size_t row = 0;
        std::size_t item = 0;
        while (row < rows_.size() && item < items_.size()) {
            const double here = best(row, item);
            if (here == best(row + 1, item)) {
                ++row;
            } else if (here == best(row, item + 1)) {
                ++item;
            } else {
                alignment.item_of[rows_[row].clause] = item;
                alignment.clause_of[item] = rows_[row].clause;
                ++row;
                ++item;
            }
        }
        return alignment;
    }

private:
    double& best(std::size_t row, std::size_t item) { return best_[row * (items_.size() + 1) + item]; }

    /// What the rest of both is worth from every pair of places on.
    void fill() {
        best_.assign((rows_.size() + 1) * (items_.size() + 1), 0);
        for (std::size_t row = rows_.size(); row-- > 0;)
            for (std::size_t item = items_.size(); item-- > 0;)
                best(row, item) =
                    std::max({best(row + 1, item), best(row, item + 1), best(row + 1, item + 1) + worth(row, item)});
    }

    [[nodiscard]] double worth(std::size_t row, std::size_t item) const {
        const double common = shared(rows_[row].stems, item_stems_[item]);
        const bool same = lower_case(clauses_[rows_[row].clause].label) == lower_case(items_[item].label);
        if (same) return same_label + same_words * common;
        return common < least_in_common ? -1 : other_label + same_words * common;
    }

    const std::vector<Clause>& clauses_;
    const std::vector<PrintedItem>& items_;
    std::vector<Row> rows_;
    std::vector<std::set<std::string>> item_stems_;
    std::vector<double> best_;
};

}  // namespace

Alignment align(const std::vector<Clause>& clauses, const std::vector<PrintedItem>& items) {
    return Aligner(clauses, items).align();
}

}  // namespace pol::verifying
