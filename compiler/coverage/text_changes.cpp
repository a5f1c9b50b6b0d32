#include "compiler/coverage/parts.hpp"
#include "pol/date_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pol::coverage {

namespace {

constexpr model::FactIndex date_of_request = index_of(BuiltinFact::date_of_request);
constexpr model::FactIndex date_of_service = index_of(BuiltinFact::date_of_service);

std::string box_words(const std::string& line, bool ticked) { return fmt::format("[{}] {}", ticked ? 'x' : ' ', line); }

/// Which requests the text is for.
void change_text(Changer& changer) {
    model::Policy& policy = changer.policy();
    changer.at_clause(policy.text_clause);
    const Words from = [&] { return "text from " + iso_text(policy.text_from); };
    for (const std::int32_t step : {1, -1}) changer.replace(policy.text_from, add_days(policy.text_from, step), from);
    if (policy.text_through) {
        const Words through = [&] { return "text through " + iso_text(*policy.text_through); };
        for (const std::int32_t step : {1, -1})
            changer.replace(*policy.text_through, add_days(*policy.text_through, step), through);
    }
    const Words by = [&] { return "by " + policy.facts[policy.selecting_fact].name; };
    changer.replace(policy.selecting_fact, policy.selecting_fact == date_of_service ? date_of_request : date_of_service,
                    by);
}

void change_boxes(Changer& changer) {
    model::Policy& policy = changer.policy();
    for (std::size_t line = 0; line < policy.lines.size(); ++line) {
        changer.at_clause(policy.lines[line].box);
        const std::string& name = policy.facts[index_of(BuiltinFact::line_of_business)].values[line].name;
        const bool ticked = policy.lines[line].ticked;
        if (!ticked && policy.sections.empty()) continue;
        model::Policy changed = policy;
        changed.lines[line].ticked = !ticked;
        if (ticked)
            changed.lines[line].section.reset();
        else
            serve_line(changed, line, 0);
        changer.replace(policy, std::move(changed), box_words(name, ticked), box_words(name, !ticked));
    }
}

void change_benefits(Changer& changer) {
    model::Policy& policy = changer.policy();
    if (policy.benefit_clause == no_index) return;
    changer.at_clause(policy.benefit_clause);
    for (std::size_t benefit = 0; benefit < policy.benefits.size(); ++benefit) {
        const std::string& name = policy.facts[index_of(BuiltinFact::benefit)].values[benefit].name;
        const Words words = [&] {
            return fmt::format("{} is {}", name, policy.benefits[benefit].listed ? "listed" : "not listed");
        };
        changer.replace(policy.benefits[benefit].listed, !policy.benefits[benefit].listed, words);
    }
}

}  // namespace

void serve_line(model::Policy& policy, std::size_t line, std::size_t section) {
    policy.lines[line].section = static_cast<std::uint16_t>(section);
    for (const model::DeterminationIndex index : policy.sections[section].determinations)
        policy.determinations[index].lines[line] = true;
}

void change_text_and_boxes(Changer& changer) {
    change_text(changer);
    change_boxes(changer);
    change_benefits(changer);
}

void change_surroundings(Changer& changer) {
    model::Policy& policy = changer.policy();
    changer.at({.name = "calendar of the plan", .line = 0, .clause = no_index});
    const Words months = [&] {
        return policy.calendar.short_months == ShortMonths::take_last_day ? "short months take the last day"
                                                                          : "short months take the first of the next";
    };
    changer.replace(policy.calendar.short_months,
                    policy.calendar.short_months == ShortMonths::take_last_day ? ShortMonths::take_first_of_next
                                                                               : ShortMonths::take_last_day,
                    months);
    const Words birthday = [&] {
        return policy.calendar.leap_birthday == LeapBirthday::march_1 ? "leap birthday 1 March"
                                                                      : "leap birthday 28 February";
    };
    changer.replace(
        policy.calendar.leap_birthday,
        policy.calendar.leap_birthday == LeapBirthday::march_1 ? LeapBirthday::february_28 : LeapBirthday::march_1,
        birthday);
    for (model::Fact& fact : policy.facts)
        for (std::size_t i = 0; i < fact.implies.size(); ++i) {
            changer.at({.name = "fact " + fact.name, .line = 0, .clause = no_index});
            std::vector<model::FactIndex> fewer = fact.implies;
            fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
            changer.replace(fact.implies, fewer, "implies " + policy.facts[fact.implies[i]].name, left_out);
        }
}

}  // namespace pol::coverage
