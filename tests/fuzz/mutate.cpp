#include "tests/fuzz/mutate.hpp"

#include <algorithm>
#include <utility>

namespace pol::test {

std::vector<std::string> split_lines(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        lines.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
    }
    return lines;
}

std::string join_lines(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += line + '\n';
    return text;
}

std::string Mutator::mutate(std::string text) {
    const std::size_t changes = 1 + below(3);
    for (std::size_t at = 0; at < changes && !text.empty(); ++at) change(text);
    return text;
}

void Mutator::change(std::string& text) {
    switch (below(5)) {
        case 0:
            text.resize(below(text.size()));
            break;
        case 1:
            misspell(text);
            break;
        case 2:
            random_bytes(text);
            break;
        default: {
            std::vector<std::string> lines = split_lines(text);
            change_lines(lines);
            text = join_lines(lines);
        }
    }
}

void Mutator::change_lines(std::vector<std::string>& lines) {
    const std::size_t at = below(lines.size());
    switch (below(5)) {
        case 0:
            lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(at), below(2) == 0 ? "end" : "any of");
            break;
        case 1:
            lines[at] += lines[below(lines.size())];
            break;
        default:
            displace_line(lines, at);
    }
}

/// Drops, doubles or moves a line.
void Mutator::displace_line(std::vector<std::string>& lines, std::size_t at) {
    const auto place = lines.begin() + static_cast<std::ptrdiff_t>(at);
    switch (below(3)) {
        case 0:
            lines.erase(place);
            break;
        case 1:
            lines.insert(place, std::string(lines[at]));
            break;
        default:
            std::swap(lines[at], lines[below(lines.size())]);
    }
}

std::string Mutator::respell(const std::string& text) {
    std::vector<std::string> lines = split_lines(text);
    const std::size_t at = below(lines.size());
    switch (below(6)) {
        case 0:
            exchange_word(lines[at], lines[below(lines.size())]);
            break;
        case 1:
            change_number(lines[at]);
            break;
        case 2:
            lines.resize(at);
            break;
        default:
            displace_line(lines, at);
    }
    return join_lines(lines);
}

/// Puts a word of the other line in the place of one of this.
void Mutator::exchange_word(std::string& line, const std::string& other) {
    const auto word_of = [this](const std::string& words) {
        const std::size_t begin = words.find_first_not_of(' ', below(words.size() + 1));
        if (begin == std::string::npos) return std::pair(words.size(), std::size_t{0});
        return std::pair(begin, std::min(words.find(' ', begin), words.size()) - begin);
    };
    const auto [from, size] = word_of(line);
    const auto [other_from, other_size] = word_of(other);
    line.replace(from, size, other.substr(other_from, other_size));
}

void Mutator::change_number(std::string& line) {
    const std::size_t digit = line.find_first_of("0123456789", below(line.size() + 1));
    if (digit != std::string::npos) line[digit] = static_cast<char>('0' + below(10));
}

/// Drops, doubles or exchanges one letter.
void Mutator::misspell(std::string& text) {
    const std::size_t at = below(text.size());
    switch (below(3)) {
        case 0:
            text.erase(at, 1);
            break;
        case 1:
            text.insert(at, 1, text[at]);
            break;
        default:
            std::swap(text[at], text[below(text.size())]);
    }
}

void Mutator::random_bytes(std::string& text) {
    const std::size_t count = 1 + below(8);
    const std::size_t at = below(text.size());
    for (std::size_t step = 0; step < count; ++step) text.insert(at, 1, static_cast<char>(below(256)));
}

}  // namespace pol::test
