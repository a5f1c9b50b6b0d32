#pragma once

#include "pol/bits.hpp"
#include "pol/truth.hpp"

#include <cstdint>

namespace pol {

/// A group of requirements: its truth and the clauses that make it so (the deepest ones: met for yes, failing for
/// no, open for unknown).
template <int Clauses>
struct Explained {
    Truth truth = Truth::unknown;
    Bits<Clauses> clauses;
};

/// Some clauses of a policy by their numbers. Where sets have several words a group is written with these, as a set in
/// every group would grow with the policy.
template <int Clauses, int Count>
struct ClauseList {
    std::uint16_t numbers[Count == 0 ? 1 : Count] = {};

    constexpr operator Bits<Clauses>() const noexcept {
        Bits<Clauses> set;
        for (int i = 0; i < Count; ++i) set.add(numbers[i]);
        return set;
    }
};
/// Those clauses: a set of one word, or a list of which larger sets are made.
template <int Clauses, class... Names>
[[nodiscard]] constexpr auto clauses_of(Names... names) noexcept {
    if constexpr (Bits<Clauses>::word_count == 1)
        return bits_of<Clauses>(names...);
    else
        return ClauseList<Clauses, static_cast<int>(sizeof...(names))>{{static_cast<std::uint16_t>(names)...}};
}

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
    template <class Items, class... Groups>
    [[nodiscard]] constexpr Group all_of(const Items& items, const Groups&... groups) const noexcept {
        return join(Joining::all, 0, items, groups...);
    }
    template <class Items, class... Groups>
    [[nodiscard]] constexpr Group any_of(const Items& items, const Groups&... groups) const noexcept {
        return join(Joining::any, 0, items, groups...);
    }
    template <class Items, class... Groups>
    [[nodiscard]] constexpr Group none_of(const Items& items, const Groups&... groups) const noexcept {
        Group group = any_of(items, groups...);
        group.truth = negate(group.truth);
        return group;
    }
    template <class Items, class... Groups>
    [[nodiscard]] constexpr Group at_least(int wanted, const Items& items, const Groups&... groups) const noexcept {
        return join(Joining::some, wanted, items, groups...);
    }
    /// One labelled requirement as a group of its own.
    template <class Clause>
    [[nodiscard]] constexpr Group only(Clause clause) const noexcept {
        return all_of(clauses_of<Clauses>(clause));
    }

private:
    enum class Joining : std::uint8_t { all, any, some };

    /// The groups below a group, where they are not told one by one.
    struct Below {
        const Group* const* groups;
        int count;

        template <class Visit>
        constexpr void operator()(const Visit& visit) const noexcept {
            for (int i = 0; i < count; ++i) visit(*groups[i]);
        }
    };

    /// Sets of several words are made of lists and joined in one function: copied into every group they would make the
    /// code of a policy grow by the square of its clauses.
    template <class... Groups>
    [[nodiscard]] constexpr Group join(Joining joining, int wanted, const Set& items,
                                       const Groups&... groups) const noexcept {
        return joined(joining, wanted, items, [&](const auto& visit) { (visit(groups), ...); });
    }
    template <int Count, class... Groups>
    [[nodiscard]] constexpr Group join(Joining joining, int wanted, const ClauseList<Clauses, Count>& items,
                                       const Groups&... groups) const noexcept {
        const Group* const below[] = {&groups..., nullptr};
        return joined_apart(joining, wanted, {items.numbers, Count}, {below, static_cast<int>(sizeof...(groups))});
    }
    struct Listed {
        const std::uint16_t* numbers;
        int count;
    };
    [[nodiscard, gnu::noinline]] constexpr Group joined_apart(Joining joining, int wanted, Listed items,
                                                              Below below) const noexcept {
        Set set;
        for (int i = 0; i < items.count; ++i) set.add(items.numbers[i]);
        return joined(joining, wanted, set, below);
    }
    template <class Groups>
    [[nodiscard]] constexpr Group joined(Joining joining, int wanted, const Set& items,
                                         const Groups& below) const noexcept {
        if (joining == Joining::all) return joined_all(items, below);
        return joining == Joining::any ? joined_any(items, below) : joined_some(wanted, items, below);
    }

    template <class Groups>
    [[nodiscard]] constexpr Group joined_all(const Set& items, const Groups& below) const noexcept {
        const Set asked = items.without(left_out);
        const Members failing = members(Truth::no, asked & no, below);
        if (failing.any()) return {Truth::no, failing.clauses};
        const Members open = members(Truth::unknown, unknown_of(asked), below);
        if (open.any()) return {Truth::unknown, open.clauses};
        return {Truth::yes, members(Truth::yes, asked & yes, below).clauses};
    }
    template <class Groups>
    [[nodiscard]] constexpr Group joined_any(const Set& items, const Groups& below) const noexcept {
        const Set asked = items.without(left_out);
        const Members met = members(Truth::yes, asked & yes, below);
        if (met.any() || !(items & left_out).empty()) return {Truth::yes, met.clauses};
        const Members open = members(Truth::unknown, unknown_of(asked), below);
        if (open.any()) return {Truth::unknown, open.clauses};
        return {Truth::no, members(Truth::no, asked & no, below).clauses};
    }
    template <class Groups>
    [[nodiscard]] constexpr Group joined_some(int wanted, const Set& items, const Groups& below) const noexcept {
        const Set asked = items.without(left_out);
        const Members met = members(Truth::yes, asked & yes, below);
        const Members open = members(Truth::unknown, unknown_of(asked), below);
        const int sure = met.count() + (items & left_out).count();
        if (sure >= wanted) return {Truth::yes, met.clauses};
        if (sure + open.count() < wanted) return {Truth::no, members(Truth::no, asked & no, below).clauses};
        return {Truth::unknown, open.clauses};
    }

    /// The members of a group that have one truth, and what explains them: nothing for those that are left out.
    struct Members {
        Set items;
        int groups = 0;
        Set clauses = items;

        [[nodiscard]] constexpr bool any() const noexcept { return groups > 0 || !items.empty(); }
        [[nodiscard]] constexpr int count() const noexcept { return groups + items.count(); }
    };
    template <class Groups>
    [[nodiscard]] static constexpr Members members([[maybe_unused]] Truth wanted, const Set& items,
                                                   const Groups& below) noexcept {
        Members found{.items = items};
        below([&](const Group& group) {
            if (group.truth != wanted) return;
            found.clauses |= group.clauses;
            ++found.groups;
        });
        return found;
    }
};

}  // namespace pol
