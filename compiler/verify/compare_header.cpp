#include "compiler/ast/words.hpp"
#include "compiler/verify/comparison.hpp"
#include "compiler/verify/figures.hpp"
#include "compiler/verify/named_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace pol::verifying {
namespace {

const PrintedField* field_of(const Document& document, FieldKind kind) {
    for (const PrintedField& field : document.fields)
        if (field.kind == kind) return &field;
    return nullptr;
}

/// The first date of a field.
std::optional<Figure> date_in(const PrintedField& field) {
    for (const Figure& figure : figures_of(field.value))
        if (figure.kind == FigureKind::date) return figure;
    return std::nullopt;
}

struct HeaderDate {
    FieldKind field;
    const char* word;
    const ast::Date* written;
};

void compare_date(Comparison& comparison, const HeaderDate& date) {
    const PrintedField* field = field_of(comparison.document, date.field);
    const std::optional<Figure> printed = field == nullptr ? std::nullopt : date_in(*field);
    if (date.written == nullptr) {
        if (printed)
            report(comparison, FindingCode::header_printed_otherwise, ast::policy_of(comparison.program).header_span,
                   fmt::format("the document prints a date that the header lacks: `{}`", printed->shown),
                   fmt::format("add a line `{} {}`", date.word, printed->key), printed->span, "printed here");
        return;
    }
    const Figure recorded = date_figure(date.written->year, date.written->month, date.written->day);
    count(comparison, recorded);
    if (printed ? is_same(recorded, *printed) : is_anywhere(recorded, comparison.document.all_figures)) return;
    report(comparison, FindingCode::header_printed_otherwise, date.written->span,
           printed ? fmt::format("the document prints `{}` where this says `{} {}`", printed->shown, date.word,
                                 ast::written(*date.written))
                   : fmt::format("`{} {}` does not stand in the document", date.word, ast::written(*date.written)),
           "write the date as printed; a document that prints the month alone has no day",
           printed ? printed->span : Span{}, "printed here");
}

std::string without_signs(std::string_view text) { return code_figure(text).key; }

/// So many words of the field as the number has.
PrintedText first_words(const PrintedText& value, std::size_t words) {
    const std::size_t begin = std::min(value.text.find_first_not_of(' '), value.text.size());
    std::size_t end = begin;
    for (std::size_t i = 0; i < words && end < value.text.size(); ++i)
        end = std::min(value.text.find(' ', end + (i > 0 ? 1 : 0)), value.text.size());
    return value.part(begin, end);
}

/// The words of the field that are the number, or that stand in its place: `PHARMACY 32` for `PHARMACY-32`.
PrintedText printed_number(const PrintedText& value, std::string_view number) {
    const std::string recorded = without_signs(number);
    std::size_t words = 1;
    while (words < number.size()) {
        const std::string begun = without_signs(first_words(value, words).text);
        if (begun == recorded) return first_words(value, words);
        if (!recorded.starts_with(begun)) break;
        ++words;
    }
    return first_words(value, std::max(words, split_words(number).size()));
}

/// Whether a number stands in a text, whatever signs stand between its parts: `PHARMACY 32` is `Pharmacy-32`, `RX.501`
/// is not `RX.50`. What stands behind a blank is another word, so that a date behind the number does not hide it.
bool holds_number(std::string_view text, std::string_view key) {
    const auto joins = [&](std::size_t at) { return at < text.size() && (is_digit(text[at]) || is_letter(text[at])); };
    for (std::size_t begin = 0; begin < text.size(); ++begin) {
        if (!joins(begin) || (begin > 0 && joins(begin - 1))) continue;
        std::size_t found = 0;
        std::size_t end = begin;
        for (; end < text.size() && found < key.size(); ++end) {
            if (!joins(end)) continue;
            if (without_signs(text.substr(end, 1)) != key.substr(found, 1)) break;
            ++found;
        }
        if (found == key.size() && !joins(end)) return true;
    }
    return false;
}

void compare_number(Comparison& comparison, const ast::PolicyNumber& number) {
    const PrintedField* field = field_of(comparison.document, FieldKind::number);
    const std::string recorded = without_signs(number.number.text);
    ++comparison.verified.figures;
    if (field == nullptr) {
        if (holds_number(comparison.document.all.text, recorded)) return;
        report(comparison, FindingCode::header_printed_otherwise, number.number.span,
               fmt::format("the number `{}` does not stand in the document", number.number.text),
               "write the number as printed", Span{}, {});
        return;
    }
    const PrintedText printed = printed_number(field->value, number.number.text);
    if (without_signs(printed.text) == recorded) return;
    report(comparison, FindingCode::header_printed_otherwise, number.number.span,
           fmt::format("the document prints the number `{}`", printed.text), "write the number as printed",
           printed.span(0, printed.text.size()), "printed here");
}

/// The title is the document's subject, perhaps in other words: they share one, and no word is a slip of another.
void compare_title(Comparison& comparison, const ast::Text& title) {
    const PrintedField* field = field_of(comparison.document, FieldKind::subject);
    if (field == nullptr) return;
    const std::vector<NamedWord> printed = words_in(field->value);
    bool in_common = printed.empty();
    for (const NamedWord& written : words_in(plain_signs(title.text, title.span.file, title.span.begin + 1))) {
        const auto is_it = [&](const NamedWord& word) { return word.lower == written.lower; };
        const auto is_slip = [&](const NamedWord& word) { return is_near(written.lower, word.lower); };
        const bool stands = std::any_of(printed.begin(), printed.end(), is_it);
        in_common = in_common || (stands && written.lower.size() > 3);
        const auto slip = std::find_if(printed.begin(), printed.end(), is_slip);
        if (stands || slip == printed.end()) continue;
        report(comparison, FindingCode::header_printed_otherwise, title.span,
               fmt::format("the document's subject has `{}` where the title has `{}`", slip->lower, written.lower),
               "compare the names letter by letter; one of the two is a slip", slip->span, "printed here");
        in_common = true;
    }
    if (in_common) return;
    report(comparison, FindingCode::header_printed_otherwise, title.span,
           "the document has another subject than this title", "name the policy as its document does",
           field->value.span(0, field->value.text.size()), "its subject");
}

bool is_first_of_printed_month(const Comparison& comparison, const ast::Date& date) {
    const std::string month = date_figure(date.year, date.month, 0).key;
    return date.day == 1 &&
           std::any_of(comparison.document.all_figures.begin(), comparison.document.all_figures.end(),
                       [&](const Figure& figure) { return figure.kind == FigureKind::date && figure.key == month; });
}

/// Whether a reading of the header says why the text is in force from that day.
bool is_explained(const ast::Policy& policy, const Figure& date) {
    return std::any_of(policy.header.begin(), policy.header.end(), [&](const ast::HeaderLine& line) {
        const auto* reading = std::get_if<ast::Reading>(&line.form);
        return reading != nullptr && is_among(date, figures_of(plain_signs(reading->text.text, 0, 0)));
    });
}

/// The first day of a text is a date of the document, or the first of a month that it prints.
void compare_text(Comparison& comparison, const ast::TextInForce& text) {
    const Figure from = date_figure(text.from.year, text.from.month, text.from.day);
    if (is_anywhere(from, comparison.document.all_figures) || is_first_of_printed_month(comparison, text.from) ||
        is_explained(ast::policy_of(comparison.program), from))
        return;
    report(comparison, FindingCode::figure_not_printed, text.from.span,
           fmt::format("`text from {}` is no date of the document", ast::written(text.from)),
           "write the day on which the printed text came into force, or say in a `reading` of the header how this day "
           "follows from it",
           Span{}, {});
}

}  // namespace

void compare_header(Comparison& comparison) {
    const ast::Policy& policy = ast::policy_of(comparison.program);
    if (const auto* number = ast::header_line<ast::PolicyNumber>(policy)) compare_number(comparison, *number);
    compare_title(comparison, policy.title);
    const auto* effective = ast::header_line<ast::Effective>(policy);
    const auto* reviewed = ast::header_line<ast::Reviewed>(policy);
    compare_date(comparison, {FieldKind::effective, "effective", effective == nullptr ? nullptr : &effective->date});
    compare_date(comparison, {FieldKind::reviewed, "reviewed", reviewed == nullptr ? nullptr : &reviewed->date});
    if (const auto* text = ast::header_line<ast::TextInForce>(policy)) compare_text(comparison, *text);
    for (const Figure& figure : comparison.header.figures) {
        if (!figure.is_needed) continue;
        count(comparison, figure);
        const bool stands = figure.kind == FigureKind::address ? holds_address(comparison.document.all, figure)
                                                               : is_anywhere(figure, comparison.document.all_figures);
        if (!stands) comparison.unprinted.push_back({figure, nowhere, "the header", policy.header_span});
    }
}

}  // namespace pol::verifying
