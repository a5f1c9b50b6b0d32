#include "pol/batch/value_tests.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>
#include <vector>

// Blocks of numbers against the tests of single facts, row by row.

namespace {

using pol::Decimal;
using pol::Evidence;
using pol::exactly;
using pol::Fact;
using pol::Number;
using pol::number;
using pol::Truth;
using pol::batch::Amounts;
using pol::batch::Cell;
using pol::batch::cell_given;
using pol::batch::Numbers;
using pol::batch::Planes;

constexpr std::int64_t huge = std::numeric_limits<std::int64_t>::max();

/// Numbers of one column around those that conditions and bounds name, at every level of evidence.
class Column {
public:
    explicit Column(std::uint8_t places) : places_(places) {
        const std::int64_t one = pol::power_of_ten(places);
        for (const std::int64_t middle : {std::int64_t{0}, one / 3, one, 7 * one / 2, 30 * one, -30 * one, 300 * one,
                                          -500 * one, pol::largest_digits, -pol::largest_digits, std::int64_t{1} << 32})
            for (const std::int64_t step : {-1, 0, 1}) add(middle + step);
        for (const std::int64_t extreme : {huge, -huge, -huge - 1}) add(extreme);
        while (digits_.size() % pol::batch::rows_in_block != 0) add(0);
    }

    [[nodiscard]] std::size_t size() const { return digits_.size(); }
    [[nodiscard]] pol::batch::NumberColumn column() const { return {cells_.data(), digits_.data(), places_}; }
    /// As pol::decide takes it: beyond its bounds it is not given.
    [[nodiscard]] Fact<Decimal> fact(std::size_t row, Decimal least, Decimal most) const {
        const Fact<Decimal> fact = fact_at(column(), row);
        return pol::is_beyond(fact, least, most) ? Fact<Decimal>{} : fact;
    }

private:
    void add(std::int64_t digits) {
        for (const Cell cell : {pol::batch::cell_not_given, pol::batch::cell_not_knowable,
                                cell_given(Evidence::claimed), cell_given(Evidence::documented)}) {
            cells_.push_back(cell);
            digits_.push_back(digits);
        }
    }

    std::uint8_t places_;
    std::vector<Cell> cells_;
    std::vector<std::int64_t> digits_;
};

Truth truth_in(const Planes& planes, int row) {
    const bool yes = (planes.yes >> row & 1U) != 0;
    const bool no = (planes.no >> row & 1U) != 0;
    REQUIRE_FALSE((yes && no));
    return yes ? Truth::yes : no ? Truth::no : Truth::unknown;
}

/// A comparison in both forms.
template <class Compare>
void compare(const Column& column, Decimal least, Decimal most, Number factor, Number limit, const Compare& holds) {
    for (const Evidence minimum : {Evidence::claimed, Evidence::documented})
        for (std::size_t first = 0; first < column.size(); first += pol::batch::rows_in_block) {
            const Numbers block(column.column(), {.first = first}, least, most);
            const Planes planes = holds(amount_of(block, minimum) * exactly(factor), exactly(limit));
            for (int row = 0; row < pol::batch::rows_in_block; ++row) {
                const Fact<Decimal> fact = column.fact(first + static_cast<std::size_t>(row), least, most);
                CAPTURE(fact.value.digits);
                CAPTURE(fact.value.places);
                REQUIRE(truth_in(planes, row) ==
                        holds(amount_of(fact, minimum) * exactly(factor), exactly(limit)).truth);
            }
        }
}

void compare_all(const Column& column, Decimal least, Decimal most, Number factor, Number limit) {
    const auto all = [&](auto... holds) { (compare(column, least, most, factor, limit, holds), ...); };
    all([](const auto& left, const auto& right) { return is_at_least(left, right); },
        [](const auto& left, const auto& right) { return is_more_than(left, right); },
        [](const auto& left, const auto& right) { return is_at_most(left, right); },
        [](const auto& left, const auto& right) { return is_less_than(left, right); },
        [](const auto& left, const auto& right) { return is_equal(left, right); },
        [](const auto& left, const auto& right) { return is_different(left, right); });
}

constexpr Decimal least_of_all{-pol::largest_digits, 0};
constexpr Decimal most_of_all{pol::largest_digits, 0};
const std::vector<Number> limits = {number(0),
                                    number(1, 3),
                                    number(1),
                                    number(7, 2),
                                    number(30),
                                    number(-30),
                                    number(-20, 3),
                                    number(pol::largest_digits),
                                    number(huge),
                                    number(-huge),
                                    number(1, 1'000'000'007)};

}  // namespace

TEST_CASE("blocks of numbers are compared with limits as single facts are, whatever the places of their column") {
    for (std::uint8_t places = 0; places <= pol::most_places; ++places) {
        const Column column(places);
        for (const Number limit : limits) compare_all(column, least_of_all, most_of_all, number(1), limit);
    }
}

TEST_CASE("numbers in another unit, or times any constant, are compared as exactly") {
    for (const std::uint8_t places : {std::uint8_t{0}, std::uint8_t{3}, pol::most_places}) {
        const Column column(places);
        for (const Number factor :
             {number(1, 100), number(60), number(45'359'237, 100'000'000), number(-2), number(-1, 3), number(0)})
            for (const Number limit : {number(0), number(7, 2), number(30), number(-1, 3), number(18'000)})
                compare_all(column, least_of_all, most_of_all, factor, limit);
    }
}

TEST_CASE("numbers of a block beyond their bounds are not given") {
    struct Bounds {
        Decimal least;
        Decimal most;
    };
    for (const Bounds& bounds : {Bounds{{0, 0}, {300, 0}}, Bounds{{5, 1}, {3'000, 2}}, Bounds{{-33, 1}, {-1, 6}},
                                 Bounds{{333'333, 6}, {30, 0}}})
        for (std::uint8_t places = 0; places <= pol::most_places + 1; ++places)
            compare_all(Column(places), bounds.least, bounds.most, number(1), number(30));
}

TEST_CASE("a column without cells is given in no row") {
    const Numbers block({}, {}, least_of_all, most_of_all);
    CHECK(block.given() == 0);
    CHECK(is_at_least(amount_of(block, Evidence::none), exactly(0)) == Planes{});
}
