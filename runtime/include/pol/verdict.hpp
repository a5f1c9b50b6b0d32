#pragma once

#include "pol/bits.hpp"
#include "pol/truth.hpp"

namespace pol {

/// A group of requirements: its truth and the clauses that make it so (the deepest ones: met for yes, failing for
/// no, open for unknown).
template <int Clauses>
struct Explained {
    Truth truth = Truth::unknown;
    Bits<Clauses> clauses;
};

/// The truth of every clause evaluated so far; the others count as unknown. A requirement that is only for some
/// requests may be left out: then it counts as met and explains nothing. What is below it may still be asked through
/// another requirement.
template <int Clauses>
struct ClauseTruths {
    Bits<Clauses> yes;
    Bits<Clauses> no;
    Bits<Clauses> left_out;
    /// Those of which it is unknown whether they are left out.
    Bits<Clauses> unsettled;

    using Set = Bits<Clauses>;
    using Group = Explained<Clauses>;

    template <class Clause>
    constexpr void record(Clause clause, Truth truth) noexcept {
        yes.add_if(static_cast<int>(clause), truth == Truth::yes);
        no.add_if(static_cast<int>(clause), truth == Truth::no);
    }
    /// Whether a requirement that is only for some requests is asked, or may be, as its *only if* comes out.
    template <class Clause>
    [[nodiscard]] constexpr bool is_asked(Clause clause, Truth only_if) noexcept {
        left_out.add_if(static_cast<int>(clause), only_if == Truth::no);
        unsettled.add_if(static_cast<int>(clause), only_if == Truth::unknown);
        return only_if != Truth::no;
    }
    [[nodiscard]] constexpr Set unknown_of(const Set& clauses) const noexcept {
        return clauses.without(yes).without(no);
    }

    /// A requirement with others below (`body`) that is only for some requests, as `is_asked` found. While that is
    /// unknown it is open itself, and so is what is open below it.
    template <class Clause>
    [[nodiscard]] constexpr Group only_if(Clause clause, const Group& body) const noexcept {
        const int number = static_cast<int>(clause);
        if (left_out.has(number)) return {Truth::yes, {}};
        if (!unsettled.has(number) || body.truth == Truth::yes) return body;
        Group open{Truth::unknown, bits_of<Clauses>(number)};
        if (body.truth == Truth::unknown) open.clauses |= body.clauses;
        return open;
    }

    /// Groups over labelled requirements (`items`, their order does not matter) and groups below.
    template <class... Groups>
    [[nodiscard]] constexpr Group all_of(const Set& items, const Groups&... groups) const noexcept {
        const Members members = sorted(items, groups...);
        if (members.any_no) return {Truth::no, members.no};
        if (members.any_unknown) return {Truth::unknown, members.unknown};
        return {Truth::yes, members.yes};
    }
    template <class... Groups>
    [[nodiscard]] constexpr Group any_of(const Set& items, const Groups&... groups) const noexcept {
        const Members members = sorted(items, groups...);
        if (members.any_yes) return {Truth::yes, members.yes};
        if (members.any_unknown) return {Truth::unknown, members.unknown};
        return {Truth::no, members.no};
    }
    template <class... Groups>
    [[nodiscard]] constexpr Group none_of(const Set& items, const Groups&... groups) const noexcept {
        Group group = any_of(items, groups...);
        group.truth = negate(group.truth);
        return group;
    }
    template <class... Groups>
    [[nodiscard]] constexpr Group at_least(int wanted, const Set& items, const Groups&... groups) const noexcept {
        const Members members = sorted(items, groups...);
        const int sure = (items & (yes | left_out)).count() + (0 + ... + static_cast<int>(groups.truth == Truth::yes));
        const int failed =
            (items & no).without(left_out).count() + (0 + ... + static_cast<int>(groups.truth == Truth::no));
        const int possible = items.count() + static_cast<int>(sizeof...(groups)) - failed;
        if (sure >= wanted) return {Truth::yes, members.yes};
        if (possible < wanted) return {Truth::no, members.no};
        return {Truth::unknown, members.unknown};
    }
    /// One labelled requirement as a group of its own.
    template <class Clause>
    [[nodiscard]] constexpr Group only(Clause clause) const noexcept {
        return all_of(bits_of<Clauses>(clause));
    }

private:
    /// The members of a group by their truth, and what explains them: nothing for those that are left out.
    struct Members {
        Set yes;
        Set no;
        Set unknown;
        bool any_yes = false;
        bool any_no = false;
        bool any_unknown = false;

        constexpr void add(const Group& group) noexcept {
            any_yes |= group.truth == Truth::yes;
            any_no |= group.truth == Truth::no;
            any_unknown |= group.truth == Truth::unknown;
            (group.truth == Truth::yes ? yes : group.truth == Truth::no ? no : unknown) |= group.clauses;
        }
    };

    template <class... Groups>
    [[nodiscard]] constexpr Members sorted(const Set& items, const Groups&... groups) const noexcept {
        const Set asked = items.without(left_out);
        Members members{.yes = asked & yes, .no = asked & no, .unknown = unknown_of(asked)};
        members.any_yes = !members.yes.empty() || !(items & left_out).empty();
        members.any_no = !members.no.empty();
        members.any_unknown = !members.unknown.empty();
        (members.add(groups), ...);
        return members;
    }
};

}  // namespace pol
