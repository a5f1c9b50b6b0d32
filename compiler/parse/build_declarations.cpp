#include "compiler/parse/build.hpp"

#include <cassert>
#include <utility>

namespace pol::parse_detail {
namespace {

void add_line_attribute(const Build& build, const Node& node, ast::LineOfBusiness& line) {
    if (node.kind == Kind::product_rule) {
        if (line.members_under) stated_twice(build, node.span, "the age of members of `" + line.name.text + "`");
        line.members_under = build_duration(build, node.children.front());
        line.span = join(line.span, node.span);
    }
    if (node.kind == Kind::not_in_document) {
        if (line.not_in_document) stated_twice(build, node.span, "the source of `" + line.name.text + "`");
        line.not_in_document = build_text(build, node.children.front());
        line.span = join(line.span, node.span);
    }
}

void add_lines_of_business(const Build& build, const Node& block, ast::Plan& plan) {
    for (const Node& child : block.children) {
        if (child.kind == Kind::end_word) continue;
        if (child.kind == Kind::line_declaration) {
            const Node& name = child.children[0];
            const Node& title = child.children[1];
            plan.lines.push_back({build_name(build, name), build_text(build, title), std::nullopt, std::nullopt,
                                  join(name.span, title.span)});
        } else if (plan.lines.empty()) {
            without_owner(build, child, "line of business");
            continue;
        }
        for (const Node& attribute : child.children) add_line_attribute(build, attribute, plan.lines.back());
    }
    plan.lines_span = block.span;
}

void set_short_months(const Build& build, const Node& node, ast::CalendarBlock& calendar) {
    if (calendar.short_months) stated_twice(build, node.span, "`short months`");
    const bool last_day = node.children.front().kind == Kind::take_last_day;
    calendar.short_months = last_day ? ShortMonths::take_last_day : ShortMonths::take_first_of_next;
    calendar.short_months_span = node.span;
}

void set_leap_birthday(const Build& build, const Node& node, ast::CalendarBlock& calendar) {
    if (calendar.leap_birthday) stated_twice(build, node.span, "`leap birthday`");
    const bool march = node.children.front().kind == Kind::leap_march;
    calendar.leap_birthday = march ? LeapBirthday::march_1 : LeapBirthday::february_28;
    calendar.leap_birthday_span = node.span;
}

void add_calendar(const Build& build, const Node& block, ast::Plan& plan) {
    if (plan.calendar) stated_twice(build, block.span, "the calendar");
    ast::CalendarBlock calendar;
    calendar.span = block.span;
    for (const Node& child : block.children) {
        if (child.kind == Kind::short_months) set_short_months(build, child, calendar);
        if (child.kind == Kind::leap_birthday) set_leap_birthday(build, child, calendar);
    }
    plan.calendar = calendar;
}

/// A list of names that a plan states once: `benefits` or `requests`.
void set_names(const Build& build, const Node& node, std::vector<ast::Name>& names, Span& span) {
    if (!names.empty()) stated_twice(build, node.span, node.kind == Kind::benefits ? "`benefits`" : "`requests`");
    names = build_names(build, node);
    span = node.span;
}

void add_plan_part(const Build& build, const Node& node, ast::Plan& plan) {
    switch (node.kind) {
        case Kind::lines_block:
            if (!plan.lines.empty()) stated_twice(build, node.span, "`lines of business`");
            add_lines_of_business(build, node, plan);
            break;
        case Kind::calendar_block:
            add_calendar(build, node, plan);
            break;
        case Kind::benefits:
            set_names(build, node, plan.benefits, plan.benefits_span);
            break;
        case Kind::requests:
            set_names(build, node, plan.requests, plan.requests_span);
            break;
        case Kind::evidence_rule:
            if (plan.evidence) stated_twice(build, node.span, "`evidence`");
            plan.evidence = build_evidence_rule(node);
            plan.evidence_span = node.span;
            break;
        case Kind::day_order:
            plan.day_orders.push_back({build_name(build, node.children.front()),
                                       build_name(build, node.children.back().children.front()), node.span});
            break;
        case Kind::facts_block:
            plan.facts.push_back(build_facts(build, node));
            break;
        default:
            break;
    }
}

}  // namespace

ast::Plan build_plan(const Build& build, const Node& node) {
    ast::Plan plan;
    plan.name = build_name(build, child_of(node, Kind::name));
    plan.title = build_text(build, child_of(node, Kind::text));
    plan.span = node.span;
    for (const Node& child : node.children) add_plan_part(build, child, plan);
    return plan;
}

}  // namespace pol::parse_detail
