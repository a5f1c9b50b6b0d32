#pragma once

#include "examples/adjudicate/addressed.hpp"
#include "examples/adjudicate/summary.hpp"

#include <pol/json/read_request.hpp>
#include <pol/json/request_target.hpp>
#include <pol/json/write_decision.hpp>
#include <pol/registry.hpp>

#include <string>
#include <string_view>

/// What one thread decides with; its memory is kept from line to line.
struct Desk {
    explicit Desk(const pol::PolicyDescription& policy)
        : reader(policy, pol::json::Addressing::by_member), writer(policy), summary(policy) {}

    pol::json::RequestReader reader;
    pol::json::DecisionWriter writer;
    /// For lines that say which policy they are for.
    PolicyDesks others{};
    Summary summary;
};

/// A compiled policy as this program uses it. Everything but this file's templates works for any policy.
struct Evaluator {
    const pol::PolicyDescription& policy;
    /// Decides a line and appends the decision with its line end, unless the reading has errors.
    const pol::json::Reading& (*decide_line)(Desk& desk, std::string_view line, pol::json::Detail detail,
                                             std::string& decisions);
    /// All policies, for requests that say which of them they are for.
    const pol::Registry& registry;
};

template <class Decision>
void write_down(Desk& desk, const Decision& decision, const pol::json::Reading& reading, pol::json::Detail detail,
                std::string& decisions) {
    desk.summary.add(decision);
    desk.writer.write(decision, reading.id, detail, decisions);
    decisions += '\n';
}

/// Fills the generated request from the line, decides, and writes the decision. A program that knows its requests at
/// compile time fills the fields of `Request` itself and calls `decide` alone.
template <class Request, auto decide, auto assign>
const pol::json::Reading& decide_line(Desk& desk, std::string_view line, pol::json::Detail detail,
                                      std::string& decisions) {
    Request request{};
    const pol::json::Reading& reading = desk.reader.read(line, pol::json::target_of<assign>(request));
    if (reading.errors.empty()) write_down(desk, decide(request), reading, detail, decisions);
    return reading;
}

/// The same for a policy with lists: its requests borrow their entries, so these are kept until it is decided.
template <class Request, class Entries, auto decide, auto assign, auto add_entry>
const pol::json::Reading& decide_line(Desk& desk, std::string_view line, pol::json::Detail detail,
                                      std::string& decisions) {
    pol::json::RequestWithEntries<Request, Entries> filled;
    const pol::json::Reading& reading = desk.reader.read(line, pol::json::target_of<assign, add_entry>(filled));
    if (reading.errors.empty()) write_down(desk, decide(filled.request), reading, detail, decisions);
    return reading;
}
