#include "tests/arrow/records.hpp"

#include "pol/text_view.hpp"

#include <string>
#include <utility>

namespace pol::testing {

namespace {

using Texts = BuiltColumn::Texts;
using Numbers = BuiltColumn::Numbers;

std::string text_of(Text text) { return std::string(view(text)); }

/// Of a field, as `trials.length`, what stands behind its list.
std::string name_within(Text name) {
    const std::string text = text_of(name);
    return text.substr(text.find('.') + 1);
}

/// The rows of one fact, before those of them that stand in front of the structure's first.
class FactRows {
public:
    FactRows(const FactDescription& fact, std::size_t index, const std::vector<RequestRecord>& records,
             std::int64_t in_front)
        : fact_(fact), in_front_(static_cast<std::size_t>(in_front)) {
        for (const RequestRecord& record : records) answers_.push_back(&record.answers[index]);
    }
    /// The rows of a field: one an entry.
    FactRows(const FactDescription& field, std::vector<const Answer*> answers, std::int64_t in_front)
        : fact_(field), in_front_(static_cast<std::size_t>(in_front)), answers_(std::move(answers)) {}

    template <class Rows, class ValueOf>
    [[nodiscard]] Rows rows(ValueOf value_of) const {
        Rows rows(in_front_);
        for (const Answer* answer : answers_) rows.push_back(value_of(*answer));
        return rows;
    }
    template <class Value, class ValueOf>
    [[nodiscard]] auto given(ValueOf value_of) const {
        using Rows = std::vector<std::optional<Value>>;
        return rows<Rows>([&](const Answer& answer) {
            return answer.presence == Presence::given ? std::optional<Value>(value_of(answer)) : std::nullopt;
        });
    }

    [[nodiscard]] BuiltColumn value(const Shape& shape) const {
        const std::string name = name_within(fact_.name);
        switch (fact_.type) {
            case FactType::yes_no:
                return BuiltColumn::numbers(name, "b", given<std::int64_t>([](const Answer& a) { return a.value; }),
                                            shape);
            case FactType::one_of:
                return BuiltColumn::text(
                    name, given<std::string>([&](const Answer& a) { return text_of(fact_.values[a.value].name); }),
                    shape);
            case FactType::date:
                return BuiltColumn::numbers(name, "tdD",
                                            given<std::int64_t>([](const Answer& a) { return a.date.days; }), shape);
            case FactType::partial_date:
                return BuiltColumn::text(name, given<std::string>([](const Answer& a) { return written(a.range); }),
                                         shape);
            default:
                return BuiltColumn::numbers(name, "d:18,6", given<std::int64_t>([](const Answer& a) {
                                                return a.number.digits * power_of_ten(most_places - a.number.places);
                                            }),
                                            shape);
        }
    }
    [[nodiscard]] BuiltColumn day(const Shape& shape) const {
        return BuiltColumn::text(name_within(fact_.name) + "_on",
                                 given<std::string>([](const Answer& a) { return written(a.range); }), shape);
    }
    [[nodiscard]] BuiltColumn evidence(const Shape& shape) const {
        return BuiltColumn::text(text_of(fact_.name) + "_evidence", rows<Texts>([](const Answer& answer) {
                                     constexpr const char* words[] = {"", "claimed", "attested", "documented"};
                                     if (answer.presence == Presence::not_knowable)
                                         return std::optional<std::string>("not_knowable");
                                     const auto level = static_cast<std::size_t>(answer.evidence);
                                     return level == 0 ? std::nullopt : std::optional<std::string>(words[level]);
                                 }),
                                 shape);
    }

private:
    const FactDescription& fact_;
    std::size_t in_front_;
    std::vector<const Answer*> answers_;
};

Shape shape_of(std::uint32_t drawn) {
    constexpr char indices[] = {0, 'c', 'S', 'i', 'l'};
    return {.offset = drawn % 3 * 5,
            .always_validity = drawn / 3 % 2 == 0,
            .counts_nulls = drawn / 6 % 2 == 0,
            .is_large = drawn / 12 % 2 == 0,
            .dictionary = indices[drawn / 24 % 5]};
}

/// Entries of a list in the order of their rows.
std::vector<const EntryRecord*> entries_of(const RequestRecord& record, std::uint32_t list) {
    std::vector<const EntryRecord*> entries;
    for (const EntryRecord& entry : record.entries)
        if (entry.list == list) entries.push_back(&entry);
    return entries;
}

BuiltColumn list_column(const PolicyDescription& policy, std::uint32_t list, const std::vector<RequestRecord>& records,
                        std::int64_t offset, std::uint32_t& seed) {
    const std::int64_t in_front = seed % 4;
    Numbers counts(static_cast<std::size_t>(offset));
    std::vector<const EntryRecord*> entries;
    for (const RequestRecord& record : records) {
        const std::vector<const EntryRecord*> own = entries_of(record, list);
        const bool given = record.answers[list].presence == Presence::given;
        counts.push_back(given ? std::optional<std::int64_t>(own.size()) : std::nullopt);
        if (given) entries.insert(entries.end(), own.begin(), own.end());
    }
    std::vector<BuiltColumn> fields;
    for (std::uint32_t i = list + 1; i < policy.facts.size && policy.facts[i].list == list; ++i) {
        std::vector<const Answer*> answers;
        for (const EntryRecord* entry : entries) answers.push_back(&entry->fields[i - list - 1]);
        const FactRows rows(policy.facts[i], std::move(answers), in_front);
        fields.push_back(rows.value(shape_of(seed++)));
        if (policy.facts[i].type == FactType::measurement) fields.push_back(rows.day(shape_of(seed++)));
    }
    return BuiltColumn::lists(text_of(policy.facts[list].name), counts, std::move(fields), in_front, shape_of(seed++));
}

}  // namespace

std::string written(DateRange range) {
    const CivilDate day = to_civil(range.first);
    const auto padded = [](std::int32_t number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    std::string text = std::to_string(day.year);
    if (range.last.days - range.first.days < 300) text += "-" + padded(day.month);
    if (is_exact(range)) text += "-" + padded(day.day);
    return text;
}

std::vector<BuiltColumn> columns_of(const PolicyDescription& policy, const std::vector<RequestRecord>& records,
                                    std::int64_t offset, std::uint32_t seed) {
    std::vector<BuiltColumn> columns;
    for (std::uint32_t i = 0; i < policy.facts.size; ++i) {
        const FactDescription& fact = policy.facts[i];
        if (fact.list != no_index) continue;
        const FactRows rows(fact, i, records, offset);
        columns.push_back(fact.type == FactType::list ? list_column(policy, i, records, offset, seed)
                                                      : rows.value(shape_of(seed++)));
        if (fact.type == FactType::measurement) columns.push_back(rows.day(shape_of(seed++)));
        columns.push_back(rows.evidence(shape_of(seed++)));
    }
    return columns;
}

}  // namespace pol::testing
