#pragma once

#include "compiler/interpret/prepared.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace pol::interpretation {

/// Where the selecting date lies.
enum class TextTime : std::uint16_t { before, in_force, after };

/// One way to read a request: every routing fact has a value, and the date lies before, in or after the text.
struct Route {
    LineIndex line = 0;
    BenefitIndex benefit = 0;
    KindIndex kind = 0;
    TextTime time = TextTime::in_force;

    [[nodiscard]] bool in_text() const { return time == TextTime::in_force; }
};

/// A routing fact with the values it can have for this request; those of the selecting date are a TextTime.
struct RoutingFact {
    FactIndex fact = 0;
    std::vector<std::uint16_t> values;

    [[nodiscard]] bool is_known() const { return values.size() == 1; }
};

/// All routes of a request: the product of what its routing facts can be.
class Routing {
public:
    Routing(const model::Policy& policy, const Answers& answers);

    /// Line of business, benefit, request kind, selecting date: the order in which they are asked.
    [[nodiscard]] const std::array<RoutingFact, 4>& facts() const { return facts_; }
    [[nodiscard]] const std::vector<Route>& routes() const { return routes_; }
    /// Index of the route that differs from `route` only in having the first value of a routing fact.
    [[nodiscard]] std::size_t with_first_value(std::size_t route, std::size_t fact) const;

private:
    [[nodiscard]] std::size_t stride(std::size_t fact) const;

    std::array<RoutingFact, 4> facts_;
    std::vector<Route> routes_;
};

}  // namespace pol::interpretation
