#include "compiler/lower/context.hpp"

#include <algorithm>
#include <cassert>

namespace pol::lowering {

std::uint32_t line_of(const Context& context, const Span& span) {
    return context.sources.file(span.file).line_of(span.begin);
}

model::FactIndex fact_named(const Context& context, std::string_view name) {
    const auto found = context.fact_by_name.find(name);
    assert(found != context.fact_by_name.end());
    return found->second;
}

const Derived* derived_fact(const Context& context, std::string_view name) {
    const auto found = context.derived_by_name.find(name);
    return found == context.derived_by_name.end() ? nullptr : &found->second;
}

Evidence minimum_for(const Context& context, model::FactIndex fact, Evidence minimum) {
    const model::Fact& asked = context.policy.facts[fact];
    return asked.source == FactSource::provider && !asked.list ? minimum : Evidence::none;
}

std::uint16_t value_named(const model::Fact& fact, std::string_view name) {
    if (fact.type == FactType::yes_no || fact.notation == Notation::yes_no) return name == "yes" ? 1 : 0;
    const auto found = std::find_if(fact.values.begin(), fact.values.end(),
                                    [name](const model::Value& value) { return value.name == name; });
    assert(found != fact.values.end());
    return static_cast<std::uint16_t>(found - fact.values.begin());
}

std::uint16_t routing_value(const Context& context, BuiltinFact fact, std::string_view name) {
    return value_named(context.policy.facts[index_of(fact)], name);
}

namespace {

std::string id_of(const ast::ItemReference& reference, std::string_view section) {
    std::string id = reference.section.empty() ? std::string(section) : reference.section;
    for (const std::string& label : reference.path) id += id.empty() ? label : "." + label;
    return id;
}

}  // namespace

model::ClauseIndex clause_at(const Context& context, const ast::ItemReference& reference, std::string_view section) {
    auto found = context.clause_by_id.find(id_of(reference, section));
    if (found == context.clause_by_id.end()) found = context.clause_by_id.find(id_of(reference, ""));
    assert(found != context.clause_by_id.end());
    return found->second;
}

std::vector<model::ClauseIndex> clauses_in(const Context& context, const ast::ItemRange& range,
                                           std::string_view section) {
    const model::ClauseIndex begin = clause_at(context, range.first, section);
    if (!range.last) return {begin};
    model::ClauseIndex end = clause_at(context, *range.last, section);
    const std::string below = context.policy.clauses[end].id + ".";
    ++end;
    while (end < context.policy.clauses.size() && context.policy.clauses[end].id.rfind(below, 0) == 0) ++end;
    std::vector<model::ClauseIndex> clauses;
    for (model::ClauseIndex clause = begin; clause < end; ++clause) clauses.push_back(clause);
    return clauses;
}

}  // namespace pol::lowering
