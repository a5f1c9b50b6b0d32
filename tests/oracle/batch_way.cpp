#include "tests/oracle/batch_way.hpp"

namespace oracle {

namespace {

using plan::qalsody::Possible;

/// No multiple of a block, so that every batch ends within one.
constexpr std::size_t batch_rows = 4'093;

Possible possible_of(const pol::Result& result) {
    switch (result.outcome) {
        case pol::Outcome::approved:
            return result.open ? Possible::approved_open : Possible::approved_MMC_9;
        case pol::Outcome::criteria_not_met:
            return Possible::criteria_not_met;
        case pol::Outcome::not_medically_necessary:
            return Possible::not_medically_necessary;
        case pol::Outcome::excluded:
            return Possible::excluded;
        case pol::Outcome::does_not_apply:
            return Possible::does_not_apply;
        default: {
            const pol::Text number = plan::qalsody::description().targets[result.target].number;
            return number.data[0] == 'L' ? Possible::refer_to_l33394 : Possible::refer_to_pharmacy_32;
        }
    }
}

bool has(const std::vector<pol::batch::Plane>& planes, std::size_t first_word, std::size_t row) {
    return (planes[first_word + row / 64] >> (row % 64) & 1U) != 0;
}

}  // namespace

BatchWay::BatchWay() : columns_(plan::qalsody::description().facts) {}

BatchWay::Expected BatchWay::expected_of(const plan::qalsody::Decision& decision) {
    const pol::Result& first = decision.results[0].result;
    const bool decided = decision.result_count == 1 && !first.open;
    Expected expected{.outcome = decision.outcome,
                      .denied = decided ? is_denial(decision.outcome) : decision.every_outcome_is_a_denial,
                      .possible = 0,
                      .period = {{pol::batch::no_day}, {pol::batch::no_day}}};
    for (int i = 0; i < decision.result_count; ++i)
        expected.possible |= 1U << static_cast<unsigned>(possible_of(decision.results[i].result));
    if (decided && decision.outcome == pol::Outcome::approved) expected.period = first.period;
    return expected;
}

void BatchWay::add(const pol::RequestRecord& request, const plan::qalsody::Decision& decision) {
    columns_.add(request);
    expected_.push_back(expected_of(decision));
    if (expected_.size() == batch_rows) compare();
}

void BatchWay::compare() {
    plan::qalsody::Columns columns;
    for (std::uint16_t fact = 0; fact < plan::qalsody::fact_count; ++fact)
        set_column(columns, fact, columns_.column(fact));
    const std::size_t rows = expected_.size();
    const std::size_t words = pol::batch::words_for(rows);
    std::vector<pol::Outcome> outcomes(rows);
    std::vector<pol::batch::Plane> denials(words);
    std::vector<pol::batch::Plane> possible(words * plan::qalsody::possible_count);
    std::vector<std::int32_t> from(rows), through(rows);
    decide(columns, rows, {outcomes.data(), denials.data(), possible.data(), from.data(), through.data()});
    for (std::size_t row = 0; row < rows; ++row) {
        Expected found{outcomes[row], has(denials, 0, row), 0, {{from[row]}, {through[row]}}};
        for (std::size_t i = 0; i < plan::qalsody::possible_count; ++i)
            found.possible |= static_cast<std::uint32_t>(has(possible, i * words, row)) << i;
        compare_row(row, found);
    }
    compared_ += rows;
    columns_.clear();
    expected_.clear();
}

void BatchWay::compare_row(std::size_t row, const Expected& found) {
    const Expected& expected = expected_[row];
    const bool same = found.outcome == expected.outcome && found.denied == expected.denied &&
                      found.possible == expected.possible && found.period == expected.period;
    if (same || !difference_.empty()) return;
    difference_ = "request " + std::to_string(compared_ + row) + " is outcome " +
                  std::to_string(static_cast<int>(found.outcome)) + " in a batch, not " +
                  std::to_string(static_cast<int>(expected.outcome)) + "; possible " + std::to_string(found.possible) +
                  ", not " + std::to_string(expected.possible);
}

}  // namespace oracle
