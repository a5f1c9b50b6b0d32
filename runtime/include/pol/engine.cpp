#include "pol/engine.hpp"

namespace pol {

template class QuestionList<SharedCase<EngineRoom{}>>;
template void decide(const SharedPolicy<EngineRoom{}>& policy, const void* request,
                     const DecisionOutput<EngineRoom{}.clauses>& decision) noexcept;

}  // namespace pol
