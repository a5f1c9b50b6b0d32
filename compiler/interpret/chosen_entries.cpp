#include "compiler/interpret/chosen_entries.hpp"

#include "compiler/interpret/days.hpp"
#include "compiler/interpret/entries.hpp"

#include <algorithm>

namespace pol::interpretation {

namespace {

DateRange day_in(FactIndex field, const Answers& entry) { return days_of(field, Evidence::none, entry); }

/// Whether one entry is chosen before another for sure.
bool comes_before(const model::ChosenEntry& chosen, const Answers& one, const Answers& other) {
    const DateRange day = day_in(chosen.by, one);
    const DateRange other_day = day_in(chosen.by, other);
    return chosen.latest ? is_before(other_day, day) == Truth::yes : is_before(day, other_day) == Truth::yes;
}

bool is_date(const model::ChosenEntry& chosen, const Answers& answers) {
    return answers.policy->facts[chosen.field].type == FactType::partial_date;
}

/// A number, or the number that stands for a value. Nothing where it is not told, or no exact day.
std::optional<Number> told(const model::ChosenEntry& chosen, const Answers& entry) {
    if (!entry.is_usable(chosen.field, Evidence::none)) return std::nullopt;
    const Answer& answer = entry.at(chosen.field);
    if (is_date(chosen, entry))
        return is_exact(answer.range) ? std::optional(number(answer.range.first.days)) : std::nullopt;
    const bool is_number = entry.policy->facts[chosen.field].type == FactType::number;
    return is_number ? number(answer.number) : number(answer.value);
}

/// An entry that surely counts and whose day is exact.
bool is_settled(const model::ChosenEntry& chosen, const Answers& entry) {
    return counts(chosen.entries, entry) == Truth::yes && is_exact(day_in(chosen.by, entry));
}

/// Of the days of the candidates, no day is behind that on which the first entry surely lies (or before that on which
/// the latest does).
DateRange bounded(DateRange days, const model::ChosenEntry& chosen, const Candidates& candidates) {
    for (const Answers& entry : candidates.entries) {
        if (counts(chosen.entries, entry) != Truth::yes) continue;
        const DateRange day = day_in(chosen.by, entry);
        if (chosen.latest) days.first = std::max(days.first, day.first);
        if (!chosen.latest) days.last = std::min(days.last, day.last);
    }
    return days;
}

}  // namespace

Candidates candidates_for(const model::ChosenEntry& chosen, const Answers& answers) {
    const std::vector<Answers> entries = entries_of(chosen.entries.list, answers);
    std::vector<Truth> counted;
    for (const Answers& entry : entries) counted.push_back(counts(chosen.entries, entry));
    Candidates candidates;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        bool is_left = counted[i] != Truth::no;
        for (std::size_t j = 0; j < entries.size() && is_left; ++j)
            is_left = counted[j] != Truth::yes || !comes_before(chosen, entries[j], entries[i]);
        if (!is_left) continue;
        candidates.entries.push_back(entries[i]);
        candidates.is_sure = candidates.is_sure || counted[i] == Truth::yes;
    }
    return candidates;
}

bool agree(const model::ChosenEntry& chosen, const Candidates& candidates) {
    const std::optional<Number> first = told(chosen, candidates.entries.front());
    return std::all_of(candidates.entries.begin(), candidates.entries.end(), [&](const Answers& entry) {
        const std::optional<Number> value = told(chosen, entry);
        return value && first && *value == *first;
    });
}

bool contradict(const model::ChosenEntry& chosen, const Candidates& candidates) {
    std::optional<Number> settled_value;
    for (const Answers& entry : candidates.entries) {
        const std::optional<Number> value = told(chosen, entry);
        if (!value || !is_settled(chosen, entry)) continue;
        if (settled_value && *value != *settled_value) return true;
        settled_value = value;
    }
    return false;
}

std::optional<Number> value_of(const model::ValueOfEntry& value, const Answers& answers) {
    const model::ChosenEntry& chosen = value.entry;
    if (!answers.is_usable(chosen.entries.list, chosen.entries.minimum)) return std::nullopt;
    const Candidates candidates = candidates_for(chosen, answers);
    if (!candidates.is_sure || !agree(chosen, candidates)) return std::nullopt;
    return *told(chosen, candidates.entries.front()) * number(value.factor.numerator, value.factor.denominator);
}

DateRange days_of(const model::ChosenEntry& chosen, const Answers& answers) {
    if (!answers.is_usable(chosen.entries.list, chosen.entries.minimum)) return whole_calendar;
    const Candidates candidates = candidates_for(chosen, answers);
    if (!candidates.is_sure) return whole_calendar;
    DateRange days = day_in(chosen.field, candidates.entries.front());
    for (const Answers& entry : candidates.entries) {
        const DateRange day = day_in(chosen.field, entry);
        days = {.first = std::min(days.first, day.first), .last = std::max(days.last, day.last)};
    }
    return chosen.field == chosen.by ? bounded(days, chosen, candidates) : days;
}

}  // namespace pol::interpretation
