#include "compiler/verify/comparison.hpp"
#include "compiler/verify/figures.hpp"

#include <algorithm>

namespace pol::verifying {
namespace {

/// `J1304`, `L33394`, `G12.21`, an NDC, five digits: a code that claims or coverage documents are called by.
bool is_public_code(const Figure& figure) {
    if (figure.kind != FigureKind::code) return false;
    if (figure.other == "ndc") return true;
    const std::string_view key = figure.key;
    const bool letter_first = key.size() >= 3 && is_upper(key[0]) && is_digit(key[1]);
    return letter_first && key.size() <= 7 &&
           (all_digits(key.substr(1)) ? key.size() != 3 || figure.shown.size() == 3
                                      : figure.shown.find('.') != std::string::npos);
}

/// In a table of codes five digits are a CPT code, eleven an NDC.
bool is_code_of_digits(const Figure& figure) {
    return figure.kind == FigureKind::count && (figure.number.size() == 5 || figure.number.size() == 11) &&
           all_digits(figure.number);
}

std::string_view letters_before_digits(std::string_view key) {
    return key.substr(0, std::min(key.find_first_of("0123456789"), key.size()));
}

/// A number as the plan numbers its policies: `PHARMACY-32` beside `PHARMACY-127`, `11.01.03`.
bool is_policy_number(const Figure& figure, const std::string& own) {
    if (figure.kind != FigureKind::code) return false;
    const std::string_view letters = letters_before_digits(own);
    return letters.size() > 1 ? letters_before_digits(figure.key) == letters
                              : all_digits(figure.key) && figure.other.empty();
}

/// The policy's own number, by which documents call themselves; empty if it has none.
std::string own_number(const ast::Policy& policy) {
    for (const ast::HeaderLine& line : policy.header)
        if (const auto* number = std::get_if<ast::PolicyNumber>(&line.form))
            return code_figure(number->number.text).key;
    return {};
}

/// Everything that the policy records anywhere.
std::vector<Figure> all_recorded(const Comparison& comparison) {
    std::vector<Figure> all = comparison.header.figures;
    const auto add = [&](const std::vector<Figure>& figures) { all.insert(all.end(), figures.begin(), figures.end()); };
    add(comparison.drugs.figures);
    for (const auto& [name, written] : comparison.definitions) add(written.figures);
    for (const Clause& clause : comparison.clauses) add(clause.own.figures);
    return all;
}

/// The policy's drugs or, without any, its header: where its codes belong.
Span place_of_codes(const ast::Policy& policy) {
    for (const ast::Block& block : policy.blocks)
        if (const auto* drug = std::get_if<ast::Drug>(&block)) return drug->name.span;
    return policy.name.span;
}

void compare_recorded_codes(Comparison& comparison) {
    const Span place = place_of_codes(ast::policy_of(comparison.program));
    // A document without any code has no table of them.
    const std::vector<Figure>& all = comparison.document.all_figures;
    const bool has_codes = !comparison.document.codes.empty() || std::any_of(all.begin(), all.end(), is_public_code);
    for (const Figure& figure : comparison.drugs.figures) {
        if (!figure.is_needed) continue;
        count(comparison, figure);
        if (figure.kind == FigureKind::code && !has_codes) continue;
        if (!is_anywhere(figure, all)) comparison.unprinted.push_back({figure, nowhere, "the drug", place});
    }
}

void compare_printed_codes(Comparison& comparison) {
    const ast::Policy& policy = ast::policy_of(comparison.program);
    const std::vector<Figure> recorded = all_recorded(comparison);
    const std::string own = own_number(policy);
    const auto compare = [&](const Figure& figure, const std::string& where, const Span& place) {
        if (figure.key == own) return;
        count(comparison, figure);
        if (!is_recorded(recorded, figure)) comparison.unrecorded.push_back({figure, nowhere, where, place});
    };
    for (const Figure& figure : figures_of(comparison.document.codes))
        if (is_public_code(figure) || is_code_of_digits(figure)) compare(figure, "the drugs", place_of_codes(policy));
    for (const Figure& figure : figures_of(comparison.document.description))
        if (is_public_code(figure) || is_policy_number(figure, own)) compare(figure, "the header", policy.header_span);
}

/// What a line prints beside a drug's code is what the drug's lines say of it.
void compare_code_line(Comparison& comparison, const PrintedText& line) {
    const std::vector<Figure> printed = figures_of(line);
    const auto is_of_drug = [&](const Figure& figure) {
        return figure.kind == FigureKind::code && is_recorded(comparison.drugs.figures, figure);
    };
    if (std::none_of(printed.begin(), printed.end(), is_of_drug)) return;
    for (const Figure& figure : printed) {
        if (figure.kind != FigureKind::amount || !figure.is_needed) continue;
        count(comparison, figure);
        if (!is_recorded(comparison.drugs.figures, figure))
            comparison.unrecorded.push_back(
                {figure, nowhere, "the drugs", place_of_codes(ast::policy_of(comparison.program))});
    }
}

}  // namespace

void compare_codes(Comparison& comparison) {
    compare_recorded_codes(comparison);
    compare_printed_codes(comparison);
    for (const PrintedText& line : comparison.document.code_lines) compare_code_line(comparison, line);
}

}  // namespace pol::verifying
