#pragma once

#include "pol/closest_name.hpp"
#include "pol/registry.hpp"
#include "pol/text_view.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pol {

/// The number of a policy that was probably meant by one that no policy of the registry has, as the end of a sentence:
/// `; did you mean `A-1`?`, or nothing.
[[nodiscard]] inline std::string closest_number_hint(std::string_view wanted, const Registry& registry) {
    std::vector<std::string_view> numbers;
    for (const ListedNumber& listed : registry.numbers) numbers.push_back(view(listed.number));
    return closest_name_hint(wanted, numbers);
}

}  // namespace pol
