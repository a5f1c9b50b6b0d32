#include "compiler/parse/build.hpp"

#include <cassert>
#include <utility>

namespace pol::parse_detail {
namespace {

ast::Comparison comparison_of(const Node& test) {
    for (const Node& child : test.children) {
        switch (child.kind) {
            case Kind::comparison_is_not:
                return ast::Comparison::is_not;
            case Kind::comparison_is_one_of:
                return ast::Comparison::is_one_of;
            case Kind::comparison_at_least:
                return ast::Comparison::is_at_least;
            case Kind::comparison_at_most:
                return ast::Comparison::is_at_most;
            case Kind::comparison_more_than:
                return ast::Comparison::is_more_than;
            case Kind::comparison_less_than:
                return ast::Comparison::is_less_than;
            default:
                break;
        }
    }
    return ast::Comparison::is;
}

/// What stands alone: `yes`, `no`, codes, or a value that is no more than a name.
const Node* lone_name(const Node& node) {
    switch (node.kind) {
        case Kind::name:
        case Kind::codes:
        case Kind::yes_value:
        case Kind::no_value:
            return &node;
        case Kind::sum:
        case Kind::term:
        case Kind::product:
            return node.children.size() == 1 ? lone_name(node.children.front()) : nullptr;
        default:
            return nullptr;
    }
}

/// Those behind the first child and the comparison.
void add_values(const Build& build, const Node& node, ast::FactTest& test) {
    for (std::size_t at = 1; at < node.children.size(); ++at) {
        const Node* name = lone_name(node.children[at]);
        if (name != nullptr) test.values.push_back(build_value(build, *name));
    }
}

/// A line that begins with a name and `is`; what follows says what is asked of it.
ast::Condition fact_test(const Build& build, const Node& node) {
    ast::FactTest test{build_name(build, node.children.front()), comparison_of(node), {}, {}};
    const Node& last = node.children.back();
    if (last.kind == Kind::day_relation) {
        return {ast::DayTest{std::move(test.fact), build_day_relation(build, last)}, node.span};
    }
    if (lone_name(last) == nullptr) {
        const Span span = test.fact.span;
        return {ast::QuantityTest{
                    {ast::NamedValue{std::move(test.fact)}, span}, test.comparison, build_expression(build, last)},
                node.span};
    }
    add_values(build, node, test);
    return {std::move(test), node.span};
}

/// `pregnancy_test measured … is one of negative, unclear`.
ast::Condition dated_test(const Build& build, const Node& node) {
    const Node& measured = node.children.front();
    ast::FactTest test{build_name(build, measured.children.front()), comparison_of(node), {}, {}};
    test.measured = build_day_relation(build, measured.children.back());
    add_values(build, node, test);
    return {std::move(test), node.span};
}

ast::Condition quantity_test(const Build& build, const Node& node) {
    return {ast::QuantityTest{build_expression(build, node.children.front()), comparison_of(node),
                              build_expression(build, node.children.back())},
            node.span};
}

ast::Condition age_test(const Build& build, const Node& node) {
    return {ast::AgeTest{build_day(build, child_of(node, Kind::day_operand)), comparison_of(node),
                         build_duration(build, child_of(node, Kind::duration))},
            node.span};
}

ast::Condition joined(const Build& build, ast::Condition first, const Node& others);

/// What one side of a line can be.
ast::Condition operand(const Build& build, const Node& node) {
    switch (node.kind) {
        case Kind::fact_test:
            return fact_test(build, node);
        case Kind::dated_test:
            return dated_test(build, node);
        case Kind::age_test:
            return age_test(build, node);
        case Kind::quantity_test:
            return quantity_test(build, node);
        case Kind::count_test:
            return {build_count_test(build, node), node.span};
        case Kind::condition_group:
            return build_condition_group(build, node);
        case Kind::tests_in_parentheses:
            if (node.children.size() == 1) return operand(build, node.children.front());
            return joined(build, operand(build, node.children.front()), node.children.back());
        default: {
            assert(node.kind == Kind::attested);
            ast::Supported supported{build_level(node.children.front().kind), {}};
            supported.inner.push_back(operand(build, node.children.back()));
            return {std::move(supported), node.span};
        }
    }
}

ast::Condition joined(const Build& build, ast::Condition first, const Node& others) {
    ast::ConditionGroup group;
    group.quantifier = others.kind == Kind::conjunction ? ast::Quantifier::all_of : ast::Quantifier::any_of;
    group.infix = true;
    group.opening = others.span;
    const Span begin = first.span;
    group.members.push_back(std::move(first));
    for (const Node& child : others.children) group.members.push_back(operand(build, child));
    return {std::move(group), join(begin, others.children.back().span)};
}

ast::Condition guarded(const Build& build, ast::Condition base, const Node& exception) {
    ast::Unless unless;
    const Span whole = join(base.span, exception.span);
    unless.parts.push_back(std::move(base));
    unless.parts.push_back(operand(build, exception.children.front()));
    return {std::move(unless), whole};
}

ast::Condition implication(const Build& build, const Node& node) {
    ast::IfThen implication;
    implication.parts.push_back(operand(build, node.children.front()));
    implication.parts.push_back(operand(build, node.children.back()));
    return {std::move(implication), node.span};
}

}  // namespace

ast::Quantifier build_quantifier(const Build& build, const Node& node, std::optional<ast::Number>& count) {
    switch (node.kind) {
        case Kind::any_of:
            return ast::Quantifier::any_of;
        case Kind::none_of:
            return ast::Quantifier::none_of;
        case Kind::at_least_of:
            count = build_number(build, child_of(node, Kind::number));
            return ast::Quantifier::at_least;
        default:
            assert(node.kind == Kind::all_of);
            return ast::Quantifier::all_of;
    }
}

ast::Condition build_test(const Build& build, const Node& node) { return operand(build, node); }

ast::Condition build_condition_group(const Build& build, const Node& node) {
    ast::ConditionGroup group;
    group.quantifier = build_quantifier(build, node.children.front(), group.count);
    group.opening = node.children.front().span;
    for (const Node& child : node.children) {
        if (child.kind == Kind::condition) group.members.push_back(build_condition(build, child));
    }
    return {std::move(group), node.span};
}

ast::Condition build_condition(const Build& build, const Node& node) {
    if (node.children.front().kind == Kind::if_then) return implication(build, node.children.front());
    ast::Condition condition = operand(build, node.children.front());
    if (node.children.size() == 1) return condition;
    const Node& rest = node.children.back();
    if (rest.kind == Kind::exception) return guarded(build, std::move(condition), rest);
    return joined(build, std::move(condition), rest);
}

}  // namespace pol::parse_detail
