#pragma once

#include "compiler/ast/common.hpp"
#include "compiler/ast/condition.hpp"
#include "compiler/ast/statement.hpp"

#include <optional>
#include <variant>
#include <vector>

namespace pol::ast {

/// `weakness_from_als yes attested`, `birth_date 1974-05-02`, `tracheostomy not given`, `weight 7.2 kg`,
/// `hemoglobin 9.4 g/dL on 2026-02-20`, `pregnancy_test negative on 2026-02-20`, `trials (drug sertraline, length 8
/// weeks), (drug venlafaxine) attested`; one field of an entry that another scenario states, `trials.2.length 6 weeks`.
struct Assignment {
    struct NotGiven {};
    struct NotKnowable {};
    struct Measured {
        std::variant<Quantity, Name> value;
        Date on;
    };
    /// One entry of a list: its fields, without levels.
    struct Entry {
        std::vector<Assignment> fields;
        Span span;
    };
    /// Which entry of the list, from 1, and which of its fields.
    struct Place {
        Number entry;
        Name field;
    };
    Name fact;
    std::optional<Place> place;
    std::variant<Name, Date, Quantity, Measured, std::vector<Entry>, NotGiven, NotKnowable> value;
    std::optional<Evidence> evidence;
    Span span;
};

/// Four digits alone are read as a year, as in `birth_date 1974`. Given to a fact that is a number, as in `visits
/// 1974`, they are that number. Absent for dates with more than a year.
inline std::optional<Quantity> as_number(const Date& date) {
    constexpr std::uint32_t digits_of_year = 4;
    if (date.month != 0 || date.span.end - date.span.begin != digits_of_year) return std::nullopt;
    return Quantity{{date.year, 0, date.span}, std::nullopt, date.span};
}

// Expectations: a line that is there is the whole truth about its topic.
struct ExpectPeriod {
    Date from;
    Date through;
};
struct ExpectDoses {
    Number count;
};
/// `units 800 J1304`, `units 120 mL`: the amount approved in a billing code, clinical unit or `vial`.
struct ExpectUnits {
    Decimal amount;
    Name unit;
};
/// The requirements met (approved), failing (criteria not met), or the clauses the outcome rests on (`by`). `GATE` and
/// `TEXT` are a section without a path.
enum class ClauseTopic { met, failing, by };
struct ExpectClauses {
    ClauseTopic topic = ClauseTopic::met;
    std::vector<ItemRange> clauses;
};
/// `quantity kit 41.3 mL`, `quantity J1561 60`: a computed amount.
struct ExpectQuantity {
    Name what;
    Quantity amount;
};
struct ExpectNoText {};
/// One of the results still possible. `open` for an open approval.
struct PossibleOutcome {
    OutcomePhrase outcome;
    bool open = false;
};
struct ExpectPossible {
    std::vector<PossibleOutcome> outcomes;
};
struct ExpectAllDenials {};
/// `ask tracheostomy, document diagnosis, trials.length`: facts in order, the kind compared where written.
struct ExpectedQuestion {
    std::optional<QuestionKind> kind;
    Name fact;
};
struct ExpectAsk {
    std::vector<ExpectedQuestion> questions;
};

struct Expectation {
    std::variant<ExpectPeriod, ExpectDoses, ExpectUnits, ExpectQuantity, ExpectClauses, ExpectNoText, ExpectPossible,
                 ExpectAllDenials, ExpectAsk>
        form;
    Span span;
};

/// `scenario "…" … end`. Own assignments add to, and override, those of the scenario it is like.
struct Scenario {
    Text name;
    std::optional<Text> like;
    std::optional<Evidence> evidence;
    /// The line that states it.
    Span evidence_span;
    std::vector<Assignment> assignments;
    OutcomePhrase expected;
    std::vector<Expectation> expectations;
    Span span;
};

/// `check never approved when CONDITION`.
struct NeverCheck {
    OutcomePhrase outcome;
    Condition condition;
    Span span;
};

/// `accepted renewal-denied at MMC.9.b because "…"`: a finding about an item that the author has seen and leaves.
struct AcceptedFinding {
    Name finding;
    ItemReference item;
    Text reason;
    Span span;
};

}  // namespace pol::ast
