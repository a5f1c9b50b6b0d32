#pragma once

#include "pol/arrow/c_data.h"
#include "pol/description.hpp"

#include <string>
#include <vector>

namespace pol::arrow {

/// A column of a structure: its name, its Arrow format and whether it may be null.
struct ColumnType {
    std::string name;
    std::string format;
    bool may_be_null = true;
};

/// The columns that a policy's facts may be given in, and those of decisions.
[[nodiscard]] std::vector<ColumnType> input_columns(const PolicyDescription& policy);
[[nodiscard]] std::vector<ColumnType> output_columns();

/// The schema of a structure of those columns, whose release frees it.
void write_schema(const std::vector<ColumnType>& columns, ArrowSchema& schema);

}  // namespace pol::arrow
