#include "runtime/json/cursor.hpp"
#include "runtime/json/syntax_error.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <random>
#include <string>
#include <string_view>

using namespace pol::json;
using namespace std::string_view_literals;

namespace {

/// Whether somebody else's strict reader takes the text. It takes a zero byte for the end.
bool is_json(std::string_view text) {
    return text.find('\0') == std::string_view::npos && nlohmann::json::accept(text.begin(), text.end());
}

/// That reader refuses what is too large for a floating-point number, too.
bool has_large_exponent(std::string_view text) {
    try {
        return nlohmann::json::parse(text).is_discarded();
    } catch (const nlohmann::json::out_of_range&) {
        return true;
    } catch (const nlohmann::json::exception&) {
        return false;
    }
}

/// Goes through texts as the reader of requests does, and keeps what they say.
class Copier {
public:
    [[nodiscard]] bool copy(std::string_view text) {
        const Structure* const structure = finder_.find(text);
        if (structure == nullptr) return false;
        unescaped_.clear();
        unescaped_.reserve(2 * text.size() + readable_behind);
        Cursor cursor(*structure, &unescaped_);
        return take(cursor, copied_) && cursor.is_at_end();
    }
    [[nodiscard]] const nlohmann::ordered_json& copied() const { return copied_; }

private:
    [[nodiscard]] bool take(Cursor& cursor, nlohmann::ordered_json& json) {
        if (cursor.next() == '{') return take_object(cursor, json);
        if (cursor.next() == '[') return take_array(cursor, json);
        Node node;
        if (!cursor.take(node)) return false;
        json = node.kind == NodeKind::string ? nlohmann::ordered_json(node.text)
                                             : nlohmann::ordered_json::parse(node.text);
        return true;
    }
    [[nodiscard]] bool take_object(Cursor& cursor, nlohmann::ordered_json& json) {
        json = nlohmann::ordered_json::object();
        return cursor.members([&](std::string_view key) { return take(cursor, json[std::string(key)]); });
    }
    [[nodiscard]] bool take_array(Cursor& cursor, nlohmann::ordered_json& json) {
        json = nlohmann::ordered_json::array();
        return cursor.elements([&] {
            json.emplace_back();
            return take(cursor, json.back());
        });
    }

    StructureFinder finder_;
    std::string unescaped_;
    nlohmann::ordered_json copied_;
};

/// That the quick reader, the one that explains and nlohmann agree about a text.
void compare(Copier& copier, const std::string& text) {
    if (has_large_exponent(text)) return;
    CAPTURE(text);
    const bool is_read = copier.copy(text);
    REQUIRE(is_read == is_json(text));
    REQUIRE(is_read == find_syntax_error(text).message.empty());
    if (is_read) REQUIRE(copier.copied() == nlohmann::ordered_json::parse(text));
}

std::string mutated(std::string text, std::mt19937& random) {
    constexpr std::string_view own = "{}[]\",:\\ 0123456789-+eE.tfnul\xff\xc3\x00\t\n\r\f/udD8"sv;
    const auto below = [&](std::size_t bound) { return static_cast<std::size_t>(random() % bound); };
    for (std::size_t changes = 1 + below(3); changes > 0; --changes) {
        const std::size_t at = below(text.size());
        if (below(2) == 0)
            text[at] = own[below(own.size())];
        else
            text.insert(at, 1, own[below(own.size())]);
        if (below(6) == 0) text.erase(at, 1 + below(3));
        if (text.empty()) return "{}";
    }
    return text;
}

}  // namespace

TEST_CASE("what is JSON and what is not") {
    Copier copier;
    for (const std::string_view text :
         {"{}"sv, "[]"sv, " {\r\n\t} "sv, "1"sv, "-0"sv, "0.5e+10"sv, "\"\""sv, "true"sv, " null "sv, "[[],{}]"sv,
          R"({"a":1,"a":2})"sv, R"(["\u00e9\ud83d\ude00\n\/"])"sv, R"({"\u0061":"\"\\"})"sv, R"("a,b:{[")"sv,
          "{ \"a\" :\n[ 1 ,\ttrue , \"x\" ] , \"b\" : { } }"sv,
          // Not JSON.
          ""sv, " "sv, "{"sv, "}"sv, "{}}"sv, "{},"sv, "[1,]"sv, "{\"a\":1,}"sv, "{\"a\"}"sv, "{\"a\" 1}"sv, "{1:2}"sv,
          "[1 2]"sv, "[1\"a\"]"sv, "[\"a\"1]"sv, "[\"a\"b]"sv, "{\"a\"b:1}"sv, "01"sv, "-"sv, "1."sv, ".5"sv, "+1"sv,
          "1e"sv, "1e+"sv, "0x10"sv, "tru"sv, "truee"sv, "nul"sv, "True"sv, "[1}"sv, "{\"a\":1]"sv, "\"a"sv, "\"\\\""sv,
          "\"\\q\""sv, "\"\\u12g4\""sv, "\"\\ud800\""sv, "\"\\ud800x\""sv, "\"\\ud800\\u0041\""sv, "\"\\udc00\""sv,
          "\"\x01\""sv, "\"\n\""sv, "\"\xff\""sv, "[1\f]"sv, "\0"sv, "{}\0"sv, "\"\0\""sv, "[1\0]"sv, "'a'"sv,
          "/**/1"sv})
        compare(copier, std::string(text));
}

TEST_CASE("changed texts are taken or refused as by a strict reader") {
    constexpr std::string_view seeds[] = {
        R"({"id":"a \"b\"","n":[1,-2.5,0.0e-1,true,false,null],"deep":{"list":[{"a":"\u00fc"},{}]}})",
        R"( { "x" : "y" , "z" : [ ] , "\u0041\ud83d\ude00" : 12345678901234567890 } )",
        R"(["a","b\\",{"c":{"d":[[],[{}]]}},1E5])",
    };
    std::mt19937 random(20260701);
    Copier copier;
    for (std::size_t i = 0; i < 25'000; ++i) compare(copier, mutated(std::string(seeds[i % std::size(seeds)]), random));
}

TEST_CASE("texts of many sizes are read one after the other") {
    Copier copier;
    for (std::size_t size = 0; size < 300; ++size) compare(copier, "[\"" + std::string(size, 'x') + "\"]");
    std::string wide = "[0";
    for (int i = 1; i < 20'000; ++i) wide += ",{\"a\":" + std::to_string(i) + "}";
    compare(copier, wide + "]");
    compare(copier, "{\"small\":[1]}");
}

TEST_CASE("values lie in values sixteen deep and no deeper") {
    Copier copier;
    CHECK(copier.copy(std::string(16, '[') + std::string(16, ']')));
    CHECK_FALSE(copier.copy(std::string(17, '[') + std::string(17, ']')));
    CHECK(find_syntax_error(std::string(17, '[') + std::string(17, ']')).message == "nested too deeply");
}

TEST_CASE("the first byte that no JSON could have is named") {
    CHECK(find_syntax_error(R"({"a":[1,,2]})").message == "not JSON at byte 9, near `{\"a\":[1,,`");
    CHECK(find_syntax_error(R"({"a":[{"b c":x}]})").path == R"($.a[0]["b c"])");
    CHECK(find_syntax_error(R"({"a":"\u12)").is_cut_off);
    CHECK_FALSE(find_syntax_error(R"({"a":"\u12")").is_cut_off);
}
