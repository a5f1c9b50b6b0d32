#include "compiler/emit/parts.hpp"

#include <variant>

namespace pol::emission {

namespace {

/// The fact that a day is, or is counted from; null where it is no plain one of the request.
const model::FactIndex* plain_fact(const Context& context, const model::Day& day) {
    const auto* fact = std::get_if<model::FactIndex>(&day.base);
    if (fact == nullptr) return nullptr;
    const model::Fact& declared = context.policy.facts[*fact];
    return declared.list || declared.not_before ? nullptr : fact;
}

/// Whether a day is exact where its fact is given exactly, and only there. Months that differ in length may make one
/// day of several.
bool is_exact_with_its_fact(const Context& context, const model::Day& day) {
    const model::FactIndex* fact = plain_fact(context, day);
    if (fact == nullptr) return std::holds_alternative<Date>(day.base);
    return day.offset.amount == 0 || day.offset.unit == DurationUnit::days || !is_range(context, *fact);
}

bool is_same_day(const model::FactIndex* left, Evidence left_minimum, const model::FactIndex* right,
                 Evidence right_minimum) {
    return left != nullptr && right != nullptr && *left == *right && left_minimum == right_minimum;
}

/// An offset of nothing is one of no days, or beside months of no months.
Duration in_unit_of(Duration other, Duration offset) {
    return offset.amount == 0 ? Duration{.amount = 0, .unit = other.unit} : offset;
}

}  // namespace

bool orders_plain_days(const Context& context, const model::DayTest& test) {
    return is_exact_with_its_fact(context, test.left) && is_exact_with_its_fact(context, test.right);
}

std::optional<DayWindow> window_of(const Context& context, const model::ConditionGroup& group) {
    if (group.quantifier != model::Quantifier::all_of || group.members.size() != 2) return std::nullopt;
    const auto* last = std::get_if<model::DayTest>(&group.members.front().form);
    const auto* first = std::get_if<model::DayTest>(&group.members.back().form);
    if (last == nullptr || first == nullptr || !last->or_on || !first->or_on) return std::nullopt;
    const model::FactIndex* fact = plain_fact(context, last->left);
    const model::FactIndex* around = plain_fact(context, last->right);
    if (!is_same_day(fact, last->left.minimum, plain_fact(context, first->right), first->right.minimum) ||
        !is_same_day(around, last->right.minimum, plain_fact(context, first->left), first->left.minimum))
        return std::nullopt;
    const bool fact_is_moved = last->left.offset.amount != 0 || first->right.offset.amount != 0;
    if (fact_is_moved || is_range(context, *around)) return std::nullopt;
    return DayWindow{.fact = *fact,
                     .minimum = last->left.minimum,
                     .from = in_unit_of(last->right.offset, first->left.offset),
                     .through = in_unit_of(first->left.offset, last->right.offset),
                     .around = *around,
                     .around_minimum = last->right.minimum};
}

}  // namespace pol::emission
