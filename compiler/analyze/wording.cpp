#include "compiler/analyze/wording.hpp"

#include "compiler/analyze/notations.hpp"
#include "compiler/analyze/value_words.hpp"
#include "compiler/interpret/words.hpp"
#include "pol/date_text.hpp"

#include <fmt/format.h>

#include <variant>

namespace pol::analysis {

namespace {

std::string value_words(const model::Fact& fact, std::uint16_t value) {
    if (fact.type == FactType::yes_no) return value == 1 ? "yes" : "no";
    return fact.values[value].name;
}

std::string threshold_words(const AgeThreshold& age) { return words_for_age(age.amount, age.unit); }

/// The place of an age between its thresholds: answer 1 lies below all of them.
std::string age_words(const model::Policy& policy, const Variable& age, std::size_t answer) {
    const std::size_t reached = (answer - 1) % (age.thresholds.size() + 1);
    std::string words;
    if (reached > 0) words = fmt::format("{} or older", threshold_words(age.thresholds[reached - 1]));
    if (reached < age.thresholds.size())
        words += fmt::format("{}under {}", words.empty() ? "" : " but ", threshold_words(age.thresholds[reached]));
    if (words.empty()) words = "of any age";
    const bool on_service = age.fact == index_of(BuiltinFact::date_of_service);
    return on_service ? words : fmt::format("{} at `{}`", words, policy.facts[age.fact].name);
}

std::string level_words(Evidence level) {
    switch (level) {
        case Evidence::none:
            return "";
        case Evidence::claimed:
            return " (claimed)";
        case Evidence::attested:
            return " (attested)";
        case Evidence::documented:
            break;
    }
    return " (documented)";
}

std::string field_words(const model::Fact& field, const Answer& answer) {
    if (field.type == FactType::number) return words_for_number(field, answer.number);
    return field.type == FactType::partial_date ? iso_text(answer.range.first) : value_words(field, answer.value);
}

/// `(drug sertraline, length 42 days), ()`, or `none`.
std::string entries_words(const model::Policy& policy, const std::vector<EntryRecord>& entries) {
    std::string words;
    for (const EntryRecord& entry : entries) {
        std::string fields;
        for (std::size_t i = 0; i < entry.fields.size(); ++i) {
            if (entry.fields[i].presence != Presence::given) continue;
            const auto field = static_cast<FactIndex>(entry.list + 1 + i);
            fields += fmt::format("{}{} {}", fields.empty() ? "" : ", ", short_name(policy, field),
                                  field_words(policy.facts[field], entry.fields[i]));
        }
        words += fmt::format("{}({})", words.empty() ? "" : ", ", fields);
    }
    return words.empty() ? "none" : words;
}

/// `29 kg`, `9.4 g/dL on 2026-02-20`; the day of a measurement only where that matters.
std::string given_words(const model::Policy& policy, const Variable& variable, std::size_t answer) {
    const model::Fact& fact = policy.facts[variable.fact];
    const Answer& given = variable.answers[answer];
    switch (fact.type) {
        case FactType::yes_no:
        case FactType::one_of:
            return value_words(fact, given.value);
        case FactType::date:
            return iso_text(given.date);
        case FactType::partial_date:
            return iso_text(given.range.first);
        case FactType::list:
            return entries_words(policy, variable.entries[answer]);
        case FactType::number:
        case FactType::measurement:
            break;
    }
    const std::string amount = words_for_number(fact, given.number);
    return variable.reads_day && fact.type == FactType::measurement
               ? fmt::format("{} on {}", amount, iso_text(given.range.first))
               : amount;
}

std::string answer_words(const model::Policy& policy, const Variable& variable, std::size_t answer) {
    if (variable.is_age) return age_words(policy, variable, answer);
    const model::Fact& fact = policy.facts[variable.fact];
    const Answer& given = variable.answers[answer];
    const bool weaker = given.evidence < variable.minimums.back();
    return fmt::format("`{}` is {}{}", fact.name, given_words(policy, variable, answer),
                       weaker ? level_words(given.evidence) : "");
}

std::string comparison_words(model::AgeOperator comparison) {
    switch (comparison) {
        case model::AgeOperator::is:
            return "is";
        case model::AgeOperator::is_not:
            return "is not";
        case model::AgeOperator::is_at_least:
            return "is at least";
        case model::AgeOperator::is_more_than:
            return "is more than";
        case model::AgeOperator::is_at_most:
            return "is at most";
        case model::AgeOperator::is_less_than:
            break;
    }
    return "is less than";
}

/// Writes conditions; a group inside another stands in brackets.
class Writer {
public:
    explicit Writer(const model::Policy& policy) : policy_(policy) {}

    [[nodiscard]] std::string write(const model::ChoiceTest& test) const {
        const model::Fact& fact = policy_.facts[test.fact];
        const std::string_view name = short_name(policy_, test.fact);
        std::string values;
        for (const std::uint16_t value : test.values) values += (values.empty() ? "" : ", ") + value_words(fact, value);
        switch (test.comparison) {
            case model::ChoiceOperator::is:
                return fmt::format("{} is {}", name, values);
            case model::ChoiceOperator::is_not:
                return fmt::format("{} is not {}", name, values);
            case model::ChoiceOperator::is_one_of:
                break;
        }
        return fmt::format("{} is one of {}", name, values);
    }

    [[nodiscard]] std::string write(const model::AgeTest& test) const {
        return fmt::format("age at {} {} {}", policy_.facts[test.at].name, comparison_words(test.comparison),
                           words_for_age(test.amount, test.unit));
    }

    [[nodiscard]] std::string write(const model::AgeOnDayTest& test) const {
        return fmt::format("age at {} {} {}", words_for_day(policy_, test.on), comparison_words(test.comparison),
                           words_for_age(test.amount, test.unit));
    }

    [[nodiscard]] std::string write(const model::NumberTest& test) const { return words_for_test(policy_, test); }
    [[nodiscard]] std::string write(const model::DayTest& test) const { return words_for_test(policy_, test); }
    [[nodiscard]] std::string write(const model::TermTest& test) const {
        return fmt::format("{} is {}", policy_.terms[test.term].name, test.negated ? "no" : "yes");
    }

    [[nodiscard]] std::string write(const model::CountTest& test) const {
        const std::string entries = words_for_entries(policy_, test.entries);
        if (test.at_most && test.count == 0) return "no " + entries;
        const std::string different =
            test.distinct ? fmt::format("different {} of ", distinct_words(*test.distinct)) : std::string();
        return fmt::format("at {} {} {}{}", test.at_most ? "most" : "least", test.count, different, entries);
    }

    [[nodiscard]] std::string write(const model::ConditionGroup& group) const {
        switch (group.quantifier) {
            case model::Quantifier::all_of:
                return words_for_range(policy_, group.members).value_or(joined(group, " and "));
            case model::Quantifier::any_of:
                return joined(group, " or ");
            case model::Quantifier::unless:
                return joined(group, " unless ");
            case model::Quantifier::if_then:
                return "if " + joined(group, " then ");
            case model::Quantifier::none_of:
                return fmt::format("none of {}", joined(group, ", "));
            case model::Quantifier::at_least:
                break;
        }
        return fmt::format("at least {} of {}", group.count, joined(group, ", "));
    }

    [[nodiscard]] std::string write(const model::Condition& condition) const {
        return std::visit([&](const auto& form) { return write(form); }, condition.form);
    }

private:
    /// Groups of values have no name here.
    [[nodiscard]] std::string distinct_words(const model::Distinct& distinct) const {
        const std::string_view field = short_name(policy_, distinct.field);
        return distinct.groups.empty() ? std::string(field) : fmt::format("groups of {}", field);
    }

    [[nodiscard]] std::string joined(const model::ConditionGroup& group, const char* between) const {
        std::string words;
        for (const model::Condition& member : group.members) {
            const auto* inner = std::get_if<model::ConditionGroup>(&member.form);
            const bool nested = inner != nullptr && !words_for_range(policy_, inner->members);
            if (!words.empty()) words += between;
            words += nested ? fmt::format("({})", write(member)) : write(member);
        }
        return words;
    }

    const model::Policy& policy_;
};

}  // namespace

std::string words_for_state(const model::Policy& policy, const std::vector<Variable>& variables,
                            const std::vector<std::size_t>& state) {
    std::string words;
    for (std::size_t i = 0; i < state.size(); ++i)
        if (state[i] != 0) words += (words.empty() ? "" : ", ") + answer_words(policy, variables[i], state[i]);
    return words.empty() ? "nothing given" : words;
}

std::string words_for_entries(const model::Policy& policy, const model::EntryFilter& entries) {
    const std::string& list = policy.facts[entries.list].name;
    if (entries.where.empty()) return list;
    return fmt::format("{} where {}", list, words_for_condition(policy, entries.where.front()));
}

std::string words_for_condition(const model::Policy& policy, const model::Condition& condition) {
    return Writer(policy).write(condition);
}

std::string words_for_quantifier(model::Quantifier quantifier, std::int32_t count) {
    switch (quantifier) {
        case model::Quantifier::any_of:
            return "any of";
        case model::Quantifier::none_of:
            return "none of";
        case model::Quantifier::at_least:
            return fmt::format("at least {} of", count);
        case model::Quantifier::all_of:
        case model::Quantifier::unless:
        case model::Quantifier::if_then:
            break;
    }
    return "all of";
}

}  // namespace pol::analysis
