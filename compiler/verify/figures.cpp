#include "compiler/verify/figures.hpp"

#include "compiler/verify/atoms.hpp"
#include "compiler/verify/list_labels.hpp"
#include "compiler/verify/number_words.hpp"
#include "compiler/verify/unit_words.hpp"
#include "compiler/verify/written_dates.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace pol::verifying {
namespace {

/// Words before a number that say how many, so that it does not belong to the noun before it.
constexpr auto measuring_words = std::to_array<std::string_view>({
    "least",  "most",       "than",          "over",    "under",   "with",      "from",    "every",   "each",
    "within", "after",      "before",        "total",   "between", "maximum",   "minimum", "exactly", "equal",
    "above",  "below",      "approximately", "about",   "only",    "aged",      "first",   "last",    "next",
    "past",   "additional", "another",       "through", "until",   "following", "exceed",  "exceeds", "exceeding",
    "reach",  "score",      "level",         "levels",  "dose",    "doses",
});

/// Words before a Roman number that says which: `class II`.
constexpr auto ranking_words = std::to_array<std::string_view>(
    {"class", "classes", "stage", "stages", "grade", "grades", "type", "types", "category", "categories"});

/// 2 of `II`, 3 of `IIIB`; 0 for what is no Roman number in capitals.
int roman_rank(std::string_view word) {
    const auto in_capitals = [](char sign) { return sign == 'I' || sign == 'V' || sign == 'X'; };
    const auto end = std::find_if_not(word.begin(), word.end(), in_capitals);
    const bool has_part = word.end() - end == 1 && std::string_view("ABCabc").find(*end) != std::string_view::npos;
    if (end != word.end() && !has_part) return 0;
    return roman_value(lower_case(word.substr(0, static_cast<std::size_t>(end - word.begin()))));
}

/// Makes figures of the parts of one text.
class FigureMaker {
public:
    explicit FigureMaker(const PrintedText& text) : text_(text), atoms_(atoms_of(text)) {}

    std::vector<Figure> make() {
        for (std::size_t i = 0; i < atoms_.size();) i = take(i);
        return std::move(figures_);
    }

private:
    [[nodiscard]] const Atom* atom(std::size_t i) const { return i < atoms_.size() ? &atoms_[i] : nullptr; }
    [[nodiscard]] bool is_number(std::size_t i) const {
        return atom(i) != nullptr && atoms_[i].kind == AtomKind::number;
    }
    [[nodiscard]] bool is_word(std::size_t i) const { return atom(i) != nullptr && atoms_[i].kind == AtomKind::word; }
    [[nodiscard]] bool is_sign(std::size_t i, char sign) const {
        return atom(i) != nullptr && atoms_[i].kind == AtomKind::sign && atoms_[i].text[0] == sign;
    }
    [[nodiscard]] bool is_plain_word(std::size_t i, std::string_view word) const {
        return is_word(i) && lower_case(atoms_[i].text) == word;
    }

    void add(Figure figure, std::size_t first, std::size_t last) {
        figure.shown = text_.text.substr(atoms_[first].begin, atoms_[last].end - atoms_[first].begin);
        figure.span = text_.span(atoms_[first].begin, atoms_[last].end);
        figures_.push_back(std::move(figure));
    }

    /// Takes what begins at a part; gives the place of the next.
    std::size_t take(std::size_t i) {
        if (atoms_[i].figure) {
            add(*atoms_[i].figure, i, i);
            return i + 1;
        }
        if (const std::size_t behind = take_date(i); behind > i) return behind;
        if (is_number(i)) {
            take_number(i);
            return i + 1;
        }
        if (is_word(i) || is_sign(i, '%')) take_word(i);
        return i + 1;
    }

    [[nodiscard]] int value(std::size_t i) const {
        return atoms_[i].text.size() > 4 ? 0 : std::atoi(atoms_[i].text.c_str());
    }
    [[nodiscard]] int month(std::size_t i) const { return is_word(i) ? month_in_words(atoms_[i].text).value_or(0) : 0; }
    [[nodiscard]] bool is_day(std::size_t i) const {
        return is_number(i) && !atoms_[i].in_words && value(i) >= 1 && value(i) <= 31 && atoms_[i].text.size() <= 2;
    }
    /// The place of a year behind a date's other parts, perhaps behind `,` or `.`; that place itself if there is none.
    [[nodiscard]] std::size_t year_behind(std::size_t i) const {
        const std::size_t at = is_sign(i + 1, ',') || is_sign(i + 1, '.') ? i + 2 : i + 1;
        return is_number(at) && is_year(atoms_[at].text) ? at : i;
    }

    /// `June 1, 2026`, `1 June 2026`, `June 2026`, `November 1`, `1 November`.
    std::size_t take_date(std::size_t i) {
        const bool day_first = is_day(i) && month(i + 1) != 0;
        if (!day_first && month(i) == 0) return i;
        const std::size_t name = day_first ? i + 1 : i;
        const std::size_t dot = is_sign(name + 1, '.') ? name + 2 : name + 1;
        const bool has_day = day_first || is_day(dot);
        const std::size_t last = !day_first && has_day ? dot : name;
        const std::size_t year = year_behind(last);
        if (!has_day && year == last) return i;
        const int day = has_day ? value(day_first ? i : dot) : 0;
        add(year == last ? day_of_year_figure(month(name), day) : date_figure(value(year), month(name), day), i, year);
        return year + 1;
    }

    struct Unit {
        std::string unit;
        /// The last part it is made of.
        std::size_t last = 0;
    };

    /// The unit at a place, `mg per kg` among them; empty if there is none.
    [[nodiscard]] Unit unit_at(std::size_t i) const {
        if (is_sign(i, '%')) return {"%", i};
        if (!is_word(i)) return {};
        const std::string unit = unit_in_words(atoms_[i].text);
        if (unit.empty() || !is_plain_word(i + 1, "per") || !is_word(i + 2)) return {unit, i};
        const std::string below = unit_in_words(atoms_[i + 2].text);
        // What a billing unit holds is an amount of it, not a rate.
        const bool is_rate = !below.empty() && below != "units";
        return is_rate ? Unit{unit + "/" + below, i + 2} : Unit{unit, i};
    }

    [[nodiscard]] bool leads_to_number(std::size_t i) const {
        return is_sign(i, '-') || is_plain_word(i, "to") || is_plain_word(i, "or") || is_plain_word(i, "and") ||
               is_plain_word(i, "through");
    }

    /// The unit of the number at a place: behind it, behind its repetition in parentheses or behind the other end of a
    /// range.
    [[nodiscard]] Unit unit_behind(std::size_t i, bool of_range) const {
        std::size_t next = i + 1;
        if (is_sign(next, ')')) ++next;
        if (is_sign(next, '(') && is_number(next + 1) && is_sign(next + 2, ')')) next += 3;
        const bool hyphen = is_sign(next, '-');
        if (const Unit unit = unit_at(hyphen ? next + 1 : next); !unit.unit.empty()) return unit;
        if (of_range && leads_to_number(next) && is_number(next + 1)) return unit_behind(next + 1, false);
        return {};
    }

    void take_number(std::size_t i) {
        const Unit unit = unit_behind(i, true);
        if (unit.unit.empty()) return take_count(i);
        // Of a range or a repetition only the last number shows its unit as written.
        const bool is_next =
            unit.last == i + 1 || (unit.last == i + 2 && is_sign(i + 1, '-')) || is_plain_word(i + 2, "per");
        Figure figure = amount_figure(atoms_[i].text, unit.unit);
        figure.is_needed = figure.number != "0";
        add(std::move(figure), i, is_next ? unit.last : i);
        if (!is_next)
            figures_.back().shown +=
                " " + text_.text.substr(atoms_[unit.last].begin, atoms_[unit.last].end - atoms_[unit.last].begin);
    }

    void take_count(std::size_t i) {
        Figure figure = count_figure(atoms_[i].text);
        const bool names_a_substance = is_sign(i + 1, '-') && atom(i + 2) != nullptr && atoms_[i + 2].figure;
        figure.counts_off = counts_off_[i] = counts_off_at(i);
        figure.has_noun = noun_follows(i);
        figure.is_needed = figure.number != "0" && !atoms_[i].in_words && !is_year(atoms_[i].text) &&
                           !figure.counts_off && !belongs_to_word_before(i) && !names_a_substance;
        add(std::move(figure), i, i);
    }

    /// `criteria 1 to 4`, `items 2, 4 and 9`, `week 28`, `n=72`.
    [[nodiscard]] bool counts_off_at(std::size_t i) const {
        if (i == 0) return false;
        if (const std::size_t before = number_listed_before(i); before < i) return counts_off_[before];
        return is_sign(i - 1, '=') || is_sign(i - 1, '#') || (is_word(i - 1) && counts_off(atoms_[i - 1].text));
    }

    /// The number that a list or a range of numbers has before that of a place; that place itself if there is none.
    /// What follows a comma and counts something (`week 28, 3 doses`) goes on no list.
    [[nodiscard]] std::size_t number_listed_before(std::size_t i) const {
        std::size_t at = i;
        if (at > 0 && leads_to_number(at - 1)) --at;
        const bool behind_comma = at > 0 && is_sign(at - 1, ',');
        if (behind_comma) --at;
        const bool goes_on = at < i && at > 0 && is_number(at - 1);
        return goes_on && !(behind_comma && noun_follows(i)) ? at - 1 : i;
    }

    /// `3 doses`, not `18 or older`.
    [[nodiscard]] bool noun_follows(std::size_t i) const {
        if (!is_word(i + 1) || !is_lower(atoms_[i + 1].text.front())) return false;
        return !leads_to_number(i + 1) && !is_plain_word(i + 1, "of");
    }

    /// `dismutase 1 (SOD1)`: a number that calls something and counts nothing.
    [[nodiscard]] bool belongs_to_word_before(std::size_t i) const {
        if (i == 0 || !is_word(i - 1)) return false;
        const std::string before = lower_case(atoms_[i - 1].text);
        const bool measures =
            std::find(measuring_words.begin(), measuring_words.end(), before) != measuring_words.end();
        const bool is_repeated = is_sign(i + 1, '(') && is_number(i + 2);
        return before.size() > 3 && !(is_word(i + 1) && is_lower(atoms_[i + 1].text.front())) && !measures &&
               !is_repeated;
    }

    /// Words that may stand for a figure.
    void take_word(std::size_t i) {
        const std::string word = lower_case(atoms_[i].text);
        if (word == "adult" || word == "adults") add_soft(amount_figure("18", "years"), i);
        if (const std::optional<int> times = times_in_words(word)) add_soft(count_figure(std::to_string(*times)), i);
        if (const std::string_view unit = repeated_time(word); !unit.empty())
            add_soft(amount_figure("1", std::string(unit)), i);
        if (word == "quarterly") add_soft(amount_figure("3", "months"), i);
        if (const int rank = rank_at(i); rank > 0) {
            is_rank_[i] = true;
            add_soft(count_figure(std::to_string(rank)), i);
        }
        const bool one = word == "a" || word == "an" || word == "each" || word == "every";
        if (const Unit unit = unit_at(i + 1); one && !unit.unit.empty()) add_soft(amount_figure("1", unit.unit), i);
    }

    /// The number of `II` in `class II`, `classes I to II`, `stage I or II`.
    [[nodiscard]] int rank_at(std::size_t i) const {
        const int rank = is_word(i) ? roman_rank(atoms_[i].text) : 0;
        if (rank == 0 || i == 0) return 0;
        const bool is_called = is_word(i - 1) && std::find(ranking_words.begin(), ranking_words.end(),
                                                           lower_case(atoms_[i - 1].text)) != ranking_words.end();
        return is_called || (i > 1 && leads_to_number(i - 1) && is_rank_[i - 2]) ? rank : 0;
    }

    void add_soft(Figure figure, std::size_t i) {
        figure.is_needed = false;
        add(std::move(figure), i, i);
    }

    const PrintedText& text_;
    std::vector<Atom> atoms_;
    /// By part, for those taken so far: a number that counts off, a Roman number that says which. What goes on a list
    /// of them is as they are.
    std::vector<bool> counts_off_ = std::vector<bool>(atoms_.size());
    std::vector<bool> is_rank_ = std::vector<bool>(atoms_.size());
    std::vector<Figure> figures_;
};

}  // namespace

std::vector<Figure> figures_of(const PrintedText& text) { return FigureMaker(text).make(); }

}  // namespace pol::verifying
