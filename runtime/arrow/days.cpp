#include "runtime/arrow/days.hpp"

#include "pol/given.hpp"

namespace pol::arrow {

namespace {

/// The number written by all characters of a text, or −1.
std::int32_t number_of(std::string_view text) {
    std::int32_t number = 0;
    for (const char character : text) {
        if (character < '0' || character > '9') return -1;
        number = number * 10 + (character - '0');
    }
    return number;
}

}  // namespace

bool read_days(std::string_view text, DateRange& days) {
    const bool has_month = text.size() >= 7;
    const bool has_day = text.size() == 10;
    if (text.size() != 4 && text.size() != 7 && !has_day) return false;
    if ((has_month && text[4] != '-') || (has_day && text[7] != '-')) return false;
    const std::int32_t year = number_of(text.substr(0, 4));
    const std::int32_t month = has_month ? number_of(text.substr(5, 2)) : 1;
    if (!is_calendar_year(year) || month < 1 || month > 12) return false;
    if (!has_month) {
        days = some_day_in(year);
        return true;
    }
    if (!has_day) {
        days = some_day_in(year, month);
        return true;
    }
    const std::int32_t day = number_of(text.substr(8, 2));
    if (day < 1 || day > days_in_month(year, month)) return false;
    days = exact_day(date_of(year, month, day));
    return true;
}

}  // namespace pol::arrow
