#pragma once

#include "pol/json/read_request.hpp"
#include "runtime/json/syntax.hpp"

#include <cstdint>
#include <vector>

namespace pol::json {

/// The entries of a list; the paths of errors begin at the list, `[1].improvement`.
struct ReadEntries {
    std::vector<EntryRecord> entries;
    std::vector<RequestError> errors;
};
[[nodiscard]] ReadEntries read_entries(const PolicyDescription& policy, std::uint16_t list, const Node& node);

}  // namespace pol::json
