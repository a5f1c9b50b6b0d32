#pragma once

#include "pol/date.hpp"

#include <string>

namespace pol {

/// `2026-07-01`. For tools; generated evaluators write no texts.
[[nodiscard]] inline std::string iso_text(Date date) {
    const CivilDate civil = to_civil(date);
    const auto padded = [](std::int32_t number, std::size_t width) {
        std::string digits = std::to_string(number);
        if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
        return digits;
    };
    return padded(civil.year, 4) + '-' + padded(civil.month, 2) + '-' + padded(civil.day, 2);
}

}  // namespace pol
