#pragma once

#include "pol/record.hpp"
#include "tests/behavior/batch_columns.hpp"

#include <qalsody_batch.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace oracle {

/// Collects requests with their decisions and compares them, a batch at a time, with what the batch evaluator says.
class BatchWay {
public:
    BatchWay();

    void add(const pol::RequestRecord& request, const plan::qalsody::Decision& decision);
    /// Compares what has been collected since.
    void compare();

    [[nodiscard]] std::uint64_t compared() const { return compared_; }
    /// The first difference, in words; empty if there is none.
    [[nodiscard]] const std::string& difference() const { return difference_; }

private:
    /// What a batch tells of a row.
    struct Expected {
        pol::Outcome outcome = pol::Outcome::needs_information;
        bool denied = false;
        std::uint32_t possible = 0;
        pol::Period period{};
    };
    [[nodiscard]] static Expected expected_of(const plan::qalsody::Decision& decision);
    void compare_row(std::size_t row, const Expected& found);

    pol::testing::BatchColumns columns_;
    std::vector<Expected> expected_;
    std::uint64_t compared_ = 0;
    std::string difference_;
};

}  // namespace oracle
