#pragma once

#include "compiler/driver/command_table.hpp"

#include <string>

namespace pol {

/// The manual page in the language of `man`, section 1.
[[nodiscard]] std::string manual_page(const CommandTable& table, const std::string& version);

}  // namespace pol
