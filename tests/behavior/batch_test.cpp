#include "compiler/driver/pipeline.hpp"
#include "tests/behavior/batch_agreement.hpp"
#include "tests/behavior/random_requests.hpp"
#include "tests/behavior/share.hpp"

#include <avocet_batch.hpp>
#include <botulinum_toxin_batch.hpp>
#include <curlew_batch.hpp>
#include <doctest/doctest.h>
#include <dunlin_batch.hpp>
#include <epoetin_batch.hpp>
#include <esketamine_batch.hpp>
#include <gannet_batch.hpp>
#include <hepatitis_c_batch.hpp>
#include <heron_batch.hpp>
#include <immune_globulin_batch.hpp>
#include <infliximab_batch.hpp>
#include <kestrel_batch.hpp>
#include <knot_batch.hpp>
#include <lapwing_2024_batch.hpp>
#include <lapwing_2025_batch.hpp>
#include <lapwing_batch.hpp>
#include <merlin_batch.hpp>
#include <osprey_batch.hpp>
#include <plover_batch.hpp>
#include <qalsody_batch.hpp>
#include <redshank_batch.hpp>
#include <sandpiper_batch.hpp>
#include <teal_batch.hpp>
#include <weight_management_batch.hpp>
#include <wigeon_batch.hpp>
#include <zolgensma_batch.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

// Batches against the evaluators of single requests, which are themselves compared with the interpreter: outcome, what
// is possible, denial and period, row by row.

namespace {

using pol::testing::NoEntries;

pol::model::Policy load(const std::string& path) {
    pol::Run run({POL_SOURCE_DIR "/policies", POL_SOURCE_DIR "/tests/policies"});
    std::optional<pol::model::Policy> policy = pol::build_model(run, POL_SOURCE_DIR "/" + path);
    REQUIRE(policy.has_value());
    return *policy;
}

/// Batches around the size of a block, then long ones, until `count` requests are compared.
std::vector<std::size_t> sizes_for(std::size_t count) {
    std::vector<std::size_t> sizes = {0, 1, 2, 63, 64, 65, 127, 128, 129};
    for (std::size_t done = 0; done < count; done += sizes.back()) sizes.push_back(std::min<std::size_t>(4'099, count));
    return sizes;
}

template <class Columns, class Entries = NoEntries>
void compare(const std::string& path, const pol::PolicyDescription& description) {
    const pol::model::Policy policy = load(path);
    pol::testing::RandomRequests requests(policy, 20260715);
    for (const std::size_t size : sizes_for(12'000 / static_cast<std::size_t>(pol::testing::one_in()))) {
        std::vector<pol::RequestRecord> records;
        while (records.size() < size) records.push_back(requests.next());
        CAPTURE(path);
        CAPTURE(size);
        REQUIRE(pol::testing::batch_difference<Columns, Entries>(policy, description.facts, records) == "");
    }
}

TEST_CASE("batches of policies that planes tell whole or in part") {
    compare<plan::qalsody::Columns>("policies/qalsody.pol", plan::qalsody::description());
    compare<plan::epoetin::Columns>("policies/epoetin.pol", plan::epoetin::description());
    compare<plan::hepatitis_c::Columns>("policies/hepatitis_c.pol", plan::hepatitis_c::description());
    compare<plan::immune_globulin::Columns>("policies/immune_globulin.pol", plan::immune_globulin::description());
    compare<plan::weight_management::Columns>("policies/weight_management.pol", plan::weight_management::description());
    compare<plan::zolgensma::Columns>("policies/zolgensma.pol", plan::zolgensma::description());
}

TEST_CASE("batches of policies with lists") {
    compare<plan::botulinum_toxin::Columns, plan::botulinum_toxin::Entries>("policies/botulinum_toxin.pol",
                                                                            plan::botulinum_toxin::description());
    compare<plan::esketamine::Columns, plan::esketamine::Entries>("policies/esketamine.pol",
                                                                  plan::esketamine::description());
    compare<plan::infliximab::Columns, plan::infliximab::Entries>("policies/infliximab.pol",
                                                                  plan::infliximab::description());
    compare<made_up::curlew::Columns, made_up::curlew::Entries>("tests/policies/curlew.pol",
                                                                made_up::curlew::description());
    compare<made_up::dunlin::Columns, made_up::dunlin::Entries>("tests/policies/dunlin.pol",
                                                                made_up::dunlin::description());
    compare<made_up::knot::Columns, made_up::knot::Entries>("tests/policies/knot.pol", made_up::knot::description());
    compare<made_up::redshank::Columns, made_up::redshank::Entries>("tests/policies/redshank.pol",
                                                                    made_up::redshank::description());
    compare<made_up::sandpiper::Columns, made_up::sandpiper::Entries>("tests/policies/sandpiper.pol",
                                                                      made_up::sandpiper::description());
}

TEST_CASE("batches of made-up policies: exceptions, replaced outcomes, routes, cases, tables") {
    compare<made_up::gannet::Columns>("tests/policies/gannet.pol", made_up::gannet::description());
    compare<made_up::heron::Columns>("tests/policies/heron.pol", made_up::heron::description());
    compare<made_up::kestrel::Columns>("tests/policies/kestrel.pol", made_up::kestrel::description());
    compare<made_up::lapwing::Columns>("tests/policies/lapwing.pol", made_up::lapwing::description());
    compare<made_up::lapwing_2024::Columns>("tests/policies/lapwing_2024.pol", made_up::lapwing_2024::description());
    compare<made_up::lapwing_2025::Columns>("tests/policies/lapwing_2025.pol", made_up::lapwing_2025::description());
    compare<made_up::merlin::Columns>("tests/policies/merlin.pol", made_up::merlin::description());
    compare<made_up::osprey::Columns>("tests/policies/osprey.pol", made_up::osprey::description());
    compare<made_up::plover::Columns>("tests/policies/plover.pol", made_up::plover::description());
    compare<made_up::avocet::Columns>("tests/policies/avocet.pol", made_up::avocet::description());
    compare<made_up::teal::Columns>("tests/policies/teal.pol", made_up::teal::description());
    compare<made_up::wigeon::Columns>("tests/policies/wigeon.pol", made_up::wigeon::description());
}

/// A number of a scenario's request, or of a measurement in it.
void set_number(const pol::model::Policy& policy, pol::RequestRecord& request, const std::string& fact,
                pol::Decimal number) {
    for (std::size_t i = 0; i < policy.facts.size(); ++i)
        if (policy.facts[i].name == fact) request.answers[i].number = number;
}

TEST_CASE("batches of made-up policies: a value that no answer makes known is left to review, as by itself") {
    const pol::model::Policy policy = load("tests/policies/plover.pol");
    const auto crisis =
        std::find_if(policy.scenarios.begin(), policy.scenarios.end(),
                     [](const pol::model::Scenario& scenario) { return scenario.name == "employer in a crisis"; });
    REQUIRE(crisis != policy.scenarios.end());
    pol::RequestRecord request = crisis->request;
    // What the creatinine rose by is divided by 0, and the other way is closed.
    set_number(policy, request, "creatinine_then", {0, 0});
    set_number(policy, request, "weight", {3, 0});
    set_number(policy, request, "dose_wanted", {9, 0});
    made_up::plover::Request typed;
    for (std::size_t fact = 0; fact < request.answers.size(); ++fact)
        assign(typed, static_cast<std::uint16_t>(fact), request.answers[fact]);
    CHECK(decide(typed).outcome == pol::Outcome::review);
    const auto difference = [&](const std::vector<pol::RequestRecord>& records) {
        return pol::testing::batch_difference<made_up::plover::Columns, NoEntries>(
            policy, made_up::plover::description().facts, records);
    };
    CHECK(difference({request}) == "");
    CHECK(difference({crisis->request, request, crisis->request}) == "");
}

}  // namespace
