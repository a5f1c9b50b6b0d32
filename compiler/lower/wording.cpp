#include "compiler/lower/wording.hpp"

#include "compiler/ast/words.hpp"
#include "compiler/lower/statements.hpp"
#include "pol/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pol::lowering {

namespace {

std::string text_of(const ast::DocumentReference& document) {
    return fmt::format("{} {}", words_of(document.kind), document.number.text);
}

std::string text_of(const ast::ItemReference& reference) { return ast::written(reference); }

std::string text_of(const ast::Determination& determination) {
    const std::string text = lowering::text_of(determination.outcome);
    if (determination.replaces == ast::Replaced::nothing) return text;
    return fmt::format("{} instead of {}", text, ast::replaced_words(determination.replaces));
}

std::string text_of(const ast::See& see) {
    std::string text;
    for (const auto& reference : see.references)
        text += (text.empty() ? "see " : ", ") + std::visit([](const auto& to) { return text_of(to); }, reference);
    return text;
}

}  // namespace

std::string with_blanks(std::string_view name) {
    std::string text(name);
    std::replace(text.begin(), text.end(), '_', ' ');
    return text;
}

std::string text_of(const ast::OutcomePhrase& phrase) {
    const std::string words(ast::outcome_words(phrase.outcome));
    return phrase.document ? fmt::format("{} {}", words, text_of(*phrase.document)) : words;
}

std::string text_of(const ast::TextInForce& text) {
    const std::string from = "text in force from " + ast::written(text.from);
    return text.through ? from + " through " + ast::written(*text.through) : from;
}

std::string text_of_benefits(const ast::AppliesTo& applies) {
    std::string text;
    for (const ast::Name& benefit : applies.benefits) text += (text.empty() ? "" : ", ") + with_blanks(benefit.text);
    return applies.benefits.size() == 1 ? text + " only" : text;
}

std::string text_of(const ast::Item& item) {
    if (item.text) return item.text->text;
    if (const auto* note = first<ast::Note>(item.statements)) return note->text.text;
    if (const auto* rule = first<ast::EvidenceRule>(item.statements))
        return fmt::format("evidence is {}", words_of(rule->minimum));
    if (const auto* determination = first<ast::Determination>(item.statements)) return text_of(*determination);
    if (const auto* see = first<ast::See>(item.statements)) return text_of(*see);
    return "";
}

}  // namespace pol::lowering
