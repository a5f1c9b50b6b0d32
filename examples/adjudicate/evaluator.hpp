#pragma once

#include <pol/record.hpp>

/// A compiled policy as this program uses it. Everything but this file's template works for any policy.
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
