#pragma once

#include "compiler/model/policy.hpp"
#include "pol/answer.hpp"

#include <cstdint>
#include <vector>

namespace pol::analysis {

/// One direction in which an answer can move: its number, counted in millionths, or its day.
struct Axis {
    bool is_day = false;
    std::int64_t first = 0;
    std::int64_t last = 0;

    /// The answer with its number or its day there.
    [[nodiscard]] Answer moved(Answer answer, std::int64_t place) const;
    /// Places spread from the first through the last, close to the first as well as far from it.
    [[nodiscard]] std::vector<std::int64_t> places() const;
};

/// All numbers that a request may carry for a fact.
[[nodiscard]] Axis numbers_of(const model::Fact& fact);
/// From one day through another.
[[nodiscard]] Axis days_between(Date first, Date last);

/// An answer with a day, whatever its fact takes it for.
[[nodiscard]] Answer on_day(Answer answer, Date day);

}  // namespace pol::analysis
