#include "compiler/ast/words.hpp"
#include "compiler/check/dates.hpp"
#include "compiler/check/passes.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pol::checking {
namespace {

struct Row {
    const ast::HistoryRow* row;
    /// Grows down a history that is in order; equal days may stand in any order.
    std::int32_t key;
};

/// For every row whether it belongs to a longest sequence of rows that are in order.
std::vector<bool> longest_order(const std::vector<Row>& rows) {
    constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::vector<std::size_t> last_of_length;
    std::vector<std::size_t> before(rows.size(), none);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto place = std::upper_bound(last_of_length.begin(), last_of_length.end(), rows[i].key,
                                            [&](std::int32_t key, std::size_t row) { return key < rows[row].key; });
        if (place != last_of_length.begin()) before[i] = *(place - 1);
        if (place == last_of_length.end())
            last_of_length.push_back(i);
        else
            *place = i;
    }
    std::vector<bool> in_order(rows.size(), false);
    for (std::size_t i = last_of_length.empty() ? none : last_of_length.back(); i != none; i = before[i])
        in_order[i] = true;
    return in_order;
}

std::vector<bool> rows_in_order(std::vector<Row>& rows) {
    const std::vector<bool> oldest_first = longest_order(rows);
    for (Row& row : rows) row.key = -row.key;
    const std::vector<bool> newest_first = longest_order(rows);
    const auto count = [](const std::vector<bool>& flags) { return std::count(flags.begin(), flags.end(), true); };
    return count(oldest_first) > count(newest_first) ? oldest_first : newest_first;
}

}  // namespace

void check_history(const ast::Policy& policy, Sink& sink) {
    for (const ast::History* history : blocks_of<ast::History>(policy)) {
        std::vector<Row> rows;
        for (const ast::HistoryRow& row : history->rows)
            if (const std::optional<DaySpan> day = days_of(row.date)) rows.push_back({&row, day->first.days});
        const std::vector<bool> in_order = rows_in_order(rows);
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (!in_order[i])
                sink.add(
                    FindingCode::history_order, rows[i].row->date.span,
                    fmt::format("`{}` stands out of the order of the dates around it", ast::written(rows[i].row->date)),
                    "compare it with the document; if it is printed so, keep it and write a `reading`");
    }
}

}  // namespace pol::checking
