#pragma once

#include "compiler/model/policy.hpp"

#include <string>
#include <vector>

namespace pol::emission {

/// The results a policy can give, in the order in which they are listed for people: closed approvals (two places a
/// rule: first period, renewal), the open approval, then the results known before any request.
class Places {
public:
    explicit Places(const model::Policy& policy);

    [[nodiscard]] const std::vector<model::Verdict>& fixed() const { return fixed_; }
    /// C++ names of the fixed places.
    [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
    [[nodiscard]] std::string name_of(const model::Verdict& verdict) const;
    [[nodiscard]] std::size_t first_fixed() const { return first_fixed_; }
    [[nodiscard]] std::size_t count() const { return first_fixed_ + fixed_.size(); }

private:
    std::size_t first_fixed_ = 0;
    std::vector<model::Verdict> fixed_;
    std::vector<std::string> names_;
};

/// `criteria_not_met`, the enumerator of pol::Outcome.
[[nodiscard]] std::string outcome_name(Outcome outcome);

}  // namespace pol::emission
