#pragma once

#include "pol/computed.hpp"
#include "pol/text.hpp"

#include <cstdint>

namespace pol {

/// Lists of entries in conditions and values. A list that is given with enough evidence is complete; what is not given
/// of an entry is unknown of that entry alone. Every condition on entries reads first the list, then the field whose
/// values are taken (if there is one), then what the condition on one entry reads: each once, however many entries
/// leave it open. A value that there is none of without an entry reads behind the list whether it is to be measured
/// again.

/// Whether the condition on an entry compares a day of the entry: where none lies in that window, one may be measured
/// again.
enum class Window : std::uint8_t { none, of_days };

/// The condition on an entry where every entry counts.
struct AnyEntry {
    template <class Entry>
    [[nodiscard]] constexpr Tested<0> operator()(const Entry&) const noexcept {
        return {.truth = Truth::yes, .open = {}};
    }
};

/// A number of an entry, not given where it is beyond its bounds.
[[nodiscard]] constexpr Computed<1> amount_within(const Fact<Decimal>& field, Decimal least, Decimal most) noexcept {
    if (is_beyond(field, least, most)) return {.value = {}, .known = false, .missing = bits_of<1>(0)};
    return amount_of(field, Evidence::none);
}

/// A day of an entry. Reads the field twice: it is missing, or known to the month or year only.
[[nodiscard]] constexpr Day<2> day_of_entry(const Fact<DateRange>& field) noexcept {
    Day<2> day;
    const bool is_given = usable(field, Evidence::none);
    if (is_given) day.range = field.value;
    day.missing.add_if(0, !is_given);
    day.missing.add_if(1, is_given && !is_exact(day.range));
    return day;
}

/// An age on a day of an entry. Reads the birth and the field each twice: they contradict each other, or one of them is
/// missing or not exact; and the field once more for its exact day.
[[nodiscard]] constexpr Tested<5> at_entry(const Tested<1>& age, const Fact<DateRange>& birth,
                                           const Fact<DateRange>& field) noexcept {
    Tested<5> tested{.truth = age.truth, .open = {}};
    if (age.truth != Truth::unknown) return tested;
    const bool is_given = usable(field, Evidence::none);
    const bool contradict = is_given && birth_contradicts(birth, field.value);
    tested.open.add_if(0, contradict);
    tested.open.add_if(2, contradict);
    if (contradict) return tested;
    // A partial birth date may well do; that shows only when the other date is there.
    tested.open.add_if(1, birth.presence != Presence::given || (is_given && !is_exact(birth.value)));
    tested.open.add_if(3, !is_given);
    tested.open.add_if(4, is_given && !is_exact(field.value));
    return tested;
}

namespace detail {
/// Stands for a value where only its type matters.
template <class Value>
[[nodiscard]] const Value& some() noexcept;
/// What the condition on an entry comes to.
template <class Entry, class Body>
using TestedEntry = decltype(some<Body>()(some<Entry>()));

[[nodiscard]] constexpr Truth enough(int wanted, int sure, int possible) noexcept {
    return sure >= wanted ? Truth::yes : possible < wanted ? Truth::no : Truth::unknown;
}
}  // namespace detail

/// At least so many entries meet the condition.
template <class Entry, class Body>
[[nodiscard]] constexpr auto at_least(int wanted, const Fact<List<Entry>>& list, Evidence minimum,
                                      const Body& body) noexcept {
    Tested<1 + detail::TestedEntry<Entry, Body>::size> tested;
    if (!usable(list, minimum)) {
        tested.open.add(0);
        return tested;
    }
    int sure = 0;
    int possible = 0;
    for (const Entry& entry : list.value) {
        const auto counts = body(entry);
        sure += static_cast<int>(counts.truth == Truth::yes);
        possible += static_cast<int>(counts.truth != Truth::no);
        append(tested.open, counts.open, 1);
    }
    tested.truth = detail::enough(wanted, sure, possible);
    if (tested.truth != Truth::unknown) tested.open = {};
    return tested;
}
template <class Entry, class Body>
[[nodiscard]] constexpr auto at_most(int wanted, const Fact<List<Entry>>& list, Evidence minimum,
                                     const Body& body) noexcept {
    return negate(at_least(wanted + 1, list, minimum, body));
}

namespace detail {
/// The groups of values among entries: those that surely count, and those that may.
template <int Values>
struct Groups {
    Bits<Values> sure;
    Bits<Values> possible;
    bool any_sure = false;
    /// Entries that may count whose value is not known.
    int without_value = 0;

    template <class Value>
    constexpr void add(Truth counts, const Fact<Value>& field, const std::uint16_t (&groups)[Values]) noexcept {
        if (counts == Truth::no) return;
        any_sure = any_sure || counts == Truth::yes;
        if (!usable(field, Evidence::none)) {
            ++without_value;
            return;
        }
        possible.add(groups[static_cast<int>(field.value)]);
        sure.add_if(groups[static_cast<int>(field.value)], counts == Truth::yes);
    }
    /// Whether an entry could still make a difference.
    template <class Value>
    [[nodiscard]] constexpr bool is_open(Truth counts, const Fact<Value>& field,
                                         const std::uint16_t (&groups)[Values]) const noexcept {
        if (counts == Truth::no) return false;
        return !usable(field, Evidence::none) || !sure.has(groups[static_cast<int>(field.value)]);
    }
    [[nodiscard]] constexpr Truth at_least(int wanted) const noexcept {
        const int surely = sure.empty() ? static_cast<int>(any_sure) : sure.count();
        return enough(wanted, surely, possible.count() + without_value);
    }
};
}  // namespace detail

/// At least so many different groups of values of a field among the entries that meet the condition. `groups` has the
/// group of each value.
template <class Entry, class Field, int Values, class Body>
[[nodiscard]] constexpr auto at_least_different(int wanted, const Fact<List<Entry>>& list, Evidence minimum,
                                                const Field& field, const std::uint16_t (&groups)[Values],
                                                const Body& body) noexcept {
    Tested<2 + detail::TestedEntry<Entry, Body>::size> tested;
    if (!usable(list, minimum)) {
        tested.open.add(0);
        return tested;
    }
    detail::Groups<Values> found;
    for (const Entry& entry : list.value) found.add(body(entry).truth, field(entry), groups);
    tested.truth = found.at_least(wanted);
    if (tested.truth != Truth::unknown) return tested;
    for (const Entry& entry : list.value) {
        const auto counts = body(entry);
        if (!found.is_open(counts.truth, field(entry), groups)) continue;
        tested.open.add_if(1, !usable(field(entry), Evidence::none));
        append(tested.open, counts.open, 2);
    }
    return tested;
}
template <class Entry, class Field, int Values, class Body>
[[nodiscard]] constexpr auto at_most_different(int wanted, const Fact<List<Entry>>& list, Evidence minimum,
                                               const Field& field, const std::uint16_t (&groups)[Values],
                                               const Body& body) noexcept {
    return negate(at_least_different(wanted + 1, list, minimum, field, groups, body));
}

/// How many entries meet the condition; known where that is known of each.
template <class Entry, class Body>
[[nodiscard]] constexpr auto count_of(const Fact<List<Entry>>& list, Evidence minimum, const Body& body) noexcept {
    Computed<1 + detail::TestedEntry<Entry, Body>::size> counted{};
    if (!usable(list, minimum)) {
        counted.missing.add(0);
        return counted;
    }
    int count = 0;
    counted.known = true;
    for (const Entry& entry : list.value) {
        const auto counts = body(entry);
        count += static_cast<int>(counts.truth == Truth::yes);
        append(counted.missing, counts.open, 1);
        counted.known = counted.known && counts.truth != Truth::unknown;
    }
    counted.value = number(count);
    return counted;
}

namespace detail {
/// Whether an entry of which nothing is known yet may meet the condition.
template <class Entry, class Body>
[[nodiscard]] constexpr bool can_be_measured_again(Window window, const Body& body) noexcept {
    return window == Window::of_days && body(Entry{}).truth != Truth::no;
}

/// Takes the numbers of the entries that meet the condition together, one by one. `first` is what there is before any;
/// the field is the reading at its `Place`.
template <int Place, class Entry, class Field, class Body, class Take>
[[nodiscard]] constexpr auto taken_together(const Fact<List<Entry>>& list, Evidence minimum, const Field& field,
                                            const Body& body, Computed<0>& first, Take take) noexcept {
    Computed<Place + 1 + TestedEntry<Entry, Body>::size> result{};
    if (!usable(list, minimum)) {
        result.missing.add(0);
        return result;
    }
    bool is_open = false;
    for (const Entry& entry : list.value) {
        const auto counts = body(entry);
        if (counts.truth == Truth::no) continue;
        const Computed<1> amount = field(entry);
        is_open = is_open || counts.truth == Truth::unknown || !amount.known;
        append(result.missing, amount.missing, Place);
        append(result.missing, counts.open, Place + 1);
        first = exactly(first.known ? take(first.value, amount.value) : amount.value);
    }
    result.known = first.known && !is_open;
    result.value = first.value;
    return result;
}

/// The same where there is no value before any entry.
template <class Entry, class Field, class Body, class Take>
[[nodiscard]] constexpr auto taken_of_some(const Fact<List<Entry>>& list, Evidence minimum, Window window,
                                           const Field& field, const Body& body, Take take) noexcept {
    Computed<0> total{};
    auto result = taken_together<2>(list, minimum, field, body, total, take);
    const bool has_none = usable(list, minimum) && !total.known;
    result.missing.add_if(1, has_none && can_be_measured_again<Entry>(window, body));
    return result;
}
}  // namespace detail

template <class Entry, class Field, class Body>
[[nodiscard]] constexpr auto sum_of(const Fact<List<Entry>>& list, Evidence minimum, const Field& field,
                                    const Body& body) noexcept {
    Computed<0> total = exactly(0);
    return detail::taken_together<1>(list, minimum, field, body, total,
                                     [](Number sum, Number amount) noexcept { return sum + amount; });
}
/// Of no entry there is no average, no least and no greatest number.
template <class Entry, class Field, class Body>
[[nodiscard]] constexpr auto average_of(const Fact<List<Entry>>& list, Evidence minimum, Window window,
                                        const Field& field, const Body& body) noexcept {
    int count = 1;
    auto average = detail::taken_of_some(list, minimum, window, field, body, [&](Number sum, Number amount) noexcept {
        ++count;
        return sum + amount;
    });
    if (average.known) average.value = average.value / number(count);
    return average;
}
template <class Entry, class Field, class Body>
[[nodiscard]] constexpr auto least_among(const Fact<List<Entry>>& list, Evidence minimum, Window window,
                                         const Field& field, const Body& body) noexcept {
    return detail::taken_of_some(list, minimum, window, field, body,
                                 [](Number least, Number amount) noexcept { return lesser(least, amount); });
}
template <class Entry, class Field, class Body>
[[nodiscard]] constexpr auto greatest_among(const Fact<List<Entry>>& list, Evidence minimum, Window window,
                                            const Field& field, const Body& body) noexcept {
    return detail::taken_of_some(list, minimum, window, field, body,
                                 [](Number greatest, Number amount) noexcept { return greater(greatest, amount); });
}

}  // namespace pol
