#include "compiler/ast/printer.hpp"
#include "compiler/ast/words.hpp"
#include "compiler/source/counted.hpp"
#include "compiler/source/overloaded.hpp"
#include "pol/words.hpp"

#include <algorithm>
#include <string>

namespace pol::ast {
namespace {

constexpr std::size_t attribute_gap = 3;

void print_document(Writer& writer, const DocumentReference& document) {
    writer.at(document.span).words(words_of(document.kind)).words(document.number);
    if (document.address) writer.words("at").words(*document.address);
}

void print_printed(Writer& writer, const Printed& printed) {
    writer.words(printed.connective == Connective::and_ ? "printed AND" : "printed OR");
}

using StatementPointers = std::vector<const Statement*>;

void print_item(Printer& printer, const Item& item, ColumnGroup group);
void print_each(Printer& printer, const StatementPointers& statements, std::optional<Span> before, ColumnGroup group);

/// An amount for a further code of a drug, which the line of the first one says.
bool is_said_by_first(const Statement& statement) {
    const auto* amount = std::get_if<QuantityApproved>(&statement.form);
    return amount != nullptr && amount->billing && !amount->billing->is_first;
}

StatementPointers pointers_to(const std::vector<Statement>& statements) {
    StatementPointers pointers;
    for (const Statement& statement : statements)
        if (!is_said_by_first(statement)) pointers.push_back(&statement);
    return pointers;
}

/// What ends the line of other words rather than to begin one of its own.
bool is_attribute(const Statement& statement) {
    return std::holds_alternative<ForLines>(statement.form) || std::holds_alternative<See>(statement.form) ||
           std::holds_alternative<Printed>(statement.form) || std::holds_alternative<NotInDocument>(statement.form) ||
           std::holds_alternative<ExceptionTo>(statement.form);
}

/// What may stand beside the label of an item without a short text.
bool is_short(const Statement& statement) {
    return std::holds_alternative<Note>(statement.form) || std::holds_alternative<See>(statement.form) ||
           std::holds_alternative<EvidenceRule>(statement.form);
}

void print_texts(Printer& printer, std::string_view word, const std::vector<Item>& items, const Span& span) {
    printer.writer.words(word).open();
    for (const Item& item : items) print_item(printer, item, 0);
    printer.writer.close(span);
}

void print_items_again(Writer& writer, const ItemsAgain& items) { write_list(writer.words("items"), items.ranges); }

void print_item_group(Printer& printer, const ItemGroup& group, const Span& span, ColumnGroup column) {
    if (group.table) {
        print_table_opening(printer.writer, *group.table);
        return print_table_lines(printer.writer, *group.table, span);
    }
    if (group.is_items_line) return print_items_again(printer.writer, std::get<ItemsAgain>(group.members.front().form));
    printer.writer.words(quantifier_words(group.quantifier, group.count)).open();
    print_statements(printer, group.members, column);
    printer.writer.close(span);
}

void print_dosing(Writer& writer, const Loading& loading) {
    writer.words("loading").words(loading.doses).words(noun_for(loading.doses.value, "dose"));
    writer.words(loading.apart).words("apart");
}

void print_dosing(Writer& writer, const Maintenance& maintenance) {
    writer.words("maintenance every").words(maintenance.every);
    if (maintenance.after_loading) writer.words("after the last loading dose");
}

void print_approve(Writer& writer, const Approve& approve) {
    if (approve.kind) writer.words(*approve.kind);
    print_expression(writer.words("approve"), approve.duration);
    writer.words("from").words(approve.from);
    if (!approve.until) return;
    print_day(writer.words("until"), *approve.until);
    writer.words("at the latest");
}

void print_quantity(Writer& writer, const QuantityApproved& quantity) {
    writer.words("quantity").words(quantity.billing ? quantity.billing->drug : quantity.what);
    if (quantity.phrase) writer.words(*quantity.phrase);
    print_expression(writer.words("=").soft(), quantity.amount);
    if (quantity.unit) writer.words("in").words(*quantity.unit);
    const Rare<Condition>& when = quantity.billing ? quantity.billing->when : quantity.when;
    if (when) print_condition(writer.words("when"), *when);
}

/// One statement; its last line stays open for attributes.
void print_statement(Printer& printer, const Statement& statement, ColumnGroup group) {
    Writer& writer = printer.writer;
    writer.at(statement.span);
    std::visit(
        overloaded{[&](const ForLines& lines) { write_list(writer.words("for"), lines.lines); },
                   [&](const See& see) { print_references(writer.words("see"), see); },
                   [&](const Printed& printed) { print_printed(writer, printed); },
                   [&](const OnlyIf& only_if) { print_condition(writer.words("if"), only_if.condition); },
                   [&](const NotInDocument& from) { writer.words("not in document").words(from.source); },
                   [&](const Reading& reading) { print_reading(writer, reading); },
                   [&](const Note& note) { writer.words("note").words(note.text); },
                   [&](const EvidenceRule& rule) { writer.words("evidence is").words(words_of(rule.minimum)); },
                   [&](const Determination& determination) { print_determination(writer, determination); },
                   [&](const ExceptionTo& exception) { write_list(writer.words("exception to"), exception.items); },
                   [&](const Because& because) { print_texts(printer, "because", because.items, statement.span); },
                   [&](const Notes& notes) { print_texts(printer, "notes", notes.items, statement.span); },
                   [&](const Requirement& requirement) { print_condition(writer, requirement.condition); },
                   [&](const ItemsAgain& items) { print_items_again(writer, items); },
                   [&](const ItemGroup& items) { print_item_group(printer, items, statement.span, group); },
                   [&](const Requires& requires_) {
                       writer.words(requires_.kind).words("requires");
                       print_item_group(printer, requires_.group, statement.span, writer.new_group());
                   },
                   [&](const Dose& dose) { writer.words("dose").words(dose.amount).words(dose.unit); },
                   [&](const Loading& loading) { print_dosing(writer, loading); },
                   [&](const Maintenance& maintenance) { print_dosing(writer, maintenance); },
                   [&](const Approve& approve) { print_approve(writer, approve); },
                   [&](const QuantityApproved& quantity) { print_quantity(writer, quantity); },
                   [&](const Otherwise& otherwise) {
                       print_outcome(writer.words("otherwise"), otherwise.outcome);
                       writer.indent(2);
                       print_each(printer, pointers_to(otherwise.attributes), otherwise.outcome.span, 0);
                       writer.outdent(2);
                   },
                   [&](const Item& item) { print_item(printer, item, group); }},
        statement.form);
}

/// Prints statements, `before` being what stands on the open line, if anything does: attributes of a line go beside
/// it, all else on lines below.
void print_each(Printer& printer, const StatementPointers& statements, std::optional<Span> before, ColumnGroup group) {
    for (const Statement* statement : statements) {
        if (before && is_attribute(*statement) && printer.on_one_line(*before, statement->span))
            printer.writer.column(attribute_gap);
        else
            printer.writer.end_line();
        print_statement(printer, *statement, group);
        before = statement->span;
    }
    printer.writer.end_line();
}

/// What stands beside the label, wherever the item has it: of whom it is asked, and then the document's connective.
bool is_beside_label(const Statement& statement) {
    return std::holds_alternative<OnlyIf>(statement.form) || std::holds_alternative<Printed>(statement.form);
}

template <class Form>
void print_beside_label(Printer& printer, const Item& item) {
    for (const Statement& statement : item.statements) {
        if (!std::holds_alternative<Form>(statement.form)) continue;
        const bool is_first = std::holds_alternative<OnlyIf>(statement.form) && !item.text;
        if (!is_first) printer.writer.column(attribute_gap);
        print_statement(printer, statement, 0);
    }
}

template <class Form>
const Statement* find_statement(const Item& item) {
    const auto found = std::find_if(item.statements.begin(), item.statements.end(), [](const Statement& statement) {
        return std::holds_alternative<Form>(statement.form);
    });
    return found == item.statements.end() ? nullptr : &*found;
}

/// What may stand beside the text of an item, or below it, as its author has it.
bool is_body(const Statement& statement) {
    return std::holds_alternative<Requirement>(statement.form) || std::holds_alternative<ItemGroup>(statement.form) ||
           std::holds_alternative<Determination>(statement.form) || std::holds_alternative<Approve>(statement.form);
}

/// `items 1 to 4` as the body of an item stands on the line of its label.
bool is_items_line(const StatementPointers& statements) {
    const auto* group = statements.empty() ? nullptr : std::get_if<ItemGroup>(&statements.front()->form);
    return group != nullptr && group->is_items_line;
}

/// Prints the first statement beside the text if the source has it there, and gives the place behind it.
Span print_body_beside_text(Printer& printer, StatementPointers& below, Span before, ColumnGroup group) {
    const bool is_beside = is_items_line(below) || (!below.empty() && is_body(*below.front()) &&
                                                    printer.on_one_line(before, below.front()->span));
    if (!is_beside) return before;
    printer.writer.column(attribute_gap);
    print_statement(printer, *below.front(), group);
    before = below.front()->span;
    below.erase(below.begin());
    return before;
}

void print_item(Printer& printer, const Item& item, ColumnGroup group) {
    Writer& writer = printer.writer;
    const std::string label = item.label.text + (item.label.closing == 0 ? "" : std::string(1, item.label.closing));
    writer.in(group).leave_columns().at(item.span).words(label);
    writer.indent(label.size() + 1);
    StatementPointers below = pointers_to(item.statements);
    std::erase_if(below, [](const Statement* statement) { return is_beside_label(*statement); });
    Span before = item.label.span;
    const Statement* premise = find_statement<OnlyIf>(item);
    if (item.text) {
        writer.words(*item.text);
        before = item.text->span;
    } else if (!below.empty() && is_short(*below.front()) && premise == nullptr) {
        print_statement(printer, *below.front(), group);
        before = below.front()->span;
        below.erase(below.begin());
    }
    print_beside_label<OnlyIf>(printer, item);
    if (premise != nullptr) before = premise->span;
    if (is_items_line(below)) before = print_body_beside_text(printer, below, before, group);
    print_beside_label<Printed>(printer, item);
    const bool has_room = (item.text || premise != nullptr) && find_statement<Printed>(item) == nullptr;
    if (has_room) before = print_body_beside_text(printer, below, before, group);
    print_each(printer, below, before, group);
    writer.outdent(label.size() + 1);
}

}  // namespace

void print_outcome(Writer& writer, const OutcomePhrase& outcome) {
    writer.at(outcome.span).words(outcome_words(outcome.outcome));
    if (outcome.document) print_document(writer, *outcome.document);
}

void print_references(Writer& writer, const See& see) {
    write_list(writer, see.references, [&](const auto& reference) {
        std::visit(overloaded{[&](const ItemReference& item) { writer.words(item); },
                              [&](const DocumentReference& document) { print_document(writer, document); }},
                   reference);
    });
}

void print_reading(Writer& writer, const Reading& reading) {
    writer.words("reading");
    write_list(writer, reading.items);
    writer.words(reading.text);
    if (reading.decided)
        writer.words("decided by").words(reading.decided->by).words("on").words(reading.decided->on);
    else
        writer.words("open");
}

void print_determination(Writer& writer, const Determination& determination) {
    print_outcome(writer, determination.outcome);
    if (determination.replaces != Replaced::nothing)
        writer.words("instead of").words(replaced_words(determination.replaces));
    if (!determination.condition) return;
    writer.words("when");
    print_condition(writer, *determination.condition);
}

void print_statements(Printer& printer, const std::vector<Statement>& statements, ColumnGroup group,
                      std::size_t first) {
    StatementPointers pointers = pointers_to(statements);
    pointers.erase(pointers.begin(), pointers.begin() + static_cast<std::ptrdiff_t>(first));
    print_each(printer, pointers, std::nullopt, group);
}

}  // namespace pol::ast
