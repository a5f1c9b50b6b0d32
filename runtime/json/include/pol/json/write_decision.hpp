#pragma once

#include "pol/json/decision_view.hpp"
#include "pol/record.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace pol::json {

/// `brief` leaves out the readings and the trace.
enum class Detail { full, brief };

/// Writes the decisions of one policy. It keeps its memory from decision to decision, so that it soon asks for no more.
/// One writer serves one thread.
class DecisionWriter {
public:
    /// The description must outlive the writer.
    explicit DecisionWriter(const PolicyDescription& policy);
    DecisionWriter(DecisionWriter&&) noexcept;
    DecisionWriter& operator=(DecisionWriter&&) noexcept;
    ~DecisionWriter();

    /// Appends a decision, a record or that of a compiled evaluator, in its canonical bytes: one line without its end,
    /// no blanks, fields in the order of docs/json.md. Equal decisions of one policy give equal bytes. `id`, the
    /// request's own name, stands first unless it is empty.
    template <class AnyDecision>
    void write(const AnyDecision& decision, std::string_view id, Detail detail, std::string& output) {
        write_view(viewer_.view(decision), id, detail, output);
    }

private:
    void write_view(const DecisionView& decision, std::string_view id, Detail detail, std::string& output);

    class State;
    DecisionViewer viewer_;
    std::unique_ptr<State> state_;
};

/// One decision as a text of its own. Who has many of them keeps a writer.
[[nodiscard]] std::string write_decision(const DecisionRecord& decision, const PolicyDescription& policy,
                                         std::string_view id = {}, Detail detail = Detail::full);

}  // namespace pol::json
