#include "compiler/check/symbols.hpp"

#include "compiler/ast/fields.hpp"
#include "compiler/source/overloaded.hpp"

#include <algorithm>
#include <utility>

namespace pol::checking {
namespace {

std::vector<std::string> texts_of(const std::vector<ast::Name>& names) {
    std::vector<std::string> texts;
    for (const ast::Name& name : names) texts.push_back(name.text);
    return texts;
}

}  // namespace

std::vector<std::string> values_of(const ast::FactDeclaration& declaration) {
    if (std::holds_alternative<ast::YesNoType>(declaration.type)) return {"no", "yes"};
    std::vector<std::string> values;
    if (const auto* derived = std::get_if<ast::DerivedType>(&declaration.type))
        for (const ast::ValueGroup& group : derived->groups) values.push_back(group.name.text);
    if (const auto* choice = std::get_if<ast::ChoiceType>(&declaration.type))
        for (const ast::ValueDeclaration& value : choice->values) values.push_back(value.name.text);
    return values;
}

namespace {

FactKind kind_of(const ast::FactDeclaration& declaration) {
    return std::visit(
        overloaded{
            [](const ast::YesNoType&) { return FactKind::yes_no; },
            [](const ast::ChoiceType& type) { return type.ordered ? FactKind::scale : FactKind::one_of; },
            [](const ast::CodeType&) { return FactKind::code; },
            [](const ast::NumberType& type) { return type.measured ? FactKind::measurement : FactKind::number; },
            [](const ast::DateType&) { return FactKind::partial_date; },
            [](const ast::ListType&) { return FactKind::list; },
            [](const ast::DerivedType&) { return FactKind::one_of; },
        },
        declaration.type);
}

}  // namespace

bool is_dated_choice(const ast::FactDeclaration& declaration) {
    const auto* yes_no = std::get_if<ast::YesNoType>(&declaration.type);
    const auto* choice = std::get_if<ast::ChoiceType>(&declaration.type);
    return (yes_no != nullptr && yes_no->measured) || (choice != nullptr && choice->measured);
}

Symbols::Symbols(const ast::Program& program) {
    const auto* plan = program.plan ? std::get_if<ast::Plan>(&program.plan->declared) : nullptr;
    if (plan != nullptr) {
        for (const ast::LineOfBusiness& line : plan->lines) lines.push_back(line.name.text);
        benefits = texts_of(plan->benefits);
        requests = texts_of(plan->requests);
    }
    add({"line_of_business", FactKind::routing, FactSource::request, lines, nullptr});
    add({"benefit", FactKind::routing, FactSource::request, benefits, nullptr});
    add({"request", FactKind::routing, FactSource::request, requests, nullptr});
    add({"birth_date", FactKind::birth_date, FactSource::request, {}, nullptr});
    for (const char* name : {"date_of_request", "date_of_service", "first_start"})
        add({name, FactKind::date, FactSource::request, {}, nullptr});
    if (plan != nullptr)
        for (const ast::FactsBlock& block : plan->facts) add_facts(block);
    for (const ast::File& file : program.facts)
        if (const auto* facts = std::get_if<ast::FactsFile>(&file.declared)) add_facts(facts->facts);
    add_terms(ast::policy_of(program));
}

void Symbols::add(KnownFact fact) {
    if (by_name_.emplace(fact.name, facts_.size()).second) facts_.push_back(std::move(fact));
}

void Symbols::add_facts(const ast::FactsBlock& block) {
    const FactSource source = block.source.text == "plan" ? FactSource::plan : FactSource::provider;
    for (const ast::FactDeclaration& fact : block.facts) {
        add({fact.name.text, kind_of(fact), source, values_of(fact), &fact, nullptr, is_dated_choice(fact)});
        const auto* list = std::get_if<ast::ListType>(&fact.type);
        if (list == nullptr) continue;
        for (const ast::FactDeclaration& field : list->fields)
            add({ast::field_name(fact.name.text, field.name.text), kind_of(field), source, values_of(field), &field,
                 &fact});
    }
}

void Symbols::add_terms(const ast::Policy& policy) {
    for (const ast::Block& block : policy.blocks)
        if (const auto* term = std::get_if<ast::Define>(&block))
            if (term_by_name_.emplace(term->name.text, term).second) {
                terms_.push_back(term);
                add_day(*term);
            }
}

const KnownFact* Symbols::fact(const std::string& name) const {
    const auto found = by_name_.find(name);
    return found == by_name_.end() ? nullptr : &facts_[found->second];
}

std::vector<std::string> Symbols::fact_names() const {
    std::vector<std::string> names;
    for (const KnownFact& fact : facts_) names.push_back(fact.name);
    return names;
}

const KnownFact* Symbols::field(const std::string& list, const std::string& name) const {
    return fact(ast::field_name(list, name));
}

const KnownFact* Symbols::choice(const ast::Define& term) const {
    const auto* value = std::get_if<ast::Expression>(&term.body);
    const auto* chosen = value == nullptr ? nullptr : std::get_if<ast::ChosenEntry>(&value->form);
    const KnownFact* found = chosen == nullptr ? nullptr : field(chosen->entries.list.text, chosen->field.text);
    return found == nullptr || is_number(found->kind) ? nullptr : found;
}

std::vector<const KnownFact*> Symbols::fields_called(const std::string& name) const {
    std::vector<const KnownFact*> fields;
    for (const KnownFact& fact : facts_)
        if (fact.list != nullptr && fact.declaration->name.text == name) fields.push_back(&fact);
    return fields;
}

std::vector<std::string> Symbols::field_names(const ast::FactDeclaration& list) const {
    std::vector<std::string> names;
    for (const KnownFact& fact : facts_)
        if (fact.list == &list) names.push_back(fact.declaration->name.text);
    return names;
}

std::vector<std::string> Symbols::list_names() const {
    std::vector<std::string> names;
    for (const KnownFact& fact : facts_)
        if (fact.kind == FactKind::list) names.push_back(fact.name);
    return names;
}

const ast::Define* Symbols::term(const std::string& name) const {
    const auto found = term_by_name_.find(name);
    return found == term_by_name_.end() ? nullptr : found->second;
}

std::vector<std::string> Symbols::names() const {
    std::vector<std::string> names;
    for (const KnownFact& fact : facts_)
        names.push_back(fact.list == nullptr ? fact.name : fact.declaration->name.text);
    for (const ast::Define* term : terms_)
        if (term->name.text.find('.') == std::string::npos) names.push_back(term->name.text);
    return names;
}

bool is_date(FactKind kind) {
    return kind == FactKind::date || kind == FactKind::birth_date || kind == FactKind::partial_date;
}

bool is_derived(const KnownFact& fact) {
    return fact.declaration != nullptr && std::holds_alternative<ast::DerivedType>(fact.declaration->type);
}

bool is_number(FactKind kind) { return kind == FactKind::number || kind == FactKind::measurement; }

bool is_measured(const KnownFact& fact) { return fact.kind == FactKind::measurement || fact.is_dated_choice; }

const ast::Name& code_system(const KnownFact& fact) { return std::get<ast::CodeType>(fact.declaration->type).system; }

const ast::NumberType& number_type(const KnownFact& fact) { return std::get<ast::NumberType>(fact.declaration->type); }

const char* kind_words(FactKind kind) {
    switch (kind) {
        case FactKind::routing:
            return "is part of a request's route";
        case FactKind::date:
        case FactKind::birth_date:
        case FactKind::partial_date:
            return "is a date";
        case FactKind::yes_no:
            return "is a yes/no fact";
        case FactKind::one_of:
            return "is a choice of values";
        case FactKind::scale:
            return "is a scale";
        case FactKind::code:
            return "is a code";
        case FactKind::number:
            return "is a number";
        case FactKind::measurement:
            return "is a measurement";
        case FactKind::list:
            return "is a list";
    }
    return "";
}

bool is_request_field(const std::string& name) {
    static const std::vector<std::string> names = {"line_of_business", "benefit",         "request",     "birth_date",
                                                   "date_of_request",  "date_of_service", "first_start", "id"};
    return contains(names, name);
}

bool contains(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

const std::vector<std::string>& counting_dates() {
    static const std::vector<std::string> names = {"date_of_service", "date_of_request", "first_start"};
    return names;
}

}  // namespace pol::checking
