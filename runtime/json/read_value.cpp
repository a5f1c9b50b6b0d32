#include "runtime/json/read_value.hpp"

#include "pol/json/words.hpp"
#include "runtime/json/calendar_text.hpp"
#include "runtime/json/closest_name.hpp"
#include "runtime/json/number_text.hpp"

#include <utility>

namespace pol::json {

namespace {

[[nodiscard]] std::string description_of(const Node& node) {
    switch (node.kind) {
        case NodeKind::null:
            return "null";
        case NodeKind::boolean:
            return node.boolean ? "true" : "false";
        case NodeKind::number:
            return "a number";
        case NodeKind::string:
            return in_backticks(node.string);
        case NodeKind::array:
            return "a list";
        case NodeKind::object:
            return "an object";
    }
    return {};
}

[[nodiscard]] std::string read_yes_no(const Node& node, Answer& answer) {
    if (node.kind != NodeKind::boolean) return instead_of("true or false", node);
    answer.value = node.boolean ? 1 : 0;
    return {};
}

/// A code never sets a fact, but it tells which value was meant.
[[nodiscard]] std::string value_hint(const FactDescription& fact, std::string_view text,
                                     const std::vector<std::string_view>& names) {
    for (const CodeForValue& code : fact.codes)
        if (view(code.code) == text)
            return "; the code stands for `" + std::string(names[code.value]) + "`, which must be said by name";
    return did_you_mean(text, names);
}

[[nodiscard]] std::string read_one_of(const FactDescription& fact, const Node& node, Answer& answer) {
    std::vector<std::string_view> names;
    std::string wanted = "one of ";
    for (std::uint16_t i = 0; i < fact.values.size; ++i) {
        const std::string_view name = view(fact.values[i].name);
        if (node.kind == NodeKind::string && node.string == name) {
            answer.value = i;
            return {};
        }
        names.push_back(name);
        if (i > 0) wanted += ", ";
        wanted += in_backticks(name);
    }
    const std::string hint = node.kind == NodeKind::string ? value_hint(fact, node.string, names) : std::string();
    return instead_of(wanted, node) + hint;
}

[[nodiscard]] std::string read_day(const Node& node, Answer& answer) {
    if (node.kind != NodeKind::string) return instead_of("a day like `2026-07-01`", node);
    ReadDate read = read_date(node.string);
    answer.date = read.range.first;
    return std::move(read.problem);
}

[[nodiscard]] std::string read_amount(const FactDescription& fact, const Node& node, Answer& answer) {
    if (node.kind == NodeKind::number) {
        ReadNumber read = read_number(node.string, fact);
        answer.number = read.value;
        return std::move(read.problem);
    }
    const std::string unit = fact.unit.size == 0 ? std::string() : " in" + unit_after(fact);
    return instead_of("a number" + unit, node) +
           (node.kind == NodeKind::string ? "; numbers stand without quotes" : "");
}

/// An ICD-10-CM code may lack its dot, as it does in claims.
[[nodiscard]] std::string with_dot(CodeSystem system, std::string text) {
    constexpr std::size_t before_dot = 3;
    if (system == CodeSystem::icd10cm && text.size() > before_dot && text[before_dot] != '.')
        text.insert(before_dot, ".");
    return text;
}

[[nodiscard]] std::string read_code(const FactDescription& fact, const Node& node, Answer& answer) {
    const CodeSystem system = system_of(fact.notation);
    const std::string text = node.kind == NodeKind::string ? with_dot(system, std::string(node.string)) : std::string();
    const ParsedCode parsed = parse_code(system, {text.data(), static_cast<std::uint32_t>(text.size())});
    if (parsed.valid) {
        answer.number = number_for(parsed.code);
        return {};
    }
    const SystemWords words = words_of(system);
    return instead_of(std::string(words.name) + " like " + in_backticks(words.example), node) +
           (node.kind == NodeKind::number ? "; codes stand in quotes" : "");
}

/// A choice with a day is the place of its value.
[[nodiscard]] std::string read_place(const FactDescription& fact, const Node& node, Answer& answer) {
    Answer choice;
    std::string problem =
        fact.notation == Notation::yes_no ? read_yes_no(node, choice) : read_one_of(fact, node, choice);
    answer.number = {.digits = choice.value, .places = 0};
    return problem;
}

[[nodiscard]] std::string read_number_or_code(const FactDescription& fact, const Node& node, Answer& answer) {
    if (is_code(fact.notation)) return read_code(fact, node, answer);
    return fact.notation == Notation::amount ? read_amount(fact, node, answer) : read_place(fact, node, answer);
}

}  // namespace

std::string instead_of(std::string_view wanted, const Node& found) {
    return "must be " + std::string(wanted) + ", not " + description_of(found);
}

std::string did_you_mean(std::string_view misspelt, const std::vector<std::string_view>& known) {
    const std::string_view meant = closest_name(misspelt, known);
    return meant.empty() ? std::string() : "; did you mean `" + std::string(meant) + "`?";
}

bool is_amount(const FactDescription& fact) {
    return (fact.type == FactType::number || fact.type == FactType::measurement) && fact.notation == Notation::amount;
}

std::string read_days(const Node& node, Answer& answer) {
    if (node.kind != NodeKind::string) return instead_of("a day, a month or a year like `2008-06`", node);
    ReadDate read = read_partial_date(node.string);
    answer.range = read.range;
    return std::move(read.problem);
}

std::string read_value(const FactDescription& fact, const Node& node, Answer& answer) {
    switch (fact.type) {
        case FactType::yes_no:
            return read_yes_no(node, answer);
        case FactType::one_of:
            return read_one_of(fact, node, answer);
        case FactType::date:
            return read_day(node, answer);
        case FactType::partial_date:
            return read_days(node, answer);
        case FactType::number:
        case FactType::measurement:
            return read_number_or_code(fact, node, answer);
        // Read entry by entry.
        case FactType::list:
            break;
    }
    return {};
}

}  // namespace pol::json
