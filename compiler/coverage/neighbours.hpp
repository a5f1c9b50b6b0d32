#pragma once

#include "compiler/model/policy.hpp"

#include <cstddef>
#include <vector>

namespace pol::coverage {

/// One fact of a request with another answer; of a list with its entries.
struct Step {
    model::FactIndex fact = 0;
    Answer answer;
    std::vector<EntryRecord> entries{};
};

/// The answers that the rules of a policy tell apart, fact by fact, with every evidence. Dates are chosen near those of
/// a request: birthdays on both sides of every age, days on both sides of the text and of the periods.
class Steps {
public:
    explicit Steps(const model::Policy& policy);

    /// The steps from a request: facts, birthdays and first days, then other dates, then how it is routed. None that
    /// leaves it as it is.
    [[nodiscard]] std::vector<Step> from(const RequestRecord& request) const;

private:
    void add_choices(model::FactIndex fact, std::size_t count);
    void add_dates();
    void add_leap_days();
    void add(Step step);
    void add_births(const RequestRecord& request, std::vector<Step>& steps) const;
    void add_starts(const RequestRecord& request, std::vector<Step>& steps) const;

    const model::Policy& policy_;
    /// Those that do not depend on the request: of facts, of dates and of routing.
    std::vector<Step> facts_;
    std::vector<Step> dates_;
    std::vector<Step> routing_;
    /// What ages are compared with, at which date.
    struct AgeBound {
        model::FactIndex at = 0;
        std::int32_t amount = 0;
        AgeUnit unit = AgeUnit::years;
    };
    std::vector<AgeBound> ages_;
};

/// The request with the step taken.
[[nodiscard]] RequestRecord after(const RequestRecord& request, const Step& step);
[[nodiscard]] RequestRecord after(const RequestRecord& request, const std::vector<Step>& steps);

/// The facts that a clause reads; of an age its date and the birth.
[[nodiscard]] std::vector<bool> facts_of(const model::Policy& policy, model::ClauseIndex clause);

}  // namespace pol::coverage
