#include "compiler/ast/words.hpp"

#include "compiler/source/counted.hpp"
#include "pol/words.hpp"

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <iterator>

namespace pol::ast {
namespace {

std::string padded(int number, std::size_t digits) {
    const std::string text = std::to_string(number);
    return text.size() < digits ? std::string(digits - text.size(), '0') + text : text;
}

std::string_view unit_word(TimeUnit unit) {
    switch (unit) {
        case TimeUnit::days:
            return "day";
        case TimeUnit::weeks:
            return "week";
        case TimeUnit::months:
            return "month";
        case TimeUnit::years:
            return "year";
    }
    return {};
}

/// Times agree with their number; other units stand as written.
std::string agreeing(const std::string& unit, bool is_one) {
    for (const char* word : {"day", "week", "month", "year"}) {
        const std::string singular = word;
        if (unit == singular || unit == singular + "s") return is_one ? singular : singular + "s";
    }
    return unit;
}

}  // namespace

std::string_view outcome_words(Outcome outcome) {
    return outcome == Outcome::refer ? std::string_view("refer to") : words_of(outcome);
}

std::string_view replaced_words(Replaced replaced) {
    switch (replaced) {
        case Replaced::nothing:
            return {};
        case Replaced::approval:
            return "approval";
        case Replaced::denial:
            return "denial";
    }
    return {};
}

std::string_view comparison_words(Comparison comparison) {
    switch (comparison) {
        case Comparison::is:
            return "is";
        case Comparison::is_not:
            return "is not";
        case Comparison::is_one_of:
            return "is one of";
        case Comparison::is_at_least:
            return "is at least";
        case Comparison::is_more_than:
            return "is more than";
        case Comparison::is_at_most:
            return "is at most";
        case Comparison::is_less_than:
            return "is less than";
    }
    return {};
}

std::string_view count_words(CountComparison comparison) {
    switch (comparison) {
        case CountComparison::at_least:
            return "at least";
        case CountComparison::at_most:
            return "at most";
        case CountComparison::none:
            return "no";
    }
    return {};
}

std::string_view short_months_words(ShortMonths rule) {
    switch (rule) {
        case ShortMonths::take_last_day:
            return "take the last day";
        case ShortMonths::take_first_of_next:
            return "take the first of the next";
    }
    return {};
}

std::string_view leap_birthday_words(LeapBirthday rule) {
    switch (rule) {
        case LeapBirthday::february_28:
            return "28 February";
        case LeapBirthday::march_1:
            return "1 March";
    }
    return {};
}

std::string_view time_unit_words(TimeUnit unit) {
    switch (unit) {
        case TimeUnit::days:
            return "days";
        case TimeUnit::weeks:
            return "weeks";
        case TimeUnit::months:
            return "months";
        case TimeUnit::years:
            return "years";
    }
    return {};
}

int month_number(std::string_view name) {
    static constexpr std::string_view names[] = {"January", "February", "March",     "April",   "May",      "June",
                                                 "July",    "August",   "September", "October", "November", "December"};
    const auto* const found = std::find(std::begin(names), std::end(names), name);
    assert(found != std::end(names));
    return static_cast<int>(found - std::begin(names)) + 1;
}

std::string quantifier_words(Quantifier quantifier, const std::optional<Number>& count) {
    switch (quantifier) {
        case Quantifier::all_of:
            return "all of";
        case Quantifier::any_of:
            return "any of";
        case Quantifier::none_of:
            return "none of";
        case Quantifier::at_least:
            assert(count);
            return "at least " + std::to_string(count->value) + " of";
    }
    return {};
}

std::string written(const Duration& duration) { return counted(duration.amount.value, unit_word(duration.unit)); }

std::string written(const Decimal& decimal) {
    const auto places = static_cast<std::size_t>(decimal.places);
    const std::string sign = decimal.digits < 0 ? "-" : "";
    std::string digits = std::to_string(std::abs(decimal.digits));
    if (places == 0) return sign + digits;
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    return sign + digits.insert(digits.size() - places, ".");
}

std::string written(const Quantity& quantity) {
    const std::string amount = written(quantity.amount);
    if (!quantity.unit) return amount;
    if (quantity.unit->text == "%") return amount + "%";
    return amount + " " + agreeing(quantity.unit->text, amount == "1");
}

std::string written(const Date& date) {
    // A month or day 00 is no date, but it was written; then only the length tells.
    const std::uint32_t length = date.span.end - date.span.begin;
    const bool has_day = date.day != 0 || length == std::string_view("2026-01-00").size();
    const bool has_month = date.month != 0 || has_day || length == std::string_view("2026-00").size();
    std::string text = padded(date.year, 4);
    if (has_month) text += "-" + padded(date.month, 2);
    if (has_day) text += "-" + padded(date.day, 2);
    return text;
}

std::string written(const Text& text) {
    std::string quoted = "\"";
    for (const char character : text.text) {
        if (character == '"' || character == '\\') quoted += '\\';
        quoted += character;
    }
    return quoted + "\"";
}

std::string written(const ItemReference& reference) {
    std::string text = reference.section;
    for (const std::string& label : reference.path) text += (text.empty() ? "" : ".") + label;
    return text;
}

std::string written(const ItemRange& range) {
    return range.last ? written(range.first) + " to " + written(*range.last) : written(range.first);
}

}  // namespace pol::ast
