#include "compiler/check/context.hpp"
#include "compiler/check/passes.hpp"
#include "compiler/source/overloaded.hpp"

#include <fmt/format.h>

namespace pol::checking {
namespace {

constexpr const char* day_beside = "leave `measured` out, and declare the day as a field of its own";

/// Why a field cannot be of a type; null for the types that fields have.
const char* unfit_type(const ast::FactType& type) {
    return std::visit(overloaded{
                          [](const ast::YesNoType& yes_no) { return yes_no.measured ? day_beside : nullptr; },
                          [](const ast::ChoiceType& choice) { return choice.measured ? day_beside : nullptr; },
                          [](const ast::CodeType&) -> const char* { return nullptr; },
                          [](const ast::NumberType& number) {
                              return number.measured ? "declare it with `number`, and the day as a field of its own"
                                                     : nullptr;
                          },
                          [](const ast::DateType&) -> const char* { return nullptr; },
                          [](const ast::ListType&) -> const char* {
                              return "declare the inner list beside this one, with a field that tells what it is for";
                          },
                          [](const ast::DerivedType&) -> const char* { return nullptr; },
                      },
                      type);
}

/// What a fact says of other facts or of claims, a list and its fields do not.
void check_attributes(const ast::FactDeclaration& fact, const std::string& what, Sink& sink) {
    const auto report = [&](Span span, const char* word) {
        sink.add(FindingCode::field_attribute, span, fmt::format("`{}` does not stand at {}", word, what),
                 "leave it out; only facts outside lists have it");
    };
    if (!fact.implies.empty()) report(fact.implies.front().span, "implies");
    if (fact.not_before) report(fact.not_before->span, "not before");
    for (const ast::CodeAttribute& code : fact.codes) report(code.system.span, "icd10cm");
}

}  // namespace

void check_list_fact(const ast::FactDeclaration& list, Sink& sink) {
    const std::vector<ast::FactDeclaration>& fields = std::get<ast::ListType>(list.type).fields;
    check_attributes(list, "a list", sink);
    if (list.phrase && list.phrase->text.empty())
        sink.add(FindingCode::empty_text, list.phrase->span, fmt::format("`{}` lists nothing", list.name.text),
                 "say what its entries are, as in `list of \"drugs tried\"`");
    if (fields.empty())
        sink.add(FindingCode::empty_list, list.name.span, fmt::format("`{}` has no fields", list.name.text),
                 "declare what is stated of each entry, one field a line");
    for (const ast::FactDeclaration& field : fields) {
        check_attributes(field, "a field of a list", sink);
        if (const char* hint = unfit_type(field.type))
            sink.add(FindingCode::field_type, field.name.span,
                     fmt::format("`{}` cannot be a field of a list", field.name.text), hint);
    }
}

void check_field_names(const Context& context) {
    for (const KnownFact& field : context.symbols.facts()) {
        if (field.list == nullptr) continue;
        const ast::Name& name = field.declaration->name;
        const KnownFact* fact = context.symbols.fact(name.text);
        if (fact == nullptr || fact->declaration == nullptr) continue;
        add_with_place(context.sink, FindingCode::ambiguous_field, name.span,
                       fmt::format("`{}` is a field of `{}` and a fact", name.text, field.list->name.text),
                       "give one of them another name, so that readers know which is meant",
                       fact->declaration->name.span, "the fact");
    }
}

}  // namespace pol::checking
