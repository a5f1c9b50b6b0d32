#pragma once

#include "runtime/json/cursor.hpp"
#include "runtime/json/error_list.hpp"
#include "runtime/json/request_forms.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace pol::json {

/// Reads lists of entries.
class ListReader {
public:
    explicit ListReader(const RequestForms& forms) : forms_(forms) {}

    /// Adds the entries of a list to a request. `node` is what was taken for the list, `taken` the cursor that took it,
    /// and `place` where it stands.
    void read(std::uint16_t list, const Place& place, const Cursor& taken, const Node& node,
              const RequestTarget& target, Reading& reading);

private:
    [[nodiscard]] bool read_entry(Cursor& cursor, Place place, Reading& reading);
    [[nodiscard]] bool read_field(Cursor& cursor, const Place& place, Reading& reading);
    void report_unknown(const Place& place, Reading& reading) const;

    const RequestForms& forms_;
    EntryRecord entry_{};
    std::vector<bool> is_seen_{};
};

}  // namespace pol::json
