#pragma once

#include "compiler/ast/program.hpp"
#include "compiler/verify/clause_figures.hpp"

#include <cstddef>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace pol::verifying {

inline constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();

/// A place of the policy that has its place in the document: a labelled item, an unnumbered paragraph, or what a
/// section says as a whole (its title, `otherwise`).
struct Clause {
    /// `MMC.9.b`; `MMC` and `MMC.otherwise` for what has no label.
    std::string id;
    /// Empty for what has none in the document: `*`, sections, `otherwise`.
    std::string label;
    /// The label of an item that says `not in document`: nothing of it is compared.
    std::string exempt;
    std::string block;
    Span place;
    std::size_t parent = nowhere;
    Written own;
    /// Figures that the document may print at another place: of quantities, which are computed.
    std::vector<Figure> elsewhere;
    /// Items that it sees or asks again.
    std::vector<ast::ItemRange> references;
    /// The intervals of a dosing schedule.
    std::optional<Figure> loading_interval;
    std::optional<Figure> maintenance_interval;
    std::optional<ast::Connective> printed;
    Span printed_span;
};

/// Blocks of a policy stand in any order, those of a document in its own.
enum class BlockOrder { as_written, sections_first, guidelines_first };

/// The clauses of a policy, block by block. What is not in the document is empty.
[[nodiscard]] std::vector<Clause> clauses_of(const ast::Policy& policy, BlockOrder order);

/// The clauses that a range of items names, those below them among them. `block` is where the range is written.
[[nodiscard]] std::vector<std::size_t> clauses_in(const std::vector<Clause>& clauses, const ast::ItemRange& range,
                                                  const std::string& block);

/// Whether a clause lies below another one.
[[nodiscard]] bool is_below(const std::vector<Clause>& clauses, std::size_t clause, std::size_t above);

}  // namespace pol::verifying
