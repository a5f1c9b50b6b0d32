#include "compiler/interpret/conditions.hpp"
#include "tests/unit/entries/trials.hpp"

#include <doctest/doctest.h>

#include <array>
#include <set>
#include <string>
#include <utility>

using namespace pol;
using namespace pol::testing;

// Counts of entries as both engines have them, against what they mean.

namespace {

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

}  // namespace
