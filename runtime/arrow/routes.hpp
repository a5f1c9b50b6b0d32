#pragma once

#include "pol/registry.hpp"
#include "runtime/arrow/addresses.hpp"
#include "runtime/arrow/built_array.hpp"

#include <cstdint>
#include <map>
#include <vector>

namespace pol::arrow {

/// The rows of a batch that one text decides, and the place of each decision in the output.
struct RowsOfText {
    std::vector<std::int64_t> rows;
    std::vector<std::int64_t> places;
};

/// Who decides the rows of a batch. The decisions of a row stand together, in the order of the registry's texts.
struct Routes {
    /// By number of the text.
    std::map<std::uint32_t, RowsOfText> texts;
    /// The text of each decision.
    std::vector<std::uint32_t> text_of_place;
    /// Which decisions are those of each row.
    ListRows decisions;
    std::vector<Unanswered> unanswered;
};

/// False where there are more decisions than one output can hold.
[[nodiscard]] bool find_routes(const Registry& registry, const Addresses& addresses, std::int64_t rows, Routes& routes);

}  // namespace pol::arrow
