#include "pol/engine.hpp"

namespace pol {

template class QuestionList<SharedCase<EngineRoom{}>>;
template void decide(const SharedPolicy<EngineRoom{}>& policy, const void* request,
                     const DecisionOutput<EngineRoom{}.clauses>& decision) noexcept;

template DecisionView::ResultView DecisionView::read_result<EngineRoom{}.clauses>(const DecisionView& view,
                                                                                  int index) noexcept;
template DecisionView::QuestionView DecisionView::read_question<EngineRoom{}.clauses>(const DecisionView& view,
                                                                                      int index) noexcept;
template ClauseState DecisionView::read_state<EngineRoom{}.clauses>(const void* head, int clause) noexcept;

template void assign_answer(void* request, const FactOffset& fact, const Answer& answer) noexcept;

template Date add_months(CivilDate from, std::int32_t months, ShortMonths rule) noexcept;
template Truth age_is_at_least(const Fact<DateRange>& birth, const Fact<Date>& on, std::int32_t amount, AgeUnit unit,
                               CalendarRules rules) noexcept;
template Truth age_is_at_least(const Fact<DateRange>& birth, DateRange on, std::int32_t amount, AgeUnit unit,
                               CalendarRules rules) noexcept;

template Tested<4> lies_in(const Fact<Date>& fact, Evidence minimum, DaysAround window, const Fact<Date>& other,
                           Evidence other_minimum) noexcept;
template Tested<4> lies_in(const Fact<DateRange>& fact, Evidence minimum, DaysAround window, const Fact<Date>& other,
                           Evidence other_minimum) noexcept;

}  // namespace pol
