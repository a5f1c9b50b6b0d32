#include "compiler/parse/build.hpp"

namespace pol::parse_detail {
namespace {

/// `from`, `through` and `not in document` of either kind of code.
template <class Code>
void set_attributes(const Build& build, const Node& node, Code& code) {
    if (const Node* from = find_child(node, Kind::code_from)) code.from = build_date(build, from->children.front());
    if (const Node* through = find_child(node, Kind::through)) {
        code.through = build_date(build, through->children.front());
    }
    code.not_in_document = build_not_in_document(build, node);
    code.span = node.span;
}

template <class Code>
void set_amount(const Build& build, const Node& node, Code& code) {
    if (const Node* amount = find_child(node, Kind::decimal)) code.amount = build_decimal(build, *amount);
    if (const Node* unit = find_child(node, Kind::unit)) code.unit = build_name(build, *unit);
}

/// The codes of one line; what it says behind them holds for each.
void add_billing_codes(const Build& build, const Node& node, ast::Drug& drug) {
    ast::BillingCode code;
    code.system = build_name(build, node.children.front());
    set_amount(build, node, code);
    set_attributes(build, node, code);
    for (const Node& child : node.children) {
        if (child.kind != Kind::listed_code) continue;
        code.code = build_name(build, child.children.front());
        const Node* products = find_child(child, Kind::billed_for);
        code.products = products == nullptr ? std::vector<ast::Name>() : build_names(build, *products);
        drug.codes.emplace_back(code);
    }
}

ast::PackageCode build_package_code(const Build& build, const Node& node) {
    ast::PackageCode code;
    code.code = build_name(build, child_of(node, Kind::code));
    set_amount(build, node, code);
    if (const Node* volume = find_child(node, Kind::package_volume)) {
        code.volume = build_decimal(build, volume->children.front());
        code.volume_unit = build_name(build, volume->children.back());
    }
    if (const Node* package = find_child(node, Kind::package)) {
        code.package = build_name(build, package->children.front());
    }
    set_attributes(build, node, code);
    return code;
}

}  // namespace

ast::Drug build_drug(const Build& build, const Node& node) {
    ast::Drug drug;
    drug.name = build_name(build, child_of(node, Kind::name));
    drug.brand = build_text(build, child_of(node, Kind::text));
    drug.span = node.span;
    if (const Node* by = find_child(node, Kind::by_product)) drug.by = build_name(build, by->children.front());
    for (const Node& child : node.children) {
        if (child.kind == Kind::billing_code) add_billing_codes(build, child, drug);
        if (child.kind == Kind::package_code) drug.codes.emplace_back(build_package_code(build, child));
    }
    return drug;
}

}  // namespace pol::parse_detail
