#include "tests/bench/by_hand/infliximab.hpp"

#include "tests/bench/by_hand/infliximab_criteria.hpp"
#include "tests/bench/by_hand/infliximab_questions.hpp"
#include "tests/bench/by_hand/routes.hpp"

#include <utility>

// Infliximab: the ways a request may take through the policy, and what they come to.

namespace hand::infliximab {

namespace {

using pol::Outcome;

enum class Line { commercial, medicaid_expansion, federal_employee, medicare_advantage, count };
/// Closed approvals come first.
enum class Place {
    commercial,
    expansion,
    expansion_again,
    open,
    not_met,
    investigational,
    outside,
    earlier_policy,
    pharmacy,
    count
};
constexpr int line_count = static_cast<int>(Line::count);
constexpr int place_count = static_cast<int>(Place::count);
constexpr int approval_count = static_cast<int>(Place::open);
constexpr int routes_at_most = line_count * 2 * 2;

constexpr pol::Date text_from = pol::date_of(2020, 4, 1);
constexpr Set not_by_version = set_of(Clause::COM_NL, Clause::COM_OTH);
constexpr Set asked_from_second =
    preferred_rows | two_tried | all_contraindicated | dose_rows |
    set_of(Clause::COM_T1, Clause::COM_T1_a, Clause::COM_T1_d, Clause::COM_T3, Clause::COM_T4);
constexpr Set asked_of_new = set_of(Clause::COM_T2, Clause::COM_T2_a, Clause::COM_T2_b) | new_patient;
constexpr Set asked_of_kind[] = {asked_from_second | asked_of_new | below_v1 | set_of(Clause::COM_V1),
                                 asked_from_second | set_of(Clause::COM_R1, Clause::COM_R2)};
constexpr Set box_of_line[] = {set_of(Clause::APPLIES_commercial), set_of(Clause::APPLIES_medicaid_expansion),
                               set_of(Clause::APPLIES_federal_employee), set_of(Clause::APPLIES_medicare_advantage)};

struct Route {
    Line line;
    int kind;
    bool in_force;
};

/// What a route leaves behind: its clauses, those it reached, and its results.
struct Followed {
    Set clauses;
    Set reached;
    Set results = 0;
};

class Case {
public:
    Case(const Request& request, Decision& decision) : request_(request), judge_(request), decision_(decision) {}

    void decide();

private:
    Set follow(const Route& route);
    void follow_commercial(int kind, Followed& way);
    void follow_expansion(int kind, Followed& way);
    Truth put_unlisted(Followed& way);
    void add(Place place, Set clauses, bool surely, Followed& way);
    Place approval(Place own);
    [[nodiscard]] bool close(Place own, pol::Result& result) const;
    [[nodiscard]] bool set_period(Place own, pol::Result& result) const;
    [[nodiscard]] bool set_amounts(pol::Result& result) const;
    void write_approvals();
    void write_results();
    void ask_all(const Route* routes, const Set* results, int count);
    void ask(const Route& route, Asking& asking);
    void ask_routing(const RouteResults& routes, Asking& asking);

    const Request& request_;
    Judge judge_;
    Decision& decision_;
    Choice lines_ = choice(request_.line_of_business, line_count);
    Choice kinds_ = choice(request_.request, 2);
    Choice times_ = times(request_.date_of_service, text_from);
    /// Of commercial members by kind of request, then of the expansion.
    Criteria criteria_[3];
    bool is_judged_[3] = {};
    bool are_unlisted_judged_ = false;
    Judged of_route_;
    pol::Result approvals_[approval_count];
    Place approved_as_[approval_count] = {Place::count, Place::count, Place::count};
    /// Approvals that are results of their own.
    Set closed_ = 0;
    Results<place_count> results_;
    Marks marks_;
};

void Case::add(Place place, Set clauses, bool surely, Followed& way) {
    way.results |= set_of(place);
    results_.add(place, clauses, surely);
}

/// A product of two amounts as it is shown: up to six places, a half rounded up, no zeros behind.
pol::Decimal shown_product(const Amount& left, const Amount& right) {
    constexpr std::int64_t millionth = 1'000'000;
    std::int64_t digits = left.digits * right.digits;
    std::int64_t scale = left.scale * right.scale;
    if (scale > millionth) {
        const std::int64_t beyond = scale / millionth;
        digits = (digits + beyond / 2) / beyond;
        scale = millionth;
    }
    std::uint8_t places = 0;
    for (; scale > 1; scale /= 10) {
        const bool is_zero_behind = places == 0 && digits % 10 == 0;
        if (is_zero_behind)
            digits /= 10;
        else
            ++places;
    }
    return {digits, places};
}

/// Twelve months, for commercial members cut where a version ends; a renewal of the expansion is counted from the first
/// start. Whether that is known.
bool Case::set_period(Place own, pol::Result& result) const {
    const auto& service = request_.date_of_service;
    if (service.presence != pol::Presence::given) return false;
    if (own == Place::expansion_again) {
        if (!is_renewable(request_)) return false;
        result.first_dose = request_.first_start.value;
        result.period = year_of(result.first_dose, service.value);
        return true;
    }
    pol::Date end = pol::add_months(service.value, 12, calendar.short_months);
    if (own == Place::commercial) {
        const Cut cut(request_, judge_.readings);
        if (any(cut.renflexis, cut.others) == Truth::unknown) return false;
        if (cut.renflexis == Truth::yes) end = second_version_from;
        if (cut.others == Truth::yes) end = third_version_from;
    }
    result.first_dose = service.value;
    result.period = {service.value, pol::add_days(end, -1)};
    return true;
}

bool Case::set_amounts(pol::Result& result) const {
    const Amount dose = amount(request_.dose, 0, 100);
    const Amount weight = amount(request_.weight, 1, 700);
    const std::int64_t per_unit = 10 * dose.scale * weight.scale;
    result.amounts[0] = shown_product(dose, weight);
    result.amounts[1].digits = (dose.digits * weight.digits + per_unit - 1) / per_unit;
    return dose.known && weight.known;
}

bool Case::close(Place own, pol::Result& result) const {
    result = fixed(Outcome::approved);
    result.approval = own == Place::commercial ? 0 : 1;
    return set_period(own, result) && set_amounts(result);
}

/// All grant the same amounts, so that those of the same period are one result.
Place Case::approval(Place own) {
    const int index = static_cast<int>(own);
    if (approved_as_[index] != Place::count) return approved_as_[index];
    Place place = close(own, approvals_[index]) ? own : Place::open;
    for (int i = 0; i < index && place == own; ++i)
        if (has(closed_, i) && approvals_[i].period == approvals_[index].period) place = static_cast<Place>(i);
    if (place == own) closed_ |= set_of(own);
    return approved_as_[index] = place;
}

/// Whether the version leaves the product or the use to others.
Truth Case::put_unlisted(Followed& way) {
    if (!are_unlisted_judged_) judge_.unlisted();
    are_unlisted_judged_ = true;
    way.reached |= not_by_version;
    const Set holding = judge_.judged.yes & not_by_version;
    const Set open = judge_.judged.unknown_of(not_by_version);
    const Set giving = holding != 0 ? holding : open;
    for (const auto& [clause, place] :
         {std::pair{Clause::COM_NL, Place::outside}, {Clause::COM_OTH, Place::earlier_policy}})
        if (has(giving, clause)) add(place, set_of(clause), holding != 0, way);
    return between(holding != 0, open != 0);
}

void Case::follow_commercial(int kind, Followed& way) {
    const Truth is_unlisted = put_unlisted(way);
    if (is_unlisted == Truth::yes) return;
    Criteria& criteria = criteria_[kind];
    if (!is_judged_[kind]) criteria = kind == 0 ? judge_.initial() : judge_.renewal();
    is_judged_[kind] = true;
    way.clauses = (way.clauses & ~asked_of_kind[kind]) | criteria.asked;
    way.reached |= criteria.asked;
    const Truth met = criteria.group.truth;
    if (met != Truth::no) add(approval(Place::commercial), criteria.group.clauses, met == Truth::yes, way);
    if (met == Truth::yes) return;
    way.reached |= set_of(Clause::COM_otherwise);
    of_route_.put(Clause::COM_otherwise, is_unlisted == Truth::unknown ? Truth::unknown : opposite(met));
    add(Place::not_met, criteria.group.clauses, met == Truth::no, way);
}

void Case::follow_expansion(int kind, Followed& way) {
    Criteria& criteria = criteria_[2];
    if (!is_judged_[2]) criteria = judge_.expansion();
    is_judged_[2] = true;
    way.reached |= asked_of_expansion;
    const Truth met = criteria.group.truth;
    if (met != Truth::no)
        add(approval(kind == 0 ? Place::expansion : Place::expansion_again), criteria.group.clauses, met == Truth::yes,
            way);
    if (met == Truth::yes) return;
    constexpr Set otherwise = set_of(Clause::ME_otherwise);
    way.reached |= otherwise;
    of_route_.put(Clause::ME_otherwise, opposite(met));
    add(Place::investigational, otherwise, met == Truth::no, way);
}

constexpr Set clauses_of(const Route& route) {
    const Set box = box_of_line[static_cast<int>(route.line)];
    if (route.line == Line::commercial)
        return box | asked_of_kind[route.kind] | not_by_version | set_of(Clause::COM_otherwise);
    if (route.line == Line::medicaid_expansion) return box | asked_of_expansion | set_of(Clause::ME_otherwise);
    return route.line == Line::federal_employee ? box | set_of(Clause::FEP_star_1) : box;
}

Set Case::follow(const Route& route) {
    const Set box = box_of_line[static_cast<int>(route.line)];
    constexpr Set pharmacy = set_of(Clause::FEP_star_1);
    Followed way{.clauses = clauses_of(route), .reached = route.in_force ? box : 0};
    of_route_ = {};
    if (!route.in_force) {
        add(Place::outside, set_of(Clause::TEXT), true, way);
    } else if (route.line == Line::medicare_advantage) {
        of_route_.no |= box;
        add(Place::outside, box, true, way);
    } else {
        of_route_.yes |= box;
        if (route.line == Line::commercial) follow_commercial(route.kind, way);
        if (route.line == Line::medicaid_expansion) follow_expansion(route.kind, way);
        if (route.line == Line::federal_employee) {
            way.reached |= pharmacy;
            of_route_.yes |= pharmacy;
            add(Place::pharmacy, pharmacy, true, way);
        }
    }
    marks_.add(way.clauses, way.reached, {judge_.judged.yes | of_route_.yes, judge_.judged.no | of_route_.no});
    return way.results;
}

bool starts_or_ends_before(const pol::Period& left, const pol::Period& right) {
    return left.from != right.from ? left.from < right.from : left.through < right.through;
}

/// The earlier ones first.
void Case::write_approvals() {
    for_each(closed_, [&](int index) {
        write_result(decision_, approvals_[index], results_.sure[index], results_.possible[index]);
        for (int at = decision_.result_count - 1; at > 0; --at) {
            auto& before = decision_.results[at - 1];
            auto& after = decision_.results[at];
            if (starts_or_ends_before(after.result.period, before.result.period)) std::swap(before, after);
        }
    });
}

void Case::write_results() {
    const auto write = [&](Place place, const pol::Result& result) {
        const int index = static_cast<int>(place);
        if (has(results_.present, place))
            write_result(decision_, result, results_.sure[index], results_.possible[index]);
    };
    write_approvals();
    write(Place::open, open_approval());
    write(Place::not_met, fixed(Outcome::criteria_not_met));
    write(Place::investigational, fixed(Outcome::investigational));
    write(Place::outside, fixed(Outcome::does_not_apply));
    write(Place::earlier_policy, fixed(Outcome::refer, 0));
    write(Place::pharmacy, fixed(Outcome::refer, 1));
}

void Case::ask(const Route& route, Asking& asking) {
    const bool is_commercial = route.line == Line::commercial;
    if (is_commercial) asking.unlisted(judge_.judged.unknown_of(not_by_version));
    const Criteria& criteria = criteria_[is_commercial ? route.kind : 2];
    if (criteria.group.truth != Truth::unknown) return;
    if (!is_commercial) return asking.expansion(criteria.group.clauses);
    route.kind == 0 ? asking.initial(criteria.group.clauses) : asking.renewal(criteria.group.clauses);
}

/// A routing fact is asked where two of its values, all else alike, lead to different results.
void Case::ask_routing(const RouteResults& routes, Asking& asking) {
    if (routes.depend_on(request_.line_of_business, kinds_.count * times_.count, line_count))
        asking.lead_with(FactId::line_of_business, 0);
    if (routes.depend_on(request_.request, times_.count, 2)) asking.lead_with(FactId::request, 0);
    if (routes.depend_on(request_.date_of_service, 1, 2))
        asking.lead_with(FactId::date_of_service, set_of(Clause::TEXT));
}

void Case::ask_all(const Route* routes, const Set* results, int count) {
    Asking asking(judge_, decision_);
    for (int i = 0; i < count; ++i)
        if (!is_one(results[i]) || has(results[i], Place::open)) ask(routes[i], asking);
    const auto is_open = [&](Place own) { return approved_as_[static_cast<int>(own)] == Place::open; };
    if (is_open(Place::commercial)) asking.commercial_approval();
    if (is_open(Place::expansion)) asking.expansion_approval();
    if (is_open(Place::expansion_again)) asking.expansion_renewal();
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

}  // namespace hand::infliximab
