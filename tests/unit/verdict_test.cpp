#include "pol/verdict.hpp"

#include <doctest/doctest.h>

// Groups of requirements. Sets of several words are joined in a function of their own, those of one word in place: both
// have to come out alike, and as the truths of their members say.

namespace {

using pol::Truth;

constexpr int clause_count = 6;
/// Where the clauses lie in the wide sets: in three words, at their ends.
constexpr int wide_places[clause_count] = {0, 63, 64, 100, 127, 130};

/// The same truths in a set of one word and of three.
struct Both {
    pol::ClauseTruths<64> narrow;
    pol::ClauseTruths<192> wide;

    void record(int clause, Truth truth, bool left_out) {
        narrow.record(clause, truth);
        wide.record(wide_places[clause], truth);
        if (!left_out) return;
        static_cast<void>(narrow.is_asked(clause, Truth::no));
        static_cast<void>(wide.is_asked(wide_places[clause], Truth::no));
    }
};

bool alike(const pol::Explained<64>& narrow, const pol::Explained<192>& wide) {
    bool same = narrow.truth == wide.truth && narrow.clauses.count() == wide.clauses.count();
    for (int clause = 0; clause < clause_count; ++clause)
        same = same && narrow.clauses.has(clause) == wide.clauses.has(wide_places[clause]);
    return same;
}

template <class Truths, class Place>
auto joined(const Truths& truths, Place place, int form) {
    const auto set = [&](auto... clauses) {
        typename Truths::Set items;
        (items.add(place(clauses)), ...);
        return items;
    };
    const auto first = truths.any_of(set(0, 1));
    const auto second = truths.all_of(set(2, 3));
    switch (form) {
        case 0:
            return truths.all_of(set(4, 5), first, second);
        case 1:
            return truths.any_of(set(4, 5), first, second);
        case 2:
            return truths.none_of(set(4), first);
        case 3:
            return truths.at_least(2, set(4, 5), first, second);
        default:
            return truths.at_least(3, set(0, 1, 2, 3, 4, 5));
    }
}

constexpr Truth all_truths[] = {Truth::no, Truth::unknown, Truth::yes};

}  // namespace

TEST_CASE("groups over sets of several words come out as those over one") {
    bool agree = true;
    int state = 0;
    for (; state < 4 * 4 * 4 * 4 * 4 * 4; ++state) {
        Both both;
        for (int clause = 0, rest = state; clause < clause_count; ++clause, rest /= 4)
            both.record(clause, all_truths[rest % 4 % 3], rest % 4 == 3);
        for (int form = 0; form < 5; ++form)
            agree = agree && alike(joined(
                                       both.narrow, [](int clause) { return clause; }, form),
                                   joined(
                                       both.wide, [](int clause) { return wide_places[clause]; }, form));
    }
    CHECK(agree);
    CHECK(state == 4096);
}

TEST_CASE("a group has the truth that its members give it, and names those that do") {
    bool agree = true;
    for (const Truth one : all_truths)
        for (const Truth two : all_truths)
            for (const Truth three : all_truths) {
                Both both;
                const Truth members[] = {one, two, three};
                for (int clause = 0; clause < 3; ++clause) both.record(clause, members[clause], false);
                const auto items = pol::bits_of<64>(0, 1, 2);
                const auto all = both.narrow.all_of(items);
                agree = agree && all.truth == pol::all_of(one, two, three) &&
                        both.narrow.any_of(items).truth == pol::any_of(one, two, three) &&
                        both.narrow.none_of(items).truth == pol::none_of(one, two, three) &&
                        both.narrow.at_least(2, items).truth == pol::at_least(2, one, two, three);
                for (int clause = 0; clause < 3; ++clause)
                    agree = agree && all.clauses.has(clause) == (members[clause] == all.truth);
            }
    CHECK(agree);
}
