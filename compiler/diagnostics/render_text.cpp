#include "compiler/diagnostics/display.hpp"
#include "compiler/diagnostics/paint.hpp"
#include "compiler/diagnostics/render.hpp"
#include "compiler/source/counted.hpp"

#include <algorithm>
#include <string_view>

namespace pol {
namespace {

Paint severity_paint(Severity severity) {
    switch (severity) {
        case Severity::error:
            return Paint::red;
        case Severity::warning:
            return Paint::magenta;
    }
    return Paint::bold;
}

std::string place_of(const Span& span, const SourceMap& sources) {
    const SourceFile& file = sources.file(span.file);
    return file.name() + ":" + std::to_string(file.line_of(span.begin)) + ":" +
           std::to_string(file.column_of(span.begin));
}

/// Writes one finding after another.
class TextRenderer {
public:
    TextRenderer(const SourceMap& sources, bool colour) : sources_(sources), colour_(colour) {}

    void add(const Finding& finding) {
        add_headline(finding);
        set_gutter(finding);
        shown_ = {.file = finding.span.file, .line = 0, .text = {}};
        add_excerpt(finding.span, '^', severity_paint(severity_of(finding)), {});
        for (const Label& label : finding.labels) add_label(finding, label);
        if (!finding.hint.empty()) text_ += "  " + shown("hint:", Paint::cyan) + " " + finding.hint + "\n";
    }

    [[nodiscard]] std::string text() const { return text_; }

private:
    [[nodiscard]] std::string shown(std::string_view words, Paint paint) const {
        return painted(words, paint, colour_);
    }

    [[nodiscard]] std::uint32_t line_of(const Span& span) const { return sources_.file(span.file).line_of(span.begin); }

    void add_headline(const Finding& finding) {
        const Severity severity = severity_of(finding);
        const std::string word = std::string(severity_word(severity)) + ":";
        text_ += shown(place_of(finding.span, sources_) + ":", Paint::bold) + " " +
                 shown(word, severity_paint(severity)) + " " + finding.message + " [" +
                 std::string(catalogue_entry(finding.code).slug) + "]\n";
    }

    /// All excerpts of a finding have a gutter as wide as the largest line number needs.
    void set_gutter(const Finding& finding) {
        std::uint32_t largest = line_of(finding.span);
        for (const Label& label : finding.labels) largest = std::max(largest, line_of(label.span));
        gutter_ = std::max<std::size_t>(4, std::to_string(largest).size() + 1);
    }

    void add_label(const Finding& finding, const Label& label) {
        if (label.span.file != shown_.file || label.span.file != finding.span.file) {
            text_ += "  in " + place_of(label.span, sources_) + "\n";
            shown_ = {.file = label.span.file, .line = 0, .text = {}};
        }
        add_excerpt(label.span, '~', Paint::cyan, label.caption);
    }

    /// The line of a span and the underline below it; a line that stands just above is not repeated.
    void add_excerpt(const Span& span, char mark, Paint paint, std::string_view caption) {
        const SourceFile& file = sources_.file(span.file);
        if (file.text().empty()) return;
        const std::uint32_t line = file.line_of(span.begin);
        const std::uint32_t begin = file.line_begin(line);
        const std::string_view line_text = file.line_text(line);
        const std::size_t first = std::min<std::size_t>(span.begin - begin, line_text.size());
        const std::size_t last = std::clamp<std::size_t>(span.end - begin, first, line_text.size());
        const Excerpt excerpt = make_excerpt(line_text, first, last);
        if (shown_.line != line || shown_.text != excerpt.text) add_row(std::to_string(line), excerpt.text);
        std::string underline = std::string(1, mark) + std::string(excerpt.width - 1, '~');
        if (!caption.empty()) underline += " " + std::string(caption);
        add_row("", std::string(excerpt.column, ' ') + shown(underline, paint));
        shown_ = {.file = span.file, .line = line, .text = excerpt.text};
    }

    void add_row(const std::string& number, const std::string& content) {
        text_ +=
            std::string(gutter_ - number.size(), ' ') + number + " |" + (content.empty() ? "" : " ") + content + "\n";
    }

    /// The excerpt row printed last.
    struct Shown {
        std::uint32_t file = 0;
        std::uint32_t line = 0;
        std::string text;
    };

    const SourceMap& sources_;
    bool colour_;
    std::size_t gutter_ = 4;
    Shown shown_;
    std::string text_;
};

}  // namespace

std::string render_text(const std::vector<Finding>& findings, const SourceMap& sources, bool colour) {
    TextRenderer renderer(sources, colour);
    for (const Finding& finding : findings) renderer.add(finding);
    return renderer.text();
}

std::string render_counts(const std::vector<Finding>& findings, const SourceMap& sources, bool colour) {
    if (findings.size() < 2) return {};
    const auto is_error = [](const Finding& finding) { return severity_of(finding) == Severity::error; };
    const auto errors = static_cast<std::size_t>(std::count_if(findings.begin(), findings.end(), is_error));
    const std::size_t warnings = findings.size() - errors;
    const auto shown = [&](std::size_t count, Severity severity) {
        if (count == 0) return std::string();
        return painted(counted(count, severity_word(severity)), severity_paint(severity), colour);
    };
    std::string text =
        shown(errors, Severity::error) + (errors > 0 && warnings > 0 ? ", " : "") + shown(warnings, Severity::warning);
    if (errors > 0 && warnings > 0)
        text += std::string(errors == 1 ? "; the error is at " : "; the first error is at ") +
                place_of(std::find_if(findings.begin(), findings.end(), is_error)->span, sources);
    return text + "\n";
}

}  // namespace pol
