#pragma once

#include "pol/arrow/c_data.h"
#include "pol/batch/columns.hpp"
#include "pol/batch/decisions.hpp"
#include "pol/description.hpp"
#include "pol/outcome.hpp"
#include "pol/record.hpp"
#include "pol/text.hpp"

#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>
#include <vector>

namespace pol::arrow {

/// What the C functions of every policy are made of. `decide` takes one column a fact, in the order of the
/// description, and decides so many rows of them; those of lists come without entries, which stand beside, list by
/// list; where there is no memory for these it throws. `possible` has the outcome of each of its planes of possible
/// results.
struct Evaluator {
    const PolicyDescription& (*description)() noexcept;
    void (*decide)(const batch::AnyColumn* columns, const std::vector<EntryRecord>& entries, std::size_t rows,
                   const batch::Decisions& decisions);
    List<Outcome> possible;
};

/// `decide` for the columns of a generated policy, of which `Entries` owns the entries of lists.
struct NoEntries {};
template <int FactCount, class Columns, class Entries = NoEntries>
void decide_columns(const batch::AnyColumn* columns, const std::vector<EntryRecord>& entries, std::size_t rows,
                    const batch::Decisions& decisions) {
    using Request = decltype(request_at(std::declval<const Columns&>(), std::size_t{}));
    constexpr bool has_lists = !std::is_same_v<Entries, NoEntries>;
    Entries own;
    Request unused;
    if constexpr (has_lists)
        for (const EntryRecord& entry : entries) add_entry(unused, own, entry);
    Columns named;
    for (std::uint16_t fact = 0; fact < FactCount; ++fact) {
        batch::AnyColumn column = columns[fact];
        if constexpr (has_lists) column.entries = entries_of(own, fact);
        set_column(named, fact, column);
    }
    decide(named, rows, decisions);
}

/// The first two return null, or a sentence that says what is wrong; it stays until the next call in the same thread.
/// Outputs are written only where nothing is wrong. Nothing is thrown.

/// What `evaluate` takes and gives: schemas of two structures, either of which may be null. The caller releases them.
[[nodiscard]] const char* describe(const Evaluator& evaluator, ArrowSchema* input, ArrowSchema* output) noexcept;

/// Decides every row of a structure whose columns are named after facts. The input is borrowed: it is neither changed
/// nor released. The output is the caller's to release.
[[nodiscard]] const char* evaluate(const Evaluator& evaluator, const ArrowSchema* input_schema, const ArrowArray* input,
                                   ArrowSchema* output_schema, ArrowArray* output) noexcept;

/// The policy and its text, as a JSON object; null where there is not enough memory.
[[nodiscard]] const char* identify(const Evaluator& evaluator) noexcept;

}  // namespace pol::arrow
