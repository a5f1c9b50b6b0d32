// Reading whole files: what the tree holds, what is accepted about bytes and lines, and every slip with its finding.

#include "compiler/parse/parse.hpp"

#include "compiler/ast/print.hpp"
#include "tests/support/golden.hpp"
#include "tests/unit/parse/parsed.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

using namespace pol;
using namespace pol::test;

namespace {

const std::filesystem::path root = POL_SOURCE_DIR;

}  // namespace

TEST_CASE("the files of good goldens and the policies can be read, and print as expected") {
    for (const auto& path : test::golden_inputs(root / "tests/golden/parse/good")) {
        const Parsed parsed(test::read_text(path));
        CHECK_MESSAGE(parsed.findings().empty(), path.string(), "\n", parsed.findings());
        if (!parsed.file) continue;
        const std::string differs = test::compare_golden(path, ".fmt", ast::print(*parsed.file, parsed.sources));
        CHECK_MESSAGE(differs.empty(), differs);
    }
    for (const auto& path : test::golden_inputs(root / "policies")) {
        const Parsed parsed(test::read_text(path));
        CHECK_MESSAGE(parsed.file.has_value(), path.string(), "\n", parsed.findings());
    }
    CHECK(test::leftover_expectations(root / "tests/golden/parse/good", ".fmt").empty());
}

TEST_CASE("every typical slip gives its findings and no others") {
    const std::filesystem::path folder = root / "tests/golden/parse/bad";
    for (const auto& path : test::golden_inputs(folder)) {
        const Parsed parsed(test::read_text(path), path.filename().string());
        CHECK_MESSAGE(!parsed.file.has_value(), path.string());
        CHECK_MESSAGE(parsed.sink.has_errors(), path.string());
        const std::string differs = test::compare_golden(path, ".err", parsed.findings());
        CHECK_MESSAGE(differs.empty(), differs);
    }
    CHECK(test::leftover_expectations(folder, ".err").empty());
}

TEST_CASE("no finding speaks of the grammar or of C++") {
    for (const auto& path : test::golden_inputs(root / "tests/golden/parse/bad")) {
        const std::vector<Finding> findings = Parsed(test::read_text(path)).sink.sorted();
        for (const Finding& finding : findings) {
            for (const char* word : {"token", "rule", "pegtl", "::", "parse", "syntax", "<", "null"}) {
                const bool speaks = finding.message.find(word) != std::string::npos;
                CHECK_MESSAGE(!speaks, path.string(), ": ", finding.message);
            }
            CHECK(finding.message.back() != '.');
        }
    }
}

TEST_CASE("line ends, byte-order mark, tabs and a missing last line end are accepted") {
    const std::string text = with_section("  for medicaid_harp   # a comment\n  1. note \"text\"\n");
    std::string with_returns;
    for (const char sign : text) with_returns += sign == '\n' ? std::string("\r\n") : std::string(1, sign);
    std::string with_tabs = text;
    for (std::size_t at = with_tabs.find("  "); at != std::string::npos; at = with_tabs.find("  ", at)) {
        with_tabs.replace(at, 2, "\t");
    }
    const Parsed plain(text);
    const std::string printed = ast::print(*plain.file, plain.sources);
    for (const std::string& variant : {with_returns, with_tabs, "\xEF\xBB\xBF" + text, text.substr(0, text.size() - 1),
                                       "\n\n# first\n" + text + "# last", text + "\n \t\n"}) {
        const Parsed parsed(variant);
        REQUIRE_MESSAGE(parsed.file.has_value(), parsed.findings());
        const std::string again = ast::print(*parsed.file, parsed.sources);
        CHECK(again.find(printed.substr(0, printed.size() - 1)) != std::string::npos);
    }
}

TEST_CASE("comments are kept with their place") {
    const Parsed parsed("# first\n" + with_section("  1. note \"no # comment\"   # second  \n"));
    REQUIRE(parsed.file.has_value());
    REQUIRE(parsed.file->comments.size() == 2);
    CHECK(parsed.file->comments[0].text == "# first");
    CHECK(parsed.file->comments[0].own_line);
    CHECK(parsed.file->comments[1].text == "# second");
    CHECK(!parsed.file->comments[1].own_line);
    CHECK(parsed.text(parsed.file->comments[1].span) == "# second");
}

TEST_CASE("spans hold the author's words") {
    const Parsed parsed(
        with_section("  9. \"six \\\"months\\\"\"   # comment\n     approve 6 months from date_of_service\n"));
    const ast::Section& section = section_of(parsed);
    CHECK(parsed.text(section.span).ends_with("criteria not met\nend"));
    CHECK(parsed.text(section.id.span) == "MMC");
    const ast::Item& item = item_at(section.statements, 0);
    CHECK(parsed.text(item.label.span) == "9.");
    CHECK(item.text->text == "six \"months\"");
    CHECK(parsed.text(item.span).ends_with("date_of_service"));
    const auto& approve = std::get<ast::Approve>(item.statements.front().form);
    CHECK(parsed.text(approve.duration.span) == "6 months");
    CHECK(std::get<ast::Quantity>(approve.duration.form).unit->text == "months");
    CHECK(parsed.text(section.statements.back().span) == "otherwise criteria not met");
}

TEST_CASE("an item runs to the next label of its list") {
    const Parsed parsed(with_section(
        "initial requires all of\n"
        "  1. \"one\"   printed AND\n     a is yes\n     reading 1 \"own\" open\n"
        "  any of\n    2. \"two\"\n       a is no\n    3. \"three\"\n       b is no\n  end\n"
        "  reading 2, 3 \"of the group\" open\n"
        "  4. \"one of these\"\n  any of\n    a. \"x\"\n       a is yes\n    b. \"y\"\n       b is yes\n  end\n"
        "  items 1 to 2\n"
        "end\n"));
    const std::vector<ast::Statement>& members = group_of(section_of(parsed)).members;
    REQUIRE(members.size() == 5);
    CHECK(item_at(members, 0).statements.size() == 3);
    CHECK(std::get<ast::ItemGroup>(members[1].form).members.size() == 2);
    CHECK(std::holds_alternative<ast::Reading>(members[2].form));
    REQUIRE(item_at(members, 3).statements.size() == 1);
    CHECK(std::holds_alternative<ast::ItemGroup>(item_at(members, 3).statements[0].form));
    CHECK(std::holds_alternative<ast::ItemsAgain>(members[4].form));
}

TEST_CASE("letters and roman numbers of one list are told from a list below an item") {
    const Parsed parsed(
        with_section("initial requires all of\n"
                     "  g. \"seventh\"\n     a is yes\n  h. \"eighth\"\n     a is yes\n"
                     "  any of\n    i. \"ninth\"\n       a is yes\n    j. \"tenth\"\n       a is yes\n  end\n"
                     "  k. \"eleventh\"\n  any of\n    i. \"first below\"\n       a is yes\n    ii. \"second below\"\n "
                     "      a is yes\n  end\n"
                     "end\n"));
    const std::vector<ast::Statement>& members = group_of(section_of(parsed)).members;
    REQUIRE(members.size() == 4);
    CHECK(std::holds_alternative<ast::ItemGroup>(members[2].form));
    CHECK(item_at(members, 3).label.text == "k");
    CHECK(item_at(members, 3).statements.size() == 1);
}

TEST_CASE("a group that begins with 1 is a list of its own below a number") {
    const Parsed parsed(with_section(
        "initial requires all of\n"
        "  1. \"first\"\n     a is yes\n  2. \"second\"\n  any of\n    1. \"first below\"\n       a is yes\n"
        "    2. \"second below\"\n       a is yes\n  end\n"
        "  any of\n    3. \"third\"\n       a is yes\n    4. \"fourth\"\n       a is yes\n  end\n"
        "end\n"));
    const std::vector<ast::Statement>& members = group_of(section_of(parsed)).members;
    REQUIRE(members.size() == 3);
    CHECK(item_at(members, 1).statements.size() == 1);
    CHECK(std::holds_alternative<ast::ItemGroup>(members[2].form));
}

TEST_CASE("conditions keep their form") {
    const Parsed parsed(
        with_section("1. excluded when attested a is yes unless attested b is no\n"
                     "2. excluded when a is yes and\n     b is no and c is not d\n"
                     "3. excluded when at least 2 of\n  a is one of x, y\n  b is yes\nend\n"
                     "4. excluded when age at first_start is more than 2 years\n"));
    const std::vector<ast::Statement>& items = section_of(parsed).statements;
    const auto condition = [&](std::size_t at) -> const ast::Condition& {
        return *std::get<ast::Determination>(item_at(items, at).statements.front().form).condition;
    };
    const auto& unless = std::get<ast::Unless>(condition(0).form);
    REQUIRE(unless.parts.size() == 2);
    CHECK(std::holds_alternative<ast::Supported>(unless.parts[0].form));
    CHECK(std::holds_alternative<ast::Supported>(unless.parts[1].form));
    const auto& both = std::get<ast::ConditionGroup>(condition(1).form);
    CHECK(both.infix);
    CHECK(both.quantifier == ast::Quantifier::all_of);
    REQUIRE(both.members.size() == 3);
    CHECK(std::get<ast::FactTest>(both.members[2].form).comparison == ast::Comparison::is_not);
    const auto& some = std::get<ast::ConditionGroup>(condition(2).form);
    CHECK(some.quantifier == ast::Quantifier::at_least);
    CHECK(some.count->value == 2);
    CHECK(parsed.text(some.opening) == "at least 2 of");
    CHECK(std::get<ast::FactTest>(some.members[0].form).values.size() == 2);
    CHECK(std::get<ast::AgeTest>(condition(3).form).comparison == ast::Comparison::is_more_than);
}

TEST_CASE("references inside a block may name it all the same") {
    const Parsed parsed(with_section("1. note \"text\"\n   reading 1, 9.b, *2, MMC.5, IV.1 \"text\" open\n"));
    const auto& reading = std::get<ast::Reading>(item_at(section_of(parsed).statements, 0).statements.back().form);
    REQUIRE(reading.items.size() == 5);
    CHECK(reading.items[1].path == std::vector<std::string>{"9", "b"});
    CHECK(reading.items[2].path == std::vector<std::string>{"*2"});
    CHECK(reading.items[3].section == "MMC");
    CHECK(reading.items[3].path == std::vector<std::string>{"5"});
    CHECK(reading.items[4].section.empty());
}

TEST_CASE("`not in document` belongs to the code before it") {
    const Parsed parsed(
        "facts f from provider\n  a : one of x, y   not in document \"one\"\n"
        "  icd10cm G12.21 for x\n  not in document \"two\"\nend\n");
    REQUIRE_MESSAGE(parsed.file.has_value(), parsed.findings());
    const ast::FactDeclaration& fact = std::get<ast::FactsFile>(parsed.file->declared).facts.facts.front();
    CHECK(fact.not_in_document->text == "one");
    CHECK(fact.codes.front().not_in_document->text == "two");
    CHECK(fact.codes.front().code.text == "G12.21");
}

TEST_CASE("independent slips are all reported") {
    const Parsed parsed(header +
                        "section A \"A\"\n  1. \"one\"\n     excluded whn a is yes\n  otherwise\nend\n"
                        "section B \"B\"\n  1. approve 6 months\n  otherwise review\nend\n"
                        "scenario \"s\"\n  a = yes\n  expect nothing\nend\n");
    CHECK(parsed.sink.error_count() == 5);
}

TEST_CASE("many slips end in a limit, not in a flood") {
    std::string lines;
    for (int at = 0; at < 2000; ++at) lines += "  excluded wen a is yes\n";
    const Parsed parsed(with_section(lines));
    CHECK(parsed.sink.error_count() == 50);
}

TEST_CASE("a file can be too large") {
    const Parsed just(with_section("") + std::string(max_file_bytes, '\n').substr(with_section("").size()));
    CHECK(just.file.has_value());
    const Parsed parsed(std::string(max_file_bytes + 1U, '\n'), "file_too_large.pol");
    CHECK(parsed.codes() == std::vector<FindingCode>{FindingCode::file_too_large});
    // The input is made here, as 4 MB of it would say no more; its findings lie where those of files do.
    const std::filesystem::path made = root / "tests/golden/parse/made/file_too_large.pol";
    const std::string differs = test::compare_golden(made, ".err", parsed.findings());
    CHECK_MESSAGE(differs.empty(), differs);
}

TEST_CASE("nesting has a bound, well before the machine's") {
    const auto nested = [](int depth) {
        std::string opening;
        std::string closing;
        for (int at = 0; at < depth; ++at) {
            opening += "all of\n";
            closing += "end\n";
        }
        return with_section("1. excluded when " + opening + "a is yes\n" + closing);
    };
    CHECK(Parsed(nested(max_nesting - 1)).file.has_value());
    CHECK(Parsed(nested(max_nesting)).codes() == std::vector<FindingCode>{FindingCode::nested_too_deeply});
    CHECK(Parsed(nested(100000)).codes() == std::vector<FindingCode>{FindingCode::nested_too_deeply});
    const auto in_parentheses = [](std::size_t depth) {
        return header + "define x = " + std::string(depth, '(') + "a" + std::string(depth, ')') + "\n";
    };
    CHECK(Parsed(in_parentheses(max_nesting)).file.has_value());
    CHECK(Parsed(in_parentheses(max_nesting + 1U)).codes() == std::vector<FindingCode>{FindingCode::nested_too_deeply});
    CHECK(Parsed(in_parentheses(100000)).codes() == std::vector<FindingCode>{FindingCode::nested_too_deeply});
    CHECK(Parsed(with_section("1. excluded when " + std::string(100000, '(') + "\n")).sink.has_errors());
    std::string open;
    for (int at = 0; at < 100000; ++at) open += "any of\n";
    CHECK(Parsed(with_section("1. excluded when " + open)).sink.has_errors());
}

TEST_CASE("bytes that are no text are findings wherever they stand") {
    for (const char* bytes : {"\xFF", "\xC3", "\xC0\xAF", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xE2\x82"}) {
        CHECK(Parsed(with_section("# " + std::string(bytes) + "\n")).codes() ==
              std::vector<FindingCode>{FindingCode::not_utf8});
    }
    CHECK(Parsed(with_section("1. note \"caf\xC3\xA9 \xF0\x9F\x92\x8A\"   # \xE2\x80\x93\n")).file.has_value());
    CHECK(Parsed(with_section("1. note \"a\rb\"\n")).codes() ==
          std::vector<FindingCode>{FindingCode::control_character});
}
