#include "compiler/analyze/decimals.hpp"

namespace pol::analysis {

namespace {

bool is_inside(Number value, const End& low, const End& high) {
    const bool above = low.included ? low.value <= value : low.value < value;
    const bool below = high.included ? value <= high.value : value < high.value;
    return above && below;
}

/// The multiple of `step` nearest to an end, on the side of it that lies inside.
Number nearest(const End& end, Rounding rounding, Number step) {
    const Number multiple = rounded(end.value, rounding, step);
    if (end.included || multiple != end.value) return multiple;
    return rounding == Rounding::down ? multiple - step : multiple + step;
}

}  // namespace

std::optional<Decimal> simplest_between(End low, End high, bool near_high) {
    for (int places = 0; places <= most_places; ++places) {
        const Number step = number(1, power_of_ten(places));
        const Number value = near_high ? nearest(high, Rounding::down, step) : nearest(low, Rounding::up, step);
        if (is_inside(value, low, high)) return shown(value).decimal;
    }
    return std::nullopt;
}

}  // namespace pol::analysis
