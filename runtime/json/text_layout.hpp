#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pol::json {

using Row = std::vector<std::string>;

/// Rows as lines with aligned columns two blanks apart, each line indented by two blanks and ended; no line ends in
/// blanks. Rows may have fewer cells than others. Widths count characters, not bytes.
[[nodiscard]] std::string table(const std::vector<Row>& rows);

/// `first, second, third`.
[[nodiscard]] std::string joined(const std::vector<std::string>& items);

/// The items in lines of a page's width, for one column of a table, whose first column is `indent` wide.
[[nodiscard]] std::vector<std::string> wrapped(const std::vector<std::string>& items, std::size_t indent);

/// `needs information` as `NEEDS INFORMATION`.
[[nodiscard]] std::string in_capitals(std::string_view words);

}  // namespace pol::json
