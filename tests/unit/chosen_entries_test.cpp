#include "tests/unit/entries/labs.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <set>

using namespace pol;
using namespace pol::testing;

// The latest and the first entry as both engines have them, against what they mean.

namespace {

using Asked = std::vector<std::pair<std::string, QuestionKind>>;

/// What comes out for one complete list: nothing where no entry counts; two numbers of one day are no value, and not
/// nothing either.
struct Meant {
    bool is_tie = false;
    std::optional<std::int64_t> iron;
    std::optional<std::int64_t> day;
    friend auto operator<=>(const Meant&, const Meant&) = default;
};

Meant meant(const Labs& labs, bool latest, bool (*counts)(const Lab&)) {
    Meant found;
    for (const Lab& lab : labs) {
        if (!counts(lab)) continue;
        const std::int64_t day = lab.taken.value.first.days;
        const bool goes_first = !found.day || (latest ? day > *found.day : day < *found.day);
        const bool ties = found.day && day == *found.day;
        if (goes_first) found = {.is_tie = false, .iron = lab.iron.value.digits, .day = day};
        if (ties && *found.iron != lab.iron.value.digits) found.is_tie = true;
    }
    return found;
}

bool is_fasting(const Lab& lab) { return lab.fasting.value == YesNo::yes; }
bool is_from_second_day(const Lab& lab) { return lab.taken.value.first >= second_day_taken; }

/// The questions that the readings of a compiled value come to: each name once, with its weightiest kind.
template <int Size>
Asked asked_by(const Bits<Size>& open, const char* field, const Asked& body) {
    Asked readings{{"labs", QuestionKind::answer},          {"labs", QuestionKind::measure_again},
                   {field, QuestionKind::answer},           {field, QuestionKind::exact_date},
                   {field, QuestionKind::resolve},          {"labs.taken", QuestionKind::answer},
                   {"labs.taken", QuestionKind::exact_date}};
    readings.insert(readings.end(), body.begin(), body.end());
    REQUIRE(readings.size() == Size);
    Asked asked;
    for (int i = 0; i < Size; ++i) {
        if (!open.has(i)) continue;
        const auto& reading = readings[static_cast<std::size_t>(i)];
        const auto known =
            std::find_if(asked.begin(), asked.end(), [&](const auto& other) { return other.first == reading.first; });
        if (known == asked.end())
            asked.push_back(reading);
        else
            known->second = std::max(known->second, reading.second);
    }
    return asked;
}

/// One of both entries with one condition, as a value and as a day.
template <class Body>
struct Setting {
    bool latest = true;
    Window window = Window::none;
    model::Condition where;
    bool (*counts)(const Lab&) = nullptr;
    Body body;
    Asked asked;
};

template <class Body>
std::string problem_of_value(Laboratory& laboratory, const Setting<Body>& setting, const Labs& labs,
                             const std::set<Meant>& possible, int& known) {
    const model::ValueOfEntry value{
        .entry = laboratory.chosen(setting.latest, setting.where, setting.window == Window::of_days, "labs.iron")};
    const interpretation::Answers answers = laboratory.answers(labs);
    const auto interpreted = interpretation::value_of(value, answers);
    const auto list = claimed_list(labs);
    const auto compiled =
        setting.latest ? value_of_latest(list, Evidence::claimed, setting.window, iron_of, taken_of, setting.body)
                       : value_of_first(list, Evidence::claimed, setting.window, iron_of, taken_of, setting.body);
    if (compiled.known != interpreted.has_value() || (interpreted && *interpreted != compiled.value))
        return "the values differ";
    if (interpreted) {
        ++known;
        for (const Meant& one : possible)
            if (one.is_tie || !one.iron || number(*one.iron) != *interpreted) return "known, though it may be another";
        return "";
    }
    const Asked asked = laboratory.asked(model::Expression{value}, answers);
    if (asked != asked_by(compiled.missing, "labs.iron", setting.asked)) return "the questions differ";
    const bool has_none = possible == std::set<Meant>{Meant{}};
    if (asked.empty() != (has_none && setting.window == Window::none)) return "asked for nothing, or for no reason";
    return "";
}

template <class Body>
std::string problem_of_day(Laboratory& laboratory, const Setting<Body>& setting, const Labs& labs,
                           const std::set<Meant>& possible, int& known) {
    const model::Day day{
        .base = laboratory.chosen(setting.latest, setting.where, setting.window == Window::of_days, "labs.taken"),
        .offset = {}};
    const interpretation::Answers answers = laboratory.answers(labs);
    const DateRange interpreted = interpretation::days_of(day, answers);
    const auto list = claimed_list(labs);
    const auto compiled = setting.latest
                              ? latest_day(list, Evidence::claimed, setting.window, taken_of, setting.body)
                              : earliest_day(list, Evidence::claimed, setting.window, taken_of, setting.body);
    if (interpreted != compiled.range) return "the days differ";
    for (const Meant& one : possible)
        if (one.day && (*one.day < interpreted.first.days || *one.day > interpreted.last.days))
            return "it may be another day";
    const bool may_be_none = possible.count(Meant{}) > 0;
    if (is_exact(interpreted)) {
        ++known;
        return may_be_none ? "a day, though there may be no entry" : "";
    }
    const Asked asked = laboratory.asked(day, answers);
    if (asked != asked_by(compiled.missing, "labs.taken", setting.asked)) return "the questions for the day differ";
    return "";
}

template <class Body>
void check_setting(const Setting<Body>& setting) {
    Laboratory laboratory;
    std::set<std::string> problems;
    int values = 0;
    int days = 0;
    for_all_labs([&](const Labs& labs) {
        std::set<Meant> possible;
        for_all_completions(
            labs, [&](const Labs& complete) { possible.insert(meant(complete, setting.latest, setting.counts)); });
        problems.insert(problem_of_value(laboratory, setting, labs, possible, values));
        problems.insert(problem_of_day(laboratory, setting, labs, possible, days));
    });
    CHECK(problems == std::set<std::string>{""});
    CHECK(values > 100);
    CHECK(days > 100);
}

TEST_CASE("the latest and the first of the entries that count, whatever is not told of them") {
    const Laboratory laboratory;
    const Asked fasting{{"labs.fasting", QuestionKind::answer}};
    const Asked taken{{"labs.taken", QuestionKind::answer}, {"labs.taken", QuestionKind::exact_date}};
    for (const bool latest : {true, false}) {
        check_setting(Setting<decltype(fasting_body)>{latest, Window::none, laboratory.fasting(), is_fasting,
                                                      fasting_body, fasting});
        check_setting(Setting<decltype(second_day_body)>{latest, Window::of_days, laboratory.from_second_day(),
                                                         is_from_second_day, second_day_body, taken});
    }
}

TEST_CASE("two entries of one day that tell different values are to be resolved, two that agree are one") {
    const auto lab = [](int iron, int day) {
        return Lab{.iron = given(Decimal{iron, 0}), .fasting = given(YesNo::yes), .taken = day_at(day)};
    };
    const auto latest = [](const Labs& labs) {
        return value_of_latest(claimed_list(labs), Evidence::claimed, Window::none, iron_of, taken_of, fasting_body);
    };
    CHECK(latest({lab(1, 2), lab(2, 2)}).missing == bits_of<8>(4));
    CHECK(latest({lab(2, 2), lab(2, 2)}).known);
    CHECK(latest({lab(1, 1), lab(2, 1), lab(2, 2)}).known);
    CHECK(latest({lab(1, 3), lab(2, 3)}).missing == bits_of<8>(6));
}

TEST_CASE("where no entry lies in the window the list is measured again, unless none ever could count") {
    const Labs old{Lab{.iron = given(Decimal{1, 0}), .fasting = given(YesNo::yes), .taken = day_at(1)}};
    const auto asked = [&](Window window, const auto& body) {
        return value_of_latest(claimed_list(old), Evidence::claimed, window, iron_of, taken_of, body).missing;
    };
    CHECK(asked(Window::of_days, second_day_body) == bits_of<9>(1));
    CHECK(asked(Window::none, second_day_body).empty());
    const auto never = [](const Lab& each) noexcept { return all_of(single_test(Truth::no), second_day_body(each)); };
    CHECK(asked(Window::of_days, never).empty());
    const auto least = least_among(claimed_list(old), Evidence::claimed, Window::of_days, iron_of, second_day_body);
    CHECK(least.missing == bits_of<5>(1));
}

}  // namespace
