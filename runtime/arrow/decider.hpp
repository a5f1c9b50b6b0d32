#pragma once

#include "pol/arrow/evaluator.hpp"
#include "runtime/arrow/input.hpp"
#include "runtime/arrow/output.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace pol::arrow {

/// Decides rows of a batch by one policy, a part at a time.
class Decider {
public:
    Decider(const Evaluator& evaluator, Input& input, Output& output)
        : evaluator_(evaluator),
          input_(input),
          output_(output),
          possible_(evaluator.possible.size * batch::words_for(rows_at_a_time)) {}

    /// Decides at most `rows_at_a_time` rows; the decision of `rows[i]` becomes `places[i]` of the output. Gives what
    /// is wrong with each of them, or nothing: what is decided of a row with a problem means nothing.
    const std::vector<std::string>& decide(std::span<const std::int64_t> rows, std::span<const std::int64_t> places);

private:
    /// Where a part is decided to.
    struct Part {
        std::array<Outcome, rows_at_a_time> outcomes;
        std::array<batch::Plane, batch::words_for(rows_at_a_time)> denials;
        std::array<std::int32_t, rows_at_a_time> from;
        std::array<std::int32_t, rows_at_a_time> through;
    };

    const Evaluator& evaluator_;
    Input& input_;
    Output& output_;
    Part part_;
    /// One plane a possible result of the policy.
    std::vector<batch::Plane> possible_;
};

}  // namespace pol::arrow
