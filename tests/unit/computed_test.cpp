#include "pol/computed.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <optional>
#include <vector>

// Values that may be missing, against every way in which what is missing may turn out.

namespace {

using pol::Computed;
using pol::Date;
using pol::date_of;
using pol::DateRange;
using pol::Day;
using pol::Decimal;
using pol::Evidence;
using pol::exactly;
using pol::Fact;
using pol::Measurement;
using pol::number;
using pol::Presence;
using pol::ShortMonths;
using pol::Truth;

constexpr Evidence none = Evidence::none;
constexpr Evidence attested = Evidence::attested;
constexpr Evidence documented = Evidence::documented;

Fact<Decimal> kilograms(std::int64_t tenths) { return {{tenths, 1}, Presence::given, documented}; }

Computed<1> known(std::int64_t value) { return {.value = number(value), .known = true, .missing = {}}; }
Computed<1> missing() { return amount_of(Fact<Decimal>{}, none); }

Day<1> day(Date first, Date last) { return day_of(Fact<DateRange>{{first, last}, Presence::given, none}, none); }

template <int Readings>
bool has_value(const Computed<Readings>& computed, std::int64_t value) {
    return computed.known && computed.value == number(value) && computed.missing.empty();
}
template <int Readings>
std::vector<int> asked(const pol::Bits<Readings>& readings) {
    std::vector<int> numbers;
    for_each(readings, [&](int reading) { numbers.push_back(reading); });
    return numbers;
}

}  // namespace

TEST_CASE("an amount counts where it is given with enough evidence") {
    CHECK(amount_of(kilograms(72), documented).value == number(36, 5));
    CHECK(amount_of(kilograms(72), documented).missing.empty());
    const auto is_missing = [](const Fact<Decimal>& fact) {
        const Computed<1> amount = amount_of(fact, documented);
        return !amount.known && amount.missing.has(0);
    };
    CHECK(is_missing({}));
    CHECK(is_missing({{72, 1}, Presence::given, attested}));
    CHECK(is_missing({{72, 1}, Presence::not_knowable, documented}));
    CHECK(is_missing({{72, 1}, Presence::in_conflict, documented}));
}

TEST_CASE("arithmetic on what is known, and what is missing otherwise, numbered as written") {
    const auto weight = amount_of(kilograms(72), documented);
    CHECK((weight * exactly(10) - exactly(2)).value == number(70));
    CHECK((weight + weight).value == number(72, 5));
    CHECK(has_value(exactly(84) / exactly(7), 12));
    CHECK(has_value(lesser_of(known(3), known(5)), 3));
    CHECK(has_value(greater_of(known(3), known(5)), 5));
    CHECK(rounded(weight, pol::Rounding::up, number(1, 2)).value == number(15, 2));
    CHECK(asked((missing() + known(1)).missing) == std::vector{0});
    CHECK(asked((known(1) * missing()).missing) == std::vector{1});
    CHECK(asked((known(1) - exactly(7) - missing()).missing) == std::vector{1});
    CHECK(asked(lesser_of(missing(), greater_of(known(2), missing())).missing) == std::vector{0, 2});
    CHECK_FALSE(rounded(missing(), pol::Rounding::up, number(1)).known);
    CHECK(asked(rounded(missing(), pol::Rounding::up, number(1)).missing) == std::vector{0});
}

TEST_CASE("a division by zero has no value and nothing to ask for") {
    const auto quotient = known(3) / known(0);
    CHECK_FALSE(quotient.known);
    CHECK(quotient.missing.empty());
    const auto tested = is_at_least(quotient, exactly(1));
    CHECK(tested.truth == Truth::unknown);
    CHECK(tested.open.empty());
    CHECK(asked((missing() / known(0)).missing) == std::vector{0});
}

TEST_CASE("comparisons of what is known, and open otherwise") {
    for (const std::int64_t left : {1, 2, 3})
        for (const std::int64_t right : {1, 2, 3}) {
            CHECK(is_less_than(known(left), known(right)).truth == pol::truth(left < right));
            CHECK(is_at_most(known(left), known(right)).truth == pol::truth(left <= right));
            CHECK(is_more_than(known(left), known(right)).truth == pol::truth(left > right));
            CHECK(is_at_least(known(left), known(right)).truth == pol::truth(left >= right));
            CHECK(is_equal(known(left), known(right)).truth == pol::truth(left == right));
            CHECK(is_different(known(left), known(right)).truth == pol::truth(left != right));
        }
    CHECK(is_less_than(known(1), missing()).truth == Truth::unknown);
    CHECK(asked(is_less_than(known(1), missing()).open) == std::vector{1});
    CHECK(asked(is_equal(missing(), missing()).open) == std::vector{0, 1});
    CHECK(is_equal(exactly(number(72, 10)), amount_of(kilograms(72), documented)).truth == Truth::yes);
}

TEST_CASE("a measurement counts if it was surely taken in its window") {
    const DateRange takens[] = {
        {date_of(2026, 1, 29), date_of(2026, 1, 29)}, {date_of(2026, 1, 30), date_of(2026, 1, 30)},
        {date_of(2026, 3, 1), date_of(2026, 3, 1)},   {date_of(2026, 3, 2), date_of(2026, 3, 2)},
        {date_of(2026, 2, 1), date_of(2026, 2, 28)},  {date_of(2026, 1, 1), date_of(2026, 1, 31)},
        {date_of(2026, 1, 1), date_of(2026, 12, 31)}, {date_of(2025, 1, 1), date_of(2025, 12, 31)}};
    const DateRange services[] = {{date_of(2026, 3, 1), date_of(2026, 3, 1)},
                                  {date_of(2026, 3, 1), date_of(2026, 3, 2)}};
    for (const DateRange& taken : takens)
        for (const DateRange& service : services) {
            bool always = true;
            bool ever = false;
            for (Date t = taken.first; t <= taken.last; t = add_days(t, 1))
                for (Date s = service.first; s <= service.last; s = add_days(s, 1)) {
                    const bool inside = add_days(s, -30) <= t && t <= s;
                    always = always && inside;
                    ever = ever || inside;
                }
            const Fact<Measurement> fact{{{94, 1}, taken}, Presence::given, documented};
            const Day<1> through = day(service.first, service.last);
            const Day<1> from = moved(through, {-30, pol::DurationUnit::days}, ShortMonths::take_last_day);
            const auto value = measured(fact, documented, from, through);
            CHECK(value.known == always);
            if (value.known) {
                CHECK(value.value == number(47, 5));
                CHECK(value.missing.empty());
                continue;
            }
            CHECK_FALSE(value.missing.empty());
            // Asked again where no day it may have been taken on will do, else what is not exact.
            if (!ever) CHECK(asked(value.missing) == std::vector{1});
            if (ever) CHECK(value.missing.has(0) == !is_exact(taken));
            if (ever && !is_exact(service)) CHECK((value.missing.has(2) || value.missing.has(3) || !is_exact(taken)));
            if (is_exact(service)) CHECK_FALSE((value.missing.has(2) || value.missing.has(3)));
        }
}

TEST_CASE("a measurement that is missing or too weak asks for itself alone") {
    const Day<1> unknown_day = day_of(Fact<Date>{}, none);
    const DateRange taken{date_of(2026, 3, 1), date_of(2026, 3, 1)};
    const auto asks_for = [&](const Fact<Measurement>& fact) {
        return asked(measured(fact, documented, unknown_day, unknown_day).missing);
    };
    CHECK(asks_for({}) == std::vector{0});
    CHECK(asks_for({{{94, 1}, taken}, Presence::given, attested}) == std::vector{0});
    CHECK(asks_for({{{94, 1}, taken}, Presence::given, documented}) == std::vector{2, 3});
}

TEST_CASE("numbers beyond their bounds are found, whatever their decimals") {
    const auto beyond = [](Decimal value) {
        return is_beyond(Fact<Decimal>{value, Presence::given, documented}, {5, 1}, {400, 0});
    };
    CHECK_FALSE(beyond({5, 1}));
    CHECK_FALSE(beyond({50, 2}));
    CHECK_FALSE(beyond({400, 0}));
    CHECK(beyond({49, 2}));
    CHECK(beyond({400'000'001, 6}));
    CHECK(beyond({100, 9}));
    CHECK(beyond({std::numeric_limits<std::int64_t>::max(), 0}));
    CHECK(beyond({std::numeric_limits<std::int64_t>::min(), 0}));
    CHECK_FALSE(is_beyond(Fact<Decimal>{{1, 2}, Presence::not_given, documented}, {5, 1}, {400, 0}));
    const Fact<Measurement> measured_twice{{{401, 0}, {}}, Presence::given, documented};
    CHECK(is_beyond(measured_twice, {5, 1}, {400, 0}));
}

TEST_CASE("without a window any given measurement counts, whatever its day") {
    const DateRange some_day{date_of(1900, 1, 1), date_of(2100, 12, 31)};
    const Fact<Measurement> fact{{{94, 1}, some_day}, Presence::given, documented};
    CHECK(measured(fact, documented, pol::first_day(), pol::last_day()).known);
    CHECK(pol::dated(fact).value == some_day);
    CHECK(pol::dated(fact).evidence == documented);
}

TEST_CASE("days and completed months between two days agree with <chrono>") {
    bool agree = true;
    for (Date from = date_of(2027, 12, 28); from <= date_of(2028, 3, 2); from = add_days(from, 1))
        for (Date to = add_days(from, -3); to <= add_days(from, 800); to = add_days(to, 1)) {
            const Day<1> start = day(from, from);
            const Day<1> end = day(to, to);
            agree = agree && has_value(days_between(start, end), to.days - from.days);
            const auto months = months_between(start, end, ShortMonths::take_last_day);
            const auto years = years_between(start, end, ShortMonths::take_last_day);
            agree = agree && has_value(weeks_between(start, end), (to.days - from.days) / 7);
            if (to < from) {
                agree = agree && has_value(months, 0) && has_value(years, 0);
                continue;
            }
            // The last whole month m with start + m months, on the month's last day at the latest, not after the end.
            const std::chrono::year_month_day first{std::chrono::sys_days{std::chrono::days{from.days}}};
            std::int64_t completed = 0;
            for (std::int32_t m = 1;; ++m) {
                const std::chrono::year_month_day plain = first + std::chrono::months{m};
                const std::chrono::sys_days landing =
                    plain.ok() ? std::chrono::sys_days{plain}
                               : std::chrono::sys_days{plain.year() / plain.month() / std::chrono::last};
                if (landing.time_since_epoch().count() > to.days) break;
                completed = m;
            }
            agree = agree && has_value(months, completed) && has_value(years, completed / 12);
        }
    CHECK(agree);
}

TEST_CASE("from a later day to an earlier one it is the time between them with a minus") {
    const auto at = [](std::int32_t year, std::int32_t month, std::int32_t day_of_month) {
        return day(date_of(year, month, day_of_month), date_of(year, month, day_of_month));
    };
    constexpr ShortMonths rule = ShortMonths::take_last_day;
    CHECK(has_value(days_between(at(2026, 3, 10), at(2026, 3, 5)), -5));
    CHECK(has_value(weeks_between(at(2026, 3, 10), at(2026, 3, 5)), 0));
    CHECK(has_value(weeks_between(at(2026, 3, 10), at(2026, 3, 3)), -1));
    CHECK(has_value(weeks_between(at(2026, 3, 10), at(2026, 2, 25)), -1));
    // 28 February plus a month is 28 March, 31 March less a month would be 28 February, too
    CHECK(has_value(months_between(at(2026, 3, 31), at(2026, 2, 28), rule), -1));
    CHECK(has_value(months_between(at(2026, 3, 27), at(2026, 2, 28), rule), 0));
    CHECK(has_value(months_between(at(2026, 2, 28), at(2025, 12, 31), rule), -2));
    CHECK(has_value(years_between(at(2026, 2, 28), at(2024, 3, 1), rule), -1));
    CHECK(has_value(years_between(at(2026, 3, 1), at(2024, 3, 1), rule), -2));
}

TEST_CASE("the time between days that are not exact is missing what is not exact") {
    const Day<1> exact = day(date_of(2026, 3, 1), date_of(2026, 3, 1));
    const Day<1> march = day(date_of(2026, 3, 1), date_of(2026, 3, 31));
    CHECK(asked(days_between(exact, march).missing) == std::vector{1});
    CHECK(asked(days_between(march, exact).missing) == std::vector{0});
    CHECK(asked(months_between(march, march, ShortMonths::take_last_day).missing) == std::vector{0, 1});
    // A bound that leaves one day makes it exact, and then there is nothing to ask for.
    const Day<1> last_of_march = not_before(march, on(date_of(2026, 3, 31)));
    CHECK(has_value(days_between(exact, last_of_march), 30));
    CHECK(asked((days_between(exact, last_of_march) + missing()).missing) == std::vector{2});
}

namespace {

constexpr Truth all_truths[] = {Truth::no, Truth::unknown, Truth::yes};
using Maybe = std::optional<std::int64_t>;

Computed<1> computed(const Maybe& value) { return value ? known(*value) : missing(); }

/// What the conditions, however they turn out, agree to choose; nothing where the choice is open or its value missing.
Maybe chosen_by_enumeration(const Truth (&when)[2], const Maybe (&values)[3]) {
    std::optional<Maybe> chosen;
    for (int turn = 0; turn < 4; ++turn) {
        const bool holds[] = {turn % 2 == 1, turn / 2 == 1};
        if (when[0] != Truth::unknown && holds[0] != (when[0] == Truth::yes)) continue;
        if (when[1] != Truth::unknown && holds[1] != (when[1] == Truth::yes)) continue;
        const Maybe& value = holds[0] ? values[0] : holds[1] ? values[1] : values[2];
        if (!value || (chosen && *chosen != value)) return std::nullopt;
        chosen = value;
    }
    return *chosen;
}

}  // namespace

TEST_CASE("the first of several cases is known where every way to choose gives the same") {
    const Maybe some[] = {std::nullopt, 1, 2};
    for (const Truth a : all_truths)
        for (const Truth b : all_truths)
            for (const Maybe& x : some)
                for (const Maybe& y : some)
                    for (const Maybe& z : some) {
                        const auto chosen = first_of(in_case(pol::single_test(a), computed(x)),
                                                     in_case(pol::single_test(b), computed(y)), computed(z));
                        const Maybe expected = chosen_by_enumeration({a, b}, {x, y, z});
                        CHECK(chosen.known == expected.has_value());
                        if (expected) CHECK(has_value(chosen, *expected));
                    }
}

TEST_CASE("what an open choice asks for is what may still decide it, and all of it") {
    const Maybe some[] = {std::nullopt, 1, 2};
    for (const Truth a : all_truths)
        for (const Truth b : all_truths)
            for (const Maybe& x : some)
                for (const Maybe& y : some)
                    for (const Maybe& z : some) {
                        const auto chosen = first_of(in_case(pol::single_test(a), computed(x)),
                                                     in_case(pol::single_test(b), computed(y)), computed(z));
                        if (chosen.known) continue;
                        const bool second = a != Truth::yes;
                        const bool third = second && b != Truth::yes;
                        CHECK_FALSE(chosen.missing.empty());
                        // Readings as written: a, x, b, y, z. Nothing of a case that is out of the question.
                        CHECK((!chosen.missing.has(0) || a == Truth::unknown));
                        CHECK((!chosen.missing.has(1) || (a != Truth::no && !x)));
                        CHECK((!chosen.missing.has(2) || (second && b == Truth::unknown)));
                        CHECK((!chosen.missing.has(3) || (second && b != Truth::no && !y)));
                        CHECK((!chosen.missing.has(4) || (third && !z)));
                        // With all of that answered, in any way, the value is known.
                        const auto settled = [&](int reading, Truth truth, bool answer) {
                            return chosen.missing.has(reading) ? pol::truth(answer) : truth;
                        };
                        const auto filled = [&](int reading, const Maybe& value) {
                            return chosen.missing.has(reading) ? known(3) : computed(value);
                        };
                        for (const bool one : {false, true})
                            for (const bool other : {false, true})
                                CHECK(first_of(in_case(pol::single_test(settled(0, a, one)), filled(1, x)),
                                               in_case(pol::single_test(settled(2, b, other)), filled(3, y)),
                                               filled(4, z))
                                          .known);
                    }
}

TEST_CASE("a choice of one case is its value") {
    CHECK(has_value(pol::first_of(known(12)), 12));
    CHECK(asked(pol::first_of(missing()).missing) == std::vector{0});
}

TEST_CASE("readings are numbered through, over the ends of machine words") {
    pol::Bits<64> first;
    first.add(63);
    pol::Bits<130> set;
    append(set, first, 0);
    append(set, first, 65);
    pol::Bits<2> pair;
    pair.add(1);
    append(set, pair, 63);
    append(set, pol::Bits<0>{}, 130);
    CHECK(asked(set) == std::vector{63, 64, 128});
    // As a constant, so that writing behind the last word would not build.
    constexpr auto full = [] {
        pol::Bits<64> bits;
        append(bits, pol::bits_of<64>(63), 0);
        append(bits, pol::Bits<0>{}, 64);
        return bits;
    }();
    CHECK(asked(full) == std::vector{63});
}

TEST_CASE("if a premise holds the conclusion counts, else nothing is asked") {
    for (const Truth premise : all_truths)
        for (const Truth conclusion : all_truths) {
            const auto tested = if_then(pol::single_test(premise), pol::single_test(conclusion));
            CHECK(tested.truth == (premise == Truth::no || conclusion == Truth::yes   ? Truth::yes
                                   : premise == Truth::yes && conclusion == Truth::no ? Truth::no
                                                                                      : Truth::unknown));
            const bool is_open = tested.truth == Truth::unknown;
            CHECK(tested.open.has(0) == (is_open && premise == Truth::unknown));
            CHECK(tested.open.has(1) == (is_open && conclusion == Truth::unknown));
        }
}

bool lasts(pol::Length length, std::int32_t amount, pol::DurationUnit unit) {
    return length.known && length.duration.amount == amount && length.duration.unit == unit;
}

TEST_CASE("an approval lasts a whole number of days or months, at least one") {
    using pol::DurationUnit;
    CHECK(lasts(pol::length_of(exactly(84), DurationUnit::days), 84, DurationUnit::days));
    CHECK(pol::length_of(exactly(84) / exactly(7), DurationUnit::days).duration.amount == 12);
    CHECK(lasts(pol::length_of(exactly(6), exactly(0)), 6, DurationUnit::months));
    CHECK(lasts(pol::length_of(exactly(0), exactly(14)), 14, DurationUnit::days));
    CHECK_FALSE(pol::length_of(exactly(0), exactly(0)).known);
    CHECK_FALSE(pol::length_of(exactly(6), missing()).known);
    CHECK_FALSE(pol::length_of(missing(), exactly(0)).known);
    CHECK(pol::length_of(exactly(1), DurationUnit::months).known);
    CHECK_FALSE(pol::length_of(exactly(0), DurationUnit::days).known);
    CHECK_FALSE(pol::length_of(exactly(-3), DurationUnit::days).known);
    CHECK_FALSE(pol::length_of(exactly(number(5, 2)), DurationUnit::days).known);
    CHECK_FALSE(pol::length_of(missing(), DurationUnit::days).known);
    CHECK(pol::length_of(exactly(146'097), DurationUnit::days).known);
    CHECK_FALSE(pol::length_of(exactly(146'098), DurationUnit::days).known);
    CHECK(pol::length_of(exactly(4'800), DurationUnit::months).known);
    CHECK_FALSE(pol::length_of(exactly(4'801), DurationUnit::months).known);
}

TEST_CASE("an amount is shown where it is known and fits") {
    Decimal amount;
    CHECK(show(exactly(number(413, 10)), amount));
    CHECK(amount == Decimal{413, 1});
    CHECK_FALSE(show(missing(), amount));
    CHECK_FALSE(show(exactly(pol::power_of_ten(18)), amount));
    CHECK_FALSE(show(exactly(number(-1, 10)), amount));
    CHECK(show(exactly(0), amount));
}
