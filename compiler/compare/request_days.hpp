#pragma once

#include "compiler/compare/groups.hpp"
#include "compiler/compare/route_classes.hpp"

#include <vector>

namespace pol::comparison {

/// Whether both texts may differ on a route by what is not listed as answers: by the day of the request, of which one
/// is gone through (months against days, two calendars, renewals in another period), or by what is granted where both
/// compute it.
[[nodiscard]] bool turns_on_days(const Texts& texts, const interpretation::Route& route);

/// Compares known requests as they would have come on other days: around the ends of months through a leap year, with
/// the first start some periods before. Between two calendars also with births around every age.
void compare_days(const Texts& texts, const RouteClass& route_class, const std::vector<RequestRecord>& known,
                  Groups& groups);

}  // namespace pol::comparison
