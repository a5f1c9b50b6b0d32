#pragma once

#include "pol/record.hpp"

#include <cstdint>

namespace pol::json {

/// Where the reader puts the answers of a request, so that it fills a generated request as it fills a record. The
/// request borrows nothing of what it is given.
struct RequestTarget {
    void* request = nullptr;
    void (*assign)(void* request, std::uint16_t fact, const Answer& answer) = nullptr;
    /// Entries come in their order, list by list or mixed. Null where the policy has no lists; one
    /// that comes all the same is an error of the request.
    void (*add_entry)(void* request, const EntryRecord& entry) = nullptr;
};

/// A record, as long as the policy's table of facts.
[[nodiscard]] inline RequestTarget target_of(RequestRecord& record) {
    return {
        .request = &record,
        .assign = [](void* request, std::uint16_t fact,
                     const Answer& answer) { static_cast<RequestRecord*>(request)->answers[fact] = answer; },
        .add_entry = [](void* request,
                        const EntryRecord& entry) { static_cast<RequestRecord*>(request)->entries.push_back(entry); }};
}

/// A generated request, by its policy's `assign`: `target_of<qalsody::assign>(request)`.
template <auto assign_answer, class Request>
[[nodiscard]] RequestTarget target_of(Request& request) {
    return {.request = &request, .assign = [](void* filled, std::uint16_t fact, const Answer& answer) {
                assign_answer(*static_cast<Request*>(filled), fact, answer);
            }};
}

/// A generated request that borrows its entries, with their owner.
template <class Request, class Entries>
struct RequestWithEntries {
    Request request{};
    Entries entries{};
};

/// The same for a policy with lists, by its `assign` and `add_entry`.
template <auto assign_answer, auto add_list_entry, class Request, class Entries>
[[nodiscard]] RequestTarget target_of(RequestWithEntries<Request, Entries>& filled) {
    using Filled = RequestWithEntries<Request, Entries>;
    return {.request = &filled,
            .assign = [](void* request, std::uint16_t fact,
                         const Answer& answer) { assign_answer(static_cast<Filled*>(request)->request, fact, answer); },
            .add_entry =
                [](void* request, const EntryRecord& entry) {
                    auto& target = *static_cast<Filled*>(request);
                    add_list_entry(target.request, target.entries, entry);
                }};
}

}  // namespace pol::json
