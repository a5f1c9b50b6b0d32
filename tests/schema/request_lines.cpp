// request_lines POLICY COUNT: the requests of a policy's scenarios and COUNT more that are drawn, one a line.
#include "compiler/driver/pipeline.hpp"
#include "compiler/model/describe.hpp"
#include "tests/behavior/random_requests.hpp"
#include "tests/support/request_text.hpp"

#include <cstdio>
#include <cstdlib>
#include <optional>

namespace {

void print(const pol::RequestRecord& request, const pol::PolicyDescription& policy) {
    std::puts(pol::testing::request_text(request, policy).c_str());
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 3) return 2;
    pol::Run run({});
    const std::optional<pol::model::Policy> policy = pol::build_model(run, arguments[1]);
    if (!policy) return 1;
    const pol::model::Description description(*policy);
    for (const pol::model::Scenario& scenario : policy->scenarios) print(scenario.request, description.get());
    pol::testing::RandomRequests drawn(*policy, 20260701);
    for (int i = std::atoi(arguments[2]); i > 0; --i) print(drawn.next(), description.get());
}
