#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pol {

/// What went wrong with a file, as the system says it: `permission denied`, `no space left on device`.
struct FileError {
    std::string reason;
};

/// What a file is called in messages: its path, or `<standard input>` for `-`.
[[nodiscard]] std::string shown_name(const std::string& path);

/// Why the last call to the system failed, in lower case.
[[nodiscard]] std::string system_reason();

/// The bytes of a file, or of standard input for `-`. A directory is an error.
[[nodiscard]] std::optional<std::string> read_file(const std::string& path, FileError& error);

/// The text of such a file: its bytes without the byte order mark with which some systems begin every text.
[[nodiscard]] std::optional<std::string> read_text_file(const std::string& path, FileError& error);

/// Why no files can be looked for in a directory; empty where they can.
[[nodiscard]] std::string why_no_directory(const std::string& path);

/// Writes a file whole or not at all: into a neighbour first, then by rename. A file that is there keeps its
/// permissions, and a symbolic link stays one; a device or a pipe is written into. A file that already holds these
/// bytes is left alone, so that nothing downstream is rebuilt.
[[nodiscard]] bool write_if_changed(const std::string& path, std::string_view text, FileError& error);

}  // namespace pol
