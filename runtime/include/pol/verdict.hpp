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

/// The truth of every clause evaluated so far; the others count as unknown.
template <int Clauses>
struct ClauseTruths {
    Bits<Clauses> yes;
    Bits<Clauses> no;

    using Set = Bits<Clauses>;
    using Group = Explained<Clauses>;

    template <class Clause>
    constexpr void record(Clause clause, Truth truth) noexcept {
        yes.add_if(static_cast<int>(clause), truth == Truth::yes);
        no.add_if(static_cast<int>(clause), truth == Truth::no);
    }
    [[nodiscard]] constexpr Set unknown_of(const Set& clauses) const noexcept {
        return clauses.without(yes).without(no);
    }

    /// Groups over labelled requirements (`items`, their order does not matter) and groups below.
    template <class... Groups>
    [[nodiscard]] constexpr Group all_of(const Set& items, const Groups&... groups) const noexcept {
        const Members members = sorted(items, groups...);
        if (!members.no.empty()) return {Truth::no, members.no};
        if (!members.unknown.empty()) return {Truth::unknown, members.unknown};
        return {Truth::yes, members.yes};
    }
    template <class... Groups>
    [[nodiscard]] constexpr Group any_of(const Set& items, const Groups&... groups) const noexcept {
        const Members members = sorted(items, groups...);
        if (!members.yes.empty()) return {Truth::yes, members.yes};
        if (!members.unknown.empty()) return {Truth::unknown, members.unknown};
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
        const int sure = (items & yes).count() + (0 + ... + static_cast<int>(groups.truth == Truth::yes));
        const int failed = (items & no).count() + (0 + ... + static_cast<int>(groups.truth == Truth::no));
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
    /// What explains each truth a group might take.
    struct Members {
        Set yes;
        Set no;
        Set unknown;

        constexpr void add(const Group& group) noexcept {
            (group.truth == Truth::yes ? yes : group.truth == Truth::no ? no : unknown) |= group.clauses;
        }
    };

    template <class... Groups>
    [[nodiscard]] constexpr Members sorted(const Set& items, const Groups&... groups) const noexcept {
        Members members{.yes = items & yes, .no = items & no, .unknown = unknown_of(items)};
        (members.add(groups), ...);
        return members;
    }
};

}  // namespace pol
