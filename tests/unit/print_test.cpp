#include "compiler/ast/print.hpp"

#include "compiler/ast/layout.hpp"
#include "compiler/ast/words.hpp"
#include "compiler/ast/writer.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace pol;
using namespace pol::ast;

namespace {

Span at(std::uint32_t begin) { return {0, begin, begin + 1}; }

Comment comment(std::string text, std::uint32_t begin, bool own_line) {
    return {.text = std::move(text), .own_line = own_line, .span = at(begin)};
}

/// Four lines of source at 0, 4, 8 and 12, three characters each.
const SourceFile source("s.pol", "one\ntwo\nthr\nfou\n");

std::string laid_out(Writer& writer, const std::vector<Comment>& comments = {}) {
    return lay_out(writer.take_lines(), comments, source);
}

}  // namespace

TEST_CASE("the words of closed lists") {
    CHECK(outcome_words(Outcome::not_medically_necessary) == "not medically necessary");
    CHECK(outcome_words(Outcome::needs_information) == "needs information");
    CHECK(comparison_words(Comparison::is_at_most) == "is at most");
    CHECK(comparison_words(Comparison::is_more_than) == "is more than");
    CHECK(outcome_words(Outcome::refer) == "refer to");
    CHECK(short_months_words(ShortMonths::take_first_of_next) == "take the first of the next");
    CHECK(leap_birthday_words(LeapBirthday::february_28) == "28 February");
    CHECK(quantifier_words(Quantifier::at_least, Number{.value = 2, .span = {}}) == "at least 2 of");
    CHECK(quantifier_words(Quantifier::none_of, std::nullopt) == "none of");
}

TEST_CASE("values are written as an author writes them") {
    CHECK(written(Duration{.amount = {1, {}}, .unit = TimeUnit::years, .span = {}}) == "1 year");
    CHECK(written(Duration{.amount = {2, {}}, .unit = TimeUnit::weeks, .span = {}}) == "2 weeks");
    CHECK(written(ast::Decimal{.digits = 5, .places = 3, .span = {}}) == "0.005");
    CHECK(written(ast::Decimal{.digits = 1250, .places = 2, .span = {}}) == "12.50");
    CHECK(written(ast::Decimal{.digits = 100, .places = 0, .span = {}}) == "100");
    const auto quantity = [](std::int64_t digits, const char* unit) {
        return written(
            ast::Quantity{.amount = {digits, 1, {}}, .unit = ast::Name{.text = unit, .span = {}}, .span = {}});
    };
    CHECK(quantity(72, "kg") == "7.2 kg");
    CHECK(quantity(200, "%") == "20.0%");
    CHECK(quantity(15, "/mcL") == "1.5 /mcL");
    CHECK(written(ast::Quantity{.amount = {3, 0, {}}, .unit = std::nullopt, .span = {}}) == "3");
    for (const char* unit : {"month", "months"}) {
        const ast::Name name{.text = unit, .span = {}};
        CHECK(written(ast::Quantity{.amount = {1, 0, {}}, .unit = name, .span = {}}) == "1 month");
        CHECK(written(ast::Quantity{.amount = {2, 0, {}}, .unit = name, .span = {}}) == "2 months");
    }
    CHECK(written(ast::Date{.year = 2024, .month = 4, .day = 0, .span = {}}) == "2024-04");
    CHECK(written(ast::Date{.year = 987, .month = 0, .day = 0, .span = {}}) == "0987");
    CHECK(written(ast::Text{.text = "a \"b\" \\", .span = {}}) == R"("a \"b\" \\")");
    CHECK(written(ItemReference{.section = "MMC", .path = {"9", "b"}, .span = {}}) == "MMC.9.b");
    CHECK(written(ItemReference{.section = "", .path = {"*1"}, .span = {}}) == "*1");
}

TEST_CASE("four digits are a year, or the number of a fact that is one") {
    const auto date = [](int month, std::uint32_t length) {
        return ast::Date{.year = 1500, .month = month, .day = 0, .span = {0, 0, length}};
    };
    REQUIRE(as_number(date(0, 4)));
    CHECK(written(*as_number(date(0, 4))) == "1500");
    CHECK(!as_number(date(2, 7)));
    CHECK(!as_number(date(0, 7)));
}

TEST_CASE("columns of a group are aligned over all its lines, those of others are not") {
    Writer writer;
    const ColumnGroup group = writer.new_group();
    writer.in(group).words("number").column().words("one").end_line();
    writer.words("a line outside of the group").column().words("x").end_line();
    writer.in(group).words("effective").column().words("two").column(3).words("three").end_line();
    writer.in(group).column().words("below").end_line();
    CHECK(laid_out(writer) ==
          "number     one\n"
          "a line outside of the group  x\n"
          "effective  two   three\n"
          "           below\n");
}

TEST_CASE("columns are counted in terminal columns and from the left margin") {
    Writer writer;
    const ColumnGroup group = writer.new_group();
    writer.in(group).words("日本").column().words("x").end_line();
    writer.indent(2);
    writer.in(group).words("é").column().words("x").end_line();
    writer.outdent(2);
    CHECK(laid_out(writer) == "日本  x\n  é   x\n");
}

TEST_CASE("a very wide cell leaves its neighbours where they are") {
    Writer writer;
    const ColumnGroup group = writer.new_group();
    writer.in(group).words("short").column().words("x").end_line();
    writer.in(group).words(std::string(90, 'a')).column().words("y").end_line();
    CHECK(laid_out(writer) == "short  x\n" + std::string(90, 'a') + "  y\n");
}

TEST_CASE("a long list goes on below, further in") {
    Writer writer;
    const std::vector<ast::Name> names(12, ast::Name{.text = "federal_employee", .span = {}});
    writer.words("for");
    write_list(writer, names);
    writer.end_line();
    const std::string name = "federal_employee, ";
    CHECK(laid_out(writer) == "for " + name + name + name + name + name + "federal_employee,\n  " + name + name + name +
                                  name + name + "federal_employee\n");
}

TEST_CASE("comments stay beside their words, above and behind, and after all of them") {
    Writer writer;
    writer.at(at(0)).words("one").open();
    writer.at(at(4)).words("two").end_line();
    writer.close({0, 0, 11});
    writer.end_line();
    const std::vector<Comment> comments = {comment("# above two  ", 3, true), comment("# behind two", 7, false),
                                           comment("# above end", 8, true), comment("# last", 15, true)};
    CHECK(laid_out(writer, {comments[0], comments[1]}) == "one\n  # above two\n  two  # behind two\nend\n");
    writer.at(at(0)).words("one").open();
    writer.at(at(4)).words("two").end_line();
    writer.close({0, 0, 14});
    writer.end_line();
    CHECK(laid_out(writer, {comments[2], comments[3]}) == "one\n  two\n  # above end\nend\n# last\n");
}

TEST_CASE("of two comments that would end a line the first goes above it") {
    Writer writer;
    writer.at(at(0)).words("one,").at(at(4)).words("two").end_line();
    CHECK(laid_out(writer, {comment("# a", 3, false), comment("# b", 7, false)}) == "# a\none, two  # b\n");
}

TEST_CASE("comments at the ends of a group's lines stand in one column") {
    Writer writer;
    const ColumnGroup group = writer.new_group();
    writer.in(group).at(at(0)).words("one").end_line();
    writer.in(group).at(at(4)).words("longer").end_line();
    CHECK(laid_out(writer, {comment("# a", 3, false), comment("# b", 7, false)}) == "one     # a\nlonger  # b\n");
}

TEST_CASE("empty lines of the source stay, one each, but not at the edges of a block") {
    const SourceFile spaced("s.pol", "one\n\ntwo\n\n\n# c\n\nthree\n\nend\n");
    Writer writer;
    writer.at(at(0)).words("one").open();
    writer.at(at(5)).words("two").end_line();
    writer.at(at(16)).words("three").end_line();
    writer.close({0, 0, 26});
    writer.end_line();
    CHECK(lay_out(writer.take_lines(), {comment("# c", 11, true)}, spaced) == "one\n  two\n\n  # c\n\n  three\nend\n");
}
