#include "compiler/parse/build.hpp"

#include <cassert>
#include <utility>

namespace pol::parse_detail {
namespace {

void stated_twice(const Build& build, Span second, const std::string& what) {
    build.sink.add(FindingCode::repeated_statement, second, what + " is stated a second time", "keep one of the two");
}

/// Phrase and attributes of a fact, in their order: `not in document` belongs to the code before it, if there is one.
void add_fact_attribute(const Build& build, const Node& node, ast::FactDeclaration& fact, bool& behind_code) {
    switch (node.kind) {
        case Kind::ask:
            if (fact.ask) stated_twice(build, node.span, "the question of `" + fact.name.text + "`");
            fact.ask = build_text(build, node.children.front());
            break;
        case Kind::phrase:
            if (fact.phrase) stated_twice(build, node.span, "the phrase of `" + fact.name.text + "`");
            fact.phrase = build_text(build, node.children.front());
            break;
        case Kind::implies:
            for (ast::Name& name : build_names(build, node)) fact.implies.push_back(std::move(name));
            break;
        case Kind::code_attribute:
            fact.codes.push_back({build_name(build, node.children[0]), build_name(build, node.children[1]),
                                  build_name(build, node.children[2]), std::nullopt});
            break;
        case Kind::not_before:
            if (fact.not_before) stated_twice(build, node.span, "`not before` of `" + fact.name.text + "`");
            fact.not_before = build_name(build, node.children.front());
            break;
        case Kind::not_in_document: {
            std::optional<ast::Text>& source = behind_code ? fact.codes.back().not_in_document : fact.not_in_document;
            if (source) stated_twice(build, node.span, "the source of `" + fact.name.text + "`");
            source = build_text(build, node.children.front());
            break;
        }
        default:
            return;
    }
    behind_code = node.kind == Kind::code_attribute;
    fact.span = join(fact.span, node.span);
}

ast::ChoiceType choice_type(const Build& build, const Node& node) {
    ast::ChoiceType choice{{}, node.kind == Kind::scale_type};
    for (const Node& value : node.children) {
        ast::ValueDeclaration declaration{build_name(build, value.children.front()), std::nullopt};
        if (value.children.size() > 1) declaration.text = build_text(build, value.children.back());
        choice.values.push_back(std::move(declaration));
    }
    return choice;
}

ast::NumberType number_type(const Build& build, const Node& node) {
    ast::NumberType number;
    number.measured = node.kind == Kind::measured_type;
    if (const Node* unit = find_child(node, Kind::unit)) number.unit = build_name(build, *unit);
    if (const Node* bounds = find_child(node, Kind::bounds)) {
        number.between = {build_decimal(build, bounds->children.front()),
                          build_decimal(build, bounds->children.back())};
    }
    return number;
}

ast::FactType fact_type(const Build& build, const Node& node) {
    switch (node.kind) {
        case Kind::one_of_type:
        case Kind::scale_type:
            return choice_type(build, node);
        case Kind::number_type:
        case Kind::measured_type:
            return number_type(build, node);
        case Kind::date_type:
            return ast::DateType{};
        default:
            assert(node.kind == Kind::yes_no_type);
            return ast::YesNoType{};
    }
}

ast::FactDeclaration begin_fact(const Build& build, const Node& node) {
    ast::FactDeclaration fact;
    fact.name = build_name(build, node.children.front());
    fact.span = join(node.children[0].span, node.children[1].span);
    fact.type = fact_type(build, node.children[1]);
    return fact;
}

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

void without_owner(const Build& build, const Node& node, const char* owner) {
    build.sink.add(FindingCode::attribute_without_owner, node.span,
                   "`" + build.word(node.children.front()) + "` stands before the first " + owner,
                   std::string("put it behind or below the ") + owner + " it belongs to");
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

ast::FactsBlock build_facts(const Build& build, const Node& node) {
    ast::FactsBlock block;
    block.span = node.span;
    bool behind_code = false;
    for (const Node& child : node.children) {
        if (child.kind == Kind::name) block.name = build_name(build, child);
        if (child.kind == Kind::source_plan || child.kind == Kind::source_provider) {
            block.source = build_name(build, child);
        }
        if (child.kind == Kind::fact_declaration) {
            block.facts.push_back(begin_fact(build, child));
            behind_code = false;
        } else if (child.kind != Kind::fact_attribute_line) {
            continue;
        } else if (block.facts.empty()) {
            without_owner(build, child, "fact");
            continue;
        }
        for (const Node& part : child.children) add_fact_attribute(build, part, block.facts.back(), behind_code);
    }
    return block;
}

ast::Plan build_plan(const Build& build, const Node& node) {
    ast::Plan plan;
    plan.name = build_name(build, child_of(node, Kind::name));
    plan.title = build_text(build, child_of(node, Kind::text));
    plan.span = node.span;
    for (const Node& child : node.children) add_plan_part(build, child, plan);
    return plan;
}

}  // namespace pol::parse_detail
