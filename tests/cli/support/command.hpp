#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace pol::test {

/// How a program ended and what it said.
struct CommandResult {
    int exit_code = -1;
    std::string output;
    std::string errors;
};

/// Runs a command line of the shell with `input` on its standard input. `line` may redirect its streams; what it
/// redirects is then missing from the result.
[[nodiscard]] CommandResult run(const std::string& line, std::string_view input = {});

/// A fresh folder for one test, removed with everything in it at the end.
class ScratchFolder {
public:
    ScratchFolder();
    ~ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    /// Writes a file in the folder and gives its path.
    std::filesystem::path write(const std::string& name, std::string_view text) const;

private:
    std::filesystem::path path_;
};

/// `text` as one word of a shell command.
[[nodiscard]] std::string shell_word(std::string_view text);

/// Decisions with `…` for the hashes of their policies, which change with every byte of these.
[[nodiscard]] std::string without_hashes(std::string decisions);

}  // namespace pol::test
