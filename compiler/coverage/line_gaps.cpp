#include "compiler/coverage/line_gaps.hpp"

#include "compiler/coverage/report.hpp"
#include "compiler/source/characters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace pol::coverage {

namespace {

constexpr std::size_t page_width = 110;

void add_to(Counts& sum, const Counts& counts) {
    sum.met += counts.met;
    sum.not_met += counts.not_met;
    sum.unknown += counts.unknown;
    sum.decisive += counts.decisive;
}

/// What is missing on no line at all stands in the table already.
std::string missing_on(const ClauseCoverage& clause, model::LineIndex line) {
    Counts here;
    for (const auto& [cell, counts] : clause.cells)
        if (cell.line == line) add_to(here, counts);
    Wanted wanted = clause.wanted;
    wanted.met = wanted.met && clause.all.met > 0;
    wanted.not_met = wanted.not_met && clause.all.not_met > 0;
    wanted.unknown = wanted.unknown && clause.all.unknown > 0;
    if (clause.all.decisive == 0) here.decisive = 1;
    return missing_words(wanted, here);
}

/// A line that no scenario is on is named with its outcomes, and lacks everything.
bool has_scenarios(const LineCoverage& line) {
    return line.line && std::accumulate(line.seen.begin(), line.seen.end(), std::size_t{0}) > 0;
}

std::string wrapped(const std::string& first, const std::vector<std::string>& pieces) {
    std::string text;
    std::string row = first;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const std::string piece = pieces[i] + (i + 1 < pieces.size() ? ";" : "");
        if (i > 0 && display_width(row) + 1 + display_width(piece) > page_width) {
            text += row + "\n";
            row = std::string(display_width(first) - 1, ' ');
        }
        row += (i == 0 ? "" : " ") + piece;
    }
    return text + row + "\n";
}

}  // namespace

std::string line_gaps_text(const model::Policy& policy, const Coverage& coverage) {
    std::size_t widest = 0;
    for (const LineCoverage& line : coverage.lines) widest = std::max(widest, name_of_line(policy, line.line).size());
    std::vector<std::vector<bool>> lines_of_clauses;
    for (const ClauseCoverage& clause : coverage.clauses) lines_of_clauses.push_back(lines_of(policy, clause.clause));
    std::string text;
    for (const LineCoverage& line : coverage.lines) {
        if (!has_scenarios(line)) continue;
        std::vector<std::string> gaps;
        for (std::size_t i = 0; i < coverage.clauses.size(); ++i) {
            const ClauseCoverage& clause = coverage.clauses[i];
            const std::vector<bool>& lines = lines_of_clauses[i];
            if (!lines[*line.line] || std::count(lines.begin(), lines.end(), true) < 2) continue;
            const std::string words = missing_on(clause, *line.line);
            if (!words.empty()) gaps.push_back(policy.clauses[clause.clause].id + " " + words);
        }
        if (!gaps.empty()) text += wrapped(fmt::format("  {:<{}}  ", name_of_line(policy, line.line), widest), gaps);
    }
    return text.empty() ? text : "\n  Missing on one line of business, seen on another\n" + text;
}

}  // namespace pol::coverage
