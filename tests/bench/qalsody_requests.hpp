#pragma once

#include "tests/oracle/qalsody_by_hand.hpp"

#include <qalsody.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace bench {

/// The same requests, each as the hand and as the compiled evaluator take it.
struct QalsodyRequests {
    std::vector<by_hand::Request> by_hand;
    std::vector<plan::qalsody::Request> compiled;
};

/// Seeded, all distinct, mixed as a plan receives them.
[[nodiscard]] QalsodyRequests make_qalsody_requests(std::uint64_t seed, std::size_t count);

}  // namespace bench
