#pragma once

#include <esketamine.hpp>

/// The policy on esketamine, decided by code that a person wrote from its document: what the generated evaluator is
/// measured against, and compared with.
namespace hand::esketamine {

[[nodiscard]] plan::esketamine::Decision decide(const plan::esketamine::Request& request) noexcept;

}  // namespace hand::esketamine
