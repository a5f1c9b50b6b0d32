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

/// The words of a name, `part d` as one.
std::set<std::string> whole_words(const std::vector<std::string>& words) {
    std::set<std::string> all;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool part = words[i] == "part" && i + 1 < words.size() && words[i + 1].size() == 1;
        if (words[i].size() > 1) all.insert(part ? "part " + words[i + 1] : singular(words[i]));
    }
    return all;
}

std::set<std::string> initials_of(const std::vector<std::string>& words) {
    std::set<std::string> all;
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::string letters;
        for (std::size_t j = i; j < std::min(words.size(), i + 5); ++j) {
            letters += words[j].front();
            if (letters.size() > 1) all.insert(letters);
        }
    }
    return all;
}

void add_common(std::set<std::string>& common, const std::set<std::string>& left, const std::set<std::string>& right) {
    std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::inserter(common, common.end()));
}

std::string part_of(const std::set<std::string>& words) {
    const auto part =
        std::find_if(words.begin(), words.end(), [](const std::string& word) { return word.starts_with("part "); });
    return part == words.end() ? std::string() : *part;
}

}  // namespace

LineWords::LineWords(const std::vector<std::string>& names) {
    for (const std::string& name : names) {
        const std::vector<std::string> words = words_in(name);
        names_.push_back({whole_words(words), initials_of(words)});
        for (const std::string& word : names_.back().words) ++names_with_[word];
    }
}

double LineWords::weight(const std::set<std::string>& words) const {
    double sum = 0;
    for (const std::string& word : words) sum += 1.0 / names_with_.at(word);
    return sum;
}

double LineWords::in_common(std::size_t left, std::size_t right) const {
    const Name& one = names_[left];
    const Name& other = names_[right];
    const std::string one_part = part_of(one.words);
    const std::string other_part = part_of(other.words);
    if (!one_part.empty() && !other_part.empty() && one_part != other_part) return 0;
    std::set<std::string> common;
    add_common(common, one.words, other.words);
    add_common(common, one.words, other.initials);
    add_common(common, one.initials, other.words);
    // A longer name adds abbreviations and examples; the shorter one should be found in it.
    const double all = std::min(weight(one.words), weight(other.words));
    return all > 0 ? weight(common) / all : 0;
}

}  // namespace pol::verifying
