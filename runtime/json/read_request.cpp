#include "pol/json/read_request.hpp"

#include "pol/json/words.hpp"
#include "pol/words.hpp"
#include "runtime/json/calendar_text.hpp"
#include "runtime/json/read_entries.hpp"
#include "runtime/json/read_value.hpp"
#include "runtime/json/syntax.hpp"

namespace pol::json {

namespace {

constexpr std::size_t longest_id = 200;

/// Who sends levels of evidence may call them so.
[[nodiscard]] std::string key_hint(std::string_view unknown, const std::vector<std::string_view>& known) {
    return unknown == "level" ? "; did you mean `evidence`?" : did_you_mean(unknown, known);
}

/// The keys of the long form of an answer, each at most once.
struct LongForm {
    const Node* value = nullptr;
    const Node* evidence = nullptr;
    const Node* not_knowable = nullptr;
    /// Numbers and measurements only.
    const Node* unit = nullptr;
    /// Measurements only.
    const Node* on = nullptr;

    /// The place of a key in an answer to the fact; null for a key it does not have.
    [[nodiscard]] const Node** slot(std::string_view key, const FactDescription& fact) {
        if (key == "value") return &value;
        if (key == "evidence") return &evidence;
        if (key == "not_knowable") return &not_knowable;
        if (key == "unit" && is_amount(fact)) return &unit;
        return key == "on" && fact.type == FactType::measurement ? &on : nullptr;
    }
};

[[nodiscard]] std::vector<std::string_view> long_form_keys(const FactDescription& fact) {
    std::vector<std::string_view> keys = {"value", "evidence", "not_knowable"};
    if (is_amount(fact)) keys.push_back("unit");
    if (fact.type == FactType::measurement) keys.push_back("on");
    return keys;
}

/// A value of a measurement.
[[nodiscard]] std::string example_of(const FactDescription& fact) {
    if (fact.notation == Notation::yes_no) return "false";
    return fact.notation == Notation::name ? '"' + std::string(view(fact.values[0].name)) + '"' : "9.4";
}

class RequestReader {
public:
    RequestReader(const PolicyDescription& policy, RequestReading& reading) : policy_(policy), reading_(reading) {
        reading_.request.answers.resize(policy.facts.size);
        is_seen_.resize(policy.facts.size);
    }

    void read(const Node& root) {
        if (root.kind != NodeKind::object) return report({}, {}, instead_of("one object", root));
        for (const Member& member : root.members) read_default_evidence(member);
        for (const Member& member : root.members) read_member(member);
    }

private:
    /// `{}` for a step that the path does not have; a key that is empty is a step all the same.
    [[nodiscard]] static std::string path_to(std::string_view field, std::string_view part) {
        std::string path = "$";
        if (field.data() != nullptr) path += path_step(field);
        if (part.data() != nullptr) path += path_step(part);
        return path;
    }
    void report(std::string_view field, std::string_view part, std::string message) {
        report(path_to(field, part), std::move(message));
    }
    void report(std::string path, std::string message) {
        if (reading_.errors.size() == most_errors_reported) return;
        reading_.errors.push_back({std::move(path), std::move(message)});
    }

    /// Fields are given in the entries of their list only.
    [[nodiscard]] std::uint16_t find_fact(std::string_view name) const {
        for (std::uint16_t i = 0; i < policy_.facts.size; ++i)
            if (policy_.facts[i].list == no_index && view(policy_.facts[i].name) == name) return i;
        return no_index;
    }

    /// The level must be known before the first bare value is read, wherever it stands.
    void read_default_evidence(const Member& member) {
        if (member.key != "evidence") return;
        if (is_evidence_seen_) return report(member.key, {}, "given twice");
        is_evidence_seen_ = true;
        default_evidence_ = read_evidence(member.key, {}, member.value);
    }

    void read_member(const Member& member) {
        if (member.key == "evidence") return;
        if (member.key == "id") return read_id(member);
        const std::uint16_t fact = find_fact(member.key);
        if (fact != no_index) return read_fact(fact, member);
        if (reading_.errors.size() == most_errors_reported) return;
        report(member.key, {}, "is no fact of this policy" + key_hint(member.key, field_names()));
    }

    [[nodiscard]] std::vector<std::string_view> field_names() const {
        std::vector<std::string_view> names = {"evidence", "id"};
        for (const FactDescription& fact : policy_.facts)
            if (fact.list == no_index) names.push_back(view(fact.name));
        return names;
    }

    void read_id(const Member& member) {
        if (is_id_seen_) return report(member.key, {}, "given twice");
        is_id_seen_ = true;
        if (member.value.kind != NodeKind::string) return report(member.key, {}, instead_of("a text", member.value));
        if (member.value.string.empty()) return report(member.key, {}, "empty");
        if (member.value.string.size() > longest_id) return report(member.key, {}, "longer than 200 bytes");
        reading_.id = member.value.string;
    }

    void read_fact(std::uint16_t index, const Member& member) {
        if (is_seen_[index]) return report(member.key, {}, "given twice");
        is_seen_[index] = true;
        const FactDescription& fact = policy_.facts[index];
        Answer& answer = reading_.request.answers[index];
        if (member.value.kind == NodeKind::null) return;
        if (member.value.kind == NodeKind::object) return read_long_form(index, member, answer);
        if (fact.type == FactType::measurement)
            return report(member.key, {},
                          instead_of(R"(a measurement like {"value": )" + example_of(fact) + R"(, "on": "2026-02-20"})",
                                     member.value));
        read_value(index, member.key, {}, member.value, answer);
        answer.evidence = fact.source == FactSource::provider ? default_evidence_ : Evidence::none;
    }

    [[nodiscard]] LongForm split(const FactDescription& fact, const Member& member) {
        LongForm form;
        for (const Member& part : member.value.members) {
            const Node** slot = form.slot(part.key, fact);
            if (slot == nullptr)
                report(member.key, part.key, "is not known here" + key_hint(part.key, long_form_keys(fact)));
            else if (*slot != nullptr)
                report(member.key, part.key, "given twice");
            else
                *slot = &part.value;
        }
        return form;
    }

    void read_long_form(std::uint16_t index, const Member& member, Answer& answer) {
        const FactDescription& fact = policy_.facts[index];
        const LongForm form = split(fact, member);
        if (form.not_knowable != nullptr) return read_not_knowable(member.key, form, answer);
        if (form.evidence != nullptr && fact.source != FactSource::provider)
            report(member.key, "evidence", "only what a provider says carries evidence");
        if (form.value == nullptr)
            return report(member.key, {}, "has no `value`; write null for a fact that is not given");
        read_value(index, member.key, "value", *form.value, answer);
        if (form.unit != nullptr) check_unit(fact, member.key, *form.unit);
        if (fact.type == FactType::measurement) read_day_measured(member.key, form, answer);
        if (fact.source != FactSource::provider) return;
        answer.evidence =
            form.evidence == nullptr ? default_evidence_ : read_evidence(member.key, "evidence", *form.evidence);
    }

    void read_not_knowable(std::string_view field, const LongForm& form, Answer& answer) {
        if (form.not_knowable->kind != NodeKind::boolean || !form.not_knowable->boolean)
            report(field, "not_knowable", instead_of("true", *form.not_knowable));
        if (form.value != nullptr || form.evidence != nullptr)
            report(field, {}, "what is not knowable has neither `value` nor `evidence`");
        if (form.unit != nullptr) report(field, "unit", "stands beside a `value` only");
        if (form.on != nullptr) report(field, "on", "stands beside a `value` only");
        answer.presence = Presence::not_knowable;
    }

    /// Amounts are never converted: who sends another unit must know it.
    void check_unit(const FactDescription& fact, std::string_view field, const Node& node) {
        const std::string_view unit = view(fact.unit);
        if (unit.empty()) return report(field, "unit", "must be left out, as this number has no unit");
        if (node.kind == NodeKind::string && node.string == unit) return;
        report(field, "unit", instead_of(in_backticks(unit) + ", the unit of this number", node));
    }

    void read_day_measured(std::string_view field, const LongForm& form, Answer& answer) {
        if (form.on == nullptr) return report(field, {}, "has no `on`, the day it was measured");
        std::string problem = read_days(*form.on, answer);
        if (!problem.empty()) report(field, "on", std::move(problem));
    }

    [[nodiscard]] Evidence read_evidence(std::string_view field, std::string_view part, const Node& node) {
        for (const Evidence level : {Evidence::claimed, Evidence::attested, Evidence::documented})
            if (node.kind == NodeKind::string && node.string == words_of(level)) return level;
        report(field, part, instead_of("`claimed`, `attested` or `documented`", node));
        return Evidence::claimed;
    }

    void read_value(std::uint16_t index, std::string_view field, std::string_view part, const Node& node,
                    Answer& answer) {
        answer.presence = Presence::given;
        if (policy_.facts[index].type == FactType::list) return read_list(index, field, part, node);
        std::string problem = json::read_value(policy_.facts[index], node, answer);
        if (!problem.empty()) report(field, part, std::move(problem));
    }

    void read_list(std::uint16_t list, std::string_view field, std::string_view part, const Node& node) {
        ReadEntries read = read_entries(policy_, list, node);
        for (RequestError& error : read.errors) report(path_to(field, part) + error.path, std::move(error.message));
        for (EntryRecord& entry : read.entries) reading_.request.entries.push_back(std::move(entry));
    }

    const PolicyDescription& policy_;
    RequestReading& reading_;
    std::vector<bool> is_seen_;
    Evidence default_evidence_ = Evidence::claimed;
    bool is_evidence_seen_ = false;
    bool is_id_seen_ = false;
};

}  // namespace

RequestReading read_request(std::string_view text, const PolicyDescription& policy) {
    RequestReading reading;
    RequestReader reader(policy, reading);
    ParsedText parsed = parse_text(text);
    for (SyntaxError& error : parsed.errors)
        reading.errors.push_back({std::move(error.path), std::move(error.message)});
    reading.is_cut_off = parsed.is_cut_off;
    if (parsed.errors.empty()) reader.read(parsed.root);
    return reading;
}

std::string to_text(const RequestError& error) { return error.path + ": " + error.message; }

std::string error_lines(const RequestReading& reading, std::string_view place, Framing framing) {
    std::string lines;
    for (const RequestError& error : reading.errors) {
        lines.append(place).append(": error: ").append(to_text(error));
        if (reading.is_cut_off && framing == Framing::one_a_line) lines += "; each line must hold one whole request";
        lines += '\n';
    }
    return lines;
}

}  // namespace pol::json
