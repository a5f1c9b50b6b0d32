#include "compiler/compare/request_days.hpp"

#include "compiler/analyze/axis.hpp"
#include "compiler/compare/reads.hpp"
#include "compiler/interpret/approval.hpp"

#include <set>

namespace pol::comparison {

namespace {

using interpretation::is_renewal;
using interpretation::Route;
using model::Approval;

constexpr std::size_t most_known = 4;
/// One of any four years that follow each other has a 29 February, but for 2100.
constexpr std::int32_t months_ahead = 48;

bool have_one_calendar(const Texts& texts) {
    return texts.older.calendar.short_months == texts.newer.calendar.short_months &&
           texts.older.calendar.leap_birthday == texts.newer.calendar.leap_birthday;
}

const Approval* approval_of(const interpretation::PreparedPolicy& prepared, const Route& route) {
    const model::Criteria* criteria = prepared.criteria_of(route.line, route.kind);
    return criteria == nullptr ? nullptr : &prepared.policy.approvals[criteria->approval];
}

/// What differs alike on every day set aside: more of one unit is longer, and a larger dose more. A renewal lies in
/// another period where its length is another.
Approval with_what_is_alike(Approval approval, const Approval& other, bool renews) {
    approval.per_dose = other.per_dose;
    if (!renews) approval.duration.amount = other.duration.amount;
    return approval;
}

bool is_exact_day(const model::Fact& fact, const Answer& answer) {
    if (answer.presence != Presence::given) return false;
    if (fact.type == FactType::date) return true;
    return (fact.type == FactType::partial_date || fact.type == FactType::measurement) && is_exact(answer.range);
}

class Days {
public:
    Days(const Texts& texts, const RouteClass& route_class, Groups& groups)
        : texts_(texts), route_(route_class.routes.front()), groups_(groups) {
        if (have_one_calendar(texts)) return;
        Reads older(texts.older), newer(texts.newer);
        for (const model::Condition& condition : route_class.rules.older) older.add(condition);
        for (const model::Condition& condition : route_class.rules.newer) newer.add(condition);
        ages_ = std::move(older.ages);
        ages_.insert(newer.ages.begin(), newer.ages.end());
    }

    void look_around(const RequestRecord& known) {
        const Answer& service = known.answers[index_of(BuiltinFact::date_of_service)];
        if (service.presence != Presence::given) return;
        CivilDate month = to_civil(day_of_requests(texts_));
        for (std::int32_t i = 0; i < months_ahead; ++i) {
            const Date first = date_of(month.year, month.month, 1);
            month = to_civil(add_months(first, 1, ShortMonths::take_last_day));
            const Date last = add_days(date_of(month.year, month.month, 1), -1);
            for (const Date day : {first, add_days(last, -1), last})
                if (!(day < texts_.newer.text_from)) look_at(moved_by(known, day.days - service.date.days), day);
        }
    }

private:
    void look_at(const RequestRecord& request, Date day) {
        consider(request);
        for (const interpretation::PreparedPolicy* prepared : {&texts_.prepared_old, &texts_.prepared_new})
            if (const Approval* approval = approval_of(*prepared, route_))
                if (is_renewal(*approval, route_.kind)) look_at_starts(request, day, *approval);
        for (const std::int32_t age : ages_) look_at_births(request, day, age);
    }

    /// Renewed on the last day of a period and on the first of the next.
    void look_at_starts(RequestRecord request, Date day, const Approval& approval) {
        Answer& start = request.answers[index_of(BuiltinFact::first_start)];
        start.presence = Presence::given;
        for (const std::int32_t periods : {1, 2})
            for (const std::int32_t later : {0, 1}) {
                const Date first = add_times(day, approval.duration, -periods, texts_.newer.calendar.short_months);
                start = analysis::on_day(start, add_days(first, later));
                consider(request);
            }
    }

    /// Born on a day that the month of the birthday may lack, which the request comes at the end of.
    void look_at_births(RequestRecord request, Date day, std::int32_t months) {
        Answer& birth = request.answers[index_of(BuiltinFact::birth_date)];
        Answer& asked = request.answers[index_of(BuiltinFact::date_of_request)];
        if (asked.presence == Presence::given) asked = analysis::on_day(asked, day);
        birth.presence = Presence::given;
        const Date born = add_months(day, -months, ShortMonths::take_last_day);
        for (const std::int32_t later : {0, 1, 3}) {
            birth = analysis::on_day(birth, add_days(born, later));
            consider(request);
        }
    }

    /// All exact days together, so that as many days lie between them.
    [[nodiscard]] RequestRecord moved_by(RequestRecord request, std::int32_t days) const {
        const auto move = [&](std::size_t fact, Answer& answer) {
            if (!is_exact_day(texts_.newer.facts[fact], answer)) return;
            const bool is_date = texts_.newer.facts[fact].type == FactType::date;
            answer = analysis::on_day(answer, add_days(is_date ? answer.date : answer.range.first, days));
        };
        for (std::size_t i = 0; i < request.answers.size(); ++i) move(i, request.answers[i]);
        for (EntryRecord& entry : request.entries)
            for (std::size_t i = 0; i < entry.fields.size(); ++i) move(entry.list + 1U + i, entry.fields[i]);
        return request;
    }

    void consider(const RequestRecord& request) { static_cast<void>(groups_.consider(request, 1, {})); }

    const Texts& texts_;
    Route route_;
    Groups& groups_;
    /// In months, where the calendars differ.
    std::set<std::int32_t> ages_;
};

}  // namespace

bool turns_on_days(const Texts& texts, const Route& route) {
    if (!have_one_calendar(texts)) return true;
    const Approval* one = approval_of(texts.prepared_old, route);
    const Approval* two = approval_of(texts.prepared_new, route);
    if (one == nullptr || two == nullptr) return false;
    const bool renews = is_renewal(*one, route.kind) || is_renewal(*two, route.kind);
    return texts.old_forms.of(with_what_is_alike(*one, *two, renews)) != texts.new_forms.of(*two);
}

void compare_days(const Texts& texts, const RouteClass& route_class, const std::vector<RequestRecord>& known,
                  Groups& groups) {
    Days days(texts, route_class, groups);
    for (std::size_t i = 0; i < known.size() && i < most_known; ++i) days.look_around(known[i]);
}

}  // namespace pol::comparison
