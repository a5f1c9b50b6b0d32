#include "compiler/lower/fraction.hpp"

#include <cassert>
#include <numeric>

namespace pol::lowering {

namespace {

std::optional<std::int64_t> multiplied(std::int64_t left, std::int64_t right) {
    std::int64_t result = 0;
    if (__builtin_mul_overflow(left, right, &result)) return std::nullopt;
    return result;
}

std::optional<std::int64_t> power_of_ten(int exponent) {
    std::optional<std::int64_t> power = 1;
    for (int i = 0; i < exponent && power; ++i) power = multiplied(*power, 10);
    return power;
}

}  // namespace

std::optional<Fraction> Fraction::from(Decimal decimal) {
    const auto scale = power_of_ten(decimal.places);
    if (!scale) return std::nullopt;
    const std::int64_t common = std::gcd(decimal.digits, *scale);
    Fraction fraction;
    fraction.numerator_ = decimal.digits / common;
    fraction.denominator_ = *scale / common;
    return fraction;
}

Fraction Fraction::from(const units::Factor& factor) {
    Fraction fraction;
    fraction.numerator_ = factor.numerator;
    fraction.denominator_ = factor.denominator;
    return fraction;
}

std::optional<Fraction> Fraction::product(Fraction left, Fraction right) {
    const std::int64_t first_common = std::gcd(left.numerator_, right.denominator_);
    const std::int64_t second_common = std::gcd(right.numerator_, left.denominator_);
    const auto numerator = multiplied(left.numerator_ / first_common, right.numerator_ / second_common);
    const auto denominator = multiplied(left.denominator_ / second_common, right.denominator_ / first_common);
    if (!numerator || !denominator) return std::nullopt;
    Fraction fraction;
    fraction.numerator_ = *numerator;
    fraction.denominator_ = *denominator;
    return fraction;
}

std::optional<Fraction> Fraction::quotient(Fraction dividend, Fraction divisor) {
    assert(divisor.numerator_ > 0);
    std::swap(divisor.numerator_, divisor.denominator_);
    return product(dividend, divisor);
}

std::optional<Decimal> Fraction::to_decimal() const {
    std::int64_t digits = numerator_;
    std::int64_t rest = denominator_;
    std::uint8_t places = 0;
    while (rest != 1) {
        const std::int64_t common = std::gcd(rest, std::int64_t{10});
        const auto shifted = multiplied(digits, 10 / common);
        if (common == 1 || !shifted) return std::nullopt;
        digits = *shifted;
        rest /= common;
        ++places;
    }
    return Decimal{.digits = digits, .places = places};
}

}  // namespace pol::lowering
