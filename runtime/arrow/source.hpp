#pragma once

#include "pol/arrow/c_data.h"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace pol::arrow {

/// How the values of a column lie in memory.
enum class Layout : std::uint8_t { none, boolean, integer, decimal, date, text, large_text, list, large_list, refused };

/// A borrowed column: an array with its type, seen through the structure that it is a child of.
class Source {
public:
    /// `schema` and `array` are children of a structure whose rows start at `first`.
    Source(const ArrowSchema& schema, const ArrowArray& array, std::int64_t first);

    [[nodiscard]] const char* format() const { return format_; }
    [[nodiscard]] Layout layout() const { return layout_; }
    [[nodiscard]] bool has_dictionary() const { return dictionary_layout_ != Layout::none; }
    /// Of a dictionary the layout of its values, otherwise that of the column.
    [[nodiscard]] Layout value_layout() const { return has_dictionary() ? dictionary_layout_ : layout_; }
    /// Digits behind the point of a decimal.
    [[nodiscard]] int scale() const { return scale_; }

    /// Whether the row has a value. A column without a validity buffer has one in every row.
    [[nodiscard]] bool is_valid(std::int64_t row) const {
        if (layout_ == Layout::none || !is_valid(array_, first_ + row)) return false;
        return !has_dictionary() || is_in_dictionary(first_ + row);
    }
    [[nodiscard]] bool boolean_at(std::int64_t row) const { return bit(array_.buffers[1], first_ + row); }
    [[nodiscard]] std::int32_t day_at(std::int64_t row) const {
        return value_at<std::int32_t>(array_.buffers[1], first_ + row);
    }
    /// The place in its dictionary of a row that has a value, and the texts of one, of which some may be null.
    [[nodiscard]] std::size_t index_at(std::int64_t row) const {
        std::int64_t index = 0;
        static_cast<void>(plain_integer_at(first_ + row, index));
        return static_cast<std::size_t>(index);
    }
    [[nodiscard]] std::size_t dictionary_size() const { return static_cast<std::size_t>(array_.dictionary->length); }
    [[nodiscard]] std::string_view text_in_dictionary(std::size_t index) const {
        const std::int64_t at = static_cast<std::int64_t>(index) + array_.dictionary->offset;
        return is_valid(*array_.dictionary, at) ? text_of(*array_.dictionary, dictionary_layout_, at)
                                                : std::string_view();
    }
    /// Of a list: the first entry of the row, counted in the column of entries. Those of the row end where those of the
    /// next begin.
    [[nodiscard]] std::int64_t first_entry(std::int64_t row) const {
        const std::int64_t at = first_ + row;
        return layout_ == Layout::large_list ? value_at<std::int64_t>(array_.buffers[1], at)
                                             : value_at<std::int32_t>(array_.buffers[1], at);
    }
    /// The type of the entries of a list, and the entries of all its rows; every list has them.
    [[nodiscard]] bool has_entries() const { return schema_.n_children == 1 && array_.n_children == 1; }
    [[nodiscard]] const ArrowSchema& entry_schema() const { return *schema_.children[0]; }
    [[nodiscard]] const ArrowArray& entries() const { return *array_.children[0]; }
    [[nodiscard]] bool is_entry_valid(std::int64_t entry) const {
        return is_valid(entries(), entries().offset + entry);
    }
    /// False where it does not fit.
    [[nodiscard]] bool integer_at(std::int64_t row, std::int64_t& value) const;
    [[nodiscard]] std::string_view text_at(std::int64_t row) const {
        return has_dictionary() ? text_in_dictionary(index_at(row)) : text_of(array_, layout_, first_ + row);
    }

private:
    template <class Value>
    [[nodiscard]] static Value value_at(const void* buffer, std::int64_t at) {
        Value value;
        std::memcpy(&value, static_cast<const char*>(buffer) + at * static_cast<std::int64_t>(sizeof(Value)),
                    sizeof(Value));
        return value;
    }
    [[nodiscard]] static bool bit(const void* bits, std::int64_t at) {
        const auto place = static_cast<std::uint64_t>(at);
        return (static_cast<const std::uint8_t*>(bits)[place / 8] >> (place % 8) & 1U) != 0;
    }
    [[nodiscard]] static bool is_valid(const ArrowArray& array, std::int64_t at) {
        return array.null_count == 0 || array.n_buffers == 0 || array.buffers[0] == nullptr ||
               bit(array.buffers[0], at);
    }
    [[nodiscard]] static std::string_view text_of(const ArrowArray& array, Layout layout, std::int64_t at) {
        const void* offsets = array.buffers[1];
        const bool is_large = layout == Layout::large_text;
        const std::int64_t begin = is_large ? value_at<std::int64_t>(offsets, at) : value_at<std::int32_t>(offsets, at);
        const std::int64_t end =
            is_large ? value_at<std::int64_t>(offsets, at + 1) : value_at<std::int32_t>(offsets, at + 1);
        if (begin == end) return {};
        return {static_cast<const char*>(array.buffers[2]) + begin, static_cast<std::size_t>(end - begin)};
    }
    [[nodiscard]] bool is_in_dictionary(std::int64_t at) const {
        std::int64_t index = 0;
        return plain_integer_at(at, index) && index >= 0 && index < array_.dictionary->length &&
               is_valid(*array_.dictionary, index + array_.dictionary->offset);
    }
    [[nodiscard]] bool plain_integer_at(std::int64_t at, std::int64_t& value) const {
        if (format_[0] != 'c') return wide_integer_at(at, value);
        value = value_at<std::int8_t>(array_.buffers[1], at);
        return true;
    }
    [[nodiscard]] bool wide_integer_at(std::int64_t at, std::int64_t& value) const;

    const ArrowSchema& schema_;
    const ArrowArray& array_;
    const char* format_;
    /// Where row 0 lies in the buffers.
    std::int64_t first_;
    Layout layout_;
    Layout dictionary_layout_ = Layout::none;
    int scale_ = 0;
};

/// A column of a structure, as a batch is one or the entries of a list, that has nothing wrong with it.
[[nodiscard]] std::string name_of_column(const ArrowSchema& schema, std::int64_t column);
[[nodiscard]] Source source_of_column(const ArrowSchema& schema, const ArrowArray& array, std::int64_t column);

}  // namespace pol::arrow
