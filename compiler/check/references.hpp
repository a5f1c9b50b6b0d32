#pragma once

#include "compiler/check/ledger.hpp"
#include "compiler/diagnostics/sink.hpp"

namespace pol::checking {

/// The clause a reference means. Reports one that is not there and then returns nothing.
const LedgerEntry* resolve(const Ledger& ledger, const ast::ItemReference& reference, const std::string& block,
                           Sink& sink);

/// The clauses of a range, first to last in file order, those of the first one's own list only. Reports an end that
/// is not there, in another list or before the beginning, and then returns nothing.
std::vector<const LedgerEntry*> resolve(const Ledger& ledger, const ast::ItemRange& range, const std::string& block,
                                        Sink& sink);

/// The clauses from the first to the last of a range within its section, whatever their list.
std::vector<const LedgerEntry*> resolve_across(const Ledger& ledger, const ast::ItemRange& range, Sink& sink);

}  // namespace pol::checking
