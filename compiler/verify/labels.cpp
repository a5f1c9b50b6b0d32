#include "compiler/verify/labels.hpp"

#include "compiler/verify/figures.hpp"
#include "compiler/verify/list_labels.hpp"

#include <optional>
#include <string_view>
#include <utility>

namespace pol::verifying {
namespace {

bool holds_items(Zone zone) { return zone == Zone::policy || zone == Zone::guidelines; }

/// Takes the lines of policy and guidelines one after the other and makes items of them.
class ItemReader {
public:
    explicit ItemReader(const std::vector<ZonedLine>& lines) : lines_(lines), starts_(label_starts()) {}

    LabelledText read() {
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (!holds_items(lines_[i].zone)) continue;
            if (lines_[i].begins_zone) in_item_ = false;
            line_ = i;
            take(lines_[i].line.text);
        }
        for (PrintedItem& item : result_.items) item.figures = figures_of(item.text);
        return std::move(result_);
    }

private:
    /// Labels that lines begin with, by line.
    [[nodiscard]] std::vector<std::optional<ListLabel>> label_starts() const {
        std::vector<std::optional<ListLabel>> starts;
        for (const ZonedLine& line : lines_)
            starts.push_back(holds_items(line.zone) ? label_at(line.line.text.text, 0) : std::nullopt);
        return starts;
    }

    /// Whether a line further on begins with the label, before its list begins anew.
    [[nodiscard]] bool begins_a_line(const ListLabel& label) const {
        for (std::size_t i = line_ + 1; i < starts_.size() && !lines_[i].begins_zone && !opens_list_inside(i); ++i) {
            if (!starts_[i] || starts_[i]->closing != label.closing) continue;
            if (starts_[i]->text == label.text) return true;
            if (starts_[i]->is_first() && starts_[i]->is_number() == label.is_number()) return false;
        }
        return false;
    }

    /// Whether a list begins inside a line, behind a colon.
    [[nodiscard]] bool opens_list_inside(std::size_t i) const {
        return lines_[i].line.text.text.find(": 1.") != std::string::npos;
    }

    /// The label at a place of the line being taken; one at its end labels what the next line begins with.
    [[nodiscard]] std::optional<ListLabel> label_inside(const PrintedText& line, std::size_t at) const {
        std::optional<ListLabel> label = label_at(line.text, at);
        if (label && label->next == 0 && line_ + 1 < lines_.size())
            label->next = lines_[line_ + 1].line.text.text.front();
        return label;
    }

    void take(const PrintedText& line) {
        std::size_t begin = 0;
        if (const std::optional<ListLabel> label = label_at(line.text, 0); label && lists_.takes(*label)) {
            lists_.enter(*label);
            open_item(line, *label, 0);
            begin = label->length;
        }
        for (std::size_t at = line.text.find(' ', begin); at != std::string::npos; at = line.text.find(' ', at + 1)) {
            const std::optional<ListLabel> label = label_inside(line, at + 1);
            if (!label || !lists_.goes_on_inside(*label, std::string_view(line.text).substr(0, at))) continue;
            if (!label->is_first() && begins_a_line(*label)) continue;
            add_text(line.part(begin, at));
            lists_.enter(*label);
            open_item(line, *label, at + 1);
            begin = at + 1 + label->length;
        }
        add_text(line.part(begin, line.text.size()));
    }

    void open_item(const PrintedText& line, const ListLabel& label, std::size_t at) {
        result_.items.push_back({label.text, line.span(at, at + label.length), {{}, {}, line.file}, {}});
        in_item_ = true;
    }

    void add_text(const PrintedText& text) { read_on(in_item_ ? result_.items.back().text : result_.before, text); }

    const std::vector<ZonedLine>& lines_;
    std::vector<std::optional<ListLabel>> starts_;
    OpenLists lists_;
    std::size_t line_ = 0;
    bool in_item_ = false;
    LabelledText result_;
};

}  // namespace

LabelledText labelled_items(const std::vector<ZonedLine>& lines) { return ItemReader(lines).read(); }

}  // namespace pol::verifying
