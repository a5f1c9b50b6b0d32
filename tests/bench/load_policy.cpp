#include "tests/bench/load_policy.hpp"

#include "compiler/driver/pipeline.hpp"

#include <cstdlib>
#include <optional>

namespace bench {

pol::model::Policy load_policy(const std::string& name) {
    const std::string policies = POL_POLICIES_DIR;
    pol::Run run({policies});
    std::optional<pol::model::Policy> policy = pol::build_model(run, policies + "/" + name + ".pol");
    if (!policy) std::abort();
    return *std::move(policy);
}

}  // namespace bench
