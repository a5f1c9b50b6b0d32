// What the document prints between items: how it is written, and where.

#include "compiler/parse/hints.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

namespace pol::parse_detail {
namespace {

/// `AND` or `OR`, in whatever letters or quotation marks it is written; empty for any other word.
std::string connective_of(const std::string& word) {
    std::string letters;
    for (const char sign : word) {
        if (sign == '"') continue;
        letters += sign >= 'a' && sign <= 'z' ? static_cast<char>(sign - 'a' + 'A') : sign;
    }
    return letters == "AND" || letters == "OR" ? letters : std::string();
}

std::string word_at(const Encounter& met, std::size_t place) {
    return place < met.words.size() ? met.words[place] : std::string();
}

std::string at_its_place(const std::string& connective) {
    return "`printed " + (connective.empty() ? "AND" : connective) + "` stands behind the text of its item";
}

}  // namespace

std::string hint_for_connective(const Encounter& met) {
    if (!expects(met, "as the document prints it")) return {};
    const std::string connective = connective_of(met.word);
    return connective.empty() ? std::string() : is_written("printed " + met.word, "printed " + connective);
}

std::string hint_behind_printed(const Encounter& met) {
    if (met.word == "printed") return at_its_place(connective_of(word_at(met, met.place + 1)));
    if (met.word == "AND" || met.word == "OR") {
        const bool joins_conditions = met.place > 1 && met.place + 1 < met.words.size() && contains(met.words, "is");
        return joins_conditions ? std::string()
                                : "what the document prints between items is written `printed " + met.word + "`";
    }
    const bool is_text = !met.word.empty() && met.word.front() == '"';
    const bool is_behind = is_text && word_before(met, 2) == "printed";
    return is_behind ? at_its_place(connective_of(word_before(met, 1))) : std::string();
}

std::string hint_for_line_of_connective(const Encounter& met) {
    if (!expects(met, "a statement") || (met.word != "AND" && met.word != "OR")) return {};
    return "what the document prints between items is written `printed " + met.word +
           "`, behind the text of the item before it";
}

}  // namespace pol::parse_detail
