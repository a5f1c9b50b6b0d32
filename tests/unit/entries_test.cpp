#include "compiler/interpret/condition_questions.hpp"
#include "compiler/interpret/conditions.hpp"
#include "compiler/interpret/values.hpp"
#include "pol/given.hpp"
#include "pol/lists.hpp"
#include "tests/support/sample_models.hpp"

#include <doctest/doctest.h>

#include <array>
#include <functional>
#include <set>
#include <string>
#include <vector>

using namespace pol;
using namespace pol::testing;

// Counts and values of all lists of up to three entries, as the interpreter and as compiled evaluators have them,
// against every way to fill in what the entries leave out.

namespace {

enum class Drug : std::uint16_t { a, b, c };

/// Numbers are 1 or 2.
struct Trial {
    Fact<Drug> drug{};
    Fact<YesNo> adequate{};
    Fact<Decimal> weeks{};
};
using Trials = std::vector<Trial>;

/// How many choices there are for a field, the first being *not given*; 1 leaves the field out.
struct Domain {
    int drugs = 1;
    int answers = 1;
    int numbers = 1;

    [[nodiscard]] int size() const { return drugs * answers * numbers; }
    [[nodiscard]] Trial at(int index) const {
        Trial trial;
        if (index % drugs > 0) trial.drug = given(static_cast<Drug>(index % drugs - 1));
        index /= drugs;
        if (index % answers > 0) trial.adequate = given(static_cast<YesNo>(index % answers - 1));
        index /= answers;
        if (index % numbers > 0) trial.weeks = given(Decimal{index % numbers, 0});
        return trial;
    }
};

void for_all_lists(const Domain& domain, const std::function<void(const Trials&)>& visit) {
    const int size = domain.size();
    visit({});
    for (int i = 0; i < size; ++i) {
        visit({domain.at(i)});
        for (int j = 0; j < size; ++j) {
            visit({domain.at(i), domain.at(j)});
            for (int k = 0; k < size; ++k) visit({domain.at(i), domain.at(j), domain.at(k)});
        }
    }
}

/// Every way in which a list may turn out to be.
void for_all_completions(Trials trials, const std::function<void(const Trials&)>& visit, std::size_t from = 0) {
    for (std::size_t i = from; i < trials.size(); ++i) {
        Trial& trial = trials[i];
        const auto fill_in = [&](auto& fact, const auto& values) {
            for (const auto& value : values) {
                fact = given(value);
                for_all_completions(trials, visit, i);
            }
        };
        if (trial.drug.presence != Presence::given) return fill_in(trial.drug, std::array{Drug::a, Drug::b, Drug::c});
        if (trial.adequate.presence != Presence::given)
            return fill_in(trial.adequate, std::array{YesNo::no, YesNo::yes});
        if (trial.weeks.presence != Presence::given)
            return fill_in(trial.weeks, std::array{Decimal{1, 0}, Decimal{2, 0}});
    }
    visit(trials);
}

constexpr std::uint16_t each_its_own[] = {0, 1, 2};
constexpr std::uint16_t two_groups[] = {0, 0, 1};

bool is_adequate(const Trial& trial) { return trial.adequate.value == YesNo::yes; }
/// Reads the field whose values are told apart, too.
bool is_adequate_or_c(const Trial& trial) { return is_adequate(trial) || trial.drug.value == Drug::c; }

/// The same conditions of a policy and of a compiled evaluator, and what they mean.
struct Clinic {
    ModelBuilder builder;
    model::FactIndex list = 0;

    Clinic() {
        list = builder.yes_no("trials");
        builder.policy().facts[list].type = FactType::list;
        for (const model::FactIndex field : {builder.one_of("trials.drug", {"a", "b", "c"}),
                                             builder.yes_no("trials.adequate"), builder.number("trials.weeks", "", 2)})
            builder.policy().facts[field].list = list;
    }

    [[nodiscard]] model::Condition adequate() const { return builder.is("trials.adequate", "yes", Evidence::none); }
    [[nodiscard]] model::Condition adequate_or_c() const {
        return group_of(model::Quantifier::any_of, {adequate(), builder.is("trials.drug", "c", Evidence::none)});
    }
    [[nodiscard]] model::EntryFilter entries(std::vector<model::Condition> where) const {
        return {.list = list, .minimum = Evidence::claimed, .where = std::move(where)};
    }
    [[nodiscard]] model::FactIndex field(const char* name) const { return builder.fact(name); }

    [[nodiscard]] interpretation::Answers answers(const Trials& trials) {
        const auto answer = [](const auto& fact, std::uint16_t value, Decimal number) {
            Answer made;
            made.presence = fact.presence;
            made.value = value;
            made.number = number;
            return made;
        };
        RequestRecord request;
        request.answers.resize(builder.policy().facts.size());
        request.answers[list].presence = Presence::given;
        request.answers[list].evidence = Evidence::claimed;
        for (const Trial& trial : trials)
            request.entries.push_back(
                {.list = list,
                 .fields = {answer(trial.drug, static_cast<std::uint16_t>(trial.drug.value), {}),
                            answer(trial.adequate, static_cast<std::uint16_t>(trial.adequate.value), {}),
                            answer(trial.weeks, 0, trial.weeks.value)}});
        return interpretation::settled(builder.policy(), request.answers, request.entries);
    }

    /// The names of what is asked, in order.
    template <class Part>
    [[nodiscard]] std::string asked(const Part& part, const interpretation::Answers& answers) {
        interpretation::QuestionList list_of_questions(answers);
        interpretation::ClauseQuestions(answers, 0, list_of_questions).about(part);
        std::string names;
        for (const QuestionRecord& question : list_of_questions.questions())
            names += builder.policy().facts[question.fact].name + " ";
        return names;
    }
};

Fact<List<Trial>> claimed_list(const Trials& trials) {
    return claimed(List<Trial>(trials.data(), static_cast<std::uint32_t>(trials.size())));
}

/// The names of the readings that are open, each once.
template <int Size, std::size_t Count>
std::string open_names(const Bits<Size>& open, const std::array<const char*, Count>& names) {
    static_assert(Count == Size);
    std::string text;
    for (std::size_t i = 0; i < Count; ++i)
        if (open.has(static_cast<int>(i)) && text.find(names[i]) == std::string::npos)
            text += names[i] + std::string(" ");
    return text;
}

constexpr auto adequate_body = [](const Trial& each) noexcept { return is(each.adequate, Evidence::none, YesNo::yes); };
constexpr auto adequate_or_c_body = [](const Trial& each) noexcept {
    return any_of(is(each.adequate, Evidence::none, YesNo::yes), is(each.drug, Evidence::none, Drug::c));
};
constexpr auto drug_of = [](const Trial& each) noexcept { return each.drug; };
constexpr auto weeks_of = [](const Trial& each) noexcept { return amount_within(each.weeks, {0, 0}, {2, 0}); };

/// A condition in its three forms.
struct Compared {
    model::CountTest test;
    std::function<std::pair<Truth, std::string>(const Fact<List<Trial>>&)> compiled;
    std::function<bool(const Trials&)> meant;
};

/// What is wrong with one list, or nothing. `seen` notes the truths that come up.
std::string compare(Clinic& clinic, const Compared& compared, const Trials& trials, std::set<Truth>& seen) {
    const interpretation::Answers answers = clinic.answers(trials);
    const model::Condition condition{compared.test};
    const Truth interpreted = interpretation::truth_of(condition, answers);
    const auto [compiled, open] = compared.compiled(claimed_list(trials));
    seen.insert(interpreted);
    if (interpreted != compiled) return "the truths differ";
    if (open != clinic.asked(condition, answers)) return "asked " + clinic.asked(condition, answers) + "not " + open;
    if ((interpreted == Truth::unknown) == open.empty()) return "asked " + open;
    bool some_yes = false, some_no = false;
    for_all_completions(trials,
                        [&](const Trials& complete) { (compared.meant(complete) ? some_yes : some_no) = true; });
    if (interpreted == Truth::yes && some_no) return "yes, though it may turn out no";
    if (interpreted == Truth::no && some_yes) return "no, though it may turn out yes";
    // Of different values no more is known than how many there are.
    if (interpreted == Truth::unknown && !(some_yes && some_no) && !compared.test.distinct)
        return "unknown, though it is sure";
    return "";
}

void check(const Compared& compared, const Domain& domain) {
    Clinic clinic;
    std::set<Truth> seen;
    std::string problem;
    for_all_lists(domain, [&](const Trials& trials) {
        if (problem.empty()) problem = compare(clinic, compared, trials, seen);
    });
    CHECK(problem == "");
    CHECK(seen.size() == 3);
}

int counted(const Trials& trials, bool (*counts)(const Trial&)) {
    int count = 0;
    for (const Trial& trial : trials) count += counts(trial) ? 1 : 0;
    return count;
}

int different(const Trials& trials, bool (*counts)(const Trial&), const std::uint16_t (&groups)[3]) {
    std::set<std::uint16_t> found;
    for (const Trial& trial : trials)
        if (counts(trial)) found.insert(groups[static_cast<std::size_t>(trial.drug.value)]);
    return static_cast<int>(found.size());
}

model::CountTest count_test(const Clinic& clinic, int count, bool at_most, std::vector<model::Condition> where) {
    return {.entries = clinic.entries(std::move(where)), .at_most = at_most, .count = count, .distinct = std::nullopt};
}

TEST_CASE("so many entries meet a condition, or no more") {
    const Clinic clinic;
    constexpr std::array names = {"trials", "trials.adequate"};
    for (int count = 1; count <= 3; ++count) {
        check({.test = count_test(clinic, count, false, {clinic.adequate()}),
               .compiled =
                   [=](const auto& list) {
                       const auto tested = at_least(count, list, Evidence::claimed, adequate_body);
                       return std::pair(tested.truth, open_names(tested.open, names));
                   },
               .meant = [=](const Trials& trials) { return counted(trials, is_adequate) >= count; }},
              {.drugs = 1, .answers = 3, .numbers = 1});
        check({.test = count_test(clinic, count - 1, true, {clinic.adequate()}),
               .compiled =
                   [=](const auto& list) {
                       const auto tested = at_most(count - 1, list, Evidence::claimed, adequate_body);
                       return std::pair(tested.truth, open_names(tested.open, names));
                   },
               .meant = [=](const Trials& trials) { return counted(trials, is_adequate) < count; }},
              {.drugs = 1, .answers = 3, .numbers = 1});
    }
}

TEST_CASE("a group is a condition, too, and its tests are asked in order for all entries") {
    const Clinic clinic;
    constexpr std::array names = {"trials", "trials.adequate", "trials.drug"};
    for (int count = 1; count <= 3; ++count)
        check({.test = count_test(clinic, count, false, {clinic.adequate_or_c()}),
               .compiled =
                   [=](const auto& list) {
                       const auto tested = at_least(count, list, Evidence::claimed, adequate_or_c_body);
                       return std::pair(tested.truth, open_names(tested.open, names));
                   },
               .meant = [=](const Trials& trials) { return counted(trials, is_adequate_or_c) >= count; }},
              {.drugs = 4, .answers = 3, .numbers = 1});
}

template <class Body>
void check_different(const Clinic& clinic, const std::uint16_t (&groups)[3], model::Condition where, Body body,
                     bool (*counts)(const Trial&), int count, bool at_most) {
    model::CountTest test = count_test(clinic, count, at_most, {std::move(where)});
    const bool in_groups = groups[1] == 0;
    test.distinct = {clinic.field("trials.drug"),
                     in_groups ? std::vector<std::uint16_t>(groups, groups + 3) : std::vector<std::uint16_t>()};
    check({.test = test,
           .compiled =
               [=, &groups](const auto& list) {
                   const auto tested =
                       at_least_different(at_most ? count + 1 : count, list, Evidence::claimed, drug_of, groups, body);
                   constexpr int readings = decltype(tested)::size;
                   std::array<const char*, static_cast<std::size_t>(readings)> names{"trials", "trials.drug",
                                                                                     "trials.adequate"};
                   if constexpr (readings == 4) names[3] = "trials.drug";
                   return std::pair(at_most ? negate(tested.truth) : tested.truth, open_names(tested.open, names));
               },
           .meant =
               [=, &groups](const Trials& trials) {
                   const int found = different(trials, counts, groups);
                   return at_most ? found <= count : found >= count;
               }},
          {.drugs = 4, .answers = 3, .numbers = 1});
}

TEST_CASE("so many different values, or groups of them, or no more") {
    const Clinic clinic;
    for (int count = 1; count <= 3; ++count) {
        check_different(clinic, each_its_own, clinic.adequate(), adequate_body, is_adequate, count, false);
        check_different(clinic, each_its_own, clinic.adequate(), adequate_body, is_adequate, count - 1, true);
    }
    for (int count = 1; count <= 2; ++count) {
        check_different(clinic, two_groups, clinic.adequate(), adequate_body, is_adequate, count, false);
        check_different(clinic, two_groups, clinic.adequate_or_c(), adequate_or_c_body, is_adequate_or_c, count, false);
    }
}

/// Every number that a value may turn out to be; nothing stands for no value.
using Numbers = std::set<std::optional<std::int64_t>>;

template <class Compiled, class Meant>
void check_value(const model::Aggregate& aggregate, bool reads_field, Compiled compiled, Meant meant) {
    Clinic clinic;
    const model::Expression value{aggregate};
    std::string problem;
    int known = 0;
    for_all_lists({.drugs = 1, .answers = 3, .numbers = 3}, [&](const Trials& trials) {
        const interpretation::Answers answers = clinic.answers(trials);
        const std::optional<Number> interpreted = interpretation::value_of(value, answers);
        const auto computed = compiled(claimed_list(trials));
        const std::array names{"trials", reads_field ? "trials.weeks" : "trials.adequate", "trials.adequate"};
        std::string open;
        for (int i = 0; i < 3; ++i)
            if (computed.missing.has(i)) open += names[static_cast<std::size_t>(i)] + std::string(" ");
        Numbers possible;
        for_all_completions(trials, [&](const Trials& complete) { possible.insert(meant(complete)); });
        if (computed.known != interpreted.has_value() || (interpreted && *interpreted != computed.value))
            problem = "the values differ";
        if (!interpreted && clinic.asked(value, answers) != open) problem = "asked " + clinic.asked(value, answers);
        if (interpreted &&
            (possible.size() != 1 || !possible.begin()->has_value() || number(**possible.begin()) != *interpreted))
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
        if (is_adequate(trial)) first = first ? take(*first, trial.weeks.value.digits) : trial.weeks.value.digits;
    return first;
}

TEST_CASE("the number of entries, and the sum, the least and the greatest of their numbers") {
    const Clinic clinic;
    const auto aggregate = [&](model::Aggregation rule) {
        return model::Aggregate{
            .rule = rule,
            .entries = clinic.entries({clinic.adequate()}),
            .field = rule == model::Aggregation::count ? std::nullopt : std::optional(clinic.field("trials.weeks")),
            .factor = {1, 1}};
    };
    check_value(
        aggregate(model::Aggregation::count), false,
        [](const auto& list) { return count_of(list, Evidence::claimed, adequate_body); },
        [](const Trials& trials) { return std::optional<std::int64_t>(counted(trials, is_adequate)); });
    check_value(
        aggregate(model::Aggregation::sum), true,
        [](const auto& list) { return sum_of(list, Evidence::claimed, weeks_of, adequate_body); },
        [](const Trials& trials) {
            return meant_of(trials, 0, [](std::int64_t one, std::int64_t other) { return one + other; });
        });
    check_value(
        aggregate(model::Aggregation::least), true,
        [](const auto& list) { return least_among(list, Evidence::claimed, weeks_of, adequate_body); },
        [](const Trials& trials) {
            return meant_of(trials, {}, [](std::int64_t one, std::int64_t other) { return std::min(one, other); });
        });
    check_value(
        aggregate(model::Aggregation::greatest), true,
        [](const auto& list) { return greatest_among(list, Evidence::claimed, weeks_of, adequate_body); },
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
