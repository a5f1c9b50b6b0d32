#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

namespace pol::verifying {

/// The names of lines of business by their words and abbreviations, to find the same line under another wording:
/// `Medicaid Managed Care and HARP` beside `Medicaid & Health and Recovery Plans (MMC/HARP)`.
class LineWords {
public:
    explicit LineWords(const std::vector<std::string>& names);

    /// How much two of the names have in common, from 0 to 1; words that few names have count more. 0 where both name a
    /// part (`Part B`, `Part D`) and not the same.
    [[nodiscard]] double in_common(std::size_t left, std::size_t right) const;

private:
    [[nodiscard]] double weight(const std::set<std::string>& words) const;

    struct Name {
        std::set<std::string> words;
        /// The first letters of two to five words in a row.
        std::set<std::string> initials;
    };
    std::vector<Name> names_;
    std::map<std::string, int> names_with_;
};

}  // namespace pol::verifying
