#include "compiler/compare/wording_changes.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace pol::comparison {

namespace {

constexpr std::string_view kinds[] = {"text",     "note",  "reading", "printed", "see",     "code",
                                      "scenario", "check", "date",    "history", "comment", "order"};

using Lines = std::vector<std::string>;

std::string trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(' ');
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(' ') - first + 1));
}

/// Blanks that only line things up are one.
std::string squeezed(const std::string& text) {
    std::string result;
    for (const char c : text)
        if (c != ' ' || result.empty() || result.back() != ' ') result += c;
    return trimmed(result);
}

/// A line taken apart: what is said to decisions, what is quoted, the printed connective and the comment.
struct Pieces {
    std::string code;
    std::string quoted;
    std::string printed;
    std::string comment;
};

Pieces pieces_of(std::string_view line) {
    Pieces pieces;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '#') {
            pieces.comment = trimmed(line.substr(i));
            break;
        }
        if (line[i] != '"') {
            pieces.code += line[i];
            continue;
        }
        const std::size_t end = std::min(line.find('"', i + 1), line.size() - 1);
        pieces.quoted += std::string(line.substr(i, end - i + 1)) + " ";
        pieces.code += "\"\"";
        i = end;
    }
    const std::size_t printed = pieces.code.find("printed ");
    if (printed != std::string::npos) {
        const std::size_t end = std::min(pieces.code.find(' ', printed + 8), pieces.code.size());
        pieces.printed = pieces.code.substr(printed, end - printed);
        pieces.code.erase(printed, end - printed);
    }
    pieces.code = squeezed(pieces.code);
    return pieces;
}

bool starts_with_any(const std::string& text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.starts_with(word); });
}

/// One canonical text, its lines by kind.
class Sorted {
public:
    explicit Sorted(std::string_view text) {
        while (!text.empty()) {
            const std::size_t end = std::min(text.find('\n'), text.size());
            read(text.substr(0, end));
            text.remove_prefix(std::min(end + 1, text.size()));
        }
    }

    std::map<std::string_view, Lines> by_kind;
    /// What is said to decisions, in its order; quoted texts aside.
    Lines rules;

private:
    void read(std::string_view line) {
        const Pieces pieces = pieces_of(line);
        if (!pieces.comment.empty()) by_kind["comment"].push_back(pieces.comment);
        if (pieces.code.empty()) return;
        const bool is_top = line.front() != ' ';
        if (is_top && pieces.code != "end") block_ = pieces.code.substr(0, pieces.code.find(' '));
        if (block_ == "scenario") return read_scenario(line, pieces);
        if (!pieces.printed.empty()) by_kind["printed"].push_back(label_of(pieces.code) + pieces.printed);
        const std::string_view kind = kind_of(pieces);
        const std::string whole = squeezed(std::string(line.substr(0, line.size() - pieces.comment.size())));
        if (!kind.empty())
            by_kind[kind].push_back(whole);
        else
            read_rule(pieces);
    }

    void read_rule(const Pieces& pieces) {
        rules.push_back(pieces.code);
        const bool refers = pieces.code.find("refer to ") != std::string::npos;
        if (!pieces.quoted.empty() && !refers)
            by_kind["text"].push_back(label_of(pieces.code) + trimmed(pieces.quoted));
    }

    void read_scenario(std::string_view line, const Pieces& pieces) {
        if (line.front() != ' ' && pieces.code != "end")
            by_kind["scenario"].emplace_back(trimmed(line));
        else
            by_kind["scenario"].back() += "\n" + trimmed(line);
    }

    [[nodiscard]] std::string_view kind_of(const Pieces& pieces) const {
        if (block_ == "history") return "history";
        if (starts_with_any(pieces.code, {"reading "})) return "reading";
        if (starts_with_any(pieces.code, {"check never"})) return "check";
        if (starts_with_any(pieces.code, {"effective ", "reviewed ", "text from"})) return "date";
        if (starts_with_any(pieces.code, {"see "})) return "see";
        if (starts_with_any(pieces.code, {"hcpcs ", "cpt ", "ndc ", "icd10cm "})) return "code";
        return pieces.code.find(" note \"") != std::string::npos ? "note" : "";
    }

    /// The first word of the line; of a rule that is its label or its name.
    [[nodiscard]] static std::string label_of(const std::string& code) { return code.substr(0, code.find(' ')) + " "; }

    std::string block_;
};

/// Lines of one text that the other does not have, as often as it lacks them.
Lines lacking(const Lines& lines, const Lines& others) {
    std::map<std::string, int> there;
    for (const std::string& line : others) ++there[line];
    Lines rest;
    for (const std::string& line : lines)
        if (there[line]-- <= 0) rest.push_back(line);
    return rest;
}

Lines first_lines(Lines blocks) {
    for (std::string& block : blocks) block = block.substr(0, block.find('\n'));
    return blocks;
}

}  // namespace

std::vector<WordingChange> wording_changes(std::string_view older, std::string_view newer) {
    Sorted one(older);
    Sorted two(newer);
    std::vector<WordingChange> changes;
    for (const std::string_view kind : kinds) {
        WordingChange change{.kind = std::string(kind),
                             .gone = lacking(one.by_kind[kind], two.by_kind[kind]),
                             .added = lacking(two.by_kind[kind], one.by_kind[kind])};
        if (kind == "scenario") {
            change.gone = first_lines(std::move(change.gone));
            change.added = first_lines(std::move(change.added));
        }
        if (!change.gone.empty() || !change.added.empty()) changes.push_back(std::move(change));
    }
    const bool same_lines = lacking(one.rules, two.rules).empty() && lacking(two.rules, one.rules).empty();
    if (same_lines && one.rules != two.rules)
        changes.push_back({.kind = "order", .gone = {}, .added = {"the same lines in another order"}});
    return changes;
}

}  // namespace pol::comparison
