#pragma once

#include "compiler/model/policy.hpp"
#include "pol/description.hpp"

#include <memory>

namespace pol::model {

/// The description tables of a policy, equal to those of its compiled evaluator. The tables point into `policy` and
/// into storage owned by the result: both must outlive their use.
class Description {
public:
    explicit Description(const Policy& policy);
    ~Description();
    Description(Description&&) noexcept;
    Description& operator=(Description&&) noexcept;
    [[nodiscard]] const PolicyDescription& get() const;

private:
    struct Storage;
    std::unique_ptr<Storage> storage_;
};

}  // namespace pol::model
