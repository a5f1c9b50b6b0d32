#pragma once

#include "compiler/ast/file.hpp"

#include <vector>

namespace pol::checking {

/// What the parts of a section are, wherever in it they stand.
struct SectionParts {
    struct Criteria {
        const ast::Requires* requires_group = nullptr;
        const ast::Statement* statement = nullptr;
    };
    std::vector<ast::Name> lines;
    std::vector<Criteria> criteria;
    std::vector<const ast::Statement*> approvals;
    std::vector<const ast::Statement*> doses;
    std::vector<const ast::Statement*> amounts;
    const ast::Statement* otherwise = nullptr;
    /// An item whose outcome has no condition and is for all lines of the section.
    const ast::Item* ending = nullptr;
    /// An item whose outcome always stands instead of a denial, for all lines of the section.
    const ast::Item* replaces_otherwise = nullptr;
};
[[nodiscard]] SectionParts parts_of(const ast::Section& section);

/// The outcome an item gives without a condition; nothing if it gives none, or under a condition.
[[nodiscard]] const ast::Determination* unconditional(const ast::Item& item);

/// Whether an item is for all of the lines, by its own `for` or for want of one.
[[nodiscard]] bool covers(const ast::Item& item, const std::vector<ast::Name>& lines);

}  // namespace pol::checking
