#pragma once

#include "pol/description.hpp"
#include "pol/text_view.hpp"

#include <string_view>

namespace pol {

/// A field of a list as its entries call it: `length` of `trials.length`.
[[nodiscard]] constexpr std::string_view name_in_entry(const PolicyDescription& policy, const FactDescription& field) {
    return view(field.name).substr(policy.facts[field.list].name.size + 1);
}

}  // namespace pol
