#include "compiler/ast/printer.hpp"
#include "compiler/source/characters.hpp"
#include "compiler/source/overloaded.hpp"

#include <algorithm>
#include <string>

namespace pol::ast {
namespace {

constexpr std::size_t attribute_gap = 3;
/// A question stands beside the type of its fact up to this many columns, and up to these with the type.
constexpr std::size_t widest_question = 75;
constexpr std::size_t widest_type_and_question = 88;

void print_not_in_document(Writer& writer, const std::optional<Text>& source) {
    if (source) writer.words("not in document").words(*source);
}

void print_type(Writer& writer, const ChoiceType& choice) {
    writer.words(choice.measured ? ": measured" : ":").words(choice.ordered ? "scale of" : "one of");
    write_list(writer, choice.values, [&](const ValueDeclaration& value) {
        writer.words(value.name);
        if (value.text) writer.words(*value.text);
    });
}

void print_type(Writer& writer, const NumberType& number) {
    writer.words(number.measured ? ": measured" : ": number");
    if (number.unit) writer.words("in").words(*number.unit);
    if (number.between) writer.words("between").words(number.between->least).words("and").words(number.between->most);
}

void print_type(Writer& writer, const FactType& type) {
    std::visit(
        overloaded{[&](const YesNoType& yes_no) { writer.words(yes_no.measured ? ": measured yes/no" : ": yes/no"); },
                   [&](const CodeType& code) { writer.words(":").words(code.system).words("code"); },
                   [&](const ChoiceType& choice) { print_type(writer, choice); },
                   [&](const NumberType& number) { print_type(writer, number); },
                   [&](const DateType&) { writer.words(": date"); },
                   [&](const ListType&) { writer.words(": list of"); },
                   [&](const DerivedType& derived) { writer.words(": derived from").words(derived.source); }},
        type);
}

/// A text behind a list would be that of its last value, and a long list leaves no room for it.
bool has_phrase_below(const FactDeclaration& fact) {
    const auto* choice = std::get_if<ChoiceType>(&fact.type);
    if (choice == nullptr || choice->values.empty() || !fact.phrase) return false;
    std::size_t width = display_width(fact.phrase->text);
    for (const ValueDeclaration& value : choice->values) {
        width += display_width(value.name.text) + (value.text ? display_width(value.text->text) : 0);
    }
    return !choice->values.back().text || width > widest_question;
}

/// A short question stands beside a type that has no texts of its own, `type_width` columns wide.
bool asks_beside_type(const FactDeclaration& fact, std::size_t type_width) {
    if (!fact.ask || fact.phrase) return false;
    const auto* choice = std::get_if<ChoiceType>(&fact.type);
    const bool has_texts =
        choice != nullptr && std::any_of(choice->values.begin(), choice->values.end(),
                                         [](const ValueDeclaration& value) { return value.text.has_value(); });
    const std::size_t width = display_width(fact.ask->text);
    return !has_texts && width <= widest_question && type_width + width <= widest_type_and_question;
}

/// Begins a line below a fact's first, its words in line with the type.
Writer& begin_below(Writer& writer, ColumnGroup group) {
    writer.end_line();
    return writer.in(group).column().glued(" ");
}

void print_code(Writer& writer, const CodeAttribute& code) {
    writer.words(code.system).words(code.code).words("for").words(code.value);
    if (!code.not_in_document) return;
    print_not_in_document(writer.column(attribute_gap), code.not_in_document);
}

void print_attributes(Writer& writer, const FactDeclaration& fact, bool asked, ColumnGroup group) {
    if (fact.not_in_document) print_not_in_document(begin_below(writer, group), fact.not_in_document);
    if (fact.ask && !asked) begin_below(writer, group).words("ask").words(*fact.ask);
    if (!fact.implies.empty()) write_list(begin_below(writer, group).words("implies"), fact.implies);
    for (const CodeAttribute& code : fact.codes) print_code(begin_below(writer, group), code);
}

void print_plain_fact(Writer& writer, const FactDeclaration& fact, ColumnGroup group) {
    writer.in(group).at(fact.span).words(fact.name).column();
    print_type(writer, fact.type);
    if (fact.phrase && has_phrase_below(fact))
        begin_below(writer, group).words(*fact.phrase);
    else if (fact.phrase)
        writer.glued(" ").words(*fact.phrase);
    if (fact.not_before) writer.glued(" ").words("not before").words(*fact.not_before);
    const bool asks_beside = asks_beside_type(fact, display_width(writer.cell()));
    if (asks_beside) writer.glued(" ").words("ask").words(*fact.ask);
    print_attributes(writer, fact, asks_beside, group);
    writer.end_line();
}

void print_fact(Writer& writer, const FactDeclaration& fact, ColumnGroup group);

/// The questions of lists stand below their phrases, before the fields.
void print_list(Writer& writer, const FactDeclaration& list, const ListType& type, ColumnGroup group) {
    writer.in(group).at(list.span).words(list.name).column();
    print_type(writer, list.type);
    if (list.phrase) writer.words(*list.phrase);
    print_attributes(writer, list, false, group);
    writer.open();
    const ColumnGroup fields = writer.new_group();
    for (const FactDeclaration& field : type.fields) print_fact(writer, field, fields);
    writer.close(list.span);
    writer.end_line();
}

void print_group(Writer& writer, const ValueGroup& values, ColumnGroup group) {
    writer.in(group).at(values.span).words(values.name);
    if (values.text) writer.words(*values.text);
    writer.column();
    if (values.values.empty())
        writer.words("otherwise");
    else
        write_list(writer, values.values);
    writer.end_line();
}

void print_derived(Writer& writer, const FactDeclaration& fact, const DerivedType& type, ColumnGroup group) {
    writer.in(group).at(fact.span).words(fact.name).column();
    print_type(writer, fact.type);
    if (fact.not_in_document) print_not_in_document(writer.column(attribute_gap), fact.not_in_document);
    writer.open();
    const ColumnGroup groups = writer.new_group();
    for (const ValueGroup& values : type.groups) print_group(writer, values, groups);
    writer.close(fact.span);
    writer.end_line();
}

void print_fact(Writer& writer, const FactDeclaration& fact, ColumnGroup group) {
    if (const auto* list = std::get_if<ListType>(&fact.type)) return print_list(writer, fact, *list, group);
    if (const auto* derived = std::get_if<DerivedType>(&fact.type)) return print_derived(writer, fact, *derived, group);
    print_plain_fact(writer, fact, group);
}

}  // namespace

void print_facts(Printer& printer, const FactsBlock& facts) {
    Writer& writer = printer.writer;
    writer.at(facts.span).words("facts");
    if (facts.name) writer.words(*facts.name);
    writer.words("from").words(facts.source).open();
    const ColumnGroup group = writer.new_group();
    for (const FactDeclaration& fact : facts.facts) print_fact(writer, fact, group);
    writer.close(facts.span);
    writer.end_line();
}

}  // namespace pol::ast
