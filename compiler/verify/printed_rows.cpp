#include "compiler/verify/printed_rows.hpp"

#include "compiler/verify/figures.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace pol::verifying {
namespace {

constexpr auto leading_words =
    std::to_array<std::string_view>({"effective", "on", "of", "from", "as", "until", "through", "by", "to", "dated",
                                     "since", "and", "before", "after", "date", "in"});

/// A date of the history with its place in the text.
struct FoundDate {
    Figure date;
    std::size_t begin = 0;
};

bool is_led_to(std::string_view before) {
    const std::string last = lower_case(trimmed(before).substr(trimmed(before).find_last_of(' ') + 1));
    return std::find(leading_words.begin(), leading_words.end(), last) != leading_words.end();
}

std::vector<FoundDate> row_dates(const PrintedText& history) {
    std::vector<FoundDate> dates;
    std::size_t from = 0;
    for (const Figure& figure : figures_of(history)) {
        if (figure.kind != FigureKind::date || figure.key.size() < 7) continue;
        const std::size_t begin = history.text.find(figure.shown, from);
        from = begin + figure.shown.size();
        const std::size_t row = dates.empty() ? 0 : dates.back().begin;
        // The table's own head stands before the first row.
        if (!dates.empty() && is_led_to(std::string_view(history.text).substr(row, begin - row))) continue;
        dates.push_back({figure, begin});
    }
    return dates;
}

}  // namespace

std::vector<PrintedRow> printed_rows(const PrintedText& history) {
    const std::vector<FoundDate> dates = row_dates(history);
    std::vector<PrintedRow> rows;
    for (std::size_t i = 0; i < dates.size(); ++i) {
        const std::size_t begin = dates[i].begin + dates[i].date.shown.size();
        const std::size_t end = i + 1 < dates.size() ? dates[i + 1].begin : history.text.size();
        rows.push_back({dates[i].date, history.part(begin, end)});
    }
    return rows;
}

}  // namespace pol::verifying
