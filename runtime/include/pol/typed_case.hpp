#pragma once

#include "pol/approving.hpp"
#include "pol/computed.hpp"
#include "pol/decide.hpp"
#include "pol/engine_room.hpp"

#include <cstdint>

namespace pol {

/// A request of a policy's own type with the policy, for constant expressions: this is how generated sources prove
/// their scenarios.
///
/// `Evaluator` is the generated part of a policy: `Request`, the sizes `clause_room` and `fact_count`, `rules`
/// (PolicyRules), and these static functions:
/// - `visit(request, fact, visitor)`, which calls the visitor with the Fact of that number;
/// - `gate_truth(request)`, `evaluate(section, request, truths)` for determinations, `criteria(section, kind, request,
///   truths)` and `ask(clause, request, questions)`.
/// Where facts imply others, or numbers have bounds, `find_broken_implications(request, set)` and
/// `find_numbers_beyond_bounds(request, set)`, which add the numbers of rules and of facts. Where the date that selects
/// the text has a bound, `selecting_day(request)`. Where an approval computes its length, its last day or amounts,
/// also, by the approval's index:
/// - `length(approval, request)`: Length, `until(approval, request)`: DateRange, more than a day if unknown;
/// - `amounts(approval, request, result)`: writes them; whether all are known;
/// - `ask_approval(approval, request, questions, asks_until)`: `questions.about` each of these, in this order; the last
///   day only where that is asked for.
template <class Evaluator>
class TypedCase {
public:
    using Request = typename Evaluator::Request;
    static constexpr EngineRoom room = engine_room<Evaluator>();

    constexpr explicit TypedCase(const Request& request) noexcept : request_(request) {}

    [[nodiscard]] static constexpr const PolicyRules<room.clauses>& rules() noexcept { return Evaluator::rules; }

    [[nodiscard]] constexpr Presence presence(int fact) const noexcept {
        return Evaluator::visit(request_, fact, [](const auto& each) { return each.presence; });
    }
    [[nodiscard]] constexpr bool is_usable(int fact, Evidence minimum) const noexcept {
        return Evaluator::visit(request_, fact, [&](const auto& each) { return usable(each, minimum); });
    }
    /// Line of business, benefit or kind of request.
    [[nodiscard]] constexpr Fact<std::uint16_t> choice(BuiltinFact fact) const noexcept {
        const auto numbered = [](const auto& each) -> Fact<std::uint16_t> {
            return {static_cast<std::uint16_t>(each.value), each.presence, each.evidence};
        };
        if (fact == BuiltinFact::line_of_business) return numbered(request_.line_of_business);
        return fact == BuiltinFact::benefit ? numbered(request_.benefit) : numbered(request_.request);
    }
    /// Any date, or the day of a measurement, as given.
    [[nodiscard]] constexpr Fact<DateRange> dated(int fact) const noexcept {
        return Evaluator::visit(request_, fact, [](const auto& each) -> Fact<DateRange> {
            if constexpr (requires { pol::dated(each); })
                return pol::dated(each);
            else
                return {};
        });
    }
    [[nodiscard]] constexpr ApprovalDates dates(int starts_on) const noexcept {
        const Fact<DateRange> start = dated(starts_on);
        return {.starts_on = {start.value.first, start.presence, start.evidence},
                .first_start = request_.first_start,
                .date_of_service = request_.date_of_service};
    }
    [[nodiscard]] constexpr DateRange selecting_day() const noexcept {
        if constexpr (requires { Evaluator::selecting_day(request_); })
            return Evaluator::selecting_day(request_);
        else
            return day_of(dated(rules().text.selected_by), Evidence::none).range;
    }

    [[nodiscard]] constexpr Truth gate_truth() const noexcept { return Evaluator::gate_truth(request_); }
    constexpr void evaluate(int section, ClauseTruths<room.clauses>& truths) const noexcept {
        Evaluator::evaluate(section, request_, truths);
    }
    [[nodiscard]] constexpr Explained<room.clauses> criteria(int section, int kind,
                                                             ClauseTruths<room.clauses>& truths) const noexcept {
        return Evaluator::criteria(section, kind, request_, truths);
    }
    constexpr void ask(int clause, QuestionList<TypedCase>& questions) const noexcept {
        Evaluator::ask(clause, request_, questions);
    }
    constexpr void find_broken_implications([[maybe_unused]] Bits<room.places>& broken) const noexcept {
        if constexpr (requires { Evaluator::find_broken_implications(request_, broken); })
            Evaluator::find_broken_implications(request_, broken);
    }
    constexpr void find_numbers_beyond_bounds([[maybe_unused]] Bits<room.facts>& beyond) const noexcept {
        if constexpr (requires { Evaluator::find_numbers_beyond_bounds(request_, beyond); })
            Evaluator::find_numbers_beyond_bounds(request_, beyond);
    }

    [[nodiscard]] constexpr Length length(int approval) const noexcept {
        if constexpr (computes)
            return Evaluator::length(approval, request_);
        else
            return {};
    }
    [[nodiscard]] constexpr DateRange until(int approval) const noexcept {
        if constexpr (computes)
            return Evaluator::until(approval, request_);
        else
            return {};
    }
    constexpr bool amounts(int approval, Result& result) const noexcept {
        if constexpr (computes)
            return Evaluator::amounts(approval, request_, result);
        else
            return true;
    }
    constexpr void ask_approval(int approval, QuestionList<TypedCase>& questions, bool asks_until) const noexcept {
        if constexpr (computes) Evaluator::ask_approval(approval, request_, questions, asks_until);
    }

    /// A copy of the request in which facts are changed.
    class Changed {
    public:
        constexpr void copy(const TypedCase& from) noexcept { request_ = from.request_; }
        constexpr void set_presence(int fact, Presence presence) noexcept {
            Evaluator::visit(request_, fact, [&](auto& each) { each.presence = presence; });
        }
        constexpr void choose(BuiltinFact fact, int value) noexcept {
            const auto give = [&](auto& each) {
                each.value = static_cast<decltype(each.value)>(value);
                each.presence = Presence::given;
            };
            if (fact == BuiltinFact::line_of_business) return give(request_.line_of_business);
            fact == BuiltinFact::benefit ? give(request_.benefit) : give(request_.request);
        }
        [[nodiscard]] constexpr TypedCase as_case(const TypedCase&) const noexcept { return TypedCase(request_); }

    private:
        Request request_;
    };

private:
    static constexpr bool computes = Evaluator::rules.computes_extents || Evaluator::rules.computes_amounts;

    const Request& request_;
};

/// Decides as the engine of all policies does, in a constant expression.
template <class Evaluator, class Decision>
constexpr void decide(const typename Evaluator::Request& request, Decision& decision) noexcept {
    decide_case(TypedCase<Evaluator>(request), DecisionOutput<Evaluator::clause_room>(decision));
}

}  // namespace pol
