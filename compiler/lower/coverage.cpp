#include "compiler/lower/lines.hpp"
#include "compiler/lower/passes.hpp"
#include "compiler/lower/statements.hpp"

#include <algorithm>
#include <cassert>

namespace pol::lowering {

namespace {

model::LineOfBusiness::Age to_age(const ast::Duration& under) {
    return {.amount = static_cast<std::int32_t>(under.amount.value),
            .unit = under.unit == ast::TimeUnit::years ? AgeUnit::years : AgeUnit::months};
}

void lower_lines(Context& context, const ast::AppliesTo& applies) {
    const std::vector<ast::LineOfBusiness>& declared = plan_of(context.program).lines;
    context.policy.lines.resize(declared.size());
    for (std::size_t i = 0; i < declared.size(); ++i)
        if (declared[i].members_under) context.policy.lines[i].members_under = to_age(*declared[i].members_under);
    for (const ast::Box& box : applies.boxes) {
        auto& line = context.policy.lines[routing_value(context, BuiltinFact::line_of_business, box.line.text)];
        line.ticked = box.ticked;
        line.box = context.clause_by_id.at("APPLIES." + box.line.text);
    }
}

void lower_benefits(Context& context, const ast::AppliesTo& applies) {
    model::Policy& policy = context.policy;
    const bool all_listed = applies.benefits.empty();
    policy.benefits.assign(plan_of(context.program).benefits.size(), {.listed = all_listed});
    if (all_listed) return;
    for (const ast::Name& benefit : applies.benefits)
        policy.benefits[routing_value(context, BuiltinFact::benefit, benefit.text)].listed = true;
    policy.benefit_clause = context.clause_by_id.at("APPLIES." + applies.benefits.front().text);
    policy.benefit_reasons = policy.clauses[policy.benefit_clause].see_clauses;
    if (policy.benefit_reasons.empty()) policy.benefit_reasons.push_back(policy.benefit_clause);
}

}  // namespace

std::vector<bool> ticked_lines(const Context& context, const ast::ForLines* named) {
    std::vector<bool> lines;
    for (const model::LineOfBusiness& line : context.policy.lines) lines.push_back(line.ticked);
    if (!named) return lines;
    std::vector<bool> chosen(lines.size(), false);
    for (const ast::Name& name : named->lines)
        chosen[routing_value(context, BuiltinFact::line_of_business, name.text)] = true;
    return lines_in_both(lines, chosen);
}

std::vector<bool> lines_in_both(const std::vector<bool>& left, const std::vector<bool>& right) {
    std::vector<bool> both;
    for (std::size_t i = 0; i < left.size(); ++i) both.push_back(left[i] && right[i]);
    return both;
}

bool any_line(const std::vector<bool>& lines) { return std::find(lines.begin(), lines.end(), true) != lines.end(); }

void lower_coverage(Context& context) {
    const auto blocks = blocks_of<ast::AppliesTo>(policy_of(context.program));
    assert(blocks.size() == 1);
    lower_lines(context, *blocks.front());
    lower_benefits(context, *blocks.front());
}

}  // namespace pol::lowering
