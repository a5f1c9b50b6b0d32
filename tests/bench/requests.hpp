#pragma once

#include "pol/record.hpp"
#include "tests/behavior/random_requests.hpp"
#include "tests/support/compiled_request.hpp"

#include <cstddef>
#include <cstdint>
#include <unordered_set>
#include <vector>

namespace bench {

/// What the bench has to know of a compiled policy.
template <class RequestType, auto decide_function, auto assign_function>
struct Compiled {
    using Request = RequestType;
    static constexpr auto decide = decide_function;
    static constexpr auto assign = assign_function;
};
/// Of one with lists.
template <class RequestType, class EntriesType, auto decide_function, auto assign_function, auto add_entry_function>
struct CompiledWithLists : Compiled<RequestType, decide_function, assign_function> {
    using Entries = EntriesType;
    static constexpr auto add_entry = add_entry_function;
};

/// A number that two different requests hardly share.
[[nodiscard]] std::uint64_t fingerprint(const pol::RequestRecord& record);

/// An endless seeded series of requests as a plan receives them, no two the same.
class DistinctRequests {
public:
    DistinctRequests(const pol::model::Policy& policy, std::uint64_t seed) : drawn_(policy, seed) {}

    [[nodiscard]] pol::RequestRecord next();

private:
    pol::testing::RandomRequests drawn_;
    std::unordered_set<std::uint64_t> fingerprints_;
};

/// Requests as a compiled evaluator takes them.
template <class Policy>
struct Requests {
    void add(const pol::RequestRecord& record) {
        all.push_back(pol::testing::compiled_request(record, Policy::assign));
    }

    std::vector<typename Policy::Request> all;
};
template <class Policy>
requires requires { typename Policy::Entries; }
struct Requests<Policy> {
    void add(const pol::RequestRecord& record) {
        all.push_back(pol::testing::compiled_request(record, Policy::assign));
        entries.emplace_back();
        for (const pol::EntryRecord& entry : record.entries) Policy::add_entry(all.back(), entries.back(), entry);
    }

    std::vector<typename Policy::Request> all;
    /// Owns what the requests borrow.
    std::vector<typename Policy::Entries> entries;
};

template <class Policy>
[[nodiscard]] Requests<Policy> make_requests(const pol::model::Policy& policy, std::uint64_t seed, std::size_t count) {
    DistinctRequests drawn(policy, seed);
    Requests<Policy> requests;
    for (std::size_t i = 0; i < count; ++i) requests.add(drawn.next());
    return requests;
}

}  // namespace bench
