#pragma once

#include "pol/record.hpp"
#include "tests/behavior/batch_columns.hpp"

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace pol::testing {

struct NoEntries {};

/// Recorded requests as the `Columns` of a policy, with what they borrow; by the functions that the policy declares
/// for them.
template <class Columns, class Entries = NoEntries>
class PolicyColumns {
public:
    using Request = decltype(request_at(std::declval<const Columns&>(), std::size_t{}));

    PolicyColumns(const List<FactDescription>& facts, const std::vector<RequestRecord>& records) : arrays_(facts) {
        for (const RequestRecord& record : records) add(record);
        for (std::size_t i = 0; i < facts.size; ++i) {
            const auto fact = static_cast<std::uint16_t>(i);
            batch::AnyColumn column = arrays_.column(i);
            if constexpr (requires { entries_of(entries_, fact); }) column.entries = entries_of(entries_, fact);
            set_column(columns_, fact, column);
        }
    }
    PolicyColumns(const PolicyColumns&) = delete;
    PolicyColumns& operator=(const PolicyColumns&) = delete;

    [[nodiscard]] const Columns& columns() const { return columns_; }

private:
    void add(const RequestRecord& record) {
        arrays_.add(record);
        if constexpr (requires(Request request, Entries entries, EntryRecord entry) {
                          add_entry(request, entries, entry);
                      }) {
            Request unused;
            for (const EntryRecord& entry : record.entries) add_entry(unused, entries_, entry);
        }
    }

    BatchColumns arrays_;
    Entries entries_;
    Columns columns_;
};

}  // namespace pol::testing
