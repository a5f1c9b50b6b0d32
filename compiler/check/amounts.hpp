#pragma once

#include "compiler/ast/common.hpp"
#include "compiler/diagnostics/sink.hpp"

#include <cstdint>

namespace pol::checking {

__extension__ typedef __int128 WideInteger;

/// An exact quotient of amounts. Amounts in bounds keep the product of any four of them within 128 bits.
class Quotient {
public:
    void multiply(const ast::Decimal& amount) { scale(numerator_, denominator_, amount); }
    /// The amount must be positive.
    void divide(const ast::Decimal& amount) { scale(denominator_, numerator_, amount); }
    friend bool operator==(const Quotient& left, const Quotient& right) {
        return left.numerator_ * right.denominator_ == right.numerator_ * left.denominator_;
    }
    [[nodiscard]] bool is_whole() const { return numerator_ % denominator_ == 0; }
    /// Whether a decimal can say it: 1/8 can, 1/3 cannot.
    [[nodiscard]] bool is_decimal() const {
        WideInteger rest = denominator_;
        for (const int prime : {2, 5})
            while (rest % prime == 0) rest /= prime;
        return numerator_ % rest == 0;
    }

private:
    static void scale(WideInteger& up, WideInteger& down, const ast::Decimal& amount) {
        up *= amount.digits;
        for (int i = 0; i < amount.places; ++i) down *= 10;
    }

    WideInteger numerator_ = 1;
    WideInteger denominator_ = 1;
};

/// Whether an amount is positive, of up to 9 digits, of them up to 6 behind the point;
/// reports one that is not.
bool check_amount(const ast::Decimal& amount, Sink& sink);

/// The highest age that anyone is asked about, in years or months.
[[nodiscard]] constexpr std::int64_t oldest_age(ast::TimeUnit unit) {
    return unit == ast::TimeUnit::years ? 150 : 150 * 12;
}

}  // namespace pol::checking
