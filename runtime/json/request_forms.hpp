#pragma once

#include "pol/description.hpp"
#include "runtime/json/fact_form.hpp"
#include "runtime/json/read_value.hpp"
#include "runtime/json/request_names.hpp"

#include <cstdint>
#include <vector>

namespace pol::json {

/// What the requests of one policy look like, worked out once.
class RequestForms {
public:
    explicit RequestForms(const PolicyDescription& policy) : policy_(policy), names_(policy) {
        for (const FactDescription& fact : policy.facts) facts_.push_back(form_of(fact));
    }

    [[nodiscard]] const PolicyDescription& policy() const { return policy_; }
    [[nodiscard]] const RequestNames& names() const { return names_; }
    [[nodiscard]] FactForm form(std::uint16_t fact) const { return facts_[fact]; }
    [[nodiscard]] const FactDescription& description(std::uint16_t fact) const { return policy_.facts[fact]; }

    /// Takes the value of a fact, as written without its evidence, over into an answer; lists are read entry by entry.
    [[nodiscard]] Fault read(std::uint16_t fact, const Node& node, Answer& answer) const {
        return read_value(names_, fact, facts_[fact].value, policy_.facts[fact], node, answer);
    }

private:
    const PolicyDescription& policy_;
    RequestNames names_;
    std::vector<FactForm> facts_;
};

}  // namespace pol::json
