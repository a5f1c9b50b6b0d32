#include "tests/oracle/qalsody_by_hand.hpp"

#include "tests/oracle/qalsody_routes.hpp"

namespace by_hand {
namespace {

using pol::Outcome;
using std::chrono::days;
using std::chrono::months;
using std::chrono::year_month_day;

// ---- dates and doses ----------------------------------------------------------------------------------------------

constexpr Day text_from = std::chrono::year{2026} / 6 / 1;

/// The plan takes the last day of a month that is too short.
Day plus_months(Day start, int count) {
    const year_month_day landed = year_month_day{start} + months{count};
    return landed.ok() ? Day{landed} : Day{landed.year() / landed.month() / std::chrono::last};
}

/// Three loading doses 14 days apart, then one every 28 days: the doses up to and including a day of the course.
int doses_through(days day) {
    const auto day_number = static_cast<int>(day.count());
    if (day_number < 0) return 0;
    return day_number < 28 ? 1 + day_number / 14 : 3 + (day_number - 28) / 28;
}

// ---- results and marks --------------------------------------------------------------------------------------------

void mark(Marks& marks, Clause clause, Truth truth) {
    (truth == Truth::yes ? marks.yes : truth == Truth::no ? marks.no : marks.unknown) |= bit(clause);
}

bool is_same(const Member& left, const Member& right) {
    if (left.outcome != right.outcome || left.target != right.target || left.open != right.open) return false;
    if (left.outcome != Outcome::approved || left.open) return true;
    return left.from == right.from && left.through == right.through && left.doses == right.doses;
}

void add(Decision& decision, Route& route, const Member& member) {
    int place = 0;
    while (place < decision.member_count && !is_same(decision.members[place], member)) ++place;
    if (place == decision.member_count) {
        decision.members[decision.member_count++] = member;
    } else {
        decision.members[place].sure |= member.sure;
        decision.members[place].possible |= member.possible;
    }
    route.results = static_cast<std::uint16_t>(route.results | 1U << place);
    route.open = route.open || member.open;
}

Member result(Outcome outcome, Clauses sure, Clauses possible = 0, Target target = Target::none) {
    Member member{};
    member.outcome = outcome;
    member.target = target;
    member.sure = sure;
    member.possible = possible;
    return member;
}

// ---- Medicaid and Child Health Plus -------------------------------------------------------------------------------

bool approval_is_open(const Request& request, Kind kind) {
    if (request.service.known != Known::given) return true;
    if (kind == Kind::initial) return false;
    return request.first_start.known != Known::given || dates_contradict(request);
}

Member approved(const Request& request, Kind kind, Clauses sure, Clauses possible) {
    Member member = result(Outcome::approved, sure, possible);
    member.open = approval_is_open(request, kind);
    if (member.open) return member;
    const Day start = kind == Kind::initial ? request.service.value : request.first_start.value;
    int number = 0;
    if (kind == Kind::renewal) {
        number = static_cast<int>((request.service.value - start).count() / 184);
        while (plus_months(start, 6 * (number + 1)) <= request.service.value) ++number;
    }
    member.course_start = start;
    member.from = plus_months(start, 6 * number);
    member.through = plus_months(start, 6 * (number + 1)) - days{1};
    member.first_dose_number = doses_through(member.from - start - days{1});
    member.doses = doses_through(member.through - start) - member.first_dose_number;
    return member;
}

/// The requirements of the kind that are `wanted`; 5 and 6 speak only when their group does.
Clauses requirements_that_are(Truth wanted, const Findings& found, Kind kind) {
    Clauses set = 0;
    const auto take = [&](Clause clause, Truth truth) { set |= truth == wanted ? bit(clause) : 0; };
    take(Clause::mmc_1, found.mmc_1);
    take(Clause::mmc_2, found.adult);
    take(Clause::mmc_3, found.mmc_3);
    take(Clause::mmc_4, found.mmc_4);
    if (kind == Kind::renewal) {
        take(Clause::mmc_9a, found.mmc_9a);
        take(Clause::mmc_9b, found.mmc_9b);
    } else if (found.trach_group == wanted) {
        take(Clause::mmc_5, found.mmc_5);
        take(Clause::mmc_6, found.mmc_6);
    }
    return set;
}

Truth criteria(const Findings& found, Kind kind) {
    const Truth common = both(both(found.mmc_1, found.adult), both(found.mmc_3, found.mmc_4));
    return both(common, kind == Kind::initial ? found.trach_group : both(found.mmc_9a, found.mmc_9b));
}

void mark_requirements(const Findings& found, Kind kind, Marks& marks) {
    mark(marks, Clause::mmc_1, found.mmc_1);
    mark(marks, Clause::mmc_2, found.adult);
    mark(marks, Clause::mmc_3, found.mmc_3);
    mark(marks, Clause::mmc_4, found.mmc_4);
    mark(marks, kind == Kind::initial ? Clause::mmc_5 : Clause::mmc_9a,
         kind == Kind::initial ? found.mmc_5 : found.mmc_9a);
    mark(marks, kind == Kind::initial ? Clause::mmc_6 : Clause::mmc_9b,
         kind == Kind::initial ? found.mmc_6 : found.mmc_9b);
}

/// Marks the determinations and adds what they give; whether one of them surely ends the route.
bool decide_determinations(const Findings& found, Route& route, Decision& decision, Marks& marks) {
    const bool medicaid = route.line == Line::medicaid_harp;
    mark(marks, Clause::mmc_7, found.mmc_7);
    if (medicaid) mark(marks, Clause::g_10, found.g_10);
    const Truth rebate = medicaid ? found.g_10 : Truth::no;
    const Truth stage = either(found.mmc_7, rebate);
    if (stage == Truth::no) return false;
    const Clauses reasons = (found.mmc_7 == stage ? bit(Clause::mmc_7) : 0) | (rebate == stage ? bit(Clause::g_10) : 0);
    const bool sure = stage == Truth::yes;
    route.determinations_unknown = !sure;
    add(decision, route, result(Outcome::excluded, sure ? reasons : 0, sure ? 0 : reasons));
    return sure;
}

/// Falling through is sure only where no stage before is left open.
Truth falls_through(const Route& route) {
    const bool open = route.gate_unknown || route.determinations_unknown || route.criteria_unknown;
    return open ? Truth::unknown : Truth::yes;
}

void decide_mmc(const Request& request, const Findings& found, Route& route, Decision& decision, Marks& marks) {
    if (decide_determinations(found, route, decision, marks)) return;
    mark_requirements(found, route.kind, marks);
    const Truth stage = criteria(found, route.kind);
    const Clauses reasons = requirements_that_are(stage, found, route.kind);
    const bool sure = stage != Truth::unknown;
    if (stage != Truth::no) {
        add(decision, route, approved(request, route.kind, sure ? reasons : 0, sure ? 0 : reasons));
    }
    if (stage == Truth::yes) return;
    route.criteria_unknown = !sure;
    add(decision, route, result(Outcome::criteria_not_met, sure ? reasons : 0, sure ? 0 : reasons));
    mark(marks, Clause::mmc_otherwise, falls_through(route));
}

void decide_com(const Findings& found, Route& route, Decision& decision, Marks& marks) {
    mark(marks, Clause::com_1, found.com_1);
    const Clauses reason = bit(Clause::com_1);
    if (found.com_1 != Truth::no) {
        const bool sure = found.com_1 == Truth::yes;
        add(decision, route, result(Outcome::not_medically_necessary, sure ? reason : 0, sure ? 0 : reason));
    }
    if (found.com_1 == Truth::yes) return;
    route.determinations_unknown = found.com_1 == Truth::unknown;
    add(decision, route, result(Outcome::refer, bit(Clause::com_otherwise), 0, Target::off_label_policy));
    mark(marks, Clause::com_otherwise, falls_through(route));
}

void decide_mcr(Route& route, Decision& decision, Marks& marks) {
    mark(marks, Clause::mcr_1, Truth::yes);
    add(decision, route, result(Outcome::refer, bit(Clause::mcr_1), 0, Target::local_determination));
}

/// Text, box, benefit and gate; then the section.
void decide_route(const Request& request, const Findings& found, Route& route, Decision& decision, Marks& marks) {
    if (!route.in_text) return add(decision, route, result(Outcome::does_not_apply, bit(Clause::text)));
    const Section section = section_of(route.line);
    mark(marks, box(route.line), as_truth(section != Section::none));
    if (section == Section::none) return add(decision, route, result(Outcome::does_not_apply, bit(box(route.line))));
    mark(marks, Clause::medical, as_truth(route.benefit == Benefit::medical));
    if (route.benefit != Benefit::medical) {
        return add(decision, route, result(Outcome::does_not_apply, bits({Clause::g_4, Clause::g_5})));
    }
    mark(marks, Clause::gate, found.gate);
    if (found.gate == Truth::yes) return add(decision, route, result(Outcome::excluded, bit(Clause::gate)));
    route.gate_unknown = found.gate == Truth::unknown;
    if (route.gate_unknown) add(decision, route, result(Outcome::excluded, 0, bit(Clause::gate)));
    if (section == Section::com) return decide_com(found, route, decision, marks);
    if (section == Section::mcr) return decide_mcr(route, decision, marks);
    decide_mmc(request, found, route, decision, marks);
}

// ---- the whole ----------------------------------------------------------------------------------------------------

template <class Value>
int values_of(const Answer<Value>& answer, int all) {
    return answer.known == Known::given ? 1 : all;
}

template <class Value>
Value value_of(const Answer<Value>& answer, int number) {
    return answer.known == Known::given ? answer.value : static_cast<Value>(number);
}

void lay_out(const Request& request, Routes& routes) {
    routes.lines = values_of(request.line, line_count);
    routes.benefits = values_of(request.benefit, 2);
    routes.kinds = values_of(request.kind, 2);
    routes.texts = values_of(request.service, 2);
    routes.count = 0;
    for (int line = 0; line < routes.lines; ++line)
        for (int benefit = 0; benefit < routes.benefits; ++benefit)
            for (int kind = 0; kind < routes.kinds; ++kind)
                for (int text = 0; text < routes.texts; ++text) {
                    const bool dated = request.service.known == Known::given;
                    routes.all[routes.count++] = Route{value_of(request.line, line),
                                                       value_of(request.benefit, benefit),
                                                       value_of(request.kind, kind),
                                                       dated ? request.service.value >= text_from : text == 1,
                                                       false,
                                                       false,
                                                       false,
                                                       false,
                                                       0};
                }
}

void add_marks(const Route& route, const Marks& of_route, Marks& marks) {
    const Clauses reached = of_route.yes | of_route.no | of_route.unknown;
    marks.yes |= of_route.yes;
    marks.no |= of_route.no;
    marks.unknown |= of_route.unknown;
    marks.not_reached |= clauses_for(route) & ~reached;
}

bool stands_before(const Member& left, const Member& right) {
    if (left.outcome != right.outcome) return left.outcome < right.outcome;
    if (left.target != right.target) return left.target < right.target;
    if (left.open != right.open) return right.open;
    if (left.from != right.from) return left.from < right.from;
    if (left.through != right.through) return left.through < right.through;
    return left.doses < right.doses;
}

void conclude(const Request& request, const Findings& found, const Routes& routes, Decision& decision) {
    if (decision.member_count == 1 && !decision.members[0].open) {
        decision.outcome = decision.members[0].outcome;
        decision.clauses = decision.members[0].sure;
        return;
    }
    ask(request, found, routes, decision);
    const auto members_end = decision.members + decision.member_count;
    std::sort(decision.members, members_end, stands_before);
    decision.outcome = decision.question_count > 0 ? Outcome::needs_information : Outcome::review;
    if (decision.question_count > 0) decision.clauses = 0;
    decision.every_outcome_is_a_denial =
        std::all_of(decision.members, members_end, [](const Member& member) { return pol::is_denial(member.outcome); });
}

}  // namespace

bool dates_contradict(const Request& request) {
    return request.service.value < plus_months(request.first_start.value, 6);
}

pol::ClauseState state(const Marks& marks, Clause clause) noexcept {
    const Clauses only = bit(clause);
    const bool not_reached = (marks.not_reached & only) != 0;
    const bool unknown = (marks.unknown & only) != 0;
    const bool no = (marks.no & only) != 0;
    const bool yes = (marks.yes & only) != 0;
    if (!not_reached && !unknown && !no && !yes) return pol::ClauseState::not_for_this_member;
    if (not_reached + unknown + no + yes > 1 || unknown) return pol::ClauseState::unknown;
    if (not_reached) return pol::ClauseState::not_reached;
    return yes ? pol::ClauseState::yes : pol::ClauseState::no;
}

Decision decide(const Request& request) noexcept {
    const Findings found = judge(request);
    Decision decision;
    decision.every_outcome_is_a_denial = false;
    decision.member_count = 0;
    decision.question_count = 0;
    decision.clauses = 0;
    decision.marks = Marks{};
    Routes routes;
    lay_out(request, routes);
    for (int i = 0; i < routes.count; ++i) {
        Marks marks;
        decide_route(request, found, routes.all[i], decision, marks);
        add_marks(routes.all[i], marks, decision.marks);
    }
    conclude(request, found, routes, decision);
    return decision;
}

}  // namespace by_hand
