#pragma once

#include "pol/date.hpp"
#include "pol/decimal.hpp"
#include "pol/description.hpp"
#include "pol/evidence.hpp"
#include "pol/notation.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace pol::emission {

/// The only way for an author's text into generated C++: a string literal with its quotes, and the text of a `//`
/// comment on one line. What is not plain ASCII becomes a universal character name in literals.
[[nodiscard]] std::string literal(std::string_view text);
[[nodiscard]] std::string comment(std::string_view text);

/// A day as C++: `date_of(2026, 6, 1)`, or the name of the open end.
[[nodiscard]] std::string date_literal(Date date);

/// `0.5`
[[nodiscard]] std::string decimal_words(Decimal decimal);

/// `::pol::icd10cm("C50.911")`, of a number that stands for a code.
[[nodiscard]] std::string code_literal(Notation notation, Decimal number);

/// `Evidence::documented`.
[[nodiscard]] std::string evidence_name(Evidence level);

/// `::pol::FactType::partial_date`.
[[nodiscard]] std::string fact_type_name(FactType type);

/// What stands for `{name}` in a form.
struct Filling {
    std::string_view name;
    std::string_view text;
};
/// `form` with its holes filled; `{{` and `}}` are braces. The same as `fmt::format` of named texts, but that reads the
/// form several times as slowly, and nearly all of the output is written by it.
[[nodiscard]] std::string filled(std::string_view form, std::initializer_list<Filling> fillings);

/// The parts one behind the other, in one go.
[[nodiscard]] std::string together(std::initializer_list<std::string_view> parts);

/// Whether generated code names something: `name` as a word of its own.
[[nodiscard]] bool mentions(std::string_view code, std::string_view name);

/// `items` with `separator` between them.
[[nodiscard]] std::string joined(const std::vector<std::string>& items, std::string_view separator = ", ");

/// `opening` items `)`, on one line where that fits behind `indent` blanks, otherwise one item a line.
[[nodiscard]] std::string call(const std::string& opening, const std::vector<std::string>& items, int indent);

/// `left` and `right` on one line where that fits behind `indent` blanks, otherwise `right` on a line of its own.
[[nodiscard]] std::string on_one_line_or_two(const std::string& left, const std::string& right, int indent);

/// As `call`, with as many items on a line as fit: for names, which are not read one by one.
[[nodiscard]] std::string filled_call(const std::string& opening, const std::vector<std::string>& items, int indent,
                                      const std::string& closing = ")");

/// `constexpr TYPE NAME[] = {…};`, one item a line; nothing at all without items, as an array has at least one.
[[nodiscard]] std::string table(std::string_view type, std::string_view name, const std::vector<std::string>& items);

}  // namespace pol::emission
