#include "runtime/arrow/schema.hpp"

#include "pol/entry_field.hpp"
#include "pol/notation.hpp"
#include "runtime/arrow/fact_column.hpp"
#include "runtime/arrow/owned.hpp"

#include <memory>
#include <utility>

namespace pol::arrow {

namespace {

struct Names {
    std::string name;
    std::string format;
};
using OwnedSchema = Owned<ArrowSchema, Names>;

void write_column(const ColumnType& column, ArrowSchema& schema) {
    auto owned = std::make_unique<OwnedSchema>(Names{column.name, column.format});
    for (const ColumnType& child : column.children) write_column(child, owned->new_child());
    schema = {.format = owned->content.format.c_str(),
              .name = owned->content.name.c_str(),
              .metadata = nullptr,
              .flags = column.may_be_null ? ARROW_FLAG_NULLABLE : 0,
              .n_children = static_cast<std::int64_t>(owned->children.size()),
              .children = owned->pointers.data(),
              .dictionary = nullptr,
              .release = OwnedSchema::release,
              .private_data = owned.get()};
    static_cast<void>(owned.release());
}

/// The plainest type that carries the fact. Others do, too: dictionaries of text, all widths of integers.
std::string format_of(const FactDescription& fact) {
    const bool has_number = fact.type == FactType::number || fact.type == FactType::measurement;
    if (has_number && fact.notation == Notation::amount) return "d:18,6";
    if (has_number && fact.notation != Notation::yes_no) return "u";
    if (fact.type == FactType::one_of) return "u";
    return fact.type == FactType::date || fact.type == FactType::partial_date ? "tdD" : "b";
}

void add_values(const FactDescription& fact, std::string_view name, std::vector<ColumnType>& columns) {
    columns.push_back({std::string(name), format_of(fact)});
    if (fact.type == FactType::measurement) columns.push_back({std::string(name) + "_on", "tdD"});
}

ColumnType column_of_entries(const PolicyDescription& policy, std::uint32_t list) {
    std::vector<ColumnType> fields;
    for (std::uint32_t i = list + 1; i < policy.facts.size && policy.facts[i].list == list; ++i)
        add_values(policy.facts[i], name_in_entry(policy, policy.facts[i]), fields);
    ColumnType column = list_column(text_of(policy.facts[list].name), structure_column("item", std::move(fields)));
    column.may_be_null = true;
    return column;
}

}  // namespace

std::vector<ColumnType> input_columns(const PolicyDescription& policy) {
    std::vector<ColumnType> columns = {{"evidence", "u"}};
    for (std::uint32_t i = 0; i < policy.facts.size; ++i) {
        const FactDescription& fact = policy.facts[i];
        if (fact.list != no_index) continue;
        if (fact.type == FactType::list)
            columns.push_back(column_of_entries(policy, i));
        else
            add_values(fact, view(fact.name), columns);
        columns.push_back({text_of(fact.name) + "_evidence", "u"});
    }
    return columns;
}

std::vector<ColumnType> output_columns() {
    return {{"outcome", "u", false},
            {"denial", "b", false},
            {"approved_from", "tdD"},
            {"approved_through", "tdD"},
            list_column("possible", {"item", "u", false})};
}

ColumnType list_column(std::string name, ColumnType entries) {
    return {std::move(name), "+l", false, {std::move(entries)}};
}

ColumnType structure_column(std::string name, std::vector<ColumnType> columns) {
    return {std::move(name), "+s", false, std::move(columns)};
}

void write_schema(const std::vector<ColumnType>& columns, ArrowSchema& schema) {
    write_column({"", "+s", false, columns}, schema);
}

}  // namespace pol::arrow
