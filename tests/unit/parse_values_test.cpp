// The tree of numbers, days, definitions, conditional items and labels of words.

#include "tests/unit/parse/parsed.hpp"

#include <doctest/doctest.h>

#include <string>
#include <variant>
#include <vector>

using namespace pol;
using namespace pol::test;

TEST_CASE("a line with a name and `is` holds a value, a number or a day") {
    const Parsed parsed(
        with_section("1. excluded when fibrosis is at least f1\n"
                     "2. excluded when asked is at most (maximum)\n"
                     "3. excluded when weight is 7.50 kg\n"
                     "4. excluded when onset is more than 2 weeks after 2026-01-31\n"
                     "5. excluded when switch is on\n"
                     "6. excluded when hemoglobin measured on or before onset is not 3\n"
                     "7. excluded when if a is yes then none of\n  b is yes\nend\n"));
    const std::vector<ast::Statement>& items = section_of(parsed).statements;
    const auto condition = [&](std::size_t at) -> const ast::Condition& {
        return *std::get<ast::Determination>(item_at(items, at).statements.front().form).condition;
    };
    const auto& scale = std::get<ast::FactTest>(condition(0).form);
    CHECK(scale.comparison == ast::Comparison::is_at_least);
    REQUIRE(scale.values.size() == 1);
    CHECK(scale.values.front().text == "f1");
    const auto& number = std::get<ast::QuantityTest>(condition(1).form);
    CHECK(std::get<ast::NamedValue>(number.left.form).name.text == "asked");
    CHECK(std::holds_alternative<ast::Parenthesized>(number.right.form));
    CHECK(parsed.text(number.right.span) == "(maximum)");
    const auto& weight = std::get<ast::Quantity>(std::get<ast::QuantityTest>(condition(2).form).right.form);
    CHECK(weight.amount.digits == 750);
    CHECK(weight.amount.places == 2);
    CHECK(weight.unit->text == "kg");
    const auto& day = std::get<ast::DayTest>(condition(3).form);
    CHECK(day.day.text == "onset");
    CHECK(day.relation.kind == ast::DayDistance::more_than);
    CHECK(day.relation.direction == ast::DayDirection::after);
    CHECK(day.relation.distance->unit->text == "weeks");
    CHECK(std::get<ast::Date>(day.relation.anchor.form).day == 31);
    CHECK(std::get<ast::FactTest>(condition(4).form).values.front().text == "on");
    const auto& measured = std::get<ast::MeasuredValue>(std::get<ast::QuantityTest>(condition(5).form).left.form);
    CHECK(measured.when.kind == ast::DayDistance::or_on);
    CHECK(measured.when.direction == ast::DayDirection::before);
    CHECK(parsed.text(measured.when.span) == "on or before onset");
    const auto& implication = std::get<ast::IfThen>(condition(6).form);
    REQUIRE(implication.parts.size() == 2);
    CHECK(std::holds_alternative<ast::FactTest>(implication.parts[0].form));
    CHECK(std::get<ast::ConditionGroup>(implication.parts[1].form).quantifier == ast::Quantifier::none_of);
}

TEST_CASE("products bind before sums, both from the left, and rounding ends a product") {
    const Parsed parsed(header + "define x = a - b - c * d / e rounded up to 2 kg\n");
    const auto& define = std::get<ast::Define>(policy_of(parsed).blocks.front());
    const auto& value = std::get<ast::Expression>(define.body);
    const auto& outer = std::get<ast::Arithmetic>(value.form);
    CHECK(outer.operation == ast::Operation::minus);
    CHECK(parsed.text(outer.operands[0].span) == "a - b");
    CHECK(std::get<ast::Arithmetic>(outer.operands[0].form).operation == ast::Operation::minus);
    const auto& rounded = std::get<ast::RoundedValue>(outer.operands[1].form);
    CHECK(rounded.word == ast::RoundingWord::up);
    CHECK(parsed.text(rounded.step.span) == "2 kg");
    const auto& quotient = std::get<ast::Arithmetic>(rounded.operand.front().form);
    CHECK(quotient.operation == ast::Operation::divided_by);
    CHECK(parsed.text(quotient.operands[0].span) == "c * d");
    CHECK(parsed.text(define.span) == "define x = a - b - c * d / e rounded up to 2 kg");
}

TEST_CASE("a word behind a number is its unit unless the line goes on with it") {
    const Parsed parsed(
        header +
        "define a = lesser of 3 and 60 in\n"
        "define b = first of\n  1500 /mcL when x is yes\n  12 otherwise\nend\n"
        "section MMC\n1. quantity kit = 5 in mL\n2. quantity rod = 5 in in cm\n3. approve 1 month from x\n"
        "otherwise review\nend\n");
    const std::vector<ast::Block>& blocks = policy_of(parsed).blocks;
    const auto& least = std::get<ast::Extreme>(std::get<ast::Expression>(std::get<ast::Define>(blocks[0]).body).form);
    CHECK(!std::get<ast::Quantity>(least.operands[0].form).unit);
    CHECK(std::get<ast::Quantity>(least.operands[1].form).unit->text == "in");
    const auto& cases = std::get<std::vector<ast::DefinedCase>>(std::get<ast::Define>(blocks[1]).body);
    REQUIRE(cases.size() == 2);
    CHECK(std::get<ast::Quantity>(cases[0].value.form).unit->text == "/mcL");
    CHECK(!std::get<ast::Quantity>(cases[1].value.form).unit);
    CHECK(!cases[1].when);
    const std::vector<ast::Statement>& items = std::get<ast::Section>(blocks[2]).statements;
    const auto& kit = std::get<ast::QuantityApproved>(item_at(items, 0).statements.front().form);
    CHECK(!std::get<ast::Quantity>(kit.amount.form).unit);
    CHECK(kit.unit->text == "mL");
    const auto& rod = std::get<ast::QuantityApproved>(item_at(items, 1).statements.front().form);
    CHECK(std::get<ast::Quantity>(rod.amount.form).unit->text == "in");
    CHECK(rod.unit->text == "cm");
    const auto& approve = std::get<ast::Approve>(item_at(items, 2).statements.front().form);
    CHECK(!approve.kind);
    CHECK(std::get<ast::Quantity>(approve.duration.form).unit->text == "month");
}

TEST_CASE("an item may be asked of some only; with `then` that is its condition") {
    const Parsed parsed(
        with_section("initial requires all of\n"
                     "  MIG. \"one\" if a is yes or b is yes\n  c is yes\n"
                     "  SPA-A. \"two\" if a is yes then b is yes\n"
                     "  DYS. if weight is at least 3 printed AND\n  c is yes\n"
                     "end\n"));
    const std::vector<ast::Statement>& members = group_of(section_of(parsed)).members;
    REQUIRE(members.size() == 3);
    const auto& only_if = std::get<ast::OnlyIf>(item_at(members, 0).statements.at(0).form);
    CHECK(std::get<ast::ConditionGroup>(only_if.condition.form).quantifier == ast::Quantifier::any_of);
    CHECK(std::holds_alternative<ast::Requirement>(item_at(members, 0).statements.at(1).form));
    CHECK(item_at(members, 1).label.text == "SPA-A");
    const auto& requirement = std::get<ast::Requirement>(item_at(members, 1).statements.at(0).form);
    CHECK(std::holds_alternative<ast::IfThen>(requirement.condition.form));
    REQUIRE(item_at(members, 2).statements.size() == 3);
    CHECK(std::holds_alternative<ast::OnlyIf>(item_at(members, 2).statements.at(0).form));
    CHECK(std::holds_alternative<ast::Printed>(item_at(members, 2).statements.at(1).form));
}

TEST_CASE("labels of words and of letters with a number make lists of their own kind") {
    const Parsed parsed(with_section(
        "initial requires all of\n"
        "  Z1. \"one\"\n  a is yes\n  any of\n    Z2. \"two\"\n    a is yes\n    Z3. \"three\"\n    a is yes\n  end\n"
        "  Z4. \"four\"\n  any of\n    MIG. \"below\"\n    a is yes\n    CM2. \"below\"\n    a is yes\n"
        "    any of\n      SPA. \"beside\"\n      a is yes\n    end\n  end\n"
        "end\n"
        "2. note \"x\"\n   reading Z4.MIG, MIG.a, MMC.Z1 \"text\" open\n"));
    const std::vector<ast::Statement>& members = group_of(section_of(parsed)).members;
    REQUIRE(members.size() == 3);
    CHECK(std::holds_alternative<ast::ItemGroup>(members[1].form));
    const auto& below = std::get<ast::ItemGroup>(item_at(members, 2).statements.at(0).form);
    REQUIRE(below.members.size() == 3);
    CHECK(std::holds_alternative<ast::ItemGroup>(below.members[2].form));
    const auto& note = item_at(section_of(parsed).statements, 1);
    const auto& reading = std::get<ast::Reading>(note.statements.back().form);
    REQUIRE(reading.items.size() == 3);
    CHECK(reading.items[0].section.empty());
    CHECK(reading.items[1].path == std::vector<std::string>{"MIG", "a"});
    CHECK(reading.items[2].section == "MMC");
}

TEST_CASE("types of facts") {
    const Parsed parsed(
        "facts f from provider\n  a : scale of low, high\n  \"the phrase\"\n  b : measured in g/dL between 0.5 and 25\n"
        "  c : number\n  d : date not before a\nend\n");
    REQUIRE_MESSAGE(parsed.file.has_value(), parsed.findings());
    const std::vector<ast::FactDeclaration>& facts = std::get<ast::FactsFile>(parsed.file->declared).facts.facts;
    REQUIRE(facts.size() == 4);
    CHECK(std::get<ast::ChoiceType>(facts[0].type).ordered);
    CHECK(!std::get<ast::ChoiceType>(facts[0].type).values.back().text);
    CHECK(facts[0].phrase->text == "the phrase");
    const auto& measured = std::get<ast::NumberType>(facts[1].type);
    CHECK(measured.measured);
    CHECK(measured.unit->text == "g/dL");
    CHECK(measured.between->least.digits == 5);
    CHECK(measured.between->most.digits == 25);
    CHECK(!std::get<ast::NumberType>(facts[2].type).unit);
    CHECK(std::holds_alternative<ast::DateType>(facts[3].type));
    CHECK(facts[3].not_before->text == "a");
}

TEST_CASE("what a scenario gives and expects in numbers") {
    const Parsed parsed(
        header +
        "scenario \"s\"\n  a 1500, b 1500 cells, c 1500 /mcL, d 2026-02, e 3 g on 2026, f 18 documented\n"
        "  expect approved\n    quantity kit 41.3 mL, by GATE\nend\n");
    const auto& scenario = std::get<ast::Scenario>(policy_of(parsed).blocks.front());
    REQUIRE(scenario.assignments.size() == 6);
    const auto& year = std::get<ast::Date>(scenario.assignments[0].value);
    CHECK(ast::as_number(year)->amount.digits == 1500);
    CHECK(std::get<ast::Quantity>(scenario.assignments[1].value).unit->text == "cells");
    CHECK(std::get<ast::Quantity>(scenario.assignments[2].value).unit->text == "/mcL");
    CHECK(!ast::as_number(std::get<ast::Date>(scenario.assignments[3].value)));
    const auto& measured = std::get<ast::Assignment::Measured>(scenario.assignments[4].value);
    CHECK(measured.on.year == 2026);
    CHECK(measured.on.month == 0);
    CHECK(!std::get<ast::Quantity>(scenario.assignments[5].value).unit);
    CHECK(scenario.assignments[5].evidence == Evidence::documented);
    const auto& quantity = std::get<ast::ExpectQuantity>(scenario.expectations.at(0).form);
    CHECK(quantity.what.text == "kit");
    CHECK(quantity.amount.amount.digits == 413);
    const auto& clauses = std::get<ast::ExpectClauses>(scenario.expectations.at(1).form);
    CHECK(clauses.clauses.front().first.section == "GATE");
    CHECK(clauses.clauses.front().first.path.empty());
}
