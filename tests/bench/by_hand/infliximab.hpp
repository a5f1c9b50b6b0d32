#pragma once

#include <infliximab.hpp>

/// The policy on infliximab, decided by code that a person wrote from its document: what the generated evaluator is
/// measured against, and compared with.
namespace hand::infliximab {

[[nodiscard]] plan::infliximab::Decision decide(const plan::infliximab::Request& request) noexcept;

}  // namespace hand::infliximab
