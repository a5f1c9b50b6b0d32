#pragma once

#include "compiler/model/policy.hpp"
#include "pol/record.hpp"

#include <cstdint>

namespace pol::testing {

/// Seeded requests of a policy for comparing evaluators. They lean towards the places where evaluators differ:
/// dates around the text's first day, ages around 18, partial birth dates, broken implications, missing routing facts,
/// facts nobody can know, and every evidence level. Every other request is that of a scenario with a few facts changed,
/// so that approvals, which need many facts to be right, come up often enough.
class RandomRequests {
public:
    RandomRequests(const model::Policy& policy, std::uint64_t seed);

    [[nodiscard]] RequestRecord next();

private:
    [[nodiscard]] std::uint32_t below(std::uint32_t bound);
    [[nodiscard]] bool one_in(std::uint32_t times) { return below(times) == 0; }
    [[nodiscard]] Presence presence(const model::Fact& fact);
    [[nodiscard]] Date date();
    [[nodiscard]] DateRange birth();
    [[nodiscard]] std::uint16_t value(const model::Fact& fact);
    [[nodiscard]] Answer answer(const model::Fact& fact);
    [[nodiscard]] RequestRecord near_a_scenario();

    const model::Policy& policy_;
    std::uint64_t state_;
    /// Of the request under way: how often its facts are missing, and the level most of them have.
    std::uint32_t missing_in_ = 0;
    Evidence level_ = Evidence::documented;
};

}  // namespace pol::testing
