#pragma once

#include "compiler/model/policy.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace pol::comparison {

/// Where the entries of one table stand in another.
using Places = std::vector<std::uint16_t>;

/// A value that both texts know, or only one of them.
struct JointValue {
    model::Value value;
    std::optional<std::uint16_t> in_old{};
    std::optional<std::uint16_t> in_new{};
};

/// A fact that both texts know, or only one of them. Named as the new text names it.
struct JointFact {
    std::optional<model::FactIndex> in_old{};
    std::optional<model::FactIndex> in_new{};
    std::vector<JointValue> values{};
};

/// The facts of two texts in one table, so that one request can be decided by both. Facts correspond by name, else by
/// their question, as far as they hold the same kind of answer; values by name, else by their text. Fields stand behind
/// their list, and the first kind of request of one text is that of the other.
struct Vocabulary {
    std::vector<JointFact> facts;

    [[nodiscard]] Places facts_of_old(std::size_t count) const;
    [[nodiscard]] Places facts_of_new(std::size_t count) const;
    [[nodiscard]] static Places values_of_old(const JointFact& fact);
    [[nodiscard]] static Places values_of_new(const JointFact& fact);
};

[[nodiscard]] Vocabulary joint_vocabulary(const model::Policy& older, const model::Policy& newer);

}  // namespace pol::comparison
