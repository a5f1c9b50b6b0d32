#pragma once

#include "compiler/interpret/condition_questions.hpp"
#include "pol/given.hpp"
#include "pol/lists.hpp"
#include "tests/support/sample_models.hpp"

#include <array>
#include <functional>
#include <string>
#include <vector>

namespace pol::testing {

/// All lists of up to three entries, for the interpreter and for compiled evaluators, and every way to fill in what the
/// entries leave out.

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

inline void for_all_lists(const Domain& domain, const std::function<void(const Trials&)>& visit) {
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
inline void for_all_completions(Trials trials, const std::function<void(const Trials&)>& visit, std::size_t from = 0) {
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

inline constexpr std::uint16_t each_its_own[] = {0, 1, 2};
inline constexpr std::uint16_t two_groups[] = {0, 0, 1};

inline bool is_adequate(const Trial& trial) { return trial.adequate.value == YesNo::yes; }
/// Reads the field whose values are told apart, too.
inline bool is_adequate_or_c(const Trial& trial) { return is_adequate(trial) || trial.drug.value == Drug::c; }

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

inline Fact<List<Trial>> claimed_list(const Trials& trials) {
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

inline constexpr auto adequate_body = [](const Trial& each) noexcept {
    return is(each.adequate, Evidence::none, YesNo::yes);
};
inline constexpr auto adequate_or_c_body = [](const Trial& each) noexcept {
    return any_of(is(each.adequate, Evidence::none, YesNo::yes), is(each.drug, Evidence::none, Drug::c));
};
inline constexpr auto drug_of = [](const Trial& each) noexcept { return each.drug; };
inline constexpr auto weeks_of = [](const Trial& each) noexcept { return amount_within(each.weeks, {0, 0}, {2, 0}); };

inline int counted(const Trials& trials, bool (*counts)(const Trial&)) {
    int count = 0;
    for (const Trial& trial : trials) count += counts(trial) ? 1 : 0;
    return count;
}

}  // namespace pol::testing
