#include "compiler/verify/line_words.hpp"

#include "compiler/verify/printed_text.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace pol::verifying {
namespace {

constexpr auto small_words =
    std::to_array<std::string_view>({"and", "of", "the", "for", "plan", "plans", "e", "g", "eg", "program", "line"});

std::vector<std::string> words_in(const std::string& name) {
    std::vector<std::string> words(1);
    for (const char sign : lower_case(name)) {
        // `D-SNP` is one abbreviation.
        if (is_letter(sign) || is_digit(sign))
            words.back() += sign;
        else if (sign != '-' && !words.back().empty())
            words.emplace_back();
    }
    std::erase_if(words, [](const std::string& word) {
        return word.empty() || std::find(small_words.begin(), small_words.end(), word) != small_words.end();
    });
    return words;
}

std::string singular(std::string word) {
    if (word.size() > 3 && word.ends_with('s')) word.pop_back();
    return word;
}

/// The words of a name, `part d` as one, and the first letters of every two to five words in a row.
std::set<std::string> all_words(const std::string& name) {
    const std::vector<std::string> words = words_in(name);
    std::set<std::string> all;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool part = words[i] == "part" && i + 1 < words.size() && words[i + 1].size() == 1;
        if (words[i].size() > 1) all.insert(part ? "part " + words[i + 1] : singular(words[i]));
        std::string letters;
        for (std::size_t j = i; j < std::min(words.size(), i + 5); ++j) {
            letters += words[j].front();
            if (letters.size() > 1) all.insert(letters);
        }
    }
    return all;
}

std::string part_of(const std::set<std::string>& words) {
    const auto part =
        std::find_if(words.begin(), words.end(), [](const std::string& word) { return word.starts_with("part "); });
    return part == words.end() ? std::string() : *part;
}

}  // namespace

LineWords::LineWords(const std::vector<std::string>& names) {
    for (const std::string& name : names) {
        words_.push_back(all_words(name));
        for (const std::string& word : words_.back()) ++names_with_[word];
    }
}

double LineWords::weight(const std::set<std::string>& words) const {
    double sum = 0;
    for (const std::string& word : words) sum += word.size() < 3 ? 0.1 : 1.0 / names_with_.at(word);
    return sum;
}

double LineWords::in_common(std::size_t left, std::size_t right) const {
    const std::string left_part = part_of(words_[left]);
    const std::string right_part = part_of(words_[right]);
    if (!left_part.empty() && !right_part.empty() && left_part != right_part) return 0;
    std::set<std::string> common;
    std::set_intersection(words_[left].begin(), words_[left].end(), words_[right].begin(), words_[right].end(),
                          std::inserter(common, common.end()));
    const double all = weight(words_[left]) + weight(words_[right]);
    return all > 0 ? 2 * weight(common) / all : 0;
}

}  // namespace pol::verifying
