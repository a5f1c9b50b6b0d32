#include "pol/bits.hpp"

#include <doctest/doctest.h>

// Sets of small numbers, within one machine word and across several.

namespace {

template <int N>
void check_members(int low, int high) {
    pol::Bits<N> set;
    CHECK(set.empty());
    CHECK_FALSE(set.has_one());
    set.add(high);
    CHECK(set.has_one());
    CHECK(set.has(high));
    CHECK_FALSE(set.has(low));
    set.add_if(low, false);
    CHECK(set.has_one());
    set.add_if(low, true);
    CHECK_FALSE(set.has_one());
    CHECK(set.count() == 2);
    CHECK(set == pol::bits_of<N>(low, high));
    CHECK(set.without(pol::bits_of<N>(low)).has_one());
    int sum = 0;
    for_each(set, [&](int member) { sum += member; });
    CHECK(sum == low + high);
}

}  // namespace

TEST_CASE("a set tells its members, whichever words they are in") {
    check_members<7>(0, 6);
    check_members<64>(0, 63);
    check_members<64>(62, 63);
    check_members<65>(0, 64);
    check_members<128>(63, 64);
    check_members<192>(64, 191);
}

TEST_CASE("sets have room for whole words") {
    CHECK(pol::word_room(0) == 64);
    CHECK(pol::word_room(64) == 64);
    CHECK(pol::word_room(65) == 128);
    CHECK(pol::word_room(129) == 192);
}
