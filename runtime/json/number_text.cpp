#include "runtime/json/number_text.hpp"

#include "pol/json/words.hpp"
#include "pol/number.hpp"
#include "runtime/json/output.hpp"
#include "runtime/json/syntax.hpp"

namespace pol::json {

namespace {

/// `largest_digits` in digits.
constexpr std::size_t most_digits = 15;

/// The digits before and behind the point, the latter without trailing zeros.
struct WrittenNumber {
    bool negative = false;
    std::string_view whole;
    std::string_view decimals;
};

[[nodiscard]] WrittenNumber split(std::string_view text) {
    WrittenNumber written;
    written.negative = text.starts_with('-');
    if (written.negative) text.remove_prefix(1);
    const std::size_t point = text.find('.');
    written.whole = text.substr(0, point);
    if (point == std::string_view::npos) return written;
    written.decimals = text.substr(point + 1);
    while (written.decimals.ends_with('0')) written.decimals.remove_suffix(1);
    return written;
}

[[nodiscard]] Decimal decimal_of(const WrittenNumber& written) {
    Decimal value{.digits = 0, .places = static_cast<std::uint8_t>(written.decimals.size())};
    for (const std::string_view part : {written.whole, written.decimals})
        for (const char digit : part) value.digits = value.digits * 10 + (digit - '0');
    if (written.negative) value.digits = -value.digits;
    return value;
}

}  // namespace

ReadNumber read_number(std::string_view text, const FactDescription& fact) {
    const std::string outside = in_backticks(text) + " is outside " + to_text(fact.least, 1) + " to " +
                                to_text(fact.most, 1) + unit_after(fact);
    if (text.find_first_of("eE") != std::string_view::npos)
        return {{}, "must be written without an exponent, not " + in_backticks(text)};
    const WrittenNumber written = split(text);
    if (written.whole.size() > most_digits) return {{}, outside};
    if (written.decimals.size() > most_places)
        return {{}, in_backticks(text) + " has more than " + std::to_string(most_places) + " decimals"};
    if (written.whole.size() + written.decimals.size() > most_digits)
        return {{}, in_backticks(text) + " has more than " + std::to_string(most_digits) + " digits"};
    const Decimal value = decimal_of(written);
    if (!is_between(value, fact.least, fact.most)) return {{}, outside};
    return {value, {}};
}

std::string unit_after(const FactDescription& fact) {
    return fact.unit.size == 0 ? std::string() : ' ' + std::string(view(fact.unit));
}

}  // namespace pol::json
