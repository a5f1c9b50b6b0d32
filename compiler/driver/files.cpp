#include "compiler/driver/files.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <system_error>

namespace pol {
namespace {

std::string reason_of(std::error_code failed) {
    std::string reason = failed.message();
    if (!reason.empty() && reason[0] >= 'A' && reason[0] <= 'Z') reason[0] = static_cast<char>(reason[0] - 'A' + 'a');
    return reason;
}

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using OpenFile = std::unique_ptr<std::FILE, CloseFile>;

std::optional<std::string> read_stream(std::FILE* stream, FileError& error) {
    std::string text;
    char buffer[1 << 16];
    while (const std::size_t count = std::fread(buffer, 1, sizeof buffer, stream)) text.append(buffer, count);
    if (std::ferror(stream) == 0) return text;
    error.reason = system_reason();
    return std::nullopt;
}

bool holds(const std::string& path, std::string_view text) {
    std::error_code ignored;
    if (std::filesystem::file_size(path, ignored) != text.size() || ignored) return false;
    FileError unreadable;
    const std::optional<std::string> present = read_file(path, unreadable);
    return present && *present == text;
}

/// Writes all bytes through to the disk's acceptance; a full disk shows here, not later.
bool write_stream(std::FILE* stream, std::string_view text) {
    return std::fwrite(text.data(), 1, text.size(), stream) == text.size() && std::fflush(stream) == 0 &&
           ::fsync(::fileno(stream)) == 0;
}

bool write_new(const std::string& path, std::string_view text, FileError& error) {
    const OpenFile file{std::fopen(path.c_str(), "wb")};
    if (file && write_stream(file.get(), text)) return true;
    error.reason = system_reason();
    return false;
}

/// A device or a pipe: written into, never replaced.
bool is_special(const std::string& path) {
    std::error_code ignored;
    return std::filesystem::is_other(std::filesystem::status(path, ignored));
}

bool write_into(const std::string& path, std::string_view text, FileError& error) {
    OpenFile file{std::fopen(path.c_str(), "wb")};
    const bool is_written =
        file && std::fwrite(text.data(), 1, text.size(), file.get()) == text.size() && std::fflush(file.get()) == 0;
    if (!is_written) error.reason = system_reason();
    return is_written;
}

/// The file that a path stands for, behind symbolic links: a link stays a link.
std::string behind_links(const std::string& path) {
    std::error_code ignored;
    if (!std::filesystem::is_symlink(path, ignored)) return path;
    const std::filesystem::path target = std::filesystem::canonical(path, ignored);
    return ignored ? path : target.string();
}

/// Gives a new file the permissions of the one whose place it takes, if there is one.
bool keep_permissions(const std::string& from, const std::string& to, FileError& error) {
    std::error_code failed;
    const std::filesystem::file_status status = std::filesystem::status(from, failed);
    if (!std::filesystem::exists(status)) return true;
    std::filesystem::permissions(to, status.permissions(), failed);
    if (failed) error.reason = reason_of(failed);
    return !failed;
}

}  // namespace

std::string shown_name(const std::string& path) { return path == "-" ? "<standard input>" : path; }

std::string system_reason() { return reason_of({errno, std::generic_category()}); }

std::optional<std::string> read_file(const std::string& path, FileError& error) {
    if (path == "-") return read_stream(stdin, error);
    const OpenFile file{std::fopen(path.c_str(), "rb")};
    if (file) return read_stream(file.get(), error);
    error.reason = system_reason();
    return std::nullopt;
}

std::optional<std::string> read_text_file(const std::string& path, FileError& error) {
    constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
    std::optional<std::string> text = read_file(path, error);
    if (text && text->starts_with(byte_order_mark)) text->erase(0, byte_order_mark.size());
    return text;
}

std::string why_no_directory(const std::string& path) {
    std::error_code failed;
    const std::filesystem::file_status status = std::filesystem::status(path, failed);
    if (std::filesystem::is_directory(status)) return {};
    return reason_of(failed ? failed : std::make_error_code(std::errc::not_a_directory));
}

bool write_if_changed(const std::string& path, std::string_view text, FileError& error) {
    if (is_special(path)) return write_into(path, text, error);
    if (holds(path, text)) return true;
    const std::string file = behind_links(path);
    const std::string neighbour = file + ".part" + std::to_string(::getpid());
    if (write_new(neighbour, text, error) && keep_permissions(file, neighbour, error) &&
        std::rename(neighbour.c_str(), file.c_str()) == 0)
        return true;
    if (error.reason.empty()) error.reason = system_reason();
    std::remove(neighbour.c_str());
    return false;
}

}  // namespace pol
