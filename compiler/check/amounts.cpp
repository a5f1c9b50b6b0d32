#include "compiler/check/amounts.hpp"

#include "compiler/ast/words.hpp"

#include <fmt/format.h>

namespace pol::checking {

bool check_amount(const ast::Decimal& amount, Sink& sink) {
    if (amount.digits >= 1 && amount.digits <= 999'999'999 && amount.places <= 6) return true;
    sink.add(FindingCode::number_out_of_range, amount.span,
             amount.digits < 1 ? fmt::format("`{}` is no amount", ast::written(amount))
                               : std::string("this number is out of range"),
             amount.digits < 1 ? "an amount is more than 0" : "write up to 9 digits, of them up to 6 behind the point");
    return false;
}

}  // namespace pol::checking
