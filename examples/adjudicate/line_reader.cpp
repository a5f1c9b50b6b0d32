#include "examples/adjudicate/line_reader.hpp"

#include <unistd.h>

#include <cerrno>
#include <utility>

namespace {

constexpr std::size_t buffer_size = std::size_t{1} << 16U;
constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

}  // namespace

LineReader::LineReader(int file, std::function<void()> before_waiting)
    : file_(file), before_waiting_(std::move(before_waiting)), buffer_(buffer_size, '\0') {}

bool LineReader::next() {
    line_.clear();
    is_too_long_ = false;
    bool is_begun = false;
    while (!unread_.empty() || refill()) {
        is_begun = true;
        const std::size_t end = unread_.find('\n');
        append(unread_.substr(0, end));
        if (end != std::string_view::npos) {
            unread_.remove_prefix(end + 1);
            break;
        }
        unread_ = {};
    }
    if (error_ != 0 || !is_begun) return false;
    finish_line();
    return true;
}

bool LineReader::refill() {
    before_waiting_();
    ssize_t count = -1;
    do {
        count = ::read(file_, buffer_.data(), buffer_.size());
    } while (count < 0 && errno == EINTR);
    if (count < 0) error_ = errno;
    unread_ = std::string_view(buffer_).substr(0, count < 0 ? 0 : static_cast<std::size_t>(count));
    return !unread_.empty();
}

void LineReader::append(std::string_view part) {
    is_too_long_ = is_too_long_ || line_.size() + part.size() > longest_line;
    if (is_too_long_)
        line_.clear();
    else
        line_ += part;
}

void LineReader::finish_line() {
    ++number_;
    if (!line_.empty() && line_.back() == '\r') line_.pop_back();
    if (number_ == 1 && std::string_view(line_).starts_with(byte_order_mark)) line_.erase(0, byte_order_mark.size());
}
