#include "pol/computed.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <optional>

// Values of the rows of a table, against every way in which what is open may turn out.

namespace {

using pol::Computed;
using pol::number;
using pol::Truth;
using Maybe = std::optional<std::int64_t>;

constexpr Truth all_truths[] = {Truth::no, Truth::unknown, Truth::yes};
constexpr Maybe some[] = {std::nullopt, 1, 2};

Computed<1> computed(const Maybe& value) {
    if (!value) return amount_of(pol::Fact<pol::Decimal>{}, pol::Evidence::none);
    return {.value = number(*value), .known = true, .missing = {}};
}

enum class Rule { only, greatest, least };

auto selected(Rule rule, Truth a, const Maybe& x, Truth b, const Maybe& y) {
    const auto first = in_case(pol::single_test(a), computed(x));
    const auto second = in_case(pol::single_test(b), computed(y));
    if (rule == Rule::greatest) return greatest_of(first, second);
    return rule == Rule::least ? least_of(first, second) : only_of(first, second);
}

/// What the rows that hold give; nothing where none holds, where a value is missing or where rows without a rule
/// differ.
Maybe taken(Rule rule, bool a, const Maybe& x, bool b, const Maybe& y) {
    if ((a && !x) || (b && !y) || (!a && !b)) return std::nullopt;
    if (!a || !b) return a ? x : y;
    if (rule == Rule::only) return x == y ? x : std::nullopt;
    return rule == Rule::greatest ? std::max(*x, *y) : std::min(*x, *y);
}

bool may_be(Truth truth, bool holds) { return truth == Truth::unknown || (truth == Truth::yes) == holds; }

Maybe expected(Rule rule, Truth a, const Maybe& x, Truth b, const Maybe& y) {
    if (a != Truth::yes && b != Truth::yes) return std::nullopt;
    std::optional<Maybe> all;
    for (const bool one : {false, true})
        for (const bool other : {false, true}) {
            if (!may_be(a, one) || !may_be(b, other)) continue;
            const Maybe value = taken(rule, one, x, other, y);
            if (!value || (all && *all != value)) return std::nullopt;
            all = value;
        }
    return *all;
}

template <class Check>
void each_pair(const Check& check) {
    for (const Rule rule : {Rule::only, Rule::greatest, Rule::least})
        for (const Truth a : all_truths)
            for (const Truth b : all_truths)
                for (const Maybe& x : some)
                    for (const Maybe& y : some) check(rule, a, x, b, y);
}

}  // namespace

TEST_CASE("the value of rows is known where a row surely holds and no open one changes it") {
    each_pair([](Rule rule, Truth a, const Maybe& x, Truth b, const Maybe& y) {
        const auto value = selected(rule, a, x, b, y);
        const Maybe wanted = expected(rule, a, x, b, y);
        CHECK(value.known == wanted.has_value());
        if (!wanted) return;
        CHECK(value.value == number(*wanted));
        CHECK(value.missing.empty());
    });
}

TEST_CASE("open rows ask for what may still change the value, and for nothing of rows that do not hold") {
    each_pair([](Rule rule, Truth a, const Maybe& x, Truth b, const Maybe& y) {
        const auto value = selected(rule, a, x, b, y);
        // Readings as written: a, x, b, y.
        CHECK((!value.missing.has(0) || a == Truth::unknown));
        CHECK((!value.missing.has(1) || (a != Truth::no && !x)));
        CHECK((!value.missing.has(2) || b == Truth::unknown));
        CHECK((!value.missing.has(3) || (b != Truth::no && !y)));
        // With all of that answered so that the rows hold, a rule has a value.
        if (value.known || rule == Rule::only || (a == Truth::no && b == Truth::no)) return;
        const auto settled = [&](int reading, Truth truth) { return value.missing.has(reading) ? Truth::yes : truth; };
        const auto filled = [&](int reading, const Maybe& known) {
            return value.missing.has(reading) ? Maybe(3) : known;
        };
        CHECK(selected(rule, settled(0, a), filled(1, x), settled(2, b), filled(3, y)).known);
    });
}

TEST_CASE("what cannot change the greatest or the least value is not asked for") {
    CHECK(selected(Rule::greatest, Truth::yes, 2, Truth::unknown, 1).known);
    CHECK(selected(Rule::least, Truth::yes, 1, Truth::unknown, 2).known);
    const auto open = greatest_of(in_case(pol::single_test(Truth::yes), computed(2)),
                                  in_case(pol::single_test(Truth::unknown), computed(1)),
                                  in_case(pol::single_test(Truth::unknown), computed(3)));
    CHECK_FALSE(open.known);
    CHECK_FALSE(open.missing.has(2));
    CHECK(open.missing.has(4));
}

TEST_CASE("without a row that may hold there is no value, and nothing to ask for") {
    const auto none = selected(Rule::greatest, Truth::no, std::nullopt, Truth::no, 1);
    CHECK_FALSE(none.known);
    CHECK(none.missing.empty());
}

TEST_CASE("rows are decided when a program is built") {
    static_assert(greatest_of(in_case(pol::single_test(Truth::yes), pol::exactly(3)),
                              in_case(pol::single_test(Truth::yes), pol::exactly(5)))
                      .value == number(5));
}
