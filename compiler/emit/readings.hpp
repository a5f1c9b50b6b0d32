#pragma once

#include "compiler/model/policy.hpp"

#include <cstdint>
#include <vector>

namespace pol::emission {

/// One fact that a condition, a value or a day reads, as the engine's questions see it (pol::AskedTest). An age reads
/// the date of birth and the date `fact`; a field is read of every entry.
struct Reading {
    enum class Kind : std::uint8_t {
        value,
        age,
        day,
        measured_again,
        contradiction,
        field,
        exact_field,
        field_contradiction,
    };
    Kind kind = Kind::value;
    model::FactIndex fact = 0;
    Evidence minimum = Evidence::none;
    /// Whether a list is read, or what is read for the sake of its entries.
    bool of_entries = false;
};

/// Whether what a term reads counts as read where the term stands.
enum class Terms : std::uint8_t { left_out, in_place };

/// In the order in which they are written: the order of the bits of Tested, Computed and Day.
[[nodiscard]] std::vector<Reading> readings_of(const model::Policy& policy, const model::Condition& condition,
                                               Terms terms = Terms::in_place);
[[nodiscard]] std::vector<Reading> readings_of(const model::Policy& policy, const model::Expression& value,
                                               Terms terms = Terms::in_place);
[[nodiscard]] std::vector<Reading> readings_of(const model::Policy& policy, const model::Day& day);
/// What the term itself reads, without the terms it is made of.
[[nodiscard]] std::vector<Reading> readings_of(const model::Policy& policy, const model::Term& term);

/// Whether a condition reads defined terms, be it those that read nothing.
[[nodiscard]] bool reads_terms(const model::Policy& policy, const model::Condition& condition);

/// What of the definitions and of the calendar the decisions of a policy make use of.
struct Uses {
    /// By index of the table: the terms that are read, by a decision or by another term that is.
    std::vector<bool> terms;
    /// Whether any day is counted from another.
    bool moved_days = false;
    /// Whether any value or day is that of the latest or the first entry of a list.
    bool chosen_entries = false;
};
[[nodiscard]] Uses uses_of(const model::Policy& policy);

}  // namespace pol::emission
