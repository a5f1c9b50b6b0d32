#include "compiler/verify/printed_boxes.hpp"

#include <algorithm>

namespace pol::verifying {
namespace {

constexpr std::string_view box_signs = "\x01\x02";

/// `[x]` and `[ ]` as the signs of boxes.
PrintedText with_box_signs(const PrintedText& text) {
    PrintedText result{{}, {}, text.file};
    for (std::size_t i = 0; i < text.text.size(); ++i) {
        const std::string_view three = std::string_view(text.text).substr(i, 3);
        const bool ticked = three == "[x]" || three == "[X]";
        const bool empty = three == "[ ]" || three.substr(0, 2) == "[]";
        result.text += ticked ? ticked_box : empty ? empty_box : text.text[i];
        result.origins.push_back(text.origins[i]);
        if (ticked || empty) i = text.text.find(']', i);
    }
    return result;
}

class BoxReader {
public:
    void take(const ZonedLine& zoned) {
        const PrintedText line = with_box_signs(zoned.line.text);
        const bool has_box = line.text.find_first_of(box_signs) != std::string::npos;
        // The words of a box go on in the next line, not behind an empty one.
        if (!has_box && (zoned.line.gap_before || zoned.begins_zone)) end_box();
        if (!has_box && !open_) return;
        std::size_t begin = 0;
        for (std::size_t box = line.text.find_first_of(box_signs); box != std::string::npos;
             box = line.text.find_first_of(box_signs, begin)) {
            add_words(line, begin, box);
            boxes_.push_back({line.text[box] == ticked_box, {}, line.span(box, box + 1)});
            open_ = true;
            begin = box + 1;
        }
        add_words(line, begin, line.text.size());
    }
    void end_box() { open_ = false; }
    std::vector<PrintedBox> boxes() { return std::move(boxes_); }

private:
    void add_words(const PrintedText& line, std::size_t begin, std::size_t end) {
        if (!open_ || begin == end) return;
        PrintedBox& box = boxes_.back();
        const std::string_view words = trimmed(std::string_view(line.text).substr(begin, end - begin));
        if (box.words.empty()) box.span.end = std::max(box.span.end, line.span(begin, begin + words.size() + 1).end);
        box.words += (box.words.empty() ? "" : " ") + std::string(words);
    }

    std::vector<PrintedBox> boxes_;
    bool open_ = false;
};

std::vector<PrintedBox> boxes_in(const std::vector<ZonedLine>& lines, bool everywhere) {
    BoxReader reader;
    for (const ZonedLine& line : lines) {
        const bool before_criteria =
            line.zone == Zone::top || line.zone == Zone::boxes || line.zone == Zone::description;
        if (everywhere || before_criteria)
            reader.take(line);
        else
            reader.end_box();
    }
    return reader.boxes();
}

}  // namespace

std::vector<PrintedBox> printed_boxes(const std::vector<ZonedLine>& lines) {
    std::vector<PrintedBox> boxes = boxes_in(lines, false);
    return boxes.empty() ? boxes_in(lines, true) : boxes;
}

}  // namespace pol::verifying
