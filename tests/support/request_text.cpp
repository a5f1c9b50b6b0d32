#include "tests/support/request_text.hpp"

#include "compiler/codes/codes.hpp"
#include "pol/text_view.hpp"
#include "pol/words.hpp"
#include "runtime/json/output.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>

namespace pol::testing {
namespace {

using json::JsonOutput;

/// The closest that a request may state.
[[nodiscard]] Date stated(Date day) { return std::clamp(day, first_calendar_day, last_calendar_day); }

void write_days(JsonOutput& json, DateRange range) {
    std::string text;
    JsonOutput(text).date(stated(range.first));
    const CivilDate first = to_civil(range.first);
    const std::int32_t last_day = days_in_month(first.year, first.month);
    if (first.day == 1 && range.last == date_of(first.year, first.month, last_day))
        text = text.substr(0, sizeof "\"2026-07" - 1) + '"';
    else if (first.day == 1 && first.month == 1 && range.last == date_of(first.year, 12, 31))
        text = text.substr(0, sizeof "\"2026" - 1) + '"';
    json.json(text);
}

/// The closest to a number that may lie between two codes.
[[nodiscard]] std::string code_text(CodeSystem system, std::int64_t number) {
    const std::optional<std::int64_t> before = codes::at_or_before(system, number);
    const std::optional<std::int64_t> code = before ? before : codes::at_or_after(system, number);
    return codes::written(system, code.value_or(number)).value_or("");
}

void write_number(JsonOutput& json, const FactDescription& fact, Decimal number) {
    if (is_code(fact.notation))
        json.string(code_text(system_of(fact.notation), number.digits));
    else if (fact.notation == Notation::yes_no)
        json.boolean(number.digits == 1);
    else if (fact.notation == Notation::name)
        json.string(view(fact.values[number.digits].name));
    else
        json.decimal(number);
}

/// Of every type but a list.
void write_value(JsonOutput& json, const FactDescription& fact, const Answer& answer) {
    switch (fact.type) {
        case FactType::yes_no:
            return json.boolean(answer.value == 1);
        case FactType::one_of:
            return json.string(view(fact.values[answer.value].name));
        case FactType::date:
            return json.date(stated(answer.date));
        case FactType::partial_date:
            return write_days(json, answer.range);
        case FactType::number:
        case FactType::measurement:
            return write_number(json, fact, answer.number);
        case FactType::list:
            break;
    }
}

class RequestWriter {
public:
    RequestWriter(const RequestRecord& request, const PolicyDescription& policy)
        : request_(request), policy_(policy), level_(most_common_level()) {}

    [[nodiscard]] std::string write(std::string_view id) {
        json_.open_object();
        if (!id.empty()) json_.field("id", id);
        if (level_ != Evidence::claimed) json_.field("evidence", words_of(level_));
        for (std::uint16_t fact = 0; fact < policy_.facts.size; ++fact)
            if (policy_.facts[fact].list == no_index) write_fact(fact);
        json_.close_object();
        return text_;
    }

private:
    [[nodiscard]] bool has_level(std::size_t fact) const {
        return policy_.facts[fact].source == FactSource::provider && policy_.facts[fact].list == no_index &&
               request_.answers[fact].presence == Presence::given;
    }
    /// None is written as claimed.
    [[nodiscard]] Evidence level_of(std::size_t fact) const {
        return std::max(request_.answers[fact].evidence, Evidence::claimed);
    }
    [[nodiscard]] Evidence most_common_level() const {
        std::size_t counts[static_cast<std::size_t>(Evidence::documented) + 1] = {};
        for (std::size_t fact = 0; fact < request_.answers.size(); ++fact)
            if (has_level(fact)) ++counts[static_cast<std::size_t>(level_of(fact))];
        return static_cast<Evidence>(
            std::max<std::ptrdiff_t>(std::max_element(std::begin(counts), std::end(counts)) - std::begin(counts), 1));
    }

    void write_fact(std::uint16_t index) {
        const FactDescription& fact = policy_.facts[index];
        const Answer& answer = request_.answers[index];
        if (answer.presence == Presence::not_given) return;
        json_.key(view(fact.name));
        if (answer.presence == Presence::not_knowable) return json_.json(R"({"not_knowable":true})");
        const bool says_level = has_level(index) && level_of(index) != level_;
        const bool is_long = says_level || fact.type == FactType::measurement;
        if (is_long) {
            json_.open_object();
            json_.key("value");
        }
        if (fact.type == FactType::list)
            write_entries(index);
        else
            write_value(json_, fact, answer);
        if (says_level) json_.field("evidence", words_of(level_of(index)));
        if (fact.type == FactType::measurement) {
            json_.key("on");
            write_days(json_, answer.range);
        }
        if (is_long) json_.close_object();
    }

    void write_entries(std::uint16_t list) {
        json_.open_array();
        for (const EntryRecord& entry : request_.entries)
            if (entry.list == list) write_entry(entry);
        json_.close_array();
    }

    void write_entry(const EntryRecord& entry) {
        json_.open_object();
        for (std::size_t i = 0; i < entry.fields.size(); ++i) {
            const FactDescription& field = policy_.facts[entry.list + 1 + i];
            if (entry.fields[i].presence != Presence::given) continue;
            json_.key(view(field.name).substr(policy_.facts[entry.list].name.size + 1));
            write_value(json_, field, entry.fields[i]);
        }
        json_.close_object();
    }

    const RequestRecord& request_;
    const PolicyDescription& policy_;
    Evidence level_;
    std::string text_;
    JsonOutput json_{text_};
};

}  // namespace

std::string request_text(const RequestRecord& request, const PolicyDescription& policy, std::string_view id) {
    return RequestWriter(request, policy).write(id);
}

}  // namespace pol::testing
