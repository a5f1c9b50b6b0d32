// Requests of scenarios as JSON: what is read again of them is decided alike.

#include "compiler/compare/member_words.hpp"
#include "compiler/driver/pipeline.hpp"
#include "compiler/interpret/interpret.hpp"
#include "compiler/model/describe.hpp"
#include "pol/json/read_request.hpp"
#include "tests/support/golden.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <optional>
#include <string>

namespace fs = std::filesystem;
using namespace pol;

TEST_CASE("the request of every scenario is read again from its JSON and decided alike") {
    std::size_t read = 0;
    for (const fs::path& file : test::golden_inputs(fs::path(POL_SOURCE_DIR) / "policies")) {
        Run run{{}};
        const std::optional<model::Policy> policy = build_model(run, file.string());
        if (!policy) continue;
        const model::Description description(*policy);
        for (const model::Scenario& scenario : policy->scenarios) {
            CAPTURE(scenario.name);
            const std::string request = comparison::member_json(*policy, scenario.request);
            const json::RequestReading reading = json::read_request(request, description.get());
            REQUIRE(reading.errors.empty());
            CHECK(comparison::decision_words(*policy, interpret(*policy, reading.request)) ==
                  comparison::decision_words(*policy, interpret(*policy, scenario.request)));
            ++read;
        }
    }
    CHECK(read > 100);
}
