#include "compiler/emit/emit.hpp"

#include "compiler/emit/names.hpp"
#include "compiler/emit/text.hpp"
#include "tests/support/sample_models.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

using pol::emission::comment;
using pol::emission::literal;

TEST_CASE("an author's text cannot leave its string literal") {
    CHECK(literal("say \"no\" \\") == R"("say \"no\" \\")");
    CHECK(literal("line\nbreak\ttab") == R"("line\012break\011tab")");
    CHECK(literal("what?\?/") == R"("what?\?/")");
    CHECK(literal("caf\xc3\xa9 \xe2\x89\xa5 18 \xf0\x9f\x92\x8a") == R"("caf\u00e9 \u2265 18 \U0001f48a")");
}

TEST_CASE("bytes that are not UTF-8 stay the bytes they are") {
    CHECK(literal("\xff") == R"("\377")");
    CHECK(literal("\xc3") == R"("\303")");
    CHECK(literal("\xed\xa0\x80") == R"("\355\240\200")");
    CHECK(literal("\xc0\xaf") == R"("\300\257")");
}

TEST_CASE("a comment ends with its line, whatever it says") {
    CHECK(comment("ends in a backslash \\") == "ends in a backslash \\.");
    CHECK(comment("ends in a backslash \\  ") == "ends in a backslash \\.");
    CHECK(comment("trigraph ?\?/") == "trigraph ?\?/.");
    CHECK(comment("*/ int x; /* \n more") == "*/ int x; /*   more");
    CHECK(comment("caf\xc3\xa9") == "caf\xc3\xa9");
    // A mark that turns the direction of writing could make a comment look like code.
    CHECK(comment("a\xe2\x80\xae"
                  "b") == "a\\u202eb");
}

TEST_CASE("names keep clear of keywords, macros and each other") {
    pol::emission::Scope scope;
    CHECK(scope.take("class") == "class_");
    CHECK(scope.take("linux") == "linux_");
    CHECK(scope.take("dose") == "dose");
    CHECK(scope.take("dose") == "dose_2");
    CHECK(pol::emission::identifier("MCR.*1") == "MCR_star_1");
    CHECK(pol::emission::identifier("a__b") == "a_b");
    CHECK(pol::emission::pascal_case("als_specialist") == "AlsSpecialist");
}

TEST_CASE("the same policy gives the same bytes, and no path or time of its own") {
    const pol::model::Policy policy = pol::testing::qalsody_model();
    const pol::EmitOptions options{.enclosing_namespace = "plan::drugs", .base_name = "qalsody"};
    const pol::GeneratedCode once = pol::emit(policy, options);
    const pol::GeneratedCode again = pol::emit(policy, options);
    CHECK(once.header == again.header);
    CHECK(once.source == again.source);
    CHECK(once.header.find("namespace plan::drugs::qalsody {") != std::string::npos);
    CHECK(once.source.find(POL_SOURCE_DIR) == std::string::npos);
}

TEST_CASE("forms are filled by name, and doubled braces are braces") {
    using pol::emission::filled;
    CHECK(filled("no hole", {}) == "no hole");
    CHECK(filled("{a}{b}, {a}", {{"a", "{1}"}, {"b", ""}}) == "{1}, {1}");
    CHECK(filled("{{ {a} }}{{{a}}}", {{"a", "x"}}) == "{ x }{x}");
    CHECK(filled("", {}).empty());
    CHECK(pol::emission::together({"a", "", "bc"}) == "abc");
    CHECK(pol::emission::joined({"a", "", "b"}, "; ") == "a; ; b");
    CHECK(pol::emission::joined({}).empty());
}

TEST_CASE("long lists are filled, long groups stand one member a line") {
    const std::vector<std::string> names(12, "Clause::MMC_1");
    const std::string filled = pol::emission::filled_call("clauses(", names, 4);
    CHECK(filled.find('\n') != std::string::npos);
    CHECK(pol::emission::call("all_of(", {"a", "b"}, 4) == "all_of(a, b)");
    CHECK(pol::emission::call("at_least(2, ", {"a\nb", "c"}, 4) == "at_least(2,\n        a\nb,\n        c)");
}

}  // namespace
