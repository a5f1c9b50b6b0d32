#include "compiler/check/meanings.hpp"

#include "compiler/check/names.hpp"

#include <fmt/format.h>

namespace pol::checking {
namespace {

/// Definitions stand above what reads them, so none comes back to itself.
bool stands_above(const ast::Define& term, const ast::Name& name, Sink& sink) {
    if (name.span.begin >= term.span.end) return true;
    if (name.span.begin > term.span.begin)
        sink.add(FindingCode::defined_by_itself, name.span, fmt::format("`{}` is defined by itself", name.text),
                 "a definition reads facts and the definitions above it");
    else
        add_with_place(sink, FindingCode::defined_below, name.span,
                       fmt::format("`{}` is defined only further below", name.text),
                       "move the definition above the line that reads it", term.name.span, "its definition");
    return false;
}

}  // namespace

bool is_field_elsewhere(const Context& context, const ast::Name& name, Sink& sink) {
    const auto fields = context.symbols.fields_called(name.text);
    if (fields.empty()) return false;
    const std::string& list = fields.front()->list->name.text;
    add_with_place(sink, FindingCode::field_outside_list, name.span,
                   fmt::format("`{}` belongs to the entries of `{}`", name.text, list),
                   fmt::format("ask it of them, as in `at least 1 {} where {} is …`", list, name.text),
                   fields.front()->declaration->name.span, "its declaration");
    return true;
}

Meaning meaning_of(const Context& context, const ast::Name& name, Sink& sink) {
    if (const KnownFact* fact = context.symbols.fact(name.text)) return {fact, nullptr, is_date(fact->kind)};
    const ast::Define* term = context.symbols.term(name.text);
    if (term == nullptr && is_field_elsewhere(context, name, sink)) return {};
    if (term == nullptr) {
        const bool defines = !blocks_of<ast::Define>(context.policy).empty();
        add_unknown_name(sink, defines ? "fact or definition" : "fact", name, context.symbols.names());
        return {};
    }
    return stands_above(*term, name, sink) ? Meaning{nullptr, term, context.symbols.is_day(*term)} : Meaning{};
}

std::string kind_words(const Meaning& meaning) {
    if (meaning.fact != nullptr) return kind_words(meaning.fact->kind);
    if (meaning.is_day) return "is a day";
    return is_condition(*meaning.term) ? "is a condition" : "is a value";
}

}  // namespace pol::checking
