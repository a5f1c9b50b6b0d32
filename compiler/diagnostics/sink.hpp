#pragma once

#include "compiler/diagnostics/finding.hpp"

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace pol {

/// Collects findings in the order they are made. Passes ask `has_errors` before they build on earlier ones.
class Sink {
public:
    /// A finding already made, word for word at the same place, is not added again.
    void add(Finding finding);
    /// From now on findings of this code are errors (`--release` does so with open readings).
    void escalate(FindingCode code);
    /// Shorthand for a finding with only a message and, perhaps, a hint.
    void add(FindingCode code, Span span, std::string message, std::string hint = {});

    [[nodiscard]] bool has_errors() const { return error_count_ > 0; }
    [[nodiscard]] std::size_t error_count() const { return error_count_; }
    /// Findings by file, then by place, then in the order they were made.
    [[nodiscard]] std::vector<Finding> sorted() const;

private:
    std::vector<Finding> findings_;
    /// Code, file, begin, end and message of every finding kept.
    std::set<std::tuple<FindingCode, std::uint32_t, std::uint32_t, std::uint32_t, std::string>> known_;
    std::vector<FindingCode> escalated_;
    std::size_t error_count_ = 0;
};

}  // namespace pol
