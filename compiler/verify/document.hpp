#pragma once

#include "compiler/source/source_map.hpp"
#include "compiler/verify/figure.hpp"
#include "compiler/verify/printed_text.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace pol::verifying {

/// A labelled item of a document: its label without signs, and all text up to the next label.
struct PrintedItem {
    std::string label;
    Span label_span;
    PrintedText text;
    std::vector<Figure> figures;
};

struct PrintedBox {
    bool ticked = false;
    std::string words;
    Span span;
};

/// A line of the document's head: `POLICY NUMBER: …`.
enum class FieldKind { number, subject, effective, reviewed };
struct PrintedField {
    FieldKind kind = FieldKind::number;
    PrintedText value;
};

/// A row of the revision history.
struct PrintedRow {
    Figure date;
    PrintedText text;
};

/// A document as its plain text shows it. Bibliographies are in none of its parts.
struct Document {
    std::vector<PrintedField> fields;
    std::vector<PrintedBox> boxes;
    std::vector<PrintedItem> items;
    std::vector<PrintedRow> rows;
    /// What stands before the first label of policy and guidelines.
    PrintedText before_items;
    PrintedText description;
    PrintedText codes;
    /// The lines of the codes' part.
    std::vector<PrintedText> code_lines;
    /// Everything, as it reads on.
    PrintedText all;
    std::vector<Figure> all_figures;
};

/// Reads the plain text of a document: sections, labelled items, boxes, codes, history. Any text is one; what it lacks
/// is empty.
[[nodiscard]] Document read_document(const SourceFile& file, std::uint32_t number);

}  // namespace pol::verifying
