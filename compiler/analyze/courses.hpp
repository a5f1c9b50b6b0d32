#pragma once

#include "compiler/analyze/space.hpp"

#include <optional>
#include <vector>

namespace pol::analysis {

/// An answer to a yes/no fact.
[[nodiscard]] Answer yes_no_answer(Evidence level, bool value);

/// Whether the route surely approves a member, or surely denies; *impossible* where it surely does not.
[[nodiscard]] Glance approval_on(const PreparedPolicy& prepared, const interpretation::Route& route,
                                 const Answers& answers);
[[nodiscard]] Glance denial_on(const PreparedPolicy& prepared, const interpretation::Route& route,
                               const Answers& answers);

/// All that first requests and renewals of a line are decided by. It is never true or false itself.
[[nodiscard]] Subject subject_of_course(const interpretation::Route& renewal);

/// A whole request of the route for a found state; dates of the request that it leaves out are the day of service.
[[nodiscard]] RequestRecord first_request(const model::Policy& policy, const interpretation::Route& route,
                                          const std::vector<Variable>& variables,
                                          const std::vector<std::size_t>& state);

/// A first approval and the renewal behind it, with nothing changed but the day.
struct Course {
    Date from;
    Date through;
    /// The day after the approval.
    Date renewed_on;
    /// Whether the renewal is surely denied; else it is approved.
    bool is_denied = false;
};
/// What the interpreter makes of a first request and of a renewal of this kind asked on the day after. Nothing where
/// the first is not approved, or the other neither approved nor denied.
[[nodiscard]] std::optional<Course> follow(const model::Policy& policy, const RequestRecord& request,
                                           model::KindIndex renewal);

/// The request asked again on a later day, as a renewal of a course that began on `first_start`.
[[nodiscard]] RequestRecord renewed(RequestRecord request, model::KindIndex renewal, Date first_start, Date on);

}  // namespace pol::analysis
