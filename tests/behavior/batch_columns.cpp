#include "tests/behavior/batch_columns.hpp"

#include <algorithm>

namespace pol::testing {

namespace {

batch::Cell cell(FactType type, const Answer& answer) {
    const bool is_choice = type == FactType::yes_no || type == FactType::one_of;
    if (answer.presence == Presence::given) return batch::cell_given(answer.evidence, is_choice ? answer.value : 0);
    return answer.presence == Presence::not_knowable ? batch::cell_not_knowable : batch::cell_not_given;
}

std::int64_t digits_at(Decimal number, std::uint8_t places) {
    return number.digits * power_of_ten(places - number.places);
}

}  // namespace

BatchColumns::BatchColumns(const List<FactDescription>& facts) {
    for (const FactDescription& fact : facts)
        facts_.push_back(
            {.type = fact.type, .cells = {}, .first = {}, .last = {}, .numbers = {}, .digits = {}, .offsets = {0}});
}

void BatchColumns::add(const RequestRecord& request) {
    for (std::size_t fact = 0; fact < facts_.size(); ++fact) {
        add_answer(facts_[fact], request.answers[fact]);
        const auto own = std::count_if(request.entries.begin(), request.entries.end(),
                                       [&](const EntryRecord& entry) { return entry.list == fact; });
        facts_[fact].offsets.push_back(facts_[fact].offsets.back() + static_cast<std::int32_t>(own));
    }
}

void BatchColumns::clear() {
    for (Arrays& arrays : facts_) {
        arrays.cells.clear();
        arrays.first.clear();
        arrays.last.clear();
        arrays.numbers.clear();
        arrays.offsets.assign(1, 0);
    }
}

void BatchColumns::add_answer(Arrays& arrays, const Answer& answer) {
    const bool is_date = arrays.type == FactType::date;
    arrays.cells.push_back(cell(arrays.type, answer));
    arrays.first.push_back(is_date ? answer.date.days : answer.range.first.days);
    arrays.last.push_back(is_date ? answer.date.days : answer.range.last.days);
    arrays.numbers.push_back(normalized(answer.number));
}

batch::AnyColumn BatchColumns::column(std::size_t fact) {
    Arrays& arrays = facts_[fact];
    std::uint8_t places = 0;
    for (const Decimal number : arrays.numbers) places = std::max(places, number.places);
    arrays.digits.clear();
    for (const Decimal number : arrays.numbers) arrays.digits.push_back(digits_at(number, places));
    return {.cells = arrays.cells.data(),
            .first = arrays.first.data(),
            .last = arrays.last.data(),
            .digits = arrays.digits.data(),
            .places = places,
            .offsets = arrays.offsets.data(),
            .entries = nullptr};
}

}  // namespace pol::testing
