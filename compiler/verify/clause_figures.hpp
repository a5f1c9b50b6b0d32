#pragma once

#include "compiler/ast/file.hpp"
#include "compiler/verify/figure.hpp"

#include <string>
#include <vector>

namespace pol::verifying {

/// What a policy writes at one place: its figures, and the names whose meaning stands elsewhere.
struct Written {
    std::vector<Figure> figures;
    /// Facts, values and definitions.
    std::vector<std::string> names;
    /// Texts, in lower case, and names with blanks, to tell items apart.
    std::string words;
};

void write_text(Written& written, const ast::Text& text);
void write_duration(Written& written, const ast::Duration& duration);
/// An amount or, without a unit that is known, a count. 0, and 1 of something, are left to the document's words.
void write_decimal(Written& written, const ast::Decimal& amount, const std::string& unit, const Span& span);
void write_number(Written& written, const ast::Number& number);
/// Its number is compared, and its address.
void write_document(Written& written, const ast::DocumentReference& document);
/// A code, a pattern or a range of them as values are written; other values are names.
void write_value(Written& written, const ast::Name& value);
void write_day(Written& written, const ast::DayOperand& day);
void write_expression(Written& written, const ast::Expression& expression);
void write_condition(Written& written, const ast::Condition& condition);
void write_define(Written& written, const ast::Define& define);

}  // namespace pol::verifying
