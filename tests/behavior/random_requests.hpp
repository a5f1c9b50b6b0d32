#pragma once

#include "compiler/model/policy.hpp"
#include "pol/record.hpp"
#include "tests/behavior/landmarks.hpp"
#include "tests/behavior/solving.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace pol::testing {

/// Seeded requests of a policy for comparing evaluators. They lean towards the places where evaluators differ:
/// dates around the text's first day, ages around 18, partial birth dates, broken implications, missing routing facts,
/// facts nobody can know, every evidence level, numbers and days on, right before and right behind what the policy
/// compares them with. Every other request is that of a scenario with a few facts changed, so that approvals, which
/// need many facts to be right, come up often enough.
class RandomRequests {
public:
    RandomRequests(const model::Policy& policy, std::uint64_t seed);

    [[nodiscard]] RequestRecord next();
    /// As a plan receives them: the request of a scenario with up to four facts changed, some of them missing.
    [[nodiscard]] RequestRecord next_as_received();

private:
    void start();
    [[nodiscard]] std::uint32_t below(std::uint32_t bound);
    [[nodiscard]] bool one_in(std::uint32_t times) { return below(times) == 0; }
    [[nodiscard]] Presence presence(const model::Fact& fact);
    [[nodiscard]] Date date();
    [[nodiscard]] DateRange birth();
    /// A day of an event, mostly known exactly.
    [[nodiscard]] DateRange event();
    /// That day, or the month or year it lies in.
    [[nodiscard]] DateRange about(Date day);
    [[nodiscard]] Decimal number(const model::Fact& fact);
    [[nodiscard]] DateRange days(const model::Fact& fact);
    [[nodiscard]] std::uint16_t value(const model::Fact& fact);
    [[nodiscard]] Answer answer(const model::Fact& fact);
    /// Given with up to four entries, or not at all.
    void draw_list(RequestRecord& request, model::FactIndex list);
    [[nodiscard]] EntryRecord entry(model::FactIndex list);
    /// Another answer for a fact; for a field in one of the entries of its list.
    void change(RequestRecord& request, model::FactIndex fact);
    [[nodiscard]] RequestRecord near_a_scenario();
    [[nodiscard]] RequestRecord somewhere();

    /// Moves answers, those of an entry of every list among them.
    void tune_with_entries(RequestRecord& request);
    // Each moves one answer to, right before, or right behind a place where decisions change.
    void tune(RequestRecord& request);
    void tune_number(RequestRecord& request);
    void tune_elapsed(RequestRecord& request, const model::Elapsed& elapsed, double amount);
    void tune_day(RequestRecord& request);
    void tune_window(RequestRecord& request);
    void tune_tie(RequestRecord& request);
    void tune_bound(RequestRecord& request);
    void tune_yearly(RequestRecord& request);
    void tune_age(RequestRecord& request);
    void set_day(RequestRecord& request, model::FactIndex fact, Date day);
    /// Moves one of the dates that a day is reckoned from, so that the day lies there, or close.
    void set_day(RequestRecord& request, const model::Day& day, Date target);
    [[nodiscard]] std::optional<Date> day_of(const RequestRecord& request, const model::Day& day) const;
    [[nodiscard]] std::optional<Date> base_of(const RequestRecord& request, const model::Day& day) const;
    [[nodiscard]] Date moved(Date day, Duration offset, int times) const;
    template <class Item>
    [[nodiscard]] const Item& one_of(const std::vector<Item>& items) {
        return items[below(static_cast<std::uint32_t>(items.size()))];
    }
    /// -1, 0 or 1.
    [[nodiscard]] std::int32_t nudge() { return static_cast<std::int32_t>(below(3)) - 1; }

    const model::Policy& policy_;
    Landmarks landmarks_;
    std::uint64_t state_;
    /// Of the request under way: how often its facts are missing, and the level most of them have.
    std::uint32_t missing_in_ = 0;
    Evidence level_ = Evidence::documented;
};

}  // namespace pol::testing
