#include "compiler/verify/section_labels.hpp"

#include "compiler/verify/figures.hpp"
#include "compiler/verify/printed_text.hpp"

#include <algorithm>
#include <utility>

namespace pol::verifying {

void read_on_behind_headings(Document& document, const std::vector<Clause>& clauses) {
    const auto in_capitals = [](const std::string& label) {
        return !label.empty() && std::all_of(label.begin(), label.end(), is_upper);
    };
    if (std::any_of(clauses.begin(), clauses.end(), [&](const Clause& clause) { return in_capitals(clause.label); }))
        return;
    std::vector<PrintedItem> items;
    for (PrintedItem& item : document.items) {
        if (!in_capitals(item.label)) {
            items.push_back(std::move(item));
            continue;
        }
        if (items.empty()) {
            read_on(document.before_items, item.text);
            continue;
        }
        read_on(items.back().text, item.text);
        items.back().figures = figures_of(items.back().text);
    }
    document.items = std::move(items);
}

}  // namespace pol::verifying
