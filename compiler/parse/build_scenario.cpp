#include "compiler/parse/build.hpp"

#include <cassert>
#include <utility>

namespace pol::parse_detail {
namespace {

ast::Assignment build_assignment(const Build& build, const Node& node);

std::vector<ast::Assignment::Entry> build_entries(const Build& build, const Node& node) {
    std::vector<ast::Assignment::Entry> entries;
    for (const Node& child : node.children) {
        ast::Assignment::Entry entry;
        entry.span = child.span;
        for (const Node& field : child.children)
            if (field.kind == Kind::entry_field) entry.fields.push_back(build_assignment(build, field));
        entries.push_back(std::move(entry));
    }
    return entries;
}

ast::Assignment::Measured given_measurement(const Build& build, const Node& node) {
    const Node& value = node.children.front();
    const ast::Date on = build_date(build, node.children.back());
    if (value.kind == Kind::quantity) return {build_quantity(build, value), on};
    return {build_value(build, value), on};
}

decltype(ast::Assignment::value) assigned_value(const Build& build, const Node& node) {
    switch (node.kind) {
        case Kind::date:
        case Kind::month_date:
        case Kind::year_date:
            return build_date(build, node);
        case Kind::quantity:
            return build_quantity(build, node);
        case Kind::given_measurement:
            return given_measurement(build, node);
        case Kind::entries:
            return build_entries(build, node);
        case Kind::not_given:
            return ast::Assignment::NotGiven{};
        case Kind::not_knowable:
            return ast::Assignment::NotKnowable{};
        default:
            return build_value(build, node);
    }
}

/// `assignment` or `entry_field`.
ast::Assignment build_assignment(const Build& build, const Node& node) {
    const Node& what = node.children[0];
    ast::Assignment assignment;
    if (what.kind == Kind::changed_field) {
        assignment.fact = build_name(build, what.children[0]);
        assignment.place = {build_number(build, what.children[1]), build_name(build, what.children[2])};
    } else {
        assignment.fact = build_name(build, what);
    }
    assignment.value = assigned_value(build, node.children[1]);
    assignment.span = node.span;
    if (node.children.size() > 2) assignment.evidence = build_level(node.children[2].kind);
    return assignment;
}

QuestionKind question_kind(Kind kind) {
    switch (kind) {
        case Kind::ask_attest:
            return QuestionKind::attest;
        case Kind::ask_document:
            return QuestionKind::document;
        case Kind::ask_exact_date:
            return QuestionKind::exact_date;
        case Kind::ask_measure_again:
            return QuestionKind::measure_again;
        case Kind::ask_resolve:
            return QuestionKind::resolve;
        default:
            assert(kind == Kind::ask_answer);
            return QuestionKind::answer;
    }
}

ast::ExpectAsk build_ask(const Build& build, const Node& node) {
    ast::ExpectAsk ask;
    for (const Node& question : node.children) {
        ast::ExpectedQuestion expected{std::nullopt, build_name(build, question.children.back())};
        if (question.children.size() > 1) expected.kind = question_kind(question.children.front().kind);
        ask.questions.push_back(std::move(expected));
    }
    return ask;
}

ast::ExpectPossible build_possible(const Build& build, const Node& node) {
    ast::ExpectPossible possible;
    for (const Node& outcome : node.children) {
        possible.outcomes.push_back({build_outcome(build, outcome.children.front()), outcome.children.size() > 1});
    }
    return possible;
}

bool is_expectation(Kind kind) { return kind >= Kind::expect_period && kind <= Kind::expect_ask; }

decltype(ast::Expectation::form) expectation_form(const Build& build, const Node& node) {
    switch (node.kind) {
        case Kind::expect_period:
            return ast::ExpectPeriod{build_date(build, node.children.front()), build_date(build, node.children.back())};
        case Kind::expect_doses:
            return ast::ExpectDoses{build_number(build, node.children.front())};
        case Kind::expect_units:
            return ast::ExpectUnits{build_decimal(build, node.children.front()),
                                    build_name(build, node.children.back())};
        case Kind::expect_quantity:
            return ast::ExpectQuantity{build_name(build, node.children.front()),
                                       build_quantity(build, node.children.back())};
        case Kind::expect_met:
            return ast::ExpectClauses{ast::ClauseTopic::met, build_item_ranges(build, node)};
        case Kind::expect_failing:
            return ast::ExpectClauses{ast::ClauseTopic::failing, build_item_ranges(build, node)};
        case Kind::expect_by:
            return ast::ExpectClauses{ast::ClauseTopic::by, build_item_ranges(build, node)};
        case Kind::expect_no_text:
            return ast::ExpectNoText{};
        case Kind::expect_possible:
            return build_possible(build, node);
        case Kind::expect_all_denials:
            return ast::ExpectAllDenials{};
        default:
            assert(node.kind == Kind::expect_ask);
            return build_ask(build, node);
    }
}

void stated_twice(const Build& build, const Node& node, const char* what) {
    build.sink.add(FindingCode::repeated_statement, node.span, std::string(what) + " is stated a second time",
                   "keep one of the two");
}

void add_scenario_line(const Build& build, const Node& node, ast::Scenario& scenario) {
    if (node.kind == Kind::assignment) {
        scenario.assignments.push_back(build_assignment(build, node));
    } else if (node.kind == Kind::scenario_level) {
        if (scenario.evidence) stated_twice(build, node, "`evidence`");
        scenario.evidence = build_level(node.children.front().kind);
        scenario.evidence_span = node.span;
        scenario.evidence_span = node.span;
    } else if (is_expectation(node.kind)) {
        scenario.expectations.push_back({expectation_form(build, node), node.span});
    } else if (node.kind == Kind::like) {
        if (scenario.like) stated_twice(build, node, "`like`");
        scenario.like = build_text(build, node.children.front());
        for (std::size_t at = 1; at < node.children.size(); ++at) add_scenario_line(build, node.children[at], scenario);
    }
}

}  // namespace

ast::Scenario build_scenario(const Build& build, const Node& node) {
    ast::Scenario scenario;
    scenario.name = build_text(build, child_of(node, Kind::text));
    scenario.span = node.span;
    bool expects = false;
    for (const Node& child : node.children) {
        add_scenario_line(build, child, scenario);
        if (child.kind != Kind::expect) continue;
        if (expects) stated_twice(build, child, "`expect`");
        scenario.expected = build_outcome(build, child.children.front());
        expects = true;
    }
    if (!expects) {
        build.sink.add(FindingCode::scenario_without_expect, scenario.name.span,
                       "the scenario `" + scenario.name.text + "` expects nothing",
                       "say what must come out, such as `expect approved`");
    }
    return scenario;
}

ast::NeverCheck build_never_check(const Build& build, const Node& node) {
    return {build_outcome(build, node.children.front()), build_condition(build, node.children.back()), node.span};
}

ast::AcceptedFinding build_accepted_finding(const Build& build, const Node& node) {
    return {build_name(build, node.children[0]), build_item_reference(build, node.children[1]),
            build_text(build, node.children[2]), node.span};
}

}  // namespace pol::parse_detail
