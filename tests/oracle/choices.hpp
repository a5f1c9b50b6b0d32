#pragma once

#include "tests/oracle/qalsody_by_hand.hpp"

#include <vector>

/// What the facts of a request can be, as far as it matters, and every combination of that.
namespace oracle {

using by_hand::Answer;
using by_hand::Day;
using by_hand::Known;
using by_hand::Level;
using by_hand::Request;

template <class Value>
[[nodiscard]] Answer<Value> given(Value value, Level level = Level::documented) {
    return {value, Known::given, level};
}
template <class Value>
[[nodiscard]] Answer<Value> not_given() {
    return {};
}
template <class Value>
[[nodiscard]] Answer<Value> not_knowable() {
    return {{}, Known::not_knowable, Level::claimed};
}

/// One fact of a request with the answers it takes in turn.
template <class Value>
struct Choices {
    Answer<Value> Request::*field;
    std::vector<Answer<Value>> answers;
};

template <class Visit>
void for_each_combination(Request& request, const Visit& visit) {
    visit(request);
}

/// Visits the request with every combination of the choices.
template <class Visit, class Value, class... More>
void for_each_combination(Request& request, const Visit& visit, const Choices<Value>& first, const More&... more) {
    for (const Answer<Value>& answer : first.answers) {
        request.*first.field = answer;
        for_each_combination(request, visit, more...);
    }
}

/// Two values at the level that counts, and not given. Too little evidence is the same to every condition.
template <class Value>
[[nodiscard]] Choices<Value> either_or_missing(Answer<Value> Request::*field, Value one, Value other,
                                               Level level = Level::documented) {
    return {field, {not_given<Value>(), given(one, level), given(other, level)}};
}

/// Two values at every level, not given and not knowable.
template <class Value>
[[nodiscard]] Choices<Value> every_answer(Answer<Value> Request::*field, const std::vector<Value>& values) {
    Choices<Value> choices{field, {not_given<Value>(), not_knowable<Value>()}};
    for (const Value value : values)
        for (const Level level : {Level::claimed, Level::attested, Level::documented})
            choices.answers.push_back(given(value, level));
    return choices;
}

[[nodiscard]] inline Day day(int year, unsigned month, unsigned day_of_month) {
    return std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day_of_month);
}
[[nodiscard]] inline by_hand::Birth born(Day exactly) { return {exactly, exactly}; }

/// An adult on Medicaid whose first request meets everything.
[[nodiscard]] Request adult_on_medicaid();
/// The same a year on, asking for a renewal that meets everything.
[[nodiscard]] Request renewal_on_medicaid();

}  // namespace oracle
