#include "compiler/verify/list_labels.hpp"

#include "compiler/verify/atoms.hpp"
#include "compiler/verify/printed_text.hpp"

#include <algorithm>

namespace pol::verifying {
namespace {

/// So many labels of a list may be missing or stand again before a number is text.
constexpr int most_missing = 3;
constexpr std::size_t longest_label = 5;

/// Numbers up to three digits, one letter, or a roman number.
bool is_label_text(std::string_view text) {
    if (text.empty()) return false;
    if (all_digits(text)) return text.size() <= 3;
    if (text.size() == 1) return is_letter(text.front());
    const std::string lower = lower_case(text);
    return (lower == text || std::all_of(text.begin(), text.end(), is_upper)) && roman_value(lower) > 0;
}

int value_in(Numbering numbering, const std::string& text) {
    const std::string lower = lower_case(text);
    switch (numbering) {
        case Numbering::decimal:
            return value_of(text);
        case Numbering::lower_letter:
        case Numbering::upper_letter:
            return text.size() == 1 ? lower.front() - 'a' + 1 : 0;
        case Numbering::lower_roman:
        case Numbering::upper_roman:
            return roman_value(lower);
    }
    return 0;
}

/// Whether words lead to an item that begins behind them: they end a sentence, a condition or an introduction.
bool ends_an_item(std::string_view before) {
    before = trimmed(before);
    return before.empty() || std::string_view(".;:,)").find(before.back()) != std::string_view::npos ||
           before.ends_with(" AND") || before.ends_with(" OR") || before.ends_with(" and") || before.ends_with(" or");
}

}  // namespace

int roman_value(std::string_view lower) {
    int value = 0;
    int last = 0;
    for (std::size_t i = lower.size(); i-- > 0;) {
        const int digit = lower[i] == 'i' ? 1 : lower[i] == 'v' ? 5 : lower[i] == 'x' ? 10 : 0;
        if (digit == 0) return 0;
        value += digit < last ? -digit : digit;
        last = std::max(last, digit);
    }
    return value;
}

bool ListLabel::is_number() const { return all_digits(text); }
bool ListLabel::is_first() const { return text == "1" || text == "a" || text == "A" || text == "i" || text == "I"; }

std::optional<ListLabel> label_at(std::string_view line, std::size_t at) {
    const bool parentheses = at < line.size() && line[at] == '(';
    const std::size_t begin = parentheses ? at + 1 : at;
    const std::size_t end = line.substr(0, begin + longest_label + 1).find_first_of(".)", begin);
    if (end == std::string_view::npos || !is_label_text(line.substr(begin, end - begin))) return std::nullopt;
    if (parentheses && line[end] != ')') return std::nullopt;
    const std::size_t next = line.find_first_not_of(' ', end + 1);
    if (next == end + 1) return std::nullopt;
    const bool is_last = next == std::string_view::npos;
    return ListLabel{std::string(line.substr(begin, end - begin)), parentheses ? '(' : line[end],
                     (is_last ? line.size() : next) - at, is_last ? '\0' : line[next]};
}

std::optional<std::size_t> OpenLists::find(Numbering numbering, char closing) const {
    for (std::size_t i = lists_.size(); i-- > 0;)
        if (lists_[i].numbering == numbering && lists_[i].closing == closing) return i;
    return std::nullopt;
}

OpenLists::Place OpenLists::place_of(const ListLabel& label) const {
    if (label.is_number()) return {Numbering::decimal, value_of(label.text), find(Numbering::decimal, label.closing)};
    const bool upper = is_upper(label.text.front());
    const Numbering letters = upper ? Numbering::upper_letter : Numbering::lower_letter;
    const Numbering romans = upper ? Numbering::upper_roman : Numbering::lower_roman;
    const Place as_letter{letters, value_in(letters, label.text), find(letters, label.closing)};
    const Place as_roman{romans, value_in(romans, label.text), find(romans, label.closing)};
    // `i` behind `h` is a letter, behind anything else it begins a list of roman numbers, as `v` goes on one.
    const bool next_letter =
        as_letter.value > 0 && as_letter.list && lists_[*as_letter.list].last + 1 == as_letter.value;
    const bool roman =
        as_roman.value > 0 && !next_letter && (as_letter.value == 0 || as_roman.list || as_roman.value == 1);
    return roman ? as_roman : as_letter;
}

bool OpenLists::takes(const ListLabel& label) const {
    const Place place = place_of(label);
    if (label.closing == '(' && !is_upper(label.next) && label.next != '\0' && place.value > 1 && !place.list)
        return false;
    if (place.value == 1) return true;
    if (!place.list) return place.value <= most_missing && !(place.numbering == Numbering::upper_letter);
    const int distance = place.value - lists_[*place.list].last;
    return distance <= most_missing + 1 && distance >= -most_missing;
}

bool OpenLists::goes_on_inside(const ListLabel& label, std::string_view before) const {
    if (label.closing == '(' || !is_upper(label.next)) return false;
    const Place place = place_of(label);
    const std::string_view words = trimmed(before);
    if (place.value == 1) return words.ends_with(':');
    if (!place.list || lists_[*place.list].last + 1 != place.value) return false;
    const std::size_t word = words.find_last_of(' ') + 1;
    return ends_an_item(before) || (label.is_number() && !counts_off(words.substr(word)));
}

void OpenLists::enter(const ListLabel& label) {
    const Place place = place_of(label);
    if (place.list) lists_.resize(*place.list + 1);
    if (!place.list) lists_.push_back({place.numbering, label.closing, 0});
    lists_.back().last = place.value;
}

}  // namespace pol::verifying
