#include "compiler/verify/figure.hpp"

#include "compiler/units/units.hpp"
#include "compiler/verify/printed_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <optional>

namespace pol::verifying {
namespace {

constexpr std::size_t most_digits = 15;

/// Without leading and trailing zeros that say nothing: `0.5` for `.50`.
std::string plain_number(std::string_view number) {
    std::string digits;
    for (const char sign : number)
        if (is_digit(sign) || sign == '.') digits += sign;
    if (digits.find('.') != std::string::npos) {
        digits.erase(digits.find_last_not_of('0') + 1);
        if (digits.ends_with('.')) digits.pop_back();
    }
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
    return digits.empty() || digits.front() == '.' ? "0" + digits : digits;
}

struct Ratio {
    std::int64_t above = 0;
    std::int64_t below = 1;
};

Ratio lowest(Ratio ratio) {
    const std::int64_t common = std::max<std::int64_t>(1, std::gcd(ratio.above, ratio.below));
    return {ratio.above / common, ratio.below / common};
}

Ratio ratio_of(const std::string& plain) {
    Ratio ratio;
    bool behind_point = false;
    for (const char sign : plain) {
        if (is_digit(sign)) ratio.above = ratio.above * 10 + (sign - '0');
        if (is_digit(sign) && behind_point) ratio.below *= 10;
        behind_point = behind_point || sign == '.';
    }
    return lowest(ratio);
}

std::optional<Ratio> product(Ratio left, const units::Factor& factor) {
    const Ratio first = lowest({left.above, factor.denominator});
    const Ratio second = lowest({factor.numerator, left.below});
    Ratio result;
    if (__builtin_mul_overflow(first.above, second.above, &result.above) ||
        __builtin_mul_overflow(first.below, second.below, &result.below))
        return std::nullopt;
    return result;
}

/// Codes are compared without the signs between their parts.
std::string without_signs(std::string_view written) {
    std::string key;
    for (const char sign : written) {
        if (is_lower(sign)) key += static_cast<char>(sign - 'a' + 'A');
        if (is_upper(sign) || is_digit(sign)) key += sign;
    }
    return key;
}

std::vector<std::string> segments(std::string_view written) {
    std::vector<std::string> parts(1);
    for (const char sign : written) {
        if (sign == '-')
            parts.emplace_back();
        else
            parts.back() += sign;
    }
    return parts;
}

std::string padded(const std::string& digits, std::size_t size) {
    return std::string(size > digits.size() ? size - digits.size() : 0, '0') + digits;
}

/// `C5091` lies among `C50` … `C50` and all that begin so.
bool is_within(const Figure& codes, const std::string& key) {
    return key >= codes.key && (key <= codes.other || key.starts_with(codes.other));
}

/// A number is a code of a range only with as many digits as its codes have: no `3` lies among `00001` to `00010`.
bool is_code_within(const Figure& codes, const std::string& digits) {
    return all_digits(digits) && digits.size() == codes.key.size() && is_within(codes, digits);
}

bool is_same_date(const Figure& recorded, const Figure& printed) {
    return printed.key == recorded.key || printed.key.starts_with(recorded.key + "-");
}

}  // namespace

Figure amount_figure(std::string_view number, const std::string& unit) {
    Figure figure;
    figure.kind = FigureKind::amount;
    figure.number = plain_number(number);
    const std::optional<units::Unit> known = units::unit_of(unit);
    figure.other = known ? units::base_unit(known->dimension) : unit;
    figure.key = figure.number + " " + unit;
    if (!known || figure.number.size() > most_digits) return figure;
    if (known->dimension.is_none()) figure.other = "%";
    if (const std::optional<Ratio> ratio = product(ratio_of(figure.number), known->factor))
        figure.key = fmt::format("{}/{} {}", ratio->above, ratio->below, figure.other);
    return figure;
}

Figure count_figure(std::string_view number) {
    Figure figure;
    figure.number = plain_number(number);
    figure.key = figure.number;
    return figure;
}

bool is_ndc(std::string_view written) {
    const std::vector<std::string> parts = segments(written);
    if (parts.size() != 3) return false;
    const bool digits_only =
        std::all_of(written.begin(), written.end(), [](char sign) { return is_digit(sign) || sign == '-'; });
    return digits_only && parts[0].size() >= 4 && parts[0].size() <= 6 && parts[1].size() >= 3 &&
           parts[1].size() <= 4 && !parts[2].empty() && parts[2].size() <= 2;
}

Figure code_figure(std::string_view written) {
    Figure figure;
    figure.kind = FigureKind::code;
    figure.key = without_signs(written);
    if (!is_ndc(written)) return figure;
    const std::vector<std::string> parts = segments(written);
    figure.key = padded(parts[0], 5) + padded(parts[1], 4) + padded(parts[2], 2);
    figure.other = "ndc";
    return figure;
}

Figure date_figure(int year, int month, int day) {
    Figure figure;
    figure.kind = FigureKind::date;
    figure.key = fmt::format("{:04}", year);
    if (month != 0) figure.key += fmt::format("-{:02}", month);
    if (day != 0) figure.key += fmt::format("-{:02}", day);
    return figure;
}

Figure day_of_year_figure(int month, int day) {
    Figure figure;
    figure.kind = FigureKind::day_of_year;
    figure.key = fmt::format("{:02}-{:02}", month, day);
    return figure;
}

Figure address_figure(std::string_view written) {
    Figure figure;
    figure.kind = FigureKind::address;
    figure.key = without_signs(written);
    figure.is_needed = false;
    return figure;
}

bool is_same(const Figure& recorded, const Figure& printed) {
    const bool is_number = recorded.kind == FigureKind::amount || recorded.kind == FigureKind::count;
    if (printed.kind == FigureKind::count && is_number)
        return recorded.number == printed.number && (recorded.kind == FigureKind::count || !printed.has_noun);
    // A code of digits alone, as of CPT, is printed as any number is.
    if (printed.kind == FigureKind::count && recorded.kind == FigureKind::code)
        return all_digits(recorded.key) && plain_number(recorded.key) == printed.key;
    if (printed.kind == FigureKind::count && recorded.kind == FigureKind::codes)
        return is_code_within(recorded, printed.shown);
    if (recorded.kind == FigureKind::codes && printed.kind == FigureKind::code) return is_within(recorded, printed.key);
    if (recorded.kind != printed.kind) return false;
    return recorded.kind == FigureKind::date ? is_same_date(recorded, printed) : recorded.key == printed.key;
}

bool is_alike(const Figure& left, const Figure& right) {
    if (left.kind == FigureKind::codes || right.kind == FigureKind::codes)
        return left.kind == FigureKind::code || right.kind == FigureKind::code;
    return left.kind == right.kind && left.other == right.other;
}

bool is_anywhere(const Figure& recorded, const std::vector<Figure>& printed) {
    return std::any_of(printed.begin(), printed.end(), [&](const Figure& figure) {
        const bool is_bare = recorded.kind == FigureKind::amount && figure.kind == FigureKind::count;
        return !is_bare && is_same(recorded, figure);
    });
}

bool is_among(const Figure& recorded, const std::vector<Figure>& printed) {
    return std::any_of(printed.begin(), printed.end(), [&](const Figure& figure) { return is_same(recorded, figure); });
}

bool is_recorded(const std::vector<Figure>& recorded, const Figure& printed) {
    return std::any_of(recorded.begin(), recorded.end(),
                       [&](const Figure& figure) { return is_same(figure, printed); });
}

}  // namespace pol::verifying
