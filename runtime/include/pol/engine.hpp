#pragma once

#include "pol/decision_view.hpp"
#include "pol/shared_case.hpp"

// The engine of the room that nearly all policies have, and what evaluators share beside it. Where POL_ENGINE_APART is
// defined, evaluators take it from pol/engine.cpp, which pol_add_policies compiles once for all of a target, and
// compile several times faster for it. Otherwise, and in larger rooms, it is compiled with every evaluator, and the
// linker keeps one.

#if defined(POL_ENGINE_APART)
namespace pol {

extern template class QuestionList<SharedCase<EngineRoom{}>>;
extern template void decide(const SharedPolicy<EngineRoom{}>& policy, const void* request,
                            const DecisionOutput<EngineRoom{}.clauses>& decision) noexcept;

extern template DecisionView::ResultView DecisionView::read_result<EngineRoom{}.clauses>(const DecisionView& view,
                                                                                         int index) noexcept;
extern template DecisionView::QuestionView DecisionView::read_question<EngineRoom{}.clauses>(const DecisionView& view,
                                                                                             int index) noexcept;
extern template ClauseState DecisionView::read_state<EngineRoom{}.clauses>(const void* head, int clause) noexcept;

extern template void assign_answer(void* request, const FactOffset& fact, const Answer& answer) noexcept;

extern template Date add_months(CivilDate from, std::int32_t months, ShortMonths rule) noexcept;
extern template Truth age_is_at_least(const Fact<DateRange>& birth, const Fact<Date>& on, std::int32_t amount,
                                      AgeUnit unit, CalendarRules rules) noexcept;
extern template Truth age_is_at_least(const Fact<DateRange>& birth, DateRange on, std::int32_t amount, AgeUnit unit,
                                      CalendarRules rules) noexcept;

extern template Tested<4> lies_in(const Fact<Date>& fact, Evidence minimum, DaysAround window, const Fact<Date>& other,
                                  Evidence other_minimum) noexcept;
extern template Tested<4> lies_in(const Fact<DateRange>& fact, Evidence minimum, DaysAround window,
                                  const Fact<Date>& other, Evidence other_minimum) noexcept;

}  // namespace pol
#endif
