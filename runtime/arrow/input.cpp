#include "runtime/arrow/input.hpp"

#include "pol/closest_name.hpp"
#include "pol/text_view.hpp"

#include <algorithm>

namespace pol::arrow {

namespace {

constexpr std::string_view evidence_ending = "_evidence";
constexpr std::string_view day_ending = "_on";

/// What a column is by its name.
enum class Role : std::uint8_t { none, callers_own, evidence_of_rows, value, evidence, day };
struct Meant {
    Role role = Role::none;
    std::size_t fact = 0;
};

/// The name without its ending; empty where it has another.
std::string_view without(std::string_view name, std::string_view ending) {
    return name.ends_with(ending) ? name.substr(0, name.size() - ending.size()) : std::string_view();
}

std::optional<std::size_t> fact_named(const PolicyDescription& policy, std::string_view name) {
    for (std::uint32_t i = 0; i < policy.facts.size; ++i) {
        const Text known = policy.facts[i].name;
        if (policy.facts[i].list == no_index && name == view(known)) return i;
    }
    return {};
}

Meant meant_by(const PolicyDescription& policy, std::string_view name) {
    if (name == "id") return {Role::callers_own};
    if (name == "evidence") return {Role::evidence_of_rows};
    if (const auto fact = fact_named(policy, name)) return {Role::value, *fact};
    if (const auto fact = fact_named(policy, without(name, evidence_ending))) return {Role::evidence, *fact};
    if (const auto fact = fact_named(policy, without(name, day_ending)))
        if (policy.facts[*fact].type == FactType::measurement) return {Role::day, *fact};
    return {};
}

/// A structure may have a validity buffer although no row of it is null.
bool has_null_rows(const ArrowArray& array) {
    if (array.null_count == 0 || array.n_buffers == 0 || array.buffers[0] == nullptr) return false;
    const auto* bits = static_cast<const std::uint8_t*>(array.buffers[0]);
    for (std::int64_t at = array.offset; at < array.offset + array.length; ++at)
        if ((bits[at / 8] >> (at % 8) & 1U) == 0) return true;
    return false;
}

}  // namespace

std::string problem_of_structure(const ArrowSchema& schema, const ArrowArray& array) {
    if (schema.format == nullptr || std::string_view(schema.format) != "+s") return "the batch must be a struct array";
    if (schema.n_children != array.n_children) return "the schema is not that of the batch";
    if (schema.release == nullptr || array.release == nullptr) return "the batch has been released already";
    if (has_null_rows(array)) return "the rows of the batch may not be null themselves; leave the columns null";
    std::vector<std::string> names;
    for (std::int64_t i = 0; i < schema.n_children; ++i) {
        const std::string name = name_of_column(schema, i);
        if (std::find(names.begin(), names.end(), name) != names.end()) return "column `" + name + "` comes twice";
        if (array.children[i]->length < array.offset + array.length)
            return "column `" + name + "` is shorter than the batch";
        names.push_back(name);
    }
    return {};
}

bool takes_column(const PolicyDescription& policy, std::string_view name) {
    return meant_by(policy, name).role != Role::none;
}

void add_fact_names(const PolicyDescription& policy, std::vector<std::string_view>& names) {
    for (const FactDescription& fact : policy.facts)
        if (fact.list == no_index) names.push_back(view(fact.name));
}

Input::Input(const PolicyDescription& policy) : policy_(policy) {
    for (std::uint32_t i = 0; i < policy.facts.size; ++i) {
        facts_.emplace_back(policy.facts[i]);
        if (policy.facts[i].type == FactType::list) lists_.emplace_back(policy, static_cast<std::uint16_t>(i));
    }
}

std::string Input::take_value(std::size_t fact, const Source& source) {
    std::string problem = facts_[fact].take_value(source);
    for (ListColumn& list : lists_)
        if (problem.empty() && list.list() == fact && is_list(source)) problem = list.take(source);
    return problem;
}

std::string Input::bind_column(const std::string& name, const Source& source) {
    const Meant meant = meant_by(policy_, name);
    switch (meant.role) {
        case Role::evidence_of_rows:
            evidence_.emplace(name, source, Sayable::levels);
            return evidence_->problem();
        case Role::value:
            return take_value(meant.fact, source);
        case Role::evidence:
            return facts_[meant.fact].take_evidence(name, source);
        case Role::day:
            return facts_[meant.fact].take_day(name, source);
        case Role::callers_own:
        case Role::none:
            break;
    }
    return {};
}

std::string Input::unknown_column(const std::string& name) const {
    const std::size_t dot = name.find('.');
    const bool is_field = std::any_of(policy_.facts.begin(), policy_.facts.end(), [&](const FactDescription& fact) {
        return fact.list != no_index && view(fact.name) == name;
    });
    if (is_field)
        return "column `" + name + "` is no fact of its own: it is the column `" + name.substr(dot + 1) +
               "` of the structures in the list column `" + name.substr(0, dot) + "`";
    std::vector<std::string_view> known;
    add_fact_names(policy_, known);
    return "column `" + name + "` is no fact of this policy" + closest_name_hint(name, known);
}

std::string Input::bind(const ArrowSchema& schema, const ArrowArray& array) {
    std::string problem = problem_of_structure(schema, array);
    for (std::int64_t i = 0; i < schema.n_children && problem.empty(); ++i) {
        const std::string name = name_of_column(schema, i);
        if (!takes_column(policy_, name)) return unknown_column(name);
        problem = bind_column(name, source_of_column(schema, array, i));
    }
    return problem;
}

void Input::read_evidence(std::span<const std::int64_t> rows) {
    rows_evidence_.assign(rows.size(), Evidence::claimed);
    if (!evidence_) return;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (const Said said = evidence_->at(rows[i], problems_[i]); said != Said::nothing)
            rows_evidence_[i] = static_cast<Evidence>(said);
}

const std::vector<std::string>& Input::read(std::span<const std::int64_t> rows) {
    problems_.assign(rows.size(), {});
    read_evidence(rows);
    columns_.clear();
    entries_.clear();
    for (FactColumn& fact : facts_) {
        fact.read({rows, rows_evidence_, problems_});
        columns_.push_back(fact.column());
    }
    for (ListColumn& list : lists_) {
        batch::AnyColumn& column = columns_[list.list()];
        list.read(rows, column.cells, problems_, entries_);
        column.offsets = list.offsets();
    }
    return problems_;
}

}  // namespace pol::arrow
