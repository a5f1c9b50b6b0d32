#include "compiler/emit/batch.hpp"
#include "compiler/emit/parts.hpp"
#include "compiler/emit/text.hpp"
#include "compiler/source/overloaded.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <variant>

namespace pol::emission {

namespace {

// clang-format off
constexpr std::string_view moved_functions = R"(
// Days counted from another, by the plan's calendar.
template <class Day>
constexpr auto days_after(std::int32_t count, const Day& day) noexcept {
    return moved(day, {count, ::pol::DurationUnit::days}, calendar.short_months);
}
template <class Day>
constexpr auto days_before(std::int32_t count, const Day& day) noexcept {
    return days_after(-count, day);
}
template <class Day>
constexpr auto months_after(std::int32_t count, const Day& day) noexcept {
    return moved(day, {count, ::pol::DurationUnit::months}, calendar.short_months);
}
template <class Day>
constexpr auto months_before(std::int32_t count, const Day& day) noexcept {
    return months_after(-count, day);
}
)";
constexpr std::string_view bounded_template = R"(
// {phrase}: never before {bound}.
{result} {function}(const {request}& request, Evidence minimum) noexcept {{
    return not_before(day_of(request.{fact}, minimum), {earliest});
}}
)";
// clang-format on

/// A bound that is bounded itself stands before what it bounds.
void add_bounded_days(const Context& context, model::FactIndex fact, std::vector<bool>& done, std::string& functions) {
    const model::Fact& declared = context.policy.facts[fact];
    if (done[fact] || !declared.not_before) return;
    done[fact] = true;
    add_bounded_days(context, *declared.not_before, done, functions);
    const model::Fact& earliest = context.policy.facts[*declared.not_before];
    const std::string minimum = earliest.source == FactSource::provider ? "minimum" : "Evidence::none";
    functions += fmt::format(
        bounded_template, fmt::arg("result", context.in_planes() ? "[[maybe_unused]] auto" : "constexpr auto"),
        fmt::arg("request", context.in_planes() ? "Block" : "Request"), fmt::arg("phrase", comment(declared.phrase)),
        fmt::arg("bound", comment(earliest.phrase)), fmt::arg("function", context.names.days[fact]),
        fmt::arg("fact", context.names.facts[fact]),
        fmt::arg("earliest", day_of_fact(context, *declared.not_before, minimum)));
}

/// `days_before(30, …)`; the day itself where it is not moved.
std::string counted_from(const std::string& day, Duration offset, int indent) {
    if (offset.amount == 0) return day;
    const std::string opening = fmt::format("{}_{}(", offset.unit == DurationUnit::days ? "days" : "months",
                                            offset.amount < 0 ? "before" : "after");
    return call(opening, {fmt::format("{}", std::abs(offset.amount)), day}, indent);
}

std::string yearly_day(const Context& context, const model::YearlyDay& yearly, int indent) {
    return call(
        yearly.is_last ? "last_yearly(" : "next_yearly(",
        {fmt::format("{}", yearly.month), fmt::format("{}", yearly.day), day(context, yearly.from.front(), indent + 4)},
        indent);
}

std::string extreme_day(const Context& context, const model::ExtremeDay& extreme, int indent) {
    return call(extreme.earlier ? "earlier_of(" : "later_of(",
                {day(context, extreme.operands.front(), indent + 4), day(context, extreme.operands.back(), indent + 4)},
                indent);
}

}  // namespace

bool is_range(const Context& context, model::FactIndex fact) {
    const model::Fact& declared = context.policy.facts[fact];
    return declared.not_before || declared.type == FactType::partial_date || declared.source == FactSource::provider;
}

std::string day_of_fact(const Context& context, model::FactIndex fact, const std::string& minimum) {
    if (context.policy.facts[fact].list) return fmt::format("day_of_entry({})", context.member(fact));
    if (context.policy.facts[fact].not_before) return together({context.names.days[fact], "(request, ", minimum, ")"});
    return together({"day_of(", context.member(fact), ", ", minimum, ")"});
}

std::string day(const Context& context, const model::Day& day, int indent) {
    const int inside = day.offset.amount == 0 ? indent : indent + 4;
    const std::string base =
        std::visit(overloaded{
                       [&](model::FactIndex fact) { return day_of_fact(context, fact, evidence_name(day.minimum)); },
                       [](Date written) { return fmt::format("on({})", date_literal(written)); },
                       [&](const model::DayOfTerm& term) { return context.names.terms[term.term] + "(request)"; },
                       [&](const model::YearlyDay& yearly) { return yearly_day(context, yearly, inside); },
                       [&](const model::ExtremeDay& extreme) { return extreme_day(context, extreme, inside); },
                       [&](const model::MovedDay& moved) { return emission::day(context, moved.from.front(), inside); },
                       [&](const model::ChosenEntry& chosen) { return chosen_entry(context, chosen, inside); },
                   },
                   day.base);
    return counted_from(base, day.offset, indent);
}

std::string day_functions(const Context& context) {
    std::string functions = context.uses.moved_days ? std::string(moved_functions) : std::string();
    // Of a batch only what its blocks hold has functions: the others count as done.
    std::vector<bool> done =
        context.in_planes() ? facts_in_planes(context) : std::vector<bool>(context.policy.facts.size(), true);
    done.flip();
    for (std::size_t i = 0; i < context.policy.facts.size(); ++i)
        add_bounded_days(context, static_cast<model::FactIndex>(i), done, functions);
    return functions;
}

}  // namespace pol::emission
