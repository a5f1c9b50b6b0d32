#include "tests/bench/qalsody_requests.hpp"

#include "tests/bench/requests.hpp"
#include "tests/oracle/places.hpp"
#include "tests/oracle/random_requests.hpp"
#include "tests/support/compiled_request.hpp"

#include <cstdlib>
#include <unordered_set>

namespace bench {

QalsodyRequests make_qalsody_requests(std::uint64_t seed, std::size_t count) {
    const pol::PolicyDescription& description = plan::qalsody::description();
    const oracle::Places places = oracle::find_places(description);
    if (!places.complete) std::abort();
    oracle::RandomRequests series(seed, oracle::Mix::realistic);
    pol::RequestRecord record;
    record.answers.resize(description.facts.size);
    std::unordered_set<std::uint64_t> seen;
    QalsodyRequests requests;
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
