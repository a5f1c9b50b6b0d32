#pragma once

#include "pol/batch/decisions.hpp"
#include "pol/batch/plane.hpp"
#include "pol/outcome.hpp"
#include "pol/text.hpp"
#include "runtime/arrow/built_array.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace pol::arrow {

/// The decisions of a batch as columns: `outcome` (text), `denial` (bool), `approved_from` and `approved_through`
/// (date32, null where nothing is approved), and `possible` (a list of texts: the outcomes that the row may still come
/// to).
class Output {
public:
    explicit Output(std::size_t rows);

    /// Takes over what was decided: the i-th decision becomes the row `places[i]`. `possible` has the outcome of each
    /// plane of possible results.
    void take(std::span<const std::int64_t> places, const batch::Decisions& decisions, List<Outcome> possible);
    /// Puts a problem in the place of a decision, whose columns are null then.
    void refuse(std::int64_t place, const std::string& problem);

    [[nodiscard]] std::vector<BuiltArray> columns() const;
    /// The problems as one more column (text, null where there is none); nothing where they are too long for one array.
    [[nodiscard]] std::optional<BuiltArray> problem_column() const;

private:
    /// A bit an outcome.
    using Outcomes = std::uint16_t;
    static_assert(outcome_count <= 16);

    void take_possible(std::span<const std::int64_t> places, const batch::Plane* plane, Outcome outcome);
    [[nodiscard]] BuiltArray possible_column() const;

    std::vector<Outcome> outcomes_;
    std::vector<bool> denials_;
    std::vector<std::int32_t> from_;
    std::vector<std::int32_t> through_;
    std::vector<Outcomes> possible_;
    std::vector<bool> refused_;
    std::map<std::size_t, std::string> problems_;
};

/// So many rows fit: the text of their outcomes, of which a row may have all, must not be longer than offsets can say.
inline constexpr std::int64_t most_rows = 15'000'000;

}  // namespace pol::arrow
