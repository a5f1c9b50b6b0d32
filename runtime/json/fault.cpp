#include "runtime/json/fault.hpp"

#include "pol/closest_name.hpp"
#include "pol/code_hint.hpp"
#include "pol/json/words.hpp"
#include "runtime/json/decimal_text.hpp"
#include "runtime/json/fact_form.hpp"
#include "runtime/json/shown_text.hpp"

namespace pol::json {

namespace {

[[nodiscard]] std::string description_of(const Node& node) {
    switch (node.kind) {
        case NodeKind::null:
        case NodeKind::boolean:
            return std::string(node.text);
        case NodeKind::number:
            return "a number";
        case NodeKind::string:
            return in_backticks(node.text);
        case NodeKind::array:
            return "a list";
        case NodeKind::object:
            return "an object";
    }
    return {};
}

/// A code never sets a fact, but it tells which value was meant.
[[nodiscard]] std::string value_hint(const FactDescription& fact, std::string_view text,
                                     const std::vector<std::string_view>& names) {
    for (const CodeForValue& code : fact.codes)
        if (view(code.code) == text)
            return "; the code stands for `" + std::string(names[code.value]) + "`, which must be said by name";
    return closest_name_hint(text, names);
}

[[nodiscard]] std::string no_value(const FactDescription& fact, const Node& found) {
    std::vector<std::string_view> names;
    std::string wanted = "one of ";
    for (const ValueDescription& value : fact.values) {
        wanted += (names.empty() ? "" : ", ") + in_backticks(view(value.name));
        names.push_back(view(value.name));
    }
    const std::string hint = found.kind == NodeKind::string ? value_hint(fact, found.text, names) : std::string();
    return instead_of(wanted, found) + hint;
}

[[nodiscard]] std::string no_yes_or_no(const Node& found) {
    const bool is_quoted = found.kind == NodeKind::string && (found.text == "true" || found.text == "false");
    return instead_of("true or false", found) + (is_quoted ? "; write it without quotes" : "");
}

[[nodiscard]] std::string no_amount(const FactDescription& fact, const Node& found) {
    const std::string unit = fact.unit.size == 0 ? std::string() : " in " + std::string(view(fact.unit));
    return instead_of("a number" + unit, found) +
           (found.kind == NodeKind::string ? "; numbers stand without quotes" : "");
}

[[nodiscard]] std::string no_code(const FactDescription& fact, const Node& found) {
    const CodeSystem system = system_of(fact.notation);
    const SystemWords words = words_of(system);
    return instead_of(std::string(words.name) + " like " + in_backticks(words.example), found) +
           (found.kind == NodeKind::number ? "; codes stand in quotes" : code_hint(system, found.text));
}

[[nodiscard]] std::string no_days(const Node& found) {
    return instead_of(found.kind == NodeKind::string ? "a day, a month or a year like `2008-06-15`, `2008-06` or `2008`"
                                                     : "a day, a month or a year like `2008-06`",
                      found);
}

[[nodiscard]] std::string other_form(const FactDescription& fact, const Node& found) {
    switch (form_of(fact).value) {
        case ValueForm::yes_no:
        case ValueForm::dated_yes_no:
            return no_yes_or_no(found);
        case ValueForm::name:
        case ValueForm::dated_name:
            return no_value(fact, found);
        case ValueForm::day:
            return instead_of("a day like `2026-07-01`", found);
        case ValueForm::days:
            return no_days(found);
        case ValueForm::amount:
            return no_amount(fact, found);
        case ValueForm::code:
            return no_code(fact, found);
        case ValueForm::list:
            break;
    }
    return instead_of("a list of entries, `[]` for none", found);
}

[[nodiscard]] std::string outside_bounds(const FactDescription& fact, const Node& found) {
    const std::string unit = fact.unit.size == 0 ? std::string() : ' ' + std::string(view(fact.unit));
    return in_backticks(found.text) + " is outside " + to_text(fact.least, 1) + " to " + to_text(fact.most, 1) + unit;
}

[[nodiscard]] std::string has_more_than(const Node& found, std::size_t most, std::string_view what) {
    return in_backticks(found.text) + " has more than " + std::to_string(most) + ' ' + std::string(what);
}

}  // namespace

std::string sentence(Fault fault, const FactDescription& fact, const Node& found) {
    switch (fault) {
        case Fault::none:
            break;
        case Fault::other_form:
            return other_form(fact, found);
        case Fault::not_in_calendar:
            return in_backticks(found.text) + " is not in the calendar";
        case Fault::outside_calendar:
            return in_backticks(found.text) + " is outside 1800-01-01 to 2199-12-31";
        case Fault::has_exponent:
            return "must be written without an exponent, not " + in_backticks(found.text);
        case Fault::too_many_decimals:
            return has_more_than(found, most_places, "decimals");
        case Fault::too_many_digits:
            return has_more_than(found, most_digits, "digits");
        case Fault::outside_bounds:
            return outside_bounds(fact, found);
    }
    return {};
}

std::string sentence_on_day(Fault fault, const Node& found) {
    constexpr FactDescription day{.type = FactType::partial_date};
    return sentence(fault, day, found);
}

std::string instead_of(std::string_view wanted, const Node& found) {
    return "must be " + std::string(wanted) + ", not " + description_of(found);
}

}  // namespace pol::json
