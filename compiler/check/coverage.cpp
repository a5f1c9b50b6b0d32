#include "compiler/check/names.hpp"
#include "compiler/check/passes.hpp"
#include "compiler/check/sections.hpp"
#include "compiler/check/walk.hpp"

#include <fmt/format.h>

#include <unordered_map>

namespace pol::checking {
namespace {

class CoverageCheck {
public:
    explicit CoverageCheck(const Context& context) : context_(context), sink_(context.sink) {}

    void run() {
        const auto applies = blocks_of<ast::AppliesTo>(context_.policy);
        if (applies.size() != 1) return;
        if (!check_boxes(*applies.front())) return;
        for (const ast::Section* section : blocks_of<ast::Section>(context_.policy)) check_section(*section);
        for (const ast::Box& box : applies.front()->boxes)
            if (all_sections_have_lines_ && box.ticked && sections_.count(box.line.text) == 0)
                sink_.add(FindingCode::line_without_section, box.line.span,
                          fmt::format("`{}` is ticked, but no section decides it", box.line.text),
                          "name it in the `for` of a section, or untick it");
        check_narrowing();
    }

private:
    bool check_boxes(const ast::AppliesTo& applies) {
        bool all_known = true;
        for (const ast::Box& box : applies.boxes) {
            if (!contains(context_.symbols.lines, box.line.text)) {
                add_unknown_name(sink_, "line of business", box.line, context_.symbols.lines);
                all_known = false;
            }
            const auto [first, is_new] = boxes_.emplace(box.line.text, &box);
            if (!is_new)
                add_with_place(sink_, FindingCode::repeated_box, box.line.span,
                               fmt::format("`{}` has two boxes", box.line.text), "leave one of them out",
                               first->second->line.span, "the first one");
        }
        return all_known && check_missing_boxes(applies);
    }

    bool check_missing_boxes(const ast::AppliesTo& applies) {
        std::vector<std::string> missing;
        for (const std::string& line : context_.symbols.lines)
            if (boxes_.count(line) == 0) missing.push_back(line);
        if (missing.empty()) return true;
        const Span place = applies.boxes.empty() ? applies.span : applies.boxes.back().line.span;
        sink_.add(FindingCode::missing_box, place,
                  fmt::format("{} {} no box", quoted_list(missing), missing.size() == 1 ? "has" : "have"),
                  "every line of business of the plan has a box, ticked `[x]` or not `[ ]`");
        return false;
    }

    void check_section(const ast::Section& section) {
        const std::vector<ast::Name> lines = parts_of(section).lines;
        if (lines.empty()) all_sections_have_lines_ = false;
        for (const ast::Name& line : lines) {
            const auto box = boxes_.find(line.text);
            if (box != boxes_.end() && !box->second->ticked)
                add_with_place(sink_, FindingCode::section_for_unticked_line, line.span,
                               fmt::format("section `{}` is for `{}`, which is not ticked", section.id.text, line.text),
                               "tick its box, or leave it out here", box->second->line.span, "its box");
            const auto [first, is_new] = sections_.emplace(line.text, Cell{&section, line.span});
            if (!is_new && first->second.section != &section)
                add_with_place(sink_, FindingCode::line_in_two_sections, line.span,
                               fmt::format("`{}` is decided by two sections, `{}` and `{}`", line.text,
                                           first->second.section->id.text, section.id.text),
                               "a line of business has one section", first->second.place, "the first one");
        }
    }

    /// `for` of an item narrows: to ticked lines, and inside a section to lines of that section.
    void check_narrowing() {
        for (const ast::Section* section : blocks_of<ast::Section>(context_.policy))
            check_items(section->statements, section);
        for (const ast::Guidelines* guidelines : blocks_of<ast::Guidelines>(context_.policy))
            check_items(guidelines->statements, nullptr);
    }

    void check_items(const std::vector<ast::Statement>& statements, const ast::Section* section) {
        for (const ast::Statement& statement : statements) {
            const auto* item = std::get_if<ast::Item>(&statement.form);
            if (item == nullptr) continue;
            for (const ast::Statement& part : item->statements)
                if (const auto* lines = std::get_if<ast::ForLines>(&part.form))
                    for (const ast::Name& line : lines->lines) check_line(line, section);
        }
    }

    void check_line(const ast::Name& line, const ast::Section* section) {
        const auto cell = sections_.find(line.text);
        if (section != nullptr && (cell == sections_.end() || cell->second.section != section))
            sink_.add(FindingCode::line_outside_section, line.span,
                      fmt::format("section `{}` is not for `{}`", section->id.text, line.text),
                      "inside a section `for` names some of its lines");
        const auto box = boxes_.find(line.text);
        if (section == nullptr && box != boxes_.end() && !box->second->ticked)
            add_with_place(sink_, FindingCode::item_for_unticked_line, line.span,
                           fmt::format("`{}` is not ticked, so nothing is decided for it here", line.text),
                           "leave it out, or tick its box", box->second->line.span, "its box");
    }

    struct Cell {
        const ast::Section* section = nullptr;
        Span place;
    };
    const Context& context_;
    Sink& sink_;
    /// A section without `for` is reported alone; it may be the one a line lacks.
    bool all_sections_have_lines_ = true;
    std::unordered_map<std::string, const ast::Box*> boxes_;
    std::unordered_map<std::string, Cell> sections_;
};

}  // namespace

void check_coverage(const Context& context) { CoverageCheck(context).run(); }

}  // namespace pol::checking
