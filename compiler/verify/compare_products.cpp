// The codes of `drug … by product` beside the products' names where the document prints its codes.

#include "compiler/verify/comparison.hpp"
#include "compiler/verify/figures.hpp"
#include "compiler/verify/named_words.hpp"
#include "compiler/verify/product_names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace pol::verifying {
namespace {

/// A code of the drug and the products it is for.
struct ProductCode {
    Figure figure;
    std::set<std::string> products;
};

std::vector<ProductCode> product_codes(const ast::Drug& drug) {
    std::vector<ProductCode> codes;
    for (const auto& each : drug.codes) {
        const auto* billing = std::get_if<ast::BillingCode>(&each);
        if (billing == nullptr || billing->products.empty()) continue;
        Figure figure = code_figure(billing->code.text);
        figure.shown = billing->code.text;
        figure.span = billing->code.span;
        auto code = std::find_if(codes.begin(), codes.end(),
                                 [&](const ProductCode& known) { return known.figure.key == figure.key; });
        if (code == codes.end()) code = codes.insert(code, {std::move(figure), {}});
        for (const ast::Name& product : billing->products) code->products.insert(product.text);
    }
    return codes;
}

/// What the document prints of a drug: the name of a product, or the code at a place of `codes`.
struct Mark {
    Span span;
    std::string product;
    std::size_t code = nowhere;
};

/// By code, the names beside it.
using Names = std::vector<std::vector<const Mark*>>;

/// The names beside each code wherever it is printed; nothing if a printed code has no name. Documents print names
/// before their codes or behind them: `marks` are in order, or the other way round. Codes of the same products share a
/// name.
std::optional<Names> names_beside(const std::vector<Mark>& marks, const std::vector<ProductCode>& codes) {
    Names names(codes.size());
    std::vector<bool> is_printed(codes.size());
    const Mark* name = nullptr;
    const std::set<std::string>* sharing = nullptr;
    for (const Mark& mark : marks) {
        if (mark.code == nowhere) {
            name = &mark;
            sharing = nullptr;
            continue;
        }
        is_printed[mark.code] = true;
        if (sharing != nullptr && *sharing != codes[mark.code].products) name = nullptr;
        sharing = &codes[mark.code].products;
        if (name != nullptr) names[mark.code].push_back(name);
    }
    for (std::size_t code = 0; code < codes.size(); ++code)
        if (is_printed[code] && names[code].empty()) return std::nullopt;
    return names;
}

/// The name of another product, if a code stands beside such only.
const Mark* other_product(const ProductCode& code, const std::vector<const Mark*>& names) {
    const bool is_own = std::any_of(names.begin(), names.end(),
                                    [&](const Mark* name) { return code.products.count(name->product) != 0; });
    return is_own || names.empty() ? nullptr : names.front();
}

std::vector<Mark> marks_in(const Comparison& comparison, const ast::Drug& drug, const std::vector<ProductCode>& codes) {
    const PrintedText& text = comparison.document.codes;
    std::vector<Mark> marks;
    for (PrintedProduct& product : products_in(text, product_spellings(comparison.program, drug)))
        marks.push_back({product.span, std::move(product.name), nowhere});
    for (const Figure& figure : figures_of(text))
        for (std::size_t code = 0; code < codes.size(); ++code)
            if (is_same(codes[code].figure, figure)) marks.push_back({figure.span, {}, code});
    std::stable_sort(marks.begin(), marks.end(),
                     [](const Mark& left, const Mark& right) { return left.span.begin < right.span.begin; });
    return marks;
}

/// A code is another product's if it is so on every side on which all codes have names. Where none has, the document
/// lists them in another way.
void compare_drug(Comparison& comparison, const ast::Drug& drug) {
    const std::vector<ProductCode> codes = product_codes(drug);
    const std::vector<Mark> marks = marks_in(comparison, drug, codes);
    const std::vector<Mark> backwards(marks.rbegin(), marks.rend());
    const std::optional<Names> before = names_beside(marks, codes);
    const std::optional<Names> behind = names_beside(backwards, codes);
    for (std::size_t i = 0; i < codes.size() && (before || behind); ++i) {
        const Mark* other_before = before ? other_product(codes[i], (*before)[i]) : nullptr;
        const Mark* other_behind = behind ? other_product(codes[i], (*behind)[i]) : nullptr;
        if ((before && other_before == nullptr) || (behind && other_behind == nullptr)) continue;
        const Mark& other = other_before != nullptr ? *other_before : *other_behind;
        report(comparison, FindingCode::name_printed_otherwise, codes[i].figure.span,
               fmt::format("the document prints `{}` for another product: `{}`", codes[i].figure.shown, other.product),
               "write the code `for` the product that the document names beside it", other.span, "named here");
    }
}

}  // namespace

void compare_products(Comparison& comparison) {
    for (const ast::Block& block : ast::policy_of(comparison.program).blocks) {
        const auto* drug = std::get_if<ast::Drug>(&block);
        if (drug != nullptr && drug->by) compare_drug(comparison, *drug);
    }
}

}  // namespace pol::verifying
