#pragma once

#include "pol/record.hpp"

#include <cstddef>
#include <cstdint>

namespace pol::testing {

/// The request as a compiled evaluator takes it, by the evaluator's own `assign`.
template <class Request>
[[nodiscard]] Request compiled_request(const RequestRecord& record,
                                       void (*assign)(Request&, std::uint16_t, const Answer&)) {
    Request request;
    for (std::size_t i = 0; i < record.answers.size(); ++i)
        assign(request, static_cast<std::uint16_t>(i), record.answers[i]);
    return request;
}

/// What an evaluator decides of a record whose policy has lists: its requests borrow their entries, so these are kept
/// until it is decided.
template <class Request, class Entries, auto decide, auto assign, auto add_entry>
[[nodiscard]] DecisionRecord decided_with_entries(const RequestRecord& record) {
    Request request = compiled_request<Request>(record, assign);
    Entries entries;
    for (const EntryRecord& entry : record.entries) add_entry(request, entries, entry);
    return to_record(decide(request));
}

}  // namespace pol::testing
