#pragma once

#include "compiler/interpret/answers.hpp"

#include <optional>

namespace pol::interpretation {

/// Whether requests of a kind start an approval; the others renew one, counted from `first_start`. Only of an approval
/// that is anchored there: any other starts anew with every request.
[[nodiscard]] constexpr bool is_initial(model::KindIndex kind) { return kind == 0; }
[[nodiscard]] inline bool is_renewal(const model::Approval& approval, model::KindIndex kind) {
    return approval.anchored && !is_initial(kind);
}

/// Whether a renewal's dates contradict each other: service before the first start, or still in the initial period.
[[nodiscard]] bool renewal_dates_contradict(const model::Approval& approval, const Answers& answers);

/// How long an approval lasts; nothing where that is computed and not known, or no whole number of at least 1.
[[nodiscard]] std::optional<Duration> length_of(const model::Approval& approval, const Answers& answers);

/// Whether the last day at the latest is one day, or the approval ends by itself whichever it is.
[[nodiscard]] bool is_last_day_known(const model::Approval& approval, const Answers& answers);

/// Whether an approval would have to end before it starts.
[[nodiscard]] bool ends_before_start(const model::Approval& approval, const Answers& answers);

/// What an amount comes to in the unit it is shown in; what is billed by a code comes in whole units. An expression, so
/// that it is evaluated and asked for like any other.
[[nodiscard]] model::Expression shown_value(const model::ComputedAmount& amount);

/// The approval a request of this kind gets: period, doses and amounts, or open where something they need is missing.
[[nodiscard]] Result approved(const model::Policy& policy, model::ApprovalIndex approval, model::KindIndex kind,
                              const Answers& answers);

}  // namespace pol::interpretation
