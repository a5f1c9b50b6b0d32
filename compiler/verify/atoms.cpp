#include "compiler/verify/atoms.hpp"

#include "compiler/verify/number_words.hpp"
#include "compiler/verify/unit_words.hpp"
#include "compiler/verify/written_dates.hpp"

#include <algorithm>
#include <array>

namespace pol::verifying {
namespace {

constexpr auto counting_words = std::to_array<std::string_view>({
    "criteria", "criterion", "item",    "items",    "section", "sections",  "step", "steps", "number",
    "no",       "table",     "phase",   "week",     "day",     "month",     "year", "cycle", "page",
    "figure",   "visit",     "note",    "appendix", "chapter", "part",      "line", "group", "cohort",
    "version",  "tier",      "article", "option",   "exhibit", "paragraph",
});

bool is_alnum(char sign) { return is_digit(sign) || is_letter(sign); }

bool has_digit(std::string_view text) { return std::any_of(text.begin(), text.end(), is_digit); }

/// `11.01.03`.
bool is_dotted_number(std::string_view text) {
    return std::count(text.begin(), text.end(), '.') >= 2 &&
           std::all_of(text.begin(), text.end(), [](char sign) { return is_digit(sign) || sign == '.'; });
}

/// `1-800-555-0100` and the like.
bool is_telephone(std::string_view text) {
    return std::count(text.begin(), text.end(), '-') >= 2 && text.size() >= 12 &&
           std::all_of(text.begin(), text.end(), [](char sign) { return is_digit(sign) || sign == '-'; });
}

/// `Qalsody3`, `mutation3`: a word with the number of a note behind it.
bool is_noted_word(std::string_view text) {
    const std::size_t digit = std::min(text.find_first_of("0123456789"), text.size());
    const auto lower = std::count_if(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(digit), is_lower);
    return digit > 0 && text[digit - 1] != '-' && lower >= 3;
}

/// Behind a point only what is no note: `G12.21`, `RX.501`, not `ALS.3`.
bool has_part_behind_point(std::string_view text) {
    const std::size_t point = text.find('.');
    if (point == std::string_view::npos) return true;
    return has_digit(text.substr(0, point)) || text.size() - point > 3;
}

/// A capital letter first and a digit somewhere: `SOD1`, `J1304`, `Pharmacy-32`, `G12.21`.
bool is_called_by_number(std::string_view text) {
    if (!is_upper(text.front()) || !has_digit(text) || is_noted_word(text) || !has_part_behind_point(text))
        return false;
    return !counts_off(text.substr(0, text.find('-')));
}

/// Reads one text from left to right.
class AtomReader {
public:
    explicit AtomReader(const PrintedText& text) : all_(text.text) {}

    std::vector<Atom> read() {
        while (at_ < all_.size()) {
            if (all_[at_] == ' ')
                ++at_;
            else if (all_.substr(at_).starts_with("http") || all_.substr(at_).starts_with("www."))
                read_address();
            else if (is_alnum(all_[at_]) || begins_decimal())
                read_chunk(chunk_end());
            else
                add(AtomKind::sign, at_ + 1);
        }
        return std::move(atoms_);
    }

private:
    [[nodiscard]] char sign_at(std::size_t place) const { return place < all_.size() ? all_[place] : ' '; }

    [[nodiscard]] bool begins_decimal() const {
        return all_[at_] == '.' && is_digit(sign_at(at_ + 1)) &&
               (at_ == 0 || std::string_view(" <>=(").find(all_[at_ - 1]) != std::string_view::npos);
    }

    Atom& add(AtomKind kind, std::size_t end) {
        const bool glued = at_ > 0 && all_[at_ - 1] != ' ';
        atoms_.push_back({kind, std::string(all_.substr(at_, end - at_)), at_, end, glued});
        at_ = end;
        return atoms_.back();
    }

    void add_figure(Figure figure, std::size_t end) { add(AtomKind::figure, end).figure = std::move(figure); }

    void read_address() {
        std::size_t end = std::min(all_.find(' ', at_), all_.size());
        while (std::string_view(".,;)").find(all_[end - 1]) != std::string_view::npos) --end;
        add_figure(address_figure(all_.substr(at_, end - at_)), end);
    }

    /// Letters and digits, and the signs inside them.
    [[nodiscard]] std::size_t chunk_end() const {
        std::size_t end = at_ + 1;
        while (end < all_.size()) {
            const bool joins =
                std::string_view("-./,'").find(all_[end]) != std::string_view::npos && is_alnum(sign_at(end + 1));
            if (!is_alnum(all_[end]) && !joins) break;
            ++end;
        }
        return end;
    }

    void read_chunk(std::size_t end) {
        const std::string_view chunk = all_.substr(at_, end - at_);
        const bool plain = chunk.find_first_of(",'/") == std::string_view::npos;
        if (std::optional<Figure> date = date_in_digits(chunk)) return add_figure(std::move(*date), end);
        if (is_ndc(chunk) || is_dotted_number(chunk) || (plain && is_called_by_number(chunk)))
            return add_figure(code_figure(chunk), end);
        if (is_telephone(chunk)) {
            at_ = end;
            return;
        }
        while (at_ < end) read_piece(end);
    }

    void read_piece(std::size_t end) {
        if (is_digit(all_[at_]) || begins_decimal())
            read_number(end);
        else if (is_letter(all_[at_]))
            read_word(end);
        else
            add(AtomKind::sign, at_ + 1);
    }

    /// `12,000`, `0.5`, `14` of `14-day`. A number right behind a word's point or comma is that of a note.
    void read_number(std::size_t end) {
        const std::size_t begin = at_;
        std::size_t last = at_;
        while (last < end) {
            const bool thousands = all_[last] == ',' && last + 3 < end && is_digit(sign_at(last + 1)) &&
                                   is_digit(sign_at(last + 2)) && is_digit(sign_at(last + 3)) &&
                                   !is_digit(sign_at(last + 4));
            const bool point = all_[last] == '.' && is_digit(sign_at(last + 1));
            if (!is_digit(all_[last]) && !thousands && !point) break;
            ++last;
        }
        const bool is_note = begin > 1 && (all_[begin - 1] == '.' || all_[begin - 1] == ',') && all_[begin - 2] != ' ';
        const std::string_view behind = all_.substr(last, 2);
        const bool is_ordinal = behind == "st" || behind == "nd" || behind == "rd" || behind == "th";
        if (is_note || is_ordinal)
            at_ = is_ordinal ? last + 2 : last;
        else
            add(AtomKind::number, last);
    }

    [[nodiscard]] std::size_t word_end(std::size_t end, std::string_view inner) const {
        std::size_t last = at_;
        while (last < end && (is_alnum(all_[last]) || inner.find(all_[last]) != std::string_view::npos)) ++last;
        return last;
    }

    void read_word(std::size_t end) {
        const std::size_t with_hyphens = word_end(end, "-");
        const std::string_view hyphened = all_.substr(at_, with_hyphens - at_);
        if (is_called_by_number(hyphened)) return add_figure(code_figure(hyphened), with_hyphens);
        if (number_in_words(hyphened)) return add_spelled(with_hyphens);
        const std::size_t plain_end = word_end(end, "");
        if (number_in_words(all_.substr(at_, plain_end - at_))) return add_spelled(plain_end);
        const bool is_unit = !unit_in_words(all_.substr(at_, plain_end - at_)).empty();
        add(AtomKind::word, is_unit ? unit_end(end) : plain_end);
    }

    /// `mg/kg`; of `mg/10 mL` the first word.
    [[nodiscard]] std::size_t unit_end(std::size_t end) const {
        std::size_t last = word_end(end, "");
        while (last + 1 < end && all_[last] == '/' && is_letter(all_[last + 1])) {
            ++last;
            while (last < end && is_alnum(all_[last])) ++last;
        }
        return last;
    }

    void add_spelled(std::size_t end) {
        const int value = number_in_words(all_.substr(at_, end - at_)).value_or(0);
        Atom& atom = add(AtomKind::number, end);
        atom.text = std::to_string(value);
        atom.in_words = true;
    }

    std::string_view all_;
    std::size_t at_ = 0;
    std::vector<Atom> atoms_;
};

}  // namespace

bool counts_off(std::string_view word) {
    const std::string lower = lower_case(word);
    return std::find(counting_words.begin(), counting_words.end(), lower) != counting_words.end();
}

std::vector<Atom> atoms_of(const PrintedText& text) { return AtomReader(text).read(); }

}  // namespace pol::verifying
