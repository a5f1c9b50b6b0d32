#pragma once

#include "pol/batch/number_block.hpp"
#include "pol/batch/plane.hpp"
#include "pol/computed.hpp"
#include "pol/days.hpp"

#include <cstdint>

namespace pol::batch {

/// Values and days that conditions compute with, of a block of requests: what each is in a row is computed when it is
/// asked for. They borrow what the block holds.

/// What `in` gives is pol::Computed of a row.
template <class In>
class Values {
public:
    explicit Values(const In& in) noexcept : in_(in) {}
    [[nodiscard]] Computed<0> in(int row) const noexcept { return in_(row); }

private:
    In in_;
};

/// What `in` gives is pol::Day of a row.
template <class In>
class RowDays {
public:
    explicit RowDays(const In& in) noexcept : in_(in) {}
    [[nodiscard]] Day<0> in(int row) const noexcept { return in_(row); }

private:
    In in_;
};

/// Days of a fact, where they are known.
struct GivenDays {
    const std::int32_t* first = nullptr;
    const std::int32_t* last = nullptr;
    Plane known = 0;

    [[nodiscard]] Day<0> in(int row) const noexcept {
        if ((known >> row & 1U) == 0) return {};
        return {.range = {Date{first[row]}, Date{last[row]}}, .missing = {}};
    }
};

/// One case of a value or a day: the rows in which it holds.
template <class Given>
struct RowCase {
    Planes when{};
    Given given;
};
template <class Given>
[[nodiscard]] RowCase<Given> in_case(const Planes& when, const Given& given) noexcept {
    return {when, given};
}

namespace detail {

template <class Operand>
inline constexpr bool is_values = false;
template <class In>
inline constexpr bool is_values<Values<In>> = true;
template <>
inline constexpr bool is_values<Amounts> = true;

template <class Operand>
inline constexpr bool is_days = false;
template <class In>
inline constexpr bool is_days<RowDays<In>> = true;
template <>
inline constexpr bool is_days<GivenDays> = true;

/// What an operand is in one row: as the functions of single requests take it. Constants are the same in every row.
[[nodiscard]] inline Computed<0> in_row(const Computed<0>& constant, int) noexcept { return constant; }
[[nodiscard]] inline Day<0> in_row(const Day<0>& constant, int) noexcept { return constant; }
[[nodiscard]] inline Tested<0> in_row(const Planes& planes, int row) noexcept {
    const bool yes = (planes.yes >> row & 1U) != 0;
    const bool no = (planes.no >> row & 1U) != 0;
    return {.truth = yes ? Truth::yes : no ? Truth::no : Truth::unknown, .open = {}};
}
template <class Operand>
requires(is_values<Operand> || is_days<Operand>) [[nodiscard]] auto in_row(const Operand& operand, int row) noexcept {
    return operand.in(row);
}
template <class Given>
[[nodiscard]] auto in_row(const RowCase<Given>& one, int row) noexcept {
    return in_case(in_row(one.when, row), in_row(one.given, row));
}

/// What a function of single requests gives, row by row.
template <class Function, class... Operands>
[[nodiscard]] auto value_rows(const Function& function, const Operands&... operands) noexcept {
    return Values([=](int row) { return function(in_row(operands, row)...); });
}
template <class Function, class... Operands>
[[nodiscard]] auto day_rows(const Function& function, const Operands&... operands) noexcept {
    return RowDays([=](int row) { return Day<0>{.range = function(in_row(operands, row)...).range, .missing = {}}; });
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

}  // namespace detail

/// Operands of which at least one differs from row to row; the other may be a constant.
template <class Left, class Right = Left>
concept AreValues = detail::is_values<Left> || detail::is_values<Right>;
template <class Left, class Right = Left>
concept AreDays = detail::is_days<Left> || detail::is_days<Right>;

/// Values and days by cases, by the names of pol/computed.hpp and pol/days.hpp.
template <class Given, class... Rest>
[[nodiscard]] auto first_of(const RowCase<Given>& head, const Rest&... rest) noexcept {
    const auto choose = [](const auto&... cases) { return first_of(cases...); };
    if constexpr (requires { detail::in_row(head.given, 0).range; })
        return detail::day_rows(choose, head, rest...);
    else
        return detail::value_rows(choose, head, rest...);
}
template <class... Given>
[[nodiscard]] auto greatest_of(const RowCase<Given>&... rows) noexcept {
    return detail::value_rows([](const auto&... cases) { return greatest_of(cases...); }, rows...);
}
template <class... Given>
[[nodiscard]] auto least_of(const RowCase<Given>&... rows) noexcept {
    return detail::value_rows([](const auto&... cases) { return least_of(cases...); }, rows...);
}
template <class... Given>
[[nodiscard]] auto only_of(const RowCase<Given>&... rows) noexcept {
    return detail::value_rows([](const auto&... cases) { return only_of(cases...); }, rows...);
}

}  // namespace pol::batch
