#include "tests/arrow/built_batch.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace pol::testing {

namespace {

using Bytes = std::vector<std::uint8_t>;

void add(Bytes& bytes, std::int64_t value, std::size_t width) {
    for (std::size_t i = 0; i < width; ++i)
        bytes.push_back(static_cast<std::uint8_t>(i < 8 ? value >> (i * 8) & 255 : value < 0 ? 255 : 0));
}

void set_bit(Bytes& bits, std::int64_t at, bool value) {
    bits.resize(std::max(bits.size(), static_cast<std::size_t>(at / 8 + 1)));
    if (value) bits[static_cast<std::size_t>(at / 8)] |= static_cast<std::uint8_t>(1U << (at % 8));
}

bool format_is_bits(const std::string& format) { return format == "b"; }

std::size_t width_of(const std::string& format) {
    switch (format[0]) {
        case 'c':
        case 'C':
            return 1;
        case 's':
        case 'S':
            return 2;
        case 'i':
        case 'I':
        case 't':
        case 'f':
            return 4;
        case 'd':
            return 16;
        default:
            return 8;
    }
}

template <class Value>
Bytes validity(const std::vector<std::optional<Value>>& rows, const Shape& shape, BuiltColumn& column) {
    Bytes bits;
    std::int64_t nulls = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        set_bit(bits, shape.offset + static_cast<std::int64_t>(i), rows[i].has_value());
        if (!rows[i]) ++nulls;
    }
    column.length = static_cast<std::int64_t>(rows.size());
    column.offset = shape.offset;
    column.null_count = shape.counts_nulls ? nulls : -1;
    return nulls > 0 || shape.always_validity ? bits : Bytes();
}

/// Offsets and characters; before the first row stand texts that nobody may look at.
std::vector<Bytes> text_buffers(const std::vector<std::string>& texts, bool is_large, std::int64_t offset) {
    const std::size_t width = is_large ? 8 : 4;
    Bytes offsets, characters;
    add(offsets, 0, width);
    for (std::int64_t i = 0; i < offset; ++i) {
        characters.push_back('?');
        add(offsets, static_cast<std::int64_t>(characters.size()), width);
    }
    for (const std::string& text : texts) {
        characters.insert(characters.end(), text.begin(), text.end());
        add(offsets, static_cast<std::int64_t>(characters.size()), width);
    }
    return {{}, offsets, characters};
}

std::vector<const void*> pointers(const std::vector<Bytes>& buffers) {
    std::vector<const void*> all;
    for (const Bytes& buffer : buffers) all.push_back(buffer.empty() ? nullptr : buffer.data());
    return all;
}

}  // namespace

BuiltColumn BuiltColumn::numbers(std::string name, std::string format, const Numbers& rows, const Shape& shape) {
    BuiltColumn column{.name = std::move(name), .format = std::move(format)};
    Bytes values(format_is_bits(column.format) ? 0 : static_cast<std::size_t>(shape.offset) * width_of(column.format),
                 0x55);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (format_is_bits(column.format))
            set_bit(values, shape.offset + static_cast<std::int64_t>(i), rows[i].value_or(1) != 0);
        else
            add(values, rows[i].value_or(0x55), width_of(column.format));
    }
    column.buffers = {validity(rows, shape, column), values};
    return column;
}

BuiltColumn BuiltColumn::text(std::string name, const Texts& rows, const Shape& shape) {
    BuiltColumn column{.name = std::move(name), .format = shape.is_large ? "U" : "u"};
    std::vector<std::string> texts;
    for (const auto& row : rows) texts.push_back(row.value_or("nothing"));
    if (shape.dictionary == 0) {
        column.buffers = text_buffers(texts, shape.is_large, shape.offset);
        column.buffers.front() = validity(rows, shape, column);
        return column;
    }
    std::vector<std::string> known;
    Numbers indices;
    for (const auto& row : rows) {
        const auto found = std::find(known.begin(), known.end(), row.value_or(""));
        indices.push_back(row ? std::optional<std::int64_t>(found - known.begin()) : std::nullopt);
        if (row && found == known.end()) known.push_back(*row);
    }
    // As narrow as wanted where the texts are few.
    const char format = known.size() > 100 ? 'i' : shape.dictionary;
    BuiltColumn coded = numbers(column.name, std::string(1, format), indices, shape);
    coded.dictionary_format = column.format;
    coded.dictionary_buffers = text_buffers(known, shape.is_large, 0);
    coded.dictionary_length = static_cast<std::int64_t>(known.size());
    return coded;
}

BuiltColumn BuiltColumn::lists(std::string name, const Numbers& counts, std::vector<BuiltColumn> fields,
                               std::int64_t entries_in_front, const Shape& shape) {
    BuiltColumn column{.name = std::move(name), .format = shape.is_large ? "+L" : "+l", .fields = std::move(fields)};
    const std::size_t width = shape.is_large ? 8 : 4;
    std::int64_t end = 0;
    Bytes offsets;
    for (std::int64_t i = 0; i < shape.offset; ++i) add(offsets, 0, width);
    // The entries in front are left out by the first offset, or by that of the structure.
    column.entry_offset = shape.always_validity ? entries_in_front : 0;
    end = entries_in_front - column.entry_offset;
    add(offsets, end, width);
    for (const auto& count : counts) add(offsets, end += count.value_or(0), width);
    column.entry_count = end;
    column.buffers = {validity(counts, shape, column), offsets};
    return column;
}

BuiltBatch::BuiltBatch(std::vector<BuiltColumn> columns, std::int64_t rows, std::int64_t offset)
    : columns_(std::move(columns)) {
    for (const BuiltColumn& column : columns_) {
        children_.push_back(std::make_unique<Child>());
        fill(*children_.back(), column);
        schemas_.push_back(&children_.back()->schema);
        arrays_.push_back(&children_.back()->array);
    }
    const auto count = static_cast<std::int64_t>(columns_.size());
    schema = {"+s", "", nullptr, 0, count, schemas_.data(), nullptr, nullptr, this};
    schema.release = [](ArrowSchema* released) {
        ++static_cast<BuiltBatch*>(released->private_data)->releases;
        released->release = nullptr;
    };
    array = {rows, 0, offset, 1, count, no_validity_, arrays_.data(), nullptr, nullptr, this};
    array.release = [](ArrowArray* released) {
        ++static_cast<BuiltBatch*>(released->private_data)->releases;
        released->release = nullptr;
    };
}

void BuiltBatch::fill(Child& child, const BuiltColumn& column) {
    child.buffers = pointers(column.buffers);
    child.schema = {column.format.c_str(),
                    column.name.c_str(),
                    nullptr,
                    ARROW_FLAG_NULLABLE,
                    0,
                    nullptr,
                    nullptr,
                    nullptr,
                    nullptr};
    child.array = {column.length,
                   column.null_count,
                   column.offset,
                   static_cast<std::int64_t>(child.buffers.size()),
                   0,
                   child.buffers.data(),
                   nullptr,
                   nullptr,
                   nullptr,
                   nullptr};
    if (!column.dictionary_format.empty()) fill_dictionary(child, column);
    if (!column.fields.empty()) fill_entries(child, column);
}

void BuiltBatch::fill_dictionary(Child& child, const BuiltColumn& column) {
    child.dictionary_buffers = pointers(column.dictionary_buffers);
    child.dictionary_schema = {column.dictionary_format.c_str(), "", nullptr, 0, 0, nullptr, nullptr, nullptr, nullptr};
    child.dictionary = {column.dictionary_length,        0,       0,       3,       0,
                        child.dictionary_buffers.data(), nullptr, nullptr, nullptr, nullptr};
    child.schema.dictionary = &child.dictionary_schema;
    child.array.dictionary = &child.dictionary;
}

void BuiltBatch::fill_entries(Child& child, const BuiltColumn& column) {
    for (const BuiltColumn& field : column.fields) {
        child.fields.push_back(std::make_unique<Child>());
        fill(*child.fields.back(), field);
        child.schemas.push_back(&child.fields.back()->schema);
        child.arrays.push_back(&child.fields.back()->array);
    }
    const auto count = static_cast<std::int64_t>(column.fields.size());
    if (!column.entry_validity.empty()) child.entries_validity = column.entry_validity.data();
    child.entries_schema = {"+s", "item", nullptr, 0, count, child.schemas.data(), nullptr, nullptr, nullptr};
    child.entries = {column.entry_count,
                     child.entries_validity == nullptr ? 0 : -1,
                     column.entry_offset,
                     1,
                     count,
                     &child.entries_validity,
                     child.arrays.data(),
                     nullptr,
                     nullptr,
                     nullptr};
    child.schema.n_children = 1;
    child.schema.children = &child.entries_schema_pointer;
    child.array.n_children = 1;
    child.array.children = &child.entries_pointer;
}

}  // namespace pol::testing
