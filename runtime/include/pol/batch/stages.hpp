#pragma once

#include "pol/approving.hpp"
#include "pol/batch/tests.hpp"
#include "pol/days.hpp"
#include "pol/rules.hpp"

#include <cstdint>

namespace pol::batch {

/// The results that are possible for the rows of a block, one plane a place of the policy's order of results
/// (pol/rules.hpp), and what planes cannot tell.
struct PossibleResults {
    Plane* places = nullptr;
    /// Rows that only the evaluator of single requests decides, whatever the planes say.
    Plane by_row = 0;
    /// Rows that passed a clause which planes do not tell: they are decided if one result is left, else by row.
    Plane told_in_part = 0;

    void add(int place, Plane rows) noexcept { places[place] |= rows; }
};

/// A determination, or the gate, with the place of what it gives.
template <class Place>
struct Determined {
    Place place{};
    Planes truth{};
};

/// The requests of some lines of business on their way through the stages of a section (docs/language.md, Stages):
/// those rows that may still go on. What is unknown goes both ways.
template <class Place>
class Stages {
public:
    Stages(PossibleResults& results, Plane rows) noexcept : results_(results), rows_(rows) {}

    /// Rows that pass clauses which planes do not tell.
    void told_in_part() noexcept { results_.told_in_part |= rows_; }

    void gate(const Determined<Place>& gate) noexcept {
        results_.add(static_cast<int>(gate.place), rows_ & ~gate.truth.no);
        rows_ &= ~gate.truth.yes;
    }

    /// Determinations of one stage. Where one holds, those that are open give nothing.
    template <class... More>
    void determine(const Determined<Place>& first, const More&... more) noexcept {
        rows_ = after_determining(rows_, first, more...);
    }

    /// The criteria of the kind of request that `of_kind` may be, the place of their approval, and the determinations
    /// that stand instead of it.
    template <class... Instead>
    void criteria(Plane of_kind, Planes truth, int approval, const Instead&... instead) noexcept {
        const Plane judged = rows_ & of_kind;
        Plane approved = judged & ~truth.no;
        if constexpr (sizeof...(Instead) > 0) approved = after_determining(approved, instead...);
        results_.add(approval, approved);
        behind_ |= judged & ~truth.yes;
    }
    /// The same of criteria with a clause that planes do not tell.
    template <class... Instead>
    void criteria_told_in_part(Plane of_kind, Planes truth, int approval, const Instead&... instead) noexcept {
        results_.told_in_part |= rows_ & of_kind & truth.unknown();
        criteria(of_kind, truth, approval, instead...);
    }
    /// A kind of request that the section asks nothing of.
    void no_criteria(Plane of_kind) noexcept { behind_ |= rows_ & of_kind; }

    /// Goes on with what the criteria of all kinds of request leave.
    void leave_criteria() noexcept { rows_ = behind_; }

    void otherwise(Place place) noexcept { results_.add(static_cast<int>(place), rows_); }

private:
    template <class... More>
    Plane after_determining(Plane rows, const More&... determined) noexcept {
        const Plane holds = rows & (determined.truth.yes | ...);
        (results_.add(static_cast<int>(determined.place),
                      (holds & determined.truth.yes) | (rows & ~holds & determined.truth.unknown())),
         ...);
        return rows & ~holds;
    }

    PossibleResults& results_;
    Plane rows_;
    Plane behind_ = 0;
};

/// Where the selecting date of a row may lie: before the text, while it is in force, or after it.
struct TextTimes {
    Plane before = 0;
    Plane in_force = 0;
    Plane after = 0;
};

/// A day that is not given is any day of the calendar.
template <class DaysOfFact>
[[nodiscard]] TextTimes times_of(const TextRule& text, const DaysOfFact& days) noexcept {
    const Plane given = days.given();
    const auto where = [&](Plane of_given, bool of_others) { return (of_given & given) | (of_others ? ~given : 0); };
    TextTimes times{.before = where(before(days.first(), text.from.days), first_calendar_day < text.from),
                    .in_force = where(~before(days.last(), text.from.days), true),
                    .after = 0};
    if (text.through == open_end) return times;
    const std::int32_t behind = text.through.days + 1;
    times.after = where(~before(days.last(), behind), text.through < last_calendar_day);
    times.in_force &= where(before(days.first(), behind), true);
    return times;
}

}  // namespace pol::batch
