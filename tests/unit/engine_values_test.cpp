#include "tests/support/clinic_evaluator.hpp"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>

// The engine on a policy that computes (tests/support/clinic_evaluator.hpp).

namespace {

using namespace clinic;

constexpr const char* names[] = {"line_of_business", "benefit",         "request",     "birth_date",
                                 "date_of_request",  "date_of_service", "first_start", "onset",
                                 "hemoglobin",       "weight",          "weeks",       "acute",
                                 "contract_end"};
constexpr const char* kinds[] = {"answer", "attest", "document", "exact date", "measure again", "resolve"};
constexpr const char* labels[] = {"text",   "box",       "low",    "heavy", "sudden", "early",
                                  "infant", "otherwise", "period", "again", "kit"};

std::string words(const pol::Bits<clause_room>& set) {
    std::string list;
    for_each(set, [&](int clause) { list += std::string(list.empty() ? "" : " ") + labels[clause]; });
    return list;
}

/// `document weight [heavy kit]; …`
std::string asked(const Request& request) {
    const Evaluator::Decision decision = decide(request);
    std::string list;
    for (int i = 0; i < decision.question_count; ++i) {
        const auto& question = decision.questions[i];
        list += std::string(i == 0 ? "" : "; ") + kinds[static_cast<int>(question.kind)] + " " + names[question.fact] +
                " [" + words(question.clauses) + "]";
    }
    return list;
}

/// A base request with one change.
template <class Change>
Request with(Change change) {
    Request request = base();
    change(request);
    return request;
}

}  // namespace

TEST_CASE("a computed approval has its length, cut off at its last day, and its amounts") {
    const Evaluator::Decision decision = decide(base());
    CHECK(decision.outcome == Outcome::approved);
    CHECK(decision.results[0].result.period == pol::Period{date_of(2026, 3, 1), date_of(2026, 3, 21)});
    CHECK(decision.results[0].result.amounts[0] == decimal("39.6"));
    CHECK(words(decision.clauses) == "low heavy early infant");
    const auto through = [](Date contract_end) {
        return decide(with([&](Request& request) { request.contract_end.value = contract_end; }))
            .results[0]
            .result.period.through;
    };
    CHECK(through(date_of(2026, 3, 22)) == date_of(2026, 3, 21));
    CHECK(through(date_of(2026, 3, 20)) == date_of(2026, 3, 20));
    CHECK(through(date_of(2026, 3, 1)) == date_of(2026, 3, 1));
}

TEST_CASE("a last day before the first contradicts it: both are to be resolved") {
    const Request request = with([](Request& change) { change.contract_end.value = date_of(2026, 2, 28); });
    CHECK(decide(request).results[0].result.open);
    CHECK(asked(request) == "resolve date_of_service [period]; resolve contract_end [period]");
    // While the length is unknown that is asked first.
    CHECK(asked(with([](Request& change) {
              change.contract_end.value = date_of(2026, 2, 28);
              change.acute = pol::documented(YesNo::no);
          })) == "document weeks [period]");
}

TEST_CASE("what keeps an approval open is asked last, with the clause that computes it") {
    CHECK(asked(with([](Request& request) { request.contract_end = {}; })) == "answer contract_end [period]");
    const Request nothing_known = with([](Request& request) {
        request.acute = {};
        request.weight = {};
        request.contract_end = {};
    });
    CHECK(asked(nothing_known) ==
          "document weight [heavy kit]; document acute [period]; document weeks [period]; "
          "answer contract_end [period]");
    CHECK(asked(with([](Request& request) {
              request.acute = pol::documented(YesNo::no);
              request.weeks = pol::attested(decimal("12"));
          })) == "document weeks [period]");
    CHECK(asked(with([](Request& request) {
              request.request = pol::given(Kind::renewal);
              request.weight = {};
          })) == "document weight [heavy kit]");
}

TEST_CASE("an approval that only nobody's answer can close wants a human for its period") {
    const Request half_weeks = with([](Request& request) {
        request.acute = pol::documented(YesNo::no);
        request.weeks = pol::documented(decimal("1.5"));
    });
    const Evaluator::Decision decision = decide(half_weeks);
    CHECK(decision.outcome == Outcome::review);
    CHECK(words(decision.clauses) == "period");
    CHECK(asked(half_weeks).empty());
}

TEST_CASE("a clause that nothing can answer is left to review") {
    const Evaluator::Decision decision =
        decide(with([](Request& request) { request.weight = pol::documented(decimal("0")); }));
    CHECK(decision.outcome == Outcome::review);
    CHECK(words(decision.clauses) == "heavy");
    CHECK(decision.question_count == 0);
}

TEST_CASE("an approval that is not anchored starts on its own date for every kind") {
    const Evaluator::Decision decision = decide(with([](Request& request) {
        request.request = pol::given(Kind::renewal);
        request.first_start = {};
    }));
    CHECK(decision.outcome == Outcome::approved);
    CHECK(decision.results[0].result.period == pol::Period{date_of(2026, 3, 1), date_of(2026, 5, 23)});
    CHECK(decision.results[0].result.amounts[0] == decimal("39.6"));
}

TEST_CASE("approvals of one period are one result only if their amounts agree, and stand in the order of these") {
    const auto with_weight = [](pol::Decimal weight) {
        return decide(with([&](Request& request) {
            request.request = {};
            request.acute = pol::documented(YesNo::no);
            request.weeks = pol::documented(decimal("12"));
            request.weight = pol::documented(weight);
        }));
    };
    const Evaluator::Decision two = with_weight(decimal("10"));
    CHECK(two.outcome == Outcome::needs_information);
    CHECK(two.result_count == 2);
    CHECK(two.results[0].result.approval == 1);
    CHECK(two.results[0].result.amounts[0] == decimal("50"));
    CHECK(two.results[1].result.amounts[0] == decimal("55"));
    CHECK(two.questions[0].fact == 2);
    const Evaluator::Decision one = with_weight(decimal("7.2"));
    CHECK(one.outcome == Outcome::approved);
    CHECK(one.results[0].result.approval == 0);
    CHECK(one.results[0].result.amounts[0] == decimal("39.6"));
}

TEST_CASE("an item that is not for the member counts as met, is not cited, asked or in the trace") {
    const Request request = with([](Request& change) {
        change.acute = pol::documented(YesNo::no);
        change.weeks = pol::documented(decimal("2"));
        change.onset = {};
        change.birth_date = {};
    });
    const Evaluator::Decision decision = decide(request);
    CHECK(decision.outcome == Outcome::approved);
    CHECK(words(decision.clauses) == "low heavy");
    for (const Clause clause : {sudden, early, infant})
        CHECK(decision.trace.state(clause) == ClauseState::not_for_this_member);
    CHECK(decision.trace.state(low) == ClauseState::yes);
}

TEST_CASE("an item that may not be for the member asks that first, then what it asks") {
    const Request request = with([](Request& change) {
        change.acute = {};
        change.onset = {};
    });
    const Evaluator::Decision decision = decide(request);
    CHECK(decision.trace.state(sudden) == ClauseState::unknown);
    CHECK(asked(request) == "document acute [sudden period]; document onset [early infant]; document weeks [period]");
    // What fails below is not asked again, as the item is open only for want of the condition.
    CHECK(asked(with([](Request& change) {
              change.acute = {};
              change.onset = pol::documented(pol::exact_day(date_of(2026, 3, 2)));
          })) == "document acute [sudden period]; document weeks [period]");
}

TEST_CASE("a measurement is asked for by what is wrong with it") {
    const auto taken = [](pol::DateRange on) {
        return asked(with(
            [&](Request& request) { request.hemoglobin = pol::documented(pol::measurement(decimal("9.4"), on)); }));
    };
    CHECK(taken(pol::exact_day(date_of(2026, 1, 29))) == "measure again hemoglobin [low]");
    CHECK(taken(pol::some_day_in(2025, 12)) == "measure again hemoglobin [low]");
    CHECK(taken(pol::some_day_in(2026, 1)) == "exact date hemoglobin [low]");
    CHECK(taken(pol::some_day_in(2026, 2)).empty());
    CHECK(asked(with([](Request& request) { request.hemoglobin = {}; })) == "document hemoglobin [low]");
    CHECK(asked(with([](Request& request) { request.hemoglobin.evidence = Evidence::attested; })) ==
          "document hemoglobin [low]");
}

TEST_CASE("a day is asked for if it is missing, and exactly if it is partial") {
    CHECK(asked(with([](Request& request) { request.onset.evidence = Evidence::claimed; })) ==
          "document onset [early infant]");
    CHECK(asked(with([](Request& request) { request.onset = pol::documented(pol::some_day_in(2026, 3)); })) ==
          "exact date onset [early]");
    CHECK(asked(with([](Request& request) { request.onset = pol::documented(pol::some_day_in(2026, 2)); })).empty());
    CHECK(asked(with([](Request& request) { request.onset = pol::not_knowable; })).empty());
}

TEST_CASE("a number beyond its bounds is not given") {
    const Request request = with([](Request& change) { change.weight = pol::documented(decimal("400.000001")); });
    CHECK(asked(request) == asked(with([](Request& change) { change.weight = {}; })));
    CHECK(asked(request) == "document weight [heavy kit]");
}

TEST_CASE("an age on a partial day asks for the birth, the day or both") {
    const auto born = [](Fact<pol::DateRange> birth, Fact<pol::DateRange> onset) {
        return asked(with([&](Request& request) {
            request.birth_date = birth;
            request.onset = onset;
        }));
    };
    const auto january = pol::documented(pol::some_day_in(2026, 1));
    CHECK(born({}, january) == "answer birth_date [infant]; exact date onset [infant]");
    CHECK(born(pol::born_on(date_of(2024, 1, 15)), january) == "exact date onset [infant]");
    CHECK(born(pol::born_in(2024, 1), january) == "exact date birth_date [infant]; exact date onset [infant]");
    CHECK(born(pol::born_in(2024, 1), pol::documented(pol::exact_day(date_of(2026, 1, 15)))) ==
          "exact date birth_date [infant]");
    CHECK(born(pol::born_in(2024, 1), {}) == "document onset [early infant]");
    CHECK(born(pol::born_on(date_of(2026, 2, 1)), january) == "resolve birth_date [infant]; resolve onset [infant]");
    CHECK(born(pol::born_on(date_of(2026, 1, 31)), january).empty());
}

TEST_CASE("a day before the text, in it and after it") {
    const auto outcome = [](Date day) {
        return decide(with([&](Request& request) { request.date_of_service.value = day; }));
    };
    CHECK(outcome(date_of(2025, 12, 31)).outcome == Outcome::refer);
    CHECK(words(outcome(date_of(2025, 12, 31)).clauses) == "text");
    CHECK(outcome(date_of(2027, 1, 1)).outcome == Outcome::does_not_apply);
    CHECK(words(outcome(date_of(2027, 1, 1)).clauses) == "text");
    CHECK(outcome(date_of(2026, 1, 1)).trace.state(box) == ClauseState::yes);
    CHECK(outcome(date_of(2026, 12, 31)).trace.state(box) == ClauseState::yes);
}

TEST_CASE("a missing service date may lie before, in and after the text, as far as its bound allows") {
    const auto possible = [](Fact<Date> requested) {
        const Evaluator::Decision decision = decide(with([&](Request& request) {
            request.date_of_service = {};
            request.date_of_request = requested;
        }));
        std::string list;
        for (int i = 0; i < decision.result_count; ++i) {
            const pol::Result& result = decision.results[i].result;
            list += result.outcome == Outcome::refer            ? " refer"
                    : result.outcome == Outcome::does_not_apply ? " outside"
                    : result.open                               ? " open"
                                                                : " other";
        }
        return list;
    };
    CHECK(possible({}) == " open other outside refer");
    CHECK(possible(pol::given(date_of(2026, 2, 20))) == " open other outside");
    CHECK(possible(pol::given(date_of(2027, 1, 1))) == " outside");
}

TEST_CASE("a date that surely lies in the text is asked only where its day matters") {
    // The bound leaves no day after the text here, so the text is sure though the date is missing.
    struct Endless : Evaluator {
        static constexpr pol::DateRange selecting_day(const Request& request) noexcept {
            pol::DateRange day = Evaluator::selecting_day(request);
            if (date_of(2026, 12, 31) < day.last) day.last = date_of(2026, 12, 31);
            return day;
        }
    };
    Request request = base();
    request.date_of_service = {};
    Evaluator::Decision decision;
    pol::decide<Endless>(request, decision);
    CHECK(decision.result_count == 2);
    CHECK(decision.results[0].result.open);
    CHECK(decision.trace.state(box) == ClauseState::yes);
    CHECK(decision.question_count == 1);
    CHECK(decision.questions[0].fact == date_of_service);
    CHECK(words(decision.questions[0].clauses) == "low period");
}
