#include "compiler/verify/comparison.hpp"
#include "compiler/verify/named_words.hpp"
#include "compiler/verify/product_names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace pol::verifying {
namespace {

/// A name of a drug and where the policy declares it.
struct DrugName {
    std::string lower;
    std::string shown;
    Span span;
    std::size_t drug = 0;
    bool is_brand = false;
};

/// The names of drugs and, of one word, those of their products.
std::vector<DrugName> drug_names(const ast::Program& program) {
    std::vector<DrugName> names;
    std::size_t drugs = 0;
    for (const ast::Block& block : ast::policy_of(program).blocks) {
        const auto* drug = std::get_if<ast::Drug>(&block);
        if (drug == nullptr) continue;
        const std::vector<NamedWord> brand = words_in(plain_signs(drug->brand.text, 0, 0));
        if (!brand.empty()) names.push_back({brand.front().lower, drug->brand.text, drug->brand.span, drugs, true});
        names.push_back({drug->name.text, drug->name.text, drug->name.span, drugs, false});
        for (const ProductSpelling& product : product_spellings(program, *drug))
            if (product.words.size() == 1)
                names.push_back({product.words.front(), product.product, product.span, drugs, false});
        ++drugs;
    }
    return names;
}

void compare_spelling(Comparison& comparison, const std::vector<DrugName>& names, const std::vector<NamedWord>& words) {
    std::set<std::string> known;
    for (const DrugName& name : names) known.insert(name.lower);
    for (const DrugName& name : names) {
        // A slip that the document repeats is one difference.
        std::set<std::string> reported;
        for (const NamedWord& word : words) {
            if (known.count(word.lower) != 0 || !is_near(name.lower, word.lower)) continue;
            if (!reported.insert(word.lower).second) continue;
            report(comparison, FindingCode::name_printed_otherwise, name.span,
                   fmt::format("the document spells `{}` otherwise here: `{}`", name.shown, word.lower),
                   "compare the names letter by letter; one of the two is a slip", word.span, "spelled here");
        }
    }
}

void compare_presence(Comparison& comparison, const std::vector<DrugName>& names, const std::vector<NamedWord>& words) {
    for (const DrugName& name : names) {
        const auto is_it = [&](const NamedWord& word) { return word.lower.starts_with(name.lower); };
        const auto is_like_it = [&](const NamedWord& word) { return is_near(name.lower, word.lower); };
        if (!name.is_brand || std::any_of(words.begin(), words.end(), is_it) ||
            std::any_of(words.begin(), words.end(), is_like_it))
            continue;
        report(comparison, FindingCode::name_printed_otherwise, name.span,
               fmt::format("the drug `{}` does not stand in the document", name.shown), "write the name as printed",
               Span{}, {});
    }
}

/// The names that a line of the table of codes prints.
std::set<std::size_t> drugs_on(const PrintedText& line, const std::vector<DrugName>& names) {
    std::set<std::size_t> drugs;
    for (const NamedWord& word : words_in(line))
        for (const DrugName& name : names)
            if (word.lower == name.lower) drugs.insert(name.drug);
    return drugs;
}

/// Words that stand beside codes and name no drug.
constexpr auto words_of_tables =
    std::to_array<std::string_view>({"injection", "infusion", "generic", "brand", "hcpcs", "units"});

/// Whether a line begins with a name and has no other words: beside the code of a drug it can only be the drug's.
bool is_lone_name(const PrintedText& line) {
    const std::vector<NamedWord> words = words_in(line);
    const auto says_something = [](const NamedWord& word) { return word.lower.size() > 2; };
    const bool is_name =
        !words.empty() && is_upper(line.text.front()) && words.front().lower.size() > 4 &&
        std::find(words_of_tables.begin(), words_of_tables.end(), words.front().lower) == words_of_tables.end();
    return is_name && std::count_if(words.begin(), words.end(), says_something) == 1;
}

bool is_procedure(const Figure& code) { return code.key.size() == 5 && all_digits(code.key); }

/// A line of the table of codes: the figures that begin on it, and whom it names.
struct CodeLine {
    std::vector<Figure> figures;
    std::set<std::size_t> drugs;
    bool is_lone_name = false;
};

/// The figures come from the whole text, where a code that is broken over two lines is one; there they stand in order.
std::vector<CodeLine> code_lines(const Document& document, const std::vector<DrugName>& names) {
    std::vector<CodeLine> lines;
    const std::vector<Figure>& all = document.all_figures;
    for (const PrintedText& line : document.code_lines) {
        const auto first = std::partition_point(
            all.begin(), all.end(), [&](const Figure& figure) { return figure.span.begin < line.origins.front(); });
        const auto behind = std::partition_point(
            first, all.end(), [&](const Figure& figure) { return figure.span.begin <= line.origins.back(); });
        lines.push_back({{first, behind}, drugs_on(line, names), is_lone_name(line)});
    }
    return lines;
}

void compare_row(Comparison& comparison, const Figure& code, std::size_t drug, const std::string& brand,
                 const std::vector<CodeLine>& lines) {
    for (const CodeLine& line : lines) {
        const auto printed = std::find_if(line.figures.begin(), line.figures.end(),
                                          [&](const Figure& figure) { return is_same(code, figure); });
        if (printed == line.figures.end()) continue;
        const bool names_another = line.drugs.size() == 1 && line.drugs.count(drug) == 0;
        if (!names_another && !(line.drugs.empty() && !is_procedure(code) && line.is_lone_name)) continue;
        report(comparison, FindingCode::name_printed_otherwise, code.span,
               fmt::format("the document prints `{}` for another drug than `{}`", code.shown, brand),
               "put the code under the drug that the document names beside it", printed->span, "printed here");
    }
}

/// Codes that stand beside another drug's name.
void compare_rows(Comparison& comparison, const std::vector<DrugName>& names) {
    const std::vector<CodeLine> lines = code_lines(comparison.document, names);
    std::size_t drugs = 0;
    for (const ast::Block& block : ast::policy_of(comparison.program).blocks) {
        const auto* drug = std::get_if<ast::Drug>(&block);
        if (drug == nullptr) continue;
        for (const Figure& code : comparison.drugs.figures)
            if (code.kind == FigureKind::code && code.span.file == drug->span.file &&
                code.span.begin >= drug->span.begin && code.span.end <= drug->span.end)
                compare_row(comparison, code, drugs, drug->brand.text, lines);
        ++drugs;
    }
}

}  // namespace

void compare_names(Comparison& comparison) {
    const std::vector<DrugName> names = drug_names(comparison.program);
    const std::vector<NamedWord> words = words_in(comparison.document.all);
    compare_spelling(comparison, names, words);
    compare_presence(comparison, names, words);
    compare_rows(comparison, names);
}

}  // namespace pol::verifying
