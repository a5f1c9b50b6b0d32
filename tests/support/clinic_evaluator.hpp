#pragma once

#include "pol/given.hpp"
#include "pol/typed_case.hpp"

#include <cstdint>

/// A policy written by hand that computes: a text with an end and a refer before it, a service date with a bound, a
/// measured value, an item that is only for some, and two approvals with computed lengths and amounts.
namespace clinic {

using pol::bits_of;
using pol::ClauseState;
using pol::Date;
using pol::date_of;
using pol::decimal;
using pol::Evidence;
using pol::exactly;
using pol::Fact;
using pol::Outcome;
using pol::Truth;
using pol::YesNo;

enum class Line : std::uint8_t { commercial };
enum class Benefit : std::uint8_t { medical };
enum class Kind : std::uint8_t { initial, renewal };

struct Request {
    Fact<Line> line_of_business;
    Fact<Benefit> benefit;
    Fact<Kind> request;
    Fact<pol::DateRange> birth_date;
    Fact<Date> date_of_request;
    Fact<Date> date_of_service;
    Fact<Date> first_start;
    Fact<pol::DateRange> onset;
    Fact<pol::Measurement> hemoglobin;
    Fact<pol::Decimal> weight;
    Fact<pol::Decimal> weeks;
    Fact<YesNo> acute;
    Fact<Date> contract_end;
};

enum FactId {
    birth_date = 3,
    date_of_service = 5,
    onset = 7,
    hemoglobin,
    weight,
    weeks,
    acute,
    contract_end,
    fact_count
};
enum Clause { text, box, low, heavy, sudden, early, infant, otherwise, period, again, kit, clause_count };
// Two approvals with two places each, the open one, then these.
enum Place { criteria_not_met = 5, does_not_apply, refer, result_count };

constexpr int clause_room = pol::word_room(clause_count);
constexpr pol::CalendarRules calendar{};
constexpr Evidence none = Evidence::none;
constexpr Evidence documented = Evidence::documented;

template <class... Names>
constexpr pol::Bits<clause_room> clauses(Names... names) {
    return bits_of<clause_room>(names...);
}

// The days, and what the clauses ask.

constexpr auto service(const Request& request, Evidence minimum) noexcept {
    return not_before(day_of(request.date_of_service, minimum), day_of(request.date_of_request, none));
}
constexpr auto low_holds(const Request& request) noexcept {
    return is_less_than(measured(request.hemoglobin, documented,
                                 moved(service(request, none), {-30, pol::DurationUnit::days}, calendar.short_months),
                                 service(request, none)),
                        exactly(10));
}
constexpr pol::AskedTest low_asks[] = {pol::asks_day(hemoglobin, documented), pol::asks_again(hemoglobin, documented),
                                       pol::asks_day(date_of_service, none), pol::asks_day(date_of_service, none)};

constexpr auto heavy_holds(const Request& request) noexcept {
    return is_at_most(exactly(10) / amount_of(request.weight, documented), exactly(5));
}
constexpr pol::AskedTest heavy_asks[] = {pol::asks(weight, documented)};

constexpr auto is_acute(const Request& request) noexcept { return is(request.acute, documented, YesNo::yes); }
constexpr pol::AskedTest acute_asks[] = {pol::asks(acute, documented)};

constexpr auto early_holds(const Request& request) noexcept {
    return is_on_or_before(day_of(request.onset, documented), service(request, none));
}
constexpr pol::AskedTest early_asks[] = {pol::asks_day(onset, documented), pol::asks_day(date_of_service, none)};

constexpr auto infant_holds(const Request& request) noexcept {
    return age_less_than(request.birth_date, day_of(request.onset, documented), pol::years(2), calendar);
}
constexpr pol::AskedTest infant_asks[] = {pol::asks_age(onset, documented)};

constexpr auto initial_length(const Request& request) noexcept {
    return first_of(in_case(is_acute(request), exactly(21)), amount_of(request.weeks, documented) * exactly(7));
}
constexpr pol::AskedTest initial_length_asks[] = {pol::asks(acute, documented), pol::asks(weeks, documented)};
constexpr auto initial_until(const Request& request) noexcept { return day_of(request.contract_end, none); }
constexpr pol::AskedTest initial_until_asks[] = {pol::asks_day(contract_end, none)};
constexpr auto kit_volume(const Request& request) noexcept {
    return amount_of(request.weight, documented) * exactly(pol::number(11, 2));
}
constexpr auto renewal_volume(const Request& request) noexcept { return lesser_of(kit_volume(request), exactly(50)); }
constexpr pol::AskedTest kit_asks[] = {pol::asks(weight, documented)};

// The policy as the engine sees it.

constexpr pol::LineRule<clause_room> lines[] = {
    {.box = box, .section = 0, .for_every_member = bits_of<clause_room>(box, otherwise)}};
constexpr bool benefits[] = {true};
constexpr pol::SectionRule sections[] = {{.otherwise = otherwise, .otherwise_result = criteria_not_met}};
constexpr std::uint16_t printed_order[] = {low, heavy, sudden, early, infant};
constexpr auto required = bits_of<clause_room>(low, heavy, sudden, early, infant);
constexpr auto below_sudden = bits_of<clause_room>(early, infant);
constexpr pol::ConditionalRule<clause_room> conditional[] = {{.clause = sudden, .below = below_sudden}};
constexpr pol::CriteriaRule<clause_room> criteria_rules[] = {{.approval = 0,
                                                              .printed_order = printed_order,
                                                              .requirements = required,
                                                              .below_conditional = below_sudden,
                                                              .conditional = conditional},
                                                             {.approval = 1,
                                                              .printed_order = printed_order,
                                                              .requirements = required,
                                                              .below_conditional = below_sudden,
                                                              .conditional = conditional}};
constexpr pol::ResultRule<clause_room> results[] = {
    {.result = {Outcome::criteria_not_met}}, {.result = {Outcome::does_not_apply}}, {.result = {Outcome::refer, 0}}};
constexpr pol::ApprovalRule approvals[] = {
    {.terms = {.period_clause = period, .starts_on = date_of_service, .duration = {0, pol::DurationUnit::days}},
     .anchored = false,
     .has_length = true,
     .has_until = true,
     .until_fact = contract_end,
     .amount_count = 1},
    {.terms = {.period_clause = again, .starts_on = date_of_service, .duration = {84, pol::DurationUnit::days}},
     .anchored = false,
     .amount_count = 1}};

constexpr pol::PolicyRules<clause_room> clinic_rules = {
    .text = {.clause = text,
             .selected_by = date_of_service,
             .from = date_of(2026, 1, 1),
             .through = date_of(2026, 12, 31),
             .earlier_result = refer},
    .calendar = calendar,
    .lines = lines,
    .benefit_is_listed = benefits,
    .outside_result = does_not_apply,
    .sections = sections,
    .criteria = criteria_rules,
    .kind_count = 2,
    .results = results,
    .approvals = approvals,
    .computes_extents = true,
    .computes_amounts = true,
};

struct Evaluator {
    using Request = clinic::Request;
    using Decision = pol::Decision<clinic::clause_count, clinic::result_count, clinic::fact_count>;
    using Truths = pol::ClauseTruths<clinic::clause_room>;
    static constexpr int clause_room = clinic::clause_room;
    static constexpr int fact_count = clinic::fact_count;
    static constexpr const pol::PolicyRules<clause_room>& rules = clinic_rules;

    static constexpr Truth gate_truth(const Request&) noexcept { return Truth::no; }
    static constexpr auto if_acute(const Truths& truths) noexcept {
        return truths.only_if(sudden, truths.all_of(clauses(early, infant)));
    }
    static constexpr void evaluate(int, const Request&, Truths&) noexcept {}
    static constexpr auto criteria(int, int, const Request& request, Truths& truths) noexcept {
        truths.record(low, low_holds(request).truth);
        truths.record(heavy, heavy_holds(request).truth);
        if (truths.is_asked(sudden, is_acute(request).truth)) {
            truths.record(early, early_holds(request).truth);
            truths.record(infant, infant_holds(request).truth);
            truths.record(sudden, if_acute(truths).truth);
        }
        return truths.all_of(clauses(low, heavy), if_acute(truths));
    }
    template <class Questions>
    static constexpr void ask(int clause, const Request& request, Questions& questions) noexcept {
        switch (clause) {
            case low:
                return questions.about(clause, low_holds(request).open, low_asks);
            case heavy:
                return questions.about(clause, heavy_holds(request).open, heavy_asks);
            case sudden:
                return questions.about(clause, is_acute(request).open, acute_asks);
            case early:
                return questions.about(clause, early_holds(request).open, early_asks);
            default:
                return questions.about(clause, infant_holds(request).open, infant_asks);
        }
    }
    static constexpr pol::DateRange selecting_day(const Request& request) noexcept {
        return service(request, none).range;
    }
    template <class AnyRequest, class Visitor>
    static constexpr auto visit(AnyRequest& request, int fact, Visitor visitor) noexcept {
        switch (fact) {
            case 1:
                return visitor(request.benefit);
            case 2:
                return visitor(request.request);
            case birth_date:
                return visitor(request.birth_date);
            case date_of_service:
                return visitor(request.date_of_service);
            case onset:
                return visitor(request.onset);
            case hemoglobin:
                return visitor(request.hemoglobin);
            case weight:
                return visitor(request.weight);
            case weeks:
                return visitor(request.weeks);
            case acute:
                return visitor(request.acute);
            case contract_end:
                return visitor(request.contract_end);
            default:
                return visitor(request.line_of_business);
        }
    }
    template <class Set>
    static constexpr void find_numbers_beyond_bounds(const Request& request, Set& beyond) noexcept {
        beyond.add_if(weight, is_beyond(request.weight, {0, 0}, {400, 0}));
    }

    static constexpr pol::Length length(int, const Request& request) noexcept {
        return length_of(initial_length(request), pol::DurationUnit::days);
    }
    static constexpr pol::DateRange until(int, const Request& request) noexcept { return initial_until(request).range; }
    static constexpr bool amounts(int approval, const Request& request, pol::Result& result) noexcept {
        return show(approval == 0 ? kit_volume(request) : renewal_volume(request), result.amounts[0]);
    }
    template <class Questions>
    static constexpr void ask_approval(int approval, const Request& request, Questions& questions,
                                       bool asks_until) noexcept {
        if (approval == 0) {
            questions.about(period, initial_length(request), initial_length_asks);
            if (asks_until) questions.about(period, initial_until(request), initial_until_asks);
        }
        questions.about(kit, approval == 0 ? kit_volume(request) : renewal_volume(request), kit_asks);
    }
};

constexpr Request base() {
    Request request;
    request.line_of_business = pol::given(Line::commercial);
    request.benefit = pol::given(Benefit::medical);
    request.request = pol::given(Kind::initial);
    request.birth_date = pol::born_on(date_of(2025, 6, 1));
    request.date_of_request = pol::given(date_of(2026, 2, 20));
    request.date_of_service = pol::given(date_of(2026, 3, 1));
    request.onset = pol::documented(pol::exact_day(date_of(2026, 2, 10)));
    request.hemoglobin = pol::documented(pol::measurement(decimal("9.4"), date_of(2026, 2, 20)));
    request.weight = pol::documented(decimal("7.2"));
    request.acute = pol::documented(YesNo::yes);
    request.contract_end = pol::given(date_of(2026, 12, 31));
    return request;
}

constexpr Evaluator::Decision decide(const Request& request) {
    Evaluator::Decision decision;
    pol::decide<Evaluator>(request, decision);
    return decision;
}

// Computing decisions are constant expressions, too.
static_assert(decide(base()).results[0].result.amounts[0] == decimal("39.6"));

}  // namespace clinic
