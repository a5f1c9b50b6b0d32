#pragma once

#include "compiler/interpret/interpreter.hpp"
#include "compiler/model/policy.hpp"
#include "pol/record.hpp"
#include "tests/behavior/random_requests.hpp"
#include "tests/support/compiled_request.hpp"

#include <cstdint>
#include <string>

namespace pol::testing {

/// What differs between two decisions on one request, in words; empty when they are the same.
[[nodiscard]] std::string difference_between(const model::Policy& policy, const RequestRecord& request,
                                             const DecisionRecord& interpreted, const DecisionRecord& generated);

/// How often each outcome came up: a comparison that never saw an approval proves little.
struct Seen {
    int outcomes[outcome_count] = {};
};

/// What a generated evaluator decides of a recorded request.
template <class Generated>
[[nodiscard]] DecisionRecord decided(const RequestRecord& record) {
    return to_record(Generated::decide(compiled_request(record, Generated::assign)));
}
/// The same for a policy with lists, whose requests borrow their entries.
template <class Generated>
requires requires { typename Generated::Entries; }
[[nodiscard]] DecisionRecord decided(const RequestRecord& record) {
    return decided_with_entries<typename Generated::Request, typename Generated::Entries, Generated::decide,
                                Generated::assign, Generated::add_entry>(record);
}

/// Decides `count` seeded requests with a generated evaluator (`Generated::Request`, `assign`, `decide`) and with the
/// interpreter. Returns the first difference, or nothing.
template <class Generated>
[[nodiscard]] std::string first_disagreement(const model::Policy& policy, int count, std::uint64_t seed, Seen& seen) {
    const Interpreter interpreter(policy);
    RandomRequests requests(policy, seed);
    for (int i = 0; i < count; ++i) {
        const RequestRecord record = requests.next();
        const DecisionRecord generated = decided<Generated>(record);
        const DecisionRecord interpreted = interpreter.interpret(record);
        ++seen.outcomes[static_cast<int>(interpreted.outcome)];
        const std::string difference = difference_between(policy, record, interpreted, generated);
        if (!difference.empty()) return difference;
    }
    return {};
}

}  // namespace pol::testing
