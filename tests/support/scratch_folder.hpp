#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace pol::test {

/// A fresh folder for one test, removed with everything in it at the end. What cannot be made or written throws.
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

}  // namespace pol::test
