#include "pol/verdict.hpp"

#include <doctest/doctest.h>

#include <initializer_list>

// Requirements that are only for some requests, and how groups of them explain themselves.

namespace {

using pol::Truth;

constexpr int clause_count = 5;
using Truths = pol::ClauseTruths<clause_count>;
using Set = pol::Bits<clause_count>;
using Group = pol::Explained<clause_count>;

enum Clause { first, second, third, parent, child };

template <class... Clauses>
constexpr Set clauses(Clauses... names) {
    return pol::bits_of<clause_count>(names...);
}

/// How one requirement stands: by its truth, or left out.
struct Standing {
    Truth truth;
    bool is_left_out;
};
constexpr Standing standings[] = {
    {Truth::no, false}, {Truth::unknown, false}, {Truth::yes, false}, {Truth::yes, true}, {Truth::no, true}};

Truths of(const Standing (&three)[3]) {
    Truths truths;
    int clause = first;
    for (const Standing& one : three) {
        truths.record(clause, one.truth);
        (void)truths.is_asked(clause, pol::truth(!one.is_left_out));
        ++clause;
    }
    return truths;
}

Truth counted(const Standing& one) { return one.is_left_out ? Truth::yes : one.truth; }

/// The members that explain a truth: those with it, as far as they are asked at all.
Set explaining(const Standing (&three)[3], Truth wanted) {
    Set set;
    for (int clause = first; clause <= third; ++clause)
        if (!three[clause].is_left_out && three[clause].truth == wanted) set.add(clause);
    return set;
}

template <class Check>
void for_all_standings(Check check) {
    for (const Standing& a : standings)
        for (const Standing& b : standings)
            for (const Standing& c : standings) check({a, b, c});
}

bool is(const Group& group, Truth truth, const Set& explained) {
    return group.truth == truth && group.clauses == explained;
}

}  // namespace

TEST_CASE("what is left out counts as met and explains nothing") {
    for_all_standings([](const Standing(&three)[3]) {
        const Truths truths = of(three);
        const Truth a = counted(three[0]);
        const Truth b = counted(three[1]);
        const Truth c = counted(three[2]);
        const Set all = clauses(first, second, third);
        const Truth every = pol::all_of(a, b, c);
        const Truth any = pol::any_of(a, b, c);
        CHECK(is(truths.all_of(all), every, explaining(three, every)));
        CHECK(is(truths.any_of(all), any, explaining(three, any)));
        CHECK(is(truths.none_of(all), pol::negate(any), explaining(three, any)));
        for (const int wanted : {1, 2, 3}) {
            const Truth enough = pol::at_least(wanted, a, b, c);
            CHECK(is(truths.at_least(wanted, all), enough, explaining(three, enough)));
        }
    });
}

TEST_CASE("groups below count by their truth, also where nothing explains it") {
    for_all_standings([](const Standing(&three)[3]) {
        const Truths truths = of(three);
        const Group below = truths.any_of(clauses(second, third));
        const Truth inner = pol::any_of(counted(three[1]), counted(three[2]));
        const Truth a = counted(three[0]);
        CHECK(truths.all_of(clauses(first), below).truth == pol::all_of(a, inner));
        CHECK(truths.any_of(clauses(first), below).truth == pol::any_of(a, inner));
        CHECK(truths.none_of(clauses(first), below).truth == pol::none_of(a, inner));
        CHECK(truths.at_least(2, clauses(first), below).truth == pol::at_least(2, a, inner));
        CHECK(truths.all_of(clauses(), truths.none_of(clauses(second))).truth == pol::negate(counted(three[1])));
        CHECK(truths.only(Clause::first).truth == a);
    });
}

TEST_CASE("what is left out is not among what is unknown") {
    for_all_standings([](const Standing(&three)[3]) {
        const Truths truths = of(three);
        const Group group = truths.all_of(clauses(first, second, third));
        if (group.truth == Truth::unknown) CHECK((group.clauses & truths.left_out).empty());
    });
}

TEST_CASE("a requirement with others below, while it is known or not whether it is asked at all") {
    for (const Truth only_if : {Truth::no, Truth::unknown, Truth::yes})
        for (const Truth below : {Truth::no, Truth::unknown, Truth::yes}) {
            Truths truths;
            CHECK(truths.is_asked(parent, only_if) == (only_if != Truth::no));
            truths.record(child, below);
            const Group group = truths.only_if(parent, truths.all_of(clauses(child)));
            CHECK(group.truth == pol::any_of(pol::negate(only_if), below));
            if (only_if == Truth::no) CHECK(group.clauses.empty());
            if (only_if == Truth::yes || (only_if == Truth::unknown && below == Truth::yes))
                CHECK(group.clauses == clauses(child));
            if (only_if == Truth::unknown && below == Truth::unknown) CHECK(group.clauses == clauses(parent, child));
            // That the child fails says nothing as long as nobody knows whether it is asked.
            if (only_if == Truth::unknown && below == Truth::no) CHECK(group.clauses == clauses(parent));
        }
}

TEST_CASE("without anything left out groups explain themselves as they always did") {
    Truths truths;
    truths.record(first, Truth::yes);
    truths.record(second, Truth::no);
    CHECK(truths.is_asked(parent, Truth::yes));
    CHECK(truths.left_out.empty());
    CHECK(truths.unsettled.empty());
    CHECK(is(truths.all_of(clauses(first, third)), Truth::unknown, clauses(third)));
    CHECK(is(truths.only_if(parent, truths.any_of(clauses(first, second))), Truth::yes, clauses(first)));
    CHECK(truths.unknown_of(clauses(first, second, third)) == clauses(third));
}
