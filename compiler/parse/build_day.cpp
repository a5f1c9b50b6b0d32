// Days, and how they lie to one another.

#include "compiler/parse/build.hpp"

#include <cassert>
#include <utility>

namespace pol::parse_detail {
namespace {

ast::DayDistance distance_kind(Kind kind) {
    switch (kind) {
        case Kind::on_or:
            return ast::DayDistance::or_on;
        case Kind::on_word:
            return ast::DayDistance::on;
        case Kind::within_word:
            return ast::DayDistance::within;
        case Kind::comparison_at_least:
            return ast::DayDistance::at_least;
        case Kind::comparison_more_than:
            return ast::DayDistance::more_than;
        case Kind::comparison_less_than:
            return ast::DayDistance::less_than;
        default:
            assert(kind == Kind::before_word || kind == Kind::after_word);
            return ast::DayDistance::plain;
    }
}

ast::DayDirection direction_of(const Node& node) {
    return find_child(node, Kind::after_word) != nullptr ? ast::DayDirection::after : ast::DayDirection::before;
}

std::vector<ast::DayOperand> days_below(const Build& build, const Node& node) {
    std::vector<ast::DayOperand> days;
    for (const Node& child : node.children)
        if (child.kind == Kind::day_operand) days.push_back(build_day(build, child));
    return days;
}

}  // namespace

ast::DayOperand build_day(const Build& build, const Node& node) {
    const Node& form = node.children.front();
    switch (form.kind) {
        case Kind::date:
            return {build_date(build, form), node.span};
        case Kind::yearly_day:
            return {ast::YearlyDay{form.children.front().kind == Kind::last_word,
                                   build_number(build, child_of(form, Kind::number)),
                                   build_name(build, child_of(form, Kind::month_name)), days_below(build, form)},
                    node.span};
        case Kind::moved_day:
            return {ast::MovedDay{build_time_quantity(build, child_of(form, Kind::duration)), direction_of(form),
                                  days_below(build, form)},
                    node.span};
        case Kind::extreme_day:
            return {ast::ExtremeDay{form.children.front().kind == Kind::earlier_of, days_below(build, form)},
                    node.span};
        case Kind::chosen_day:
            return {build_chosen_entry(build, form), node.span};
        default:
            return {build_name(build, form), node.span};
    }
}

ast::DayRelation build_day_relation(const Build& build, const Node& node) {
    ast::DayRelation relation;
    relation.kind = distance_kind(node.children.front().kind);
    relation.direction = direction_of(node);
    if (const Node* duration = find_child(node, Kind::duration))
        relation.distance = build_time_quantity(build, *duration);
    relation.anchor = build_day(build, node.children.back());
    relation.span = node.span;
    return relation;
}

}  // namespace pol::parse_detail
