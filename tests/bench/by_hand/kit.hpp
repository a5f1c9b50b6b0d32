#pragma once

#include "pol/date.hpp"
#include "pol/decimal.hpp"
#include "pol/decision.hpp"
#include "pol/evidence.hpp"
#include "pol/outcome.hpp"

#include <algorithm>
#include <cstdint>

/// What the evaluators of this folder, which a person wrote, have in common. They take the same requests and give the
/// same decisions as the generated ones, and share their arithmetic of days, but nothing else of the runtime.
namespace hand {

using pol::Evidence;
using pol::Fact;
using pol::QuestionKind;
using Days = pol::DateRange;

/// Clauses, or facts: no policy here has more than a word has bits.
using Set = std::uint64_t;

template <class... Name>
constexpr Set set_of(Name... names) {
    return ((Set{1} << static_cast<unsigned>(names)) | ... | Set{0});
}
template <class Name>
constexpr bool has(Set set, Name name) {
    return (set & set_of(name)) != 0;
}
/// Calls `visit` with the number of every member, from the lowest.
template <class Visit>
void for_each(Set set, Visit visit) {
    for (; set != 0; set &= set - 1) visit(__builtin_ctzll(set));
}

enum class Truth : std::uint8_t { no, unknown, yes };

constexpr Truth as_truth(bool value) { return value ? Truth::yes : Truth::no; }
constexpr Truth opposite(Truth value) { return static_cast<Truth>(2 - static_cast<int>(value)); }
template <class... Rest>
constexpr Truth all(Truth first, Rest... rest) {
    ((first = std::min(first, rest)), ...);
    return first;
}
template <class... Rest>
constexpr Truth any(Truth first, Rest... rest) {
    ((first = std::max(first, rest)), ...);
    return first;
}
/// Surely, or possibly, or not.
constexpr Truth between(bool surely, bool possibly) {
    return surely ? Truth::yes : possibly ? Truth::unknown : Truth::no;
}

/// Whether it has so many members.
constexpr bool has_at_least(int wanted, Set set) {
    for (; wanted > 0 && set != 0; --wanted) set &= set - 1;
    return wanted <= 0;
}

// ---- what a request says ------------------------------------------------------------------------------------------

template <class Value>
bool told(const Fact<Value>& fact, Evidence minimum = Evidence::claimed) {
    return fact.presence == pol::Presence::given && fact.evidence >= minimum;
}
template <class Value>
Truth is(const Fact<Value>& fact, Value value, Evidence minimum = Evidence::claimed) {
    return told(fact, minimum) ? as_truth(fact.value == value) : Truth::unknown;
}
/// One of the values of a set.
template <class Value>
Truth is_among(const Fact<Value>& fact, Set values, Evidence minimum = Evidence::claimed) {
    return told(fact, minimum) ? as_truth(has(values, fact.value)) : Truth::unknown;
}

inline constexpr std::int64_t powers_of_ten[] = {1, 10, 100, 1'000, 10'000, 100'000, 1'000'000};

/// A number as `digits` of which `scale` make one; not known where it lies beyond its bounds.
struct Amount {
    std::int64_t digits = 0;
    std::int64_t scale = 1;
    bool known = false;
};
inline Amount amount(const Fact<pol::Decimal>& fact, int least, int most, Evidence minimum = Evidence::claimed) {
    if (!told(fact, minimum) || !pol::is_within_bounds(fact.value)) return {};
    const std::int64_t scale = powers_of_ten[fact.value.places];
    const bool is_within = fact.value.digits >= least * scale && fact.value.digits <= most * scale;
    return {fact.value.digits, scale, is_within};
}
inline Truth is_at_least(const Amount& amount, int limit) {
    return amount.known ? as_truth(amount.digits >= limit * amount.scale) : Truth::unknown;
}
inline Truth is_at_most(const Amount& amount, int limit) {
    return amount.known ? as_truth(amount.digits <= limit * amount.scale) : Truth::unknown;
}
inline Truth is_less_than(const Amount& amount, int limit) {
    return amount.known ? as_truth(amount.digits < limit * amount.scale) : Truth::unknown;
}
inline Truth is_exactly(const Amount& amount, int value) {
    return amount.known ? as_truth(amount.digits == value * amount.scale) : Truth::unknown;
}

inline constexpr Days any_day{pol::first_calendar_day, pol::last_calendar_day};

inline Days days_of(const Fact<Days>& fact, Evidence minimum = Evidence::claimed) {
    return told(fact, minimum) ? fact.value : any_day;
}
inline Days days_of(const Fact<pol::Date>& fact) {
    return told(fact, Evidence::none) ? Days{fact.value, fact.value} : any_day;
}
/// A day that is never before `earliest`, as long as both can be true.
inline Days not_before(Days day, pol::Date earliest) {
    if (day.first < earliest && earliest <= day.last) day.first = earliest;
    return day;
}
inline Days moved(Days day, int days) { return {pol::add_days(day.first, days), pol::add_days(day.last, days)}; }
inline Truth is_before(Days left, Days right) { return between(left.last < right.first, left.first < right.last); }
inline Truth is_on_or_before(Days left, Days right) {
    return between(left.last <= right.first, left.first <= right.last);
}

// ---- entries of lists ---------------------------------------------------------------------------------------------

/// The value of a field as a set; empty where it is not told.
template <class Value>
Set value_of(const Fact<Value>& field) {
    return told(field, Evidence::none) ? set_of(field.value) : 0;
}

/// Different values among the entries that count: those that surely are there, and those that may be.
struct Different {
    Set sure = 0;
    Set possible = 0;
    int of_unknown_value = 0;

    void add(Truth counts, Set value) {
        if (counts == Truth::no) return;
        of_unknown_value += static_cast<int>(value == 0);
        possible |= value;
        if (counts == Truth::yes) sure |= value;
    }
    [[nodiscard]] Truth are_at_least(int wanted) const {
        return between(has_at_least(wanted, sure), has_at_least(wanted - of_unknown_value, possible));
    }
    /// Whether an entry of that value makes no difference any more.
    [[nodiscard]] bool has_surely(Set value) const { return (sure & value) != 0; }
};

// ---- clauses ------------------------------------------------------------------------------------------------------

/// The clauses that are surely met, and those that surely are not.
struct Judged {
    Set yes = 0;
    Set no = 0;

    template <class Clause>
    void put(Clause clause, Truth truth) {
        yes |= static_cast<Set>(truth == Truth::yes) << static_cast<unsigned>(clause);
        no |= static_cast<Set>(truth == Truth::no) << static_cast<unsigned>(clause);
    }
    [[nodiscard]] Set unknown_of(Set clauses) const { return clauses & ~yes & ~no; }
};

/// A group of requirements: its truth, and the clauses that make it so.
struct Group {
    Truth truth = Truth::yes;
    Set clauses = 0;
};
inline Group any_of(const Judged& judged, Set clauses) {
    if ((clauses & judged.yes) != 0) return {Truth::yes, clauses & judged.yes};
    const Set unknown = judged.unknown_of(clauses);
    return unknown != 0 ? Group{Truth::unknown, unknown} : Group{Truth::no, clauses};
}
inline Group all_of(const Judged& judged, Set clauses) {
    if ((clauses & judged.no) != 0) return {Truth::no, clauses & judged.no};
    const Set unknown = judged.unknown_of(clauses);
    return unknown != 0 ? Group{Truth::unknown, unknown} : Group{Truth::yes, clauses};
}
inline Group both(const Group& left, const Group& right) {
    if (left.truth == right.truth) return {left.truth, left.clauses | right.clauses};
    return left.truth < right.truth ? left : right;
}
inline Group either(const Group& left, const Group& right) {
    if (left.truth == right.truth) return {left.truth, left.clauses | right.clauses};
    return left.truth < right.truth ? right : left;
}

/// States of clauses over the routes a request may take.
struct Marks {
    Set for_member = 0;
    Set passed_over = 0;
    Set yes = 0;
    Set no = 0;
    Set unknown = 0;

    /// Of one route: the clauses it has, those it reached, and what they came to.
    void add(Set clauses, Set reached, const Judged& judged) {
        for_member |= clauses;
        passed_over |= clauses & ~reached;
        yes |= reached & judged.yes;
        no |= reached & judged.no;
        unknown |= judged.unknown_of(reached);
    }
    template <int Clauses>
    void write(pol::Trace<Clauses>& trace) const {
        trace.for_member.words[0] = for_member;
        trace.reached.words[0] = yes | no | unknown;
        trace.no.words[0] = no & ~yes & ~unknown & ~passed_over;
        trace.yes.words[0] = yes & ~no & ~unknown & ~passed_over;
    }
};

}  // namespace hand
