#pragma once

#include "pol/lists.hpp"

namespace pol {

/// The latest or the first entry of a list by a date of its own, and what a field of it holds. A value is known where
/// it is the same whichever entry may turn out to be the one. Two entries of one day that tell different values leave
/// it open: the field is in contradiction. What is read are the list; whether it is to be measured again; the field
/// three times: it is missing, or a date that is not exact, or in contradiction; the date twice: it is missing, or not
/// exact; then what the condition on one entry reads.

/// The place of a choice of an entry.
template <class Value>
[[nodiscard]] constexpr Computed<1> place_within(const Fact<Value>& field) noexcept {
    Computed<1> place{.value = {}, .known = usable(field, Evidence::none), .missing = {}};
    if (place.known) place.value = number(place_of(field.value));
    place.missing.add_if(0, !place.known);
    return place;
}

namespace detail {
inline constexpr int readings_of_chosen = 7;

[[nodiscard]] constexpr bool is_told(const Computed<1>& value) noexcept { return value.known; }
[[nodiscard]] constexpr bool is_told(const Day<2>& day) noexcept { return is_exact(day.range); }
[[nodiscard]] constexpr bool are_same(const Computed<1>& one, const Computed<1>& other) noexcept {
    return one.value == other.value;
}
[[nodiscard]] constexpr bool are_same(const Day<2>& one, const Day<2>& other) noexcept {
    return one.range == other.range;
}
/// Nothing is known of the one value that both may turn out to be; of a day, that it is one of both.
constexpr void widen(Computed<1>&, const Computed<1>&) noexcept {}
constexpr void widen(Day<2>& day, const Day<2>& other) noexcept {
    if (other.range.first < day.range.first) day.range.first = other.range.first;
    if (day.range.last < other.range.last) day.range.last = other.range.last;
}

/// How far an entry may lie back, or ahead, and still be the one: up to the entry that surely counts and is the latest,
/// or the first, if all lie as far from it as they can.
struct Reach {
    bool latest = true;
    bool is_sure = false;
    Date edge{};

    constexpr void add(Truth counts, DateRange day) noexcept {
        if (counts != Truth::yes) return;
        const Date nearest = latest ? day.first : day.last;
        if (!is_sure || (latest ? edge < nearest : nearest < edge)) edge = nearest;
        is_sure = true;
    }
    [[nodiscard]] constexpr bool holds(Truth counts, DateRange day) const noexcept {
        if (counts == Truth::no) return false;
        return !is_sure || (latest ? edge <= day.last : day.first <= edge);
    }
};

/// The entries that may be the one, taken together.
template <class Value, int Readings>
struct Candidates {
    Value value{};
    int count = 0;
    bool agree = true;
    /// Of entries that surely count and have an exact day, which is then the same of all.
    Value settled{};
    bool any_settled = false;
    Bits<Readings> missing{};

    constexpr void add(const Value& told, bool is_settled) noexcept {
        agree = agree && is_told(told) && (count == 0 || are_same(value, told));
        if (count == 0) value = told;
        widen(value, told);
        ++count;
        append(missing, told.missing, 2);
        if (!is_settled || !is_told(told)) return;
        missing.add_if(4, any_settled && !are_same(settled, told));
        settled = told;
        any_settled = true;
    }
};

template <class Entry, class Field, class By, class Body>
[[nodiscard]] constexpr auto candidates(const List<Entry>& entries, const Reach& reach, const Field& field,
                                        const By& by, const Body& body) noexcept {
    Candidates<decltype(field(some<Entry>())), readings_of_chosen + TestedEntry<Entry, Body>::size> found;
    for (const Entry& entry : entries) {
        const auto counts = body(entry);
        const Day<2> day = by(entry);
        if (!reach.holds(counts.truth, day.range)) continue;
        found.add(field(entry), counts.truth == Truth::yes && is_exact(day.range));
        append(found.missing, counts.open, readings_of_chosen);
    }
    if (found.count < 2 || found.agree) return found;
    for (const Entry& entry : entries) {
        const Day<2> day = by(entry);
        if (reach.holds(body(entry).truth, day.range)) append(found.missing, day.missing, 5);
    }
    return found;
}

template <class Entry, class By, class Body>
[[nodiscard]] constexpr Reach reach_of(const List<Entry>& entries, bool latest, const By& by,
                                       const Body& body) noexcept {
    Reach reach{.latest = latest, .is_sure = false, .edge = {}};
    for (const Entry& entry : entries) reach.add(body(entry).truth, by(entry).range);
    return reach;
}

template <class Entry, class Field, class By, class Body>
[[nodiscard]] constexpr auto value_of_entry(bool latest, const Fact<List<Entry>>& list, Evidence minimum, Window window,
                                            const Field& field, const By& by, const Body& body) noexcept {
    Computed<readings_of_chosen + TestedEntry<Entry, Body>::size> value{};
    if (!usable(list, minimum)) {
        value.missing.add(0);
        return value;
    }
    const Reach reach = reach_of(list.value, latest, by, body);
    const auto found = candidates(list.value, reach, field, by, body);
    value.known = reach.is_sure && found.agree;
    value.value = found.value.value;
    if (value.known) return value;
    value.missing = found.missing;
    value.missing.add_if(1, found.count == 0 && can_be_measured_again<Entry>(window, body));
    return value;
}

template <class Entry, class Field, class By, class Body>
[[nodiscard]] constexpr auto day_of_chosen(bool latest, const Fact<List<Entry>>& list, Evidence minimum, Window window,
                                           const Field& field, const By& by, const Body& body) noexcept {
    Day<readings_of_chosen + TestedEntry<Entry, Body>::size> day;
    if (!usable(list, minimum)) {
        day.missing.add(0);
        return day;
    }
    const Reach reach = reach_of(list.value, latest, by, body);
    const auto found = candidates(list.value, reach, field, by, body);
    if (reach.is_sure) day.range = found.value.range;
    day.missing = found.missing;
    day.missing.add_if(1, found.count == 0 && can_be_measured_again<Entry>(window, body));
    return exact_or_missing(day);
}

/// The day by which the entries stand in order is not behind the edge of their reach.
template <class Entry, class By, class Body>
[[nodiscard]] constexpr auto day_in_order(bool latest, const Fact<List<Entry>>& list, Evidence minimum, Window window,
                                          const By& by, const Body& body) noexcept {
    auto day = day_of_chosen(latest, list, minimum, window, by, by, body);
    if (!usable(list, minimum)) return day;
    const Reach reach = reach_of(list.value, latest, by, body);
    if (!reach.is_sure) return day;
    if (latest && day.range.first < reach.edge) day.range.first = reach.edge;
    if (!latest && reach.edge < day.range.last) day.range.last = reach.edge;
    return exact_or_missing(day);
}
}  // namespace detail

/// A number or the place of a choice, of the entry whose date `by` is the latest, or the first.
template <class Entry, class Field, class By, class Body>
[[nodiscard]] constexpr auto value_of_latest(const Fact<List<Entry>>& list, Evidence minimum, Window window,
                                             const Field& field, const By& by, const Body& body) noexcept {
    return detail::value_of_entry(true, list, minimum, window, field, by, body);
}
template <class Entry, class Field, class By, class Body>
[[nodiscard]] constexpr auto value_of_first(const Fact<List<Entry>>& list, Evidence minimum, Window window,
                                            const Field& field, const By& by, const Body& body) noexcept {
    return detail::value_of_entry(false, list, minimum, window, field, by, body);
}

/// Another date of that entry.
template <class Entry, class Field, class By, class Body>
[[nodiscard]] constexpr auto day_of_latest(const Fact<List<Entry>>& list, Evidence minimum, Window window,
                                           const Field& field, const By& by, const Body& body) noexcept {
    return detail::day_of_chosen(true, list, minimum, window, field, by, body);
}
template <class Entry, class Field, class By, class Body>
[[nodiscard]] constexpr auto day_of_first(const Fact<List<Entry>>& list, Evidence minimum, Window window,
                                          const Field& field, const By& by, const Body& body) noexcept {
    return detail::day_of_chosen(false, list, minimum, window, field, by, body);
}

/// The latest, or the first, of a date itself.
template <class Entry, class By, class Body>
[[nodiscard]] constexpr auto latest_day(const Fact<List<Entry>>& list, Evidence minimum, Window window, const By& by,
                                        const Body& body) noexcept {
    return detail::day_in_order(true, list, minimum, window, by, body);
}
template <class Entry, class By, class Body>
[[nodiscard]] constexpr auto earliest_day(const Fact<List<Entry>>& list, Evidence minimum, Window window, const By& by,
                                          const Body& body) noexcept {
    return detail::day_in_order(false, list, minimum, window, by, body);
}

}  // namespace pol
