#include "compiler/verify/comparison.hpp"
#include "compiler/verify/line_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace pol::verifying {
namespace {

/// A box of the policy with the words of its line of business.
struct WrittenBox {
    const ast::Box* box = nullptr;
    std::string words;
    bool is_needed = true;
};

std::vector<WrittenBox> written_boxes(const ast::Program& program) {
    std::vector<WrittenBox> boxes;
    for (const ast::Block& block : ast::policy_of(program).blocks) {
        const auto* applies = std::get_if<ast::AppliesTo>(&block);
        if (applies == nullptr) continue;
        for (const ast::Box& box : applies->boxes)
            for (const ast::LineOfBusiness& line : ast::plan_of(program).lines)
                if (line.name.text == box.line.text)
                    boxes.push_back({&box, line.text.text, !line.not_in_document || line.members_under.has_value()});
    }
    return boxes;
}

constexpr std::size_t none = static_cast<std::size_t>(-1);
/// Names with less in common are of different lines.
constexpr double least_in_common = 0.15;

/// Which printed box each written one is: pairs that share the most words first.
std::vector<std::size_t> pair_up(const std::vector<WrittenBox>& written, const std::vector<PrintedBox>& printed) {
    std::vector<std::string> texts;
    for (const WrittenBox& box : written) texts.push_back(box.words);
    for (const PrintedBox& box : printed) texts.push_back(box.words);
    const LineWords words(texts);
    std::vector<std::tuple<double, std::size_t, std::size_t>> pairs;
    for (std::size_t i = 0; i < written.size(); ++i)
        for (std::size_t j = 0; j < printed.size(); ++j)
            if (const double common = words.in_common(i, written.size() + j); common >= least_in_common)
                pairs.emplace_back(common, i, j);
    std::stable_sort(pairs.begin(), pairs.end(),
                     [](const auto& left, const auto& right) { return std::get<0>(left) > std::get<0>(right); });
    std::vector<std::size_t> box_of(written.size(), none);
    std::vector<bool> is_taken(printed.size());
    for (const auto& [common, i, j] : pairs) {
        if (box_of[i] != none || is_taken[j]) continue;
        box_of[i] = j;
        is_taken[j] = true;
    }
    return box_of;
}

std::string_view state(bool ticked) { return ticked ? "ticked" : "empty"; }

void compare_box(Comparison& comparison, const WrittenBox& written, const PrintedBox& printed) {
    ++comparison.verified.boxes;
    if (written.box->ticked == printed.ticked) return;
    report(comparison, FindingCode::box_printed_otherwise, written.box->span,
           fmt::format("the box of `{}` is {} in the document", written.box->line.text, state(printed.ticked)),
           fmt::format("write `{} {}`", printed.ticked ? "[x]" : "[ ]", written.box->line.text), printed.span,
           fmt::format("{} here", state(printed.ticked)));
}

}  // namespace

void compare_boxes(Comparison& comparison) {
    const std::vector<WrittenBox> written = written_boxes(comparison.program);
    const std::vector<PrintedBox>& printed = comparison.document.boxes;
    if (written.empty() || printed.empty()) return;
    const std::vector<std::size_t> box_of = pair_up(written, printed);
    for (std::size_t i = 0; i < written.size(); ++i) {
        if (box_of[i] != none) {
            compare_box(comparison, written[i], printed[box_of[i]]);
            continue;
        }
        if (written[i].is_needed)
            report(comparison, FindingCode::box_not_printed, written[i].box->span,
                   fmt::format("no box of the document is that of `{}`, \"{}\"", written[i].box->line.text,
                               written[i].words),
                   "compare the names of the lines of business; one that the document does not print says `not in "
                   "document \"…\"` in the plan",
                   printed.front().span, "the document's boxes begin here");
    }
    for (std::size_t j = 0; j < printed.size(); ++j)
        if (std::find(box_of.begin(), box_of.end(), j) == box_of.end())
            report(comparison, FindingCode::box_left_out, written.back().box->span,
                   fmt::format("the document has a box `{}` that is missing in the policy", printed[j].words),
                   "add its line of business to the plan and its box to the policy", printed[j].span, "this box");
}

}  // namespace pol::verifying
