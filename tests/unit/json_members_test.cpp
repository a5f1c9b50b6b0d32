#include "pol/json/members.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace pol::json;

namespace {

/// The keys and values: `a=1 b=x`.
std::string shown(std::string_view object) {
    std::string text;
    for (const Member& member : members_of(object))
        text += (text.empty() ? "" : " ") + std::string(member.key) + "=" + std::string(member.value);
    return text;
}

std::string without_keys(std::string_view object, std::string_view keys) {
    std::vector<Member> members = members_of(object);
    std::erase_if(members, [&](const Member& member) { return keys.find(member.key) == std::string_view::npos; });
    std::string rest = without(object, members);
    CHECK(rest.size() == object.size());
    std::erase(rest, ' ');
    return rest;
}

}  // namespace

TEST_CASE("members are those of the object itself") {
    CHECK(shown(R"({"a":1,"b":"x"})") == "a=1 b=x");
    CHECK(shown(R"( { "a" : {"b":[1,{"c":"}]"}],"d":2} , "e" : null } )") ==
          R"(a={"b":[1,{"c":"}]"}],"d":2}  e=null )");
    CHECK(shown(R"({"a\"b":"c\\","d":"\""})") == R"(a\"b=c\\ d=\")");
    CHECK(shown("{}") == "");
}

TEST_CASE("what is no object has no members") {
    for (const char* text : {"", "[]", "{", "{\"a\"", "{\"a\":", "{\"a\":}", "{\"a\":1", "{\"a\":1]}", "{\"a\":1}}",
                             "{\"a\":\"", "{\"a\":\"\\", "{a:1}", "{\"a\":1,}", "{\"a\":[1}", "{\"a\":1} x", "\"a\""}) {
        CAPTURE(text);
        CHECK(members_of(text).empty());
    }
}

TEST_CASE("an object without some of its members is an object, and the others stay where they are") {
    constexpr std::string_view object = R"({ "a": 1, "b": "x" , "c": [2, 3] })";
    CHECK(without_keys(object, "") == R"({"a":1,"b":"x","c":[2,3]})");
    CHECK(without_keys(object, "a") == R"({"b":"x","c":[2,3]})");
    CHECK(without_keys(object, "b") == R"({"a":1,"c":[2,3]})");
    CHECK(without_keys(object, "c") == R"({"a":1,"b":"x"})");
    CHECK(without_keys(object, "ab") == R"({"c":[2,3]})");
    CHECK(without_keys(object, "bc") == R"({"a":1})");
    CHECK(without_keys(object, "ac") == R"({"b":"x"})");
    CHECK(without_keys(object, "abc") == "{}");
}
