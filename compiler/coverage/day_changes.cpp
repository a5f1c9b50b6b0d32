#include "compiler/coverage/test_changes.hpp"
#include "compiler/source/overloaded.hpp"

namespace pol::coverage {

namespace {

/// The day of the year beside another; of a common year, as no day of every year is 29 February.
model::YearlyDay moved(const model::YearlyDay& yearly, std::int32_t days) {
    const CivilDate civil = to_civil(add_days(date_of(2001, yearly.month, yearly.day), days));
    model::YearlyDay changed = yearly;
    changed.month = civil.month;
    changed.day = civil.day;
    return changed;
}

}  // namespace

void TestChanges::change(model::Day& day, const Words& words) {
    if (day.offset.amount != 0)
        for (const std::int32_t step : {1, -1}) changer_.replace(day.offset.amount, day.offset.amount + step, words);
    change_base(day, words);
    change_evidence(day.minimum, words);
}

void TestChanges::change_base(model::Day& day, const Words& words) {
    std::visit(overloaded{[](model::FactIndex) {}, [](const model::DayOfTerm&) {},
                          [&](Date& date) {
                              for (const std::int32_t step : {1, -1})
                                  changer_.replace(date, add_days(date, step), words);
                          },
                          [&](model::YearlyDay& yearly) {
                              changer_.replace(yearly.is_last, !yearly.is_last, words);
                              for (const std::int32_t step : {1, -1})
                                  changer_.replace(yearly, moved(yearly, step), words);
                              change(yearly.from.front(), words);
                          },
                          [&](model::ExtremeDay& extreme) {
                              changer_.replace(extreme.earlier, !extreme.earlier, words);
                              for (model::Day& operand : extreme.operands) change(operand, words);
                          },
                          [&](model::MovedDay& from) { change(from.from.front(), words); },
                          [&](model::ChosenEntry& chosen) { change_entry(chosen, words); }},
               day.base);
}

void TestChanges::change_entry(model::ChosenEntry& chosen, const Words& words) {
    changer_.replace(chosen.latest, !chosen.latest, words);
    change_entries(chosen.entries, words);
}

}  // namespace pol::coverage
