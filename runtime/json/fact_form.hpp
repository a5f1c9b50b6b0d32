#pragma once

#include "pol/description.hpp"

#include <cstdint>

namespace pol::json {

/// How the value of a fact is written, told once for all its requests.
enum class ValueForm : std::uint8_t { yes_no, name, day, days, amount, code, dated_yes_no, dated_name, list };

struct FactForm {
    ValueForm value = ValueForm::yes_no;
    /// Whether a level of evidence belongs to it.
    bool has_level = false;
    /// Whether the day on which it was measured does.
    bool has_day = false;
};

[[nodiscard]] FactForm form_of(const FactDescription& fact);

/// Whether its value is an amount, which may have a unit.
[[nodiscard]] bool is_amount(const FactDescription& fact);

}  // namespace pol::json
