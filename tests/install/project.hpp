#pragma once

#include "tests/cli/support/command.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace pol::test {

/// Where the test `install.prefix` has installed this build.
inline const std::filesystem::path prefix = POL_PREFIX;
inline const std::filesystem::path repository = POL_SOURCE_DIR;

/// A copy of a project of others, built by CMake in the folder `build` beside it.
class Project {
public:
    /// `source` as seen from the repository.
    explicit Project(const std::string& source);

    [[nodiscard]] std::filesystem::path file(const std::string& name) const {
        return scratch_.path() / "project" / name;
    }
    /// Replaces the one place at which a file has this text.
    void edit(const std::string& name, const std::string& from, const std::string& to) const;
    /// Runs a line of the shell in the project's folder; both streams are in its `output`.
    [[nodiscard]] CommandResult run_there(const std::string& line) const;
    [[nodiscard]] CommandResult configure(const std::string& options) const;
    [[nodiscard]] CommandResult build() const;
    /// Configures and builds, which has to succeed.
    void make(const std::string& options) const;

private:
    ScratchFolder scratch_;
};

/// The options of a project that uses a prefix, and a generator such as `Ninja`.
[[nodiscard]] std::string with(const std::string& generator, const std::filesystem::path& installed = prefix);

/// Whether a program can be found.
[[nodiscard]] bool is_there(const std::string& program);

/// Says that a test needs the packages and is skipped; ctest looks for that sentence.
void skip(const std::string& packages);

/// The files below a folder, as seen from it, in order.
[[nodiscard]] std::vector<std::string> files_below(const std::filesystem::path& folder);

/// Whether an installed file is named in the expected lists; headers, pages and examples come and go, and CMake names
/// one file after the kind of build.
[[nodiscard]] bool is_listed(const std::string& file);

[[nodiscard]] bool has(const std::string& text, const std::string& part);
/// How often a text has this part.
[[nodiscard]] int count(const std::string& text, const std::string& part);

/// What examples/consumer prints, as its page says.
inline const std::string consumer_output =
    "needs information\n"
    "  please document: How severe is the asthma?\n"
    "  please attest: Were there two exacerbations in the last year?\n"
    "approved from 2026-07-01 through 2027-06-30, A.1, A.2\n";

}  // namespace pol::test
