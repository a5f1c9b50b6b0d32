#pragma once

#include "pol/arrow/c_data.h"

#include <cstdint>
#include <string_view>

namespace pol::arrow {

/// How the values of a column lie in memory.
enum class Layout : std::uint8_t { none, boolean, integer, decimal, date, text, large_text, refused };

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
    [[nodiscard]] bool is_valid(std::int64_t row) const;
    [[nodiscard]] bool boolean_at(std::int64_t row) const;
    [[nodiscard]] std::int32_t day_at(std::int64_t row) const;
    /// False where it does not fit.
    [[nodiscard]] bool integer_at(std::int64_t row, std::int64_t& value) const;
    [[nodiscard]] std::string_view text_at(std::int64_t row) const;

private:
    [[nodiscard]] static bool bit(const void* bits, std::int64_t at);
    [[nodiscard]] static std::string_view text_of(const ArrowArray& array, Layout layout, std::int64_t at);
    [[nodiscard]] static bool is_valid(const ArrowArray& array, std::int64_t at);
    [[nodiscard]] bool plain_integer_at(std::int64_t at, std::int64_t& value) const;

    const ArrowArray& array_;
    const char* format_;
    /// Where row 0 lies in the buffers.
    std::int64_t first_;
    Layout layout_;
    Layout dictionary_layout_ = Layout::none;
    int scale_ = 0;
};

}  // namespace pol::arrow
