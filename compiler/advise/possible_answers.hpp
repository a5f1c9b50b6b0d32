#pragma once

#include "compiler/compare/space.hpp"
#include "compiler/interpret/interpreter.hpp"
#include "pol/record.hpp"

#include <cstdint>
#include <vector>

namespace pol::advise {

/// An answer for one fact in the place of what a request says of it; of a list with all its entries.
struct Change {
    model::FactIndex fact = 0;
    Answer answer{};
    std::vector<EntryRecord> entries{};
};

/// The request with the answers of changes in their places.
[[nodiscard]] RequestRecord changed(RequestRecord request, const Change& change);
[[nodiscard]] RequestRecord changed(RequestRecord request, const std::vector<Change>& changes);

/// What facts can still be answered so that some rule tells it: every choice, numbers and days on both sides of each
/// step of the rules and of the text, lists with entries that count. With the strongest evidence.
class PossibleAnswers {
public:
    explicit PossibleAnswers(const model::Policy& policy);

    /// Other answers than that of the request, in a fixed order. Entries come in addition to those of the request.
    [[nodiscard]] std::vector<Change> of(const RequestRecord& request, model::FactIndex fact) const;
    /// What that takes beside the decisions on the answers, in decisions: conditions are tried along numbers and days.
    [[nodiscard]] std::uint64_t effort(model::FactIndex fact) const;

private:
    /// Where no day says yet whether the text decides: its first day, the day before, the day after its last.
    [[nodiscard]] std::vector<Change> days_of_text(const RequestRecord& request, model::FactIndex fact) const;
    /// The field in all entries that lack it.
    [[nodiscard]] std::vector<Change> of_field(const RequestRecord& request, model::FactIndex field) const;
    void add_steps(const RequestRecord& request, model::FactIndex fact, std::vector<Change>& changes) const;

    const model::Policy& policy_;
    /// By fact: the conditions that another answer to it may turn.
    std::vector<std::vector<model::Condition>> conditions_of_;
    std::vector<comparison::Choice> choices_;
};

}  // namespace pol::advise
