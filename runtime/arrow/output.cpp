#include "runtime/arrow/output.hpp"

#include "runtime/arrow/words.hpp"

#include <utility>

namespace pol::arrow {

namespace {

BuiltArray day_column(const std::vector<std::int32_t>& days) {
    DayRows rows(days.size());
    for (const std::int32_t day : days) {
        if (day == batch::no_day)
            rows.add_null();
        else
            rows.add(Date{day});
    }
    return std::move(rows).built();
}

}  // namespace

Output::Output(std::size_t rows)
    : outcomes_(rows),
      denials_(rows),
      from_(rows, batch::no_day),
      through_(rows, batch::no_day),
      possible_(rows),
      refused_(rows) {}

void Output::take(std::span<const std::int64_t> places, const batch::Decisions& decisions, List<Outcome> possible) {
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto row = static_cast<std::size_t>(places[i]);
        outcomes_[row] = decisions.outcomes[i];
        denials_[row] = (decisions.denials[i / 64] >> (i % 64) & 1U) != 0;
        from_[row] = decisions.approved_from[i];
        through_[row] = decisions.approved_through[i];
    }
    const std::size_t words = batch::words_for(places.size());
    for (std::uint32_t i = 0; i < possible.size; ++i)
        take_possible(places, decisions.possible + i * words, possible[i]);
}

void Output::take_possible(std::span<const std::int64_t> places, const batch::Plane* plane, Outcome outcome) {
    const auto bit = static_cast<Outcomes>(1U << static_cast<unsigned>(outcome));
    for (std::size_t i = 0; i < places.size(); ++i)
        if ((plane[i / 64] >> (i % 64) & 1U) != 0) possible_[static_cast<std::size_t>(places[i])] |= bit;
}

void Output::refuse(std::int64_t place, const std::string& problem) {
    const auto row = static_cast<std::size_t>(place);
    refused_[row] = true;
    from_[row] = batch::no_day;
    through_[row] = batch::no_day;
    problems_[row] = problem;
}

std::vector<BuiltArray> Output::columns() const {
    TextRows outcomes(outcomes_.size());
    BoolRows denials(outcomes_.size());
    for (std::size_t row = 0; row < outcomes_.size(); ++row) {
        if (refused_[row]) {
            outcomes.add_null();
            denials.add_null();
        } else {
            outcomes.add(name_of(outcomes_[row]));
            denials.add(denials_[row]);
        }
    }
    std::vector<BuiltArray> columns;
    columns.push_back(std::move(outcomes).built());
    columns.push_back(std::move(denials).built());
    columns.push_back(day_column(from_));
    columns.push_back(day_column(through_));
    columns.push_back(possible_column());
    return columns;
}

BuiltArray Output::possible_column() const {
    ListRows lists(possible_.size());
    TextRows outcomes(possible_.size());
    for (std::size_t row = 0; row < possible_.size(); ++row) {
        if (refused_[row]) {
            lists.add_null();
            continue;
        }
        for (int outcome = 0; outcome < outcome_count; ++outcome)
            if ((possible_[row] >> outcome & 1U) != 0) outcomes.add(name_of(static_cast<Outcome>(outcome)));
        lists.add(outcomes.rows());
    }
    return std::move(lists).built(std::move(outcomes).built());
}

std::optional<BuiltArray> Output::problem_column() const {
    TextRows problems(outcomes_.size());
    std::size_t row = 0;
    for (const auto& [at, problem] : problems_) {
        for (; row < at; ++row) problems.add_null();
        problems.add(problem);
        ++row;
    }
    for (; row < outcomes_.size(); ++row) problems.add_null();
    if (problems.is_too_long()) return std::nullopt;
    return std::move(problems).built();
}

}  // namespace pol::arrow
