#pragma once

#include "runtime/json/error_list.hpp"
#include "runtime/json/node.hpp"
#include "runtime/json/request_names.hpp"

#include <cstdint>
#include <vector>

namespace pol::json {

/// Reads lists of entries.
class ListReader {
public:
    ListReader(const PolicyDescription& policy, const RequestNames& names) : policy_(policy), names_(names) {}

    /// Adds the entries of a list to a request; `place` is that of the array.
    void read(std::uint16_t list, const Place& place, const Node& node, const RequestTarget& target, Reading& reading);

private:
    void read_entry(const Place& place, const Node& node, Reading& reading);
    void read_field(const Place& entry, const Member& member, Reading& reading);

    const PolicyDescription& policy_;
    const RequestNames& names_;
    EntryRecord entry_{};
    std::vector<bool> is_seen_{};
};

}  // namespace pol::json
