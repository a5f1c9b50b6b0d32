#pragma once

#include "pol/arrow/c_data.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace pol::testing {

/// How a column is laid out: what an evaluator must not notice.
struct Shape {
    /// Values before the first row, of the column and of the structure.
    std::int64_t offset = 0;
    /// A validity buffer although every row has a value.
    bool always_validity = false;
    /// -1: not counted.
    bool counts_nulls = true;
    /// Text as `U`, or by a dictionary with indices of that format.
    bool is_large = false;
    char dictionary = 0;
};

/// One column, built as a producer would.
class BuiltColumn {
public:
    using Texts = std::vector<std::optional<std::string>>;
    using Numbers = std::vector<std::optional<std::int64_t>>;

    static BuiltColumn text(std::string name, const Texts& rows, const Shape& shape);
    /// Of a format with values of a fixed width, `b` among them: `c`, `tdD`, `d:18,2`.
    static BuiltColumn numbers(std::string name, std::string format, const Numbers& rows, const Shape& shape);
    /// Of lists: the number of entries of each row, and the columns of their fields, of which the first
    /// `entries_in_front` are no row's.
    static BuiltColumn lists(std::string name, const Numbers& counts, std::vector<BuiltColumn> fields,
                             std::int64_t entries_in_front, const Shape& shape);

    std::string name;
    std::string format;
    std::string dictionary_format{};
    std::int64_t length = 0;
    std::int64_t null_count = 0;
    std::int64_t offset = 0;
    std::vector<std::vector<std::uint8_t>> buffers{};
    std::vector<std::vector<std::uint8_t>> dictionary_buffers{};
    std::int64_t dictionary_length = 0;
    /// Of a list: its entries, a structure of the fields, of which the first stands at `offset`.
    std::vector<BuiltColumn> fields{};
    std::int64_t entry_count = 0;
    std::int64_t entry_offset = 0;
    /// Which entries are null, where one is.
    std::vector<std::uint8_t> entry_validity{};
};

/// A structure of columns, which counts how often it is released. Buffers are allocated to the byte, so that sanitizers
/// see who reads beyond them.
class BuiltBatch {
public:
    BuiltBatch(std::vector<BuiltColumn> columns, std::int64_t rows, std::int64_t offset = 0);
    BuiltBatch(const BuiltBatch&) = delete;
    BuiltBatch& operator=(const BuiltBatch&) = delete;

    ArrowSchema schema{};
    ArrowArray array{};
    int releases = 0;

private:
    struct Child {
        ArrowSchema schema{};
        ArrowArray array{};
        ArrowSchema dictionary_schema{};
        ArrowArray dictionary{};
        std::vector<const void*> buffers;
        std::vector<const void*> dictionary_buffers;
        /// Of a list.
        ArrowSchema entries_schema{};
        ArrowArray entries{};
        ArrowSchema* entries_schema_pointer = &entries_schema;
        ArrowArray* entries_pointer = &entries;
        const void* entries_validity = nullptr;
        std::vector<std::unique_ptr<Child>> fields;
        std::vector<ArrowSchema*> schemas;
        std::vector<ArrowArray*> arrays;
    };
    static void fill(Child& child, const BuiltColumn& column);
    static void fill_dictionary(Child& child, const BuiltColumn& column);
    static void fill_entries(Child& child, const BuiltColumn& column);

    std::vector<BuiltColumn> columns_;
    std::vector<std::unique_ptr<Child>> children_;
    std::vector<ArrowSchema*> schemas_;
    std::vector<ArrowArray*> arrays_;
    const void* no_validity_[1] = {nullptr};
};

}  // namespace pol::testing
