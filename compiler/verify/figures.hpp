#pragma once

#include "compiler/verify/figure.hpp"
#include "compiler/verify/printed_text.hpp"

#include <vector>

namespace pol::verifying {

/// All figures of a text, in order: numbers in digits and words with the units behind them, dates, codes, addresses.
/// `8-12 weeks` and `six (6) months` give their unit to both numbers.
[[nodiscard]] std::vector<Figure> figures_of(const PrintedText& text);

}  // namespace pol::verifying
