#pragma once

#include <pol/record.hpp>

/// A compiled policy as this program uses it. Everything but this file's templates works for any policy.
struct Evaluator {
    const pol::PolicyDescription& policy;
    pol::DecisionRecord (*decide)(const pol::RequestRecord& request);
};

/// Fills the generated request from the answers read, decides, and keeps the decision as a record. A program that
/// knows its requests at compile time fills the fields of `Request` itself and calls `decide` alone.
template <class Request, auto decide, auto assign>
[[nodiscard]] pol::DecisionRecord decide_record(const pol::RequestRecord& record) {
    Request request{};
    for (std::uint16_t fact = 0; fact < record.answers.size(); ++fact) assign(request, fact, record.answers[fact]);
    return pol::to_record(decide(request));
}

/// The same for a policy with lists: its requests borrow their entries, so these are kept until it is decided.
template <class Request, class Entries, auto decide, auto assign, auto add_entry>
[[nodiscard]] pol::DecisionRecord decide_record(const pol::RequestRecord& record) {
    Request request{};
    Entries entries;
    for (std::uint16_t fact = 0; fact < record.answers.size(); ++fact) assign(request, fact, record.answers[fact]);
    for (const pol::EntryRecord& entry : record.entries) add_entry(request, entries, entry);
    return pol::to_record(decide(request));
}
