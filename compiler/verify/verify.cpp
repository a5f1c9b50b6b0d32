#include "compiler/verify/verify.hpp"

#include "compiler/verify/comparison.hpp"
#include "compiler/verify/outside.hpp"
#include "compiler/verify/section_labels.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace pol {
namespace {

using namespace verifying;

constexpr std::size_t largest_document = std::size_t{4} * 1024 * 1024;

/// Why a text is none, or nothing.
std::string_view flaw_of(std::string_view text) {
    if (text.starts_with("%PDF")) return "this is a PDF itself, not its text";
    if (text.size() > largest_document) return "this is larger than any document (4 MiB)";
    if (text.find('\0') != std::string_view::npos) return "this is no text in UTF-8";
    if (text.find_first_not_of(" \t\r\n\f") == std::string_view::npos) return "there is no text in this file";
    return {};
}

struct Aligned {
    std::vector<Clause> clauses;
    Alignment alignment;
};

bool same_place(const Clause& left, const Clause& right) { return left.place == right.place; }

/// The policy's blocks beside the document's items, in the order in which they fit best; as written if any other fits
/// no better.
Aligned aligned(const ast::Policy& policy, const std::vector<PrintedItem>& items) {
    std::optional<Aligned> best;
    for (const BlockOrder order : {BlockOrder::as_written, BlockOrder::sections_first, BlockOrder::guidelines_first}) {
        std::vector<Clause> clauses = clauses_of(policy, order);
        // Most policies have their blocks in the usual order already.
        if (best && std::equal(clauses.begin(), clauses.end(), best->clauses.begin(), best->clauses.end(), same_place))
            continue;
        Alignment alignment = align(clauses, items);
        if (!best || alignment.worth > best->alignment.worth) best = Aligned{std::move(clauses), std::move(alignment)};
    }
    return std::move(*best);
}

}  // namespace

std::optional<Verified> verify(const ast::Program& program, const SourceMap& sources, std::uint32_t document,
                               Sink& sink) {
    const SourceFile& file = sources.file(document);
    if (const std::string_view flaw = flaw_of(file.text()); !flaw.empty()) {
        sink.add(FindingCode::not_plain_text, {document, 0, 0}, std::string(flaw),
                 "extract the document's text first, as `pdftotext -layout` does");
        return std::nullopt;
    }
    Document printed = read_document(file, document);
    const ast::Policy& policy = ast::policy_of(program);
    read_on_behind_headings(printed, clauses_of(policy, BlockOrder::as_written));
    Aligned beside = aligned(policy, printed.items);
    Comparison comparison{program,
                          printed,
                          sink,
                          std::move(beside.clauses),
                          std::move(beside.alignment),
                          header_of(policy),
                          drugs_of(policy),
                          meanings_of(program),
                          {},
                          {},
                          {}};
    compare_header(comparison);
    compare_boxes(comparison);
    compare_labels(comparison);
    compare_connectives(comparison);
    compare_items(comparison);
    compare_schedules(comparison);
    compare_codes(comparison);
    compare_names(comparison);
    compare_products(comparison);
    compare_history(comparison);
    report_differences(comparison);
    return comparison.verified;
}

}  // namespace pol
