#pragma once

#include "tests/support/scratch_folder.hpp"

#include <filesystem>
#include <string>

namespace pol::test {

/// A copy of Qalsody and what it imports in a folder, for spoiling.
void copy_policies(const ScratchFolder& folder);

/// Another text in the one place where a file of the folder has `from`; fails where it has not.
void replace_in(const std::filesystem::path& file, const std::string& from, const std::string& to,
                const ScratchFolder& folder);

}  // namespace pol::test
