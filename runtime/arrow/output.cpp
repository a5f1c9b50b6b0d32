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
    : outcomes_(rows), denials_(rows), from_(rows, batch::no_day), through_(rows, batch::no_day), refused_(rows) {}

void Output::take(std::span<const std::int64_t> places, const batch::Decisions& decisions) {
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto row = static_cast<std::size_t>(places[i]);
        outcomes_[row] = decisions.outcomes[i];
        denials_[row] = (decisions.denials[i / 64] >> (i % 64) & 1U) != 0;
        from_[row] = decisions.approved_from[i];
        through_[row] = decisions.approved_through[i];
    }
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
    return columns;
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
