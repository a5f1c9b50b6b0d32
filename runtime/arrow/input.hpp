#pragma once

#include "pol/arrow/c_data.h"
#include "pol/arrow/evaluator.hpp"
#include "runtime/arrow/fact_column.hpp"

#include <optional>
#include <string>
#include <vector>

namespace pol::arrow {

/// The columns of a structure by the facts they are named after.
class Input {
public:
    explicit Input(const PolicyDescription& policy);

    /// What is wrong with the structure, or nothing.
    [[nodiscard]] std::string bind(const ArrowSchema& schema, const ArrowArray& array);
    /// Reads the next rows, at most so many, into `columns`, one a fact.
    [[nodiscard]] std::string read(std::int64_t first, std::int64_t count, std::vector<batch::AnyColumn>& columns);

private:
    [[nodiscard]] std::string bind_column(const std::string& name, const Source& source);
    [[nodiscard]] std::string read_evidence(std::int64_t first, std::int64_t count);
    [[nodiscard]] std::optional<std::size_t> fact_named(std::string_view name) const;

    const PolicyDescription& policy_;
    std::vector<FactColumn> facts_;
    std::optional<EvidenceColumn> evidence_;
    std::vector<Evidence> rows_evidence_;
};

}  // namespace pol::arrow
