#pragma once

#include "pol/record.hpp"

#include <string>
#include <string_view>

namespace pol::json {

/// `brief` leaves out the readings and the trace.
enum class Detail { full, brief };

/// The decision in its canonical bytes: one line without its end, no blanks, fields in the order of docs/json.md.
/// Equal decisions of one policy give equal bytes. `id`, the request's own name, stands first unless it is empty.
[[nodiscard]] std::string write_decision(const DecisionRecord& decision, const PolicyDescription& policy,
                                         std::string_view id = {}, Detail detail = Detail::full);

}  // namespace pol::json
