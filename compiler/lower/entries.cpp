#include "compiler/lower/entries.hpp"

#include "compiler/ast/fields.hpp"
#include "compiler/lower/conditions.hpp"
#include "compiler/lower/values.hpp"

#include <algorithm>
#include <cassert>
#include <variant>

namespace pol::lowering {

namespace {

/// Whether a condition compares a day of the entries, or counts days from it.
bool compares_day_of(const Context& context, model::FactIndex list, const model::Condition& condition) {
    const auto is_of_entry = [&](const model::Day& day) {
        const auto* fact = std::get_if<model::FactIndex>(&day.base);
        return fact != nullptr && context.policy.facts[*fact].list == list;
    };
    if (const auto* test = std::get_if<model::DayTest>(&condition.form))
        return is_of_entry(test->left) || is_of_entry(test->right);
    const auto counts_from_entry = [&](const model::Expression& value) {
        const auto* elapsed = std::get_if<model::Elapsed>(&value.form);
        return elapsed != nullptr && (is_of_entry(elapsed->from) || is_of_entry(elapsed->to));
    };
    if (const auto* test = std::get_if<model::NumberTest>(&condition.form))
        return counts_from_entry(test->left) || counts_from_entry(test->right);
    const auto* group = std::get_if<model::ConditionGroup>(&condition.form);
    return group != nullptr &&
           std::any_of(group->members.begin(), group->members.end(),
                       [&](const model::Condition& member) { return compares_day_of(context, list, member); });
}

model::EntryFilter to_filter(const Context& context, const ast::Entries& entries, Evidence minimum) {
    model::EntryFilter filter;
    filter.list = fact_named(context, entries.list.text);
    filter.minimum = minimum_for(context, filter.list, minimum);
    for (const ast::Condition& condition : entries.where)
        filter.where.push_back(to_condition(context, condition, minimum));
    filter.has_window = !filter.where.empty() && compares_day_of(context, filter.list, filter.where.front());
    return filter;
}

/// A field; of a derived one what it is derived from, by its groups.
model::Distinct to_distinct(const Context& context, const ast::Entries& entries, const ast::Name& field) {
    const std::string name = ast::field_name(entries.list.text, field.text);
    if (const Derived* derived = derived_fact(context, name)) return {derived->source, derived->group_of_value};
    return {fact_named(context, name), {}};
}

model::FactIndex field_of(const Context& context, const ast::Aggregate& form) {
    return fact_named(context, ast::field_name(form.entries.list.text, form.field->text));
}

model::Aggregation to_rule(ast::Aggregation rule) {
    switch (rule) {
        case ast::Aggregation::number:
            return model::Aggregation::count;
        case ast::Aggregation::sum:
            return model::Aggregation::sum;
        case ast::Aggregation::average:
            return model::Aggregation::average;
        case ast::Aggregation::least:
            return model::Aggregation::least;
        case ast::Aggregation::greatest:
            return model::Aggregation::greatest;
    }
    assert(false);
    return model::Aggregation::count;
}

/// A field, or what it is derived from.
model::FactIndex source_of(const Context& context, const std::string& field) {
    const Derived* derived = derived_fact(context, field);
    return derived == nullptr ? fact_named(context, field) : derived->source;
}

bool is_date(const Context& context, model::FactIndex fact) {
    return context.policy.facts[fact].type == FactType::partial_date;
}

/// Where no date is named the field itself, or the only date of the list.
model::FactIndex order_of(const Context& context, const ast::ChosenEntry& form, const model::ChosenEntry& chosen) {
    if (form.by) return fact_named(context, ast::field_name(form.entries.list.text, form.by->text));
    if (is_date(context, chosen.field)) return chosen.field;
    model::FactIndex date = chosen.entries.list + 1U;
    while (!is_date(context, date)) ++date;
    assert(context.policy.facts[date].list == chosen.entries.list);
    return date;
}

}  // namespace

model::CountTest to_count_test(const Context& context, const ast::CountTest& test, Evidence minimum) {
    model::CountTest lowered;
    lowered.entries = to_filter(context, test.entries, minimum);
    lowered.at_most = test.comparison != ast::CountComparison::at_least;
    lowered.count = test.count ? static_cast<std::int32_t>(test.count->value) : 0;
    if (test.different) lowered.distinct = to_distinct(context, test.entries, *test.different);
    return lowered;
}

model::Aggregate to_aggregate(const Context& context, const ast::Aggregate& form, Evidence minimum) {
    model::Aggregate aggregate;
    aggregate.rule = to_rule(form.rule);
    aggregate.entries = to_filter(context, form.entries, minimum);
    if (!form.field) return aggregate;
    aggregate.field = field_of(context, form);
    aggregate.factor = factor_of(context.policy.facts[*aggregate.field]);
    return aggregate;
}

model::ChosenEntry to_chosen(const Context& context, const ast::ChosenEntry& form, Evidence minimum) {
    model::ChosenEntry chosen;
    chosen.latest = form.latest;
    chosen.entries = to_filter(context, form.entries, minimum);
    chosen.field = source_of(context, ast::field_name(form.entries.list.text, form.field.text));
    chosen.by = order_of(context, form, chosen);
    return chosen;
}

model::ValueOfEntry to_value_of_entry(const Context& context, const ast::ChosenEntry& form, Evidence minimum) {
    model::ValueOfEntry value{.entry = to_chosen(context, form, minimum)};
    value.factor = factor_of(context.policy.facts[value.entry.field]);
    return value;
}

units::Dimension dimension_of(const Context& context, const ast::ChosenEntry& form) {
    const model::FactIndex field = source_of(context, ast::field_name(form.entries.list.text, form.field.text));
    return unit_named(context.policy.facts[field].unit).dimension;
}

units::Dimension dimension_of(const Context& context, const ast::Aggregate& form) {
    if (!form.field) return {};
    return unit_named(context.policy.facts[field_of(context, form)].unit).dimension;
}

}  // namespace pol::lowering
