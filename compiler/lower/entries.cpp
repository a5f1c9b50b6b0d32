#include "compiler/lower/entries.hpp"

#include "compiler/ast/fields.hpp"
#include "compiler/lower/conditions.hpp"
#include "compiler/lower/values.hpp"

#include <cassert>

namespace pol::lowering {

namespace {

model::EntryFilter to_filter(const Context& context, const ast::Entries& entries, Evidence minimum) {
    model::EntryFilter filter;
    filter.list = fact_named(context, entries.list.text);
    filter.minimum = minimum_for(context, filter.list, minimum);
    for (const ast::Condition& condition : entries.where)
        filter.where.push_back(to_condition(context, condition, minimum));
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
        case ast::Aggregation::least:
            return model::Aggregation::least;
        case ast::Aggregation::greatest:
            return model::Aggregation::greatest;
    }
    assert(false);
    return model::Aggregation::count;
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

units::Dimension dimension_of(const Context& context, const ast::Aggregate& form) {
    if (!form.field) return {};
    return unit_named(context.policy.facts[field_of(context, form)].unit).dimension;
}

}  // namespace pol::lowering
