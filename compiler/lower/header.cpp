#include "compiler/lower/dates.hpp"
#include "compiler/lower/passes.hpp"
#include "compiler/lower/statements.hpp"

#include <cassert>

namespace pol::lowering {

void lower_header(Context& context) {
    const ast::Policy& form = policy_of(context.program);
    const auto* number = header_line<ast::PolicyNumber>(form);
    const auto* text = header_line<ast::TextInForce>(form);
    assert(number && text);

    model::Policy& policy = context.policy;
    policy.name = form.name.text;
    policy.title = form.title.text;
    policy.number = number->number.text;

    policy.text_from = to_date(text->from);
    if (text->through) policy.text_through = to_date(*text->through);
    policy.selecting_fact = fact_named(context, text->by.text);

    const auto& calendar = plan_of(context.program).calendar;
    assert(calendar && calendar->short_months && calendar->leap_birthday);
    policy.calendar = {.short_months = *calendar->short_months, .leap_birthday = *calendar->leap_birthday};
}

}  // namespace pol::lowering
