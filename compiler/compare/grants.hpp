#pragma once

#include "compiler/model/policy.hpp"
#include "pol/decision.hpp"
#include "pol/number.hpp"

#include <string>
#include <vector>

namespace pol::comparison {

/// One thing that an approval gives, by what it is called, and how much of it: days, doses, an amount.
struct Granted {
    std::string name;
    Number amount;
    std::string words;
    /// What changes of it are told as: its name, or `billed units` where an approval has an amount for each of many
    /// codes.
    std::string kind{};

    [[nodiscard]] bool is_one_of_many() const { return kind != name; }
};

/// All that a closed approval gives: its days first.
[[nodiscard]] std::vector<Granted> granted_by(const model::Policy& policy, const Result& result);

/// A result whole: `approved from 2026-07-01 through 2026-12-31, 8 doses, J1304 800 unit`, `refer to LCD L33394`.
[[nodiscard]] std::string whole_words(const model::Policy& policy, const Result& result);

}  // namespace pol::comparison
