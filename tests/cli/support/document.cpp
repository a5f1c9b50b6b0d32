#include "tests/cli/support/document.hpp"

namespace pol::test {

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        lines.emplace_back(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    }
    return lines;
}

std::vector<DocumentBlock> document_blocks(std::string_view page) {
    constexpr std::string_view fence = "```";
    std::vector<DocumentBlock> blocks;
    bool inside = false;
    for (const std::string& line : lines_of(page)) {
        if (!line.starts_with(fence)) {
            if (inside) blocks.back().text += line + "\n";
            continue;
        }
        inside = !inside;
        if (!inside) continue;
        const std::size_t space = line.find(' ');
        const std::string language =
            line.substr(fence.size(), space == std::string::npos ? space : space - fence.size());
        blocks.push_back({language, space == std::string::npos ? "" : line.substr(space + 1), ""});
    }
    return blocks;
}

std::vector<ShownCommand> shown_commands(std::string_view block) {
    std::vector<ShownCommand> commands;
    for (const std::string& line : lines_of(block)) {
        if (line.starts_with("$ "))
            commands.push_back({line.substr(2), ""});
        else if (!commands.empty())
            commands.back().output += line + "\n";
    }
    return commands;
}

}  // namespace pol::test
