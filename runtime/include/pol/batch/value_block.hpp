#pragma once

#include "pol/batch/day_block.hpp"
#include "pol/batch/number_block.hpp"
#include "pol/computed.hpp"

#include <cstdint>

namespace pol::batch {

/// Values that are computed for a block of requests: row by row what pol::Computed is of one.
class ValueBlock {
public:
    /// What `value_in` computes for every row.
    template <class ValueIn>
    requires requires(const ValueIn& value_in) { Computed<0>{value_in(0)}; }
    explicit ValueBlock(const ValueIn& value_in) noexcept {
        for (int row = 0; row < rows_in_block; ++row) {
            const Computed<0> value = value_in(row);
            values_[row] = value.value;
            known_ |= Plane{value.known} << row;
        }
    }
    ValueBlock(const ValueBlock&) = delete;
    ValueBlock& operator=(const ValueBlock&) = delete;

    [[nodiscard]] Computed<0> in(int row) const noexcept {
        return {.value = values_[row], .known = (known_ >> row & 1U) != 0, .missing = {}};
    }

private:
    Number values_[rows_in_block];
    Plane known_ = 0;
};

/// One case of a value or a day: the rows in which it holds. What it gives lives until all cases are looked at.
template <class Given>
struct CaseBlock {
    Planes when{};
    const Given& given;
};
template <class Given>
[[nodiscard]] CaseBlock<Given> in_case(const Planes& when, const Given& given) noexcept {
    return {when, given};
}

namespace detail {

/// What an operand is in one row: as the functions of single requests take it.
[[nodiscard]] inline const Computed<0>& in_row(const Computed<0>& constant, int) noexcept { return constant; }
[[nodiscard]] inline const Day<0>& in_row(const Day<0>& constant, int) noexcept { return constant; }
[[nodiscard]] inline Computed<0> in_row(const ValueBlock& values, int row) noexcept { return values.in(row); }
[[nodiscard]] inline Day<0> in_row(const DayBlock& days, int row) noexcept { return days.day_in(row); }
[[nodiscard]] inline Computed<0> in_row(const Amounts& amounts, int row) noexcept {
    if ((amounts.known >> row & 1U) == 0) return {};
    const Decimal decimal{amounts.digits[row], static_cast<std::uint8_t>(amounts.places)};
    return exactly(number(decimal) * amounts.factor);
}
[[nodiscard]] inline Tested<0> in_row(const Planes& planes, int row) noexcept {
    const bool yes = (planes.yes >> row & 1U) != 0;
    const bool no = (planes.no >> row & 1U) != 0;
    return {.truth = yes ? Truth::yes : no ? Truth::no : Truth::unknown, .open = {}};
}
template <class Given>
[[nodiscard]] auto in_row(const CaseBlock<Given>& one, int row) noexcept {
    return in_case(in_row(one.when, row), in_row(one.given, row));
}

/// What a function of single requests computes, row by row.
template <class Function, class... Operands>
[[nodiscard]] ValueBlock value_rows(const Function& function, const Operands&... operands) noexcept {
    return ValueBlock([&](int row) { return function(in_row(operands, row)...); });
}
template <class Function, class... Operands>
[[nodiscard]] DayBlock day_rows(const Function& function, const Operands&... operands) noexcept {
    return DayBlock([&](int row) { return function(in_row(operands, row)...).range; });
}
template <class Function, class... Operands>
[[nodiscard]] Planes tested_rows(const Function& function, const Operands&... operands) noexcept {
    Planes planes;
    for (int row = 0; row < rows_in_block; ++row) {
        const Truth truth = function(in_row(operands, row)...).truth;
        planes.yes |= Plane{truth == Truth::yes} << row;
        planes.no |= Plane{truth == Truth::no} << row;
    }
    return planes;
}

template <class Operand>
inline constexpr bool is_block_of_values = false;
template <>
inline constexpr bool is_block_of_values<ValueBlock> = true;
template <>
inline constexpr bool is_block_of_values<Amounts> = true;

}  // namespace detail

/// Operands of which at least one is a block; the other may be a constant.
template <class Left, class Right>
concept AreValues = detail::is_block_of_values<Left> || detail::is_block_of_values<Right>;

/// Functions by the names of those of one value (pol/computed.hpp), with what each says of a row.

template <class Left, class Right>
requires AreValues<Left, Right>
[[nodiscard]] ValueBlock operator+(const Left& left, const Right& right) noexcept {
    return detail::value_rows([](const auto& one, const auto& two) { return one + two; }, left, right);
}
template <class Left, class Right>
requires AreValues<Left, Right>
[[nodiscard]] ValueBlock operator-(const Left& left, const Right& right) noexcept {
    return detail::value_rows([](const auto& one, const auto& two) { return one - two; }, left, right);
}
template <class Left, class Right>
requires AreValues<Left, Right>
[[nodiscard]] ValueBlock operator*(const Left& left, const Right& right) noexcept {
    return detail::value_rows([](const auto& one, const auto& two) { return one * two; }, left, right);
}
template <class Left, class Right>
requires AreValues<Left, Right>
[[nodiscard]] ValueBlock operator/(const Left& left, const Right& right) noexcept {
    return detail::value_rows([](const auto& one, const auto& two) { return one / two; }, left, right);
}
template <class Left, class Right>
requires AreValues<Left, Right>
[[nodiscard]] ValueBlock lesser_of(const Left& left, const Right& right) noexcept {
    return detail::value_rows([](const auto& one, const auto& two) { return lesser_of(one, two); }, left, right);
}
template <class Left, class Right>
requires AreValues<Left, Right>
[[nodiscard]] ValueBlock greater_of(const Left& left, const Right& right) noexcept {
    return detail::value_rows([](const auto& one, const auto& two) { return greater_of(one, two); }, left, right);
}
template <class Value>
requires AreValues<Value, Value>
[[nodiscard]] ValueBlock rounded(const Value& value, Rounding rounding, Number step) noexcept {
    return detail::value_rows([&](const auto& one) { return rounded(one, rounding, step); }, value);
}

[[nodiscard]] inline ValueBlock days_between(const DayBlock& from, const DayBlock& to) noexcept {
    return detail::value_rows([](const auto& one, const auto& two) { return days_between(one, two); }, from, to);
}
[[nodiscard]] inline ValueBlock weeks_between(const DayBlock& from, const DayBlock& to) noexcept {
    return detail::value_rows([](const auto& one, const auto& two) { return weeks_between(one, two); }, from, to);
}
[[nodiscard]] inline ValueBlock months_between(const DayBlock& from, const DayBlock& to, ShortMonths rule) noexcept {
    return detail::value_rows([&](const auto& one, const auto& two) { return months_between(one, two, rule); }, from,
                              to);
}
[[nodiscard]] inline ValueBlock years_between(const DayBlock& from, const DayBlock& to, ShortMonths rule) noexcept {
    return detail::value_rows([&](const auto& one, const auto& two) { return years_between(one, two, rule); }, from,
                              to);
}

/// Measurements that were surely taken from `from` through `through`.
[[nodiscard]] inline Amounts measured(const Measurements& fact, Evidence minimum, const DayBlock& from,
                                      const DayBlock& through) noexcept {
    const DayBlock taken = day_of(fact, minimum);
    const Plane in_time = all_of(is_on_or_before(from, taken), is_on_or_before(taken, through)).yes;
    return {.digits = fact.digits(), .places = fact.places(), .known = fact.usable(minimum) & in_time};
}

/// Values and days by cases.
template <class Given, class... Rest>
[[nodiscard]] auto first_of(const CaseBlock<Given>& head, const Rest&... rest) noexcept {
    const auto choose = [](const auto&... cases) { return first_of(cases...); };
    if constexpr (requires { detail::in_row(head.given, 0).range; })
        return detail::day_rows(choose, head, rest...);
    else
        return detail::value_rows(choose, head, rest...);
}
template <class... Given>
[[nodiscard]] ValueBlock greatest_of(const CaseBlock<Given>&... rows) noexcept {
    return detail::value_rows([](const auto&... cases) { return greatest_of(cases...); }, rows...);
}
template <class... Given>
[[nodiscard]] ValueBlock least_of(const CaseBlock<Given>&... rows) noexcept {
    return detail::value_rows([](const auto&... cases) { return least_of(cases...); }, rows...);
}
template <class... Given>
[[nodiscard]] ValueBlock only_of(const CaseBlock<Given>&... rows) noexcept {
    return detail::value_rows([](const auto&... cases) { return only_of(cases...); }, rows...);
}

template <class Left, class Right>
requires AreValues<Left, Right>
[[nodiscard]] Planes is_at_least(const Left& left, const Right& right) noexcept {
    return detail::tested_rows([](const auto& one, const auto& two) { return is_at_least(one, two); }, left, right);
}
template <class Left, class Right>
requires AreValues<Left, Right>
[[nodiscard]] Planes is_more_than(const Left& left, const Right& right) noexcept {
    return detail::tested_rows([](const auto& one, const auto& two) { return is_more_than(one, two); }, left, right);
}

/// Numbers as they are given are compared with a limit in the digits of their column, many at once.
[[nodiscard]] inline Planes is_at_least(const Amounts& amounts, const Computed<0>& limit) noexcept {
    const Digits digits = digits_of(limit.value / amounts.factor, amounts.places);
    const Plane holds = at_least(amounts.digits, digits.at_least());
    return {.yes = amounts.known & holds, .no = amounts.known & ~holds};
}
[[nodiscard]] inline Planes is_more_than(const Amounts& amounts, const Computed<0>& limit) noexcept {
    const Digits digits = digits_of(limit.value / amounts.factor, amounts.places);
    const Plane holds = at_least(amounts.digits, digits.whole + 1);
    return {.yes = amounts.known & holds, .no = amounts.known & ~holds};
}

template <class Left, class Right>
requires AreValues<Left, Right>
[[nodiscard]] Planes is_at_most(const Left& left, const Right& right) noexcept {
    return negate(is_more_than(left, right));
}
template <class Left, class Right>
requires AreValues<Left, Right>
[[nodiscard]] Planes is_less_than(const Left& left, const Right& right) noexcept {
    return negate(is_at_least(left, right));
}
template <class Left, class Right>
requires AreValues<Left, Right>
[[nodiscard]] Planes is_equal(const Left& left, const Right& right) noexcept {
    return unless(is_at_least(left, right), is_more_than(left, right));
}
template <class Left, class Right>
requires AreValues<Left, Right>
[[nodiscard]] Planes is_different(const Left& left, const Right& right) noexcept {
    return negate(is_equal(left, right));
}

}  // namespace pol::batch
