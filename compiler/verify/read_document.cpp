#include "compiler/verify/document.hpp"
#include "compiler/verify/figures.hpp"
#include "compiler/verify/headings.hpp"
#include "compiler/verify/labels.hpp"
#include "compiler/verify/printed_boxes.hpp"
#include "compiler/verify/printed_fields.hpp"
#include "compiler/verify/printed_rows.hpp"

#include <utility>

namespace pol::verifying {

Document read_document(const SourceFile& file, std::uint32_t number) {
    Document document;
    const std::vector<PrintedLine> printed = printed_lines(file, number);
    const std::vector<ZonedLine> lines = zoned_lines(printed);
    PrintedText history;
    for (const ZonedLine& line : lines) {
        const PrintedText& text = line.line.text;
        if (line.zone != Zone::references) read_on(document.all, text);
        if (line.zone == Zone::description) read_on(document.description, text);
        if (line.zone == Zone::history) read_on(history, text);
        if (line.zone != Zone::codes) continue;
        read_on(document.codes, text);
        document.code_lines.push_back(text);
    }
    document.fields = printed_fields(printed);
    document.boxes = printed_boxes(lines);
    LabelledText labelled = labelled_items(lines);
    document.before_items = std::move(labelled.before);
    document.items = std::move(labelled.items);
    document.rows = printed_rows(history);
    document.all_figures = figures_of(document.all);
    return document;
}

}  // namespace pol::verifying
