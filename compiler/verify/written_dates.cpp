#include "compiler/verify/written_dates.hpp"

#include "compiler/verify/printed_text.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace pol::verifying {
namespace {

/// The numbers of a date with one sign between all of them; nothing if there is anything else.
std::vector<std::string_view> date_parts(std::string_view written) {
    std::vector<std::string_view> parts;
    const std::size_t sign = written.find_first_of("/-");
    if (sign == std::string_view::npos) return {};
    for (std::size_t begin = 0; begin <= written.size();) {
        const std::size_t end = std::min(written.find(written[sign], begin), written.size());
        const std::string_view part = written.substr(begin, end - begin);
        if (part.size() > 4 || !all_digits(part)) return {};
        parts.push_back(part);
        begin = end + 1;
    }
    return parts;
}

bool is_month(std::string_view part) { return part.size() <= 2 && value_of(part) >= 1 && value_of(part) <= 12; }
bool is_day(std::string_view part) { return part.size() <= 2 && value_of(part) >= 1 && value_of(part) <= 31; }

constexpr int this_century = 2000;

}  // namespace

bool is_year(std::string_view digits) {
    return digits.size() == 4 && all_digits(digits) && value_of(digits) >= 1900 && value_of(digits) < 2200;
}

std::optional<Figure> date_in_digits(std::string_view written) {
    const std::vector<std::string_view> parts = date_parts(written);
    if (parts.size() == 2 && is_month(parts[0]) && is_year(parts[1]))
        return date_figure(value_of(parts[1]), value_of(parts[0]), 0);
    if (parts.size() == 2 && is_year(parts[0]) && is_month(parts[1]))
        return date_figure(value_of(parts[0]), value_of(parts[1]), 0);
    if (parts.size() != 3) return std::nullopt;
    if (is_year(parts[0]) && is_month(parts[1]) && is_day(parts[2]))
        return date_figure(value_of(parts[0]), value_of(parts[1]), value_of(parts[2]));
    if (!is_month(parts[0]) || !is_day(parts[1])) return std::nullopt;
    if (is_year(parts[2])) return date_figure(value_of(parts[2]), value_of(parts[0]), value_of(parts[1]));
    if (parts[2].size() == 2)
        return date_figure(this_century + value_of(parts[2]), value_of(parts[0]), value_of(parts[1]));
    return std::nullopt;
}

}  // namespace pol::verifying
