#include "compiler/driver/pipeline.hpp"
#include "tests/behavior/batch_agreement.hpp"
#include "tests/behavior/random_requests.hpp"
#include "tests/behavior/share.hpp"

#include <doctest/doctest.h>
#include <epoetin_batch.hpp>
#include <qalsody_batch.hpp>
#include <weight_management_batch.hpp>

#include <optional>
#include <string>
#include <vector>

// Batches compiled for wider vectors, or for a machine without any that are known here, decide as single requests do;
// batch_test.cpp has all policies as they are compiled otherwise.

namespace {

template <class Columns>
void compare(const std::string& path, const pol::PolicyDescription& description) {
    pol::Run run({POL_SOURCE_DIR "/policies"});
    const std::optional<pol::model::Policy> policy = pol::build_model(run, POL_SOURCE_DIR "/" + path);
    REQUIRE(policy.has_value());
    pol::testing::RandomRequests requests(*policy, 20261201);
    std::vector<pol::RequestRecord> records;
    while (records.size() < static_cast<std::size_t>(20'000 / pol::testing::one_in()) + 63)
        records.push_back(requests.next());
    CHECK(pol::testing::batch_difference<Columns, pol::testing::NoEntries>(*policy, description.facts, records) == "");
}

TEST_CASE("batches compiled for other vectors") {
#if defined(POL_NEEDS_AVX2)
    if (!__builtin_cpu_supports("avx2")) {
        MESSAGE("this machine has no AVX2");
        return;
    }
#endif
    compare<vectors::epoetin::Columns>("policies/epoetin.pol", vectors::epoetin::description());
    compare<vectors::qalsody::Columns>("policies/qalsody.pol", vectors::qalsody::description());
    compare<vectors::weight_management::Columns>("policies/weight_management.pol",
                                                 vectors::weight_management::description());
}

}  // namespace
