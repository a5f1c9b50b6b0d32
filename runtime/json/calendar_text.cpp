#include "runtime/json/calendar_text.hpp"

#include <algorithm>

namespace pol::json {

namespace {

constexpr std::size_t size_of_year = 4;
constexpr std::size_t size_of_month = 7;
constexpr std::size_t size_of_day = 10;

/// Digits where the pattern `0000-00-00`, or its beginning as long as `text`, has them; dashes where it has dashes.
[[nodiscard]] bool has_shape(std::string_view text) {
    constexpr std::string_view pattern = "0000-00-00";
    return std::equal(text.begin(), text.end(), pattern.begin(),
                      [](char c, char wanted) { return wanted == '-' ? c == '-' : c >= '0' && c <= '9'; });
}

[[nodiscard]] std::int32_t two_digits(const char* at) { return (at[0] - '0') * 10 + (at[1] - '0'); }

[[nodiscard]] ReadDate day_range(std::string_view text) {
    const std::int32_t year = two_digits(text.data()) * 100 + two_digits(text.data() + 2);
    const bool has_month = text.size() >= size_of_month;
    const bool has_day = text.size() == size_of_day;
    const std::int32_t month = has_month ? two_digits(text.data() + 5) : 1;
    const std::int32_t last_month = has_month ? month : 12;
    const std::int32_t day = has_day ? two_digits(text.data() + 8) : 1;
    if (month < 1 || month > 12 || day < 1 || day > days_in_month(year, month)) return {{}, Fault::not_in_calendar};
    if (!is_calendar_year(year)) return {{}, Fault::outside_calendar};
    const Date first = date_of(year, month, day);
    if (has_day) return {{first, first}, Fault::none};
    return {{first, date_of(year, last_month, days_in_month(year, last_month))}, Fault::none};
}

}  // namespace

ReadDate read_date(std::string_view text) {
    if (text.size() == size_of_day && has_shape(text)) return day_range(text);
    return {{}, Fault::other_form};
}

ReadDate read_partial_date(std::string_view text) {
    const bool has_size = text.size() == size_of_year || text.size() == size_of_month || text.size() == size_of_day;
    if (has_size && has_shape(text)) return day_range(text);
    return {{}, Fault::other_form};
}

}  // namespace pol::json
