#include "compiler/check/amounts.hpp"

#include <fmt/format.h>

namespace pol::checking {

bool check_amount(const ast::Decimal& amount, Sink& sink) {
    if (amount.digits >= 1 && amount.digits <= 999'999'999 && amount.places <= 6) return true;
    sink.add(FindingCode::number_out_of_range, amount.span,
             amount.digits < 1 ? fmt::format("`{}` is no amount", text_of(amount))
                               : std::string("this number is out of range"),
             amount.digits < 1 ? "an amount is more than 0" : "write up to 9 digits, of them up to 6 behind the point");
    return false;
}

std::string text_of(const ast::Decimal& amount) {
    std::string digits = std::to_string(amount.digits);
    if (amount.places <= 0) return digits;
    const auto places = static_cast<std::size_t>(amount.places);
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    return digits.insert(digits.size() - places, ".");
}

}  // namespace pol::checking
