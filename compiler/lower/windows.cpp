#include "compiler/lower/windows.hpp"

#include "compiler/ast/words.hpp"
#include "compiler/lower/dates.hpp"
#include "compiler/lower/entries.hpp"
#include "compiler/lower/values.hpp"
#include "compiler/source/overloaded.hpp"

#include <cassert>
#include <utility>

namespace pol::lowering {

namespace {

/// The day on one side of another; one that is moved already is moved once more.
model::Day moved(model::Day day, Duration offset) {
    const bool both_in_days = day.offset.unit == DurationUnit::days && offset.unit == DurationUnit::days;
    if (day.offset.amount == 0)
        day.offset = offset;
    else if (both_in_days)
        day.offset.amount += offset.amount;
    else
        day = {.base = model::MovedDay{{std::move(day)}}, .offset = offset, .minimum = Evidence::none};
    return day;
}

/// Away from the anchor, to the side on which the relation looks.
model::Day moved_away(model::Day anchor, Duration distance, ast::DayDirection direction) {
    if (direction == ast::DayDirection::before) distance.amount = -distance.amount;
    return moved(std::move(anchor), distance);
}

model::Day one_day_on(model::Day day, std::int32_t step) {
    return moved(std::move(day), {.amount = step, .unit = DurationUnit::days});
}

/// The bounds of a window by how far they lie from the anchor.
struct Bounds {
    std::optional<Bound> nearest;
    std::optional<Bound> farthest;
};

Bounds bounds_of(ast::DayDistance kind, const model::Day& anchor, const model::Day& away) {
    switch (kind) {
        case ast::DayDistance::plain:
            return {.nearest = Bound{anchor, false}, .farthest = std::nullopt};
        case ast::DayDistance::or_on:
            return {.nearest = Bound{anchor, true}, .farthest = std::nullopt};
        case ast::DayDistance::on:
            return {.nearest = Bound{anchor, true}, .farthest = Bound{anchor, true}};
        case ast::DayDistance::within:
            return {.nearest = Bound{anchor, true}, .farthest = Bound{away, true}};
        case ast::DayDistance::at_least:
            return {.nearest = Bound{away, true}, .farthest = std::nullopt};
        case ast::DayDistance::more_than:
            return {.nearest = Bound{away, false}, .farthest = std::nullopt};
        case ast::DayDistance::less_than:
            return {.nearest = Bound{anchor, true}, .farthest = Bound{away, false}};
    }
    assert(false);
    return {};
}

}  // namespace

model::Day named_day(const Context& context, const std::string& name, Evidence minimum) {
    const auto term = context.term_by_name.find(name);
    if (term != context.term_by_name.end())
        return {.base = model::DayOfTerm{term->second}, .offset = {}, .minimum = Evidence::none};
    const model::FactIndex fact = fact_named(context, name);
    return {.base = fact, .offset = {}, .minimum = minimum_for(context, fact, minimum)};
}

model::Day to_day(const Context& context, const ast::DayOperand& operand, Evidence minimum) {
    const auto days_of = [&](const std::vector<ast::DayOperand>& operands) {
        std::vector<model::Day> days;
        for (const ast::DayOperand& each : operands) days.push_back(to_day(context, each, minimum));
        return days;
    };
    return std::visit(
        overloaded{[&](const ast::Name& name) { return named_day(context, name.text, minimum); },
                   [](const ast::Date& date) { return model::Day{.base = to_date(date), .offset = {}}; },
                   [&](const ast::YearlyDay& yearly) {
                       return model::Day{.base = model::YearlyDay{.is_last = yearly.is_last,
                                                                  .month = ast::month_number(yearly.month.text),
                                                                  .day = static_cast<std::int32_t>(yearly.day.value),
                                                                  .from = days_of(yearly.from)},
                                         .offset = {}};
                   },
                   [&](const ast::MovedDay& form) {
                       return moved_away(to_day(context, form.from.front(), minimum), to_duration(form.distance),
                                         form.direction);
                   },
                   [&](const ast::ExtremeDay& extreme) {
                       return model::Day{
                           .base = model::ExtremeDay{.earlier = extreme.earlier, .operands = days_of(extreme.operands)},
                           .offset = {}};
                   },
                   [&](const ast::ChosenEntry& form) {
                       return model::Day{.base = to_chosen(context, form, minimum), .offset = {}};
                   }},
        operand.form);
}

Window to_window(const Context& context, const ast::DayRelation& relation, Evidence minimum) {
    const model::Day anchor = to_day(context, relation.anchor, minimum);
    const model::Day away =
        relation.distance ? moved_away(anchor, to_duration(*relation.distance), relation.direction) : anchor;
    Bounds bounds = bounds_of(relation.kind, anchor, away);
    if (relation.direction == ast::DayDirection::after) std::swap(bounds.nearest, bounds.farthest);
    return {.from = bounds.farthest, .through = bounds.nearest};
}

model::Day first_inside(const Bound& from) { return from.included ? from.day : one_day_on(from.day, 1); }

model::Day last_inside(const Bound& through) { return through.included ? through.day : one_day_on(through.day, -1); }

model::Condition to_day_test(const Context& context, const ast::DayTest& test, Evidence minimum) {
    const model::Day day = named_day(context, test.day.text, minimum);
    const Window window = to_window(context, test.relation, minimum);
    model::ConditionGroup both{.quantifier = model::Quantifier::all_of, .count = 0, .members = {}};
    // The day stands first, so that it is asked first.
    if (window.through) both.members.push_back({model::DayTest{day, window.through->included, window.through->day}});
    if (window.from) both.members.push_back({model::DayTest{window.from->day, window.from->included, day}});
    if (both.members.size() == 1) return std::move(both.members.front());
    return {std::move(both)};
}

}  // namespace pol::lowering
