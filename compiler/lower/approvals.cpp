#include "compiler/lower/approvals.hpp"

#include "compiler/lower/computed_amounts.hpp"
#include "compiler/lower/dates.hpp"
#include "compiler/lower/quantities.hpp"
#include "compiler/lower/statements.hpp"
#include "compiler/lower/values.hpp"
#include "compiler/lower/windows.hpp"

#include <cassert>
#include <utility>

namespace pol::lowering {

namespace {

/// A statement of one kind with the item it stands in; dose, schedule and period may stand in one item or several.
template <class Form>
struct Placed {
    const Form* form = nullptr;
    const ast::Item* item = nullptr;
};

template <class Form>
std::vector<Placed<Form>> find_all(const ast::Section& section) {
    std::vector<Placed<Form>> found;
    for (const ast::Item* item : every<ast::Item>(section.statements))
        for (const Form* form : every<Form>(item->statements)) found.push_back({form, item});
    return found;
}

template <class Form>
Placed<Form> find(const ast::Section& section) {
    const auto found = find_all<Form>(section);
    return found.empty() ? Placed<Form>{} : found.front();
}

/// Without loading doses the loading interval is never used; it takes the other to stay positive.
DoseSchedule to_schedule(const ast::Loading* loading, const ast::Maintenance& maintenance) {
    const std::int32_t every = to_days(maintenance.every);
    if (!loading) return {.loading_doses = 0, .loading_interval = every, .maintenance_interval = every};
    return {.loading_doses = static_cast<std::int32_t>(loading->doses.value),
            .loading_interval = to_days(loading->apart),
            .maintenance_interval = every};
}

void set_dosing(const Context& context, const ast::Section& section, model::Approval& approval) {
    const auto dose = find<ast::Dose>(section);
    const auto loading = find<ast::Loading>(section);
    const auto maintenance = find<ast::Maintenance>(section);
    if (maintenance.form) {
        approval.dose_clause = context.clause_of_item.at(maintenance.item);
        approval.has_schedule = true;
        approval.schedule = to_schedule(loading.form, *maintenance.form);
    }
    if (dose.form) {
        approval.dose_clause = context.clause_of_item.at(dose.item);
        approval.per_dose =
            quantities_per_dose(*dose.form, blocks_of<ast::Drug>(policy_of(context.program)), context.policy.text_from);
    }
}

/// The time as written, where nothing is computed.
const ast::Quantity* literal(const ast::Expression& expression) {
    if (const auto* inner = std::get_if<ast::Parenthesized>(&expression.form)) return literal(inner->operand.front());
    return std::get_if<ast::Quantity>(&expression.form);
}

/// The days of a time that is months in some of its cases and days in others.
std::optional<model::Expression> days_of(const Context& context, const model::Expression& time) {
    const auto* term = std::get_if<model::NumberOfTerm>(&time.form);
    if (term == nullptr || context.days_of_time.count(term->term) == 0) return std::nullopt;
    return model::Expression{model::NumberOfTerm{context.days_of_time.at(term->term)}};
}

void set_period(const Context& context, const ast::Approve& form, model::Approval& approval) {
    const ast::Quantity* time = literal(form.duration);
    approval.anchored = time && !form.kind && !form.until;
    approval.starts_on = fact_named(context, form.from.text);
    if (form.until) approval.until = to_day(context, *form.until, context.minimum);
    if (time) {
        approval.duration = to_duration(*time);
        return;
    }
    const bool in_days = dimension_of(context, form.duration) == units::days();
    approval.duration.unit = in_days ? DurationUnit::days : DurationUnit::months;
    approval.length = to_expression(context, form.duration, context.minimum);
    approval.or_days = days_of(context, *approval.length);
}

/// An amount in an item with an approval belongs to that one, any other to all of the section.
void set_amounts(Context& context, const ast::Section& section, const ast::Item& approving, model::Approval& approval) {
    for (const auto& amount : find_all<ast::QuantityApproved>(section))
        if (amount.item == &approving || !first<ast::Approve>(amount.item->statements))
            approval.amounts.push_back(
                to_computed_amount(context, *amount.form, context.clause_of_item.at(amount.item)));
    assert(approval.amounts.size() <= most_amounts);
}

model::Approval to_approval(Context& context, const ast::Section& section, const Placed<ast::Approve>& approve) {
    model::Approval approval;
    approval.period_clause = context.clause_of_item.at(approve.item);
    set_period(context, *approve.form, approval);
    set_dosing(context, section, approval);
    set_amounts(context, section, *approve.item, approval);
    return approval;
}

}  // namespace

std::vector<std::optional<model::ApprovalIndex>> add_approvals(Context& context, const ast::Section& section) {
    std::vector<std::optional<model::ApprovalIndex>> by_kind(plan_of(context.program).requests.size());
    for (const auto& approve : find_all<ast::Approve>(section)) {
        const model::ApprovalIndex index = append(context.policy.approvals, to_approval(context, section, approve));
        if (const auto& kind = approve.form->kind)
            by_kind[routing_value(context, BuiltinFact::request, kind->text)] = index;
        else
            by_kind.assign(by_kind.size(), index);
    }
    return by_kind;
}

}  // namespace pol::lowering
