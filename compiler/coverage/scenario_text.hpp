#pragma once

#include "compiler/coverage/neighbours.hpp"

#include <string>
#include <vector>

namespace pol::coverage {

/// `like "H row 1: adult" except birth_date 2008-07-01`, on one line.
[[nodiscard]] std::string like_text(const model::Policy& policy, std::size_t scenario, const std::vector<Step>& steps);

/// What scenario files say of a request, in canonical form: from another scenario, or fact by fact.
[[nodiscard]] std::string like_rows(const model::Policy& policy, std::size_t scenario, const std::vector<Step>& steps);
[[nodiscard]] std::string request_rows(const model::Policy& policy, const RequestRecord& request);

/// `expect …` with every topic that a decision has, in canonical form.
[[nodiscard]] std::string expectation_rows(const model::Policy& policy, const DecisionRecord& decision);

}  // namespace pol::coverage
