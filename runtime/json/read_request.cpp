#include "pol/json/read_request.hpp"

#include "pol/json/words.hpp"
#include "pol/words.hpp"
#include "runtime/json/calendar_text.hpp"
#include "runtime/json/closest_name.hpp"
#include "runtime/json/number_text.hpp"
#include "runtime/json/syntax.hpp"

namespace pol::json {

namespace {

constexpr std::size_t longest_id = 200;

/// What was found in the place of the wanted: texts as they are, other values by their kind.
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

[[nodiscard]] std::string instead_of(std::string_view wanted, const Node& found) {
    return "must be " + std::string(wanted) + ", not " + description_of(found);
}

[[nodiscard]] std::string did_you_mean(std::string_view misspelt, const std::vector<std::string_view>& known) {
    const std::string_view meant = closest_name(misspelt, known);
    return meant.empty() ? std::string() : "; did you mean `" + std::string(meant) + "`?";
}

/// Who sends levels of evidence may call them so.
[[nodiscard]] std::string key_hint(std::string_view unknown, const std::vector<std::string_view>& known) {
    return unknown == "level" ? "; did you mean `evidence`?" : did_you_mean(unknown, known);
}

[[nodiscard]] bool is_number(const FactDescription& fact) {
    return fact.type == FactType::number || fact.type == FactType::measurement;
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
        if (key == "unit" && is_number(fact)) return &unit;
        return key == "on" && fact.type == FactType::measurement ? &on : nullptr;
    }
};

[[nodiscard]] std::vector<std::string_view> long_form_keys(const FactDescription& fact) {
    std::vector<std::string_view> keys = {"value", "evidence", "not_knowable"};
    if (is_number(fact)) keys.push_back("unit");
    if (fact.type == FactType::measurement) keys.push_back("on");
    return keys;
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
    void report(std::string_view field, std::string_view part, std::string message) {
        if (reading_.errors.size() == most_errors_reported) return;
        std::string path = "$";
        if (field.data() != nullptr) path += path_step(field);
        if (part.data() != nullptr) path += path_step(part);
        reading_.errors.push_back({std::move(path), std::move(message)});
    }

    [[nodiscard]] std::uint16_t find_fact(std::string_view name) const {
        for (std::uint16_t i = 0; i < policy_.facts.size; ++i)
            if (view(policy_.facts[i].name) == name) return i;
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
        for (const FactDescription& fact : policy_.facts) names.push_back(view(fact.name));
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
        if (member.value.kind == NodeKind::object) return read_long_form(fact, member, answer);
        if (fact.type == FactType::measurement)
            return report(member.key, {},
                          instead_of(R"(a measurement like {"value": 9.4, "on": "2026-02-20"})", member.value));
        read_value(fact, member.key, {}, member.value, answer);
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

    void read_long_form(const FactDescription& fact, const Member& member, Answer& answer) {
        const LongForm form = split(fact, member);
        if (form.not_knowable != nullptr) return read_not_knowable(member.key, form, answer);
        if (form.evidence != nullptr && fact.source != FactSource::provider)
            report(member.key, "evidence", "only what a provider says carries evidence");
        if (form.value == nullptr)
            return report(member.key, {}, "has no `value`; write null for a fact that is not given");
        read_value(fact, member.key, "value", *form.value, answer);
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

    void read_value(const FactDescription& fact, std::string_view field, std::string_view part, const Node& node,
                    Answer& answer) {
        answer.presence = Presence::given;
        std::string problem;
        switch (fact.type) {
            case FactType::yes_no:
                problem = read_yes_no(node, answer);
                break;
            case FactType::one_of:
                problem = read_one_of(fact, node, answer);
                break;
            case FactType::date:
                problem = read_day(node, answer);
                break;
            case FactType::partial_date:
                problem = read_days(node, answer);
                break;
            case FactType::number:
            case FactType::measurement:
                problem = read_amount(fact, node, answer);
                break;
        }
        if (!problem.empty()) report(field, part, std::move(problem));
    }

    [[nodiscard]] static std::string read_yes_no(const Node& node, Answer& answer) {
        if (node.kind != NodeKind::boolean) return instead_of("true or false", node);
        answer.value = node.boolean ? 1 : 0;
        return {};
    }

    [[nodiscard]] static std::string read_one_of(const FactDescription& fact, const Node& node, Answer& answer) {
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

    /// A code never sets a fact, but it tells which value was meant.
    [[nodiscard]] static std::string value_hint(const FactDescription& fact, std::string_view text,
                                                const std::vector<std::string_view>& names) {
        for (const CodeForValue& code : fact.codes)
            if (view(code.code) == text)
                return "; the code stands for `" + std::string(names[code.value]) + "`, which must be said by name";
        return did_you_mean(text, names);
    }

    [[nodiscard]] static std::string read_day(const Node& node, Answer& answer) {
        if (node.kind != NodeKind::string) return instead_of("a day like `2026-07-01`", node);
        ReadDate read = read_date(node.string);
        answer.date = read.range.first;
        return std::move(read.problem);
    }

    [[nodiscard]] static std::string read_days(const Node& node, Answer& answer) {
        if (node.kind != NodeKind::string) return instead_of("a day, a month or a year like `2008-06`", node);
        ReadDate read = read_partial_date(node.string);
        answer.range = read.range;
        return std::move(read.problem);
    }

    [[nodiscard]] static std::string read_amount(const FactDescription& fact, const Node& node, Answer& answer) {
        if (node.kind == NodeKind::number) {
            ReadNumber read = read_number(node.string, fact);
            answer.number = read.value;
            return std::move(read.problem);
        }
        const std::string unit = fact.unit.size == 0 ? std::string() : " in" + unit_after(fact);
        return instead_of("a number" + unit, node) +
               (node.kind == NodeKind::string ? "; numbers stand without quotes" : "");
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
