// The amounts that `quantity DRUG = E` stands for.

#include "compiler/parse/build.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace pol::parse_detail {
namespace {

/// Nothing is billed with a code that ended before the text is in force.
bool ended_before_text(const ast::Policy& policy, const ast::BillingCode& code) {
    // A month or a year is no day to end on: that is an error of its own.
    if (!code.through || code.through->month == 0 || code.through->day == 0) return false;
    const std::tuple last(code.through->year, code.through->month, code.through->day);
    return std::any_of(policy.header.begin(), policy.header.end(), [&](const ast::HeaderLine& line) {
        const auto* text = std::get_if<ast::TextInForce>(&line.form);
        return text != nullptr && last < std::tuple(text->from.year, text->from.month, text->from.day);
    });
}

/// The first line of each code of a drug that counts something while the text is in force, of those that are for
/// products.
std::vector<const ast::BillingCode*> counting_codes(const ast::Policy& policy, const ast::Drug& drug) {
    std::vector<const ast::BillingCode*> codes;
    for (const auto& each : drug.codes) {
        const auto* code = std::get_if<ast::BillingCode>(&each);
        if (code == nullptr || !code->amount || code->products.empty() || ended_before_text(policy, *code)) continue;
        const bool is_known = std::any_of(codes.begin(), codes.end(), [&](const ast::BillingCode* earlier) {
            return earlier->code.text == code->code.text;
        });
        if (!is_known) codes.push_back(code);
    }
    return codes;
}

ast::Condition is_product(const ast::Name& fact, const std::vector<ast::Name>& products) {
    const ast::Comparison comparison = products.size() == 1 ? ast::Comparison::is : ast::Comparison::is_one_of;
    return {ast::FactTest{fact, comparison, products, {}}, join(products.front().span, products.back().span)};
}

ast::Condition both(ast::Condition first, const ast::Condition& second) {
    ast::ConditionGroup group;
    group.opening = second.span;
    const Span span = second.span;
    group.members.push_back(std::move(first));
    group.members.push_back(second);
    return {std::move(group), span};
}

/// The amounts that one written for a drug stands for; the amount itself if no code of the drug can take it.
std::vector<ast::Statement> amounts_of(const ast::Policy& policy, const ast::Statement& written,
                                       const ast::Drug& drug) {
    std::vector<ast::Statement> amounts;
    for (const ast::BillingCode* code : counting_codes(policy, drug)) {
        ast::Statement each = written;
        auto& amount = std::get<ast::QuantityApproved>(each.form);
        amount.billing = ast::QuantityApproved::Billing{amount.what, amount.when, amounts.empty()};
        amount.what.text = code->code.text;
        ast::Condition product = is_product(*drug.by, code->products);
        amount.when = amount.when ? both(std::move(product), *amount.when) : std::move(product);
        amounts.push_back(std::move(each));
    }
    if (amounts.empty()) amounts.push_back(written);
    return amounts;
}

const ast::Drug* drug_called(const std::vector<ast::Drug>& drugs, const std::string& name) {
    const auto found =
        std::find_if(drugs.begin(), drugs.end(), [&](const ast::Drug& drug) { return drug.name.text == name; });
    return found == drugs.end() ? nullptr : &*found;
}

void bill_in(const ast::Policy& policy, std::vector<ast::Statement>& statements, const std::vector<ast::Drug>& drugs) {
    std::vector<ast::Statement> billed;
    for (ast::Statement& statement : statements) {
        if (auto* item = std::get_if<ast::Item>(&statement.form)) bill_in(policy, item->statements, drugs);
        const auto* amount = std::get_if<ast::QuantityApproved>(&statement.form);
        const ast::Drug* drug = amount == nullptr ? nullptr : drug_called(drugs, amount->what.text);
        if (drug == nullptr) {
            billed.push_back(std::move(statement));
            continue;
        }
        for (ast::Statement& each : amounts_of(policy, statement, *drug)) billed.push_back(std::move(each));
    }
    statements = std::move(billed);
}

}  // namespace

void bill_by_product(ast::Policy& policy) {
    std::vector<ast::Drug> drugs;
    for (const ast::Block& block : policy.blocks)
        if (const auto* drug = std::get_if<ast::Drug>(&block); drug != nullptr && drug->by) drugs.push_back(*drug);
    if (drugs.empty()) return;
    for (ast::Block& block : policy.blocks)
        if (auto* section = std::get_if<ast::Section>(&block)) bill_in(policy, section->statements, drugs);
}

}  // namespace pol::parse_detail
