#pragma once

#include "compiler/source/span.hpp"

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace pol {

/// One file as read: its name as shown to people, its bytes, and where its lines begin.
class SourceFile {
public:
    SourceFile(std::string name, std::string text);

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] std::string_view text() const { return text_; }
    /// Line of a byte offset, from 1. An offset past the end belongs to the last line.
    [[nodiscard]] std::uint32_t line_of(std::uint32_t offset) const;
    /// The text of a line (from 1) without its line end.
    [[nodiscard]] std::string_view line_text(std::uint32_t line) const;
    /// Offset of the first byte of a line (from 1).
    [[nodiscard]] std::uint32_t line_begin(std::uint32_t line) const;
    [[nodiscard]] std::uint32_t line_count() const;
    /// Column of a byte offset in characters (code points, tabs count one), from 1.
    [[nodiscard]] std::uint32_t column_of(std::uint32_t offset) const;

private:
    std::string name_;
    std::string text_;
    std::vector<std::uint32_t> line_begins_;
};

/// The files of one compilation. References stay valid as files are added.
class SourceMap {
public:
    /// Adds a file and returns its number for spans. The text is kept as given.
    std::uint32_t add(std::string name, std::string text);
    [[nodiscard]] const SourceFile& file(std::uint32_t number) const { return files_[number]; }
    [[nodiscard]] std::string_view text(const Span& span) const;

private:
    std::deque<SourceFile> files_;
};

}  // namespace pol
