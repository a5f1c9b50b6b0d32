#pragma once

#include "compiler/model/condition.hpp"
#include "compiler/source/span.hpp"
#include "pol/description.hpp"
#include "pol/outcome.hpp"
#include "pol/record.hpp"

#include <optional>
#include <string>
#include <vector>

namespace pol::model {

struct ExpectedQuestion {
    FactIndex fact = 0;
    std::optional<QuestionKind> kind;
};

/// `units 800 J1304`: unit and code as in QuantityPerDose.
struct ExpectedQuantity {
    Decimal amount;
    std::string unit;
    std::string code;
};

/// `quantity kit 41.3 mL`: a computed amount by its name or code, in the unit it is shown in.
struct ExpectedAmount {
    std::string name;
    Decimal amount;
};

struct ExpectedResult {
    Outcome outcome = Outcome::approved;
    /// Compared for refer; no_index otherwise.
    std::uint16_t target = no_index;
    bool open = false;
};

/// What a scenario says must come out. An absent topic is not compared; a present one is the whole truth about it.
struct Expected {
    Outcome outcome = Outcome::approved;
    std::optional<std::uint16_t> target;
    std::optional<Period> period;
    std::optional<std::int32_t> doses;
    std::vector<ExpectedQuantity> quantities;
    std::vector<ExpectedAmount> amounts;
    /// met, failing and by all compare with the decision's clauses.
    std::optional<std::vector<ClauseIndex>> clauses;
    bool no_text = false;
    /// Members as a set, in any order.
    std::optional<std::vector<ExpectedResult>> possible;
    bool every_outcome_is_a_denial = false;
    /// Questions in order.
    std::optional<std::vector<ExpectedQuestion>> questions;
};

/// A scenario with `like` resolved: a whole request and what must come out.
struct Scenario {
    std::string name;
    RequestRecord request;
    Expected expected;
    /// The scenario's name in the source, and its line.
    Span span;
    std::uint32_t line = 0;
};

/// `check never OUTCOME when CONDITION`.
struct NeverCheck {
    Outcome outcome = Outcome::approved;
    std::optional<std::uint16_t> target;
    Condition condition;
    Span span;
};

}  // namespace pol::model
