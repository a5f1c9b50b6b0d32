#pragma once

#include "compiler/ast/program.hpp"
#include "compiler/check/ledger.hpp"
#include "compiler/check/symbols.hpp"
#include "compiler/diagnostics/sink.hpp"

#include <string>
#include <utility>
#include <vector>

namespace pol::checking {

/// What every check of a whole policy looks at.
struct Context {
    const ast::Program& program;
    const ast::Policy& policy;
    const ast::Plan& plan;
    Symbols symbols;
    Ledger ledger;
    Sink& sink;
};

/// The blocks of one kind, in the order written.
template <class Kind>
[[nodiscard]] std::vector<const Kind*> blocks_of(const ast::Policy& policy) {
    std::vector<const Kind*> blocks;
    for (const ast::Block& block : policy.blocks)
        if (const auto* found = std::get_if<Kind>(&block)) blocks.push_back(found);
    return blocks;
}

/// The header lines of one kind, in the order written.
template <class Kind>
[[nodiscard]] std::vector<const ast::HeaderLine*> header_lines(const ast::Policy& policy) {
    std::vector<const ast::HeaderLine*> lines;
    for (const ast::HeaderLine& line : policy.header)
        if (std::holds_alternative<Kind>(line.form)) lines.push_back(&line);
    return lines;
}

/// A finding with a second place, mostly where the first of two stands.
inline void add_with_place(Sink& sink, FindingCode code, Span span, std::string message, std::string hint, Span place,
                           std::string caption) {
    sink.add(Finding{code, span, std::move(message), std::move(hint), {{place, std::move(caption)}}});
}

/// Keeps the first statement of a kind and reports every other one.
inline void keep_first(Sink& sink, const ast::Statement*& first, const ast::Statement& statement, std::string message,
                       std::string hint) {
    if (first == nullptr)
        first = &statement;
    else
        add_with_place(sink, FindingCode::repeated_statement, statement.span, std::move(message), std::move(hint),
                       first->span, "the first one");
}

}  // namespace pol::checking
