#include "compiler/check/names.hpp"
#include "compiler/check/passes.hpp"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <unordered_map>

namespace pol::checking {
namespace {

/// How labels count up: `series` is a number behind the same letters, as in `Z1`, `Z2`.
enum class LabelKind { digits, letter, roman, series };

constexpr int roman_values[] = {100, 90, 50, 40, 10, 9, 5, 4, 1};
constexpr const char* roman_signs[] = {"c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"};

std::string to_roman(int number) {
    std::string roman;
    for (std::size_t i = 0; i < std::size(roman_values); ++i)
        for (; number >= roman_values[i]; number -= roman_values[i]) roman += roman_signs[i];
    return roman;
}

std::optional<int> from_roman(const std::string& text) {
    int number = 0;
    std::size_t place = 0;
    for (std::size_t i = 0; i < std::size(roman_values); ++i)
        for (const std::string sign = roman_signs[i]; text.compare(place, sign.size(), sign) == 0; place += sign.size())
            number += roman_values[i];
    return place == text.size() && to_roman(number) == text ? std::optional(number) : std::nullopt;
}

bool is_upper(const std::string& label) { return label[0] >= 'A' && label[0] <= 'Z'; }

std::string lowered(std::string label) {
    for (char& c : label)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return label;
}

/// What fixes a list: the kind of its first label that counts up, and its case.
struct ListKind {
    LabelKind kind = LabelKind::digits;
    bool upper = false;
    /// The letters of a series.
    std::string letters;

    [[nodiscard]] std::optional<int> number_of(const std::string& label) const;
    [[nodiscard]] std::string label_of(int number) const;
    [[nodiscard]] std::string words() const;
};

/// The number behind the letters of `Z11` or `SPA-2`; nothing for what is not made so.
std::optional<int> number_behind_letters(const std::string& label) {
    const std::size_t first = label.find_first_of("0123456789");
    if (first == 0 || first == std::string::npos || label.size() - first > 6 || label[first] == '0')
        return std::nullopt;
    const bool ends_in_digits = label.find_first_not_of("0123456789", first) == std::string::npos;
    return ends_in_digits ? std::optional(std::stoi(label.substr(first))) : std::nullopt;
}

std::optional<int> ListKind::number_of(const std::string& label) const {
    if (kind == LabelKind::series) return number_behind_letters(label);
    const bool has_digits = label[0] >= '0' && label[0] <= '9';
    if (has_digits != (kind == LabelKind::digits) || (!has_digits && is_upper(label) != upper)) return std::nullopt;
    switch (kind) {
        case LabelKind::digits:
            if (label.size() > 6 || label[0] == '0') return std::nullopt;
            return std::stoi(label);
        case LabelKind::letter:
            return label.size() == 1 ? std::optional(lowered(label)[0] - 'a' + 1) : std::nullopt;
        case LabelKind::roman:
            return from_roman(lowered(label));
        case LabelKind::series:
            break;
    }
    return std::nullopt;
}

std::string ListKind::label_of(int number) const {
    if (kind == LabelKind::digits || kind == LabelKind::series) return letters + std::to_string(number);
    std::string label =
        kind == LabelKind::roman ? to_roman(number) : std::string(1, static_cast<char>('a' + number - 1));
    if (upper)
        for (char& c : label) c = static_cast<char>(c - 'a' + 'A');
    return label;
}

std::string ListKind::words() const {
    switch (kind) {
        case LabelKind::digits:
            return "numbers";
        case LabelKind::letter:
            return upper ? "capital letters" : "letters";
        case LabelKind::roman:
            return upper ? "capital roman numbers" : "roman numbers";
        case LabelKind::series:
            return "numbers behind `" + letters + "`";
    }
    return {};
}

struct NumberedLabel {
    const ast::Label* label;
    int number;
};

/// A list begins with its first label, so `i` at its beginning is roman: letters begin with `a`. The rare list that
/// begins elsewhere is missing its beginning either way.
LabelKind kind_of(const std::string& label) {
    if (label[0] >= '0' && label[0] <= '9') return LabelKind::digits;
    return label.size() > 1 || label == "i" || label == "I" ? LabelKind::roman : LabelKind::letter;
}

/// Whether a label is one of those that numbers, letters or roman numbers count up. Words such as `MIG` have no order;
/// a capital roman number of several letters is one only in a list that has an `I`.
bool counts_up(const std::string& label, bool has_capital_one) {
    if (label.size() == 1 || label.find_first_not_of("0123456789") == std::string::npos) return true;
    if (label.find_first_not_of("ivxlc") == std::string::npos) return true;
    return has_capital_one && label.find_first_not_of("IVXLC") == std::string::npos;
}

void report_repeated(const ast::Label& label, const ast::Label& first, Sink& sink) {
    add_with_place(sink, FindingCode::repeated_label, label.span, fmt::format("label `{}` is repeated", label.text),
                   "every label of a list stands once", first.span, "the first one");
}

/// Labels of one list that count up together, in the order written.
class ListCheck {
public:
    ListCheck(std::vector<const ast::Label*> labels, ListKind kind, Sink& sink)
        : labels_(std::move(labels)), sink_(sink), kind_(std::move(kind)) {}

    void run() {
        for (const ast::Label* label : labels_) read(*label);
        if (numbered_.size() != labels_.size()) return;  // the rest would follow from a label of another kind
        check_missing();
        check_order();
    }

private:
    void read(const ast::Label& label) {
        const std::optional<int> number = kind_.number_of(label.text);
        if (!number) return report_kind(label);
        numbered_.push_back({&label, *number});
        const auto [first, is_new] = first_.emplace(*number, &label);
        if (!is_new) report_repeated(label, *first->second, sink_);
    }

    void report_kind(const ast::Label& label) {
        add_with_place(sink_, FindingCode::label_kind, label.span,
                       fmt::format("`{}` does not belong to a list of {}", label.text, kind_.words()),
                       "the first label of a list fixes what its labels are", labels_.front()->span, "the first label");
    }

    void check_missing() {
        int expected = 1;
        for (const auto& [number, label] : first_) {
            if (number > expected) report_missing(expected, number - 1, *label);
            expected = number + 1;
        }
    }

    void report_missing(int from, int through, const ast::Label& label) {
        const std::string first = kind_.label_of(from);
        sink_.add(FindingCode::missing_label, label.span,
                  from == through
                      ? fmt::format("`{}` is missing before `{}`", first, label.text)
                      : fmt::format("`{}` to `{}` are missing before `{}`", first, kind_.label_of(through), label.text),
                  fmt::format("every label of the document has a place here; what states nothing is `{}. note \"…\"`",
                              first));
    }

    void check_order() {
        const NumberedLabel* highest = nullptr;
        for (const NumberedLabel& entry : numbered_) {
            if (first_[entry.number] != entry.label) continue;
            if (highest != nullptr && entry.number < highest->number)
                add_with_place(sink_, FindingCode::label_order, entry.label->span,
                               fmt::format("`{}` stands after `{}`", entry.label->text, highest->label->text),
                               "labels stand in the document's order", highest->label->span, "the label before it");
            else
                highest = &entry;
        }
    }

    std::vector<const ast::Label*> labels_;
    Sink& sink_;
    ListKind kind_;
    std::vector<NumberedLabel> numbered_;
    std::map<int, const ast::Label*> first_;
};

/// Whether a list is one of keys such as `P` and `AD`: it has capital words, and no letter `A` or `I` that its letters
/// could count from.
bool has_keys(const std::vector<const ast::Label*>& labels) {
    bool has_word = false;
    for (const ast::Label* label : labels) {
        if (label->text == "A" || label->text == "I") return false;
        const bool is_word = label->text.size() > 1 && label->text.find_first_of("0123456789") == std::string::npos;
        has_word = has_word || (is_word && is_upper(label->text));
    }
    return has_word;
}

/// A list may hold words and series beside the labels that count up by themselves.
void check_list(const std::vector<const ast::Label*>& labels, Sink& sink) {
    bool has_capital_one = false;
    for (const ast::Label* label : labels) has_capital_one = has_capital_one || label->text == "I";
    const bool letters_are_keys = has_keys(labels);
    std::vector<const ast::Label*> counted;
    std::map<std::string, std::vector<const ast::Label*>> series;
    std::map<std::string, const ast::Label*> words;
    for (const ast::Label* label : labels) {
        const std::string& text = label->text;
        const bool is_key = letters_are_keys && text.size() == 1 && is_upper(text);
        if (!is_key && counts_up(text, has_capital_one)) {
            counted.push_back(label);
        } else if (number_behind_letters(text)) {
            series[text.substr(0, text.find_first_of("0123456789"))].push_back(label);
        } else {
            const auto [first, is_new] = words.emplace(text, label);
            if (!is_new) report_repeated(*label, *first->second, sink);
        }
    }
    if (!counted.empty()) {
        const std::string& first = counted.front()->text;
        ListCheck(std::move(counted), {kind_of(first), is_upper(first), ""}, sink).run();
    }
    for (auto& [letters, numbered] : series)
        ListCheck(std::move(numbered), {LabelKind::series, false, letters}, sink).run();
}

}  // namespace

void check_labels(const Context& context) {
    std::vector<std::vector<const ast::Label*>> lists;
    for (const LedgerEntry& entry : context.ledger.entries()) {
        if (entry.item == nullptr || entry.item->label.text == "*") continue;
        if (entry.list >= lists.size()) lists.resize(entry.list + 1);
        lists[entry.list].push_back(&entry.item->label);
    }
    for (const std::vector<const ast::Label*>& labels : lists) check_list(labels, context.sink);
}

}  // namespace pol::checking
