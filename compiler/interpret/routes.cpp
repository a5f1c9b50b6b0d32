#include "compiler/interpret/routes.hpp"

#include "compiler/interpret/days.hpp"

namespace pol::interpretation {

namespace {

RoutingFact choice(const model::Policy& policy, const Answers& answers, BuiltinFact builtin) {
    RoutingFact fact{.fact = index_of(builtin), .values = {}};
    if (answers.is_given(fact.fact)) {
        fact.values.push_back(answers.at(fact.fact).value);
        return fact;
    }
    for (std::size_t value = 0; value < policy.facts[fact.fact].values.size(); ++value)
        fact.values.push_back(static_cast<std::uint16_t>(value));
    return fact;
}

TextTime time_of(const model::Policy& policy, Date day) {
    if (day < policy.text_from) return TextTime::before;
    return policy.text_through && day > *policy.text_through ? TextTime::after : TextTime::in_force;
}

/// A date that is missing may lie anywhere that its bound allows.
RoutingFact selecting_date(const model::Policy& policy, const Answers& answers) {
    const DateRange days = days_of(policy.selecting_fact, Evidence::none, answers);
    RoutingFact fact{.fact = policy.selecting_fact, .values = {}};
    for (const TextTime time : {TextTime::before, TextTime::in_force, TextTime::after})
        if (time_of(policy, days.first) <= time && time <= time_of(policy, days.last))
            fact.values.push_back(static_cast<std::uint16_t>(time));
    return fact;
}

}  // namespace

Routing::Routing(const model::Policy& policy, const Answers& answers)
    : facts_{choice(policy, answers, BuiltinFact::line_of_business), choice(policy, answers, BuiltinFact::benefit),
             choice(policy, answers, BuiltinFact::request), selecting_date(policy, answers)} {
    routes_.reserve(stride(0) * facts_[0].values.size());
    for (const std::uint16_t line : facts_[0].values)
        for (const std::uint16_t benefit : facts_[1].values)
            for (const std::uint16_t kind : facts_[2].values)
                for (const std::uint16_t time : facts_[3].values)
                    routes_.push_back(
                        {.line = line, .benefit = benefit, .kind = kind, .time = static_cast<TextTime>(time)});
}

std::size_t Routing::stride(std::size_t fact) const {
    std::size_t size = 1;
    for (std::size_t later = fact + 1; later < facts_.size(); ++later) size *= facts_[later].values.size();
    return size;
}

std::size_t Routing::with_first_value(std::size_t route, std::size_t fact) const {
    const std::size_t position = route / stride(fact) % facts_[fact].values.size();
    return route - position * stride(fact);
}

}  // namespace pol::interpretation
