#pragma once

#include "compiler/source/span.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pol::verifying {

/// What a figure is: an amount with a unit, a bare number, a day, month or year, a day of every year, a code or another
/// number by which something is called (`SOD1`, `Pharmacy-32`), all codes of a pattern or a range, an address.
enum class FigureKind { amount, count, date, day_of_year, code, codes, address };

/// Something written that must be the same in a policy and in its document.
struct Figure {
    FigureKind kind = FigureKind::count;
    /// Figures of one kind are the same if their keys are: `18/1 months`, `2026-06-01`, `PHARMACY32`. Of a pattern or
    /// range of codes `key` is the first and `other` the last.
    std::string key;
    /// Of amounts the unit in which `key` counts; figures that differ in it are never mistaken for each other.
    std::string other;
    /// Of amounts and counts the number as written, without zeros that say nothing.
    std::string number;
    /// As written, for the reader.
    std::string shown;
    Span span;
    /// False for what only stands for another figure, or may be left out by who writes in own words: `adults`,
    /// `weekly`, `two of`, `type 2`.
    bool is_needed = true;
    /// Of counts: a noun follows (`3 doses`), so that the number cannot be an amount without its unit; it only counts
    /// off what the document is made of (`criteria 1`).
    bool has_noun = false;
    bool counts_off = false;
};

/// `18`, `years`; digits with at most one point. The unit is one that compiler/units knows.
[[nodiscard]] Figure amount_figure(std::string_view number, const std::string& unit);
[[nodiscard]] Figure count_figure(std::string_view number);
/// A code without the signs that are written or left out at will; an NDC in eleven digits.
[[nodiscard]] Figure code_figure(std::string_view written);
/// Parts that are not known are 0.
[[nodiscard]] Figure date_figure(int year, int month, int day);
[[nodiscard]] Figure day_of_year_figure(int month, int day);
[[nodiscard]] Figure address_figure(std::string_view written);

/// Three groups of digits as an NDC has them.
[[nodiscard]] bool is_ndc(std::string_view written);

/// Whether what the document prints is what the policy records. A number printed without its unit is the same with one;
/// a month recorded is the same as a day of it that is printed.
[[nodiscard]] bool is_same(const Figure& recorded, const Figure& printed);

/// Whether one may have been written for the other: of one kind, and amounts of one unit.
[[nodiscard]] bool is_alike(const Figure& left, const Figure& right);

/// Whether a figure is printed at any place of a document; a bare number there is no amount.
[[nodiscard]] bool is_anywhere(const Figure& recorded, const std::vector<Figure>& printed);

/// Whether one of the figures printed is the one recorded, and the other way round.
[[nodiscard]] bool is_among(const Figure& recorded, const std::vector<Figure>& printed);
[[nodiscard]] bool is_recorded(const std::vector<Figure>& recorded, const Figure& printed);

}  // namespace pol::verifying
