#pragma once

#include "pol/batch/columns.hpp"
#include "pol/description.hpp"
#include "pol/record.hpp"

#include <cstdint>
#include <vector>

namespace pol::testing {

/// The columns of recorded requests, for every policy: one element a fact.
class BatchColumns {
public:
    explicit BatchColumns(const List<FactDescription>& facts);

    void add(const RequestRecord& request);
    /// Starts anew.
    void clear();

    /// Borrowed until the next call for that fact. Numbers have as few places as all of them need.
    [[nodiscard]] batch::AnyColumn column(std::size_t fact);

private:
    struct Arrays {
        FactType type = FactType::yes_no;
        std::vector<batch::Cell> cells;
        std::vector<std::int32_t> first;
        std::vector<std::int32_t> last;
        std::vector<Decimal> numbers;
        std::vector<std::int64_t> digits;
        std::vector<std::int32_t> offsets;
    };
    static void add_answer(Arrays& arrays, const Answer& answer);

    std::vector<Arrays> facts_;
};

}  // namespace pol::testing
