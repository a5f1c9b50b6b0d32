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

template <class Value>
Value value_at(const void* buffer, std::int64_t at) {
    Value value;
    std::memcpy(&value, static_cast<const char*>(buffer) + at * static_cast<std::int64_t>(sizeof(Value)),
                sizeof(Value));
    return value;
}

}  // namespace

Source::Source(const ArrowSchema& schema, const ArrowArray& array, std::int64_t first)
    : array_(array), format_(schema.format), first_(first + array.offset), layout_(layout_of(schema.format)) {
    if (layout_ == Layout::decimal) {
        scale_ = scale_of(format_);
        if (!is_128_bits_wide(format_)) layout_ = Layout::refused;
    }
    if (schema.dictionary != nullptr && array.dictionary != nullptr)
        dictionary_layout_ = layout_ == Layout::integer ? layout_of(schema.dictionary->format) : Layout::refused;
}

bool Source::bit(const void* bits, std::int64_t at) {
    return (static_cast<const std::uint8_t*>(bits)[at / 8] >> (at % 8) & 1U) != 0;
}

bool Source::is_valid(const ArrowArray& array, std::int64_t at) {
    return array.null_count == 0 || array.n_buffers == 0 || array.buffers[0] == nullptr || bit(array.buffers[0], at);
}

bool Source::is_valid(std::int64_t row) const {
    if (layout_ == Layout::none || !is_valid(array_, first_ + row)) return false;
    if (!has_dictionary()) return true;
    std::int64_t index = 0;
    return plain_integer_at(first_ + row, index) && index >= 0 && index < array_.dictionary->length &&
           is_valid(*array_.dictionary, index + array_.dictionary->offset);
}

bool Source::boolean_at(std::int64_t row) const { return bit(array_.buffers[1], first_ + row); }

std::int32_t Source::day_at(std::int64_t row) const { return value_at<std::int32_t>(array_.buffers[1], first_ + row); }

bool Source::plain_integer_at(std::int64_t at, std::int64_t& value) const {
    const void* buffer = array_.buffers[1];
    switch (format_[0]) {
        case 'c':
            value = value_at<std::int8_t>(buffer, at);
            return true;
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

std::string_view Source::text_of(const ArrowArray& array, Layout layout, std::int64_t at) {
    const void* offsets = array.buffers[1];
    const auto* characters = static_cast<const char*>(array.buffers[2]);
    const bool is_large = layout == Layout::large_text;
    const std::int64_t begin = is_large ? value_at<std::int64_t>(offsets, at) : value_at<std::int32_t>(offsets, at);
    const std::int64_t end =
        is_large ? value_at<std::int64_t>(offsets, at + 1) : value_at<std::int32_t>(offsets, at + 1);
    if (begin == end) return {};
    return {characters + begin, static_cast<std::size_t>(end - begin)};
}

std::string_view Source::text_at(std::int64_t row) const {
    if (!has_dictionary()) return text_of(array_, layout_, first_ + row);
    std::int64_t index = 0;
    static_cast<void>(plain_integer_at(first_ + row, index));
    return text_of(*array_.dictionary, dictionary_layout_, index + array_.dictionary->offset);
}

}  // namespace pol::arrow
