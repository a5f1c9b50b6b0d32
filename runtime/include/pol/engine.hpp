#pragma once

#include "pol/shared_case.hpp"

// The engine of the room that nearly all policies have. Where POL_ENGINE_APART is defined, evaluators take it from
// pol/engine.cpp, which pol_add_policies compiles once for all of a target, and compile several times faster for it.
// Otherwise, and in larger rooms, it is compiled with every evaluator, and the linker keeps one.

#if defined(POL_ENGINE_APART)
namespace pol {

extern template class QuestionList<SharedCase<EngineRoom{}>>;
extern template void decide(const SharedPolicy<EngineRoom{}>& policy, const void* request,
                            const DecisionOutput<EngineRoom{}.clauses>& decision) noexcept;

}  // namespace pol
#endif
