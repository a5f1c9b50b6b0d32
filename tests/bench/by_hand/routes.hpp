#pragma once

#include "tests/bench/by_hand/kit.hpp"

/// The ways a request may take through a policy while facts that lead it are not known.
namespace hand {

/// Values that a routing fact may have: all, or the one that is told.
struct Choice {
    int first;
    int count;
};
template <class Value>
Choice choice(const Fact<Value>& fact, int values) {
    return fact.presence == pol::Presence::given ? Choice{static_cast<int>(fact.value), 1} : Choice{0, values};
}
/// Before the first day of the text, and from it on.
inline Choice times(const Fact<pol::Date>& day, pol::Date text_from) {
    return day.presence == pol::Presence::given ? Choice{day.value >= text_from ? 1 : 0, 1} : Choice{0, 2};
}

/// The results of routes, one value after the other; the last routing fact changes first.
struct RouteResults {
    const Set* results;
    int count;

    /// Whether a routing fact that is not told changes them, all else alike: those behind it have `stride` routes.
    template <class Value>
    [[nodiscard]] bool depend_on(const Fact<Value>& fact, int stride, int values) const {
        if (fact.presence != pol::Presence::not_given) return false;
        for (int route = 0; route < count; ++route)
            if (results[route] != results[route - route / stride % values * stride]) return true;
        return false;
    }
};

}  // namespace hand
