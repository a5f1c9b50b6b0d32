#include "compiler/verify/verify.hpp"

#include "compiler/verify/comparison.hpp"
#include "compiler/verify/outside.hpp"
#include "compiler/verify/section_labels.hpp"

#include <string_view>

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
    std::vector<Clause> clauses = clauses_of(policy);
    read_on_behind_headings(printed, clauses);
    Alignment alignment = align(clauses, printed.items);
    Comparison comparison{program,
                          printed,
                          sink,
                          std::move(clauses),
                          std::move(alignment),
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
