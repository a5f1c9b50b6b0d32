#pragma once

#include "pol/date.hpp"
#include "pol/decimal.hpp"

namespace pol {

/// A value with the day on which it was measured, which may be known to the month or year only.
struct Measurement {
    Decimal value{};
    DateRange on{};
};

}  // namespace pol
