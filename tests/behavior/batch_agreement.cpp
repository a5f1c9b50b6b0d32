#include "tests/behavior/batch_agreement.hpp"

#include "compiler/emit/places.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pol::testing {

namespace {

constexpr batch::Plane guard = 0x5a5a5a5a5a5a5a5aU;
constexpr std::int32_t day_guard = 0x5a5a5a5a;
constexpr auto outcome_guard = static_cast<Outcome>(0x5a);

/// The plane of a result: approvals by their rule, the open one, then what is fixed in its order.
std::size_t possible_of(const model::Policy& policy, const Result& result) {
    const std::size_t approvals = policy.approvals.size();
    if (result.outcome == Outcome::approved) return result.open ? approvals : result.approval;
    const emission::Places places(policy);
    const auto& fixed = places.fixed();
    const auto found =
        std::find(fixed.begin(), fixed.end(), model::Verdict{.outcome = result.outcome, .target = result.target});
    return approvals + (approvals > 0 ? 1 : 0) + static_cast<std::size_t>(found - fixed.begin());
}

bool is_decided(const DecisionRecord& decision) {
    return decision.results.size() == 1 && !decision.results.front().result.open;
}

}  // namespace

std::size_t possible_count(const model::Policy& policy) {
    const std::size_t approvals = policy.approvals.size();
    return approvals + (approvals > 0 ? 1 : 0) + emission::Places(policy).fixed().size();
}

BatchOutputs::BatchOutputs(std::size_t rows, std::size_t possible_count)
    : rows_(rows),
      possible_count_(possible_count),
      outcomes_(rows + 64, outcome_guard),
      denials_(batch::words_for(rows) + 1, guard),
      possible_(batch::words_for(rows) * possible_count + 1, guard),
      from_(rows + 64, day_guard),
      through_(rows + 64, day_guard) {}

batch::Decisions BatchOutputs::decisions() {
    return {.outcomes = outcomes_.data(),
            .denials = denials_.data(),
            .possible = possible_.data(),
            .approved_from = from_.data(),
            .approved_through = through_.data()};
}

bool BatchOutputs::wrote_too_far() const {
    const auto rows = static_cast<std::ptrdiff_t>(rows_);
    const auto is_not = [](auto value) { return [value](auto each) { return each != value; }; };
    const bool bits = rows_ % 64 != 0 && (denials_[rows_ / 64] >> (rows_ % 64)) != 0;
    return bits || denials_.back() != guard || possible_.back() != guard ||
           std::any_of(outcomes_.begin() + rows, outcomes_.end(), is_not(outcome_guard)) ||
           std::any_of(from_.begin() + rows, from_.end(), is_not(day_guard)) ||
           std::any_of(through_.begin() + rows, through_.end(), is_not(day_guard));
}

std::string BatchOutputs::difference(const model::Policy& policy, std::size_t row,
                                     const DecisionRecord& expected) const {
    const std::size_t words = batch::words_for(rows_);
    const auto bit = [&](const batch::Plane* plane) { return (plane[row / 64] >> (row % 64) & 1U) != 0; };
    if (outcomes_[row] != expected.outcome)
        return fmt::format("row {}: outcome {}, not {}", row, static_cast<int>(outcomes_[row]),
                           static_cast<int>(expected.outcome));
    std::vector<bool> possible(possible_count_, false);
    for (const ResultRecord& result : expected.results) possible[possible_of(policy, result.result)] = true;
    for (std::size_t i = 0; i < possible_count_; ++i)
        if (bit(possible_.data() + i * words) != possible[i]) return fmt::format("row {}: possible result {}", row, i);
    const bool denied = is_decided(expected) ? is_denial(expected.outcome) : expected.every_outcome_is_a_denial;
    if (bit(denials_.data()) != denied) return fmt::format("row {}: denial", row);
    const bool approved = is_decided(expected) && expected.outcome == Outcome::approved;
    const Period period = approved ? expected.results.front().result.period : Period{{batch::no_day}, {batch::no_day}};
    if (from_[row] != period.from.days || through_[row] != period.through.days)
        return fmt::format("row {}: period {} … {}, not {} … {}", row, from_[row], through_[row], period.from.days,
                           period.through.days);
    return {};
}

}  // namespace pol::testing
