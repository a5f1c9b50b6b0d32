#include "runtime/json/calendar_text.hpp"

#include "runtime/json/syntax.hpp"

#include <algorithm>

namespace pol::json {

namespace {

constexpr std::int32_t first_year = 1800;
constexpr std::int32_t last_year = 2199;

/// Digits where the pattern `0000-00-00`, or its beginning as long as `text`, has them; dashes where it has dashes.
[[nodiscard]] bool has_shape(std::string_view text) {
    constexpr std::string_view pattern = "0000-00-00";
    if (text.size() > pattern.size()) return false;
    return std::equal(text.begin(), text.end(), pattern.begin(),
                      [](char c, char wanted) { return wanted == '-' ? c == '-' : c >= '0' && c <= '9'; });
}

[[nodiscard]] std::int32_t number_at(std::string_view text, std::size_t begin, std::size_t length) {
    std::int32_t number = 0;
    for (const char digit : text.substr(begin, length)) number = number * 10 + (digit - '0');
    return number;
}

[[nodiscard]] ReadDate day_range(std::string_view text) {
    const std::int32_t year = number_at(text, 0, 4);
    const bool has_month = text.size() >= 7;
    const bool has_day = text.size() == 10;
    const std::int32_t month = has_month ? number_at(text, 5, 2) : 1;
    const std::int32_t last_month = has_month ? month : 12;
    const std::int32_t day = has_day ? number_at(text, 8, 2) : 1;
    if (month < 1 || month > 12 || day < 1 || day > days_in_month(year, month))
        return {{}, in_backticks(text) + " is not in the calendar"};
    if (year < first_year || year > last_year) return {{}, in_backticks(text) + " is outside 1800-01-01 to 2199-12-31"};
    const std::int32_t last_day = has_day ? day : days_in_month(year, last_month);
    return {{date_of(year, month, day), date_of(year, last_month, last_day)}, {}};
}

}  // namespace

ReadDate read_date(std::string_view text) {
    if (text.size() == 10 && has_shape(text)) return day_range(text);
    return {{}, "must be a day like `2026-07-01`, not " + in_backticks(text)};
}

ReadDate read_partial_date(std::string_view text) {
    if ((text.size() == 4 || text.size() == 7 || text.size() == 10) && has_shape(text)) return day_range(text);
    return {{}, "must be a day, a month or a year like `2008-06-15`, `2008-06` or `2008`, not " + in_backticks(text)};
}

}  // namespace pol::json
