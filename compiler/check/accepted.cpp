#include "compiler/check/names.hpp"
#include "compiler/check/passes.hpp"
#include "compiler/check/references.hpp"
#include "compiler/diagnostics/acceptable.hpp"
#include "compiler/diagnostics/suggest.hpp"

#include <fmt/format.h>

#include <map>
#include <utility>

namespace pol::checking {
namespace {

void check_finding(const ast::AcceptedFinding& accepted, Sink& sink) {
    const std::vector<std::string> known = acceptable_findings();
    const std::string& name = accepted.finding.text;
    if (contains(known, name)) return;
    std::string hint = did_you_mean(name, known);
    if (hint.empty()) hint = fmt::format("what can be accepted is {}", quoted_list(known));
    sink.add(FindingCode::unknown_finding, accepted.finding.span, fmt::format("`{}` is nothing to accept", name),
             std::move(hint));
}

}  // namespace

void check_accepted(const Context& context) {
    std::map<std::pair<std::string, const LedgerEntry*>, Span> seen;
    for (const ast::AcceptedFinding* accepted : blocks_of<ast::AcceptedFinding>(context.policy)) {
        check_finding(*accepted, context.sink);
        if (accepted->reason.text.empty())
            context.sink.add(FindingCode::empty_text, accepted->reason.span, "this is accepted for no reason",
                             "say why, in the words of whoever is to understand it later");
        const LedgerEntry* entry = resolve(context.ledger, accepted->item, "", context.sink);
        if (entry == nullptr) continue;
        const auto [first, is_new] = seen.emplace(std::pair(accepted->finding.text, entry), accepted->span);
        if (!is_new)
            add_with_place(context.sink, FindingCode::repeated_statement, accepted->span,
                           fmt::format("`{}` is accepted twice at `{}`", accepted->finding.text, entry->id),
                           "keep one of the two", first->second, "the first one");
    }
}

}  // namespace pol::checking
