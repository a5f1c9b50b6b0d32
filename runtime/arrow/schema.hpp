#pragma once

#include "pol/arrow/c_data.h"
#include "pol/description.hpp"

#include <string>
#include <vector>

namespace pol::arrow {

/// A column: its name, its Arrow format, whether it may be null, and the columns within, of a list its entries.
struct ColumnType {
    std::string name;
    std::string format;
    bool may_be_null = true;
    std::vector<ColumnType> children{};
};

/// The columns that a policy's facts may be given in, and those of decisions.
[[nodiscard]] std::vector<ColumnType> input_columns(const PolicyDescription& policy);
[[nodiscard]] std::vector<ColumnType> output_columns();

/// A column of lists, and one of structures, without nulls.
[[nodiscard]] ColumnType list_column(std::string name, ColumnType entries);
[[nodiscard]] ColumnType structure_column(std::string name, std::vector<ColumnType> columns);

/// The schema of a structure of those columns, whose release frees it.
void write_schema(const std::vector<ColumnType>& columns, ArrowSchema& schema);

}  // namespace pol::arrow
