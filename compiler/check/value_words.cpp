#include "compiler/check/value_words.hpp"

#include "compiler/ast/printer.hpp"

#include <fmt/format.h>

namespace pol::checking {

std::string words_of(const ast::Expression& expression) {
    constexpr std::size_t longest = 48;
    ast::Writer writer;
    ast::print_expression(writer, expression);
    writer.end_line();
    const std::vector<ast::Line> lines = writer.take_lines();
    const std::string& words = lines.front().cells.front().text;
    return words.size() > longest ? "this value" : fmt::format("`{}`", words);
}

const ast::Expression& inside(const ast::Expression& expression) {
    const auto* parenthesized = std::get_if<ast::Parenthesized>(&expression.form);
    return parenthesized == nullptr ? expression : inside(parenthesized->operand.front());
}

}  // namespace pol::checking
