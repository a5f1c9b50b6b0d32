#include "runtime/arrow/schema.hpp"

#include "pol/notation.hpp"
#include "runtime/arrow/fact_column.hpp"

#include <memory>
#include <utility>

namespace pol::arrow {

namespace {

/// Every schema has one of these to free; a child may be moved out and released by itself.
struct Names {
    std::string name;
    std::string format;
};
struct Structure {
    std::vector<std::unique_ptr<ArrowSchema>> columns;
    std::vector<ArrowSchema*> children;
};

void release_column(ArrowSchema* schema) {
    delete static_cast<Names*>(schema->private_data);
    schema->release = nullptr;
}

void release_structure(ArrowSchema* schema) {
    for (std::int64_t i = 0; i < schema->n_children; ++i)
        if (schema->children[i]->release != nullptr) schema->children[i]->release(schema->children[i]);
    delete static_cast<Structure*>(schema->private_data);
    schema->release = nullptr;
}

ArrowSchema column_schema(const ColumnType& column) {
    auto names = std::make_unique<Names>(Names{column.name, column.format});
    return {.format = names->format.c_str(),
            .name = names->name.c_str(),
            .metadata = nullptr,
            .flags = column.may_be_null ? ARROW_FLAG_NULLABLE : 0,
            .n_children = 0,
            .children = nullptr,
            .dictionary = nullptr,
            .release = release_column,
            .private_data = names.release()};
}

/// The plainest type that carries the fact. Others do, too: dictionaries of text, all widths of integers.
std::string format_of(const FactDescription& fact) {
    const bool has_number = fact.type == FactType::number || fact.type == FactType::measurement;
    if (has_number && fact.notation == Notation::amount) return "d:18,6";
    if (has_number && fact.notation != Notation::yes_no) return "u";
    if (fact.type == FactType::one_of) return "u";
    return fact.type == FactType::date || fact.type == FactType::partial_date ? "tdD" : "b";
}

/// Frees what is made of a structure when memory ends before it is whole.
struct ReleaseColumns {
    void operator()(Structure* structure) const {
        for (const auto& column : structure->columns)
            if (column->release != nullptr) column->release(column.get());
        delete structure;
    }
};

}  // namespace

std::vector<ColumnType> input_columns(const PolicyDescription& policy) {
    std::vector<ColumnType> columns = {{"evidence", "u"}};
    for (const FactDescription& fact : policy.facts) {
        if (fact.list != no_index || fact.type == FactType::list) continue;
        const std::string name = text_of(fact.name);
        columns.push_back({name, format_of(fact)});
        columns.push_back({name + "_evidence", "u"});
        if (fact.type == FactType::measurement) columns.push_back({name + "_on", "tdD"});
    }
    return columns;
}

std::vector<ColumnType> output_columns() {
    return {{"outcome", "u", false}, {"denial", "b", false}, {"approved_from", "tdD"}, {"approved_through", "tdD"}};
}

void write_schema(const std::vector<ColumnType>& columns, ArrowSchema& schema) {
    std::unique_ptr<Structure, ReleaseColumns> structure(new Structure);
    for (const ColumnType& column : columns) {
        structure->columns.push_back(std::make_unique<ArrowSchema>());
        *structure->columns.back() = column_schema(column);
        structure->children.push_back(structure->columns.back().get());
    }
    schema = {.format = "+s",
              .name = "",
              .metadata = nullptr,
              .flags = 0,
              .n_children = static_cast<std::int64_t>(columns.size()),
              .children = structure->children.data(),
              .dictionary = nullptr,
              .release = release_structure,
              .private_data = structure.get()};
    static_cast<void>(structure.release());
}

}  // namespace pol::arrow
