#include "compiler/emit/parts.hpp"
#include "compiler/emit/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pol::emission {

namespace {

std::string asked_test(const Context& context, const Reading& reading) {
    static constexpr const char* makers[] = {"asks",
                                             "asks_age",
                                             "asks_day",
                                             "asks_again",
                                             "asks_contradiction",
                                             "asks_field",
                                             "asks_exact_field",
                                             "asks_field_contradiction"};
    const std::string fact = context.fact(reading.fact);
    const char* maker = makers[static_cast<std::size_t>(reading.kind)];
    if (reading.kind >= Reading::Kind::contradiction ||
        (reading.kind == Reading::Kind::age && reading.minimum == Evidence::none))
        return fmt::format("{}({})", maker, fact);
    return fmt::format("{}({}, {})", maker, fact, evidence_name(reading.minimum));
}

}  // namespace

std::vector<std::string> asked_tests(const Context& context, const std::vector<Reading>& readings) {
    std::vector<std::string> tests;
    for (const Reading& reading : readings) tests.push_back(asked_test(context, reading));
    return tests;
}

std::string unit_comment(const Context& context, const std::vector<Reading>& readings) {
    std::vector<std::string> units;
    for (const Reading& reading : readings) {
        const model::Fact& fact = context.policy.facts[reading.fact];
        if (fact.unit.empty()) continue;
        const std::string unit = fmt::format("{} in {}", comment(fact.name), comment(fact.unit));
        if (std::find(units.begin(), units.end(), unit) == units.end()) units.push_back(unit);
    }
    return units.empty() ? std::string() : fmt::format("// {}\n", joined(units));
}

}  // namespace pol::emission
