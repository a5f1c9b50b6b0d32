#pragma once

#include "pol/arrow/c_data.h"
#include "pol/date.hpp"
#include "pol/outcome.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace pol::testing {

/// What is imported is released exactly once, whoever holds it.
struct Imported {
    Imported() = default;
    Imported(const Imported&) = delete;
    Imported& operator=(const Imported&) = delete;
    ~Imported();

    ArrowSchema schema{};
    ArrowArray array{};
};

/// Rows of columns that were made here, so that they begin at 0.
[[nodiscard]] bool bit(const void* bits, std::int64_t at);
[[nodiscard]] bool is_valid(const ArrowArray& column, std::int64_t at);
[[nodiscard]] std::string_view text(const ArrowArray& column, std::int64_t at);
[[nodiscard]] Date day(const ArrowArray& column, std::int64_t at);
/// Where the entries of a row of a list begin; those of the row end where those of the next begin.
[[nodiscard]] std::int32_t first_entry(const ArrowArray& list, std::int64_t at);

/// `criteria_not_met`, as outputs have it.
[[nodiscard]] std::string_view name_of(Outcome outcome);

/// Appends a word, with a blank before it that is not the first.
inline void append(std::string& words, std::string_view word) {
    if (!words.empty()) words += ' ';
    words += word;
}

/// The texts of a row of a list, with a blank between them.
[[nodiscard]] std::string texts(const ArrowArray& list, std::int64_t at);

/// The outcomes of results, each once, as `texts` gives those of the column `possible`.
template <class Results, class Count>
[[nodiscard]] std::string outcomes_of(const Results& results, Count count) {
    bool is_possible[outcome_count] = {};
    for (Count i = 0; i < count; ++i) is_possible[static_cast<int>(results[i].result.outcome)] = true;
    std::string outcomes;
    for (int outcome = 0; outcome < outcome_count; ++outcome)
        if (is_possible[outcome]) append(outcomes, name_of(static_cast<Outcome>(outcome)));
    return outcomes;
}

}  // namespace pol::testing
