#pragma once

#include "compiler/interpret/decided_route.hpp"
#include "compiler/interpret/routes.hpp"

#include <vector>

namespace pol::interpretation {

/// The answers of a request on one of its routes: the routing facts are those of the route.
[[nodiscard]] Answers answers_on(const Answers& answers, const Route& route);

/// The same with one routing fact, and the rest as they are.
[[nodiscard]] Answers with_choice(const Answers& answers, BuiltinFact fact, std::uint16_t value);

/// A route with the answers and truths it was followed by.
struct FollowedRoute {
    const Answers* answers = nullptr;
    const Truths* truths = nullptr;
    DecidedRoute decided;
};

/// Every route of a request, in their order. Where conditions do not read routing facts all routes share what these
/// say.
class FollowedRoutes {
public:
    FollowedRoutes(const PreparedPolicy& prepared, const Answers& answers, const Routing& routing);
    FollowedRoutes(const FollowedRoutes&) = delete;
    FollowedRoutes& operator=(const FollowedRoutes&) = delete;

    [[nodiscard]] const std::vector<FollowedRoute>& list() const { return list_; }

private:
    std::vector<Answers> answers_;
    std::vector<Truths> truths_;
    std::vector<FollowedRoute> list_;
};

}  // namespace pol::interpretation
