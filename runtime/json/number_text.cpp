#include "runtime/json/number_text.hpp"

#include "pol/number.hpp"

namespace pol::json {

namespace {

/// The digits before and behind the point, the latter without trailing zeros.
struct WrittenNumber {
    bool negative = false;
    std::string_view whole{};
    std::string_view decimals{};
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
    if (text.find_first_of("eE") != std::string_view::npos) return {{}, Fault::has_exponent};
    const WrittenNumber written = split(text);
    if (written.whole.size() > most_digits) return {{}, Fault::outside_bounds};
    if (written.decimals.size() > most_places) return {{}, Fault::too_many_decimals};
    if (written.whole.size() + written.decimals.size() > most_digits) return {{}, Fault::too_many_digits};
    const Decimal value = decimal_of(written);
    return {value, is_between(value, fact.least, fact.most) ? Fault::none : Fault::outside_bounds};
}

}  // namespace pol::json
