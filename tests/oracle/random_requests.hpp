#pragma once

#include "tests/oracle/qalsody_by_hand.hpp"

#include <cstdint>

namespace oracle {

/// `anything`: every state of every fact about equally often. `realistic`: what a plan receives: the routing known, a
/// tenth of the requests incomplete, most members adults, most facts documented.
enum class Mix { anything, realistic };

/// An endless series of requests; the same seed and mix give the same series on every machine.
class RandomRequests {
public:
    RandomRequests(std::uint64_t seed, Mix mix) : state_(seed), mix_(mix) {}

    [[nodiscard]] by_hand::Request next();

private:
    [[nodiscard]] std::uint64_t draw();
    [[nodiscard]] int below(int bound) { return static_cast<int>(draw() % static_cast<std::uint64_t>(bound)); }
    [[nodiscard]] by_hand::Day day_between(by_hand::Day first, by_hand::Day last);
    [[nodiscard]] by_hand::Known known(int missing_percent);
    [[nodiscard]] by_hand::Level level(by_hand::Level wanted);
    template <class Value>
    void choose(by_hand::Answer<Value>& answer, int values, int usual_percent, by_hand::Level wanted);
    void choose_dates(by_hand::Request& request);
    [[nodiscard]] by_hand::Birth birth();

    std::uint64_t state_;
    Mix mix_;
};

}  // namespace oracle
