#pragma once

#include "pol/date.hpp"
#include "pol/evidence.hpp"
#include "pol/measurement.hpp"
#include "pol/text.hpp"

#include <cstdint>

namespace pol {

/// One fact of a request in the form that serves every policy. Which of `value` (index of a one-of value, 0 no /
/// 1 yes), `date`, `range` and `number` (in the declared unit) counts follows from the fact's type; a measurement has a
/// `number` and, in `range`, the day it was taken.
struct Answer {
    Presence presence = Presence::not_given;
    Evidence evidence = Evidence::none;
    std::uint16_t value = 0;
    Date date;
    DateRange range;
    Decimal number;
};

/// Writes an answer into a typed field of an entry; its value is taken as the field's type. Facts of requests:
/// pol/fact_offset.hpp.
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
constexpr void assign_answer(Fact<Decimal>& fact, const Answer& answer) noexcept {
    fact = {.value = answer.number, .presence = answer.presence, .evidence = answer.evidence};
}
constexpr void assign_answer(Fact<Measurement>& fact, const Answer& answer) noexcept {
    fact = {.value = {.value = answer.number, .on = answer.range},
            .presence = answer.presence,
            .evidence = answer.evidence};
}

}  // namespace pol
