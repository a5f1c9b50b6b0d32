#include "tests/bench/requests.hpp"

#include "tests/oracle/places.hpp"
#include "tests/oracle/random_requests.hpp"
#include "tests/support/compiled_request.hpp"

#include <cstdlib>
#include <unordered_set>

namespace bench {
namespace {

std::uint64_t fingerprint(const pol::RequestRecord& record) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    const auto mix = [&](auto value) { hash = (hash ^ static_cast<std::uint64_t>(value)) * 0x100000001b3U; };
    for (const pol::Answer& answer : record.answers) {
        mix(answer.presence);
        mix(answer.evidence);
        mix(answer.value);
        mix(answer.date.days);
        mix(answer.range.first.days);
        mix(answer.range.last.days);
    }
    return hash;
}

}  // namespace

Requests make_requests(std::uint64_t seed, std::size_t count) {
    const pol::PolicyDescription& description = plan::qalsody::description();
    const oracle::Places places = oracle::find_places(description);
    if (!places.complete) std::abort();
    oracle::RandomRequests series(seed, oracle::Mix::realistic);
    pol::RequestRecord record;
    record.answers.resize(description.facts.size);
    std::unordered_set<std::uint64_t> seen;
    Requests requests;
    while (requests.by_hand.size() < count) {
        const by_hand::Request request = series.next();
        oracle::write_request(request, places, record);
        if (!seen.insert(fingerprint(record)).second) continue;
        requests.by_hand.push_back(request);
        requests.compiled.push_back(pol::testing::compiled_request(record, plan::qalsody::assign));
    }
    return requests;
}

}  // namespace bench
