#pragma once

#include <filesystem>
#include <string>

namespace bench {

/// The plan and the facts that generated policies import.
void write_imports(const std::filesystem::path& directory);

/// Writes NAME.pol, a policy of that many criteria, one in four of them an alternative to the one before, in about two
/// and a half lines each: choices, yes or no, ages and days in turns, over the facts of `write_imports`. Another seed
/// gives other numbers, codes and bounds. Returns its path.
std::filesystem::path write_policy(const std::filesystem::path& directory, const std::string& name, int criteria,
                                   int seed);

}  // namespace bench
