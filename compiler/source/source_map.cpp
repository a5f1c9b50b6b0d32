#include "compiler/source/source_map.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace pol {

SourceFile::SourceFile(std::string name, std::string text) : name_(std::move(name)), text_(std::move(text)) {
    line_begins_.push_back(0);
    for (std::size_t end = text_.find('\n'); end != std::string::npos; end = text_.find('\n', end + 1))
        line_begins_.push_back(static_cast<std::uint32_t>(end + 1));
}

std::uint32_t SourceFile::line_of(std::uint32_t offset) const {
    const auto after = std::upper_bound(line_begins_.begin(), line_begins_.end(), offset);
    return static_cast<std::uint32_t>(after - line_begins_.begin());
}

std::uint32_t SourceFile::line_begin(std::uint32_t line) const {
    assert(line >= 1 && line <= line_count());
    return line_begins_[line - 1];
}

std::uint32_t SourceFile::line_count() const { return static_cast<std::uint32_t>(line_begins_.size()); }

std::string_view SourceFile::line_text(std::uint32_t line) const {
    const std::uint32_t begin = line_begin(line);
    std::string_view rest = text().substr(begin);
    rest = rest.substr(0, rest.find('\n'));
    if (!rest.empty() && rest.back() == '\r') rest.remove_suffix(1);
    return rest;
}

std::uint32_t SourceFile::column_of(std::uint32_t offset) const {
    const std::uint32_t begin = line_begin(line_of(offset));
    const std::string_view before = text().substr(begin, offset - begin);
    const auto is_first_byte = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; };
    return 1 + static_cast<std::uint32_t>(std::count_if(before.begin(), before.end(), is_first_byte));
}

std::uint32_t SourceMap::add(std::string name, std::string text) {
    files_.emplace_back(std::move(name), std::move(text));
    return static_cast<std::uint32_t>(files_.size() - 1);
}

std::string_view SourceMap::text(const Span& span) const {
    return file(span.file).text().substr(span.begin, span.end - span.begin);
}

}  // namespace pol
