#include "compiler/check/names.hpp"
#include "compiler/check/passes.hpp"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <unordered_map>

namespace pol::checking {
namespace {

using ast::LabelKind;

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

/// What fixes a list: the kind of its first label, and its case.
struct ListKind {
    LabelKind kind = LabelKind::digits;
    bool upper = false;

    [[nodiscard]] std::optional<int> number_of(const std::string& label) const;
    [[nodiscard]] std::string label_of(int number) const;
    [[nodiscard]] std::string words() const;
};

std::optional<int> ListKind::number_of(const std::string& label) const {
    const bool has_digits = label[0] >= '0' && label[0] <= '9';
    if (has_digits != (kind == LabelKind::digits) || (!has_digits && is_upper(label) != upper)) return std::nullopt;
    switch (kind) {
        case LabelKind::unnumbered:
            break;
        case LabelKind::digits:
            if (label.size() > 6 || label[0] == '0') return std::nullopt;
            return std::stoi(label);
        case LabelKind::letter:
            return label.size() == 1 ? std::optional(lowered(label)[0] - 'a' + 1) : std::nullopt;
        case LabelKind::roman:
            return from_roman(lowered(label));
    }
    return std::nullopt;
}

std::string ListKind::label_of(int number) const {
    if (kind == LabelKind::digits) return std::to_string(number);
    std::string label =
        kind == LabelKind::roman ? to_roman(number) : std::string(1, static_cast<char>('a' + number - 1));
    if (upper)
        for (char& c : label) c = static_cast<char>(c - 'a' + 'A');
    return label;
}

std::string ListKind::words() const {
    switch (kind) {
        case LabelKind::unnumbered:
            break;
        case LabelKind::digits:
            return "numbers";
        case LabelKind::letter:
            return upper ? "capital letters" : "letters";
        case LabelKind::roman:
            return upper ? "capital roman numbers" : "roman numbers";
    }
    return {};
}

struct NumberedLabel {
    const ast::Label* label;
    int number;
};

/// The labels of one list in the order written.
class ListCheck {
public:
    ListCheck(std::vector<const ast::Label*> labels, Sink& sink) : labels_(std::move(labels)), sink_(sink) {}

    void run() {
        kind_ = {kind_of(*labels_.front()), is_upper(labels_.front()->text)};
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
        if (!is_new)
            add_with_place(sink_, FindingCode::repeated_label, label.span,
                           fmt::format("label `{}` is repeated", label.text), "every label of a list stands once",
                           first->second->span, "the first one");
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

}  // namespace

void check_labels(const Context& context) {
    std::vector<std::vector<const ast::Label*>> lists;
    for (const LedgerEntry& entry : context.ledger.entries()) {
        if (entry.item == nullptr || entry.item->label.text == "*") continue;
        if (entry.list >= lists.size()) lists.resize(entry.list + 1);
        lists[entry.list].push_back(&entry.item->label);
    }
    for (std::vector<const ast::Label*>& labels : lists)
        if (!labels.empty()) ListCheck(std::move(labels), context.sink).run();
}

}  // namespace pol::checking
