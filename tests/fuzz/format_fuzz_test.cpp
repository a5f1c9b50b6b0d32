// Formatting is about looks alone: whatever a policy looked like, its canonical form means the same, is its own
// canonical form and has all its comments.

#include "compiler/ast/print.hpp"
#include "compiler/check/check.hpp"
#include "compiler/driver/load.hpp"
#include "compiler/lower/lower.hpp"
#include "compiler/parse/parse.hpp"
#include "tests/fuzz/mutate.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/model_text.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <regex>
#include <string>
#include <vector>

namespace fs = std::filesystem;
using namespace pol;

namespace {

constexpr int mutants_of_each = 10;

const fs::path root = POL_SOURCE_DIR;

/// What a text comes to as the file of a policy: its canonical form and, if it is sound, its meaning without the
/// places.
struct Read {
    std::optional<std::string> canonical;
    std::optional<std::string> meaning;
};

Read read(const fs::path& path, const std::string& text) {
    SourceMap sources;
    Sink sink;
    Loader loader({(root / "tests/golden/check/library").string(), (root / "tests/golden/model/imports").string(),
                   (root / "tests/golden/emit/imports").string()},
                  sources, sink);
    std::optional<ast::File> file = parse(sources, sources.add(path.string(), text), sink);
    if (!file) return {};
    Read result{ast::print(*file, sources), {}};
    if (!std::holds_alternative<ast::Policy>(file->declared)) return result;
    const std::optional<ast::Program> program = loader.load_imports(path.string(), std::move(*file));
    if (program) check(*program, sink);
    if (program && !sink.has_errors())
        result.meaning =
            std::regex_replace(test::model_text(lower(*program, sources)), std::regex("line [0-9]+"), "line");
    return result;
}

/// All policies of the repository that are sound, with their texts.
struct Seed {
    fs::path path;
    std::string text;
};

const std::vector<Seed>& seeds() {
    static const std::vector<Seed> sound = [] {
        std::vector<Seed> found;
        for (const char* folder : {"policies", "tests/policies", "tests/golden"})
            for (const fs::path& path : test::golden_inputs(root / folder))
                if (std::string text = test::read_text(path); read(path, text).meaning)
                    found.push_back({path, std::move(text)});
        return found;
    }();
    return sound;
}

/// Where the comment of a line begins, or the line's end.
std::size_t comment_of(const std::string& line) {
    bool quoted = false;
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (quoted && line[at] == '\\')
            ++at;
        else if (line[at] == '"')
            quoted = !quoted;
        else if (line[at] == '#' && !quoted)
            return at;
    }
    return line.size();
}

std::vector<std::string> comments_of(const std::string& text) {
    std::vector<std::string> comments;
    for (std::string line : test::split_lines(text)) {
        const std::size_t begin = comment_of(line);
        if (begin < line.size()) comments.push_back(line.substr(begin, line.find_last_not_of(" \t\r") + 1 - begin));
    }
    std::sort(comments.begin(), comments.end());
    return comments;
}

/// The line with other blanks between its words; texts and comments stay.
std::string with_other_blanks(const std::string& line, test::Mutator& mutator) {
    std::string result(mutator.below(9), ' ');
    bool quoted = false;
    const std::size_t comment = comment_of(line);
    for (std::size_t at = std::min(line.find_first_not_of(" \t"), line.size()); at < line.size(); ++at) {
        if (line[at] == '"' && at < comment && (at == 0 || line[at - 1] != '\\')) quoted = !quoted;
        result += line[at];
        // The blank of an empty box is a sign of its own.
        if (line[at] == ' ' && line[at - 1] != '[' && !quoted && at < comment)
            result.append(mutator.below(3), mutator.below(4) == 0 ? '\t' : ' ');
    }
    return result;
}

/// The text as somebody in a hurry would have left it: crooked, with blank lines and with comments.
std::string in_disorder(const std::string& text, test::Mutator& mutator) {
    std::string result;
    int number = 0;
    for (const std::string& line : test::split_lines(text)) {
        ++number;
        if (mutator.below(10) == 0) result += "# above line " + std::to_string(number) + "\n";
        if (mutator.below(12) == 0) result += "\n";
        result += with_other_blanks(line, mutator);
        if (mutator.below(10) == 0 && comment_of(line) == line.size())
            result += "  # at line " + std::to_string(number);
        result += "\n";
    }
    return result;
}

/// The canonical form of a text that can be read means the same and is in order.
void check_promises(const fs::path& path, const std::string& text, const Read& before) {
    CAPTURE(text);
    REQUIRE(before.canonical);
    const Read after = read(path, *before.canonical);
    REQUIRE(after.canonical);
    CHECK(test::difference(*before.canonical, *after.canonical) == "");
    CHECK(comments_of(*before.canonical) == comments_of(text));
    REQUIRE(after.meaning.has_value() == before.meaning.has_value());
    if (before.meaning) CHECK(test::difference(*before.meaning, *after.meaning) == "");
}

}  // namespace

TEST_CASE("every policy in disorder means what it meant, and so does its canonical form") {
    test::Mutator mutator(29);
    CHECK(seeds().size() >= 60);
    for (const Seed& seed : seeds()) {
        CAPTURE(seed.path);
        const std::string crooked = in_disorder(seed.text, mutator);
        const Read before = read(seed.path, crooked);
        CHECK(before.meaning == read(seed.path, seed.text).meaning);
        check_promises(seed.path, crooked, before);
    }
}

TEST_CASE("policies that nobody wrote mean the same in their canonical form") {
    test::Mutator mutator(31);
    int sound = 0;
    for (const Seed& seed : seeds()) {
        CAPTURE(seed.path);
        for (int at = 0; at < mutants_of_each; ++at) {
            const std::string mutant = mutator.respell(seed.text);
            const Read before = read(seed.path, mutant);
            if (!before.canonical) continue;
            sound += before.meaning ? 1 : 0;
            check_promises(seed.path, mutant, before);
        }
    }
    CHECK(sound > 100);
}
