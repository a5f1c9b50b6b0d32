#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

/// Reads a file line by line in constant memory. Line ends are LF or CRLF, the last line may lack its end, and a byte
/// order mark before the first line is no part of it.
class LineReader {
public:
    /// A longer line is no request of anybody; it is passed over and reported as too long.
    static constexpr std::size_t longest_line = std::size_t{1} << 20U;

    /// Reads from an open file. `before_waiting` is called whenever the reader may have to wait for more bytes.
    LineReader(int file, std::function<void()> before_waiting);

    /// Goes to the next line; false at the end of the file, or when it cannot be read.
    [[nodiscard]] bool next();

    /// The current line without its end, valid until the next call of `next`. Empty if it is too long.
    [[nodiscard]] std::string_view line() const { return line_; }
    [[nodiscard]] std::size_t number() const { return number_; }
    [[nodiscard]] bool is_too_long() const { return is_too_long_; }
    /// The system's error number that ended reading, or 0.
    [[nodiscard]] int error() const { return error_; }

private:
    [[nodiscard]] bool refill();
    void append(std::string_view part);
    void finish_line();

    int file_;
    std::function<void()> before_waiting_;
    std::string buffer_;
    std::string_view unread_;
    std::string line_;
    std::size_t number_ = 0;
    bool is_too_long_ = false;
    int error_ = 0;
};
