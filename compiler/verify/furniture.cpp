#include "compiler/verify/furniture.hpp"

#include "compiler/verify/figures.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

namespace pol::verifying {
namespace {

/// So many lines at the top of a document name it.
constexpr std::size_t lines_of_title = 12;
/// A line that stands so often is furniture wherever it stands.
constexpr std::size_t often = 3;
constexpr std::size_t most_words = 20;

bool is_page_word(std::string_view word) { return word == "page" || word == "pg" || word == "pg." || word == "p."; }

bool is_number(std::string_view word) { return word.size() <= 4 && all_digits(word); }

/// A line in lower case without `page 3 of 7`; `numbered` says whether it had one.
struct Shape {
    std::string words;
    std::size_t word_count = 0;
    bool numbered = false;
    bool of_pages = false;
    /// It ends in `3 of 7` behind other words, as pages are numbered and signs are counted.
    bool counted = false;
};

/// Whether `3 of 7` stands at a place.
bool is_count_at(const std::vector<std::string>& words, std::size_t i) {
    return i + 2 < words.size() && words[i + 1] == "of" && is_number(words[i]) && is_number(words[i + 2]);
}

Shape shape_of(const PrintedLine& line) {
    Shape shape;
    std::vector<std::string> words = split_words(lower_case(line.text.text));
    std::erase_if(words, [](const std::string& word) { return word == "|" || word == "-"; });
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool paged = is_page_word(words[i]);
        const std::size_t number = paged ? i + 1 : i;
        const bool of_pages = is_count_at(words, number) && (paged || number + 3 == words.size());
        const bool alone =
            paged && number < words.size() && is_number(words[number]) && (number + 1 == words.size() || i == 0);
        if (of_pages || alone) {
            shape.counted = !paged && i > 0;
            shape.numbered = shape.numbered || !shape.counted;
            shape.of_pages = shape.of_pages || (of_pages && paged);
            i = of_pages ? number + 2 : number;
            continue;
        }
        shape.words += (shape.words.empty() ? "" : " ") + words[i];
        ++shape.word_count;
    }
    return shape;
}

bool begins_with_label(std::string_view text) {
    const std::string_view first = text.substr(0, text.find(' '));
    return first.size() <= 4 && (first.ends_with('.') || first.ends_with(')'));
}

/// Whether a line says something of its own however often it stands: an item, a box, a connective, an amount, a date.
bool is_content(const PrintedLine& line, const Shape& shape) {
    const std::string_view text = line.text.text;
    if (text.find_first_of("\x01\x02") != std::string_view::npos) return true;
    if (shape.word_count < 2 || text.ends_with(" AND") || text.ends_with(" OR")) return true;
    if (begins_with_label(text)) return true;
    const std::vector<Figure> figures = figures_of(line.text);
    return std::any_of(figures.begin(), figures.end(), [&](const Figure& figure) {
        return figure.kind == FigureKind::amount || (figure.kind == FigureKind::date && text.starts_with(figure.shown));
    });
}

class Furniture {
public:
    explicit Furniture(const std::vector<PrintedLine>& lines) : lines_(lines) {
        for (const PrintedLine& line : lines) shapes_.push_back(shape_of(line));
        for (std::size_t i = 0; i < lines.size(); ++i) places_[shapes_[i].words].push_back(i);
    }

    [[nodiscard]] bool holds(std::size_t i) const {
        if (numbers_page(i)) return true;
        if (shapes_[i].word_count > most_words || shapes_[i].words.empty()) return false;
        const std::vector<std::size_t>& places = places_.at(shapes_[i].words);
        if (places.size() < 2 || is_content(lines_[i], shapes_[i])) return false;
        const bool at_pages = std::all_of(places.begin(), places.end(),
                                          [&](std::size_t at) { return is_at_page(at) || at < lines_of_title; });
        if (places.size() < often && !at_pages) return false;
        const bool names_policy = lines_[i].text.text.find(':') != std::string::npos || !is_at_page(i);
        return i >= lines_of_title || places.front() != i || !names_policy;
    }

private:
    /// `3`, `Page 3`, `3 of 7`, `Policy X | Page 3 of 7`; `Policy X 3 of 7` beside `Policy X 4 of 7`.
    [[nodiscard]] bool numbers_page(std::size_t i) const {
        const Shape& shape = shapes_[i];
        if (shape.of_pages) return shape.word_count <= most_words;
        if (shape.numbered) return shape.words.empty() || shape.word_count <= 1 || places_.at(shape.words).size() > 1;
        if (shape.counted) return counts_pages(i);
        return shape.word_count == 1 && is_number(shape.words) && (lines_[i].gap_before || lines_[i].gap_behind);
    }

    /// Whether a line with the same words and another number stands elsewhere. `at least 2 of 3`, where lines break so,
    /// says the same each time.
    [[nodiscard]] bool counts_pages(std::size_t i) const {
        const std::vector<std::size_t>& places = places_.at(shapes_[i].words);
        const auto is_same = [&](std::size_t at) { return at != i && lines_[at].text.text == lines_[i].text.text; };
        return places.size() > 1 && !begins_with_label(lines_[i].text.text) &&
               std::none_of(places.begin(), places.end(), is_same);
    }

    /// Whether a page ends or begins within two lines.
    [[nodiscard]] bool is_at_page(std::size_t i) const {
        const std::size_t first = i < 2 ? 0 : i - 2;
        const std::size_t last = std::min(i + 2, lines_.size() - 1);
        for (std::size_t at = first; at <= last; ++at)
            if (lines_[at].page_before || numbers_page(at)) return true;
        return false;
    }

    const std::vector<PrintedLine>& lines_;
    std::vector<Shape> shapes_;
    std::map<std::string, std::vector<std::size_t>> places_;
};

}  // namespace

std::vector<PrintedLine> without_furniture(std::vector<PrintedLine> lines) {
    const Furniture furniture(lines);
    std::vector<PrintedLine> kept;
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (!furniture.holds(i)) kept.push_back(lines[i]);
    return kept;
}

}  // namespace pol::verifying
