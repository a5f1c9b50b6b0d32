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

/// Writes an answer into a typed fact of a generated request; its value is taken as the fact's type.
template <class Value>
constexpr void assign_answer(Fact<Value>& fact, const Answer& answer) noexcept {
    fact = {.value = static_cast<Value>(answer.value), .presence = answer.presence, .evidence = answer.evidence};
}
constexpr void assign_answer(Fact<Date>& fact, const Answer& answer) noexcept {
    fact = {.value = answer.date, .presence = answer.presence, .evidence = answer.evidence};
}
constexpr void assign_answer(Fact<DateRange>& fact, const Answer& answer) noexcept {
    fact = {.value = answer.range, .presence = answer.presence, .evidence = answer.evidence};
}

}  // namespace pol
