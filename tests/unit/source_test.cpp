#include "compiler/source/characters.hpp"
#include "compiler/source/counted.hpp"
#include "compiler/source/source_map.hpp"

#include <doctest/doctest.h>

using pol::SourceFile;
using pol::SourceMap;

TEST_CASE("lines are found by offset, also at line ends and past the end") {
    const SourceFile file("a.pol", "one\ntwo\n\nfour");
    CHECK(file.line_count() == 4);
    CHECK(file.line_of(0) == 1);
    CHECK(file.line_of(3) == 1);
    CHECK(file.line_of(4) == 2);
    CHECK(file.line_of(8) == 3);
    CHECK(file.line_of(9) == 4);
    CHECK(file.line_of(1000) == 4);
    CHECK(file.line_begin(4) == 9);
    CHECK(file.line_text(2) == "two");
    CHECK(file.line_text(3).empty());
    CHECK(file.line_text(4) == "four");
}

TEST_CASE("a final line end begins an empty last line") {
    const SourceFile file("a.pol", "one\n");
    CHECK(file.line_count() == 2);
    CHECK(file.line_text(2).empty());
    CHECK(file.column_of(4) == 1);
}

TEST_CASE("the carriage return of a line end is not part of the line") {
    const SourceFile file("a.pol", "one\r\ntwo\r\n");
    CHECK(file.line_text(1) == "one");
    CHECK(file.line_text(2) == "two");
    CHECK(file.line_of(5) == 2);
}

TEST_CASE("columns count characters, not bytes") {
    const SourceFile file("a.pol", "x\n\"äé日\" y");
    CHECK(file.column_of(2) == 1);
    CHECK(file.column_of(3) == 2);
    CHECK(file.column_of(5) == 3);
    CHECK(file.column_of(10) == 5);
}

TEST_CASE("an empty file has one empty line") {
    const SourceFile file("a.pol", "");
    CHECK(file.line_count() == 1);
    CHECK(file.line_of(0) == 1);
    CHECK(file.column_of(0) == 1);
    CHECK(file.line_text(1).empty());
}

TEST_CASE("a map hands out numbers, and references survive further files") {
    SourceMap map;
    const std::uint32_t first = map.add("a.pol", "alpha beta");
    const SourceFile& kept = map.file(first);
    for (int i = 0; i < 100; ++i) map.add("b.pol", "text");
    CHECK(&kept == &map.file(first));
    CHECK(map.text({.file = first, .begin = 6, .end = 10}) == "beta");
    CHECK(map.file(100).name() == "b.pol");
}

TEST_CASE("characters are read whole, and bytes that are none come one at a time") {
    CHECK(pol::first_character("a").code_point == 'a');
    CHECK(pol::first_character("é!").bytes == 2);
    CHECK(pol::first_character("日").code_point == 0x65E5);
    CHECK(pol::first_character("\xF0\x9F\x92\x89").code_point == 0x1F489);
    for (const char* broken :
         {"\xFF", "\xC3", "\xC3(", "\xE6\x97", "\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80"}) {
        CHECK_FALSE(pol::first_character(broken).valid);
        CHECK(pol::first_character(broken).bytes == 1);
    }
}

TEST_CASE("widths are those of a terminal") {
    CHECK(pol::display_width("abc") == 3);
    CHECK(pol::display_width("naïve") == 5);
    CHECK(pol::display_width("e\xCC\x81") == 1);
    CHECK(pol::display_width("日本") == 4);
    CHECK(pol::display_width("\xFFx") == 2);
    CHECK(pol::is_unprintable(0x1B));
    CHECK(pol::is_unprintable(0x202E));
    CHECK_FALSE(pol::is_unprintable('x'));
}

TEST_CASE("counts agree with what is counted") {
    CHECK(pol::counted(1, "scenario") == "1 scenario");
    CHECK(pol::counted(0U, "scenario") == "0 scenarios");
    CHECK(pol::counted(2, "box", "boxes") == "2 boxes");
}
