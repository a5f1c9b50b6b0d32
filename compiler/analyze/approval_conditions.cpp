#include "compiler/analyze/approval_conditions.hpp"

namespace pol::analysis {
namespace {

void add_reading(std::vector<model::Condition>& conditions, const model::Expression& value) {
    conditions.push_back({model::NumberTest{
        .left = value, .comparison = model::NumberOperator::is_at_least, .right = {model::Constant{}}}});
}

}  // namespace

std::vector<model::Condition> conditions_of(const model::Approval& approval) {
    std::vector<model::Condition> conditions;
    if (approval.length) add_reading(conditions, *approval.length);
    if (approval.or_days) add_reading(conditions, *approval.or_days);
    if (approval.until)
        conditions.push_back({model::DayTest{.left = *approval.until, .or_on = false, .right = *approval.until}});
    for (const model::ComputedAmount& amount : approval.amounts) {
        add_reading(conditions, amount.value);
        if (amount.only_if) conditions.push_back(*amount.only_if);
    }
    return conditions;
}

}  // namespace pol::analysis
