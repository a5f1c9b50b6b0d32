#pragma once

#include "pol/decision.hpp"

namespace pol {

/// States of clauses over several routes: a clause keeps the state its routes share, else it is unknown. Routes it
/// does not belong to have no say.
template <int Clauses>
class TraceUnion {
public:
    constexpr void add(const Trace<Clauses>& route) noexcept {
        const Bits<Clauses> reached = route.for_member & route.reached;
        for_member_ |= route.for_member;
        passed_over_ |= route.for_member.without(route.reached);
        yes_ |= reached & route.yes;
        no_ |= reached & route.no;
        unknown_ |= reached.without(route.yes).without(route.no);
    }

    [[nodiscard]] constexpr Trace<Clauses> trace() const noexcept {
        const Bits<Clauses> reached = yes_ | no_ | unknown_;
        const Bits<Clauses> unsure = unknown_ | passed_over_;
        return {.for_member = for_member_,
                .reached = reached,
                .no = no_.without(yes_).without(unsure),
                .yes = yes_.without(no_).without(unsure)};
    }

private:
    Bits<Clauses> for_member_;
    Bits<Clauses> passed_over_;
    Bits<Clauses> yes_;
    Bits<Clauses> no_;
    Bits<Clauses> unknown_;
};

}  // namespace pol
