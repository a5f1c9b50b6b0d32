#include "pol/number.hpp"

#include "tests/support/wide_rational.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <initializer_list>
#include <random>
#include <vector>

// Fractions against whole numbers of any size, which share nothing with them but their inputs.

namespace {

using pol::Decimal;
using pol::Number;
using pol::number;
using pol::Rounding;
using pol::WideInteger;
using pol::testing::Rational;
using pol::testing::Whole;

constexpr std::int64_t large = pol::largest_digits;

/// Small and large, whole and broken, of both signs, and fractions that could be reduced.
std::vector<Number> samples() {
    std::vector<Number> numbers;
    for (const std::int64_t above : {std::int64_t{0}, std::int64_t{1}, std::int64_t{-1}, std::int64_t{2},
                                     std::int64_t{5}, std::int64_t{-7}, std::int64_t{72}, large, -large})
        for (const std::int64_t below : {std::int64_t{1}, std::int64_t{2}, std::int64_t{3}, std::int64_t{10},
                                         std::int64_t{1'000'000}, std::int64_t{999'983}})
            numbers.push_back(number(above, below));
    std::mt19937_64 random(20260301);  // NOLINT: the same in every run
    for (int i = 0; i < 20; ++i) {
        const auto above = static_cast<std::int64_t>(random() % 2'000'000'000) - 1'000'000'000;
        numbers.push_back(number(above, static_cast<std::int64_t>(random() % 1'000'000) + 1));
    }
    return numbers;
}

/// `numerator` / `denominator` as the tables of this test write fractions.
bool is(Number value, std::int64_t numerator, std::int64_t denominator = 1) {
    return Rational(value) == Rational(number(numerator, denominator));
}

}  // namespace

TEST_CASE("the four operations agree with fractions of any size") {
    bool agree = true;
    for (const Number left : samples())
        for (const Number right : samples()) {
            const Rational a = left;
            const Rational b = right;
            agree = agree && Rational(left + right) == a + b && Rational(left - right) == a - b &&
                    Rational(left * right) == a * b;
            if (!pol::is_zero(right)) agree = agree && Rational(left / right) == a / b;
        }
    CHECK(agree);
}

TEST_CASE("comparisons agree with fractions of any size, and with each other") {
    bool agree = true;
    for (const Number left : samples())
        for (const Number right : samples()) {
            const Rational a = left;
            const Rational b = right;
            agree = agree && (left < right) == (a < b) && (left <= right) == (a <= b) && (left == right) == (a == b) &&
                    (left != right) == !(a == b);
            agree = agree && Rational(pol::lesser(left, right)) == (b < a ? b : a) &&
                    Rational(pol::greater(left, right)) == (b < a ? a : b);
        }
    CHECK(agree);
}

TEST_CASE("a long calculation stays exact and small by reducing") {
    // (2/3 · 3/4 · … · 999/1000) · 500 = 1: unreduced, numerator and denominator have 2,500 digits.
    Number product = number(500);
    for (std::int64_t i = 2; i < 1000; ++i) product = product * number(i, i + 1);
    CHECK(product == number(1));
    Number sum = number(0);
    Rational wide = number(0);
    for (std::int64_t i = 1; i <= 30; ++i) {
        sum = sum + number(1, i);
        wide = wide + Rational(number(1, i));
    }
    CHECK(Rational(sum) == wide);
}

TEST_CASE("the denominator stays positive") {
    for (const Number left : samples())
        for (const Number right : samples())
            if (!pol::is_zero(right)) CHECK((left / right).denominator > 0);
}

TEST_CASE("rounding gives the nearest multiple in its direction") {
    bool agree = true;
    for (const Number value : samples())
        for (const Number step : {number(1), number(1, 2), number(1, 10), number(5), number(7, 3), number(1, 1000)}) {
            const Rational v = value;
            const Rational up = rounded(value, Rounding::up, step);
            const Rational down = rounded(value, Rounding::down, step);
            const Rational nearest = rounded(value, Rounding::nearest, step);
            const Rational half = Rational(step) / Rational(number(2));
            agree = agree && v <= up && up < v + Rational(step);
            agree = agree && down <= v && v < down + Rational(step);
            // A half goes up: the nearest lies in (v − half, v + half].
            agree = agree && v - half < nearest && nearest <= v + half;
            agree = agree && (nearest == up || nearest == down);
        }
    CHECK(agree);
}

TEST_CASE("what is rounded is a multiple of the step, and stays where it is") {
    for (const Number value : samples())
        for (const Rounding rounding : {Rounding::up, Rounding::down, Rounding::nearest}) {
            const Number once = rounded(value, rounding, number(1, 4));
            const Number quarters = once * number(4);
            CHECK(quarters.numerator % quarters.denominator == 0);
            CHECK(rounded(once, rounding, number(1, 4)) == once);
        }
}

TEST_CASE("rounding by hand") {
    CHECK(is(rounded(number(72, 10), Rounding::up, number(1, 2)), 15, 2));
    CHECK(is(rounded(number(75, 10), Rounding::up, number(1, 2)), 15, 2));
    CHECK(is(rounded(number(72, 10), Rounding::down, number(1, 2)), 7));
    CHECK(is(rounded(number(725, 100), Rounding::nearest, number(1, 2)), 15, 2));
    CHECK(is(rounded(number(724, 100), Rounding::nearest, number(1, 2)), 7));
    CHECK(is(rounded(number(-725, 100), Rounding::nearest, number(1, 2)), -7));
    CHECK(is(rounded(number(-72, 10), Rounding::up, number(1)), -7));
    CHECK(is(rounded(number(-72, 10), Rounding::down, number(1)), -8));
    CHECK(is(rounded(number(-1, 3), Rounding::up, number(1)), 0));
}

TEST_CASE("what is shown is the value, or the nearest of six places with a half up") {
    bool agree = true;
    const Rational half_step = number(1, 2'000'000);
    for (const Number value : samples()) {
        const pol::ShownNumber shown = pol::shown(value);
        const Rational v = value;
        const Rational s = number(shown.decimal);
        agree = agree && shown.fits && shown.decimal.places <= pol::most_places && shown.exact == (s == v);
        agree = agree && v - half_step < s && s <= v + half_step;
        agree = agree && (shown.decimal.places == 0 || shown.decimal.digits % 10 != 0);
    }
    CHECK(agree);
}

TEST_CASE("showing by hand") {
    const auto row = [](Number value) { return pol::shown(value).decimal; };
    CHECK(row(number(413, 10)) == Decimal{413, 1});
    CHECK(row(number(60)) == Decimal{60, 0});
    CHECK(row(number(600, 10)) == Decimal{60, 0});
    CHECK(row(number(1, 3)) == Decimal{333333, 6});
    CHECK(row(number(2, 3)) == Decimal{666667, 6});
    CHECK(row(number(-2, 3)) == Decimal{-666667, 6});
    CHECK(row(number(-1, 2)) == Decimal{-5, 1});
    CHECK(row(number(1, 2'000'000)) == Decimal{1, 6});
    CHECK(row(number(-1, 2'000'000)) == Decimal{0, 0});
    CHECK(row(number(29'999'999, 10'000'000)) == Decimal{3, 0});
    CHECK_FALSE(pol::shown(number(29'999'999, 10'000'000)).exact);
    CHECK(pol::shown(number(1, 64)).exact);
}

TEST_CASE("denominators near the limit are shown as exactly as any") {
    // 2^125 is no power of ten, so no fraction over it is exact in six places unless it is whole.
    const WideInteger denominator = static_cast<WideInteger>(1) << 125;
    for (const WideInteger numerator : {denominator / 3, denominator - 1, denominator / 7 * 5}) {
        const pol::ShownNumber shown = pol::shown({numerator, denominator});
        const Rational v = Number{numerator, denominator};
        const Rational s = number(shown.decimal);
        const Rational half_step = number(1, 2'000'000);
        CHECK_FALSE(shown.exact);
        CHECK(v - half_step < s);
        CHECK(s <= v + half_step);
    }
}

TEST_CASE("what has more than eighteen digits is not shown") {
    const Number limit = number(pol::power_of_ten(18));
    CHECK_FALSE(pol::shown(limit).fits);
    CHECK_FALSE(pol::shown(-limit).fits);
    CHECK(pol::shown(limit - number(1)).decimal == Decimal{999'999'999'999'999'999, 0});
    CHECK(pol::shown(number(999'999'999'999) + number(1, 3)).fits);
    CHECK_FALSE(pol::shown(number(1'000'000'000'000) + number(1, 3)).fits);
    CHECK_FALSE(pol::shown(limit * limit).fits);
}

TEST_CASE("a decimal is its digits over a power of ten") {
    CHECK(is(number(Decimal{72, 1}), 36, 5));
    CHECK(is(number(Decimal{-5, 6}), -1, 200'000));
    CHECK(number(Decimal{720, 2}) == number(Decimal{72, 1}));
    CHECK(pol::is_within_bounds({large, pol::most_places}));
    CHECK_FALSE(pol::is_within_bounds({large + 1, 0}));
    CHECK_FALSE(pol::is_within_bounds({-large - 1, 0}));
    CHECK_FALSE(pol::is_within_bounds({1, pol::most_places + 1}));
}

TEST_CASE("the numbers of any size that this is tested against") {
    const Whole large_one = static_cast<WideInteger>(1) << 120;
    CHECK((large_one * large_one - large_one * large_one).is_zero());
    CHECK(large_one * large_one == (large_one * 4) * (large_one - 1) + large_one * 4 - large_one * large_one * 3);
    CHECK(Whole(-3) < Whole(2));
    CHECK(Whole(2) * Whole(-3) == Whole(-6));
    CHECK_FALSE((-Whole(0)).is_below_zero());
    CHECK(Whole((static_cast<WideInteger>(1) << 64) - 1) + Whole(1) == static_cast<WideInteger>(1) << 64);
}
