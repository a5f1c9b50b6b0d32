#pragma once

#include "compiler/verify/document.hpp"
#include "compiler/verify/headings.hpp"

#include <vector>

namespace pol::verifying {

/// The labelled items of the policy and the guidelines, in order, and what stands before the first. A label begins a
/// line (`3.`, `3)`, `(3)`, `b.`, `iv)`) or, where lines were joined, goes on a list inside one. Numbers that neither
/// begin nor go on a list are text.
struct LabelledText {
    PrintedText before;
    std::vector<PrintedItem> items;
};
[[nodiscard]] LabelledText labelled_items(const std::vector<ZonedLine>& lines);

}  // namespace pol::verifying
