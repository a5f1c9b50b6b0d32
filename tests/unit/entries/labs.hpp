#pragma once

#include "compiler/interpret/chosen_entries.hpp"
#include "compiler/interpret/condition_questions.hpp"
#include "compiler/interpret/days.hpp"
#include "compiler/interpret/values.hpp"
#include "pol/chosen_entry.hpp"
#include "pol/given.hpp"
#include "tests/support/sample_models.hpp"

#include <array>
#include <functional>
#include <string>
#include <vector>

namespace pol::testing {

/// Small lists of blood tests with a day each, for the interpreter and for compiled evaluators, and every way to fill
/// in what the entries leave out.

struct Lab {
    Fact<Decimal> iron{};
    Fact<YesNo> fasting{};
    Fact<DateRange> taken{};
};
using Labs = std::vector<Lab>;

inline constexpr Date first_day_taken = date_of(2026, 3, 10);
inline constexpr Date second_day_taken = date_of(2026, 3, 11);

/// Not given, on the first day, on the second, or on one of both.
inline Fact<DateRange> day_at(int choice) {
    if (choice == 0) return {};
    if (choice == 3) return given(DateRange{first_day_taken, second_day_taken});
    return given(exact_day(choice == 1 ? first_day_taken : second_day_taken));
}

/// Numbers are 1 or 2. Without `answers` all are fasting.
struct LabDomain {
    bool answers = true;

    [[nodiscard]] int size() const { return answers ? 36 : 12; }
    [[nodiscard]] Lab at(int index) const {
        Lab lab;
        if (index % 3 > 0) lab.iron = given(Decimal{index % 3, 0});
        lab.taken = day_at(index / 3 % 4);
        if (!answers) lab.fasting = given(YesNo::yes);
        if (index / 12 > 0) lab.fasting = given(static_cast<YesNo>(index / 12 - 1));
        return lab;
    }
};

/// All lists of up to two entries, and all of three that are fasting.
inline void for_all_labs(const std::function<void(const Labs&)>& visit) {
    visit({});
    const LabDomain all;
    for (int i = 0; i < all.size(); ++i) {
        visit({all.at(i)});
        for (int j = 0; j < all.size(); ++j) visit({all.at(i), all.at(j)});
    }
    const LabDomain fasting{.answers = false};
    for (int i = 0; i < fasting.size(); ++i)
        for (int j = 0; j < fasting.size(); ++j)
            for (int k = 0; k < fasting.size(); ++k) visit({fasting.at(i), fasting.at(j), fasting.at(k)});
}

/// Every way in which a list may turn out to be; a day that is not given at all may lie before or behind both, too.
inline void for_all_completions(Labs labs, const std::function<void(const Labs&)>& visit, std::size_t from = 0) {
    for (std::size_t i = from; i < labs.size(); ++i) {
        Lab& lab = labs[i];
        const auto fill_in = [&](auto& fact, const auto& values) {
            for (const auto& value : values) {
                fact = given(value);
                for_all_completions(labs, visit, i);
            }
        };
        if (lab.iron.presence != Presence::given) return fill_in(lab.iron, std::array{Decimal{1, 0}, Decimal{2, 0}});
        if (lab.fasting.presence != Presence::given) return fill_in(lab.fasting, std::array{YesNo::no, YesNo::yes});
        const std::array days{exact_day(first_day_taken), exact_day(second_day_taken)};
        if (lab.taken.presence == Presence::given && !is_exact(lab.taken.value)) return fill_in(lab.taken, days);
        if (lab.taken.presence != Presence::given)
            return fill_in(lab.taken, std::array{exact_day(add_days(first_day_taken, -1)), days[0], days[1],
                                                 exact_day(add_days(second_day_taken, 1))});
    }
    visit(labs);
}

/// The model of these lists.
struct Laboratory {
    ModelBuilder builder;
    model::FactIndex list = 0;

    Laboratory() {
        list = builder.yes_no("labs");
        builder.policy().facts[list].type = FactType::list;
        for (const model::FactIndex field :
             {builder.number("labs.iron", "", 2), builder.yes_no("labs.fasting"), builder.date("labs.taken")})
            builder.policy().facts[field].list = list;
    }

    [[nodiscard]] model::Condition fasting() const { return builder.is("labs.fasting", "yes", Evidence::none); }
    [[nodiscard]] model::Condition from_second_day() const {
        return is_on_or_before({.base = second_day_taken, .offset = {}}, builder.day("labs.taken", {}, Evidence::none));
    }
    [[nodiscard]] model::ChosenEntry chosen(bool latest, model::Condition where, bool has_window,
                                            const char* field) const {
        return {.latest = latest,
                .entries = {.list = list,
                            .minimum = Evidence::claimed,
                            .where = {std::move(where)},
                            .has_window = has_window},
                .field = builder.fact(field),
                .by = builder.fact("labs.taken")};
    }

    [[nodiscard]] interpretation::Answers answers(const Labs& labs) {
        RequestRecord request;
        request.answers.resize(builder.policy().facts.size());
        request.answers[list].presence = Presence::given;
        request.answers[list].evidence = Evidence::claimed;
        for (const Lab& lab : labs) {
            EntryRecord entry{.list = list, .fields = std::vector<Answer>(3)};
            entry.fields[0].presence = lab.iron.presence;
            entry.fields[0].number = lab.iron.value;
            entry.fields[1].presence = lab.fasting.presence;
            entry.fields[1].value = static_cast<std::uint16_t>(lab.fasting.value);
            entry.fields[2].presence = lab.taken.presence;
            entry.fields[2].range = lab.taken.value;
            request.entries.push_back(std::move(entry));
        }
        return interpretation::settled(builder.policy(), request.answers, request.entries);
    }

    /// What is asked, each with its kind, in order.
    template <class Part>
    [[nodiscard]] std::vector<std::pair<std::string, QuestionKind>> asked(const Part& part,
                                                                          const interpretation::Answers& answers) {
        interpretation::QuestionList questions(answers);
        interpretation::ClauseQuestions(answers, 0, questions).about(part);
        std::vector<std::pair<std::string, QuestionKind>> found;
        for (const QuestionRecord& question : questions.questions())
            found.emplace_back(builder.policy().facts[question.fact].name, question.kind);
        return found;
    }
};

inline Fact<List<Lab>> claimed_list(const Labs& labs) {
    return claimed(List<Lab>(labs.data(), static_cast<std::uint32_t>(labs.size())));
}

inline constexpr auto iron_of = [](const Lab& each) noexcept { return amount_within(each.iron, {0, 0}, {2, 0}); };
inline constexpr auto taken_of = [](const Lab& each) noexcept { return day_of_entry(each.taken); };
inline constexpr auto fasting_body = [](const Lab& each) noexcept {
    return is(each.fasting, Evidence::none, YesNo::yes);
};
inline constexpr auto second_day_body = [](const Lab& each) noexcept {
    return is_on_or_before(on(second_day_taken), day_of_entry(each.taken));
};

}  // namespace pol::testing
