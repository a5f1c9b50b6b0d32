#pragma once

#include "pol/answer.hpp"
#include "pol/description.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace pol {

/// Where in a request, in bytes, the presence of a fact lies; its evidence lies behind it, its value before it. Fields
/// of lists lie in no request: theirs is 0.
struct FactOffset {
    std::uint32_t presence = 0;
    FactType type = FactType::yes_no;
};

namespace detail {

template <class Value>
void assign_value(unsigned char* presence, const Value& value) noexcept {
    std::memcpy(presence - offsetof(Fact<Value>, presence), &value, sizeof value);
}

}  // namespace detail

/// Writes an answer into a fact of a request of any policy; what counts of it follows from the type. Of a list the
/// entries, which their owner sets, stay as they are, and a field is set with its entry. A template, so that evaluators
/// may take it from the engine (pol/engine.hpp).
template <class Offset>
[[gnu::noinline]] void assign_answer(void* request, const Offset& fact, const Answer& answer) noexcept {
    if (fact.presence == 0) return;
    unsigned char* presence = static_cast<unsigned char*>(request) + fact.presence;
    presence[0] = static_cast<unsigned char>(answer.presence);
    presence[1] = static_cast<unsigned char>(answer.evidence);
    switch (fact.type) {
        case FactType::yes_no:
            return detail::assign_value(presence, static_cast<YesNo>(answer.value));
        case FactType::one_of:
            return detail::assign_value(presence, answer.value);
        case FactType::number:
            return detail::assign_value(presence, answer.number);
        case FactType::measurement:
            return detail::assign_value(presence, Measurement{.value = answer.number, .on = answer.range});
        case FactType::date:
            return detail::assign_value(presence, answer.date);
        case FactType::partial_date:
            return detail::assign_value(presence, answer.range);
        case FactType::list:
            break;
    }
}

}  // namespace pol
