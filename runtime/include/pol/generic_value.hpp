#pragma once

#include "pol/answer.hpp"
#include "pol/closest_name.hpp"
#include "pol/code_hint.hpp"
#include "pol/computed.hpp"
#include "pol/description.hpp"
#include "pol/given.hpp"
#include "pol/requested_code.hpp"
#include "pol/text_view.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace pol {

/// What was found on a day, by its name or as yes or no: `FoundOn{"negative", day}`.
struct FoundOn {
    std::variant<bool, std::string_view> value;
    DateRange on{};
};

/// A value for a fact that is known by its name only: yes or no; the name of a choice or a code as it is written; a
/// day, or days where no more is known; a number in the fact's unit; a measurement; what was found on a day; not
/// knowable.
using GenericValue = std::variant<bool, std::string_view, Date, DateRange, Decimal, Measurement, FoundOn, NotKnowable>;

namespace detail {

/// What a fact takes, in words.
[[nodiscard]] inline std::string taken_by(const FactDescription& fact) {
    const bool is_dated = fact.type == FactType::measurement;
    const std::string dated = is_dated ? " and the day of it" : "";
    if (fact.type == FactType::list) return "entries";
    if (fact.type == FactType::date) return "a day";
    if (fact.type == FactType::partial_date) return "a day, or the days of a month or year";
    if (fact.type == FactType::yes_no || fact.notation == Notation::yes_no) return "yes or no" + dated;
    if (fact.type == FactType::one_of || fact.notation == Notation::name) return "one of its names" + dated;
    if (is_code(fact.notation)) return words_of(system_of(fact.notation)).name + dated;
    return "a number" + (fact.unit.size > 0 ? " in " + std::string(view(fact.unit)) : std::string()) + dated;
}

/// Turns a value into the answer of one fact. Every call gives what is wrong with it, or nothing.
class ValueReader {
public:
    ValueReader(const FactDescription& fact, Answer& answer) : fact_(fact), answer_(answer) {}

    [[nodiscard]] std::string operator()(bool value) const {
        if (fact_.type != FactType::yes_no) return wrong_kind();
        answer_.value = value ? 1 : 0;
        return {};
    }
    [[nodiscard]] std::string operator()(std::string_view name) const {
        if (fact_.type == FactType::one_of) return choose(name, answer_.value);
        if (fact_.type == FactType::number && is_code(fact_.notation)) return read_code(name);
        return wrong_kind();
    }
    [[nodiscard]] std::string operator()(Date day) const {
        if (fact_.type == FactType::partial_date) return (*this)(exact_day(day));
        if (fact_.type != FactType::date) return wrong_kind();
        answer_.date = day;
        return within_calendar({day, day});
    }
    [[nodiscard]] std::string operator()(DateRange days) const {
        if (fact_.type != FactType::partial_date) return wrong_kind();
        answer_.range = days;
        return within_calendar(days);
    }
    [[nodiscard]] std::string operator()(Decimal number) const {
        if (fact_.type != FactType::number || fact_.notation != Notation::amount) return wrong_kind();
        return read_number(number);
    }
    [[nodiscard]] std::string operator()(const Measurement& measured) const {
        if (fact_.type != FactType::measurement || fact_.notation != Notation::amount) return wrong_kind();
        answer_.range = measured.on;
        const std::string problem = read_number(measured.value);
        return problem.empty() ? within_calendar(measured.on) : problem;
    }
    [[nodiscard]] std::string operator()(const FoundOn& found) const {
        const bool* is_yes = std::get_if<bool>(&found.value);
        const Notation wanted = is_yes != nullptr ? Notation::yes_no : Notation::name;
        if (fact_.type != FactType::measurement || fact_.notation != wanted) return wrong_kind();
        answer_.range = found.on;
        std::uint16_t place = is_yes != nullptr && *is_yes ? 1 : 0;
        const std::string problem =
            is_yes != nullptr ? std::string() : choose(std::get<std::string_view>(found.value), place);
        answer_.number = {.digits = place, .places = 0};
        return problem.empty() ? within_calendar(found.on) : problem;
    }
    [[nodiscard]] std::string operator()(NotKnowable) const {
        answer_.presence = Presence::not_knowable;
        answer_.evidence = Evidence::none;
        return {};
    }

private:
    [[nodiscard]] std::string wrong_kind() const { return named() + " takes " + taken_by(fact_); }
    [[nodiscard]] std::string named() const { return "`" + std::string(view(fact_.name)) + "`"; }

    [[nodiscard]] std::string choose(std::string_view name, std::uint16_t& place) const {
        for (std::uint16_t i = 0; i < fact_.values.size; ++i) {
            if (view(fact_.values[i].name) != name) continue;
            place = i;
            return {};
        }
        std::vector<std::string_view> names;
        for (const ValueDescription& value : fact_.values) names.push_back(view(value.name));
        return named() + " has no value `" + std::string(name) + "`" + closest_name_hint(name, names);
    }

    [[nodiscard]] std::string read_code(std::string_view written) const {
        const CodeSystem system = system_of(fact_.notation);
        const ParsedCode parsed = parse_requested_code(system, written);
        if (!parsed.valid)
            return named() + " takes " + words_of(system).name + " like `" + words_of(system).example + "`, not `" +
                   std::string(written) + "`" + code_hint(system, written);
        answer_.number = number_for(parsed.code);
        return {};
    }

    [[nodiscard]] std::string read_number(Decimal number) const {
        if (!is_within_bounds(number) || is_beyond(given(number), fact_.least, fact_.most))
            return named() + " lies outside the bounds that the policy declares";
        answer_.number = number;
        return {};
    }

    [[nodiscard]] std::string within_calendar(DateRange days) const {
        const bool fits = is_in_calendar(days.first) && days.first <= days.last && is_in_calendar(days.last);
        return fits ? std::string() : named() + " lies outside the calendar, 1800 to 2199";
    }

    const FactDescription& fact_;
    Answer& answer_;
};

}  // namespace detail
}  // namespace pol
