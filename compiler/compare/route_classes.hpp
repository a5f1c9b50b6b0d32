#pragma once

#include "compiler/compare/edits.hpp"
#include "compiler/compare/space.hpp"
#include "compiler/interpret/routes.hpp"

#include <vector>

namespace pol::comparison {

/// Routes that both texts decide by the same rules, and those rules.
struct RouteClass {
    std::vector<interpretation::Route> routes;
    RouteRules rules{};
    /// The edits that bear on it.
    std::vector<Edit> edits{};
};

/// All routes, those that differ in nothing but their names together.
[[nodiscard]] std::vector<RouteClass> route_classes(const Texts& texts, const std::vector<Edit>& edits);

}  // namespace pol::comparison
