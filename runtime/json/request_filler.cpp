#include "runtime/json/request_filler.hpp"

#include "pol/closest_name.hpp"
#include "pol/json/address.hpp"
#include "pol/json/words.hpp"
#include "pol/request_limits.hpp"
#include "pol/words.hpp"
#include "runtime/json/shown_text.hpp"

namespace pol::json {

namespace {

/// Who sends levels of evidence may call them so.
[[nodiscard]] std::string key_hint(std::string_view unknown, const std::vector<std::string_view>& known) {
    return unknown == "level" ? "; did you mean `evidence`?" : closest_name_hint(unknown, known);
}

/// Whether the long form of an answer to the fact may have the part.
[[nodiscard]] bool has_part(const FactDescription& fact, Part part) {
    if (part == Part::unit) return is_amount(fact);
    return part != Part::on || fact.type == FactType::measurement;
}

[[nodiscard]] std::vector<std::string_view> long_form_keys(const FactDescription& fact) {
    std::vector<std::string_view> keys = {"value", "evidence", "not_knowable"};
    if (has_part(fact, Part::unit)) keys.push_back("unit");
    if (has_part(fact, Part::on)) keys.push_back("on");
    return keys;
}

/// A value of a measurement.
[[nodiscard]] std::string example_of(const FactDescription& fact) {
    if (fact.notation == Notation::yes_no) return "false";
    return fact.notation == Notation::name ? '"' + std::string(view(fact.values[0].name)) + '"' : "9.4";
}

[[nodiscard]] std::string no_measurement(const FactDescription& fact, const Node& found) {
    return instead_of(R"(a measurement like {"value": )" + example_of(fact) + R"(, "on": "2026-02-20"})", found);
}

}  // namespace

bool RequestFiller::fill(const Cursor& text, const RequestTarget& target, Reading& reading) {
    Cursor cursor = text;
    cursor_ = &cursor;
    target_ = &target;
    reading_ = &reading;
    default_level_ = Evidence::claimed;
    is_level_known_ = false;
    is_level_seen_ = false;
    is_id_seen_ = false;
    ++request_;
    if (cursor.next() == '{')
        return cursor.members([&](std::string_view key) { return read_member(key); }) && cursor.is_at_end();
    Node node;
    const bool is_json = cursor.take(node) && cursor.is_at_end();
    if (is_json) report({}, instead_of("one object", node));
    return is_json;
}

bool RequestFiller::read_member(std::string_view key) {
    const std::uint16_t field = forms_.names().field(key);
    return field < forms_.policy().facts.size ? read_fact(field, key) : read_other(field, key);
}

bool RequestFiller::read_other(std::uint16_t field, std::string_view key) {
    if (field == id_field) return read_id(key);
    if (field == evidence_field) return read_default_level(key);
    if (has_room(*reading_)) report({key}, "is no fact of this policy" + key_hint(key, names_of_members()));
    return pass_over();
}

std::vector<std::string_view> RequestFiller::names_of_members() const {
    std::vector<std::string_view> names = names_of_fields(forms_.policy());
    if (addressing_ == Addressing::none) return names;
    const std::vector<std::string_view> addresses = address_names();
    names.insert(names.end(), addresses.begin(), addresses.end());
    return names;
}

bool RequestFiller::pass_over() {
    Node node;
    return cursor_->take(node);
}

bool RequestFiller::read_id(std::string_view key) {
    Node node;
    if (!cursor_->take(node)) return false;
    if (std::exchange(is_id_seen_, true))
        report({key}, given_twice);
    else if (node.kind != NodeKind::string)
        report({key}, instead_of("a text", node));
    else if (node.text.empty())
        report({key}, "empty");
    else if (node.text.size() > most_id_bytes)
        report({key}, "longer than " + std::to_string(most_id_bytes) + " bytes");
    else
        reading_->id = node.text;
    return true;
}

bool RequestFiller::read_default_level(std::string_view key) {
    Node node;
    if (!cursor_->take(node)) return false;
    if (std::exchange(is_level_seen_, true))
        report({key}, given_twice);
    else
        default_level_ = read_level({key}, node);
    is_level_known_ = true;
    return true;
}

bool RequestFiller::read_fact(std::uint16_t fact, std::string_view key) {
    if (std::exchange(seen_in_[fact], request_) == request_) return read_again(key);
    if (cursor_->next() == '{') return read_long_form(fact, key);
    Node node;
    if (!cursor_->take(node)) return false;
    if (node.kind != NodeKind::null) read_bare_value(fact, key, node);
    return true;
}

bool RequestFiller::read_again(std::string_view key) {
    report({key}, given_twice);
    return pass_over();
}

void RequestFiller::read_bare_value(std::uint16_t fact, std::string_view key, const Node& node) {
    const FactForm form = forms_.form(fact);
    if (form.has_day) return report({key}, no_measurement(forms_.description(fact), node));
    Answer answer;
    read_value(fact, key, {}, node, answer);
    if (form.has_level) answer.evidence = default_level();
    target_->assign(target_->request, fact, answer);
}

bool RequestFiller::read_long_form(std::uint16_t fact, std::string_view key) {
    LongForm form;
    const FactDescription& description = forms_.description(fact);
    if (!cursor_->members([&](std::string_view part) { return take_part(description, {key, part}, form); }))
        return false;
    Answer answer;
    read_parts(fact, key, form, answer);
    target_->assign(target_->request, fact, answer);
    return true;
}

bool RequestFiller::take_part(const FactDescription& fact, const Place& place, LongForm& form) {
    const std::uint16_t index = forms_.names().part(place.part);
    const auto part = static_cast<Part>(index);
    if (index == no_index || !has_part(fact, part) || form.has(part)) return refuse_part(fact, place, index);
    return cursor_->take(form.add(part));
}

bool RequestFiller::refuse_part(const FactDescription& fact, const Place& place, std::uint16_t index) {
    if (index != no_index && has_part(fact, static_cast<Part>(index)))
        report(place, given_twice);
    else
        report(place, "is not known here" + key_hint(place.part, long_form_keys(fact)));
    return pass_over();
}

void RequestFiller::read_parts(std::uint16_t fact, std::string_view key, const LongForm& form, Answer& answer) {
    const FactForm wanted = forms_.form(fact);
    const Node* const level = form[Part::evidence];
    if (form.has(Part::not_knowable)) return read_not_knowable(key, form, answer);
    if (level != nullptr && !wanted.has_level) report({key, "evidence"}, "only what a provider says carries evidence");
    if (!form.has(Part::value)) return report({key}, "has no `value`; write null for a fact that is not given");
    read_value(fact, key, "value", *form[Part::value], answer);
    if (form.has(Part::unit)) check_unit(forms_.description(fact), key, *form[Part::unit]);
    if (wanted.has_day) read_day_measured(key, form, answer);
    if (!wanted.has_level) return;
    answer.evidence = level == nullptr ? default_level() : read_level({key, "evidence"}, *level);
}

void RequestFiller::read_not_knowable(std::string_view key, const LongForm& form, Answer& answer) {
    const Node& said = *form[Part::not_knowable];
    if (!said.is_true()) report({key, "not_knowable"}, instead_of("true", said));
    if (form.has(Part::value) || form.has(Part::evidence))
        report({key}, "what is not knowable has neither `value` nor `evidence`");
    if (form.has(Part::unit)) report({key, "unit"}, "stands beside a `value` only");
    if (form.has(Part::on)) report({key, "on"}, "stands beside a `value` only");
    answer.presence = Presence::not_knowable;
}

/// Amounts are never converted: who sends another unit must know it.
void RequestFiller::check_unit(const FactDescription& fact, std::string_view key, const Node& node) {
    const std::string_view unit = view(fact.unit);
    if (unit.empty()) return report({key, "unit"}, "must be left out, as this number has no unit");
    if (node.kind == NodeKind::string && node.text == unit) return;
    report({key, "unit"}, instead_of(in_backticks(unit) + ", the unit of this number", node));
}

void RequestFiller::read_day_measured(std::string_view key, const LongForm& form, Answer& answer) {
    const Node* const on = form[Part::on];
    if (on == nullptr) return report({key}, "has no `on`, the day it was measured");
    const Fault fault = read_days(*on, answer);
    if (fault != Fault::none) report({key, "on"}, sentence_on_day(fault, *on));
}

void RequestFiller::read_value(std::uint16_t fact, std::string_view key, std::string_view part, const Node& node,
                               Answer& answer) {
    answer.presence = Presence::given;
    if (forms_.form(fact).value == ValueForm::list)
        return lists_.read(fact, {key, part}, *cursor_, node, *target_, *reading_);
    const Fault fault = forms_.read(fact, node, answer);
    if (fault != Fault::none) report_fault(fault, fact, {key, part}, node);
}

void RequestFiller::report_fault(Fault fault, std::uint16_t fact, const Place& place, const Node& node) {
    report(place, sentence(fault, forms_.description(fact), node));
}

Evidence RequestFiller::read_level(const Place& place, const Node& node) {
    const std::uint16_t level = node.kind == NodeKind::string ? forms_.names().level(node.text) : no_index;
    if (level != no_index) return static_cast<Evidence>(level);
    report(place, instead_of("`claimed`, `attested` or `documented`", node));
    return Evidence::claimed;
}

void RequestFiller::find_default_level() {
    is_level_known_ = true;
    Cursor ahead = *cursor_;
    bool is_found = false;
    // What is wrong with it, or is no JSON, is told when it is reached.
    static_cast<void>(ahead.more_members([&](std::string_view key) {
        Node node;
        if (!ahead.take(node)) return false;
        if (is_found || forms_.names().field(key) != evidence_field) return true;
        is_found = true;
        const std::uint16_t level = node.kind == NodeKind::string ? forms_.names().level(node.text) : no_index;
        if (level != no_index) default_level_ = static_cast<Evidence>(level);
        return true;
    }));
}

}  // namespace pol::json
