#pragma once

#include "pol/answer.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace pol {

/// What a fact of a request holds. Fields of lists lie in no request.
enum class FactForm : std::uint8_t { field, yes_no, choice, number, measurement, date, partial_date, list };

/// Where in a request, in bytes, the presence of a fact lies; its evidence lies behind it.
struct FactOffset {
    std::uint32_t presence = 0;
    FactForm form = FactForm::field;
};

namespace detail {

template <class Value>
void assign_value(unsigned char* presence, const Value& value) noexcept {
    std::memcpy(presence - offsetof(Fact<Value>, presence), &value, sizeof value);
}

}  // namespace detail

/// Writes an answer into a fact of a request of any policy; what counts of it follows from the form. Of a list the
/// entries, which their owner sets, stay as they are, and a field is set with its entry. A template, so that evaluators
/// may take it from the engine (pol/engine.hpp).
template <class Offset>
[[gnu::noinline]] void assign_answer(void* request, const Offset& fact, const Answer& answer) noexcept {
    if (fact.form == FactForm::field) return;
    unsigned char* presence = static_cast<unsigned char*>(request) + fact.presence;
    presence[0] = static_cast<unsigned char>(answer.presence);
    presence[1] = static_cast<unsigned char>(answer.evidence);
    switch (fact.form) {
        case FactForm::yes_no:
            return detail::assign_value(presence, static_cast<YesNo>(answer.value));
        case FactForm::choice:
            return detail::assign_value(presence, answer.value);
        case FactForm::number:
            return detail::assign_value(presence, answer.number);
        case FactForm::measurement:
            return detail::assign_value(presence, Measurement{.value = answer.number, .on = answer.range});
        case FactForm::date:
            return detail::assign_value(presence, answer.date);
        case FactForm::partial_date:
            return detail::assign_value(presence, answer.range);
        case FactForm::field:
        case FactForm::list:
            break;
    }
}

}  // namespace pol
