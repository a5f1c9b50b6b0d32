#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pol::comparison {

/// Lines of two canonical texts of one file that differ beside the rules, of one kind.
struct WordingChange {
    /// `comment`, `printed`, `reading`, `note`, `text`, `scenario`, `check`, `history`, `date`, `code`, `see`, `order`.
    std::string kind;
    std::vector<std::string> gone;
    std::vector<std::string> added;
};

/// Changes of words, kinds in a fixed order. `newer` and `older` are as `polc fmt` prints them. A line that says
/// something else to decisions is not among them.
[[nodiscard]] std::vector<WordingChange> wording_changes(std::string_view older, std::string_view newer);

}  // namespace pol::comparison
