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
[[nodiscard]] inline const Computed<0>& in_row(const Computed<0>& constant, int) noexcept { return constant; }
[[nodiscard]] inline const Day<0>& in_row(const Day<0>& constant, int) noexcept { return constant; }
[[nodiscard]] inline Tested<0> in_row(const Planes& planes, int row) noexcept {
    const bool yes = (planes.yes >> row & 1U) != 0;
    const bool no = (planes.no >> row & 1U) != 0;
    return {.truth = yes ? Truth::yes : no ? Truth::no : Truth::unknown, .open = {}};
}
template <class Operand>
requires(is_values<Operand> || is_days<Operand>) [[nodiscard]] auto in_row(const Operand& operand, int row) noexcept {
    return operand.in(row);
}
/// What a case gives is computed only where it may hold; elsewhere nothing asks for it.
template <class Given>
[[nodiscard]] Case<0, 0> in_row(const RowCase<Given>& one, int row) noexcept {
    const Tested<0> when = in_row(one.when, row);
    if (when.truth == Truth::no) return {when, {}};
    return {when, in_row(one.given, row)};
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
/// What `tested_in` tests in every row.
template <class TestedIn>
[[nodiscard]] Planes planes_of(const TestedIn& tested_in) noexcept {
    Planes planes;
    for (int row = 0; row < rows_in_block; ++row) {
        const Truth truth = tested_in(row).truth;
        planes.yes |= Plane{truth == Truth::yes} << row;
        planes.no |= Plane{truth == Truth::no} << row;
    }
    return planes;
}
template <class Function, class... Operands>
[[nodiscard]] Planes tested_rows(const Function& function, const Operands&... operands) noexcept {
    return planes_of([&](int row) { return function(in_row(operands, row)...); });
}

}  // namespace detail

/// Operands of which at least one differs from row to row; the other may be a constant.
template <class Left, class Right = Left>
concept AreValues = detail::is_values<Left> || detail::is_values<Right>;
template <class Left, class Right = Left>
concept AreDays = detail::is_days<Left> || detail::is_days<Right>;

namespace detail {

/// What is chosen of cases that are looked at in turn, as pol::chosen_of chooses: only what the cases give that may
/// still be the first to hold counts, and nothing else is computed.
class ChosenValue {
public:
    void add(const Computed<0>& value) noexcept {
        if (!any_) {
            chosen_.value = value.value;
            chosen_.known = value.known;
        } else {
            chosen_.known = chosen_.known && value.known && chosen_.value == value.value;
        }
        any_ = true;
    }
    [[nodiscard]] const Computed<0>& chosen() const noexcept { return chosen_; }

private:
    Computed<0> chosen_{};
    bool any_ = false;
};
/// Any day of those cases.
class ChosenDay {
public:
    void add(const Day<0>& day) noexcept {
        if (!any_ || day.range.first < chosen_.range.first) chosen_.range.first = day.range.first;
        if (!any_ || chosen_.range.last < day.range.last) chosen_.range.last = day.range.last;
        any_ = true;
    }
    [[nodiscard]] const Day<0>& chosen() const noexcept { return chosen_; }

private:
    Day<0> chosen_{};
    bool any_ = false;
};

/// Whether a later case may still be chosen.
template <class Chosen, class Given>
[[nodiscard]] bool consider(Chosen& chosen, const RowCase<Given>& one, int row) noexcept {
    const Plane bit = Plane{1} << row;
    if ((one.when.no & bit) == 0) chosen.add(in_row(one.given, row));
    return (one.when.yes & bit) == 0;
}
template <class Chosen, class Otherwise>
[[nodiscard]] bool consider(Chosen& chosen, const Otherwise& otherwise, int row) noexcept {
    chosen.add(in_row(otherwise, row));
    return false;
}
template <class Chosen, class... Cases>
[[nodiscard]] auto chosen_in(int row, const Cases&... cases) noexcept {
    Chosen chosen;
    static_cast<void>((consider(chosen, cases, row) && ...));
    return chosen.chosen();
}

}  // namespace detail

/// Values and days by cases, by the names of pol/computed.hpp and pol/days.hpp.
template <class Given, class... Rest>
[[nodiscard]] auto first_of(const RowCase<Given>& head, const Rest&... rest) noexcept {
    if constexpr (requires { detail::in_row(head.given, 0).range; })
        return RowDays([=](int row) { return detail::chosen_in<detail::ChosenDay>(row, head, rest...); });
    else
        return Values([=](int row) { return detail::chosen_in<detail::ChosenValue>(row, head, rest...); });
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
