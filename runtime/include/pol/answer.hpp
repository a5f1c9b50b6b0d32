#pragma once

#include "pol/date.hpp"
#include "pol/evidence.hpp"

#include <cstdint>

namespace pol {

/// One fact of a request in the form that serves every policy. Which of `value` (index of a one-of value, 0 no /
/// 1 yes), `date` and `range` counts follows from the fact's type.
struct Answer {
    Presence presence = Presence::not_given;
    Evidence evidence = Evidence::none;
    std::uint16_t value = 0;
    Date date;
    DateRange range;
};

}  // namespace pol
