#pragma once

#include "pol/arrow/c_data.h"
#include "pol/date.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace pol::arrow {

/// An array before it is given away, with all that it owns.
struct BuiltArray {
    /// `monostate` where there is none, as of a validity.
    using Buffer = std::variant<std::monostate, std::vector<std::uint8_t>, std::vector<std::int32_t>, std::string>;

    std::int64_t length = 0;
    std::int64_t null_count = 0;
    std::vector<Buffer> buffers;
    std::vector<BuiltArray> children{};
};

/// Gives everything away: to `array`, whose release frees it.
void move_into(BuiltArray&& built, ArrowArray& array);

/// Which rows of a column have a value; a column in which all do needs no buffer to say so.
class Validity {
public:
    void add(bool valid) {
        if (!valid && nulls_ == 0) bytes_.assign(static_cast<std::size_t>(rows_ / 8 + 1), 0xff);
        nulls_ += valid ? 0 : 1;
        if (nulls_ > 0) set(valid);
        ++rows_;
    }
    [[nodiscard]] std::int64_t rows() const { return rows_; }
    [[nodiscard]] std::int64_t nulls() const { return nulls_; }
    [[nodiscard]] BuiltArray::Buffer take();

private:
    void set(bool valid) {
        const auto at = static_cast<std::size_t>(rows_ / 8);
        if (at == bytes_.size()) bytes_.push_back(0xff);
        if (!valid) bytes_[at] = static_cast<std::uint8_t>(bytes_[at] & ~(1U << (rows_ % 8)));
    }

    std::vector<std::uint8_t> bytes_;
    std::int64_t rows_ = 0;
    std::int64_t nulls_ = 0;
};

/// A column of texts (`u`).
class TextRows {
public:
    explicit TextRows(std::size_t rows) { offsets_.reserve(rows + 1); }
    void add(std::string_view text) {
        text_ += text;
        offsets_.push_back(static_cast<std::int32_t>(text_.size()));
        valid_.add(true);
    }
    void add_null() {
        offsets_.push_back(offsets_.back());
        valid_.add(false);
    }
    [[nodiscard]] std::size_t rows() const { return static_cast<std::size_t>(valid_.rows()); }
    /// Whether there is more text than offsets of 32 bits reach; then nothing may be made of it.
    [[nodiscard]] bool is_too_long() const;
    [[nodiscard]] BuiltArray built() &&;

private:
    std::vector<std::int32_t> offsets_{0};
    std::string text_;
    Validity valid_;
};

/// A column of yes and no (`b`).
class BoolRows {
public:
    explicit BoolRows(std::size_t rows) { bits_.reserve(rows / 8 + 1); }
    void add(bool value) { add(value, true); }
    void add_null() { add(false, false); }
    [[nodiscard]] BuiltArray built() &&;

private:
    void add(bool value, bool valid) {
        if (valid_.rows() % 8 == 0) bits_.push_back(0);
        if (value) bits_.back() = static_cast<std::uint8_t>(bits_.back() | 1U << (valid_.rows() % 8));
        valid_.add(valid);
    }

    std::vector<std::uint8_t> bits_;
    Validity valid_;
};

/// A column of days (`tdD`).
class DayRows {
public:
    explicit DayRows(std::size_t rows) { days_.reserve(rows); }
    void add(Date day) {
        days_.push_back(day.days);
        valid_.add(true);
    }
    void add_null() {
        days_.push_back(0);
        valid_.add(false);
    }
    [[nodiscard]] BuiltArray built() &&;

private:
    std::vector<std::int32_t> days_;
    Validity valid_;
};

/// A column of lists (`+l`), whose entries stand behind one another in a column of their own.
class ListRows {
public:
    explicit ListRows(std::size_t rows = 0) { offsets_.reserve(rows + 1); }
    /// The list of the row ends before the entry with that number.
    void add(std::size_t end) {
        offsets_.push_back(static_cast<std::int32_t>(end));
        valid_.add(true);
    }
    void add_null() {
        offsets_.push_back(offsets_.back());
        valid_.add(false);
    }
    [[nodiscard]] BuiltArray built(BuiltArray entries) &&;

private:
    std::vector<std::int32_t> offsets_{0};
    Validity valid_;
};

/// A column without nulls whose rows are structures (`+s`).
[[nodiscard]] BuiltArray built_structure(std::int64_t length, std::vector<BuiltArray> columns);

}  // namespace pol::arrow
