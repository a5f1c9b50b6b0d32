#include "compiler/interpret/approval.hpp"

namespace pol::interpretation {

namespace {

constexpr FactIndex first_start = index_of(BuiltinFact::first_start);
constexpr FactIndex date_of_service = index_of(BuiltinFact::date_of_service);

Result open_approval() {
    return Result{.outcome = Outcome::approved, .open = true, .period = {}, .first_dose = {}, .doses = {}};
}

Result closed_approval(const model::Policy& policy, model::ApprovalIndex index, Date start,
                       std::int32_t period_number) {
    const model::Approval& approval = policy.approvals[index];
    const Period period = anchored_period(start, approval.duration, period_number, policy.calendar.short_months);
    return Result{.outcome = Outcome::approved,
                  .approval = index,
                  .period = period,
                  .first_dose = start,
                  .doses = approval.has_schedule ? doses_in(approval.schedule, start, period) : DoseRange{}};
}

/// Number of the period that holds the date of service, counted from `first_start`.
std::int32_t renewal_number(const model::Approval& approval, const Answers& answers) {
    return period_number(answers.at(first_start).date, approval.duration, answers.at(date_of_service).date,
                         answers.calendar.short_months);
}

bool renewal_dates_known(const Answers& answers) {
    return answers.is_given(first_start) && answers.is_given(date_of_service);
}

}  // namespace

bool renewal_dates_contradict(const model::Approval& approval, const Answers& answers) {
    if (!renewal_dates_known(answers)) return false;
    return answers.at(date_of_service).date < answers.at(first_start).date || renewal_number(approval, answers) == 0;
}

Result approved(const model::Policy& policy, model::ApprovalIndex index, model::KindIndex kind,
                const Answers& answers) {
    const model::Approval& approval = policy.approvals[index];
    if (is_initial(kind)) {
        if (!answers.is_given(approval.starts_on)) return open_approval();
        return closed_approval(policy, index, answers.at(approval.starts_on).date, 0);
    }
    if (!renewal_dates_known(answers) || renewal_dates_contradict(approval, answers)) return open_approval();
    return closed_approval(policy, index, answers.at(first_start).date, renewal_number(approval, answers));
}

}  // namespace pol::interpretation
