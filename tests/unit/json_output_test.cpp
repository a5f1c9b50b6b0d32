#include "pol/date_text.hpp"
#include "runtime/json/decimal_text.hpp"
#include "runtime/json/output.hpp"
#include "runtime/json/text_layout.hpp"
#include "runtime/json/utf8.hpp"

#include <doctest/doctest.h>

#include <limits>

using namespace pol;
using namespace pol::json;

namespace {

std::string quoted(std::string_view text) {
    std::string output;
    append_quoted(output, text);
    return output;
}

}  // namespace

TEST_CASE("text becomes a JSON string in one way") {
    CHECK(quoted("") == "\"\"");
    CHECK(quoted("a \"b\" \\ /") == R"("a \"b\" \\ /")");
    CHECK(quoted("\b\f\n\r\t") == R"("\b\f\n\r\t")");
    CHECK(quoted(std::string_view("\0\x01\x1f\x7f", 4)) == R"("\u0000\u0001\u001f\u007f")");
    CHECK(quoted("Größe ≥ 5 </script>") == "\"Größe ≥ 5 </script>\"");
}

TEST_CASE("dates have four, two and two digits") {
    std::string dates = "from ";
    append_iso(dates, date_of(1800, 1, 1));
    CHECK(dates == "from 1800-01-01");
    CHECK(iso_text(date_of(2026, 12, 31)) == "2026-12-31");
}

TEST_CASE("quantities are exact decimals without trailing zeros") {
    CHECK(to_text(Decimal{100, 0}, 8) == "800");
    CHECK(to_text(Decimal{75, 1}, 1) == "7.5");
    CHECK(to_text(Decimal{75, 1}, 4) == "30");
    CHECK(to_text(Decimal{750, 2}, 3) == "22.5");
    CHECK(to_text(Decimal{1, 3}, 7) == "0.007");
    CHECK(to_text(Decimal{1, 1}, 3) == "0.3");
    CHECK(to_text(Decimal{0, 4}, 9) == "0");
    CHECK(to_text(Decimal{5, 1}, 0) == "0");
    CHECK(to_text(Decimal{-15, 1}, 3) == "-4.5");
    CHECK(to_text(Decimal{std::numeric_limits<std::int64_t>::max(), 0}, 1'000'000) == "9223372036854775807000000");
    CHECK(to_text(Decimal{std::numeric_limits<std::int64_t>::min(), 0}, 1) == "-9223372036854775808");
}

TEST_CASE("columns are aligned by characters and lines end in no blanks") {
    CHECK(table({{"ü", "one", "x"}, {"abc", "two"}, {"", "three", "y"}}) ==
          "  ü    one    x\n"
          "  abc  two\n"
          "       three  y\n");
    CHECK(table({{"a", ""}, {"bb", "c"}}) == "  a\n  bb  c\n");
    CHECK(table({}) == "");
}

TEST_CASE("long lists are broken between items") {
    const std::vector<std::string> lines = wrapped(std::vector<std::string>(8, "2026-07-01"), 10);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0] == "2026-07-01, 2026-07-01, 2026-07-01, 2026-07-01, 2026-07-01, 2026-07-01");
    CHECK(lines[1] == "2026-07-01, 2026-07-01");
    CHECK(wrapped({}, 10).empty());
}

TEST_CASE("only well-formed UTF-8 is taken for it") {
    CHECK(find_invalid_utf8("a ü ≥ 😀") == std::string_view::npos);
    CHECK(find_invalid_utf8("a\x80") == 1);
    CHECK(find_invalid_utf8("\xc0\x80") == 0);
    CHECK(find_invalid_utf8("\xe0\x9f\xbf") == 0);
    CHECK(find_invalid_utf8("\xed\xa0\x80") == 0);
    CHECK(find_invalid_utf8("\xf0\x8f\xbf\xbf") == 0);
    CHECK(find_invalid_utf8("\xf4\x90\x80\x80") == 0);
    CHECK(find_invalid_utf8("\xf5\x80\x80\x80") == 0);
    CHECK(find_invalid_utf8("ok\xe2\x89") == 2);
}
