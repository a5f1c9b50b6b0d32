#include "pol/tested.hpp"
#include "pol/typed_case.hpp"

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
constexpr int clause_room = pol::word_room(clause_count);
constexpr int result_count = 5;
constexpr int criteria_not_met = 3;
constexpr int does_not_apply = 4;

template <class... Names>
constexpr pol::Bits<clause_room> clauses(Names... names) {
    return pol::bits_of<clause_room>(names...);
}

constexpr std::uint16_t printed_order[] = {requirement};
constexpr pol::LineRule<clause_room> lines[] = {
    {.box = ticked_box, .section = 0, .for_every_member = clauses(ticked_box, otherwise)},
    {.box = unticked_box, .section = pol::no_index, .for_every_member = clauses(unticked_box)}};
constexpr bool benefits[] = {true};
constexpr pol::SectionRule sections[] = {{.otherwise = otherwise, .otherwise_result = criteria_not_met}};
constexpr pol::CriteriaRule<clause_room> criteria[] = {
    {.approval = 0, .printed_order = printed_order, .requirements = clauses(requirement)}};
constexpr pol::ResultRule<clause_room> results[] = {{.result = {Outcome::criteria_not_met}},
                                                    {.result = {Outcome::does_not_apply}}};
constexpr pol::ApprovalRule approvals[] = {
    {.terms = {.period_clause = period, .starts_on = 5, .duration = {30, pol::DurationUnit::days}}}};
constexpr pol::ImpliesRule implies[] = {{cause, effect}};
constexpr pol::AskedTest asked[] = {pol::asks(effect, Evidence::attested)};

constexpr pol::PolicyRules<clause_room> small_rules = {
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
    static constexpr int clause_room = ::clause_room;
    static constexpr int fact_count = ::fact_count;
    static constexpr const pol::PolicyRules<clause_room>& rules = small_rules;

    static constexpr auto effect_holds(const Request& request) noexcept {
        return pol::is(request.effect, Evidence::attested, YesNo::yes);
    }
    static constexpr Truth gate_truth(const Request&) noexcept { return Truth::no; }
    static constexpr void evaluate(int, const Request&, pol::ClauseTruths<clause_room>&) noexcept {}
    static constexpr auto criteria(int, int, const Request& request, pol::ClauseTruths<clause_room>& truths) noexcept {
        truths.record(requirement, effect_holds(request).truth);
        return truths.all_of(clauses(requirement));
    }
    template <class Questions>
    static constexpr void ask(int clause, const Request& request, Questions& questions) noexcept {
        questions.about(clause, effect_holds(request).open, asked);
    }
    template <class AnyRequest, class Visitor>
    static constexpr auto visit(AnyRequest& request, int fact, Visitor visitor) noexcept {
        switch (fact) {
            case 0:
                return visitor(request.line_of_business);
            case 1:
                return visitor(request.benefit);
            case 2:
                return visitor(request.request);
            case 5:
                return visitor(request.date_of_service);
            case cause:
                return visitor(request.cause);
            default:
                return visitor(request.effect);
        }
    }
    template <class Set>
    static constexpr void find_broken_implications(const Request& request, Set& broken) noexcept {
        broken.add_if(0, pol::contradicts(request.cause, request.effect));
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
