#include "compiler/interpret/values.hpp"
#include "tests/unit/entries/trials.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <vector>

using namespace pol;
using namespace pol::testing;

// Values of entries as both engines have them, against what they mean, and what entries are made of.

namespace {

/// What numbers are meant in: thirds and halves of an average are whole.
constexpr std::int64_t parts = 6;

/// Every number that a value may turn out to be; nothing stands for no value.
using Numbers = std::set<std::optional<std::int64_t>>;

template <class Compiled, class Meant>
void check_value(const model::Aggregate& aggregate, const std::vector<std::string>& names, Compiled compiled,
                 Meant meant) {
    Clinic clinic;
    const model::Expression value{aggregate};
    std::string problem;
    int known = 0;
    for_all_lists({.drugs = 1, .answers = 3, .numbers = 3}, [&](const Trials& trials) {
        const interpretation::Answers answers = clinic.answers(trials);
        const std::optional<Number> interpreted = interpretation::value_of(value, answers);
        const auto computed = compiled(claimed_list(trials));
        std::string open;
        for (std::size_t i = 0; i < names.size(); ++i)
            if (computed.missing.has(static_cast<int>(i))) open += names[i] + " ";
        Numbers possible;
        for_all_completions(trials, [&](const Trials& complete) { possible.insert(meant(complete)); });
        if (computed.known != interpreted.has_value() || (interpreted && *interpreted != computed.value))
            problem = "the values differ";
        if (!interpreted && clinic.asked(value, answers) != open) problem = "asked " + clinic.asked(value, answers);
        if (interpreted && (possible.size() != 1 || !possible.begin()->has_value() ||
                            number(**possible.begin(), parts) != *interpreted))
            problem = "known, though it may be another";
        if (!interpreted && open.empty() && possible != Numbers{std::nullopt}) problem = "open for no reason";
        known += interpreted ? 1 : 0;
    });
    CHECK(problem == "");
    CHECK(known > 10);
}

std::optional<std::int64_t> meant_of(const Trials& trials, std::optional<std::int64_t> first,
                                     std::int64_t (*take)(std::int64_t, std::int64_t)) {
    for (const Trial& trial : trials)
        if (is_adequate(trial))
            first = first ? take(*first, trial.weeks.value.digits * parts) : trial.weeks.value.digits * parts;
    return first;
}

std::int64_t added(std::int64_t one, std::int64_t other) { return one + other; }

TEST_CASE("the number of entries, and the sum, the average, the least and the greatest of their numbers") {
    const Clinic clinic;
    const auto aggregate = [&](model::Aggregation rule) {
        return model::Aggregate{
            .rule = rule,
            .entries = clinic.entries({clinic.adequate()}),
            .field = rule == model::Aggregation::count ? std::nullopt : std::optional(clinic.field("trials.weeks")),
            .factor = {1, 1}};
    };
    check_value(
        aggregate(model::Aggregation::count), {"trials", "trials.adequate"},
        [](const auto& list) { return count_of(list, Evidence::claimed, adequate_body); },
        [](const Trials& trials) { return std::optional<std::int64_t>(counted(trials, is_adequate) * parts); });
    check_value(
        aggregate(model::Aggregation::sum), {"trials", "trials.weeks", "trials.adequate"},
        [](const auto& list) { return sum_of(list, Evidence::claimed, weeks_of, adequate_body); },
        [](const Trials& trials) { return meant_of(trials, 0, added); });
    const std::vector<std::string> names{"trials", "trials", "trials.weeks", "trials.adequate"};
    check_value(
        aggregate(model::Aggregation::average), names,
        [](const auto& list) { return average_of(list, Evidence::claimed, Window::none, weeks_of, adequate_body); },
        [](const Trials& trials) {
            const std::optional<std::int64_t> sum = meant_of(trials, {}, added);
            return sum ? std::optional(*sum / counted(trials, is_adequate)) : sum;
        });
    check_value(
        aggregate(model::Aggregation::least), names,
        [](const auto& list) { return least_among(list, Evidence::claimed, Window::none, weeks_of, adequate_body); },
        [](const Trials& trials) {
            return meant_of(trials, {}, [](std::int64_t one, std::int64_t other) { return std::min(one, other); });
        });
    check_value(
        aggregate(model::Aggregation::greatest), names,
        [](const auto& list) { return greatest_among(list, Evidence::claimed, Window::none, weeks_of, adequate_body); },
        [](const Trials& trials) {
            return meant_of(trials, {}, [](std::int64_t one, std::int64_t other) { return std::max(one, other); });
        });
}

TEST_CASE("a list that is not told leaves all open, and is all that is asked") {
    const Trials trials{Trial{}};
    Fact<List<Trial>> list = claimed_list(trials);
    const auto weak = at_least(1, list, Evidence::documented, adequate_body);
    CHECK(weak.truth == Truth::unknown);
    CHECK(weak.open == bits_of<2>(0));
    list.presence = Presence::not_given;
    CHECK(at_least_different(1, list, Evidence::claimed, drug_of, each_its_own, adequate_body).open == bits_of<3>(0));
    CHECK(sum_of(list, Evidence::claimed, weeks_of, adequate_body).missing == bits_of<3>(0));
    CHECK(count_of(list, Evidence::claimed, AnyEntry{}).missing == bits_of<1>(0));
}

TEST_CASE("a number of an entry beyond its bounds is not given") {
    CHECK(amount_within(given(Decimal{2, 0}), {0, 0}, {2, 0}).known);
    CHECK_FALSE(amount_within(given(Decimal{21, 1}), {0, 0}, {2, 0}).known);
    CHECK(amount_within(given(Decimal{21, 1}), {0, 0}, {2, 0}).missing.has(0));
    CHECK(amount_within({}, {0, 0}, {2, 0}).missing.has(0));
}

TEST_CASE("the day of an entry is missing, or not exact") {
    CHECK(day_of_entry({}).missing == bits_of<2>(0));
    CHECK(day_of_entry(given(some_day_in(2026, 2))).missing == bits_of<2>(1));
    CHECK(day_of_entry(given(exact_day(date_of(2026, 2, 1)))).missing.empty());
}

TEST_CASE("an age on the day of an entry wants the birth, then the day, and contradictions resolved") {
    const auto open = [](const Fact<DateRange>& birth, const Fact<DateRange>& day) {
        return at_entry(age_at_least(birth, day_of_entry(day), years(18), {}), birth, day).open;
    };
    const Fact<DateRange> day = given(exact_day(date_of(2026, 2, 1)));
    CHECK(open({}, {}) == bits_of<5>(1, 3));
    CHECK(open({}, day) == bits_of<5>(1));
    CHECK(open(born_in(2008), {}) == bits_of<5>(3));
    CHECK(open(born_in(2008), day) == bits_of<5>(1));
    CHECK(open(born_in(2008, 2), given(some_day_in(2026))) == bits_of<5>(1, 4));
    CHECK(open(born_on(date_of(2027, 1, 1)), day) == bits_of<5>(0, 2));
    CHECK(open(born_on(date_of(2000, 1, 1)), day).empty());
}

}  // namespace
