#include "compiler/compare/reads.hpp"

#include "compiler/source/overloaded.hpp"
#include "pol/description.hpp"

#include <algorithm>

namespace pol::comparison {

void Reads::add(const model::Day& day) {
    std::visit(overloaded{[&](model::FactIndex fact) { note(fact, day.minimum); }, [](Date) {},
                          [&](const model::DayOfTerm& term) { add_term(term.term); },
                          [&](const model::YearlyDay& yearly) { add_all(yearly.from); },
                          [&](const model::ExtremeDay& extreme) { add_all(extreme.operands); },
                          [&](const model::MovedDay& moved) { add_all(moved.from); },
                          [&](const model::ChosenEntry& chosen) { read(chosen); }},
               day.base);
}

void Reads::add(const std::vector<model::Case>& cases) {
    for (const model::Case& one : cases) {
        add(one.when);
        add(one.value);
    }
}

void Reads::add(const std::vector<model::DayCase>& cases) {
    for (const model::DayCase& one : cases) {
        add(one.when);
        add(one.day);
    }
}

void Reads::add_term(model::TermIndex term) {
    if (terms.insert(term).second) std::visit([&](const auto& body) { add(body); }, policy_.terms[term].body);
}

void Reads::read(const model::AgeTest& test) {
    facts.insert(index_of(BuiltinFact::birth_date));
    note(test.at, test.minimum);
    note_age(test.amount, test.unit);
}

void Reads::read(const model::AgeOnDayTest& test) {
    facts.insert(index_of(BuiltinFact::birth_date));
    add(test.on);
    note_age(test.amount, test.unit);
}

void Reads::read(const model::NumberTest& test) {
    add(test.left);
    add(test.right);
    sums.push_back(test);
}

void Reads::read(const model::DayTest& test) {
    add(test.left);
    add(test.right);
}

void Reads::read(const model::CountTest& test) {
    most_entries = std::max(most_entries, test.count);
    read(test.entries);
    if (test.distinct) facts.insert(test.distinct->field);
}

void Reads::read(const model::EntryFilter& entries) {
    note(entries.list, entries.minimum);
    filters.push_back(entries);
    add_all(entries.where);
}

void Reads::read(const model::MeasurementOfFact& measured) {
    note(measured.fact, measured.minimum);
    add(measured.from);
    add(measured.through);
}

void Reads::read(const model::Elapsed& elapsed) {
    add(elapsed.from);
    add(elapsed.to);
}

void Reads::read(const model::Aggregate& aggregate) {
    read(aggregate.entries);
    if (aggregate.field) facts.insert(*aggregate.field);
}

void Reads::read(const model::ChosenEntry& chosen) {
    read(chosen.entries);
    facts.insert({chosen.field, chosen.by});
    // Which of two entries is chosen shows with two.
    most_entries = std::max<std::int32_t>(most_entries, 2);
}

}  // namespace pol::comparison
