#pragma once

#include "pol/shared_case.hpp"

/// The engines of the most common rooms. Where POL_ENGINE_APART is defined, evaluators of these rooms take them from a
/// translation unit of their own (engine/engine.cpp of the installed package, which pol_add_policies adds), and compile faster for it.
/// Without it, and in other rooms, an engine is compiled with every evaluator, and the linker keeps one.
#define POL_FOR_EACH_ENGINE_ROOM(instantiate) \
    instantiate(64, 64, 64)                   \
    instantiate(128, 64, 64)                  \
    instantiate(128, 128, 64)

#define POL_ENGINE_OF_ROOM(prefix, clauses, facts, places)                                                \
    prefix template class pol::QuestionList<pol::SharedCase<pol::EngineRoom{clauses, facts, places}>>;     \
    prefix template void pol::decide<pol::EngineRoom{clauses, facts, places}>(                             \
        const pol::SharedPolicy<pol::EngineRoom{clauses, facts, places}>&, const void*,                    \
        const pol::DecisionPlace<clauses>&) noexcept;

#if defined(POL_ENGINE_APART)
#define POL_EXTERN_ENGINE(clauses, facts, places) POL_ENGINE_OF_ROOM(extern, clauses, facts, places)
POL_FOR_EACH_ENGINE_ROOM(POL_EXTERN_ENGINE)
#endif
