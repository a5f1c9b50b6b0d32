#include "compiler/check/code_lists.hpp"

#include "compiler/check/context.hpp"

#include <fmt/format.h>

namespace pol::checking {
namespace {

std::string what_repeats(const ast::Name& value, const ast::Name& first) {
    if (value.text == first.text) return fmt::format("`{}`", value.text);
    return fmt::format("what is both `{}` and `{}`", first.text, value.text);
}

}  // namespace

void CodesSoFar::add(const ast::Name& value, const codes::Range& range) {
    if (const ast::Name* first = overlapping(range))
        add_with_place(sink_, FindingCode::repeated_entry, value.span,
                       fmt::format("{} stands here twice", what_repeats(value, *first)), "leave one of them out",
                       first->span, "the first one");
    met_.emplace_back(value, range);
}

void CodesSoFar::add_to_group(const ast::Name& value, const codes::Range& range) {
    if (const ast::Name* first = overlapping(range))
        add_with_place(sink_, FindingCode::value_in_two_groups, value.span,
                       fmt::format("{} is in a group already", what_repeats(value, *first)),
                       "a code belongs to one group", first->span, "the first one");
    met_.emplace_back(value, range);
}

const ast::Name* CodesSoFar::overlapping(const codes::Range& range) const {
    for (const auto& [value, other] : met_)
        if (other.first <= range.last && range.first <= other.last) return &value;
    return nullptr;
}

}  // namespace pol::checking
