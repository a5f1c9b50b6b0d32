#pragma once

#include "runtime/arrow/built_array.hpp"
#include "runtime/arrow/schema.hpp"

#include <vector>

namespace pol::arrow {

/// Gives a structure of those columns to the caller, with its schema: both or, where memory ends, none.
void give_away(const std::vector<ColumnType>& columns, BuiltArray&& built, ArrowSchema& schema, ArrowArray& array);

/// Gives the schemas of two structures, either of which may be null: all that are wanted or none.
void give_schemas(const std::vector<ColumnType>& input_columns, ArrowSchema* input,
                  const std::vector<ColumnType>& output_columns, ArrowSchema* output);

}  // namespace pol::arrow
