#pragma once

#include "compiler/interpret/prepared.hpp"
#include "pol/record.hpp"

namespace pol {

/// Decides many requests of one policy. Refers to the policy, which must outlive it.
class Interpreter {
public:
    explicit Interpreter(const model::Policy& policy) : prepared_(policy) {}

    /// As `pol::interpret`.
    [[nodiscard]] DecisionRecord interpret(const RequestRecord& request) const;

private:
    interpretation::PreparedPolicy prepared_;
};

}  // namespace pol
