#include "runtime/arrow/source.hpp"

#include <cstdlib>
#include <cstring>

namespace pol::arrow {

namespace {

/// The type of an index or a number, by the letters of the specification.
constexpr std::string_view integer_formats = "cCsSiIlL";

Layout layout_of(std::string_view format) {
    if (format == "n") return Layout::none;
    if (format == "b") return Layout::boolean;
    if (format == "tdD") return Layout::date;
    if (format == "u") return Layout::text;
    if (format == "U") return Layout::large_text;
    if (format == "+l") return Layout::list;
    if (format == "+L") return Layout::large_list;
    if (format.size() == 1 && integer_formats.find(format[0]) != std::string_view::npos) return Layout::integer;
    return format.starts_with("d:") ? Layout::decimal : Layout::refused;
}

/// `d:19,2`: the second number; a third one, the width, is 128 where it is not written.
int scale_of(const char* format) {
    const char* comma = std::strchr(format, ',');
    return comma == nullptr ? 0 : static_cast<int>(std::strtol(comma + 1, nullptr, 10));
}
bool is_128_bits_wide(const char* format) {
    const char* comma = std::strchr(format, ',');
    const char* width = comma == nullptr ? nullptr : std::strchr(comma + 1, ',');
    return width == nullptr || std::strcmp(width + 1, "128") == 0;
}

}  // namespace

Source::Source(const ArrowSchema& schema, const ArrowArray& array, std::int64_t first)
    : schema_(schema),
      array_(array),
      format_(schema.format),
      first_(first + array.offset),
      layout_(layout_of(schema.format)) {
    if (layout_ == Layout::decimal) {
        scale_ = scale_of(format_);
        if (!is_128_bits_wide(format_)) layout_ = Layout::refused;
    }
    if (schema.dictionary != nullptr && array.dictionary != nullptr)
        dictionary_layout_ = layout_ == Layout::integer ? layout_of(schema.dictionary->format) : Layout::refused;
}

bool Source::wide_integer_at(std::int64_t at, std::int64_t& value) const {
    const void* buffer = array_.buffers[1];
    switch (format_[0]) {
        case 'C':
            value = value_at<std::uint8_t>(buffer, at);
            return true;
        case 's':
            value = value_at<std::int16_t>(buffer, at);
            return true;
        case 'S':
            value = value_at<std::uint16_t>(buffer, at);
            return true;
        case 'i':
            value = value_at<std::int32_t>(buffer, at);
            return true;
        case 'I':
            value = value_at<std::uint32_t>(buffer, at);
            return true;
        case 'l':
            value = value_at<std::int64_t>(buffer, at);
            return true;
        default:
            value = value_at<std::int64_t>(buffer, at);
            return value >= 0;
    }
}

bool Source::integer_at(std::int64_t row, std::int64_t& value) const {
    if (layout_ == Layout::integer) return plain_integer_at(first_ + row, value);
    const std::int64_t at = (first_ + row) * 2;
    value = value_at<std::int64_t>(array_.buffers[1], at);
    // The upper half only continues the sign.
    return value_at<std::int64_t>(array_.buffers[1], at + 1) == (value < 0 ? -1 : 0);
}

std::string name_of_column(const ArrowSchema& schema, std::int64_t column) {
    const char* name = schema.children[column]->name;
    return name == nullptr ? "" : name;
}

Source source_of_column(const ArrowSchema& schema, const ArrowArray& array, std::int64_t column) {
    return Source(*schema.children[column], *array.children[column], array.offset);
}

}  // namespace pol::arrow
