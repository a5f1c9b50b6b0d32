#include "compiler/lower/computed_amounts.hpp"

#include "compiler/lower/conditions.hpp"
#include "compiler/lower/dates.hpp"
#include "compiler/lower/fraction.hpp"
#include "compiler/lower/statements.hpp"
#include "compiler/lower/values.hpp"

#include <cassert>
#include <utility>

namespace pol::lowering {

namespace {

bool is_billable(const ast::BillingCode& code) { return code.amount && code.unit; }

/// So many billing units are one base unit.
model::Fraction units_in_one(const ast::BillingCode& code) {
    const ast::Quantity unit{.amount = *code.amount, .unit = code.unit, .span = code.span};
    const model::Fraction size = in_base_units(unit);
    return {.numerator = size.denominator, .denominator = size.numerator};
}

/// The lines of a drug that say what the code counts while the text is in force.
std::vector<const ast::BillingCode*> lines_of(const Context& context, const std::string& code) {
    std::vector<const ast::BillingCode*> lines;
    for (const ast::Drug* drug : blocks_of<ast::Drug>(policy_of(context.program)))
        for (const auto& each : drug->codes) {
            const auto* billing = std::get_if<ast::BillingCode>(&each);
            if (!billing || billing->code.text != code || !is_billable(*billing)) continue;
            if (!billing->through || context.policy.text_from <= to_range(*billing->through).last)
                lines.push_back(billing);
        }
    return lines;
}

bool is_dated(const ast::BillingCode& code) { return code.from || code.through; }

/// Whether the day of service lies in the validity of a code.
model::Condition is_valid(const ast::BillingCode& code) {
    const model::Day service{.base = index_of(BuiltinFact::date_of_service), .offset = {}};
    const auto fixed = [](Date date) { return model::Day{.base = date, .offset = {}}; };
    model::ConditionGroup valid{.quantifier = model::Quantifier::all_of, .count = 0, .members = {}};
    if (code.from) valid.members.push_back({model::DayTest{fixed(to_range(*code.from).first), true, service}});
    if (code.through) valid.members.push_back({model::DayTest{service, true, fixed(to_range(*code.through).last)}});
    return {std::move(valid)};
}

model::Expression in_units(const model::Expression& value, const ast::BillingCode& code) {
    return {model::Arithmetic{.operation = model::Operation::times,
                              .operands = {value, {model::Constant{units_in_one(code)}}}}};
}

/// A code that counts otherwise from some day on, or is valid for a time only: the line that is valid on the day of
/// service counts, and without one the approval has no such amount.
void set_dated_code(Context& context, const std::vector<const ast::BillingCode*>& lines,
                    model::ComputedAmount& amount) {
    model::Selection counted{.rule = model::SelectionRule::only, .cases = {}};
    model::ConditionGroup valid{.quantifier = model::Quantifier::any_of, .count = 0, .members = {}};
    for (const ast::BillingCode* line : lines) {
        counted.cases.push_back({is_valid(*line), in_units(amount.value, *line)});
        valid.members.push_back(is_valid(*line));
    }
    const std::string name = context.policy.clauses[amount.clause].id + "." + amount.code;
    const auto term = append(context.policy.terms, model::Term{.name = name,
                                                               .phrase = "units of " + amount.code,
                                                               .body = std::move(counted),
                                                               .line = line_of(context, lines.front()->span)});
    context.term_dimensions.resize(context.policy.terms.size());
    amount.value = {model::NumberOfTerm{term}};
    amount.only_if = {std::move(valid)};
}

void set_code(Context& context, const std::vector<const ast::BillingCode*>& lines, model::ComputedAmount& amount) {
    const ast::BillingCode& code = *lines.front();
    amount.unit = "unit";
    amount.system = code.system.text;
    amount.code = code.code.text;
    if (lines.size() > 1 || is_dated(code))
        set_dated_code(context, lines, amount);
    else
        amount.factor = units_in_one(code);
}

void grant_only_if(model::Condition condition, model::ComputedAmount& amount) {
    if (!amount.only_if) {
        amount.only_if = std::move(condition);
        return;
    }
    model::ConditionGroup both{.quantifier = model::Quantifier::all_of, .count = 0, .members = {}};
    both.members.push_back(std::move(condition));
    both.members.push_back(std::move(*amount.only_if));
    amount.only_if = model::Condition{std::move(both)};
}

/// From base units, in which values are computed.
void set_unit(const std::string& unit, model::ComputedAmount& amount) {
    const auto factor = units::conversion({unit_named(unit).dimension, {}}, unit_named(unit));
    assert(factor);
    amount.unit = unit;
    amount.factor = Fraction::from(*factor).parts();
}

}  // namespace

const ast::BillingCode* billing_code(const Context& context, const std::string& code) {
    const std::vector<const ast::BillingCode*> lines = lines_of(context, code);
    return lines.empty() ? nullptr : lines.front();
}

model::ComputedAmount to_computed_amount(Context& context, const ast::QuantityApproved& form,
                                         model::ClauseIndex clause) {
    model::ComputedAmount amount;
    amount.clause = clause;
    amount.name = form.what.text;
    amount.phrase = form.phrase ? form.phrase->text : "";
    amount.value = to_expression(context, form.amount, context.minimum);
    const std::vector<const ast::BillingCode*> lines = lines_of(context, form.what.text);
    if (lines.empty())
        set_unit(form.unit ? form.unit->text : "", amount);
    else
        set_code(context, lines, amount);
    if (form.when) grant_only_if(to_condition(context, *form.when), amount);
    return amount;
}

}  // namespace pol::lowering
