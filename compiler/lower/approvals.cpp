#include "compiler/lower/approvals.hpp"

#include "compiler/lower/dates.hpp"
#include "compiler/lower/quantities.hpp"
#include "compiler/lower/statements.hpp"

#include <cassert>

namespace pol::lowering {

namespace {

/// A statement of one kind with the item it stands in; dose, schedule and period may stand in one item or several.
template <class Form>
struct Placed {
    const Form* form = nullptr;
    const ast::Item* item = nullptr;
};

template <class Form>
Placed<Form> find(const ast::Section& section) {
    for (const ast::Item* item : every<ast::Item>(section.statements))
        if (const auto* form = first<Form>(item->statements)) return {form, item};
    return {};
}

/// Without loading doses the loading interval is never used; it takes the other to stay positive.
DoseSchedule to_schedule(const ast::Loading* loading, const ast::Maintenance& maintenance) {
    const std::int32_t every = to_days(maintenance.every);
    if (!loading) return {.loading_doses = 0, .loading_interval = every, .maintenance_interval = every};
    return {.loading_doses = static_cast<std::int32_t>(loading->doses.value),
            .loading_interval = to_days(loading->apart),
            .maintenance_interval = every};
}

}  // namespace

model::Approval to_approval(const Context& context, const ast::Section& section) {
    const auto approve = find<ast::Approve>(section);
    const auto dose = find<ast::Dose>(section);
    const auto loading = find<ast::Loading>(section);
    const auto maintenance = find<ast::Maintenance>(section);
    assert(approve.form);

    model::Approval approval;
    approval.period_clause = context.clause_of_item.at(approve.item);
    approval.duration = to_duration(approve.form->duration);
    approval.starts_on = fact_named(context, approve.form->from.text);
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
    return approval;
}

}  // namespace pol::lowering
