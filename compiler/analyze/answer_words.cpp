#include "compiler/analyze/answer_words.hpp"

#include "compiler/analyze/notations.hpp"
#include "compiler/analyze/value_words.hpp"
#include "pol/date_text.hpp"

#include <fmt/format.h>

namespace pol::analysis {
namespace {

std::string words_for_entry(const model::Policy& policy, const EntryRecord& entry) {
    std::string fields;
    for (std::size_t i = 0; i < entry.fields.size(); ++i) {
        if (entry.fields[i].presence != Presence::given) continue;
        const auto field = static_cast<model::FactIndex>(entry.list + 1 + i);
        fields += fmt::format("{}{} {}", fields.empty() ? "" : ", ", short_name(policy, field),
                              words_for_answer(policy.facts[field], entry.fields[i]));
    }
    // An entry of which nothing is known says that of its first field: brackets with nothing in them cannot be read.
    if (fields.empty())
        fields = fmt::format("{} not given", short_name(policy, static_cast<model::FactIndex>(entry.list + 1)));
    return "(" + fields + ")";
}

}  // namespace

std::string words_for_days(DateRange days) {
    const CivilDate first = to_civil(days.first);
    const std::string day = iso_text(days.first);
    if (is_exact(days)) return day;
    return days.last == date_of(first.year, 12, 31) && first.month == 1 ? day.substr(0, 4) : day.substr(0, 7);
}

std::string words_for_answer(const model::Fact& fact, const Answer& answer) {
    switch (fact.type) {
        case FactType::yes_no:
            return answer.value == 1 ? "yes" : "no";
        case FactType::one_of:
            return fact.values[answer.value].name;
        case FactType::date:
            return iso_text(answer.date);
        case FactType::partial_date:
            return words_for_days(answer.range);
        case FactType::number:
            return words_for_number(fact, answer.number);
        case FactType::measurement:
            return words_for_number(fact, answer.number) + " on " + words_for_days(answer.range);
        case FactType::list:
            break;
    }
    return {};
}

std::string words_for_entries(const model::Policy& policy, const std::vector<EntryRecord>& entries,
                              model::FactIndex list) {
    std::string words;
    for (const EntryRecord& entry : entries)
        if (entry.list == list) words += (words.empty() ? "" : ", ") + words_for_entry(policy, entry);
    return words.empty() ? "none" : words;
}

}  // namespace pol::analysis
