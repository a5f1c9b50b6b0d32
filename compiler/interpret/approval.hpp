#pragma once

#include "compiler/interpret/answers.hpp"

namespace pol::interpretation {

/// Whether requests of a kind start an approval; the others renew one, counted from `first_start`.
[[nodiscard]] constexpr bool is_initial(model::KindIndex kind) { return kind == 0; }

/// Whether a renewal's dates contradict each other: service before the first start, or still in the initial period.
[[nodiscard]] bool renewal_dates_contradict(const model::Approval& approval, const Answers& answers);

/// The approval a request of this kind gets: period and doses, or open where a date they need is missing.
[[nodiscard]] Result approved(const model::Policy& policy, model::ApprovalIndex approval, model::KindIndex kind,
                              const Answers& answers);

}  // namespace pol::interpretation
