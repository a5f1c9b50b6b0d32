#pragma once

#include "pol/number.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace pol::testing {

/// Whole numbers of any size, as a sign and digits of 32 bits: slow, simple, and nothing in common with pol::Number.
class Whole {
public:
    Whole(WideInteger value) : negative_(value < 0) {
        // Never negates, so the lowest value works as well.
        for (; value != 0; value /= base) {
            const auto digit = static_cast<std::int64_t>(value % base);
            digits_.push_back(static_cast<std::uint32_t>(digit < 0 ? -digit : digit));
        }
    }

    friend Whole operator-(Whole value) {
        value.negative_ = !value.negative_;
        return value;
    }
    friend Whole operator+(const Whole& left, const Whole& right) {
        if (left.negative_ == right.negative_) return {left.negative_, sum(left.digits_, right.digits_)};
        if (smaller(left.digits_, right.digits_)) return {right.negative_, difference(right.digits_, left.digits_)};
        return {left.negative_, difference(left.digits_, right.digits_)};
    }
    friend Whole operator-(const Whole& left, const Whole& right) { return left + -right; }
    friend Whole operator*(const Whole& left, const Whole& right) {
        Digits product(left.digits_.size() + right.digits_.size());
        for (std::size_t i = 0; i < left.digits_.size(); ++i) {
            std::uint64_t carry = 0;
            for (std::size_t j = 0; j < right.digits_.size(); ++j) {
                carry += product[i + j] + std::uint64_t{left.digits_[i]} * right.digits_[j];
                product[i + j] = static_cast<std::uint32_t>(carry);
                carry >>= 32;
            }
            product[i + right.digits_.size()] = static_cast<std::uint32_t>(carry);
        }
        return {left.negative_ != right.negative_, product};
    }
    friend bool operator==(const Whole& left, const Whole& right) { return (left - right).is_zero(); }
    friend bool operator<(const Whole& left, const Whole& right) { return (left - right).is_below_zero(); }
    friend bool operator<=(const Whole& left, const Whole& right) { return !(right < left); }

    [[nodiscard]] bool is_zero() const { return digits_.empty(); }
    [[nodiscard]] bool is_below_zero() const { return negative_ && !is_zero(); }

private:
    using Digits = std::vector<std::uint32_t>;
    static constexpr std::int64_t base = std::int64_t{1} << 32;

    Whole(bool negative, Digits digits) : negative_(negative), digits_(std::move(digits)) {
        while (!digits_.empty() && digits_.back() == 0) digits_.pop_back();
    }

    static bool smaller(const Digits& left, const Digits& right) {
        if (left.size() != right.size()) return left.size() < right.size();
        for (std::size_t i = left.size(); i-- > 0;)
            if (left[i] != right[i]) return left[i] < right[i];
        return false;
    }
    static Digits sum(const Digits& left, const Digits& right) {
        Digits total;
        std::uint64_t carry = 0;
        for (std::size_t i = 0; i < left.size() || i < right.size() || carry != 0; ++i) {
            carry += (i < left.size() ? left[i] : 0U) + std::uint64_t{i < right.size() ? right[i] : 0U};
            total.push_back(static_cast<std::uint32_t>(carry));
            carry >>= 32;
        }
        return total;
    }
    /// `left` is not smaller.
    static Digits difference(const Digits& left, const Digits& right) {
        Digits rest;
        std::int64_t borrowed = 0;
        for (std::size_t i = 0; i < left.size(); ++i) {
            borrowed += std::int64_t{left[i]} - (i < right.size() ? right[i] : 0U);
            rest.push_back(static_cast<std::uint32_t>(borrowed));
            borrowed = borrowed < 0 ? -1 : 0;
        }
        return rest;
    }

    bool negative_ = false;
    Digits digits_;
};

/// A fraction of any size, never reduced; the denominator is positive.
struct Rational {
    Whole numerator;
    Whole denominator;

    Rational(const Whole& above, const Whole& below) : numerator(above), denominator(below) {}
    Rational(Number value) : Rational(value.numerator, value.denominator) {}

    friend Rational operator+(const Rational& left, const Rational& right) {
        return {left.numerator * right.denominator + right.numerator * left.denominator,
                left.denominator * right.denominator};
    }
    friend Rational operator-(const Rational& left, const Rational& right) {
        return left + Rational{-right.numerator, right.denominator};
    }
    friend Rational operator*(const Rational& left, const Rational& right) {
        return {left.numerator * right.numerator, left.denominator * right.denominator};
    }
    friend Rational operator/(const Rational& left, const Rational& right) {
        if (right.numerator.is_below_zero()) return left * Rational{-right.denominator, -right.numerator};
        return left * Rational{right.denominator, right.numerator};
    }
    friend bool operator==(const Rational& left, const Rational& right) { return (left - right).numerator.is_zero(); }
    friend bool operator<(const Rational& left, const Rational& right) {
        return (left - right).numerator.is_below_zero();
    }
    friend bool operator<=(const Rational& left, const Rational& right) { return !(right < left); }
};

}  // namespace pol::testing
