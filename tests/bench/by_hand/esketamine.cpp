#include "tests/bench/by_hand/esketamine.hpp"

#include "tests/bench/by_hand/esketamine_criteria.hpp"
#include "tests/bench/by_hand/esketamine_questions.hpp"
#include "tests/bench/by_hand/routes.hpp"

// Esketamine: the ways a request may take through the policy, and what they come to.

namespace hand::esketamine {

namespace {

using pol::Outcome;

enum class Line { commercial, state_health_plan, medicare_part_d };
enum class Place { first, again, open, not_met, not_necessary, outside, other_policy, count };
constexpr int place_count = static_cast<int>(Place::count);
constexpr int routes_at_most = 3 * 2 * 2;

constexpr pol::Date text_from = pol::date_of(2025, 11, 1);
constexpr Set every_row = rows_1_to_4 | rows_5_to_8 | rows_from_9;
constexpr Set asked_of_both = common_clauses | every_row |
                              set_of(Clause::E_G1, Clause::E_TRD, Clause::E_D1, Clause::E_D2, Clause::E_D3) | below_trd;
constexpr Set asked_of_kind[] = {asked_of_both | below_si | set_of(Clause::E_SI),
                                 asked_of_both | set_of(Clause::E_R1, Clause::E_R2, Clause::E_R3, Clause::E_R3_star_1,
                                                        Clause::E_star_1, Clause::E_star_2)};
constexpr Set box_of_line[] = {set_of(Clause::APPLIES_commercial), set_of(Clause::APPLIES_state_health_plan),
                               set_of(Clause::APPLIES_medicare_part_d)};

struct Route {
    Line line;
    int kind;
    bool in_force;
};

class Case {
public:
    Case(const Request& request, Decision& decision) : request_(request), judge_(request), decision_(decision) {}

    void decide();

private:
    Set follow(const Route& route);
    Set follow_commercial(int kind, Set& clauses, Set& reached);
    void add(Place place, Set clauses, bool surely, Set& results);
    Place approval(int kind);
    void write_results();
    [[nodiscard]] bool close(int kind, pol::Result& result) const;
    void ask_all(const Route* routes, const Set* results, int count);
    void ask(const Route& route, Asking& asking);
    void ask_routing(const RouteResults& routes, Asking& asking);

    const Request& request_;
    Judge judge_;
    Decision& decision_;
    Choice lines_ = choice(request_.line_of_business, 3);
    Choice kinds_ = choice(request_.request, 2);
    Choice times_ = times(request_.date_of_request, text_from);
    Truth other_use_ = Truth::no;
    Criteria criteria_[2];
    bool is_judged_[2] = {};
    bool other_is_judged_ = false;
    pol::Result approvals_[2];
    Place approved_as_[2] = {Place::count, Place::count};
    Results<place_count> results_;
    Marks marks_;
};

void Case::add(Place place, Set clauses, bool surely, Set& results) {
    results |= set_of(place);
    results_.add(place, clauses, surely);
}

/// The period and the amounts of an approval; whether all of them are known.
bool Case::close(int kind, pol::Result& result) const {
    const Judged& judged = judge_.judged;
    const bool has_time = kind == 0 ? judge_.readings.indication_is_told : judge_.readings.gap != Truth::unknown;
    const bool has_amounts =
        (judged.yes & rows_1_to_4) != 0 && (judged.yes & rows_5_to_8) != 0 && (judged.yes & rows_from_9) != 0;
    if (!has_time || !has_amounts || request_.date_of_service.presence != pol::Presence::given) return false;
    const pol::Date start = request_.date_of_service.value;
    const bool is_short = kind == 0 && request_.indication.value == Indication::si;
    const int months = kind == 0 || judge_.readings.gap == Truth::yes ? 6 : 12;
    result = fixed(Outcome::approved);
    result.approval = static_cast<std::uint16_t>(kind);
    result.first_dose = start;
    result.period.from = start;
    result.period.through =
        pol::add_days(is_short ? pol::add_days(start, 28) : pol::add_months(start, months, calendar.short_months), -1);
    result.amounts[0].digits = has(judged.yes, Clause::E_D1_b) ? 0 : 8;
    result.amounts[1].digits = has(judged.yes, Clause::E_D2_a) ? 4 : 0;
    result.amounts[2].digits = has(judged.yes, Clause::E_D3_a) ? 1 : 0;
    return true;
}

bool is_same(const pol::Result& left, const pol::Result& right) {
    return left.period == right.period && std::equal(left.amounts, left.amounts + 3, right.amounts);
}

/// A renewal with the content of a first approval is the same result.
Place Case::approval(int kind) {
    if (approved_as_[kind] != Place::count) return approved_as_[kind];
    Place place = kind == 0 ? Place::first : Place::again;
    if (!close(kind, approvals_[kind])) place = Place::open;
    if (place == Place::again && approved_as_[0] == Place::first && is_same(approvals_[0], approvals_[1]))
        place = Place::first;
    return approved_as_[kind] = place;
}

Set Case::follow_commercial(int kind, Set& clauses, Set& reached) {
    Set results = 0;
    if (!other_is_judged_) other_use_ = judge_.other_use();
    other_is_judged_ = true;
    reached |= set_of(Clause::E_OTHER);
    if (other_use_ != Truth::no) add(Place::not_necessary, set_of(Clause::E_OTHER), other_use_ == Truth::yes, results);
    if (other_use_ == Truth::yes) return results;
    Criteria& criteria = criteria_[kind];
    if (!is_judged_[kind]) criteria = kind == 0 ? judge_.initial() : judge_.renewal();
    is_judged_[kind] = true;
    clauses = (clauses & ~asked_of_kind[kind]) | criteria.asked;
    reached |= criteria.asked;
    const Truth met = criteria.group.truth;
    if (met != Truth::no) add(approval(kind), criteria.group.clauses, met == Truth::yes, results);
    if (met == Truth::yes) return results;
    reached |= set_of(Clause::E_otherwise);
    judge_.judged.put(Clause::E_otherwise, other_use_ == Truth::unknown ? Truth::unknown : opposite(met));
    add(Place::not_met, criteria.group.clauses, met == Truth::no, results);
    return results;
}

Set Case::follow(const Route& route) {
    const int line = static_cast<int>(route.line);
    const Set box = box_of_line[line];
    Set clauses = box;
    Set reached = route.in_force ? box : 0;
    Set results = 0;
    if (route.line == Line::commercial)
        clauses |= asked_of_kind[route.kind] | set_of(Clause::E_OTHER, Clause::E_otherwise);
    if (route.line == Line::state_health_plan) clauses |= set_of(Clause::SHP_star_1);
    judge_.judged.yes &= ~set_of(Clause::E_otherwise);
    judge_.judged.no &= ~set_of(Clause::E_otherwise);
    if (!route.in_force) {
        add(Place::outside, set_of(Clause::TEXT), true, results);
    } else if (route.line == Line::commercial) {
        judge_.judged.yes |= box;
        results = follow_commercial(route.kind, clauses, reached);
    } else if (route.line == Line::state_health_plan) {
        judge_.judged.yes |= box | set_of(Clause::SHP_star_1);
        reached |= set_of(Clause::SHP_star_1);
        add(Place::other_policy, set_of(Clause::SHP_star_1), true, results);
    } else {
        judge_.judged.no |= box;
        add(Place::outside, box, true, results);
    }
    marks_.add(clauses, reached, judge_.judged);
    return results;
}

void Case::write_results() {
    const auto write = [&](Place place, const pol::Result& result) {
        const int index = static_cast<int>(place);
        if (has(results_.present, place))
            write_result(decision_, result, results_.sure[index], results_.possible[index]);
    };
    // A renewal that is another result than a first approval lasts longer.
    write(Place::first, approvals_[0]);
    write(Place::again, approvals_[1]);
    write(Place::open, open_approval());
    write(Place::not_met, fixed(Outcome::criteria_not_met));
    write(Place::not_necessary, fixed(Outcome::not_medically_necessary));
    write(Place::outside, fixed(Outcome::does_not_apply));
    write(Place::other_policy, fixed(Outcome::refer, 0));
}

void Case::ask(const Route& route, Asking& asking) {
    if (other_use_ == Truth::unknown) asking.other_use();
    const Criteria& criteria = criteria_[route.kind];
    if (criteria.group.truth != Truth::unknown) return;
    route.kind == 0 ? asking.initial(criteria.group.clauses) : asking.renewal(criteria.group.clauses);
}

void Case::ask_routing(const RouteResults& routes, Asking& asking) {
    if (routes.depend_on(request_.line_of_business, kinds_.count * times_.count, 3))
        asking.lead_with(FactId::line_of_business, 0);
    if (routes.depend_on(request_.request, times_.count, 2)) asking.lead_with(FactId::request, 0);
    if (routes.depend_on(request_.date_of_request, 1, 2))
        asking.lead_with(FactId::date_of_request, set_of(Clause::TEXT));
}

void Case::ask_all(const Route* routes, const Set* results, int count) {
    Asking asking(judge_, decision_);
    bool has_open[2] = {};
    for (int i = 0; i < count; ++i) {
        if (is_one(results[i]) && !has(results[i], Place::open)) continue;
        ask(routes[i], asking);
        has_open[routes[i].kind] |= has(results[i], Place::open);
    }
    for (int kind = 0; kind < 2; ++kind)
        if (has_open[kind]) asking.approval(kind == 1);
    ask_routing({results, count}, asking);
    asking.conclude();
}

void Case::decide() {
    Route routes[routes_at_most];
    Set results[routes_at_most];
    int count = 0;
    for (int line = 0; line < lines_.count; ++line)
        for (int kind = 0; kind < kinds_.count; ++kind)
            for (int time = 0; time < times_.count; ++time) {
                routes[count] = {static_cast<Line>(lines_.first + line), kinds_.first + kind, times_.first + time == 1};
                results[count] = follow(routes[count]);
                ++count;
            }
    marks_.write(decision_.trace);
    write_results();
    if (!is_one(results_.present) || has(results_.present, Place::open)) return ask_all(routes, results, count);
    decision_.outcome = decision_.results[0].result.outcome;
    decision_.clauses = decision_.results[0].clauses;
}

}  // namespace

Decision decide(const Request& request) noexcept {
    Decision decision{pol::unwritten};
    Case(request, decision).decide();
    return decision;
}

}  // namespace hand::esketamine
