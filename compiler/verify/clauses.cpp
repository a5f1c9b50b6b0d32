#include "compiler/verify/clauses.hpp"

#include "compiler/source/overloaded.hpp"

#include <algorithm>
#include <utility>

namespace pol::verifying {
namespace {

bool is_exempt(const ast::Statement& statement) { return std::holds_alternative<ast::NotInDocument>(statement.form); }

bool is_exempt(const std::vector<ast::Statement>& statements) {
    return std::any_of(statements.begin(), statements.end(), [](const ast::Statement& one) { return is_exempt(one); });
}

class ClauseMaker {
public:
    std::vector<Clause> make(const ast::Policy& policy, BlockOrder order) {
        const bool sections_first = order == BlockOrder::sections_first;
        if (order == BlockOrder::as_written) {
            add_blocks(policy, true, true);
        } else {
            add_blocks(policy, sections_first, !sections_first);
            add_blocks(policy, !sections_first, sections_first);
        }
        return std::move(clauses_);
    }

private:
    Clause& current() { return clauses_[current_]; }

    void add_blocks(const ast::Policy& policy, bool sections, bool guidelines) {
        for (const ast::Block& block : policy.blocks) {
            if (const auto* section = std::get_if<ast::Section>(&block); section != nullptr && sections)
                add_block(section->id, section->title, section->statements);
            if (const auto* list = std::get_if<ast::Guidelines>(&block); list != nullptr && guidelines)
                add_block(list->id, std::nullopt, list->statements);
        }
    }

    void add_block(const ast::Name& id, const std::optional<ast::Text>& title,
                   const std::vector<ast::Statement>& statements) {
        block_ = id.text;
        unnumbered_.clear();
        open(id.text, {}, id.span, nowhere);
        if (title) write_text(current().own, *title);
        add_all(statements);
    }

    void open(std::string id, std::string label, const Span& place, std::size_t parent) {
        Clause clause;
        clause.id = std::move(id);
        clause.label = std::move(label);
        clause.block = block_;
        clause.place = place;
        clause.parent = parent;
        clauses_.push_back(std::move(clause));
        current_ = clauses_.size() - 1;
    }

    void add_all(const std::vector<ast::Statement>& statements) {
        const std::size_t here = current_;
        for (const ast::Statement& statement : statements) {
            current_ = here;
            add(statement);
        }
        current_ = here;
    }

    void add_item(const ast::Item& item) {
        const std::size_t parent = current_;
        if (is_exempt(item.statements)) {
            open(clauses_[parent].id + "." + item.label.text, {}, item.label.span, parent);
            current().exempt = item.label.text;
            return;
        }
        const bool unnumbered = item.label.closing == 0;
        const std::string part =
            unnumbered ? "*" + std::to_string(++unnumbered_[clauses_[parent].id]) : item.label.text;
        open(clauses_[parent].id + "." + part, unnumbered ? std::string() : item.label.text, item.label.span, parent);
        if (item.text) write_text(current().own, *item.text);
        add_all(item.statements);
    }

    void add_otherwise(const ast::Otherwise& otherwise, const Span& span) {
        if (is_exempt(otherwise.attributes)) return;
        open(block_ + ".otherwise", {}, span, current_);
        if (otherwise.outcome.document) write_document(current().own, *otherwise.outcome.document);
        add_all(otherwise.attributes);
    }

    void add_see(const ast::See& see) {
        for (const auto& reference : see.references) {
            if (const auto* item = std::get_if<ast::ItemReference>(&reference))
                current().references.push_back({*item, std::nullopt, item->span});
            if (const auto* document = std::get_if<ast::DocumentReference>(&reference))
                write_document(current().own, *document);
        }
    }

    void add_determination(const ast::Determination& determination) {
        if (determination.outcome.document) write_document(current().own, *determination.outcome.document);
        if (determination.condition) write_condition(current().own, *determination.condition);
    }

    void add_group(const ast::ItemGroup& group) {
        if (group.count) write_number(current().own, *group.count);
        add_all(group.members);
    }

    void add_quantity(const ast::QuantityApproved& quantity) {
        if (quantity.phrase) write_text(current().own, *quantity.phrase);
        if (quantity.when) write_condition(current().own, *quantity.when);
        Written computed;
        write_expression(computed, quantity.amount);
        Clause& clause = current();
        clause.elsewhere.insert(clause.elsewhere.end(), computed.figures.begin(), computed.figures.end());
        clause.own.names.insert(clause.own.names.end(), computed.names.begin(), computed.names.end());
    }

    void add(const ast::Statement& statement) {
        std::visit(
            overloaded{
                [](const ast::ForLines&) {},
                [&](const ast::See& see) { add_see(see); },
                [&](const ast::Printed& printed) {
                    current().printed = printed.connective;
                    current().printed_span = statement.span;
                },
                [&](const ast::OnlyIf& only) { write_condition(current().own, only.condition); },
                [](const ast::NotInDocument&) {},
                [](const ast::Reading&) {},
                [&](const ast::Note& note) { write_text(current().own, note.text); },
                [](const ast::EvidenceRule&) {},
                [&](const ast::Determination& determination) { add_determination(determination); },
                [](const ast::ExceptionTo&) {},
                [&](const ast::Because& because) {
                    for (const ast::Item& item : because.items) add_below(item);
                },
                [&](const ast::Notes& notes) {
                    for (const ast::Item& item : notes.items) add_below(item);
                },
                [&](const ast::Requirement& requirement) { write_condition(current().own, requirement.condition); },
                [&](const ast::ItemsAgain& again) {
                    current().references.insert(current().references.end(), again.ranges.begin(), again.ranges.end());
                },
                [&](const ast::ItemGroup& group) { add_group(group); },
                [&](const ast::Requires& criteria) { add_group(criteria.group); },
                [&](const ast::Dose& dose) {
                    write_decimal(current().own, dose.amount, dose.unit.text, join(dose.amount.span, dose.unit.span));
                },
                [&](const ast::Loading& loading) {
                    write_number(current().own, loading.doses);
                    write_duration(current().own, loading.apart);
                    current().loading_interval = current().own.figures.back();
                },
                [&](const ast::Maintenance& maintenance) {
                    write_duration(current().own, maintenance.every);
                    current().maintenance_interval = current().own.figures.back();
                },
                [&](const ast::Approve& approve) {
                    write_expression(current().own, approve.duration);
                    if (approve.until) write_day(current().own, *approve.until);
                },
                [&](const ast::QuantityApproved& quantity) { add_quantity(quantity); },
                [&](const ast::Otherwise& otherwise) { add_otherwise(otherwise, statement.span); },
                [&](const ast::Item& item) { add_item(item); },
            },
            statement.form);
    }

    void add_below(const ast::Item& item) {
        const std::size_t here = current_;
        add_item(item);
        current_ = here;
    }

    std::vector<Clause> clauses_;
    std::size_t current_ = 0;
    std::string block_;
    /// How many unnumbered paragraphs stand below each clause so far.
    std::map<std::string, int> unnumbered_;
};

std::string id_of(const ast::ItemReference& reference, const std::string& block) {
    std::string id = reference.section.empty() ? block : reference.section;
    for (const std::string& part : reference.path) id += "." + part;
    return id;
}

std::size_t find_clause(const std::vector<Clause>& clauses, const std::string& id) {
    for (std::size_t i = 0; i < clauses.size(); ++i)
        if (clauses[i].id == id) return i;
    return nowhere;
}

}  // namespace

std::vector<Clause> clauses_of(const ast::Policy& policy, BlockOrder order) {
    return ClauseMaker().make(policy, order);
}

bool is_below(const std::vector<Clause>& clauses, std::size_t clause, std::size_t above) {
    for (std::size_t at = clauses[clause].parent; at != nowhere; at = clauses[at].parent)
        if (at == above) return true;
    return false;
}

std::vector<std::size_t> clauses_in(const std::vector<Clause>& clauses, const ast::ItemRange& range,
                                    const std::string& block) {
    const std::size_t first = find_clause(clauses, id_of(range.first, block));
    const std::size_t last = range.last ? find_clause(clauses, id_of(*range.last, block)) : first;
    std::vector<std::size_t> found;
    if (first == nowhere || last == nowhere) return found;
    for (std::size_t i = first; i < clauses.size() && (i <= last || is_below(clauses, i, last)); ++i)
        found.push_back(i);
    return found;
}

}  // namespace pol::verifying
