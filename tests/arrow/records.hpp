#pragma once

#include "pol/description.hpp"
#include "pol/record.hpp"
#include "tests/arrow/built_batch.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace pol::testing {

/// Recorded requests as the columns of a batch. Every column has a shape of its own, drawn from `seed`.
[[nodiscard]] std::vector<BuiltColumn> columns_of(const PolicyDescription& policy,
                                                  const std::vector<RequestRecord>& records, std::int64_t offset,
                                                  std::uint32_t seed);

/// `2014`, `2014-07` or `2014-07-03`, by how long the range is.
[[nodiscard]] std::string written(DateRange range);

}  // namespace pol::testing
