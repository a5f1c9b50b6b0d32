#pragma once

#include "pol/truth.hpp"

#include <cstdint>

namespace pol {

/// How well a provider's fact is supported. The order is the meaning: a condition asks for a minimum.
/// `none` is the level of plan and routing facts, which carry no evidence, and of conditions that ask for none.
enum class Evidence : std::uint8_t { none, claimed, attested, documented };

/// Whether a request says anything about a fact. `in_conflict` never enters with a request: the evaluator
/// sets it for both facts of a broken `implies`.
enum class Presence : std::uint8_t { not_given, not_knowable, given, in_conflict };

/// The answer to a yes/no fact.
enum class YesNo : std::uint8_t { no, yes };

/// One fact of a request: a value with its presence and evidence. `value` means nothing unless `presence` is
/// `given` (or `in_conflict`).
template <class Value>
struct Fact {
    Value value{};
    Presence presence = Presence::not_given;
    Evidence evidence = Evidence::none;
};

/// Whether conditions may use the fact: given, not in conflict, and at least at the minimum.
/// Plan and routing facts are asked for with `Evidence::none`.
template <class Value>
[[nodiscard]] constexpr bool usable(const Fact<Value>& fact, Evidence minimum) noexcept {
    return fact.presence == Presence::given && fact.evidence >= minimum;
}

}  // namespace pol
