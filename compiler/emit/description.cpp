#include "compiler/emit/parts.hpp"
#include "compiler/emit/text.hpp"

#include <fmt/format.h>

#include <array>

namespace pol::emission {

namespace {

// clang-format off
constexpr std::string_view policy_template = R"(
constexpr ::pol::PolicyDescription policy_table = {{
    .name = {name},
    .title = {title},
    .number = {number},
    .text_from = {text_from},
    .text_through = {text_through},
    .selecting_fact = number_of({selecting_fact}),
{members}    .hash = {hash},
    .compiler = {compiler},
}};
)";
constexpr std::string_view fact_template =
    "{{.name = {name}, .phrase = {phrase},\n     .question = {question},\n"
    "     .type = {type}, .source = ::pol::FactSource::{source}{members}}}";
constexpr std::string_view clause_template =
    "{{.id = {id}, .text = {text},\n     .kind = ::pol::ClauseKind::{kind}, .line = {line}{members}}}";
constexpr std::string_view target_template =
    "{{.kind = ::pol::TargetKind::{kind}, .number = {number}, .address = {address}}}";
constexpr std::string_view approval_template =
    "{{.terms = approval_rules[{rule}].terms, .dose_clause = {dose_clause}{members}}}";
constexpr std::string_view quantity_template =
    "{{.amount = {{{digits}, {places}}}, .unit = {unit}, .system = {system}, .code = {code}}}";
constexpr std::string_view amount_template =
    "{{.clause = {clause}, .name = {name}, .phrase = {phrase},\n"
    "     .unit = {unit}, .system = {system}, .code = {code}}}";
constexpr std::string_view number_members =
    ",\n     .unit = {unit}, .least = {{{least}, {least_places}}}, .most = {{{most}, {most_places}}}{notation}";
constexpr std::string_view notation_member = ", .notation = ::pol::Notation::{notation}";
constexpr std::string_view reading_template =
    "{{.text = {text},\n     .decided_by = {decided_by}, .decided_on = {{{decided_on}}}{members}}}";
// clang-format on

constexpr std::array<const char*, 7> notation_names = {"amount", "name", "yes_no", "hcpcs", "cpt", "icd10cm", "ndc"};
constexpr std::array<const char*, 3> source_names = {"request", "plan", "provider"};
constexpr std::array<const char*, 12> kind_names = {"text",          "box",         "benefit",   "gate",
                                                    "determination", "requirement", "otherwise", "approval",
                                                    "dosing",        "because",     "evidence",  "note"};
constexpr std::array<const char*, 3> target_names = {"policy", "lcd", "ncd"};

/// Small tables that entries of a larger one point to; each gets a number of its own.
class SideTables {
public:
    explicit SideTables(std::string prefix) : prefix_(std::move(prefix)) {}

    /// Writes a table and gives `, .member = NAME`; nothing without items. Tables are numbered in the order of the
    /// calls, so no two calls may stand in one expression: compilers order those as they like, and the output must not
    /// depend on it.
    std::string add(std::string_view member, std::string_view type, const std::vector<std::string>& items) {
        if (items.empty()) return {};
        const std::string name = together({prefix_, "_", std::to_string(count_++)});
        text_ += table(type, name, items);
        return together({", .", member, " = ", name});
    }
    [[nodiscard]] const std::string& text() const { return text_; }

private:
    std::string prefix_;
    std::string text_;
    int count_ = 0;
};

std::vector<std::string> clause_numbers(const Context& context, const std::vector<model::ClauseIndex>& clauses) {
    std::vector<std::string> numbers;
    for (const model::ClauseIndex clause : clauses) numbers.push_back(context.clause_number(clause));
    return numbers;
}

std::string number_range(const model::Fact& fact) {
    if (!has_number(fact)) return {};
    const std::string notation =
        fact.notation == Notation::amount
            ? std::string()
            : filled(notation_member, {{"notation", notation_names[static_cast<std::size_t>(fact.notation)]}});
    return filled(number_members, {{"notation", notation},
                                   {"unit", literal(fact.unit)},
                                   {"least", std::to_string(fact.least.digits)},
                                   {"least_places", std::to_string(fact.least.places)},
                                   {"most", std::to_string(fact.most.digits)},
                                   {"most_places", std::to_string(fact.most.places)}});
}

std::string fact_entry(const Context& context, const model::Fact& fact, SideTables& tables) {
    std::vector<std::string> values;
    for (const model::Value& value : fact.values)
        values.push_back(together({"{", literal(value.name), ", ", literal(value.text), "}"}));
    std::vector<std::string> implies;
    for (const model::FactIndex implied : fact.implies)
        implies.push_back(fmt::format("number_of({})", context.fact(implied)));
    std::vector<std::string> codes;
    for (const model::FactCode& code : fact.codes)
        codes.push_back(fmt::format("{{{}, {}, {}}}", literal(code.system), literal(code.code), code.value));
    std::string members = tables.add("values", "::pol::ValueDescription", values);
    members += tables.add("implies", "std::uint16_t", implies);
    members += tables.add("codes", "::pol::CodeForValue", codes);
    members += number_range(fact);
    if (fact.list) members += fmt::format(",\n     .list = number_of({})", context.fact(*fact.list));
    return filled(fact_template, {{"name", literal(fact.name)},
                                  {"phrase", literal(fact.phrase)},
                                  {"question", literal(fact.question)},
                                  {"type", fact_type_name(fact.type)},
                                  {"source", source_names[static_cast<std::size_t>(fact.source)]},
                                  {"members", members}});
}

std::string clause_entry(const Context& context, const model::Clause& clause, SideTables& tables) {
    std::vector<std::string> targets;
    for (const model::TargetIndex target : clause.see_targets) targets.push_back(fmt::format("{}", target));
    std::string members = tables.add("because", "std::uint16_t", clause_numbers(context, clause.because));
    members += tables.add("see_clauses", "std::uint16_t", clause_numbers(context, clause.see_clauses));
    members += tables.add("see_targets", "std::uint16_t", targets);
    return filled(clause_template, {{"id", literal(clause.id)},
                                    {"text", literal(clause.text)},
                                    {"kind", kind_names[static_cast<std::size_t>(clause.kind)]},
                                    {"line", std::to_string(clause.line)},
                                    {"members", members}});
}

std::string target_entry(const model::Target& target) {
    return filled(target_template, {{"kind", target_names[static_cast<std::size_t>(target.kind)]},
                                    {"number", literal(target.number)},
                                    {"address", literal(target.address)}});
}

std::vector<std::string> amount_entries(const Context& context, const model::Approval& approval) {
    std::vector<std::string> entries;
    for (const model::ComputedAmount& amount : approval.amounts)
        entries.push_back(filled(amount_template, {{"clause", context.clause_number(amount.clause)},
                                                   {"name", literal(amount.name)},
                                                   {"phrase", literal(amount.phrase)},
                                                   {"unit", literal(amount.unit)},
                                                   {"system", literal(amount.system)},
                                                   {"code", literal(amount.code)}}));
    return entries;
}

std::string approval_entry(const Context& context, const model::Approval& approval, std::size_t rule,
                           SideTables& tables) {
    std::vector<std::string> quantities;
    for (const model::QuantityPerDose& quantity : approval.per_dose)
        quantities.push_back(filled(quantity_template, {{"digits", std::to_string(quantity.amount.digits)},
                                                        {"places", std::to_string(quantity.amount.places)},
                                                        {"unit", literal(quantity.unit)},
                                                        {"system", literal(quantity.system)},
                                                        {"code", literal(quantity.code)}}));
    std::string members = tables.add("per_dose", "::pol::QuantityPerDose", quantities);
    members += tables.add("amounts", "::pol::AmountDescription", amount_entries(context, approval));
    return filled(approval_template, {{"rule", std::to_string(rule)},
                                      {"dose_clause", context.clause_number(approval.dose_clause)},
                                      {"members", members}});
}

std::string reading_entry(const Context& context, const model::Reading& reading, SideTables& tables) {
    return filled(reading_template,
                  {{"text", literal(reading.text)},
                   {"decided_by", literal(reading.decided_by)},
                   {"decided_on", std::to_string(reading.decided_on.days)},
                   {"members", tables.add("clauses", "std::uint16_t", clause_numbers(context, reading.clauses))}});
}

/// One table of the description, behind the side tables its entries point to.
template <class Items, class Entry>
std::string entries(const Items& items, std::string_view type, std::string_view name, SideTables& tables, Entry entry) {
    std::vector<std::string> written;
    for (const auto& item : items) written.push_back(entry(item));
    return tables.text() + table(type, name, written);
}

std::string policy_members(const model::Policy& policy) {
    std::string members = "    .facts = fact_table,\n    .clauses = clause_table,\n";
    if (!policy.targets.empty()) members += "    .targets = target_table,\n";
    if (!policy.approvals.empty()) members += "    .approvals = approval_table,\n";
    if (!policy.readings.empty()) members += "    .readings = reading_table,\n";
    return members;
}

std::string policy_entry(const Context& context) {
    const model::Policy& policy = context.policy;
    return filled(policy_template, {{"name", literal(policy.name)},
                                    {"title", literal(policy.title)},
                                    {"number", literal(policy.number)},
                                    {"text_from", date_literal(policy.text_from)},
                                    {"text_through", date_literal(policy.text_through.value_or(open_end))},
                                    {"selecting_fact", context.fact(policy.selecting_fact)},
                                    {"members", policy_members(policy)},
                                    {"hash", literal(policy.content_hash)},
                                    {"compiler", literal(policy.compiler)}});
}

}  // namespace

std::string description_tables(const Context& context) {
    const model::Policy& policy = context.policy;
    SideTables facts("of_fact"), clauses("of_clause"), targets("of_target"), approvals("of_approval"),
        readings("of_reading");
    std::string text = entries(policy.facts, "::pol::FactDescription", "fact_table", facts,
                               [&](const model::Fact& fact) { return fact_entry(context, fact, facts); });
    text += entries(policy.clauses, "::pol::ClauseDescription", "clause_table", clauses,
                    [&](const model::Clause& clause) { return clause_entry(context, clause, clauses); });
    text += entries(policy.targets, "::pol::TargetDescription", "target_table", targets, target_entry);
    std::size_t rule = 0;
    text +=
        entries(policy.approvals, "::pol::ApprovalDescription", "approval_table", approvals,
                [&](const model::Approval& approval) { return approval_entry(context, approval, rule++, approvals); });
    text += entries(policy.readings, "::pol::ReadingDescription", "reading_table", readings,
                    [&](const model::Reading& reading) { return reading_entry(context, reading, readings); });
    return "\n// The texts and names behind the numbers of a decision.\n\n" + text + policy_entry(context);
}

}  // namespace pol::emission
