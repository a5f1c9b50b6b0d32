#include "compiler/verify/named_words.hpp"

#include "pol/edit_distance.hpp"

namespace pol::verifying {
namespace {

constexpr std::size_t shortest_name = 6;

}  // namespace

std::vector<NamedWord> words_in(const PrintedText& text) {
    std::vector<NamedWord> words;
    for (std::size_t i = 0; i < text.text.size();) {
        std::size_t end = i;
        while (end < text.text.size() && is_letter(text.text[end])) ++end;
        if (end > i) words.push_back({lower_case(std::string_view(text.text).substr(i, end - i)), text.span(i, end)});
        i = end + 1;
    }
    return words;
}

bool is_near(const std::string& name, const std::string& word) {
    if (name.size() < shortest_name || word.size() < shortest_name || name == word || name.front() != word.front())
        return false;
    return !name.starts_with(word) && !word.starts_with(name) && edit_distance(name, word) == 1;
}

}  // namespace pol::verifying
