#include "compiler/driver/pipeline.hpp"
#include "tests/behavior/random_requests.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

// A comparison of evaluators proves little if requests never lie where decisions change.

namespace {

using pol::RequestRecord;

struct Drawn {
    Drawn() : policy(load()) {
        pol::testing::RandomRequests requests(policy, 20260601);
        for (int i = 0; i < 20'000; ++i) records.push_back(requests.next());
    }
    static pol::model::Policy load() {
        pol::Run run({POL_SOURCE_DIR "/tests/policies"});
        std::optional<pol::model::Policy> built = pol::build_model(run, POL_SOURCE_DIR "/tests/policies/merlin.pol");
        REQUIRE(built.has_value());
        return *built;
    }
    [[nodiscard]] std::size_t fact(const std::string& name) const {
        const auto found = std::find_if(policy.facts.begin(), policy.facts.end(),
                                        [&](const pol::model::Fact& each) { return each.name == name; });
        REQUIRE_MESSAGE(found != policy.facts.end(), name);
        return static_cast<std::size_t>(found - policy.facts.begin());
    }
    template <class Holds>
    [[nodiscard]] std::ptrdiff_t count(Holds holds) const {
        return std::count_if(records.begin(), records.end(), holds);
    }
    /// Requests in which the number of a fact is exactly that.
    [[nodiscard]] std::ptrdiff_t with(const std::string& name, pol::Decimal wanted) const {
        const std::size_t index = fact(name);
        return count(
            [&](const RequestRecord& record) { return number(record.answers[index].number) == pol::number(wanted); });
    }
    /// Requests in which the exact day of a fact lies so many days behind the date of service.
    [[nodiscard]] std::ptrdiff_t at(const std::string& name, std::int32_t days) const {
        const std::size_t index = fact(name), service = fact("date_of_service");
        return count([&](const RequestRecord& record) {
            const pol::DateRange day = record.answers[index].range;
            return is_exact(day) && day.first == add_days(record.answers[service].date, days);
        });
    }

    pol::model::Policy policy;
    std::vector<RequestRecord> records;
};

TEST_CASE("Drawn requests lie on, right before and right behind what numbers and days are compared with") {
    const Drawn drawn;
    for (const std::int64_t days : {14, 15, 16}) CHECK(drawn.with("headache_days", {days, 0}) > 20);
    for (const std::int64_t tenths : {299, 300, 301}) CHECK(drawn.with("weight", {tenths, 1}) > 5);
    for (const std::int64_t minutes : {89, 90, 91}) CHECK(drawn.with("infusion", {minutes, 0}) > 5);
    for (const std::int32_t days : {-85, -84, -83}) CHECK(drawn.at("last_dose", days) > 5);
    for (const std::int32_t days : {-401, -400, -399}) CHECK(drawn.at("last_dose", days) > 5);
    for (const std::int32_t days : {-1, 0, 1}) CHECK(drawn.at("ejection", days) > 20);
}

TEST_CASE("Drawn requests stay within what a request may carry") {
    const Drawn drawn;
    for (std::size_t i = 0; i < drawn.policy.facts.size(); ++i) {
        const pol::model::Fact& fact = drawn.policy.facts[i];
        if (fact.type != pol::FactType::number && fact.type != pol::FactType::measurement) continue;
        CHECK(drawn.count([&](const RequestRecord& record) {
            const pol::Answer& answer = record.answers[i];
            return answer.presence == pol::Presence::given && !is_between(answer.number, fact.least, fact.most);
        }) == 0);
    }
}

TEST_CASE("Drawn requests leave facts out, know them badly, and contradict themselves") {
    const Drawn drawn;
    const std::size_t weight = drawn.fact("weight"), onset = drawn.fact("onset"), hemoglobin = drawn.fact("hemoglobin");
    const auto given = [](const pol::Answer& answer) { return answer.presence == pol::Presence::given; };
    CHECK(drawn.count([&](const auto& record) { return !given(record.answers[weight]); }) > 500);
    CHECK(drawn.count([&](const auto& record) { return !is_exact(record.answers[onset].range); }) > 500);
    CHECK(drawn.count([&](const auto& record) { return !is_exact(record.answers[hemoglobin].range); }) > 500);
    CHECK(drawn.count([&](const auto& record) {
        return given(record.answers[weight]) && record.answers[weight].evidence == pol::Evidence::claimed;
    }) > 500);
    const std::size_t treated = drawn.fact("prior_treatment"), seen = drawn.fact("seen");
    CHECK(drawn.count([&](const auto& record) {
        return given(record.answers[treated]) && given(record.answers[seen]) && record.answers[treated].value == 1 &&
               record.answers[seen].value == 0;
    }) > 500);
    const std::size_t request = drawn.fact("date_of_request"), service = drawn.fact("date_of_service");
    CHECK(drawn.count([&](const auto& record) { return !given(record.answers[service]); }) > 100);
    CHECK(drawn.count([&](const auto& record) { return record.answers[service].date < record.answers[request].date; }) >
          500);
}

}  // namespace
