#pragma once

#include "pol/days.hpp"
#include "pol/decision.hpp"
#include "pol/length.hpp"
#include "pol/measurement.hpp"
#include "pol/number.hpp"
#include "pol/tested.hpp"

#include <cstdint>

namespace pol {

/// A value computed from a request and, where it is not known, which of its readings (facts, days and conditions,
/// numbered as written) keep it so.
template <int Readings>
struct Computed {
    Number value{};
    bool known = false;
    Bits<Readings> missing{};
};

/// A constant. Reads nothing.
[[nodiscard]] constexpr Computed<0> exactly(Number value) noexcept {
    return {.value = value, .known = true, .missing = {}};
}
[[nodiscard]] constexpr Computed<0> exactly(std::int64_t value) noexcept { return exactly(number(value)); }
/// A code, or the place of a value: `exactly(pol::icd10cm("C50"))`, `exactly(pol::place_of(Grade::g1))`.
[[nodiscard]] constexpr Computed<0> exactly(Decimal value) noexcept { return exactly(number(value)); }

/// A number fact that is given with at least the `minimum` evidence, and within its bounds (pol/decide.hpp).
[[nodiscard]] constexpr Computed<1> amount_of(const Fact<Decimal>& fact, Evidence minimum) noexcept {
    Computed<1> amount{.value = {}, .known = usable(fact, minimum), .missing = {}};
    if (amount.known) amount.value = number(fact.value);
    amount.missing.add_if(0, !amount.known);
    return amount;
}

[[nodiscard]] constexpr bool is_beyond(const Fact<Decimal>& fact, Decimal least, Decimal most) noexcept {
    return fact.presence == Presence::given && !is_between(fact.value, least, most);
}
[[nodiscard]] constexpr bool is_beyond(const Fact<Measurement>& fact, Decimal least, Decimal most) noexcept {
    return fact.presence == Presence::given && !is_between(fact.value.value, least, most);
}

/// The day of a measurement, as a request gives it.
[[nodiscard]] constexpr Fact<DateRange> dated(const Fact<Measurement>& fact) noexcept {
    return {.value = fact.value.on, .presence = fact.presence, .evidence = fact.evidence};
}

/// A measurement that was surely taken from `from` through `through`. Reads the fact twice: it is missing or its day is
/// too vague, or it was taken outside, which makes it missing, too.
template <int From, int Through>
[[nodiscard]] constexpr Computed<2 + From + Through> measured(const Fact<Measurement>& fact, Evidence minimum,
                                                              const Day<From>& from,
                                                              const Day<Through>& through) noexcept {
    const Day<1> taken = day_of(dated(fact), minimum);
    const Truth late_enough = is_on_or_before(from, taken).truth;
    const Truth early_enough = is_on_or_before(taken, through).truth;
    const Truth in_time = all_of(late_enough, early_enough);
    const bool is_given = usable(fact, minimum);
    const bool is_useless = is_given && in_time == Truth::no;
    Computed<2 + From + Through> amount{.value = {}, .known = is_given && in_time == Truth::yes, .missing = {}};
    if (amount.known) {
        amount.value = number(fact.value.value);
        return amount;
    }
    amount.missing.add_if(0, !is_given || (!is_useless && !is_exact(fact.value.on)));
    amount.missing.add_if(1, is_useless);
    if (is_useless || !is_given) return amount;
    if (late_enough == Truth::unknown) append(amount.missing, from.missing, 2);
    if (early_enough == Truth::unknown) append(amount.missing, through.missing, 2 + From);
    return amount;
}

namespace detail {
template <int Left, int Right>
[[nodiscard]] constexpr Computed<Left + Right> joined(const Computed<Left>& left,
                                                      const Computed<Right>& right) noexcept {
    Computed<Left + Right> both{.value = {}, .known = left.known && right.known, .missing = {}};
    append(both.missing, left.missing, 0);
    append(both.missing, right.missing, Left);
    return both;
}
template <int Left, int Right>
[[nodiscard]] constexpr Tested<Left + Right> compared(const Computed<Left>& left, const Computed<Right>& right,
                                                      bool holds) noexcept {
    const Computed<Left + Right> both = joined(left, right);
    return {.truth = both.known ? truth(holds) : Truth::unknown, .open = both.missing};
}
}  // namespace detail

template <int Left, int Right>
[[nodiscard]] constexpr auto operator+(const Computed<Left>& left, const Computed<Right>& right) noexcept {
    auto sum = detail::joined(left, right);
    if (sum.known) sum.value = left.value + right.value;
    return sum;
}
template <int Left, int Right>
[[nodiscard]] constexpr auto operator-(const Computed<Left>& left, const Computed<Right>& right) noexcept {
    auto difference = detail::joined(left, right);
    if (difference.known) difference.value = left.value - right.value;
    return difference;
}
template <int Left, int Right>
[[nodiscard]] constexpr auto operator*(const Computed<Left>& left, const Computed<Right>& right) noexcept {
    auto product = detail::joined(left, right);
    if (product.known) product.value = left.value * right.value;
    return product;
}
/// Division by zero has no value, and nothing to ask for.
template <int Left, int Right>
[[nodiscard]] constexpr auto operator/(const Computed<Left>& left, const Computed<Right>& right) noexcept {
    auto quotient = detail::joined(left, right);
    if (quotient.known && is_zero(right.value)) quotient.known = false;
    if (quotient.known) quotient.value = left.value / right.value;
    return quotient;
}
template <int Left, int Right>
[[nodiscard]] constexpr auto lesser_of(const Computed<Left>& left, const Computed<Right>& right) noexcept {
    auto chosen = detail::joined(left, right);
    if (chosen.known) chosen.value = lesser(left.value, right.value);
    return chosen;
}
template <int Left, int Right>
[[nodiscard]] constexpr auto greater_of(const Computed<Left>& left, const Computed<Right>& right) noexcept {
    auto chosen = detail::joined(left, right);
    if (chosen.known) chosen.value = greater(left.value, right.value);
    return chosen;
}
template <int Readings>
[[nodiscard]] constexpr Computed<Readings> rounded(Computed<Readings> amount, Rounding rounding, Number step) noexcept {
    if (amount.known) amount.value = rounded(amount.value, rounding, step);
    return amount;
}

namespace detail {
template <int From, int To>
[[nodiscard]] constexpr Computed<From + To> elapsed(const Day<From>& from, const Day<To>& to,
                                                    std::int32_t count) noexcept {
    Computed<From + To> value{
        .value = number(count), .known = is_exact(from.range) && is_exact(to.range), .missing = {}};
    append(value.missing, from.missing, 0);
    append(value.missing, to.missing, From);
    return value;
}
/// Completed months between exact days; those from `to` to `from`, with a minus, where `to` lies before it.
[[nodiscard]] constexpr std::int32_t months_between(DateRange from, DateRange to, ShortMonths rule) noexcept {
    if (!is_exact(from) || !is_exact(to)) return 0;
    if (to.first < from.first) return -months_between(to, from, rule);
    return period_number(from.first, {1, DurationUnit::months}, to.first, rule);
}
}  // namespace detail

/// What has elapsed from one day to another, in whole days, weeks, months or years; known where both days are exact.
/// Where `to` lies before `from` it is what has elapsed from `to` to `from`, with a minus.
template <int From, int To>
[[nodiscard]] constexpr auto days_between(const Day<From>& from, const Day<To>& to) noexcept {
    return detail::elapsed(from, to, to.range.first.days - from.range.first.days);
}
template <int From, int To>
[[nodiscard]] constexpr auto weeks_between(const Day<From>& from, const Day<To>& to) noexcept {
    return detail::elapsed(from, to, (to.range.first.days - from.range.first.days) / 7);
}
template <int From, int To>
[[nodiscard]] constexpr auto months_between(const Day<From>& from, const Day<To>& to, ShortMonths rule) noexcept {
    return detail::elapsed(from, to, detail::months_between(from.range, to.range, rule));
}
template <int From, int To>
[[nodiscard]] constexpr auto years_between(const Day<From>& from, const Day<To>& to, ShortMonths rule) noexcept {
    return detail::elapsed(from, to, detail::months_between(from.range, to.range, rule) / 12);
}

template <int Left, int Right>
[[nodiscard]] constexpr auto is_less_than(const Computed<Left>& left, const Computed<Right>& right) noexcept {
    return detail::compared(left, right, left.value < right.value);
}
template <int Left, int Right>
[[nodiscard]] constexpr auto is_at_most(const Computed<Left>& left, const Computed<Right>& right) noexcept {
    return detail::compared(left, right, left.value <= right.value);
}
template <int Left, int Right>
[[nodiscard]] constexpr auto is_more_than(const Computed<Left>& left, const Computed<Right>& right) noexcept {
    return detail::compared(left, right, right.value < left.value);
}
template <int Left, int Right>
[[nodiscard]] constexpr auto is_at_least(const Computed<Left>& left, const Computed<Right>& right) noexcept {
    return detail::compared(left, right, right.value <= left.value);
}
template <int Left, int Right>
[[nodiscard]] constexpr auto is_equal(const Computed<Left>& left, const Computed<Right>& right) noexcept {
    return detail::compared(left, right, left.value == right.value);
}
template <int Left, int Right>
[[nodiscard]] constexpr auto is_different(const Computed<Left>& left, const Computed<Right>& right) noexcept {
    return detail::compared(left, right, left.value != right.value);
}

/// One value of a defined term, taken where `when` holds and no earlier one does.
template <int Tests, int Readings>
struct Case {
    Tested<Tests> when;
    Computed<Readings> value;
};
template <int Tests, int Readings>
[[nodiscard]] constexpr Case<Tests, Readings> in_case(const Tested<Tests>& when,
                                                      const Computed<Readings>& value) noexcept {
    return {when, value};
}

/// The last value, where no case before it holds.
template <int Readings>
[[nodiscard]] constexpr Computed<Readings> first_of(const Computed<Readings>& otherwise) noexcept {
    return otherwise;
}
/// The first case that holds. Where that is open the value is known only if every case still possible gives the
/// same; what keeps it open then are the conditions and the values that are still possible.
template <int Tests, int Readings, int Others>
[[nodiscard]] constexpr auto chosen_of(const Case<Tests, Readings>& head, const Computed<Others>& others) noexcept {
    Computed<Tests + Readings + Others> chosen{};
    const bool possible = head.when.truth != Truth::no;
    const bool others_possible = head.when.truth != Truth::yes;
    chosen.known = (!possible || head.value.known) && (!others_possible || others.known) &&
                   (!possible || !others_possible || head.value.value == others.value);
    chosen.value = possible ? head.value.value : others.value;
    if (chosen.known) return chosen;
    append(chosen.missing, head.when.open, 0);
    if (possible) append(chosen.missing, head.value.missing, Tests);
    if (others_possible) append(chosen.missing, others.missing, Tests + Readings);
    return chosen;
}
template <int Tests, int Readings, class... Rest>
[[nodiscard]] constexpr auto first_of(const Case<Tests, Readings>& head, const Rest&... rest) noexcept {
    return chosen_of(head, first_of(rest...));
}

/// What is taken of the values of several rows.
enum class Selection { only, greatest, least };

namespace detail {
/// Whether a row that gives `other` leaves the best value as it is.
template <int Readings>
[[nodiscard]] constexpr bool settles(Selection rule, const Computed<0>& best,
                                     const Computed<Readings>& other) noexcept {
    if (!best.known || !other.known) return false;
    if (rule == Selection::greatest) return other.value <= best.value;
    if (rule == Selection::least) return best.value <= other.value;
    return other.value == best.value;
}
/// Takes the value of a row that surely holds where it is better.
template <int Tests, int Readings>
constexpr void take_better(Selection rule, Computed<0>& best, const Case<Tests, Readings>& row) noexcept {
    if (row.when.truth != Truth::yes || !row.value.known) return;
    const bool is_better = !best.known || (rule == Selection::greatest && best.value < row.value.value) ||
                           (rule == Selection::least && row.value.value < best.value);
    if (is_better) best = exactly(row.value.value);
}
template <int Tests, int Readings>
[[nodiscard]] constexpr bool leaves_open(Selection rule, const Computed<0>& best,
                                         const Case<Tests, Readings>& row) noexcept {
    return row.when.truth != Truth::no && !settles(rule, best, row.value);
}
template <int All, int Tests, int Readings>
constexpr void add_open(Computed<All>& selected, Selection rule, const Computed<0>& best,
                        const Case<Tests, Readings>& row, int offset) noexcept {
    if (!leaves_open(rule, best, row)) return;
    append(selected.missing, row.when.open, offset);
    append(selected.missing, row.value.missing, offset + Tests);
}
template <int... Tests, int... Readings>
[[nodiscard]] constexpr auto selected(Selection rule, const Case<Tests, Readings>&... rows) noexcept {
    Computed<0> best{};
    (take_better(rule, best, rows), ...);
    Computed<(0 + ... + (Tests + Readings))> chosen{};
    chosen.known = best.known && !(leaves_open(rule, best, rows) || ...);
    chosen.value = best.value;
    if (chosen.known) return chosen;
    int offset = 0;
    ((add_open(chosen, rule, best, rows, offset), offset += Tests + Readings), ...);
    return chosen;
}
}  // namespace detail

/// The greatest value of the rows that hold: known where one surely holds and none that may hold can give more. Where
/// it is open, what keeps it so are the conditions and the values of the rows that could.
template <int... Tests, int... Readings>
[[nodiscard]] constexpr auto greatest_of(const Case<Tests, Readings>&... rows) noexcept {
    return detail::selected(Selection::greatest, rows...);
}
template <int... Tests, int... Readings>
[[nodiscard]] constexpr auto least_of(const Case<Tests, Readings>&... rows) noexcept {
    return detail::selected(Selection::least, rows...);
}
/// The value of the one row that holds, of rows that exclude one another.
template <int... Tests, int... Readings>
[[nodiscard]] constexpr auto only_of(const Case<Tests, Readings>&... rows) noexcept {
    return detail::selected(Selection::only, rows...);
}

/// The length of an approval, see pol/length.hpp.
template <int Readings>
[[nodiscard]] constexpr Length length_of(const Computed<Readings>& value, DurationUnit unit) noexcept {
    return value.known ? length_of(value.value, unit) : Length{};
}
/// Of one that is months or days: the other is 0.
template <int Months, int Days>
[[nodiscard]] constexpr Length length_of(const Computed<Months>& months, const Computed<Days>& days) noexcept {
    if (!months.known || !days.known) return {};
    return is_zero(months.value) ? length_of(days.value, DurationUnit::days)
                                 : length_of(months.value, DurationUnit::months);
}

/// Writes an amount as it is shown. Whether there is one: nothing below 0 can be granted.
template <int Readings>
[[nodiscard]] constexpr bool show(const Computed<Readings>& value, Decimal& amount) noexcept {
    if (!value.known || value.value < number(0)) return false;
    const ShownNumber number = shown(value.value);
    amount = number.decimal;
    return number.fits;
}
/// The same for an amount that only some approvals have: where it is surely not granted the result is without it.
template <int Readings>
[[nodiscard]] constexpr bool show_if(Truth granted, const Computed<Readings>& value, Result& result,
                                     int place) noexcept {
    if (granted == Truth::no) result.left_out |= std::uint32_t{1} << place;
    return granted == Truth::no || (granted == Truth::yes && show(value, result.amounts[place]));
}

}  // namespace pol
