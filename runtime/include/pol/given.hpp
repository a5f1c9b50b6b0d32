#pragma once

#include "pol/date.hpp"
#include "pol/evidence.hpp"

namespace pol {

/// How a caller fills in a request: `request.diagnosis = pol::documented(Diagnosis::als)`.

/// A fact without evidence: the facts of the request itself and the plan's.
template <class Value>
[[nodiscard]] constexpr Fact<Value> given(Value value) noexcept {
    return {.value = value, .presence = Presence::given, .evidence = Evidence::none};
}

/// What a provider only says, attests, or documents.
template <class Value>
[[nodiscard]] constexpr Fact<Value> claimed(Value value) noexcept {
    return {.value = value, .presence = Presence::given, .evidence = Evidence::claimed};
}
template <class Value>
[[nodiscard]] constexpr Fact<Value> attested(Value value) noexcept {
    return {.value = value, .presence = Presence::given, .evidence = Evidence::attested};
}
template <class Value>
[[nodiscard]] constexpr Fact<Value> documented(Value value) noexcept {
    return {.value = value, .presence = Presence::given, .evidence = Evidence::documented};
}

/// `request.first_start = pol::not_knowable`: nobody can find out, so it is never asked.
struct NotKnowable {
    template <class Value>
    constexpr operator Fact<Value>() const noexcept {
        return {.value = Value{}, .presence = Presence::not_knowable, .evidence = Evidence::none};
    }
};
inline constexpr NotKnowable not_knowable;

/// A birth date known to the day, the month or the year.
[[nodiscard]] constexpr Fact<DateRange> born_on(Date day) noexcept { return given(DateRange{day, day}); }
[[nodiscard]] constexpr Fact<DateRange> born_in(std::int32_t year, std::int32_t month) noexcept {
    return given(DateRange{date_of(year, month, 1), date_of(year, month, days_in_month(year, month))});
}
[[nodiscard]] constexpr Fact<DateRange> born_in(std::int32_t year) noexcept {
    return given(DateRange{date_of(year, 1, 1), date_of(year, 12, 31)});
}

}  // namespace pol
