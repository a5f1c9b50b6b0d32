#include "compiler/check/quantities.hpp"

#include "compiler/check/amounts.hpp"
#include "compiler/check/code_shapes.hpp"
#include "compiler/check/dates.hpp"
#include "compiler/check/literals.hpp"
#include "compiler/check/names.hpp"
#include "compiler/check/passes.hpp"
#include "compiler/check/value_words.hpp"
#include "compiler/check/values.hpp"
#include "compiler/check/walk.hpp"
#include "compiler/diagnostics/suggest.hpp"
#include "pol/decision.hpp"

#include <fmt/format.h>

#include <unordered_map>

namespace pol::checking {
namespace {

std::vector<const ast::BillingCode*> billing_codes(const ast::Policy& policy) {
    std::vector<const ast::BillingCode*> codes;
    for (const ast::Drug* drug : blocks_of<ast::Drug>(policy))
        for (const auto& code : drug->codes)
            if (const auto* billing = std::get_if<ast::BillingCode>(&code)) codes.push_back(billing);
    return codes;
}

bool ended_before_text(const ast::Policy& policy, const ast::BillingCode& code) {
    if (!code.through) return false;
    const std::optional<DaySpan> through = days_of(*code.through);
    for (const ast::HeaderLine* line : header_lines<ast::TextInForce>(policy))
        if (const auto from = days_of(std::get<ast::TextInForce>(line->form).from); from && through)
            return through->last < from->first;
    return false;
}

/// Whether a line of a drug says what a code counts while the text is in force.
bool counts(const ast::Policy& policy, const ast::BillingCode& line, const std::string& code) {
    return line.code.text == code && line.amount && line.unit && !ended_before_text(policy, line);
}

/// One amount: what it is called, and what it measures.
class AmountCheck {
public:
    AmountCheck(const Context& context, Values& values) : context_(context), values_(values), sink_(context.sink) {}

    void check(const ast::QuantityApproved& amount) {
        const std::optional<Measure> measure = values_.measure(amount.amount, sink_);
        const auto* written = std::get_if<ast::Quantity>(&inside(amount.amount).form);
        if (written != nullptr && written->amount.digits < 0)
            sink_.add(FindingCode::number_out_of_range, written->span, "nothing below 0 can be granted",
                      "write an amount of at least 0");
        if (amount.phrase && amount.phrase->text.empty())
            sink_.add(FindingCode::empty_text, amount.phrase->span,
                      fmt::format("the phrase of `{}` is empty", amount.what.text),
                      "leave it out; the name then stands for itself");
        if (is_code(amount.what))
            check_code(amount, measure);
        else
            check_named(amount, measure);
    }

private:
    void check_code(const ast::QuantityApproved& amount, const std::optional<Measure>& measure) {
        if (amount.unit)
            sink_.add(FindingCode::shown_unit, amount.unit->span,
                      fmt::format("`{}` is counted in its own units", amount.what.text), "leave `in …` out");
        if (billing_code(context_.policy, amount.what.text) == nullptr) return report_unbilled(amount.what);
        for (const ast::BillingCode* code : billing_codes(context_.policy))
            if (counts(context_.policy, *code, amount.what.text)) check_counted(*code, amount, measure);
    }

    void check_counted(const ast::BillingCode& code, const ast::QuantityApproved& amount,
                       const std::optional<Measure>& measure) {
        const std::optional<Measure> counted = check_quantity({*code.amount, code.unit, code.span}, sink_);
        if (!measure || !counted || fit_together(*counted, *measure)) return;
        add_with_place(sink_, FindingCode::different_units, amount.amount.span,
                       fmt::format("`{}` counts `{}`, {} {}", code.code.text, code.unit->text, words_of(amount.amount),
                                   measure_words(*measure)),
                       "compute what the code counts", code.unit->span, "what it counts");
    }

    void report_unbilled(const ast::Name& what) {
        std::vector<std::string> known;
        for (const ast::BillingCode* code : billing_codes(context_.policy)) {
            if (code->code.text != what.text) known.push_back(code->code.text);
            if (code->code.text == what.text)
                return add_with_place(sink_, FindingCode::unbilled_code, what.span,
                                      fmt::format("`{}` counts nothing here", what.text),
                                      ended_before_text(context_.policy, *code)
                                          ? "the code ended before the text is in force"
                                          : fmt::format("say with the drug what one unit is, as in `hcpcs {} = 500 mg "
                                                        "per unit`",
                                                        what.text),
                                      code->code.span, "the code");
        }
        if (may_be_misspelt_code(context_.policy, what.text)) return;
        std::string hint = did_you_mean(what.text, known);
        if (hint.empty()) hint = fmt::format("add to the drug, for example, `hcpcs {} = 500 mg per unit`", what.text);
        sink_.add(FindingCode::unbilled_code, what.span, fmt::format("no drug here is billed with `{}`", what.text),
                  std::move(hint));
    }

    void report_drug(const ast::Name& drug) {
        sink_.add(FindingCode::unbilled_code, drug.span,
                  fmt::format("`{}` has no code that counts units of a product", drug.text),
                  "write its code, as in `quantity J1234`, or say with the drug which product each code is for");
    }

    void check_named(const ast::QuantityApproved& amount, const std::optional<Measure>& measure) {
        for (const ast::Drug* drug : blocks_of<ast::Drug>(context_.policy))
            if (drug->name.text == amount.what.text) return report_drug(amount.what);
        if (!amount.unit) {
            if (measure && !fit_together(*measure, Measure{}))
                sink_.add(FindingCode::shown_unit, amount.what.span,
                          fmt::format("`{}` does not say in which unit it is shown", amount.what.text),
                          "end the line with its unit, as in `in mL`");
            return;
        }
        check_unit(*amount.unit, sink_);
        const std::optional<Measure> shown = measure_of(amount.unit);
        if (measure && shown && !(measure->dimension == shown->dimension))
            sink_.add(FindingCode::different_units, amount.unit->span,
                      fmt::format("{} {}, which `{}` cannot show", words_of(amount.amount), measure_words(*measure),
                                  amount.unit->text),
                      "write a unit of the same kind");
    }

    const Context& context_;
    Values& values_;
    Sink& sink_;
};

/// An amount with the item it stands in. One in an item with `approve` belongs to that approval, any other to every
/// approval of its section.
struct PlacedAmount {
    const ast::QuantityApproved* amount = nullptr;
    const ast::Item* item = nullptr;
    bool is_shared = true;
};

std::vector<PlacedAmount> placed_amounts(const ast::Section& section) {
    std::vector<PlacedAmount> placed;
    each_of<ast::Item>(section.statements, [&](const ast::Item& item, const ast::Statement&) {
        bool approves = false;
        for (const ast::Statement& statement : item.statements)
            approves = approves || std::holds_alternative<ast::Approve>(statement.form);
        for (const ast::Statement& statement : item.statements)
            if (const auto* amount = std::get_if<ast::QuantityApproved>(&statement.form))
                placed.push_back({amount, &item, !approves});
    });
    return placed;
}

bool meet(const PlacedAmount& left, const PlacedAmount& right) {
    return left.is_shared || right.is_shared || left.item == right.item;
}

/// Whether two amounts were written for one drug, whose codes then are not what is repeated.
bool same_drug(const ast::QuantityApproved& left, const ast::QuantityApproved& right) {
    return left.billing && right.billing && left.billing->drug.text == right.billing->drug.text;
}

/// Names of one approval are not repeated, and there are not too many.
void check_together(const std::vector<PlacedAmount>& amounts, Sink& sink) {
    for (std::size_t i = 0; i < amounts.size(); ++i) {
        int before = 0;
        for (std::size_t j = 0; j < i; ++j) {
            if (!meet(amounts[j], amounts[i])) continue;
            ++before;
            const ast::QuantityApproved& earlier = *amounts[j].amount;
            const ast::QuantityApproved& later = *amounts[i].amount;
            if (earlier.what.text != later.what.text) continue;
            const ast::Name& name = same_drug(earlier, later) ? later.billing->drug : later.what;
            add_with_place(sink, FindingCode::repeated_name, later.what.span,
                           fmt::format("an approval has two amounts called `{}`", name.text),
                           "give one of them another name", earlier.what.span, "the first one");
        }
        if (before == most_amounts)
            sink.add(FindingCode::too_many_amounts, amounts[i].amount->what.span,
                     fmt::format("this is the {}th amount of an approval", most_amounts + 1),
                     fmt::format("an approval carries up to {}", most_amounts));
    }
}

/// What a dose gives in units of a code and an amount of that code would stand side by side in one approval.
void check_beside_dose(const Context& context, const ast::Dose& dose, const std::vector<PlacedAmount>& amounts) {
    for (const auto& [amount, item, is_shared] : amounts) {
        if (!is_code(amount->what) || billing_code(context.policy, amount->what.text) == nullptr) continue;
        const bool is_later = amount->what.span.begin > dose.unit.span.begin;
        const std::string& name = amount->billing ? amount->billing->drug.text : amount->what.text;
        add_with_place(
            context.sink, FindingCode::repeated_name, is_later ? amount->what.span : dose.unit.span,
            fmt::format("an approval has two amounts of `{}`, that of its `dose` and that of its `quantity`", name),
            "leave one of them out", is_later ? dose.unit.span : amount->what.span, "the first one");
    }
}

/// Scenarios and readers of decisions know an amount by its name alone.
void check_shown_alike(const ast::Policy& policy, Sink& sink) {
    std::unordered_map<std::string, const ast::QuantityApproved*> first;
    for (const ast::QuantityApproved* amount : amounts_of(policy)) {
        if (is_code(amount->what)) continue;
        const auto [earlier, is_new] = first.emplace(amount->what.text, amount);
        const auto unit = [](const ast::QuantityApproved& one) { return one.unit ? one.unit->text : std::string(); };
        if (!is_new && unit(*earlier->second) != unit(*amount))
            add_with_place(sink, FindingCode::shown_unit, amount->what.span,
                           fmt::format("`{}` is shown in another unit elsewhere", amount->what.text),
                           "show it in one unit, or give one of them another name", earlier->second->what.span,
                           "the first one");
    }
}

}  // namespace

const ast::BillingCode* billing_code(const ast::Policy& policy, const std::string& code) {
    for (const ast::BillingCode* billing : billing_codes(policy))
        if (counts(policy, *billing, code)) return billing;
    return nullptr;
}

bool is_code(const ast::Name& name) { return !(name.text[0] >= 'a' && name.text[0] <= 'z'); }

std::vector<const ast::QuantityApproved*> amounts_of(const ast::Policy& policy) {
    std::vector<const ast::QuantityApproved*> amounts;
    each_clause_block(policy, [&](const ast::Name&, const std::vector<ast::Statement>& statements) {
        each_of<ast::QuantityApproved>(statements, [&](const ast::QuantityApproved& amount, const ast::Statement&) {
            amounts.push_back(&amount);
        });
    });
    return amounts;
}

void check_quantities(const Context& context) {
    Values values(context);
    AmountCheck check(context, values);
    for (const ast::QuantityApproved* amount : amounts_of(context.policy)) check.check(*amount);
    for (const ast::Section* section : blocks_of<ast::Section>(context.policy)) {
        const std::vector<PlacedAmount> amounts = placed_amounts(*section);
        check_together(amounts, context.sink);
        each_of<ast::Dose>(section->statements, [&](const ast::Dose& dose, const ast::Statement&) {
            check_beside_dose(context, dose, amounts);
        });
    }
    check_shown_alike(context.policy, context.sink);
}

}  // namespace pol::checking
