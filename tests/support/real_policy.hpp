#pragma once

#include "compiler/driver/pipeline.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pol::testing {

/// The model of a policy file of this repository; fails the running test if the file is not sound.
inline model::Policy real_policy(const std::string& name) {
    const std::string directory = std::string(POL_SOURCE_DIR) + "/policies";
    Run run({directory});
    std::optional<model::Policy> policy = build_model(run, directory + "/" + name + ".pol");
    REQUIRE(policy.has_value());
    return *std::move(policy);
}

}  // namespace pol::testing
