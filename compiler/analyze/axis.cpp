#include "compiler/analyze/axis.hpp"

#include <algorithm>

namespace pol::analysis {

namespace {

constexpr std::int64_t linear_places = 24;

std::int64_t in_millionths(Decimal value) { return value.digits * power_of_ten(most_places - value.places); }

/// Without the zeros that the place does not need.
Decimal of_millionths(std::int64_t millionths) {
    Decimal value{.digits = millionths, .places = most_places};
    for (; value.places > 0 && value.digits % 10 == 0; --value.places) value.digits /= 10;
    return value;
}

}  // namespace

Answer on_day(Answer answer, Date day) {
    answer.date = day;
    answer.range = {.first = day, .last = day};
    return answer;
}

Answer Axis::moved(Answer answer, std::int64_t place) const {
    if (is_day) return on_day(answer, Date{static_cast<std::int32_t>(place)});
    answer.number = of_millionths(place);
    return answer;
}

std::vector<std::int64_t> Axis::places() const {
    std::vector<std::int64_t> found{first, last};
    for (std::int64_t i = 1; i < linear_places; ++i) found.push_back(first + (last - first) / linear_places * i);
    const bool is_around_zero = !is_day && first < 0 && 0 < last;
    for (std::int64_t step = 1; step < last - first && step < power_of_ten(17); step *= 10) {
        found.push_back(first + step);
        if (is_around_zero && first < -step) found.push_back(-step);
        if (is_around_zero && step < last) found.push_back(step);
    }
    if (is_around_zero) found.push_back(0);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

Axis numbers_of(const model::Fact& fact) {
    return {.is_day = false, .first = in_millionths(fact.least), .last = in_millionths(fact.most)};
}

Axis days_between(Date first, Date last) { return {.is_day = true, .first = first.days, .last = last.days}; }

}  // namespace pol::analysis
