#include "runtime/json/request_filler.hpp"

#include "pol/json/words.hpp"
#include "pol/words.hpp"
#include "runtime/json/read_value.hpp"
#include "runtime/json/shown_text.hpp"

namespace pol::json {

namespace {

/// Who sends levels of evidence may call them so.
[[nodiscard]] std::string key_hint(std::string_view unknown, const std::vector<std::string_view>& known) {
    return unknown == "level" ? "; did you mean `evidence`?" : did_you_mean(unknown, known);
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

void RequestFiller::fill(const Node& root, const RequestTarget& target, Reading& reading) {
    target_ = &target;
    reading_ = &reading;
    default_evidence_ = Evidence::claimed;
    is_evidence_seen_ = false;
    is_id_seen_ = false;
    is_seen_.assign(policy_.facts.size, false);
    if (root.kind != NodeKind::object) return report({}, instead_of("one object", root));
    read_default_evidence(root);
    for (const Member member : Members(root)) read_member(member);
}

/// The level must be known before the first bare value is read, wherever it stands.
void RequestFiller::read_default_evidence(const Node& root) {
    for (const Member member : Members(root)) {
        if (member.key != "evidence") continue;
        if (is_evidence_seen_) report({member.key}, "given twice");
        if (!is_evidence_seen_) default_evidence_ = read_evidence({member.key}, member.value);
        is_evidence_seen_ = true;
    }
}

void RequestFiller::read_member(const Member& member) {
    const std::uint16_t field = names_.field(member.key);
    if (field < policy_.facts.size) return read_fact(field, member);
    if (field == id_field) return read_id(member);
    if (field == no_index) report_unknown(member.key);
}

void RequestFiller::read_id(const Member& member) {
    constexpr std::size_t longest = 200;
    if (is_id_seen_) return report({member.key}, "given twice");
    is_id_seen_ = true;
    if (member.value.kind != NodeKind::string) return report({member.key}, instead_of("a text", member.value));
    if (member.value.text.empty()) return report({member.key}, "empty");
    if (member.value.text.size() > longest) return report({member.key}, "longer than 200 bytes");
    reading_->id = member.value.text;
}

void RequestFiller::report_unknown(std::string_view key) {
    if (has_room(*reading_)) report({key}, "is no fact of this policy" + key_hint(key, names_of_fields(policy_)));
}

void RequestFiller::read_fact(std::uint16_t fact, const Member& member) {
    if (is_seen_[fact]) return report({member.key}, "given twice");
    is_seen_[fact] = true;
    if (member.value.kind == NodeKind::null) return;
    Answer answer;
    if (member.value.kind == NodeKind::object)
        read_long_form(fact, member, answer);
    else
        read_bare_value(fact, member, answer);
    target_->assign(target_->request, fact, answer);
}

void RequestFiller::read_bare_value(std::uint16_t fact, const Member& member, Answer& answer) {
    const FactDescription& description = policy_.facts[fact];
    if (description.type == FactType::measurement)
        return report({member.key}, no_measurement(description, member.value));
    read_value(fact, {member.key}, member.value, answer);
    answer.evidence = description.source == FactSource::provider ? default_evidence_ : Evidence::none;
}

RequestFiller::LongForm RequestFiller::split(const FactDescription& fact, const Member& member) {
    LongForm form;
    for (const Member part : Members(member.value)) {
        const std::uint16_t index = names_.part(part.key);
        const Place place{member.key, part.key};
        if (index == no_index || !has_part(fact, static_cast<Part>(index)))
            report(place, "is not known here" + key_hint(part.key, long_form_keys(fact)));
        else if (form.parts[index] != nullptr)
            report(place, "given twice");
        else
            form.parts[index] = &part.value;
    }
    return form;
}

void RequestFiller::read_long_form(std::uint16_t fact, const Member& member, Answer& answer) {
    const FactDescription& description = policy_.facts[fact];
    const bool has_levels = description.source == FactSource::provider;
    const LongForm form = split(description, member);
    const Node* const evidence = form[Part::evidence];
    if (form[Part::not_knowable] != nullptr) return read_not_knowable(member.key, form, answer);
    if (evidence != nullptr && !has_levels)
        report({member.key, "evidence"}, "only what a provider says carries evidence");
    if (form[Part::value] == nullptr)
        return report({member.key}, "has no `value`; write null for a fact that is not given");
    read_value(fact, {member.key, "value"}, *form[Part::value], answer);
    if (form[Part::unit] != nullptr) check_unit(description, member.key, *form[Part::unit]);
    if (description.type == FactType::measurement) read_day_measured(member.key, form, answer);
    if (!has_levels) return;
    answer.evidence = evidence == nullptr ? default_evidence_ : read_evidence({member.key, "evidence"}, *evidence);
}

void RequestFiller::read_not_knowable(std::string_view field, const LongForm& form, Answer& answer) {
    const Node& said = *form[Part::not_knowable];
    if (!said.is_true()) report({field, "not_knowable"}, instead_of("true", said));
    if (form[Part::value] != nullptr || form[Part::evidence] != nullptr)
        report({field}, "what is not knowable has neither `value` nor `evidence`");
    if (form[Part::unit] != nullptr) report({field, "unit"}, "stands beside a `value` only");
    if (form[Part::on] != nullptr) report({field, "on"}, "stands beside a `value` only");
    answer.presence = Presence::not_knowable;
}

/// Amounts are never converted: who sends another unit must know it.
void RequestFiller::check_unit(const FactDescription& fact, std::string_view field, const Node& node) {
    const std::string_view unit = view(fact.unit);
    if (unit.empty()) return report({field, "unit"}, "must be left out, as this number has no unit");
    if (node.kind == NodeKind::string && node.text == unit) return;
    report({field, "unit"}, instead_of(in_backticks(unit) + ", the unit of this number", node));
}

void RequestFiller::read_day_measured(std::string_view field, const LongForm& form, Answer& answer) {
    const Node* const on = form[Part::on];
    if (on == nullptr) return report({field}, "has no `on`, the day it was measured");
    const Fault fault = read_days(*on, answer);
    if (fault != Fault::none) report({field, "on"}, sentence_on_day(fault, *on));
}

Evidence RequestFiller::read_evidence(const Place& place, const Node& node) {
    for (const Evidence level : {Evidence::documented, Evidence::attested, Evidence::claimed})
        if (node.kind == NodeKind::string && node.text == words_of(level)) return level;
    report(place, instead_of("`claimed`, `attested` or `documented`", node));
    return Evidence::claimed;
}

void RequestFiller::read_value(std::uint16_t fact, const Place& place, const Node& node, Answer& answer) {
    const FactDescription& description = policy_.facts[fact];
    answer.presence = Presence::given;
    if (description.type == FactType::list) return lists_.read(fact, place, node, *target_, *reading_);
    const Fault fault = json::read_value(policy_, names_, fact, node, answer);
    if (fault != Fault::none) report(place, sentence(fault, description, node));
}

}  // namespace pol::json
