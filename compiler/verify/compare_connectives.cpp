#include "compiler/verify/comparison.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>

namespace pol::verifying {
namespace {

struct PrintedConnective {
    ast::Connective connective = ast::Connective::and_;
    std::size_t begin = 0;
    std::size_t end = 0;
    /// In small letters, as any sentence has it.
    bool is_small = false;
};

std::string_view words_of(ast::Connective connective) { return connective == ast::Connective::and_ ? "AND" : "OR"; }

/// The last words, without signs that close a sentence.
std::string_view without_signs(std::string_view text) {
    while (!text.empty() && std::string_view(" .,;:").find(text.back()) != std::string_view::npos)
        text.remove_suffix(1);
    return text;
}

/// The connective that an item ends in: in capitals, or in small letters behind `;` or `,`.
std::optional<PrintedConnective> connective_of(const PrintedText& text) {
    const std::string_view words = without_signs(text.text);
    const std::size_t begin = words.find_last_of(' ') + 1;
    const std::string_view last = words.substr(begin);
    const std::string_view before = trimmed(words.substr(0, begin));
    const bool small = (last == "and" || last == "or") && (before.ends_with(';') || before.ends_with(','));
    if (!small && last != "AND" && last != "OR") return std::nullopt;
    const bool is_and = last == "AND" || last == "and";
    return PrintedConnective{is_and ? ast::Connective::and_ : ast::Connective::or_, begin, words.size(), small};
}

/// Whether the connective stands before other words, as where a footer runs into an item.
bool holds_connective(const PrintedText& text, ast::Connective connective) {
    return text.text.find(fmt::format(" {} ", words_of(connective))) != std::string::npos;
}

/// Whether the next item of the document lies below a clause: `…, and` at the clause's end then leads to its own items.
bool leads_to_items(const Comparison& comparison, std::size_t index, std::size_t item) {
    const std::vector<std::size_t>& clause_of = comparison.alignment.clause_of;
    return item + 1 < clause_of.size() && clause_of[item + 1] != nowhere &&
           is_below(comparison.clauses, clause_of[item + 1], index);
}

/// Whether the document ends the item of a clause in a connective.
bool ends_in_connective(const Comparison& comparison, std::size_t index) {
    const std::size_t item = comparison.alignment.item_of[index];
    return item != nowhere && connective_of(comparison.document.items[item].text).has_value();
}

/// The clause whose item ends where that of a clause does. Documents print the connective of an item with items below
/// it behind the last of these; it is theirs if the policy keeps it there.
std::size_t clause_at_end(const Comparison& comparison, std::size_t index) {
    const std::vector<Clause>& clauses = comparison.clauses;
    if (!clauses[index].printed || ends_in_connective(comparison, index)) return index;
    std::size_t last = index;
    for (std::size_t i = index + 1; i < clauses.size() && is_below(clauses, i, index); ++i)
        if (comparison.alignment.item_of[i] != nowhere) last = i;
    return !clauses[last].printed && ends_in_connective(comparison, last) ? last : index;
}

void compare_connective(Comparison& comparison, std::size_t index, std::size_t end, bool are_recorded) {
    const Clause& clause = comparison.clauses[index];
    const std::size_t place_of_item = comparison.alignment.item_of[end];
    const PrintedItem& item = comparison.document.items[place_of_item];
    const std::optional<PrintedConnective> printed = connective_of(item.text);
    const bool is_same = printed && clause.printed == printed->connective;
    if (is_same || (!printed && !clause.printed) || (!clause.printed && !are_recorded)) return;
    if (printed && printed->is_small && !clause.printed && leads_to_items(comparison, index, place_of_item)) return;
    if (!printed && holds_connective(item.text, *clause.printed)) return;
    const Span place = clause.printed ? clause.printed_span : clause.place;
    const std::string hint =
        printed ? fmt::format("write `printed {}`", words_of(printed->connective)) : "leave `printed` out";
    const std::string document = printed ? fmt::format("`{}`", words_of(printed->connective)) : "no `AND` or `OR`";
    report(comparison, FindingCode::connective_printed_otherwise, place,
           fmt::format("the document prints {} behind `{}`", document, clause.id), hint,
           printed ? item.text.span(printed->begin, printed->end) : item.label_span,
           printed ? "printed here" : "its item");
}

}  // namespace

void compare_connectives(Comparison& comparison) {
    const std::vector<Clause>& clauses = comparison.clauses;
    const bool are_recorded =
        std::any_of(clauses.begin(), clauses.end(), [](const Clause& clause) { return clause.printed.has_value(); });
    std::vector<std::size_t> ends;
    for (std::size_t i = 0; i < clauses.size(); ++i) ends.push_back(clause_at_end(comparison, i));
    const auto belongs_to_another = [&](std::size_t i) {
        return ends[i] == i && std::count(ends.begin(), ends.end(), i) > 1;
    };
    for (std::size_t i = 0; i < clauses.size(); ++i)
        if (comparison.alignment.item_of[i] != nowhere && !belongs_to_another(i))
            compare_connective(comparison, i, ends[i], are_recorded);
}

}  // namespace pol::verifying
