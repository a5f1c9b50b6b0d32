#include "compiler/ast/print.hpp"

#include "compiler/ast/layout.hpp"
#include "compiler/ast/printer.hpp"
#include "compiler/source/overloaded.hpp"

#include <algorithm>

namespace pol::ast {

bool Printer::on_one_line(const Span& before, const Span& after) const {
    const std::uint32_t last_byte = before.end == before.begin ? before.begin : before.end - 1;
    return source.line_of(last_byte) == source.line_of(after.begin);
}

bool Printer::in_one_list(const Span& before, const Span& after) const {
    if (on_one_line(before, after)) return true;
    const std::string_view between = source.text().substr(before.end);
    const std::size_t next = between.find_first_not_of(" \t");
    return next != std::string_view::npos && between[next] == ',';
}

void print_in_order(std::vector<Part> parts) {
    std::stable_sort(parts.begin(), parts.end(),
                     [](const Part& left, const Part& right) { return left.begin < right.begin; });
    for (const Part& part : parts) part.print();
}

std::string print(const File& file, const SourceMap& sources) {
    Printer printer{.writer = {}, .source = sources.file(file.file)};
    std::visit(overloaded{[&](const Plan& plan) { print_plan(printer, plan); },
                          [&](const FactsFile& facts) { print_facts(printer, facts.facts); },
                          [&](const Policy& policy) { print_policy(printer, policy); }},
               file.declared);
    return lay_out(printer.writer.take_lines(), file.comments, printer.source);
}

}  // namespace pol::ast
