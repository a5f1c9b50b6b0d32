#pragma once

#include "pol/description.hpp"
#include "pol/record.hpp"
#include "tests/arrow/built_batch.hpp"

#include <cstdint>
#include <vector>

namespace pol::testing {

/// Recorded requests as the columns of a batch. Every column has a shape of its own, drawn from `seed`.
[[nodiscard]] std::vector<BuiltColumn> columns_of(const PolicyDescription& policy,
                                                  const std::vector<RequestRecord>& records, std::int64_t offset,
                                                  std::uint32_t seed);

}  // namespace pol::testing
