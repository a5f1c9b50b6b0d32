#include "tests/fuzz/mutate.hpp"

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
    const auto place = lines.begin() + static_cast<std::ptrdiff_t>(at);
    switch (below(5)) {
        case 0:
            lines.erase(place);
            break;
        case 1:
            lines.insert(place, std::string(lines[at]));
            break;
        case 2:
            std::swap(lines[at], lines[below(lines.size())]);
            break;
        case 3:
            lines.insert(place, below(2) == 0 ? "end" : "any of");
            break;
        default:
            lines[at] += lines[below(lines.size())];
    }
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
