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
        const Set asked = items.without(left_out);
        const Members failing = members(Truth::no, asked & no, groups...);
        if (failing.any) return {Truth::no, failing.clauses};
        const Members open = members(Truth::unknown, unknown_of(asked), groups...);
        if (open.any) return {Truth::unknown, open.clauses};
        return {Truth::yes, members(Truth::yes, asked & yes, groups...).clauses};
    }
    template <class... Groups>
    [[nodiscard]] constexpr Group any_of(const Set& items, const Groups&... groups) const noexcept {
        const Set asked = items.without(left_out);
        const Members met = members(Truth::yes, asked & yes, groups...);
        if (met.any || !(items & left_out).empty()) return {Truth::yes, met.clauses};
        const Members open = members(Truth::unknown, unknown_of(asked), groups...);
        if (open.any) return {Truth::unknown, open.clauses};
        return {Truth::no, members(Truth::no, asked & no, groups...).clauses};
    }
    template <class... Groups>
    [[nodiscard]] constexpr Group none_of(const Set& items, const Groups&... groups) const noexcept {
        Group group = any_of(items, groups...);
        group.truth = negate(group.truth);
        return group;
    }
    template <class... Groups>
    [[nodiscard]] constexpr Group at_least(int wanted, const Set& items, const Groups&... groups) const noexcept {
        const Set asked = items.without(left_out);
        const int sure = (items & (yes | left_out)).count() + (0 + ... + static_cast<int>(groups.truth == Truth::yes));
        const int failed = (asked & no).count() + (0 + ... + static_cast<int>(groups.truth == Truth::no));
        const int possible = items.count() + static_cast<int>(sizeof...(groups)) - failed;
        if (sure >= wanted) return {Truth::yes, members(Truth::yes, asked & yes, groups...).clauses};
        if (possible < wanted) return {Truth::no, members(Truth::no, asked & no, groups...).clauses};
        return {Truth::unknown, members(Truth::unknown, unknown_of(asked), groups...).clauses};
    }
    /// One labelled requirement as a group of its own.
    template <class Clause>
    [[nodiscard]] constexpr Group only(Clause clause) const noexcept {
        return all_of(bits_of<Clauses>(clause));
    }

private:
    /// The members of a group that have one truth, and what explains them: nothing for those that are left out.
    struct Members {
        Set clauses;
        bool any = false;
    };
    template <class... Groups>
    [[nodiscard]] static constexpr Members members([[maybe_unused]] Truth wanted, const Set& items,
                                                   const Groups&... groups) noexcept {
        Members found{.clauses = items, .any = !items.empty()};
        (add(found, wanted, groups), ...);
        return found;
    }
    static constexpr void add(Members& found, Truth wanted, const Group& group) noexcept {
        if (group.truth != wanted) return;
        found.clauses |= group.clauses;
        found.any = true;
    }
};

}  // namespace pol
