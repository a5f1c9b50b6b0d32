#include "compiler/ast/entry_terms.hpp"

#include <cassert>

namespace pol::ast {
namespace {

const Condition& condition_of(const Define& definition) {
    return std::get<CountTest>(std::get<Condition>(definition.body).form).entries.where.front();
}

Condition negated(Condition condition, Span span) {
    ConditionGroup none;
    none.quantifier = Quantifier::none_of;
    none.opening = span;
    none.members.push_back(std::move(condition));
    return {std::move(none), span};
}

}  // namespace

Condition& make_count_of(const EntryDefinition& of, Condition& condition) {
    CountTest count;
    count.count = Number{1, of.list.span};
    count.entries.list = of.list;
    const Span span = condition.span;
    count.entries.where.push_back(std::move(condition));
    condition = Condition{std::move(count), span};
    return condition;
}

void EntryTerms::add(Define& definition) {
    assert(definition.of);
    definitions_.insert_or_assign({definition.of->list.text, definition.name.text}, &definition);
}

bool EntryTerms::put_in_place(Condition& condition, const std::string& list) const {
    const auto* test = std::get_if<FactTest>(&condition.form);
    if (test == nullptr || test->values.size() != 1 || test->comparison != Comparison::is) return false;
    const std::string& value = test->values.front().text;
    if (value != "yes" && value != "no") return false;
    const auto found = definitions_.find({list, test->fact.text});
    if (found == definitions_.end()) return false;
    found->second->of->is_used = true;
    Condition meant = condition_of(*found->second);
    condition = value == "yes" ? std::move(meant) : negated(std::move(meant), condition.span);
    return true;
}

}  // namespace pol::ast
