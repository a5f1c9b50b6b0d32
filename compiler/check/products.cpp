#include "compiler/check/context.hpp"
#include "compiler/check/dates.hpp"
#include "compiler/check/names.hpp"
#include "compiler/check/passes.hpp"
#include "compiler/check/walk.hpp"

#include <fmt/format.h>

#include <limits>
#include <map>
#include <set>

namespace pol::checking {
namespace {

/// A product of a line of codes, with the days on which it is billed so.
struct BilledProduct {
    const ast::Name* product = nullptr;
    const ast::BillingCode* code = nullptr;
    std::int32_t first_day = std::numeric_limits<std::int32_t>::min();
    std::int32_t last_day = std::numeric_limits<std::int32_t>::max();
};

BilledProduct billed(const ast::Name& product, const ast::BillingCode& code) {
    BilledProduct billed{&product, &code};
    if (code.from)
        if (const auto days = days_of(*code.from)) billed.first_day = days->first.days;
    if (code.through)
        if (const auto days = days_of(*code.through)) billed.last_day = days->last.days;
    return billed;
}

bool overlap(const BilledProduct& left, const BilledProduct& right) {
    return left.first_day <= right.last_day && right.first_day <= left.last_day;
}

std::vector<const ast::BillingCode*> billing_codes(const ast::Drug& drug) {
    std::vector<const ast::BillingCode*> codes;
    for (const auto& each : drug.codes)
        if (const auto* code = std::get_if<ast::BillingCode>(&each)) codes.push_back(code);
    return codes;
}

/// A drug whose codes are for products.
class ProductCheck {
public:
    ProductCheck(const ast::Drug& drug, const KnownFact& fact, Sink& sink) : drug_(drug), fact_(fact), sink_(sink) {}

    void run() {
        for (const ast::BillingCode* code : billing_codes(drug_)) {
            if (code->products.empty()) report_for_none(*code);
            check_same_products(*code);
            check_repeats(sink_, code->products);
            for (const ast::Name& product : code->products) check_product(product, *code);
        }
    }

private:
    void report_for_none(const ast::BillingCode& code) {
        sink_.add(FindingCode::product_code, code.code.span,
                  fmt::format("`{}` does not say for which product it is", code.code.text),
                  fmt::format("write behind it `for` and a value of `{}`", fact_.name));
    }

    void check_same_products(const ast::BillingCode& code) {
        const auto [first, is_new] = lines_.emplace(code.code.text, &code);
        if (is_new || code.products.empty() || texts(*first->second) == texts(code)) return;
        add_with_place(sink_, FindingCode::product_code, code.code.span,
                       fmt::format("`{}` is for other products elsewhere", code.code.text),
                       "name the same products on every line of one code", first->second->code.span, "the first line");
    }

    static std::set<std::string> texts(const ast::BillingCode& code) {
        std::set<std::string> texts;
        for (const ast::Name& product : code.products) texts.insert(product.text);
        return texts;
    }

    void check_product(const ast::Name& product, const ast::BillingCode& code) {
        if (!contains(fact_.values, product.text)) return add_unknown_value(sink_, product, fact_.name, fact_.values);
        const BilledProduct now = billed(product, code);
        for (const BilledProduct& earlier : billed_[product.text])
            if (earlier.code->code.text != code.code.text && overlap(earlier, now))
                return add_with_place(sink_, FindingCode::product_billed_twice, product.span,
                                      fmt::format("`{}` is billed with `{}` and `{}` on one day", product.text,
                                                  earlier.code->code.text, code.code.text),
                                      "leave one of them out, or say with `from` and `through` when each is valid",
                                      earlier.product->span, "the first one");
        billed_[product.text].push_back(now);
    }

    const ast::Drug& drug_;
    const KnownFact& fact_;
    Sink& sink_;
    std::map<std::string, const ast::BillingCode*> lines_;
    std::map<std::string, std::vector<BilledProduct>> billed_;
};

void check_without_fact(const ast::Drug& drug, Sink& sink) {
    for (const ast::BillingCode* code : billing_codes(drug))
        if (!code->products.empty())
            return sink.add(FindingCode::product_code, code->products.front().span,
                            fmt::format("`{}` does not say which fact tells its products apart", drug.name.text),
                            "end the line of the drug with `by` and a fact, as in `by product`");
}

/// A schedule counts the units of every code, whatever the product is.
void check_schedule(const Context& context, const ast::Drug& drug) {
    each_clause_block(context.policy, [&](const ast::Name&, const std::vector<ast::Statement>& statements) {
        each_of<ast::Dose>(statements, [&](const ast::Dose&, const ast::Statement& statement) {
            add_with_place(context.sink, FindingCode::product_code, statement.span,
                           "a schedule counts the units of every code, whatever the product",
                           fmt::format("write the amount as `quantity {}`", drug.name.text), drug.by->span,
                           "codes for products");
        });
    });
}

bool has_values(const KnownFact& fact) {
    return fact.declaration != nullptr && fact.list == nullptr &&
           (fact.kind == FactKind::yes_no || fact.kind == FactKind::one_of || fact.kind == FactKind::scale);
}

void check_drug(const Context& context, const ast::Drug& drug) {
    if (!drug.by) return check_without_fact(drug, context.sink);
    const KnownFact* fact = context.symbols.fact(drug.by->text);
    if (fact == nullptr) return add_unknown_name(context.sink, "fact", *drug.by, context.symbols.fact_names());
    if (!has_values(*fact))
        return context.sink.add(
            FindingCode::product_fact, drug.by->span,
            fmt::format("`{}` {}, which tells no products apart", fact->name, kind_words(fact->kind)),
            "write a fact that has the products as its values");
    ProductCheck(drug, *fact, context.sink).run();
    check_schedule(context, drug);
}

}  // namespace

bool check_products(const Context& context) {
    const std::size_t errors_before = context.sink.error_count();
    for (const ast::Drug* drug : blocks_of<ast::Drug>(context.policy)) check_drug(context, *drug);
    return context.sink.error_count() == errors_before;
}

}  // namespace pol::checking
