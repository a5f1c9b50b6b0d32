#include "compiler/lower/dates.hpp"
#include "compiler/lower/passes.hpp"
#include "compiler/lower/statements.hpp"

#include <cassert>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace pol::lowering {
namespace {

std::optional<Date> day_of(const std::optional<ast::Date>& date) {
    return date ? std::optional(to_date(*date)) : std::nullopt;
}

CodeSystem system_named(std::string_view name) { return name == "cpt" ? CodeSystem::cpt : CodeSystem::hcpcs; }

model::ListedCode listed(const ast::BillingCode& code) {
    return {system_named(code.system.text), code.code.text, day_of(code.from), day_of(code.through)};
}
model::ListedCode listed(const ast::PackageCode& code) {
    return {CodeSystem::ndc, code.code.text, day_of(code.from), day_of(code.through)};
}

std::vector<model::ListedCode> listed_codes(const ast::Policy& policy) {
    std::vector<model::ListedCode> codes;
    for (const ast::Drug* drug : blocks_of<ast::Drug>(policy))
        for (const auto& code : drug->codes)
            codes.push_back(std::visit([](const auto& written) { return listed(written); }, code));
    return codes;
}

}  // namespace

void lower_header(Context& context) {
    const ast::Policy& form = policy_of(context.program);
    const auto* number = ast::header_line<ast::PolicyNumber>(form);
    const auto* text = ast::header_line<ast::TextInForce>(form);
    assert(number && text);

    model::Policy& policy = context.policy;
    policy.name = form.name.text;
    policy.title = form.title.text;
    policy.number = number->number.text;
    policy.plan = plan_of(context.program).name.text;
    policy.codes = listed_codes(form);

    policy.text_from = to_date(text->from);
    if (text->through) policy.text_through = to_date(*text->through);
    policy.selecting_fact = fact_named(context, text->by.text);

    const auto& calendar = plan_of(context.program).calendar;
    assert(calendar && calendar->short_months && calendar->leap_birthday);
    policy.calendar = {.short_months = *calendar->short_months, .leap_birthday = *calendar->leap_birthday};
}

}  // namespace pol::lowering
