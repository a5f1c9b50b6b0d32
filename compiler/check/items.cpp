#include "compiler/check/items.hpp"

#include "compiler/check/passes.hpp"
#include "compiler/check/statement_words.hpp"
#include "compiler/check/walk.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace pol::checking {
namespace {

/// Where an item stands decides what it may state.
/// `texts` are those of `because` and `notes`.
enum class Place { section, group, texts, guidelines };

/// What a statement makes of its item. An item is one of these; attributes go with each of them.
enum class Job { attribute, only_if, notes, note, evidence, determination, requirement, approval, block };

Job job_of(const ast::Statement& statement) {
    return std::visit(overloaded{
                          [](const ast::ForLines&) { return Job::attribute; },
                          [](const ast::See&) { return Job::attribute; },
                          [](const ast::Printed&) { return Job::attribute; },
                          [](const ast::OnlyIf&) { return Job::only_if; },
                          [](const ast::NotInDocument&) { return Job::attribute; },
                          [](const ast::Reading&) { return Job::attribute; },
                          [](const ast::Note&) { return Job::note; },
                          [](const ast::EvidenceRule&) { return Job::evidence; },
                          [](const ast::Determination&) { return Job::determination; },
                          [](const ast::ExceptionTo&) { return Job::determination; },
                          [](const ast::Because&) { return Job::determination; },
                          [](const ast::Notes&) { return Job::notes; },
                          [](const ast::Requirement&) { return Job::requirement; },
                          [](const ast::ItemGroup&) { return Job::requirement; },
                          [](const ast::Requires&) { return Job::approval; },
                          [](const ast::Dose&) { return Job::approval; },
                          [](const ast::Loading&) { return Job::approval; },
                          [](const ast::Maintenance&) { return Job::approval; },
                          [](const ast::Approve&) { return Job::approval; },
                          [](const ast::QuantityApproved&) { return Job::approval; },
                          [](const ast::ItemsAgain&) { return Job::block; },
                          [](const ast::Otherwise&) { return Job::block; },
                          [](const ast::Item&) { return Job::block; },
                      },
                      statement.form);
}

bool goes_with_any(Job job) { return job == Job::attribute || job == Job::only_if || job == Job::notes; }

bool is_allowed(Job job, Place place) {
    switch (job) {
        case Job::attribute:
            return true;
        case Job::notes:
        case Job::note:
            return place != Place::texts;
        case Job::evidence:
            return place == Place::guidelines;
        case Job::determination:
            return place == Place::section || place == Place::guidelines;
        case Job::only_if:
        case Job::requirement:
            return place == Place::group;
        case Job::approval:
            return place == Place::section;
        case Job::block:
            return false;
    }
    return false;
}

const char* hint_for(Job job, Place place) {
    if (place == Place::texts) return "an item of `because` or `notes` is a text only";
    if (job == Job::only_if) return "only an item of criteria is for some members; an outcome has its `when`";
    if (job == Job::requirement) return "requirements stand in a group, as in `initial requires all of … end`";
    if (job == Job::evidence) return "`evidence` stands in the guidelines, for the whole policy";
    if (place == Place::group) return "a group holds requirements; close it with `end` before this item";
    if (place == Place::guidelines) return "what a section decides stands in the section";
    return "it belongs to another kind of block";
}

/// Kinds that an item may state more than once. Approvals and amounts are counted for their whole section.
bool may_repeat(const ast::Statement& statement) {
    return std::holds_alternative<ast::See>(statement.form) || std::holds_alternative<ast::Reading>(statement.form) ||
           std::holds_alternative<ast::Requires>(statement.form) ||
           std::holds_alternative<ast::ExceptionTo>(statement.form) ||
           std::holds_alternative<ast::Approve>(statement.form) ||
           std::holds_alternative<ast::QuantityApproved>(statement.form);
}

std::string twice(const ast::Statement& statement) {
    if (std::holds_alternative<ast::Determination>(statement.form)) return "gives two outcomes";
    if (std::holds_alternative<ast::Requirement>(statement.form)) return "has two conditions";
    return fmt::format("has {} twice", words_of(statement));
}

class ItemCheck {
public:
    ItemCheck(const ast::Item& item, Place place, Sink& sink) : item_(item), place_(place), sink_(sink) {}

    void run() {
        if (!check_places()) return;
        check_repeats();
        check_statement();
        check_text();
    }

private:
    bool check_places() {
        bool all_allowed = true;
        for (const ast::Statement& statement : item_.statements)
            if (const Job job = job_of(statement); !is_allowed(job, place_)) {
                sink_.add(FindingCode::misplaced_statement, statement.span,
                          fmt::format("{} does not stand in item `{}`", words_of(statement), item_.label.text),
                          hint_for(job, place_));
                all_allowed = false;
            }
        return all_allowed;
    }

    void check_repeats() {
        std::array<const ast::Statement*, std::variant_size_v<decltype(ast::Statement::form)>> first{};
        for (const ast::Statement& statement : item_.statements) {
            if (may_repeat(statement)) continue;
            const ast::Statement*& earlier = first[statement.form.index()];
            if (earlier != nullptr)
                add_with_place(sink_, FindingCode::repeated_statement, statement.span,
                               fmt::format("item `{}` {}", item_.label.text, twice(statement)),
                               std::holds_alternative<ast::Requirement>(statement.form)
                                   ? "join conditions with `all of … end` or `any of … end`"
                                   : "leave one of them out, or give it a label of its own",
                               earlier->span, "the first one");
            else
                earlier = &statement;
        }
    }

    void check_statement() {
        const ast::Statement* first = nullptr;
        bool has_see = false;
        bool has_notes = false;
        for (const ast::Statement& statement : item_.statements) {
            has_see = has_see || std::holds_alternative<ast::See>(statement.form);
            has_notes = has_notes || std::holds_alternative<ast::Notes>(statement.form);
            if (goes_with_any(job_of(statement))) continue;
            if (first == nullptr)
                first = &statement;
            else if (job_of(statement) != job_of(*first) || is_second_condition(*first, statement))
                return report_mix(*first, statement);
        }
        if (first == nullptr && place_ != Place::texts && !has_notes && (!has_see || place_ == Place::group))
            return report_nothing();
        if (first != nullptr) check_determination();
        check_lines(first);
    }

    static bool is_second_condition(const ast::Statement& first, const ast::Statement& second) {
        return job_of(first) == Job::requirement && first.form.index() != second.form.index();
    }

    void report_mix(const ast::Statement& first, const ast::Statement& second) {
        add_with_place(
            sink_, FindingCode::mixed_item, second.span,
            fmt::format("item `{}` states both {} and {}", item_.label.text, words_of(first), words_of(second)),
            hint_for_mix(second), first.span, "the first statement");
    }

    static std::string hint_for_mix(const ast::Statement& second) {
        if (std::holds_alternative<ast::Requires>(second.form))
            return fmt::format("{} stands before the first item of its section, or gets a label of its own",
                               words_of(second));
        return "an item does one thing; a text that only accompanies it stands behind its label";
    }

    void report_nothing() {
        sink_.add(FindingCode::item_states_nothing, item_.label.span,
                  fmt::format("item `{}` states nothing", item_.label.text),
                  place_ == Place::group ? "write its condition below the label"
                                         : "write what it decides, or `note` before its text");
    }

    /// `because` and `exception to` are lines of an outcome.
    void check_determination() {
        const ast::Statement* line = nullptr;
        for (const ast::Statement& statement : item_.statements) {
            if (std::holds_alternative<ast::Determination>(statement.form)) return;
            if (job_of(statement) == Job::determination) line = &statement;
        }
        if (line != nullptr)
            sink_.add(FindingCode::outcome_missing, line->span,
                      fmt::format("{} has no outcome to belong to", words_of(*line)),
                      "write the outcome above it, as in `excluded when …`");
    }

    /// In a section `for` narrows outcomes and requirements; what is granted is the same for all its lines.
    void check_lines(const ast::Statement* first) {
        if (place_ == Place::guidelines || place_ == Place::group ||
            (first != nullptr && job_of(*first) == Job::determination))
            return;
        for (const ast::Statement& statement : item_.statements)
            if (std::holds_alternative<ast::ForLines>(statement.form))
                sink_.add(FindingCode::misplaced_statement, statement.span,
                          fmt::format("`for` does not stand in item `{}`", item_.label.text),
                          "inside a section outcomes and requirements can be for some of its lines; an amount has its "
                          "`when`");
    }

    void check_text() {
        if (item_.text && !item_.text->text.empty()) return;
        bool needs_none = !item_.statements.empty() && place_ != Place::texts;
        for (const ast::Statement& statement : item_.statements) {
            const Job job = job_of(statement);
            needs_none = needs_none && (job == Job::attribute || job == Job::note || job == Job::evidence);
        }
        if (!needs_none && !(item_.statements.empty() && place_ != Place::texts))
            sink_.add(FindingCode::missing_item_text, item_.label.span,
                      fmt::format("item `{}` has no text", item_.label.text),
                      "say in a few words behind the label what the document says there");
    }

    const ast::Item& item_;
    Place place_;
    Sink& sink_;
};

/// Every item of a list and what is labelled below it.
void check_list(const std::vector<ast::Statement>& statements, Place place, Sink& sink);

void check_item(const ast::Item& item, Place place, Sink& sink) {
    ItemCheck(item, place, sink).run();
    check_list(item.statements, place, sink);
}

void check_list(const std::vector<ast::Statement>& statements, Place place, Sink& sink) {
    for (const ast::Statement& statement : statements) {
        if (const auto* item = std::get_if<ast::Item>(&statement.form)) check_item(*item, place, sink);
        if (const auto* group = std::get_if<ast::ItemGroup>(&statement.form))
            check_list(group->members, Place::group, sink);
        if (const auto* requires_group = std::get_if<ast::Requires>(&statement.form))
            check_list(requires_group->group.members, Place::group, sink);
        if (const auto* because = std::get_if<ast::Because>(&statement.form))
            for (const ast::Item& item : because->items) check_item(item, Place::texts, sink);
        if (const auto* notes = std::get_if<ast::Notes>(&statement.form))
            for (const ast::Item& item : notes->items) check_item(item, Place::texts, sink);
    }
}

}  // namespace

bool states_something(const ast::Item& item) {
    return std::any_of(item.statements.begin(), item.statements.end(), [](const ast::Statement& statement) {
        return !goes_with_any(job_of(statement)) || std::holds_alternative<ast::See>(statement.form) ||
               std::holds_alternative<ast::Notes>(statement.form);
    });
}

void check_items(const Context& context) {
    for (const ast::Section* section : blocks_of<ast::Section>(context.policy))
        check_list(section->statements, Place::section, context.sink);
    for (const ast::Guidelines* guidelines : blocks_of<ast::Guidelines>(context.policy))
        check_list(guidelines->statements, Place::guidelines, context.sink);
}

}  // namespace pol::checking
