#pragma once

#include "compiler/verify/figure.hpp"
#include "compiler/verify/printed_text.hpp"

#include <optional>
#include <string>
#include <vector>

namespace pol::verifying {

/// The smallest parts of a text that figures are made of. A `sign` is one character between words; `figure` is one that
/// needs no neighbours: a date in digits, a code, an address.
enum class AtomKind { number, word, sign, figure };
struct Atom {
    AtomKind kind = AtomKind::sign;
    std::string text;
    std::size_t begin = 0;
    std::size_t end = 0;
    /// No blank stands before it.
    bool glued = false;
    /// A number in words: `three`.
    bool in_words = false;
    std::optional<Figure> figure = std::nullopt;
};

/// All parts of a text in order. Numbers of notes (`mutation.3`), telephone numbers and ordinals (`2nd`) are left out.
[[nodiscard]] std::vector<Atom> atoms_of(const PrintedText& text);

/// Words before a number that it only counts off: `criteria 1`, `week 28`, `phase 3`.
[[nodiscard]] bool counts_off(std::string_view word);

}  // namespace pol::verifying
