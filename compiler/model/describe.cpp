#include "compiler/model/describe.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace pol::model {

/// The tables whose elements differ in shape from the model's; all others point straight into the policy.
/// INVARIANT: outer vectors get their final size before anything points into an inner one.
struct Description::Storage {
    std::vector<std::vector<ValueDescription>> values;
    std::vector<std::vector<CodeForValue>> codes;
    std::vector<std::vector<pol::QuantityPerDose>> per_dose;
    std::vector<std::vector<AmountDescription>> amounts;
    std::vector<FactDescription> facts;
    std::vector<ClauseDescription> clauses;
    std::vector<TargetDescription> targets;
    std::vector<ApprovalDescription> approvals;
    std::vector<ReadingDescription> readings;
    PolicyDescription policy;
};

namespace {

Text text_of(const std::string& text) { return {text.data(), static_cast<std::uint32_t>(text.size())}; }

template <class T>
List<T> list_of(const std::vector<T>& items) {
    return {items.data(), static_cast<std::uint32_t>(items.size())};
}

std::vector<ValueDescription> values_of(const Fact& fact) {
    std::vector<ValueDescription> values;
    for (const Value& value : fact.values) values.push_back({text_of(value.name), text_of(value.text)});
    return values;
}

std::vector<CodeForValue> codes_of(const Fact& fact) {
    std::vector<CodeForValue> codes;
    for (const FactCode& code : fact.codes) codes.push_back({text_of(code.system), text_of(code.code), code.value});
    return codes;
}

std::vector<pol::QuantityPerDose> per_dose_of(const Approval& approval) {
    std::vector<pol::QuantityPerDose> quantities;
    for (const QuantityPerDose& quantity : approval.per_dose)
        quantities.push_back(
            {quantity.amount, text_of(quantity.unit), text_of(quantity.system), text_of(quantity.code)});
    return quantities;
}

std::vector<AmountDescription> amounts_of(const Approval& approval) {
    std::vector<AmountDescription> amounts;
    for (const ComputedAmount& amount : approval.amounts)
        amounts.push_back({.clause = amount.clause,
                           .name = text_of(amount.name),
                           .phrase = text_of(amount.phrase),
                           .unit = text_of(amount.unit),
                           .system = text_of(amount.system),
                           .code = text_of(amount.code)});
    return amounts;
}

FactDescription describe(const Fact& fact, List<ValueDescription> values, List<CodeForValue> codes) {
    return {.name = text_of(fact.name),
            .phrase = text_of(fact.phrase),
            .question = text_of(fact.question),
            .type = fact.type,
            .source = fact.source,
            .values = values,
            .implies = list_of(fact.implies),
            .codes = codes,
            .unit = text_of(fact.unit),
            .least = fact.least,
            .most = fact.most,
            .notation = fact.notation,
            .list = fact.list.value_or(no_index)};
}

ClauseDescription describe(const Clause& clause) {
    return {.id = text_of(clause.id),
            .text = text_of(clause.text),
            .kind = clause.kind,
            .line = clause.line,
            .because = list_of(clause.because),
            .see_clauses = list_of(clause.see_clauses),
            .see_targets = list_of(clause.see_targets)};
}

ApprovalDescription describe(const Approval& approval, List<pol::QuantityPerDose> per_dose,
                             List<AmountDescription> amounts) {
    return {.terms = {.period_clause = approval.period_clause,
                      .starts_on = approval.starts_on,
                      .duration = approval.duration,
                      .has_schedule = approval.has_schedule,
                      .schedule = approval.schedule},
            .dose_clause = approval.dose_clause,
            .per_dose = per_dose,
            .amounts = amounts};
}

TargetDescription describe(const Target& target) {
    return {.kind = target.kind, .number = text_of(target.number), .address = text_of(target.address)};
}

ReadingDescription describe(const Reading& reading) {
    return {.text = text_of(reading.text),
            .decided_by = text_of(reading.decided_by),
            .decided_on = reading.decided_on,
            .clauses = list_of(reading.clauses)};
}

}  // namespace

Description::Description(const Policy& policy) : storage_(std::make_unique<Storage>()) {
    Storage& tables = *storage_;
    for (const Fact& fact : policy.facts) tables.values.push_back(values_of(fact));
    for (const Fact& fact : policy.facts) tables.codes.push_back(codes_of(fact));
    for (const Approval& approval : policy.approvals) tables.per_dose.push_back(per_dose_of(approval));
    for (const Approval& approval : policy.approvals) tables.amounts.push_back(amounts_of(approval));

    for (std::size_t i = 0; i < policy.facts.size(); ++i)
        tables.facts.push_back(describe(policy.facts[i], list_of(tables.values[i]), list_of(tables.codes[i])));
    for (const Clause& clause : policy.clauses) tables.clauses.push_back(describe(clause));
    for (const Target& target : policy.targets) tables.targets.push_back(describe(target));
    for (std::size_t i = 0; i < policy.approvals.size(); ++i)
        tables.approvals.push_back(
            describe(policy.approvals[i], list_of(tables.per_dose[i]), list_of(tables.amounts[i])));
    for (const Reading& reading : policy.readings) tables.readings.push_back(describe(reading));

    tables.policy = {.name = text_of(policy.name),
                     .title = text_of(policy.title),
                     .number = text_of(policy.number),
                     .text_from = policy.text_from,
                     .text_through = policy.text_through.value_or(open_end),
                     .selecting_fact = policy.selecting_fact,
                     .facts = list_of(tables.facts),
                     .clauses = list_of(tables.clauses),
                     .targets = list_of(tables.targets),
                     .approvals = list_of(tables.approvals),
                     .readings = list_of(tables.readings),
                     .hash = text_of(policy.content_hash),
                     .compiler = text_of(policy.compiler)};
}

Description::~Description() = default;
Description::Description(Description&&) noexcept = default;
Description& Description::operator=(Description&&) noexcept = default;

const PolicyDescription& Description::get() const { return storage_->policy; }

}  // namespace pol::model
