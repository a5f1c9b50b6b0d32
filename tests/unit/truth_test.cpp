#include "pol/truth.hpp"

#include "pol/tested.hpp"
#include "pol/verdict.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <initializer_list>
#include <utility>

namespace {

using pol::Truth;

constexpr Truth all_truths[] = {Truth::no, Truth::unknown, Truth::yes};

/// What a group says over every way in which its unknown members may turn out: the definition behind the tables.
template <class Group>
Truth by_completion(Truth left, Truth right, Group group) {
    bool can_be_yes = false;
    bool can_be_no = false;
    for (const bool a : {false, true})
        for (const bool b : {false, true}) {
            if (left != Truth::unknown && pol::truth(a) != left) continue;
            if (right != Truth::unknown && pol::truth(b) != right) continue;
            (group(a, b) ? can_be_yes : can_be_no) = true;
        }
    return can_be_yes && can_be_no ? Truth::unknown : pol::truth(can_be_yes);
}

TEST_CASE("groups of two agree with every way their unknown members may turn out") {
    for (const Truth a : all_truths)
        for (const Truth b : all_truths) {
            CHECK(pol::all_of(a, b) == by_completion(a, b, [](bool x, bool y) { return x && y; }));
            CHECK(pol::any_of(a, b) == by_completion(a, b, [](bool x, bool y) { return x || y; }));
            CHECK(pol::none_of(a, b) == by_completion(a, b, [](bool x, bool y) { return !x && !y; }));
            CHECK(pol::unless(a, b) == by_completion(a, b, [](bool x, bool y) { return x && !y; }));
            CHECK(pol::at_least(1, a, b) == pol::any_of(a, b));
            CHECK(pol::at_least(2, a, b) == pol::all_of(a, b));
        }
}

TEST_CASE("at least two of three counts the sure and the possible") {
    CHECK(pol::at_least(2, Truth::yes, Truth::unknown, Truth::yes) == Truth::yes);
    CHECK(pol::at_least(2, Truth::yes, Truth::unknown, Truth::no) == Truth::unknown);
    CHECK(pol::at_least(2, Truth::no, Truth::unknown, Truth::no) == Truth::no);
}

constexpr auto yes_test = pol::single_test(Truth::yes);
constexpr auto no_test = pol::single_test(Truth::no);
constexpr auto open_test = pol::single_test(Truth::unknown);

TEST_CASE("an unknown group keeps its open tests open, numbered as written") {
    const auto group = pol::all_of(yes_test, pol::any_of(open_test, no_test), open_test);
    CHECK(group.truth == Truth::unknown);
    CHECK(group.open == pol::bits_of<4>(1, 3));
}

TEST_CASE("a known group closes the tests below it") {
    const auto group = pol::all_of(pol::any_of(yes_test, open_test), open_test);
    CHECK(group.open == pol::bits_of<3>(2));
    CHECK(pol::all_of(no_test, open_test).open.empty());
    CHECK(pol::unless(open_test, yes_test).open.empty());
}

template <std::size_t>
constexpr auto repeated_open = open_test;

template <std::size_t... I>
constexpr auto many_open(std::integer_sequence<std::size_t, I...>) {
    return pol::all_of(repeated_open<I>...);
}

TEST_CASE("a condition may have more tests than a machine word has bits") {
    const auto group = pol::all_of(yes_test, many_open(std::make_index_sequence<70>{}), no_test);
    CHECK(group.open.empty());
    const auto open = pol::all_of(yes_test, many_open(std::make_index_sequence<70>{}), yes_test);
    CHECK(open.open.count() == 70);
    CHECK_FALSE(open.open.has(0));
    CHECK(open.open.has(1));
    CHECK(open.open.has(70));
    CHECK_FALSE(open.open.has(71));
}

using Truths = pol::ClauseTruths<70>;

Truths recorded() {
    Truths truths;
    truths.record(1, Truth::yes);
    truths.record(2, Truth::no);
    truths.record(65, Truth::unknown);
    truths.record(66, Truth::yes);
    return truths;
}

TEST_CASE("groups of clauses name what makes them so") {
    const Truths truths = recorded();
    const auto failing = truths.all_of(pol::bits_of<70>(1, 2, 65));
    CHECK(failing.truth == Truth::no);
    CHECK(failing.clauses == pol::bits_of<70>(2));

    const auto met = truths.any_of(pol::bits_of<70>(1, 2, 66));
    CHECK(met.truth == Truth::yes);
    CHECK(met.clauses == pol::bits_of<70>(1, 66));

    const auto open = truths.all_of(pol::bits_of<70>(1, 65));
    CHECK(open.truth == Truth::unknown);
    CHECK(open.clauses == pol::bits_of<70>(65));
}

TEST_CASE("none of is explained by its members' opposite") {
    const Truths truths = recorded();
    const auto holds = truths.none_of(pol::bits_of<70>(2));
    CHECK(holds.truth == Truth::yes);
    CHECK(holds.clauses == pol::bits_of<70>(2));
    const auto broken = truths.none_of(pol::bits_of<70>(1, 2), truths.only(66));
    CHECK(broken.truth == Truth::no);
    CHECK(broken.clauses == pol::bits_of<70>(1, 66));
}

TEST_CASE("at least counts clauses and groups") {
    const Truths truths = recorded();
    CHECK(truths.at_least(2, pol::bits_of<70>(1, 2), truths.only(66)).truth == Truth::yes);
    CHECK(truths.at_least(2, pol::bits_of<70>(1, 2), truths.only(65)).truth == Truth::unknown);
    const auto failing = truths.at_least(3, pol::bits_of<70>(1, 2), truths.only(65));
    CHECK(failing.truth == Truth::no);
    CHECK(failing.clauses == pol::bits_of<70>(2));
}

TEST_CASE("what is only claimed counts as unknown to a condition that wants more") {
    pol::Fact<pol::YesNo> fact{pol::YesNo::yes, pol::Presence::given, pol::Evidence::claimed};
    CHECK(pol::is(fact, pol::Evidence::claimed, pol::YesNo::yes).truth == Truth::yes);
    CHECK(pol::is(fact, pol::Evidence::attested, pol::YesNo::yes).truth == Truth::unknown);
    CHECK(pol::is_not(fact, pol::Evidence::attested, pol::YesNo::yes).truth == Truth::unknown);
    fact.presence = pol::Presence::in_conflict;
    CHECK(pol::is(fact, pol::Evidence::none, pol::YesNo::yes).truth == Truth::unknown);
}

}  // namespace
