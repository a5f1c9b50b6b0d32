#include "compiler/interpret/entries.hpp"

#include "compiler/interpret/conditions.hpp"

#include <algorithm>
#include <cstddef>

namespace pol::interpretation {

namespace {

Tally tally_of(const model::CountTest& test, const std::vector<Answers>& entries) {
    Tally tally;
    for (const Answers& entry : entries) tally.add(counts(test.entries, entry));
    return tally;
}

/// Values that may still turn out to be one another's are counted as far as they surely differ, and as far as they may.
Tally tally_different(const model::CountTest& test, const std::vector<Answers>& entries) {
    const std::set<std::uint16_t> sure = sure_groups(test, entries);
    std::set<std::uint16_t> possible;
    Tally tally{.members = 0, .sure = static_cast<int>(sure.size()), .possible = 0};
    for (const Answers& entry : entries) {
        const Truth counted = counts(test.entries, entry);
        if (counted == Truth::no) continue;
        const std::optional<std::uint16_t> group = group_of(*test.distinct, entry);
        if (group) possible.insert(*group);
        if (!group) ++tally.possible;
        // Whatever its value is, it is one.
        if (counted == Truth::yes) tally.sure = std::max(tally.sure, 1);
    }
    tally.possible += static_cast<int>(possible.size());
    return tally;
}

std::optional<Number> number_of(const model::Aggregate& aggregate, const Answers& entry) {
    if (!aggregate.field) return number(1);
    if (!entry.is_usable(*aggregate.field, Evidence::none)) return std::nullopt;
    return number(entry.at(*aggregate.field).number) * number(aggregate.factor.numerator, aggregate.factor.denominator);
}

Number taken_together(model::Aggregation rule, Number one, Number other) {
    switch (rule) {
        case model::Aggregation::least:
            return lesser(one, other);
        case model::Aggregation::greatest:
            return greater(one, other);
        case model::Aggregation::count:
        case model::Aggregation::sum:
        case model::Aggregation::average:
            break;
    }
    return one + other;
}

/// What there is before any entry.
std::optional<Number> of_nothing(model::Aggregation rule) {
    const bool adds_up = rule == model::Aggregation::count || rule == model::Aggregation::sum;
    return adds_up ? std::optional(number(0)) : std::nullopt;
}

}  // namespace

std::vector<Answers> entries_of(FactIndex list, const Answers& answers) {
    std::vector<Answers> seen;
    for (const EntryRecord& entry : answers.entries) {
        if (entry.list != list) continue;
        seen.push_back(answers);
        std::copy(entry.fields.begin(), entry.fields.end(), seen.back().facts.begin() + list + 1);
    }
    return seen;
}

Truth counts(const model::EntryFilter& entries, const Answers& answers) {
    return entries.where.empty() ? Truth::yes : truth_of(entries.where.front(), answers);
}

bool can_be_measured_again(const model::EntryFilter& entries, const Answers& answers) {
    if (!entries.has_window) return false;
    Answers unknown = answers;
    for (std::size_t field = entries.list + 1U; field < unknown.facts.size(); ++field)
        if (unknown.policy->facts[field].list == entries.list) unknown.facts[field] = Answer{};
    return counts(entries, unknown) != Truth::no;
}

std::optional<std::uint16_t> group_of(const model::Distinct& distinct, const Answers& answers) {
    if (!answers.is_usable(distinct.field, Evidence::none)) return std::nullopt;
    const std::uint16_t value = answers.at(distinct.field).value;
    return distinct.groups.empty() ? value : distinct.groups[value];
}

std::set<std::uint16_t> sure_groups(const model::CountTest& test, const std::vector<Answers>& entries) {
    std::set<std::uint16_t> sure;
    for (const Answers& entry : entries) {
        const std::optional<std::uint16_t> group = group_of(*test.distinct, entry);
        if (group && counts(test.entries, entry) == Truth::yes) sure.insert(*group);
    }
    return sure;
}

Truth truth_of(const model::CountTest& test, const Answers& answers) {
    if (!answers.is_usable(test.entries.list, test.entries.minimum)) return Truth::unknown;
    const std::vector<Answers> entries = entries_of(test.entries.list, answers);
    const Tally tally = test.distinct ? tally_different(test, entries) : tally_of(test, entries);
    return test.at_most ? negate(at_least(test.count + 1, tally)) : at_least(test.count, tally);
}

std::optional<Number> value_of(const model::Aggregate& aggregate, const Answers& answers) {
    if (!answers.is_usable(aggregate.entries.list, aggregate.entries.minimum)) return std::nullopt;
    std::optional<Number> total = of_nothing(aggregate.rule);
    int taken = 0;
    for (const Answers& entry : entries_of(aggregate.entries.list, answers)) {
        const Truth counted = counts(aggregate.entries, entry);
        if (counted == Truth::no) continue;
        const std::optional<Number> value = number_of(aggregate, entry);
        if (counted == Truth::unknown || !value) return std::nullopt;
        total = total ? taken_together(aggregate.rule, *total, *value) : *value;
        ++taken;
    }
    const bool is_average = aggregate.rule == model::Aggregation::average && total;
    return is_average ? std::optional(*total / number(taken)) : total;
}

}  // namespace pol::interpretation
