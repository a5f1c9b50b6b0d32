#pragma once

#include <string>
#include <string_view>

namespace pol::verifying {

/// The unit that a word of running text stands for, as compiler/units writes it: `mL` for `milliliters`, `years` for
/// `yrs`, `mg/kg` for `mg/kg/dose`. Empty for a word that is none, also for one of a kind of its own (`doses`,
/// `vials`): how many there are is a bare number.
[[nodiscard]] std::string unit_in_words(std::string_view word);

/// The time that a word repeats by: `weeks` for `weekly`; empty for another word.
[[nodiscard]] std::string_view repeated_time(std::string_view word);

}  // namespace pol::verifying
