#include "runtime/arrow/input.hpp"

#include "pol/text_view.hpp"

#include <algorithm>
#include <string_view>

namespace pol::arrow {

namespace {

constexpr std::string_view evidence_ending = "_evidence";
constexpr std::string_view day_ending = "_on";

/// The name without its ending; empty where it has another.
std::string_view without(std::string_view name, std::string_view ending) {
    return name.ends_with(ending) ? name.substr(0, name.size() - ending.size()) : std::string_view();
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

Input::Input(const PolicyDescription& policy) : policy_(policy) {
    for (const FactDescription& fact : policy.facts) facts_.emplace_back(fact);
}

std::optional<std::size_t> Input::fact_named(std::string_view name) const {
    for (std::uint32_t i = 0; i < policy_.facts.size; ++i) {
        const Text known = policy_.facts[i].name;
        if (policy_.facts[i].list == no_index && name == view(known)) return i;
    }
    return {};
}

std::string Input::bind_column(const std::string& name, const Source& source) {
    // `id` is the caller's own.
    if (name == "id") return {};
    if (name == "evidence") {
        evidence_.emplace(name, source, Sayable::levels);
        return evidence_->problem();
    }
    if (const auto fact = fact_named(name)) return facts_[*fact].take_value(source);
    if (const auto fact = fact_named(without(name, evidence_ending))) return facts_[*fact].take_evidence(name, source);
    if (const auto fact = fact_named(without(name, day_ending)))
        if (policy_.facts[*fact].type == FactType::measurement) return facts_[*fact].take_day(name, source);
    return "column `" + name + "` is no fact of this policy";
}

std::string Input::bind(const ArrowSchema& schema, const ArrowArray& array) {
    if (schema.format == nullptr || std::string_view(schema.format) != "+s") return "the batch must be a struct array";
    if (schema.n_children != array.n_children) return "the schema is not that of the batch";
    if (schema.release == nullptr || array.release == nullptr) return "the batch has been released already";
    if (has_null_rows(array)) return "the rows of the batch may not be null themselves; leave the columns null";
    std::vector<std::string> names;
    for (std::int64_t i = 0; i < schema.n_children; ++i) {
        const ArrowSchema& column = *schema.children[i];
        names.emplace_back(column.name == nullptr ? "" : column.name);
        if (std::count(names.begin(), names.end(), names.back()) > 1)
            return "column `" + names.back() + "` comes twice";
        if (array.children[i]->length < array.offset + array.length)
            return "column `" + names.back() + "` is shorter than the batch";
        std::string problem = bind_column(names.back(), Source(column, *array.children[i], array.offset));
        if (!problem.empty()) return problem;
    }
    return {};
}

std::string Input::read_evidence(std::int64_t first, std::int64_t count) {
    rows_evidence_.assign(static_cast<std::size_t>(count), Evidence::claimed);
    if (!evidence_) return {};
    std::string problem;
    for (std::int64_t i = 0; i < count && problem.empty(); ++i)
        if (const Said said = evidence_->at(first + i, problem); said != Said::nothing)
            rows_evidence_[static_cast<std::size_t>(i)] = static_cast<Evidence>(said);
    return problem;
}

std::string Input::read(std::int64_t first, std::int64_t count, std::vector<batch::AnyColumn>& columns) {
    std::string problem = read_evidence(first, count);
    columns.clear();
    for (FactColumn& fact : facts_) {
        if (problem.empty()) problem = fact.read(first, count, rows_evidence_);
        columns.push_back(fact.column());
    }
    return problem;
}

}  // namespace pol::arrow
