#pragma once

#include "pol/registry.hpp"
#include "runtime/arrow/built_array.hpp"
#include "runtime/arrow/output.hpp"
#include "runtime/arrow/routes.hpp"
#include "runtime/arrow/schema.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace pol::arrow {

/// The columns that a batch for some policies may have: those of the texts with a number, or of all texts. A fact that
/// several texts have is there once, with the type of the first. None where no text has the number.
[[nodiscard]] std::vector<ColumnType> request_columns(const Registry& registry, bool all, std::string_view number);

/// A row of requests as it comes out: its decisions, each with the text that made it, or why there are none.
[[nodiscard]] std::vector<ColumnType> decision_columns();
/// Nothing where the texts of the columns are too long for one array.
[[nodiscard]] std::optional<BuiltArray> built_decisions(const Registry& registry, Routes&& routes,
                                                        const Output& decided);

/// The texts of a registry: what they are, when they answer, what they were read from, which codes they list.
[[nodiscard]] std::vector<ColumnType> text_columns();
[[nodiscard]] BuiltArray built_texts(const Registry& registry);

}  // namespace pol::arrow
