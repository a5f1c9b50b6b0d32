#include "runtime/json/read_value.hpp"

#include "pol/requested_code.hpp"
#include "runtime/json/calendar_text.hpp"
#include "runtime/json/number_text.hpp"

#include <string>
#include <string_view>

namespace pol::json {

namespace {

[[nodiscard]] Fault read_yes_no(const Node& node, Answer& answer) {
    answer.value = node.is_true() ? 1 : 0;
    return node.kind == NodeKind::boolean ? Fault::none : Fault::other_form;
}

[[nodiscard]] Fault read_name(const RequestNames& names, std::uint16_t fact, const Node& node, Answer& answer) {
    if (node.kind != NodeKind::string) return Fault::other_form;
    answer.value = names.value(fact, node.text);
    return answer.value == no_index ? Fault::other_form : Fault::none;
}

[[nodiscard]] Fault read_day(const Node& node, Answer& answer) {
    if (node.kind != NodeKind::string) return Fault::other_form;
    const ReadDate read = read_date(node.text);
    answer.date = read.range.first;
    return read.fault;
}

[[nodiscard]] Fault read_amount(const FactDescription& fact, const Node& node, Answer& answer) {
    if (node.kind != NodeKind::number) return Fault::other_form;
    const ReadNumber read = read_number(node.text, fact);
    answer.number = read.value;
    return read.fault;
}

[[nodiscard]] Fault read_code(CodeSystem system, const Node& node, Answer& answer) {
    if (node.kind != NodeKind::string) return Fault::other_form;
    const ParsedCode parsed = parse_requested_code(system, node.text);
    answer.number = number_for(parsed.code);
    return parsed.valid ? Fault::none : Fault::other_form;
}

}  // namespace

Fault read_days(const Node& node, Answer& answer) {
    if (node.kind != NodeKind::string) return Fault::other_form;
    const ReadDate read = read_partial_date(node.text);
    answer.range = read.range;
    return read.fault;
}

namespace {

/// A choice with a day is the place of its value.
[[nodiscard]] Fault placed(Fault fault, Answer& answer) {
    answer.number = {.digits = answer.value, .places = 0};
    answer.value = 0;
    return fault;
}

}  // namespace

Fault read_value(const RequestNames& names, std::uint16_t fact, ValueForm form, const FactDescription& description,
                 const Node& node, Answer& answer) {
    switch (form) {
        case ValueForm::yes_no:
            return read_yes_no(node, answer);
        case ValueForm::name:
            return read_name(names, fact, node, answer);
        case ValueForm::day:
            return read_day(node, answer);
        case ValueForm::days:
            return read_days(node, answer);
        case ValueForm::amount:
            return read_amount(description, node, answer);
        case ValueForm::code:
            return read_code(system_of(description.notation), node, answer);
        case ValueForm::dated_yes_no:
            return placed(read_yes_no(node, answer), answer);
        case ValueForm::dated_name:
            return placed(read_name(names, fact, node, answer), answer);
        case ValueForm::list:
            break;
    }
    return Fault::other_form;
}

}  // namespace pol::json
