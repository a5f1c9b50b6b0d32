#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace pol::test {

/// The bytes of a file; the running test fails if it cannot be read.
[[nodiscard]] std::string read_text(const std::filesystem::path& path);

/// Compares `produced` with the file beside `input` that has `extension` (".err", ".fmt") instead of the input's.
/// With POL_BLESS=1 in the environment the expected file is written instead; an empty text blesses to no file.
/// Returns what to show when they differ: a command that blesses and the lines around the first difference.
[[nodiscard]] std::string compare_golden(const std::filesystem::path& input, std::string_view extension,
                                         std::string_view produced);

/// Files below `folder` with this extension, in order of path. Never empty: a golden folder without inputs fails.
[[nodiscard]] std::vector<std::filesystem::path> golden_inputs(const std::filesystem::path& folder,
                                                               std::string_view extension = ".pol");

/// Expected files below `folder` whose input is gone. Empty when all is in order.
[[nodiscard]] std::vector<std::filesystem::path> leftover_expectations(const std::filesystem::path& folder,
                                                                       std::string_view extension,
                                                                       std::string_view input_extension = ".pol");

/// The first lines in which two texts differ, with two lines of context: `- expected`, `+ produced`. Empty if equal.
[[nodiscard]] std::string difference(std::string_view expected, std::string_view produced);

}  // namespace pol::test
