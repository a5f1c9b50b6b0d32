#include "compiler/check/code_shapes.hpp"
#include "compiler/check/literals.hpp"
#include "compiler/check/names.hpp"
#include "compiler/check/passes.hpp"
#include "compiler/check/symbols.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace pol::checking {
namespace {

void check_question(const ast::FactDeclaration& fact, Sink& sink) {
    if (!fact.ask)
        sink.add(FindingCode::missing_question, fact.name.span, fmt::format("`{}` has no question", fact.name.text),
                 "add `ask \"…?\"`: it is what a submitter is asked when the fact is missing");
    else if (fact.ask->text.empty())
        sink.add(FindingCode::missing_question, fact.ask->span,
                 fmt::format("the question of `{}` is empty", fact.name.text),
                 "write what a submitter is asked when the fact is missing");
}

constexpr std::size_t value_limit = 1000;

void check_values(const ast::FactDeclaration& fact, Sink& sink) {
    const auto* choice = std::get_if<ast::ChoiceType>(&fact.type);
    if (choice == nullptr) return;
    if (choice->values.size() > value_limit)
        return sink.add(FindingCode::too_large, fact.name.span,
                        fmt::format("`{}` has {} values", fact.name.text, choice->values.size()),
                        fmt::format("up to {} are possible", value_limit));
    NameTable values("value of `" + fact.name.text + "`", sink);
    for (const ast::ValueDeclaration& value : choice->values) values.add(value.name.text, value.name.span);
    if (choice->values.size() == 1)
        sink.add(FindingCode::single_value, choice->values.front().name.span,
                 fmt::format("`{}` can only be `{}`", fact.name.text, choice->values.front().name.text),
                 "add the other values, or make it a yes/no fact");
}

/// A text behind the last value is that value's, though its author may have meant the phrase of the fact.
void check_last_text(const ast::FactDeclaration& fact, Sink& sink) {
    const auto has_text = [](const ast::ValueDeclaration& value) { return value.text.has_value(); };
    const auto* choice = std::get_if<ast::ChoiceType>(&fact.type);
    if (choice == nullptr || choice->values.size() < 2 || fact.phrase || !has_text(choice->values.back())) return;
    if (std::any_of(choice->values.begin(), choice->values.end() - 1, has_text)) return;
    const ast::ValueDeclaration& last = choice->values.back();
    const std::string& first = choice->values.front().name.text;
    sink.add(FindingCode::text_of_last_value, last.text->span,
             fmt::format("this is the text of `{}` alone, not the phrase of `{}`", last.name.text, fact.name.text),
             fmt::format(
                 "write `{0} \"…\" \"…\"` with the phrase behind the text, or give the other values texts too, as in "
                 "`{1} \"…\"`",
                 last.name.text, first));
}

/// Codes stand for values of their own fact; a code stands for one value.
void check_value_codes(const ast::FactDeclaration& fact, Sink& sink) {
    const std::vector<std::string> values = values_of(fact);
    std::map<Code, Span> first;
    for (const ast::CodeAttribute& attribute : fact.codes) {
        if (!contains(values, attribute.value.text)) add_unknown_value(sink, attribute.value, fact.name.text, values);
        const std::optional<Code> code = check_code(attribute.system, attribute.code, sink);
        if (!code) continue;
        const auto [place, is_new] = first.emplace(*code, attribute.code.span);
        if (!is_new)
            add_with_place(sink, FindingCode::repeated_code, attribute.code.span,
                           fmt::format("`{}` stands twice at `{}`", attribute.code.text, fact.name.text),
                           "a code stands for one value", place->second, "the first one");
    }
}

void check_fact(const ast::FactDeclaration& fact, const std::vector<ast::FactDeclaration>& facts, Sink& sink) {
    if (is_request_field(fact.name.text))
        sink.add(FindingCode::request_fact_declared, fact.name.span,
                 fmt::format("every request has `{}` already", fact.name.text),
                 "leave the declaration out or choose another name");
    if (std::holds_alternative<ast::DerivedType>(fact.type)) return check_derived_fact(fact, facts, sink);
    check_question(fact, sink);
    check_values(fact, sink);
    if (const auto* number = std::get_if<ast::NumberType>(&fact.type)) check_number_type(*number, sink);
    check_last_text(fact, sink);
    if (std::holds_alternative<ast::ListType>(fact.type)) return check_list_fact(fact, sink);
    check_value_codes(fact, sink);
}

void check_names_and_facts(const std::string& what, const std::vector<ast::FactDeclaration>& facts, Sink& sink) {
    NameTable names(what, sink);
    for (const ast::FactDeclaration& fact : facts) {
        names.add(fact.name.text, fact.name.span);
        check_fact(fact, facts, sink);
        if (const auto* list = std::get_if<ast::ListType>(&fact.type))
            check_names_and_facts("field of `" + fact.name.text + "`", list->fields, sink);
    }
}

}  // namespace

void check_facts(const ast::FactsBlock& facts, Sink& sink) {
    if (facts.facts.empty())
        sink.add(FindingCode::empty_list, facts.source.span, "this list of facts is empty",
                 "declare a fact in it or leave it out");
    check_names_and_facts("fact", facts.facts, sink);
    for (const ast::FactDeclaration& fact : facts.facts)
        if (fact.name.text == "units" || fact.name.text == "doses")
            sink.add(FindingCode::expectation_word, fact.name.span,
                     fmt::format("a scenario expects `{}` of an approval", fact.name.text),
                     "choose another name; only a field of a list can be called so");
}

}  // namespace pol::checking
