#pragma once

#include "pol/batch/cell.hpp"
#include "pol/description.hpp"
#include "pol/record.hpp"
#include "runtime/arrow/fact_column.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace pol::arrow {

/// The entries of a list: a column of lists of structures, whose columns are named after the fields.
class ListColumn {
public:
    ListColumn(const PolicyDescription& policy, std::uint16_t list);

    [[nodiscard]] std::uint16_t list() const { return list_; }

    /// Takes a column of lists; what is wrong with its type, or nothing.
    [[nodiscard]] std::string take(const Source& source);

    /// Adds the entries of those rows to `entries` whose cell is given; no cells, no row is. What is wrong with an
    /// entry becomes the problem of its row, if it has none yet.
    void read(std::span<const std::int64_t> rows, const batch::Cell* cells, std::vector<std::string>& problems,
              std::vector<EntryRecord>& entries);

    /// Where the entries of each row begin that was read, among those that this list added, and where the last end.
    [[nodiscard]] const std::int32_t* offsets() const { return offsets_.data(); }

private:
    [[nodiscard]] std::string take_field(const std::string& field_name, const Source& source);
    void find_entries(std::span<const std::int64_t> rows, const batch::Cell* cells, std::vector<std::string>& problems);
    void read_fields(std::vector<std::string>& problems);
    [[nodiscard]] std::string name() const { return text_of(policy_->facts[list_].name); }

    const PolicyDescription* policy_;
    std::uint16_t list_;
    std::vector<FactColumn> fields_;
    std::optional<Source> source_;
    std::vector<std::int32_t> offsets_;
    /// Of each entry its place among all entries of the column.
    std::vector<std::int64_t> places_;
};

}  // namespace pol::arrow
