#pragma once

#include "pol/json/read_request.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace pol::json {

/// Where in a request something stands. It becomes a path only with an error, as most requests have none. A step that a
/// place does not have has no data; a key that is empty is a step all the same.
struct Place {
    static constexpr std::size_t no_entry = static_cast<std::size_t>(-1);

    std::string_view field{};
    std::string_view part{};
    std::size_t entry = no_entry;
    std::string_view entry_field{};
};

/// What is said of a member whose name came before; its place is that of the later one.
inline constexpr const char* given_twice = "given twice";

/// Adds an error at `$.trials.value[1].length`, unless there are enough.
void add_error(Reading& reading, const Place& place, std::string message);

/// Whether more errors are wanted.
[[nodiscard]] inline bool has_room(const Reading& reading) { return reading.errors.size() < most_errors_reported; }

}  // namespace pol::json
