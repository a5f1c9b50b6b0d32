#include "pol/engine.hpp"

// The engines of the most common rooms, compiled once for all evaluators that are compiled with POL_ENGINE_APART.

#define POL_ENGINE(clauses, facts, places) POL_ENGINE_OF_ROOM(, clauses, facts, places)

POL_FOR_EACH_ENGINE_ROOM(POL_ENGINE)
