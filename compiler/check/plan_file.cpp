#include "compiler/check/amounts.hpp"
#include "compiler/check/names.hpp"
#include "compiler/check/passes.hpp"

#include <fmt/format.h>

namespace pol::checking {
namespace {

void check_parts(const ast::Plan& plan, Sink& sink) {
    const auto missing = [&](const char* part, const char* hint) {
        sink.add(FindingCode::missing_plan_part, plan.name.span,
                 fmt::format("plan `{}` has no {}", plan.name.text, part), hint);
    };
    if (plan.lines.empty()) missing("lines of business", "list them between `lines of business` and `end`");
    if (plan.benefits.empty()) missing("benefits", "write, for example, `benefits medical, pharmacy`");
    if (plan.requests.empty())
        missing("requests", "write, for example, `requests initial, renewal`; the first is the initial one");
    if (!plan.calendar || !plan.calendar->short_months)
        missing("rule for short months", "write `short months take the last day` in its `calendar`");
    if (!plan.calendar || !plan.calendar->leap_birthday)
        missing("rule for birthdays on 29 February", "write `leap birthday 1 March` in its `calendar`");
}

/// A product rule is an age in years or months.
void check_product_rule(const ast::LineOfBusiness& line, Sink& sink) {
    if (!line.members_under) return;
    const ast::Duration& age = *line.members_under;
    if (age.unit == ast::TimeUnit::days || age.unit == ast::TimeUnit::weeks)
        sink.add(FindingCode::age_unit, age.span, "ages are counted in years or months", "write `years` or `months`");
    else if (age.amount.value < 1 || age.amount.value > oldest_age(age.unit))
        sink.add(FindingCode::number_out_of_range, age.amount.span,
                 fmt::format("`{}` is no age to be under", age.amount.value), "write an age from 1 month to 150 years");
}

/// Boxes and the benefits line share the ids `APPLIES.name`, so no benefit is called like a line of business.
void check_plan_names(const ast::Plan& plan, Sink& sink) {
    NameTable names("line of business or benefit", sink);
    for (const ast::LineOfBusiness& line : plan.lines) names.add(line.name.text, line.name.span);
    for (const ast::Name& benefit : plan.benefits) names.add(benefit.text, benefit.span);
    NameTable requests("request kind", sink);
    for (const ast::Name& request : plan.requests) requests.add(request.text, request.span);
}

}  // namespace

void check_plan(const ast::Plan& plan, Sink& sink) {
    check_parts(plan, sink);
    check_plan_names(plan, sink);
    for (const ast::LineOfBusiness& line : plan.lines) check_product_rule(line, sink);
    NameTable facts("fact", sink);
    for (const ast::FactsBlock& block : plan.facts) {
        check_facts(block, sink);
        for (const ast::FactDeclaration& fact : block.facts) facts.add(fact.name.text, fact.name.span);
    }
}

}  // namespace pol::checking
