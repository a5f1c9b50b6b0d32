// Values. Sums and products come as flat lists of operands and signs; the tree
// has two operands each, from the left.

#include "compiler/parse/build.hpp"

#include <cassert>
#include <string>
#include <utility>

namespace pol::parse_detail {
namespace {

ast::TimeUnit elapsed_unit(Kind kind) {
    switch (kind) {
        case Kind::day_unit:
            return ast::TimeUnit::days;
        case Kind::week_unit:
            return ast::TimeUnit::weeks;
        case Kind::month_unit:
            return ast::TimeUnit::months;
        default:
            assert(kind == Kind::year_unit);
            return ast::TimeUnit::years;
    }
}

ast::Operation operation_of(Kind sign) {
    switch (sign) {
        case Kind::plus_sign:
            return ast::Operation::plus;
        case Kind::minus_sign:
            return ast::Operation::minus;
        case Kind::times_sign:
            return ast::Operation::times;
        default:
            assert(sign == Kind::divided_sign);
            return ast::Operation::divided_by;
    }
}

/// More parts than these in a row are reported; what stands behind is left out.
constexpr std::size_t most_in_a_row = 100;

std::size_t end_of_row(const Build& build, const Node& node, std::size_t step) {
    const std::size_t most = most_in_a_row * step;
    if (node.children.size() <= most) return node.children.size();
    build.sink.add(FindingCode::too_large, node.children[most].span,
                   "more than " + std::to_string(most_in_a_row) + " values stand in a row",
                   "give parts of it names with `define`");
    return most;
}

/// `sum` or `product`: operands with signs between them.
ast::Expression chain(const Build& build, const Node& node) {
    ast::Expression value = build_expression(build, node.children.front());
    const std::size_t end = end_of_row(build, node, 2);
    for (std::size_t at = 2; at < end; at += 2) {
        ast::Arithmetic arithmetic{operation_of(node.children[at - 1].kind), {}};
        const Span span = join(value.span, node.children[at].span);
        arithmetic.operands.push_back(std::move(value));
        arithmetic.operands.push_back(build_expression(build, node.children[at]));
        value = {std::move(arithmetic), span};
    }
    return value;
}

ast::RoundedValue rounding(const Build& build, const Node& node) {
    const Kind how = node.children.front().kind;
    ast::RoundedValue rounded;
    if (how == Kind::rounded_up) rounded.word = ast::RoundingWord::up;
    if (how == Kind::rounded_down) rounded.word = ast::RoundingWord::down;
    rounded.step = build_quantity(build, node.children.back());
    return rounded;
}

/// A product, rounded perhaps, and perhaps once more.
ast::Expression term(const Build& build, const Node& node) {
    ast::Expression value = build_expression(build, node.children.front());
    const std::size_t end = end_of_row(build, node, 1);
    for (std::size_t at = 1; at < end; ++at) {
        ast::RoundedValue rounded = rounding(build, node.children[at]);
        const Span span = join(value.span, node.children[at].span);
        rounded.operand.push_back(std::move(value));
        value = {std::move(rounded), span};
    }
    return value;
}

ast::Expression extreme(const Build& build, const Node& node) {
    ast::Extreme extreme{node.children.front().kind == Kind::lesser_of, {}};
    extreme.operands.push_back(build_expression(build, node.children[1]));
    extreme.operands.push_back(build_expression(build, node.children[2]));
    return {std::move(extreme), node.span};
}

ast::Elapsed elapsed(const Build& build, const Node& node) {
    return {elapsed_unit(node.children[0].kind), build_day(build, node.children[1]),
            build_day(build, node.children[2])};
}

ast::Expression parenthesized(const Build& build, const Node& node) {
    ast::Parenthesized parenthesized;
    parenthesized.operand.push_back(build_expression(build, node.children.front()));
    return {std::move(parenthesized), node.span};
}

}  // namespace

ast::Quantity build_quantity(const Build& build, const Node& node) {
    ast::Quantity quantity{build_decimal(build, node.children.front()), std::nullopt, node.span};
    if (const Node* unit = find_child(node, Kind::unit)) quantity.unit = build_name(build, *unit);
    return quantity;
}

ast::Quantity build_time_quantity(const Build& build, const Node& duration) {
    const ast::Number amount = build_number(build, child_of(duration, Kind::number));
    return {{amount.value, 0, amount.span}, build_name(build, duration.children.back()), duration.span};
}

ast::Expression build_expression(const Build& build, const Node& node) {
    switch (node.kind) {
        case Kind::sum:
        case Kind::product:
            return chain(build, node);
        case Kind::term:
            return term(build, node);
        case Kind::extreme:
            return extreme(build, node);
        case Kind::quantity:
            return {build_quantity(build, node), node.span};
        case Kind::measured_value:
            return {ast::MeasuredValue{build_name(build, node.children.front()),
                                       build_day_relation(build, node.children.back())},
                    node.span};
        case Kind::elapsed:
            return {elapsed(build, node), node.span};
        case Kind::aggregate:
            return {build_aggregate(build, node), node.span};
        case Kind::chosen_entry:
            return {build_chosen_entry(build, node), node.span};
        case Kind::parenthesized:
            return parenthesized(build, node);
        case Kind::day_operand:
            return {build_day(build, node), node.span};
        default:
            assert(node.kind == Kind::name);
            return {ast::NamedValue{build_name(build, node)}, node.span};
    }
}

}  // namespace pol::parse_detail
