#pragma once

#include "compiler/emit/parts.hpp"

#include <string>
#include <vector>

namespace pol::emission {

/// How much of a condition the planes of a batch tell (pol/batch/tests.hpp). The rest is unknown to them; rows that it
/// keeps open are decided one by one.
enum class Told { not_at_all, in_part, whole };

[[nodiscard]] Told told_in_planes(const model::Policy& policy, const model::Condition& condition);
/// Whether planes have a function of a defined condition, value or day.
[[nodiscard]] bool is_told_in_planes(const model::Policy& policy, const model::Term& term);
/// Whether planes compute all that an approval grants beyond its dates.
[[nodiscard]] bool is_told_in_planes(const model::Policy& policy, const model::Approval& approval);
/// That of all that a clause asks, with what is labelled below it and what it is asked only if.
[[nodiscard]] Told told_in_planes(const Context& context, model::ClauseIndex clause);
[[nodiscard]] Told told_in_planes(const Context& context, const model::RequirementGroup& group);

/// The facts that planes read, or that decide how rows go, by their index.
[[nodiscard]] std::vector<bool> facts_in_planes(const Context& context);

/// Those that conditions on entries read of one request, the lists among them.
[[nodiscard]] std::vector<bool> facts_of_rows(const Context& context);
/// A condition, value or day of entries for every request of a block: `written` for one, four blanks behind `indent`.
[[nodiscard]] std::string by_row(std::string_view function, const std::string& written, int indent);

// Parts of the header and of the source of a batch.

/// What a request of a batch may come to, by its C++ name, in the order of the planes of results: an approval is one,
/// whatever the kind of request; then the open one and what is known before any request.
struct BatchResult {
    std::string name;
    Outcome outcome;
    /// Where the name does not say it: what it is.
    std::string what{};
};
[[nodiscard]] std::vector<BatchResult> batch_results(const Context& context);

[[nodiscard]] std::string columns_struct(const Context& context);
[[nodiscard]] std::string row_bridge(const Context& context);
/// Columns by the number of their fact, for callers that serve every policy; for lists also where their entries are.
[[nodiscard]] std::string column_bridge(const Context& context);
[[nodiscard]] std::string entries_declaration(const Context& context);
[[nodiscard]] std::string row_struct(const Context& context);
[[nodiscard]] std::string block_struct(const Context& context);
[[nodiscard]] std::string not_knowable_planes(const Context& context);
[[nodiscard]] std::string day_cases(const Context& context);
/// Defined conditions, and one function a clause with a condition that planes tell something of.
[[nodiscard]] std::string plane_terms(const Context& context);
[[nodiscard]] std::string plane_clauses(const Context& context);
/// All clauses of a block, and the criteria made of them.
[[nodiscard]] std::string clause_planes(const Context& context);
[[nodiscard]] std::string plane_criteria(const Context& context);
/// What approvals compute, and the function by which the engine gets at it.
[[nodiscard]] std::string plane_approvals(const Context& context);
[[nodiscard]] std::string plane_approval_members(const Context& context);
/// How the requests of every section go through its stages.
[[nodiscard]] std::string plane_routes(const Context& context);

}  // namespace pol::emission
