#include "compiler/driver/pipeline.hpp"
#include "tests/behavior/random_requests.hpp"
#include "tests/bench/by_hand/esketamine.hpp"
#include "tests/bench/by_hand/infliximab.hpp"
#include "tests/support/compiled_request.hpp"
#include "tests/support/decision_differences.hpp"

#include <doctest/doctest.h>

#include <string>

// A measure must do the same work: by hand and generated give the same decisions, whole ones, on seeded requests.

namespace {

using pol::RequestRecord;
using pol::testing::decided_with_entries;

pol::model::Policy load(const std::string& name) {
    const std::string policies = std::string(POL_SOURCE_DIR) + "/policies";
    pol::Run run({policies});
    auto policy = pol::build_model(run, policies + "/" + name + ".pol");
    REQUIRE(policy.has_value());
    return *std::move(policy);
}

using Decide = pol::DecisionRecord (*)(const RequestRecord&);

/// How often each outcome came up, after all decisions were the same.
struct Seen {
    int outcomes[pol::outcome_count] = {};
    [[nodiscard]] int operator[](pol::Outcome outcome) const { return outcomes[static_cast<int>(outcome)]; }
};

Seen compare(const std::string& name, Decide generated, Decide by_hand) {
    constexpr int count = 200'000;
    const pol::model::Policy policy = load(name);
    pol::testing::RandomRequests requests(policy, 20260601);
    Seen seen;
    std::string difference;
    for (int i = 0; i < count && difference.empty(); ++i) {
        const RequestRecord record = i % 2 == 0 ? requests.next() : requests.next_as_received();
        const pol::DecisionRecord expected = by_hand(record);
        ++seen.outcomes[static_cast<int>(expected.outcome)];
        difference = pol::testing::first_difference(policy, expected, generated(record));
        if (!difference.empty()) difference = pol::testing::to_text(policy, record) + "\n  generated: " + difference;
    }
    CHECK(difference == "");
    return seen;
}

TEST_CASE("esketamine: by hand and generated decisions are the same") {
    using namespace plan::esketamine;
    const Seen seen = compare("esketamine", decided_with_entries<Request, Entries, decide, assign, add_entry>,
                              decided_with_entries<Request, Entries, hand::esketamine::decide, assign, add_entry>);
    for (const pol::Outcome outcome :
         {pol::Outcome::approved, pol::Outcome::criteria_not_met, pol::Outcome::not_medically_necessary,
          pol::Outcome::does_not_apply, pol::Outcome::refer, pol::Outcome::needs_information})
        CHECK(seen[outcome] > 100);
}

TEST_CASE("infliximab: by hand and generated decisions are the same") {
    using namespace plan::infliximab;
    const Seen seen = compare("infliximab", decided_with_entries<Request, Entries, decide, assign, add_entry>,
                              decided_with_entries<Request, Entries, hand::infliximab::decide, assign, add_entry>);
    for (const pol::Outcome outcome :
         {pol::Outcome::approved, pol::Outcome::criteria_not_met, pol::Outcome::investigational,
          pol::Outcome::does_not_apply, pol::Outcome::refer, pol::Outcome::needs_information})
        CHECK(seen[outcome] > 100);
}

}  // namespace
