#pragma once

#include "pol/engine.hpp"

namespace pol {
namespace detail {

/// The functions of an evaluator for requests whose type is not told.
template <class Evaluator>
struct Untyped {
    static constexpr EngineRoom room = engine_room<Evaluator>();
    using Policy = SharedPolicy<room>;
    using Request = typename Evaluator::Request;
    using Truths = typename Policy::Truths;
    using Questions = typename Policy::Questions;

    static_assert(sizeof(Request) <= static_cast<unsigned>(room.request_size()));
    static_assert(__is_trivially_copyable(Request));
    static_assert(offsetof(Request, benefit) == offsetof(CommonFacts, benefit) &&
                  offsetof(Request, request) == offsetof(CommonFacts, request) &&
                  offsetof(Request, date_of_service) == offsetof(CommonFacts, date_of_service) &&
                  offsetof(Request, first_start) == offsetof(CommonFacts, first_start));

    static const Request& of(const void* request) noexcept { return *static_cast<const Request*>(request); }

    static Truth gate_truth(const void* request) noexcept { return Evaluator::gate_truth(of(request)); }
    static void evaluate(int section, const void* request, Truths& truths) noexcept {
        Evaluator::evaluate(section, of(request), truths);
    }
    static Explained<room.clauses> criteria(int section, int kind, const void* request, Truths& truths) noexcept {
        return Evaluator::criteria(section, kind, of(request), truths);
    }
    static void ask(int clause, const void* request, Questions& questions) noexcept {
        Evaluator::ask(clause, of(request), questions);
    }
    static void find_broken_implications(const void* request, Bits<room.places>& broken) noexcept {
        Evaluator::find_broken_implications(of(request), broken);
    }
    static void find_numbers_beyond_bounds(const void* request, Bits<room.facts>& beyond) noexcept {
        Evaluator::find_numbers_beyond_bounds(of(request), beyond);
    }
    static DateRange selecting_day(const void* request) noexcept { return Evaluator::selecting_day(of(request)); }
    static Length length(int approval, const void* request) noexcept {
        return Evaluator::length(approval, of(request));
    }
    static DateRange until(int approval, const void* request) noexcept {
        return Evaluator::until(approval, of(request));
    }
    static bool amounts(int approval, const void* request, Result& result) noexcept {
        return Evaluator::amounts(approval, of(request), result);
    }
    static void ask_approval(int approval, const void* request, Questions& questions, bool asks_until) noexcept {
        Evaluator::ask_approval(approval, of(request), questions, asks_until);
    }
};

}  // namespace detail

/// How generated sources make theirs.
template <class Evaluator>
[[nodiscard]] constexpr auto shared_policy(const FactOffset* facts) noexcept {
    using Untyped = detail::Untyped<Evaluator>;
    using Request = typename Evaluator::Request;
    using Numbers = Bits<Untyped::room.facts>;
    typename Untyped::Policy policy;
    policy.rules = &Evaluator::rules;
    policy.facts = facts;
    policy.request_size = sizeof(Request);
    policy.gate_truth = Untyped::gate_truth;
    policy.evaluate = Untyped::evaluate;
    policy.criteria = Untyped::criteria;
    policy.ask = Untyped::ask;
    if constexpr (Evaluator::rules.implies.size > 0)
        policy.find_broken_implications = Untyped::find_broken_implications;
    if constexpr (requires(const Request& request, Numbers& beyond) {
                      Evaluator::find_numbers_beyond_bounds(request, beyond);
                  })
        policy.find_numbers_beyond_bounds = Untyped::find_numbers_beyond_bounds;
    if constexpr (requires(const Request& request) { Evaluator::selecting_day(request); })
        policy.selecting_day = Untyped::selecting_day;
    if constexpr (Evaluator::rules.computes_extents || Evaluator::rules.computes_amounts) {
        policy.length = Untyped::length;
        policy.until = Untyped::until;
        policy.amounts = Untyped::amounts;
        policy.ask_approval = Untyped::ask_approval;
    }
    return policy;
}

}  // namespace pol
