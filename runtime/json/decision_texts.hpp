#pragma once

#include "pol/description.hpp"
#include "pol/record.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace pol::json {

/// The parts of decisions that are the same in all of one policy, as JSON written once.
struct DecisionTexts {
    explicit DecisionTexts(const PolicyDescription& policy);

    static constexpr std::size_t state_count = static_cast<std::size_t>(ClauseState::yes) + 1;
    struct TracedClause {
        std::uint16_t clause = no_index;
        /// `{"id":…,"state":…}` for each state.
        std::array<std::string, state_count> states;
    };
    struct AskedFact {
        /// `"fact":…`
        std::string name;
        /// `"question":…`
        std::string question;
    };

    /// `"policy":{…}`
    std::string policy;
    /// `"no_text_on_file":true,"texts_on_file":[…]`
    std::string no_text;
    /// By clause, its full id: `"PHARMACY-127/2026-06-01/MMC.6"`
    std::vector<std::string> ids;
    /// By clause: `{"id":…,"text":…}`
    std::vector<std::string> clauses;
    std::vector<TracedClause> trace;
    std::vector<AskedFact> facts;
    /// By target: `{"kind":…,"number":…}`
    std::vector<std::string> documents;
    /// `{"text":…,"status":…,"clauses":[…]}`
    std::vector<std::string> readings;
};

}  // namespace pol::json
