#include "tests/oracle/three_ways.hpp"

#include "compiler/driver/pipeline.hpp"
#include "compiler/interpret/interpret.hpp"
#include "compiler/model/describe.hpp"
#include "tests/oracle/agreement.hpp"
#include "tests/support/compiled_request.hpp"
#include "tests/support/decision_differences.hpp"

#include <doctest/doctest.h>
#include <qalsody.hpp>

#include <string>

namespace oracle {
namespace {

constexpr std::size_t differences_kept = 3;

pol::model::Policy load_qalsody() {
    const std::string policies = std::string(POL_SOURCE_DIR) + "/policies";
    pol::Run run({policies});
    auto policy = pol::build_model(run, policies + "/qalsody.pol");
    REQUIRE(policy.has_value());
    return *std::move(policy);
}

}  // namespace

ThreeWays::ThreeWays() : policy_(load_qalsody()), places_(find_places(pol::model::Description(policy_).get())) {
    REQUIRE(places_.complete);
    record_.answers.resize(policy_.facts.size());
}

void ThreeWays::note_difference(const char* who, const by_hand::Decision& expected, const pol::DecisionRecord& actual) {
    ++differing_;
    if (differences_.size() >= differences_kept) return;
    differences_.push_back(pol::testing::to_text(policy_, record_) + "\n  " + who + " " +
                           pol::testing::first_difference(policy_, to_record(expected, places_), actual));
}

by_hand::Decision ThreeWays::compare_compiled(const by_hand::Request& request) {
    ++compared_;
    write_request(request, places_, record_);
    const by_hand::Decision expected = by_hand::decide(request);
    const auto compiled = plan::qalsody::decide(pol::testing::compiled_request(record_, plan::qalsody::assign));
    if (!Agreement(places_, expected, compiled).holds()) note_difference("compiled:", expected, to_record(compiled));
    batch_.add(record_, compiled);
    return expected;
}

void ThreeWays::compare_all(const by_hand::Request& request) {
    ++interpreted_;
    const by_hand::Decision expected = compare_compiled(request);
    const pol::DecisionRecord interpreted = pol::interpret(policy_, record_);
    if (!pol::testing::first_difference(policy_, to_record(expected, places_), interpreted).empty())
        note_difference("interpreted:", expected, interpreted);
}

void ThreeWays::expect_agreement(std::uint64_t at_least) {
    batch_.compare();
    MESSAGE(compared_ << " requests compared, " << interpreted_ << " of them interpreted too");
    for (const std::string& difference : differences_) MESSAGE(difference);
    CHECK(differing_ == 0);
    CHECK(batch_.difference() == "");
    CHECK(batch_.compared() == compared_);
    CHECK(compared_ >= at_least);
    CHECK(interpreted_ > 0);
}

}  // namespace oracle
