#include "compiler/emit/parts.hpp"
#include "compiler/emit/text.hpp"
#include "pol/date_text.hpp"

#include <fmt/format.h>

#include <variant>

namespace pol::emission {

Context::Context(const model::Policy& written_policy, const EmitOptions& written_options)
    : policy(written_policy),
      options(written_options),
      names(written_policy),
      places(written_policy),
      uses(uses_of(written_policy)),
      conditions(written_policy.clauses.size(), nullptr),
      requirements(written_policy.clauses.size(), nullptr) {
    for (const model::Determination& determination : policy.determinations)
        if (determination.condition) conditions[determination.clause] = &*determination.condition;
    for (const model::Requirement& requirement : policy.requirements) {
        requirements[requirement.clause] = &requirement;
        conditions[requirement.clause] = std::get_if<model::Condition>(&requirement.body);
    }
}

const model::Condition* Context::only_if(model::ClauseIndex clause) const {
    const model::Requirement* requirement = requirements[clause];
    return requirement != nullptr && requirement->only_if ? &*requirement->only_if : nullptr;
}

std::string Context::full_namespace() const {
    return options.enclosing_namespace.empty() ? names.space : options.enclosing_namespace + "::" + names.space;
}

std::string Context::file() const { return options.base_name + ".pol"; }

std::string Context::citation(model::ClauseIndex clause) const {
    const model::Clause& cited = policy.clauses[clause];
    return together({policy.number, "/", iso_text(policy.text_from), "/", cited.id, " (", options.base_name,
                     ".pol:", std::to_string(cited.line), ")"});
}

std::string Context::clause_set(const std::vector<model::ClauseIndex>& clauses, int indent) const {
    std::vector<std::string> items;
    for (const model::ClauseIndex index : clauses) items.push_back(clause(index));
    return filled_call("clauses(", items, indent);
}

std::string Context::clause_number(model::ClauseIndex index) const {
    return index == no_index ? "::pol::no_index" : together({"number_of(Clause::", names.clauses[index], ")"});
}

std::string Context::member(model::FactIndex fact) const {
    return policy.facts[fact].list ? "each." + names.fields[fact] : parameter + "." + names.facts[fact];
}

std::string Context::value(model::FactIndex fact, std::uint16_t value) const {
    const bool is_yes_no =
        policy.facts[fact].type == FactType::yes_no || policy.facts[fact].notation == Notation::yes_no;
    if (is_yes_no) return value == 0 ? "YesNo::no" : "YesNo::yes";
    return names.types[fact] + "::" + names.values[fact][value];
}

std::string runtime_guard(const Context& context) {
    return fmt::format(
        "{} was compiled for another version of the pol runtime: compile it again with the polc of this runtime, or "
        "include the runtime of that polc",
        context.file());
}

}  // namespace pol::emission
