#pragma once

#include "pol/outcome.hpp"

#include <string_view>

namespace pol::arrow {

/// `criteria_not_met`: the words of decisions in JSON, joined by underscores.
[[nodiscard]] constexpr std::string_view name_of(Outcome outcome) {
    constexpr std::string_view names[] = {
        "approved", "criteria_not_met", "not_medically_necessary", "investigational", "excluded", "does_not_apply",
        "refer",    "review",           "needs_information",
    };
    return names[static_cast<int>(outcome)];
}

}  // namespace pol::arrow
