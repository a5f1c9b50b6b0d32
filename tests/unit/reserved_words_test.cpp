// The reserved words stand in the grammar, in the hints and on the page for authors: one list in three places.

#include "compiler/parse/vocabulary.hpp"
#include "tests/support/golden.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace {

const std::filesystem::path root = POL_SOURCE_DIR;

/// What stands between `opening` and `closing`, each time, from `begin` of a text to `end`; sorted.
std::vector<std::string> words_between(std::string_view text, std::string_view begin, std::string_view end,
                                       std::string_view opening, std::string_view closing) {
    text.remove_prefix(text.find(begin) + begin.size());
    text = text.substr(0, text.find(end));
    std::vector<std::string> words;
    for (std::size_t at = text.find(opening); at != std::string_view::npos; at = text.find(opening, at)) {
        at += opening.size();
        const std::size_t length = text.find(closing, at) - at;
        words.emplace_back(text.substr(at, length));
        at += length + closing.size();
    }
    std::sort(words.begin(), words.end());
    return words;
}

}  // namespace

TEST_CASE("the grammar, the hints and the page for authors reserve the same words") {
    std::vector<std::string> in_hints = pol::parse_detail::reserved_words();
    std::sort(in_hints.begin(), in_hints.end());
    REQUIRE(in_hints.size() > 40);
    const std::string rules = pol::test::read_text(root / "grammar/lexical.hpp");
    CHECK(words_between(rules, "struct reserved_condition", "struct reserved ", "word<\"", "\">") == in_hints);
    const std::string page = pol::test::read_text(root / "docs/grammar.md") + "\n## ";
    CHECK(words_between(page, "No declared name can be one of these words:", "\nEvery other word", "`", "`") ==
          in_hints);
}
