#include "compiler/ast/printer.hpp"
#include "compiler/source/overloaded.hpp"

#include <algorithm>
#include <type_traits>

namespace pol::ast {
namespace {

constexpr std::size_t attribute_gap = 3;
constexpr std::size_t box_gap = 4;

// ---- header

/// What follows the word of a line stands in a column, unless lines share a line.
void print_header_line(Writer& writer, const HeaderLine& line, ColumnGroup group) {
    writer.at(line.span);
    const auto begin = [&](std::string_view word) -> Writer& {
        if (group == 0) return writer.words(word);
        return writer.in(group).words(word).column();
    };
    std::visit(overloaded{[&](const PolicyNumber& number) { begin("number").words(number.number); },
                          [&](const PlanImport& plan) { begin("plan").words(plan.plan); },
                          [&](const FactsImport& facts) { write_list(begin("facts"), facts.files); },
                          [&](const Effective& effective) { begin("effective").words(effective.date); },
                          [&](const Reviewed& reviewed) { begin("reviewed").words(reviewed.date); },
                          [&](const TextInForce& text) {
                              begin("text").words("from").words(text.from);
                              if (text.through) writer.words("through").words(*text.through);
                              writer.words("by").words(text.by);
                          },
                          [&](const EarlierTexts& earlier) {
                              begin("earlier");
                              if (earlier.outcome)
                                  print_outcome(writer, *earlier.outcome);
                              else
                                  writer.words("not on file");
                          },
                          [&](const See& see) { print_references(begin("see"), see); },
                          [&](const Reading& reading) { print_reading(writer, reading); }},
               line.form);
}

/// Lines of the header that the source has on one line stay there.
void print_header(Printer& printer, const Policy& policy) {
    Writer& writer = printer.writer;
    writer.at(policy.span).words("policy").words(policy.name).words(policy.title).open();
    const ColumnGroup group = writer.new_group();
    const std::vector<HeaderLine>& header = policy.header;
    const auto shares_line = [&](std::size_t next) {
        return next > 0 && next < header.size() && printer.on_one_line(header[next - 1].span, header[next].span);
    };
    for (std::size_t i = 0; i < header.size(); ++i) {
        if (shares_line(i))
            writer.column(attribute_gap);
        else
            writer.end_line();
        print_header_line(writer, header[i], shares_line(i) || shares_line(i + 1) ? 0 : group);
    }
    writer.close(policy.header_span);
    writer.end_line();
}

// ---- drug

void print_amount(Writer& writer, const BillingCode& code) {
    if (code.amount) writer.words("=").words(*code.amount);
    if (code.unit) writer.words(*code.unit).words("per unit");
}

void print_amount(Writer& writer, const PackageCode& code) {
    if (code.amount) writer.words("=").words(*code.amount);
    if (code.unit) writer.words(*code.unit);
    if (code.volume) writer.words("in").words(*code.volume);
    if (code.volume_unit) writer.words(*code.volume_unit);
    if (code.package) writer.words(*code.package);
}

std::string_view system_word(const BillingCode& code) { return code.system.text; }
std::string_view system_word(const PackageCode&) { return "ndc"; }

const Span& span_of(const std::variant<BillingCode, PackageCode>& code) {
    return std::visit([](const auto& form) -> const Span& { return form.span; }, code);
}

/// `J1561 for gamunex_c, gammaked, J1459 for privigen`: the codes of one line.
void print_codes(Writer& writer, const Drug& drug, std::size_t first) {
    for (std::size_t i = first; i < drug.codes.size(); ++i) {
        const auto* code = std::get_if<BillingCode>(&drug.codes[i]);
        if (code == nullptr || code->span.begin != span_of(drug.codes[first]).begin) return;
        if (i > first) writer.glued(",").soft();
        writer.words(code->code);
        if (!code->products.empty()) write_list(writer.words("for"), code->products);
    }
}

/// The line of a code, left open; `group` is 0 where it goes on the line of the drug.
template <class Code>
void print_code_line(Writer& writer, const Drug& drug, std::size_t index, const Code& code, ColumnGroup group) {
    if (group == 0)
        writer.at(code.span).words(system_word(code));
    else
        writer.in(group).at(code.span).words(system_word(code)).column();
    if constexpr (std::is_same_v<Code, BillingCode>)
        print_codes(writer, drug, index);
    else
        writer.words(code.code);
    print_amount(writer, code);
    if (code.from) writer.words("from").words(*code.from);
    if (code.through) writer.words("through").words(*code.through);
    if (code.not_in_document) writer.column(attribute_gap).words("not in document").words(*code.not_in_document);
}

void print_block(Printer& printer, const Drug& drug) {
    Writer& writer = printer.writer;
    writer.words("drug").words(drug.name).words(drug.brand);
    if (drug.by) writer.words("by").words(*drug.by);
    const bool on_line = !drug.codes.empty() && printer.on_one_line(drug.brand.span, span_of(drug.codes.front()));
    if (on_line)
        writer.column(attribute_gap);
    else
        writer.open();
    const ColumnGroup group = on_line ? 0 : writer.new_group();
    for (std::size_t i = 0; i < drug.codes.size(); ++i) {
        if (i > 0 && span_of(drug.codes[i]).begin == span_of(drug.codes[i - 1]).begin) continue;
        if (!on_line) writer.end_line();
        std::visit([&](const auto& code) { print_code_line(writer, drug, i, code, group); }, drug.codes[i]);
    }
    if (!on_line) writer.close(drug.span);
}

void print_block(Printer& printer, const Gate& gate) {
    Writer& writer = printer.writer;
    writer.words("gate").words(gate.title);
    const bool on_line = printer.on_one_line(gate.title.span, gate.determination.outcome.span);
    if (on_line)
        writer.column(attribute_gap);
    else
        writer.open();
    print_determination(writer, gate.determination);
    if (!on_line) writer.close(gate.span);
}

// ---- applies to

/// Boxes keep the lines on which the source, and with it the document, has them.
void print_box(Printer& printer, const AppliesTo& applies, std::size_t index, ColumnGroup group) {
    Writer& writer = printer.writer;
    const Box& box = applies.boxes[index];
    const Span& before = index > 0 ? applies.boxes[index - 1].span : applies.span;
    if (printer.on_one_line({before.file, before.begin, before.begin}, box.span))
        writer.column(index > 0 ? box_gap : attribute_gap);
    else
        writer.end_line();
    if (group != 0) writer.in(group);
    writer.at(box.span).words(box.ticked ? "[x]" : "[ ]").words(box.line);
}

/// `medical only see G.4`; without benefits, which means all of them, only what is behind `see`.
void print_benefits(Writer& writer, const AppliesTo& applies, ColumnGroup group) {
    writer.end_line();
    writer.in(group).at(applies.benefits_span);
    write_list(writer, applies.benefits);
    if (applies.benefits.size() == 1) writer.words("only");
    for (const See& see : applies.benefits_see) {
        if (!applies.benefits.empty() || &see != &applies.benefits_see.front()) writer.column(box_gap);
        print_references(writer.words("see"), see);
    }
}

Part reading_part(Writer& writer, const Reading& reading) {
    return {reading.text.span.begin, [&writer, &reading] {
                writer.end_line();
                print_reading(writer, reading);
            }};
}

void print_block(Printer& printer, const AppliesTo& applies) {
    Writer& writer = printer.writer;
    writer.words("applies to");
    const Span opening{applies.span.file, applies.span.begin, applies.span.begin};
    const bool on_line = !applies.boxes.empty() && printer.on_one_line(opening, applies.boxes.front().span);
    if (!on_line) writer.open();
    const ColumnGroup group = on_line ? 0 : writer.new_group();
    std::vector<Part> parts;
    for (std::size_t i = 0; i < applies.boxes.size(); ++i)
        parts.push_back({applies.boxes[i].span.begin, [&, i] { print_box(printer, applies, i, group); }});
    if (!applies.benefits.empty() || !applies.benefits_see.empty())
        parts.push_back({applies.benefits_span.begin, [&] { print_benefits(writer, applies, group); }});
    for (const Reading& reading : applies.readings) parts.push_back(reading_part(writer, reading));
    print_in_order(std::move(parts));
    if (!on_line) writer.close(applies.span);
}

// ---- sections, guidelines, history

void print_block(Printer& printer, const Section& section) {
    Writer& writer = printer.writer;
    writer.words("section").words(section.id);
    if (section.title) writer.words(*section.title);
    const bool lines_beside = !section.statements.empty() &&
                              std::holds_alternative<ForLines>(section.statements.front().form) &&
                              printer.on_one_line(section.id.span, section.statements.front().span);
    if (lines_beside) {
        writer.column(attribute_gap).words("for");
        write_list(writer, std::get<ForLines>(section.statements.front().form).lines);
    }
    writer.open();
    print_statements(printer, section.statements, 0, lines_beside ? 1 : 0);
    writer.close(section.span);
}

void print_block(Printer& printer, const Guidelines& guidelines) {
    printer.writer.words("guidelines").words(guidelines.id).open();
    print_statements(printer, guidelines.statements, 0);
    printer.writer.close(guidelines.span);
}

void print_block(Printer& printer, const History& history) {
    Writer& writer = printer.writer;
    writer.words("history").open();
    std::vector<Part> parts;
    for (const HistoryRow& row : history.rows)
        parts.push_back({row.span.begin, [&writer, &row] {
                             writer.end_line();
                             writer.at(row.span).words(row.date).words(row.text);
                         }});
    for (const Reading& reading : history.readings) parts.push_back(reading_part(writer, reading));
    print_in_order(std::move(parts));
    writer.close(history.span);
}

void print_block(Printer& printer, const Define& define) { print_define(printer.writer, define); }
void print_block(Printer& printer, const Scenario& scenario) { print_scenario(printer, scenario); }
void print_block(Printer& printer, const NeverCheck& check) { print_never_check(printer, check); }
void print_block(Printer& printer, const AcceptedFinding& accepted) { print_accepted(printer.writer, accepted); }

const Span& span_of(const Block& block) {
    return std::visit([](const auto& form) -> const Span& { return form.span; }, block);
}

/// Whether a condition has no lines of its own below the one it stands on.
bool is_line(const Condition& condition) {
    const auto all_lines = [](const std::vector<Condition>& parts) {
        return std::all_of(parts.begin(), parts.end(), [](const Condition& part) { return is_line(part); });
    };
    return std::visit(overloaded{[](const FactTest&) { return true; }, [](const AgeTest&) { return true; },
                                 [](const QuantityTest&) { return true; }, [](const DayTest&) { return true; },
                                 [&](const CountTest& test) { return all_lines(test.entries.where); },
                                 [](const ConditionGroup& group) { return group.infix; },
                                 [&](const Unless& unless) { return all_lines(unless.parts); },
                                 [&](const IfThen& implication) { return all_lines(implication.parts); },
                                 [&](const Supported& supported) { return all_lines(supported.inner); }},
                      condition.form);
}

bool is_line(const Entries& entries) { return entries.where.empty() || is_line(entries.where.front()); }

bool is_line(const Expression& value) {
    const auto* aggregate = std::get_if<Aggregate>(&value.form);
    const auto* chosen = std::get_if<ChosenEntry>(&value.form);
    return (aggregate == nullptr || is_line(aggregate->entries)) && (chosen == nullptr || is_line(chosen->entries));
}

/// Definitions on one line and checks may follow their like without an empty line between them.
bool is_line(const Block& block) {
    const auto* define = std::get_if<Define>(&block);
    if (define == nullptr)
        return std::holds_alternative<NeverCheck>(block) || std::holds_alternative<AcceptedFinding>(block);
    if (define->table) return false;
    if (const auto* value = std::get_if<Expression>(&define->body)) return is_line(*value);
    const auto* condition = std::get_if<Condition>(&define->body);
    return define->cases_on_line || (condition != nullptr && is_line(*condition));
}

/// What a table defines stands in its own lines.
bool is_printed_elsewhere(const Block& block) {
    const auto* define = std::get_if<Define>(&block);
    return define != nullptr && define->is_part_of_table;
}

}  // namespace

void print_policy(Printer& printer, const Policy& policy) {
    Writer& writer = printer.writer;
    print_header(printer, policy);
    const Block* before = nullptr;
    for (const Block& block : policy.blocks) {
        if (is_printed_elsewhere(block)) continue;
        const bool is_next = before != nullptr && before->index() == block.index() && is_line(*before);
        writer.at(span_of(block));
        if (!is_line(block) || !is_next) writer.set_apart();
        std::visit([&](const auto& form) { print_block(printer, form); }, block);
        writer.end_line();
        before = &block;
    }
}

}  // namespace pol::ast
