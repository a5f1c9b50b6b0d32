#pragma once

#include "compiler/interpret/answers.hpp"
#include "compiler/interpret/quantify.hpp"

#include <optional>
#include <set>
#include <vector>

namespace pol::interpretation {

/// What a condition on the entries of a list sees of each (docs/language.md, Lists): the answers of the request, with
/// those of the entry in the places of its fields.
[[nodiscard]] std::vector<Answers> entries_of(FactIndex list, const Answers& answers);

/// Whether an entry counts: `answers` are those with the entry in place.
[[nodiscard]] Truth counts(const model::EntryFilter& entries, const Answers& answers);

/// Whether another entry than those that are given could count: one of which nothing is known yet may.
[[nodiscard]] bool can_be_measured_again(const model::EntryFilter& entries, const Answers& answers);

/// The group that the value of a field belongs to; nothing where the entry does not tell.
[[nodiscard]] std::optional<std::uint16_t> group_of(const model::Distinct& distinct, const Answers& answers);

/// The groups that surely are among the entries that count.
[[nodiscard]] std::set<std::uint16_t> sure_groups(const model::CountTest& test, const std::vector<Answers>& entries);

[[nodiscard]] std::optional<Number> value_of(const model::Aggregate& aggregate, const Answers& answers);

}  // namespace pol::interpretation
