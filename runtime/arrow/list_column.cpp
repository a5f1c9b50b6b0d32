#include "runtime/arrow/list_column.hpp"

#include "pol/closest_name.hpp"
#include "pol/entry_field.hpp"
#include "pol/request_limits.hpp"

#include <cstddef>
#include <set>
#include <string_view>
#include <utility>

namespace pol::arrow {

namespace {

constexpr std::string_view day_ending = "_on";

/// The entries of a list are a structure, none of which is null: a field may be, an entry is there or not.
std::string problem_of_entries(const std::string& list, const Source& source) {
    if (!source.has_entries() || std::string_view(source.entry_schema().format) != "+s")
        return "column `" + list + "` must be a list of structures, whose columns are named after the fields";
    if (source.entry_schema().n_children != source.entries().n_children)
        return "column `" + list + "`: the schema is not that of the entries";
    return {};
}

}  // namespace

ListColumn::ListColumn(const PolicyDescription& policy, std::uint16_t list) : policy_(&policy), list_(list) {
    for (std::uint32_t i = list + 1U; i < policy.facts.size && policy.facts[i].list == list; ++i)
        fields_.emplace_back(policy.facts[i]);
}

std::string ListColumn::take(const Source& source) {
    std::string problem = problem_of_entries(name(), source);
    if (!problem.empty()) return problem;
    const ArrowSchema& schema = source.entry_schema();
    const ArrowArray& entries = source.entries();
    std::set<std::string> taken;
    for (std::int64_t i = 0; i < schema.n_children && problem.empty(); ++i) {
        const std::string field = name_of_column(schema, i);
        if (!taken.insert(field).second) problem = "column `" + name() + "." + field + "` comes twice";
        if (entries.children[i]->length < entries.offset + entries.length)
            problem = "column `" + name() + "." + field + "` is shorter than the entries of the list";
        if (problem.empty()) problem = take_field(field, source_of_column(schema, entries, i));
    }
    if (problem.empty()) source_.emplace(source);
    return problem;
}

std::string ListColumn::take_field(const std::string& field_name, const Source& source) {
    std::vector<std::string_view> known;
    for (std::size_t i = 0; i < fields_.size(); ++i) {
        const FactDescription& field = policy_->facts[static_cast<std::uint32_t>(list_ + 1U + i)];
        known.push_back(name_in_entry(*policy_, field));
        if (field_name == known.back()) return fields_[i].take_value(source);
        if (field.type == FactType::measurement && field_name == std::string(known.back()) + std::string(day_ending))
            return fields_[i].take_day(name() + "." + field_name, source);
    }
    return "column `" + name() + "." + field_name + "` is no field" + closest_name_hint(field_name, known);
}

void ListColumn::find_entries(std::span<const std::int64_t> rows, const batch::Cell* cells,
                              std::vector<std::string>& problems) {
    offsets_.assign(1, 0);
    places_.clear();
    for (std::size_t at = 0; at < rows.size(); ++at) {
        if (source_ && batch::is_given(cells, at)) {
            const std::int64_t end = source_->first_entry(rows[at] + 1);
            std::int64_t entry = source_->first_entry(rows[at]);
            if (end - entry <= static_cast<std::int64_t>(most_list_entries))
                for (; entry < end; ++entry) places_.push_back(entry);
            else if (problems[at].empty())
                problems[at] = in_column(name(), "has more than " + std::to_string(most_list_entries) + " entries");
        }
        offsets_.push_back(static_cast<std::int32_t>(places_.size()));
    }
}

void ListColumn::read_fields(std::vector<std::string>& problems) {
    std::vector<std::string> problems_of_entries(places_.size());
    const std::vector<Evidence> levels(places_.size(), Evidence::none);
    for (FactColumn& field : fields_) field.read({places_, levels, problems_of_entries});
    for (std::size_t at = 0; at + 1 < offsets_.size(); ++at) {
        const auto first = static_cast<std::size_t>(offsets_[at]);
        for (std::size_t i = first; i < static_cast<std::size_t>(offsets_[at + 1]); ++i) {
            const bool is_none = !source_->is_entry_valid(places_[i]);
            if (!problems[at].empty() || (!is_none && problems_of_entries[i].empty())) continue;
            const std::string entry = "entry " + std::to_string(i - first + 1);
            problems[at] = is_none ? in_column(name(), entry + " is null") : entry + ", " + problems_of_entries[i];
        }
    }
}

void ListColumn::read(std::span<const std::int64_t> rows, const batch::Cell* cells, std::vector<std::string>& problems,
                      std::vector<EntryRecord>& entries) {
    find_entries(rows, cells, problems);
    if (places_.empty()) return;
    read_fields(problems);
    for (std::size_t i = 0; i < places_.size(); ++i) {
        EntryRecord& entry = entries.emplace_back();
        entry.list = list_;
        for (const FactColumn& field : fields_) entry.fields.push_back(field.field_at(i));
    }
}

}  // namespace pol::arrow
