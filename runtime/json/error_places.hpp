#pragma once

#include "pol/json/read_request.hpp"
#include "runtime/json/structure.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace pol::json {

/// Whether a text needs more than a path to show where something stands: it has lines, as what people write often has.
[[nodiscard]] bool has_lines(std::string_view text);

/// Says of an error which line and column a byte of the text is in, counted from 1, columns in characters.
void set_place(RequestError& error, std::string_view text, std::size_t at);

/// Says of errors where the values begin that their paths lead to, and puts them in that order. What is given twice is
/// so where it stands again; all else is where a value stands first. Goes through the text once more, so that reading
/// itself need not keep where it is.
void find_places(const Structure& structure, std::string_view text, std::vector<RequestError>& errors);

}  // namespace pol::json
