#include "compiler/verify/comparison.hpp"
#include "pol/edit_distance.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace pol::verifying {
namespace {

/// Shorter names are too near to other words.
constexpr std::size_t shortest_name = 6;

/// A name of a drug and where the policy declares it.
struct DrugName {
    std::string lower;
    std::string shown;
    Span span;
    std::size_t drug = 0;
    bool is_brand = false;
};

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words(1);
    for (const char sign : lower_case(text)) {
        if (is_letter(sign))
            words.back() += sign;
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

std::vector<DrugName> drug_names(const ast::Policy& policy) {
    std::vector<DrugName> names;
    std::size_t drugs = 0;
    for (const ast::Block& block : policy.blocks) {
        const auto* drug = std::get_if<ast::Drug>(&block);
        if (drug == nullptr) continue;
        const std::vector<std::string> brand = words_of(drug->brand.text);
        if (!brand.empty()) names.push_back({brand.front(), drug->brand.text, drug->brand.span, drugs, true});
        names.push_back({drug->name.text, drug->name.text, drug->name.span, drugs, false});
        ++drugs;
    }
    return names;
}

/// A word of the document and where it stands.
struct PrintedWord {
    std::string lower;
    Span span;
};

std::vector<PrintedWord> printed_words(const PrintedText& text) {
    std::vector<PrintedWord> words;
    for (std::size_t i = 0; i < text.text.size();) {
        std::size_t end = i;
        while (end < text.text.size() && is_letter(text.text[end])) ++end;
        if (end > i) words.push_back({lower_case(std::string_view(text.text).substr(i, end - i)), text.span(i, end)});
        i = end + 1;
    }
    return words;
}

/// One letter off, and no plural or the like.
bool is_near(const std::string& name, const std::string& word) {
    if (name.size() < shortest_name || word.size() < shortest_name || name == word || name.front() != word.front())
        return false;
    return !name.starts_with(word) && !word.starts_with(name) && edit_distance(name, word) == 1;
}

void compare_spelling(Comparison& comparison, const std::vector<DrugName>& names,
                      const std::vector<PrintedWord>& words) {
    std::set<std::string> known;
    for (const DrugName& name : names) known.insert(name.lower);
    for (const DrugName& name : names)
        for (const PrintedWord& word : words) {
            if (known.count(word.lower) != 0 || !is_near(name.lower, word.lower)) continue;
            report(comparison, FindingCode::name_printed_otherwise, name.span,
                   fmt::format("the document spells `{}` otherwise here: `{}`", name.shown, word.lower),
                   "compare the names letter by letter; one of the two is a slip", word.span, "spelled here");
        }
}

void compare_presence(Comparison& comparison, const std::vector<DrugName>& names,
                      const std::vector<PrintedWord>& words) {
    for (const DrugName& name : names) {
        const auto is_it = [&](const PrintedWord& word) { return word.lower.starts_with(name.lower); };
        const auto is_like_it = [&](const PrintedWord& word) { return is_near(name.lower, word.lower); };
        if (!name.is_brand || std::any_of(words.begin(), words.end(), is_it) ||
            std::any_of(words.begin(), words.end(), is_like_it))
            continue;
        report(comparison, FindingCode::name_printed_otherwise, name.span,
               fmt::format("the drug `{}` does not stand in the document", name.shown), "write the name as printed",
               Span{comparison.document.file, 0, 0}, "no such name");
    }
}

/// The names that a line of the table of codes prints.
std::set<std::size_t> drugs_on(const PrintedText& line, const std::vector<DrugName>& names) {
    std::set<std::size_t> drugs;
    for (const PrintedWord& word : printed_words(line))
        for (const DrugName& name : names)
            if (word.lower == name.lower) drugs.insert(name.drug);
    return drugs;
}

void compare_row(Comparison& comparison, const Figure& code, std::size_t drug, const std::string& brand,
                 const std::vector<DrugName>& names) {
    for (const PrintedText& line : comparison.document.code_lines) {
        const std::vector<Figure>& all = comparison.document.all_figures;
        const auto on_line = [&](const Figure& figure) {
            return is_same(code, figure) && figure.span.begin >= line.origins.front() &&
                   figure.span.begin <= line.origins.back();
        };
        const auto printed = std::find_if(all.begin(), all.end(), on_line);
        if (printed == all.end()) continue;
        const std::set<std::size_t> drugs = drugs_on(line, names);
        if (drugs.size() != 1 || drugs.count(drug) != 0) continue;
        report(comparison, FindingCode::name_printed_otherwise, code.span,
               fmt::format("the document prints `{}` for another drug than `{}`", code.shown, brand),
               "put the code under the drug that the document names beside it", printed->span, "printed here");
    }
}

/// Codes that stand beside another drug's name.
void compare_rows(Comparison& comparison, const std::vector<DrugName>& names) {
    std::size_t drugs = 0;
    for (const ast::Block& block : ast::policy_of(comparison.program).blocks) {
        const auto* drug = std::get_if<ast::Drug>(&block);
        if (drug == nullptr) continue;
        for (const Figure& code : comparison.drugs.figures)
            if (code.kind == FigureKind::code && code.span.file == drug->span.file &&
                code.span.begin >= drug->span.begin && code.span.end <= drug->span.end)
                compare_row(comparison, code, drugs, drug->brand.text, names);
        ++drugs;
    }
}

}  // namespace

void compare_names(Comparison& comparison) {
    const std::vector<DrugName> names = drug_names(ast::policy_of(comparison.program));
    const std::vector<PrintedWord> words = printed_words(comparison.document.all);
    compare_spelling(comparison, names, words);
    compare_presence(comparison, names, words);
    compare_rows(comparison, names);
}

}  // namespace pol::verifying
