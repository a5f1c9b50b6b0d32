#pragma once

#include "compiler/ast/program.hpp"
#include "compiler/diagnostics/sink.hpp"
#include "compiler/verify/alignment.hpp"
#include "compiler/verify/clauses.hpp"
#include "compiler/verify/document.hpp"
#include "compiler/verify/verify.hpp"

#include <map>
#include <string>
#include <vector>

namespace pol::verifying {

/// A figure that one side has and the other lacks, with the place of the policy it belongs to.
struct Difference {
    Figure figure;
    std::size_t clause = nowhere;
    /// What to call that place in a sentence: "`MMC.9`", "the header".
    std::string where;
    Span place;
};

/// Everything that is compared, and what came of it so far.
struct Comparison {
    const ast::Program& program;
    const Document& document;
    Sink& sink;
    std::vector<Clause> clauses;
    Alignment alignment;
    /// What stands outside of the clauses: header, drugs, gate, definitions, facts. Figures of it account for what any
    /// item prints.
    Written header;
    Written drugs;
    std::map<std::string, Written> definitions;
    Verified verified;
    /// Recorded and not printed, printed and not recorded.
    std::vector<Difference> unprinted;
    std::vector<Difference> unrecorded;
};

/// Reports one difference, at the policy's place with the document's place as label; without one where `printed` is
/// empty, as of what stands nowhere.
void report(Comparison& comparison, FindingCode code, const Span& place, std::string message, std::string hint,
            const Span& printed, std::string caption);

/// A name of the policy as a sentence calls it: "`MMC.9`".
[[nodiscard]] std::string quoted(const std::string& name);

/// Counts a figure that was compared.
void count(Comparison& comparison, const Figure& figure);

/// Whether an address of the policy stands in a text, however it is broken over lines.
[[nodiscard]] bool holds_address(const PrintedText& text, const Figure& address);

// One question each.
void compare_header(Comparison& comparison);
void compare_boxes(Comparison& comparison);
void compare_labels(Comparison& comparison);
void compare_connectives(Comparison& comparison);
void compare_items(Comparison& comparison);
void compare_schedules(Comparison& comparison);
void compare_codes(Comparison& comparison);
void compare_names(Comparison& comparison);
void compare_products(Comparison& comparison);
void compare_history(Comparison& comparison);
/// Makes findings of `unprinted` and `unrecorded`: one of two that belong together.
void report_differences(Comparison& comparison);

}  // namespace pol::verifying
