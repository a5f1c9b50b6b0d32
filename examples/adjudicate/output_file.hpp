#pragma once

#include <cstdio>
#include <string>
#include <string_view>

/// Where the decisions go: standard output, or a file that appears under its name only when it is complete.
class OutputFile {
public:
    OutputFile() = default;
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;
    ~OutputFile();

    /// `-` is standard output. A name that stands for a device or pipe is written to directly.
    [[nodiscard]] bool open(const std::string& path);
    void write(std::string_view text);
    void flush();
    /// Puts everything in its place; false if any byte could not be written. The file of an earlier run stays then.
    [[nodiscard]] bool finish();

    [[nodiscard]] bool has_failed() const { return error_ != 0; }
    /// The system's number of the first error, or 0.
    [[nodiscard]] int error() const { return error_; }

private:
    void note_error();

    std::FILE* file_ = nullptr;
    std::string path_;
    std::string partial_path_;
    int error_ = 0;
};
