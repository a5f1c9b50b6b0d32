#pragma once

#include "pol/answer.hpp"
#include "pol/description.hpp"
#include "runtime/json/fact_form.hpp"
#include "runtime/json/fault.hpp"
#include "runtime/json/request_names.hpp"

#include <cstdint>

namespace pol::json {

/// Takes the value of a fact, as written without its evidence, over into an answer. Lists are read entry by entry,
/// elsewhere.
[[nodiscard]] Fault read_value(const RequestNames& names, std::uint16_t fact, ValueForm form,
                               const FactDescription& description, const Node& node, Answer& answer);

/// The same for a day, a month or a year alone.
[[nodiscard]] Fault read_days(const Node& node, Answer& answer);

}  // namespace pol::json
