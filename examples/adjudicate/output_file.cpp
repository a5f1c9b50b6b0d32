#include "examples/adjudicate/output_file.hpp"

#include <cerrno>
#include <filesystem>

namespace fs = std::filesystem;

namespace {

/// Whether the name may be replaced: nothing is there yet, or a file of bytes.
[[nodiscard]] bool can_be_replaced(const fs::path& path) {
    std::error_code ignored;
    const fs::file_status status = fs::status(path, ignored);
    return !fs::exists(status) || fs::is_regular_file(status);
}

/// The file behind a link, so that the link itself is kept.
[[nodiscard]] fs::path behind_links(const fs::path& path) {
    std::error_code error;
    const fs::path target = fs::canonical(path, error);
    return error ? path : target;
}

}  // namespace

OutputFile::~OutputFile() {
    if (file_ != nullptr && file_ != stdout) std::fclose(file_);
    if (!partial_path_.empty()) std::remove(partial_path_.c_str());
}

bool OutputFile::open(const std::string& path) {
    if (path == "-") {
        file_ = stdout;
        return true;
    }
    path_ = behind_links(path).string();
    const bool is_replaced = can_be_replaced(path_);
    const std::string opened = is_replaced ? path_ + ".partial" : path_;
    errno = 0;
    file_ = std::fopen(opened.c_str(), "wb");
    if (file_ == nullptr) note_error();
    if (file_ != nullptr && is_replaced) partial_path_ = opened;
    return file_ != nullptr;
}

void OutputFile::write(std::string_view text) {
    errno = 0;
    if (std::fwrite(text.data(), 1, text.size(), file_) != text.size()) note_error();
}

void OutputFile::flush() {
    errno = 0;
    if (file_ != nullptr && std::fflush(file_) != 0) note_error();
}

bool OutputFile::finish() {
    flush();
    if (file_ != stdout) {
        errno = 0;
        if (std::fclose(file_) != 0) note_error();
    }
    file_ = nullptr;
    if (has_failed() || partial_path_.empty()) return !has_failed();
    errno = 0;
    if (std::rename(partial_path_.c_str(), path_.c_str()) != 0)
        note_error();
    else
        partial_path_.clear();
    return !has_failed();
}

void OutputFile::note_error() {
    if (error_ == 0) error_ = errno != 0 ? errno : EIO;
}
