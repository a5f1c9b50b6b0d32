#include "compiler/check/symbols.hpp"

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
    if (declaration.values.empty()) return {"no", "yes"};
    std::vector<std::string> values;
    for (const ast::ValueDeclaration& value : declaration.values) values.push_back(value.name.text);
    return values;
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
}

void Symbols::add(KnownFact fact) {
    if (by_name_.emplace(fact.name, facts_.size()).second) facts_.push_back(std::move(fact));
}

void Symbols::add_facts(const ast::FactsBlock& block) {
    const FactSource source = block.source.text == "plan" ? FactSource::plan : FactSource::provider;
    for (const ast::FactDeclaration& declaration : block.facts) {
        const FactKind kind = declaration.values.empty() ? FactKind::yes_no : FactKind::one_of;
        add({declaration.name.text, kind, source, values_of(declaration), &declaration});
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
