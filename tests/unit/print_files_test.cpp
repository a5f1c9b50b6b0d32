// What the formatter promises, on every file of the repository that can be read.

#include "compiler/ast/print.hpp"
#include "compiler/diagnostics/render.hpp"
#include "compiler/parse/parse.hpp"
#include "tests/support/golden.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

using namespace pol;

namespace {

const std::filesystem::path root = POL_SOURCE_DIR;

struct Formatted {
    std::optional<std::string> text;
    std::string findings;
};

Formatted format(const std::string& text) {
    SourceMap sources;
    Sink sink;
    const std::uint32_t number = sources.add("input.pol", text);
    const std::optional<ast::File> file = parse(sources, number, sink);
    if (!file) return {.text = std::nullopt, .findings = render_text(sink.sorted(), sources, false)};
    return {.text = ast::print(*file, sources), .findings = {}};
}

/// The text must be readable; then this is its canonical form.
std::string formatted(const std::string& text) {
    const Formatted result = format(text);
    REQUIRE_MESSAGE(result.text.has_value(), result.findings << text);
    return *result.text;
}

/// Every file that can be read: the policies, and all inputs of goldens without a slip in their syntax.
std::vector<std::filesystem::path> readable_files() {
    std::vector<std::filesystem::path> files;
    for (const char* folder : {"policies", "tests/golden"})
        for (const std::filesystem::path& file : test::golden_inputs(root / folder))
            if (format(test::read_text(file)).text) files.push_back(file);
    return files;
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        lines.emplace_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

/// Where the comment of a line begins, texts in quotes left alone.
std::size_t comment_of(std::string_view line) {
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (quoted && line[i] == '\\')
            ++i;
        else if (line[i] == '"')
            quoted = !quoted;
        else if (line[i] == '#' && !quoted)
            return i;
    }
    return std::string_view::npos;
}

std::string without_blanks_behind(std::string_view text) {
    return std::string(text.substr(0, text.find_last_not_of(" \t\r") + 1));
}

/// Signs that are words of their own, with or without blanks around them.
constexpr std::string_view signs = "+-*/%()=|";

/// The next word of a line, a whole text in quotes being one; `at` moves behind it. Commas and colons are skipped.
std::string next_word(std::string_view line, std::size_t& at) {
    at = std::min(line.find_first_not_of(" \t\r,:", at), line.size());
    const std::size_t begin = at;
    if (at < line.size() && line[at] == '"') {
        for (++at; at < line.size() && line[at] != '"'; ++at)
            if (line[at] == '\\') ++at;
        ++at;
    } else if (at < line.size() && signs.find(line[at]) != std::string_view::npos) {
        ++at;
    } else {
        at = std::min(line.find_first_of(" \t\r,:\"+-*/%()=|", at), line.size());
    }
    return std::string(line.substr(begin, at - begin));
}

/// All words and comments of a text in alphabetical order: what must survive, wherever it moves.
std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words;
    for (const std::string& line : lines_of(text)) {
        const std::size_t comment = comment_of(line);
        const std::string code = line.substr(0, comment);
        for (std::size_t at = 0; at < code.size();) {
            const std::string word = next_word(code, at);
            if (!word.empty()) words.push_back(word);
        }
        if (comment != std::string::npos) words.push_back(without_blanks_behind(line.substr(comment)));
    }
    std::sort(words.begin(), words.end());
    return words;
}

bool is_blank(const std::string& line) { return without_blanks_behind(line).empty(); }

/// Whether the line is a whole one: neither goes on below nor is the rest of one above.
bool is_whole(const std::vector<std::string>& lines, std::size_t index) {
    const auto goes_on = [](const std::string& line) {
        const std::string text = without_blanks_behind(line.substr(0, comment_of(line)));
        return std::ranges::any_of(std::array{",", " and", " or", " +", " -", " *", " /", " =", " means"},
                                   [&](const char* ending) { return text.ends_with(ending); });
    };
    return !goes_on(lines[index]) && (index == 0 || !goes_on(lines[index - 1]));
}

enum class Where { above, behind };

/// The text with a comment of its own at every line that has words and, for comments behind, none yet.
std::string with_comments(const std::string& text, Where where, bool only_whole_lines) {
    const std::vector<std::string> lines = lines_of(text);
    std::string result;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool has_words = !is_blank(lines[i].substr(0, comment_of(lines[i])));
        const bool is_free = where == Where::above || comment_of(lines[i]) == std::string::npos;
        const bool takes = has_words && is_free && (!only_whole_lines || is_whole(lines, i));
        const std::string comment = "# comment " + std::to_string(i + 1);
        if (takes && where == Where::above) result += comment + "\n";
        result += lines[i] + (takes && where == Where::behind ? " " + comment : "") + "\n";
    }
    return result;
}

/// The text with comments at the left margin or one blank behind their words.
std::string with_comments_moved_left(const std::string& text) {
    std::string result;
    for (const std::string& line : lines_of(text)) {
        const std::size_t comment = comment_of(line);
        const std::string code = without_blanks_behind(line.substr(0, comment));
        result += code;
        if (comment != std::string::npos) result += (code.empty() ? "" : " ") + line.substr(comment);
        result += "\n";
    }
    return result;
}

/// The canonical form keeps all words and comments, and its own canonical form is itself.
void check_promises(const std::string& text) {
    const std::string once = formatted(text);
    CHECK(test::difference(once, formatted(once)) == "");
    CHECK(words_of(text) == words_of(once));
}

}  // namespace

TEST_CASE("files in disorder come out as people have approved it") {
    for (const std::filesystem::path& file : test::golden_inputs(root / "tests/golden/print")) {
        CAPTURE(file);
        CHECK(test::compare_golden(file, ".fmt", formatted(test::read_text(file))) == "");
    }
    CHECK(test::leftover_expectations(root / "tests/golden/print", ".fmt").empty());
}

TEST_CASE("there are files to try") { CHECK(readable_files().size() >= 5); }

TEST_CASE("no word and no comment is lost, and printing twice changes nothing") {
    for (const std::filesystem::path& file : readable_files()) {
        CAPTURE(file);
        check_promises(test::read_text(file));
    }
}

TEST_CASE("a comment above or behind every line survives") {
    for (const std::filesystem::path& file : readable_files()) {
        CAPTURE(file);
        const std::string text = test::read_text(file);
        check_promises(with_comments(text, Where::above, false));
        check_promises(with_comments(text, Where::behind, false));
        check_promises(with_comments(with_comments(text, Where::behind, false), Where::above, false));
    }
}

TEST_CASE("a comment stays at the line it was written at") {
    for (const std::filesystem::path& file : readable_files()) {
        CAPTURE(file);
        const std::string canonical = formatted(test::read_text(file));
        for (const Where where : {Where::above, Where::behind}) {
            const std::string commented = with_comments(canonical, where, true);
            CHECK(test::difference(with_comments_moved_left(commented),
                                   with_comments_moved_left(formatted(commented))) == "");
        }
    }
}

TEST_CASE("line ends, tabs, indentation and a missing last line end make no difference") {
    for (const std::filesystem::path& file : readable_files()) {
        CAPTURE(file);
        const std::string canonical = formatted(test::read_text(file));
        std::string crooked = "\xEF\xBB\xBF";
        for (const std::string& line : lines_of(canonical)) {
            const std::size_t words = std::min(line.find_first_not_of(' '), line.size());
            crooked += (crooked.size() % 2 == 0 ? "\t" : " ") + line.substr(words) + " \t\r\n";
        }
        crooked.resize(crooked.size() - 2);
        CHECK(test::difference(canonical, formatted(crooked)) == "");
    }
}

TEST_CASE("policies of the repository are in their canonical form") {
    for (const std::filesystem::path& file : test::golden_inputs(root / "policies")) {
        CAPTURE(file);
        const std::string text = test::read_text(file);
        CHECK(test::difference(formatted(text), text) == "");
    }
}
