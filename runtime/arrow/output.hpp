#pragma once

#include "pol/batch/decisions.hpp"
#include "pol/outcome.hpp"
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
/// (date32, null where nothing is approved).
class Output {
public:
    explicit Output(std::size_t rows);

    /// Takes over what was decided: the i-th decision becomes the row `places[i]`.
    void take(std::span<const std::int64_t> places, const batch::Decisions& decisions);
    /// Puts a problem in the place of a decision, whose columns are null then.
    void refuse(std::int64_t place, const std::string& problem);

    [[nodiscard]] std::vector<BuiltArray> columns() const;
    /// The problems as one more column (text, null where there is none); nothing where they are too long for one array.
    [[nodiscard]] std::optional<BuiltArray> problem_column() const;

private:
    std::vector<Outcome> outcomes_;
    std::vector<bool> denials_;
    std::vector<std::int32_t> from_;
    std::vector<std::int32_t> through_;
    std::vector<bool> refused_;
    std::map<std::size_t, std::string> problems_;
};

/// So many rows fit: the text of their outcomes must not be longer than offsets can say.
inline constexpr std::int64_t most_rows = 80'000'000;

}  // namespace pol::arrow
