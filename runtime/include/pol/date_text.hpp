#pragma once

#include "pol/date.hpp"

#include <cstdint>
#include <string>

namespace pol {

/// Appends `2026-07-01`. For tools; generated evaluators write no texts.
inline void append_iso(std::string& output, Date date) {
    const CivilDate civil = to_civil(date);
    char text[] = "0000-00-00";
    const auto set_digits = [&](int begin, std::int32_t number, int width) {
        for (int i = begin + width - 1; i >= begin; --i, number /= 10) text[i] = static_cast<char>('0' + number % 10);
    };
    set_digits(0, civil.year, 4);
    set_digits(5, civil.month, 2);
    set_digits(8, civil.day, 2);
    output.append(text, sizeof text - 1);
}

/// The same as a text of its own.
[[nodiscard]] inline std::string iso_text(Date date) {
    std::string text;
    append_iso(text, date);
    return text;
}

}  // namespace pol
