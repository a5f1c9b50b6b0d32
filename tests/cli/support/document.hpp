#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pol::test {

/// A fenced block of a page: the word behind the fence, what follows that word on the line, and the lines within.
struct DocumentBlock {
    std::string language;
    std::string label;
    std::string text;
};

/// The fenced blocks of a Markdown page, in order.
[[nodiscard]] std::vector<DocumentBlock> document_blocks(std::string_view page);

/// A command a page shows, after `$ `, and the output it shows below.
struct ShownCommand {
    std::string line;
    std::string output;
};

/// The commands of a `console` block.
[[nodiscard]] std::vector<ShownCommand> shown_commands(std::string_view block);

/// The lines of a text without their line ends.
[[nodiscard]] std::vector<std::string> lines_of(std::string_view text);

}  // namespace pol::test
