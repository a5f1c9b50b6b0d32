#include "pol/decide.hpp"
#include "pol/tested.hpp"

#include <doctest/doctest.h>

#include <cstdint>

// The engine on a policy small enough to see through: one ticked and one unticked line, one section with one
// requirement (clause 4), *criteria not met* otherwise (clause 5), and a fact that implies another.

namespace {

using pol::Evidence;
using pol::Outcome;
using pol::Presence;
using pol::Truth;
using pol::YesNo;

enum class Line : std::uint8_t { ticked, unticked };
enum class Benefit : std::uint8_t { medical };
enum class Kind : std::uint8_t { initial };

struct Request {
    pol::Fact<Line> line_of_business;
    pol::Fact<Benefit> benefit;
    pol::Fact<Kind> request;
    pol::Fact<pol::DateRange> birth_date;
    pol::Fact<pol::Date> date_of_request;
    pol::Fact<pol::Date> date_of_service;
    pol::Fact<pol::Date> first_start;
    pol::Fact<YesNo> cause;
    pol::Fact<YesNo> effect;
};

enum Clause { text, ticked_box, unticked_box, period, requirement, otherwise, clause_count };
enum FactId { cause = 7, effect = 8, fact_count };
constexpr int result_count = 5;
constexpr int criteria_not_met = 3;
constexpr int does_not_apply = 4;

template <class... Names>
constexpr pol::Bits<clause_count> clauses(Names... names) {
    return pol::bits_of<clause_count>(names...);
}

constexpr std::uint16_t printed_order[] = {requirement};
constexpr pol::LineRule<clause_count> lines[] = {{.box = ticked_box, .section = 0},
                                                 {.box = unticked_box, .section = pol::no_index}};
constexpr bool benefits[] = {true};
constexpr pol::SectionRule sections[] = {{.otherwise = otherwise, .otherwise_result = criteria_not_met}};
constexpr pol::CriteriaRule<clause_count> criteria[] = {
    {.approval = 0, .printed_order = printed_order, .requirements = clauses(requirement)}};
constexpr pol::ResultRule<clause_count> results[] = {
    {.result = pol::fixed_result(Outcome::criteria_not_met, pol::no_index)},
    {.result = pol::fixed_result(Outcome::does_not_apply, pol::no_index)}};
constexpr pol::ApprovalRule approvals[] = {
    {.terms = {.period_clause = period, .starts_on = 5, .duration = {30, pol::DurationUnit::days}}}};
constexpr pol::ImpliesRule implies[] = {{cause, effect}};
constexpr pol::AskedTest asked[] = {pol::asks(effect, Evidence::attested)};

constexpr pol::PolicyRules<clause_count> small_rules = {
    .text = {.clause = text, .selected_by = 5, .from = pol::date_of(2026, 1, 1), .through = pol::open_end},
    .lines = lines,
    .benefit_is_listed = benefits,
    .outside_result = does_not_apply,
    .sections = sections,
    .criteria = criteria,
    .kind_count = 1,
    .results = results,
    .approvals = approvals,
    .implies = implies,
};

struct Evaluator {
    using Request = ::Request;
    using Decision = pol::Decision<::clause_count, ::result_count, ::fact_count>;
    static constexpr int clause_count = ::clause_count;
    static constexpr int result_count = ::result_count;
    static constexpr int fact_count = ::fact_count;
    static constexpr int section_count = 1;
    static constexpr int implies_count = 1;
    static constexpr const pol::PolicyRules<clause_count>& rules = small_rules;

    static constexpr auto effect_holds(const Request& request) noexcept {
        return pol::is(request.effect, Evidence::attested, YesNo::yes);
    }
    static constexpr Truth gate_truth(const Request&) noexcept { return Truth::no; }
    static constexpr void evaluate(int, const Request&, pol::ClauseTruths<clause_count>&) noexcept {}
    static constexpr auto criteria(int, int, const Request& request, pol::ClauseTruths<clause_count>& truths) noexcept {
        truths.record(requirement, effect_holds(request).truth);
        return truths.all_of(clauses(requirement));
    }
    template <class Questions>
    static constexpr void ask(int clause, const Request& request, Questions& questions) noexcept {
        questions.about(clause, effect_holds(request).open, asked);
    }
    static constexpr const pol::Fact<pol::Date>& date(const Request& request, int) noexcept {
        return request.date_of_service;
    }
    static constexpr pol::Fact<pol::DateRange> dated(const Request& request, int) noexcept {
        return pol::dated(request.date_of_service);
    }
    static constexpr pol::Day<1> day(const Request& request, int, Evidence minimum) noexcept {
        return pol::day_of(request.date_of_service, minimum);
    }
    template <class AnyRequest>
    static constexpr auto& presence(AnyRequest& request, int fact) noexcept {
        switch (fact) {
            case 0:
                return request.line_of_business.presence;
            case 5:
                return request.date_of_service.presence;
            case cause:
                return request.cause.presence;
            default:
                return request.effect.presence;
        }
    }
    static constexpr pol::Bits<fact_count> numbers_beyond_bounds(const Request&) noexcept { return {}; }
    static constexpr pol::Bits<1> broken_implications(const Request& request) noexcept {
        pol::Bits<1> broken;
        broken.add_if(0, pol::contradicts(request.cause, request.effect));
        return broken;
    }
};

constexpr Request base() {
    Request request;
    request.line_of_business = {Line::ticked, Presence::given};
    request.benefit = {Benefit::medical, Presence::given};
    request.request = {Kind::initial, Presence::given};
    request.date_of_service = {pol::date_of(2026, 3, 1), Presence::given};
    request.effect = {YesNo::yes, Presence::given, Evidence::documented};
    return request;
}

constexpr Evaluator::Decision decide(const Request& request) {
    Evaluator::Decision decision;
    pol::decide<Evaluator>(request, decision);
    return decision;
}

// Decisions are constant expressions: generated sources prove their scenarios this way.
static_assert(decide(base()).outcome == Outcome::approved);

TEST_CASE("a met requirement is approved with its period and its clause") {
    const Evaluator::Decision decision = decide(base());
    CHECK(decision.outcome == Outcome::approved);
    CHECK(decision.clauses == clauses(requirement));
    CHECK(decision.results[0].result.period == pol::Period{pol::date_of(2026, 3, 1), pol::date_of(2026, 3, 30)});
    CHECK(decision.trace.state(requirement) == pol::ClauseState::yes);
    CHECK(decision.trace.state(otherwise) == pol::ClauseState::not_reached);
    CHECK(decision.trace.state(unticked_box) == pol::ClauseState::not_for_this_member);
}

TEST_CASE("an unknown requirement keeps both results and asks with the weight of its evidence") {
    Request request = base();
    request.effect.evidence = Evidence::claimed;
    const Evaluator::Decision decision = decide(request);
    CHECK(decision.outcome == Outcome::needs_information);
    CHECK(decision.result_count == 2);
    CHECK(decision.question_count == 1);
    CHECK(decision.questions[0].fact == effect);
    CHECK(decision.questions[0].kind == pol::QuestionKind::attest);
    CHECK(decision.questions[0].clauses == clauses(requirement));
}

TEST_CASE("an unknown line unites its routes and is asked first") {
    Request request = base();
    request.line_of_business = {};
    request.effect = {};
    const Evaluator::Decision decision = decide(request);
    CHECK(decision.result_count == 3);
    CHECK(decision.question_count == 2);
    CHECK(decision.questions[0].fact == 0);
    CHECK(decision.questions[1].fact == effect);
    CHECK(decision.trace.state(ticked_box) == pol::ClauseState::yes);
    CHECK(decision.trace.state(unticked_box) == pol::ClauseState::no);
}

TEST_CASE("an unknown service date leaves the approval open and the text in doubt") {
    Request request = base();
    request.date_of_service = {};
    const Evaluator::Decision decision = decide(request);
    CHECK(decision.result_count == 2);
    CHECK(decision.results[0].result.open);
    CHECK(decision.results[1].result.outcome == Outcome::does_not_apply);
    CHECK(decision.question_count == 1);
    CHECK(decision.questions[0].clauses == clauses(text, period));
    CHECK(decision.trace.state(ticked_box) == pol::ClauseState::unknown);
}

TEST_CASE("both facts of a broken implication are unknown, and both are to be resolved") {
    Request request = base();
    request.effect.value = YesNo::no;
    request.cause = {YesNo::yes, Presence::given, Evidence::claimed};
    const Evaluator::Decision decision = decide(request);
    CHECK(decision.outcome == Outcome::needs_information);
    CHECK(decision.question_count == 2);
    CHECK(decision.questions[0].fact == effect);
    CHECK(decision.questions[1].fact == cause);
    CHECK(decision.questions[1].kind == pol::QuestionKind::resolve);
    CHECK(decision.questions[1].clauses == clauses(requirement));
}

TEST_CASE("with nothing left to ask, somebody reviews the clauses nobody can answer") {
    Request request = base();
    request.effect.presence = Presence::not_knowable;
    const Evaluator::Decision decision = decide(request);
    CHECK(decision.outcome == Outcome::review);
    CHECK(decision.question_count == 0);
    CHECK(decision.clauses == clauses(requirement));
    CHECK_FALSE(decision.every_outcome_is_a_denial);
}

TEST_CASE("a clause with one state over its routes keeps it; with two it is unknown") {
    pol::TraceUnion<3> states;
    states.add({.for_member = pol::bits_of<3>(0, 1),
                .reached = pol::bits_of<3>(0, 1),
                .no = {},
                .yes = pol::bits_of<3>(0, 1)});
    states.add(
        {.for_member = pol::bits_of<3>(0, 1), .reached = pol::bits_of<3>(0), .no = {}, .yes = pol::bits_of<3>(0)});
    CHECK(states.trace().state(0) == pol::ClauseState::yes);
    CHECK(states.trace().state(1) == pol::ClauseState::unknown);
    CHECK(states.trace().state(2) == pol::ClauseState::not_for_this_member);
}

}  // namespace
