#include "compiler/analyze/value_words.hpp"
#include "compiler/compare/member_words.hpp"
#include "compiler/compare/report.hpp"
#include "compiler/source/counted.hpp"
#include "pol/date_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace pol::comparison {

namespace {

class Writer {
public:
    explicit Writer(const DiffReport& report) : report_(report), texts_(*report.comparison.texts) {}

    [[nodiscard]] std::string write() && {
        write_head();
        write_definitions();
        for (const Group& group : report_.comparison.changes) write_group(group);
        write_other_edits();
        write_list("What can be stated", report_.stated);
        write_list("Labels that moved with what they say", moved_labels(texts_));
        write_wording();
        return std::move(text_);
    }

private:
    template <class... Parts>
    void line(fmt::format_string<Parts...> words, Parts&&... parts) {
        text_ += fmt::format(words, std::forward<Parts>(parts)...) + "\n";
    }

    void write_head() {
        const std::string identity = identity_words(report_.older, report_.newer);
        if (!identity.empty()) line("{}\n", identity);
        line("{}, {}", report_.newer.title, report_.newer.number);
        line("old text of {}, new text of {}", iso_text(report_.older.text_from), iso_text(report_.newer.text_from));
        const std::string dates = text_dates(report_.older, report_.newer);
        if (!dates.empty()) {
            line("");
            line("The new text is {}.", dates);
            line("Below both are compared as if they were in force on the same day.");
        }
        line("");
        const std::size_t count = report_.comparison.changes.size();
        if (count == 0)
            line("No decision changes: {}.", extent_words(report_.comparison));
        else
            line("{} of {}; {}.", counted(count, "change"), noun_for(count, "decision"),
                 extent_words(report_.comparison));
    }

    void write_definitions() {
        if (report_.comparison.definitions.empty()) return;
        line("");
        line("Definitions that say something else");
        for (const DefinitionEdit& edit : report_.comparison.definitions) {
            line("  define {}{}", edit.name, edit.phrase.empty() ? "" : fmt::format(" \"{}\"", edit.phrase));
            write_words(edit.old_words, edit.new_words, "    ");
        }
    }

    void write_group(const Group& group) {
        const Difference& change = group.difference;
        line("");
        line("{}  {}  {} -> {}{}", capitals(direction_words(change.direction)),
             change.clauses.empty() ? std::string("-") : fmt::format("{}", fmt::join(change.clauses, ", ")),
             change.old_outcome, change.new_outcome, combinations(group.count));
        write_edits_of(change);
        if (!change.codes.empty()) line("  of   {}", fmt::join(change.codes, ", "));
        line("  for  {}; {}", fmt::join(group.lines, ", "), fmt::join(group.kinds, ", "));
        line("  such as");
        text_ += member_text(texts_.newer, group.member, "    ");
        line("    old: {}", decision_words(texts_.older, group.older));
        line("    new: {}", decision_words(texts_.newer, group.newer));
    }

    /// Of a search the number says where it looked, not how many change.
    [[nodiscard]] std::string combinations(std::uint64_t count) const {
        if (!report_.comparison.is_complete) return {};
        return fmt::format("  ({})", analysis::words_for_count(count, "combination"));
    }

    /// How a clause reads is told once; which edited definitions are behind a change, at each.
    void write_edits_of(const Difference& change) {
        std::map<std::vector<std::string>, std::vector<std::string>> clauses_of_definitions;
        for (const Edit& edit : report_.comparison.edits) {
            if (std::find(change.clauses.begin(), change.clauses.end(), edit.clause) == change.clauses.end()) continue;
            if (!edit.definitions.empty()) clauses_of_definitions[edit.definitions].push_back(edit.clause);
            if (edit.old_words != edit.new_words && told_.insert(&edit).second)
                write_words(edit.old_words, edit.new_words, "  ");
        }
        for (const auto& [definitions, clauses] : clauses_of_definitions)
            line("  by   {}{}", fmt::join(definitions, ", "),
                 change.clauses.size() == 1 ? std::string() : fmt::format(" in {}", fmt::join(clauses, ", ")));
    }

    void write_words(const std::string& older, const std::string& newer, const char* indent) {
        line("{}old  {}", indent, older.empty() ? "not there" : older);
        line("{}new  {}", indent, newer.empty() ? "not there" : newer);
    }

    void write_edit(const Edit& edit) {
        if (edit.old_words != edit.new_words) write_words(edit.old_words, edit.new_words, "    ");
        if (!edit.definitions.empty()) line("    by   {}", fmt::join(edit.definitions, ", "));
    }

    void write_other_edits() {
        write_edits("Said otherwise; changes above may rest on it", edits_behind_changes(report_.comparison));
        write_edits(report_.comparison.is_complete
                        ? "Said otherwise, and no decision changes by it alone"
                        : "Said otherwise, and no decision was found that changes by it alone",
                    edits_without_change(report_.comparison));
    }

    void write_edits(const char* heading, const std::vector<const Edit*>& edits) {
        if (edits.empty()) return;
        line("");
        line("{}", heading);
        for (const Edit* edit : edits) {
            line("  {}", edit->clause);
            write_edit(*edit);
        }
    }

    void write_list(const char* heading, const std::vector<std::string>& sentences) {
        if (sentences.empty()) return;
        line("");
        line("{}", heading);
        for (const std::string& sentence : sentences) line("  {}", sentence);
    }

    void write_wording() {
        bool is_first = true;
        for (const FileWording& file : report_.wording) {
            if (file.changes.empty()) continue;
            if (is_first) text_ += "\nWhat else is written otherwise\n";
            is_first = false;
            line("  {}", file.file);
            for (const WordingChange& change : file.changes) {
                for (const std::string& gone : change.gone) line("    {:9} - {}", change.kind, gone);
                for (const std::string& added : change.added) line("    {:9} + {}", change.kind, added);
            }
        }
    }

    [[nodiscard]] static std::string capitals(std::string words) {
        std::transform(words.begin(), words.end(), words.begin(),
                       [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
        return words;
    }

    const DiffReport& report_;
    const Texts& texts_;
    std::set<const Edit*> told_{};
    std::string text_{};
};

}  // namespace

std::string write_text(const DiffReport& report) { return Writer(report).write(); }

}  // namespace pol::comparison
