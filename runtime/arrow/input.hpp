#pragma once

#include "pol/arrow/c_data.h"
#include "pol/description.hpp"
#include "runtime/arrow/fact_column.hpp"
#include "runtime/arrow/list_column.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pol::arrow {

/// What is wrong with a batch whatever its columns mean, or nothing.
[[nodiscard]] std::string problem_of_structure(const ArrowSchema& schema, const ArrowArray& array);

/// Whether a policy has a use for a column of that name.
[[nodiscard]] bool takes_column(const PolicyDescription& policy, std::string_view name);

/// Adds the names of columns that hold the values of a policy's facts, of which a misspelt one may be meant to be one.
void add_fact_names(const PolicyDescription& policy, std::vector<std::string_view>& names);

/// The columns of a structure by the facts of a policy that they are named after.
class Input {
public:
    explicit Input(const PolicyDescription& policy);

    /// Takes all columns; what is wrong with one of them or with the structure, or nothing.
    [[nodiscard]] std::string bind(const ArrowSchema& schema, const ArrowArray& array);
    /// Takes one; what is wrong with its type, or nothing. What is no column of the policy is left alone.
    [[nodiscard]] std::string bind_column(const std::string& name, const Source& source);
    /// Reads some rows. Gives what is wrong with each of them, or nothing.
    const std::vector<std::string>& read(std::span<const std::int64_t> rows);
    /// What was read last: one column a fact, lists without their entries, and the entries list by list.
    [[nodiscard]] const std::vector<batch::AnyColumn>& columns() const { return columns_; }
    [[nodiscard]] const std::vector<EntryRecord>& entries() const { return entries_; }

private:
    [[nodiscard]] std::string unknown_column(const std::string& name) const;
    void read_evidence(std::span<const std::int64_t> rows);
    [[nodiscard]] std::string take_value(std::size_t fact, const Source& source);

    const PolicyDescription& policy_;
    std::vector<FactColumn> facts_;
    std::vector<ListColumn> lists_;
    std::optional<EvidenceColumn> evidence_;
    std::vector<Evidence> rows_evidence_;
    std::vector<std::string> problems_;
    std::vector<batch::AnyColumn> columns_;
    std::vector<EntryRecord> entries_;
};

}  // namespace pol::arrow
