#include "tests/oracle/random_requests.hpp"

namespace oracle {

using by_hand::Answer;
using by_hand::Birth;
using by_hand::Day;
using by_hand::Known;
using by_hand::Level;
using by_hand::Request;
using std::chrono::days;
using std::chrono::sys_days;

/// SplitMix64: small, and the same everywhere, which std's distributions are not.
std::uint64_t RandomRequests::draw() {
    state_ += 0x9e3779b97f4a7c15U;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebU;
    return mixed ^ (mixed >> 31U);
}

Day RandomRequests::day_between(Day first, Day last) {
    return first + days{below(static_cast<int>((last - first).count()) + 1)};
}

Known RandomRequests::known(int missing_percent) {
    if (mix_ == Mix::anything) missing_percent = 40;
    if (below(100) >= missing_percent) return Known::given;
    return below(mix_ == Mix::anything ? 4 : 20) == 0 ? Known::not_knowable : Known::not_given;
}

Level RandomRequests::level(Level wanted) {
    if (mix_ == Mix::realistic && below(100) < 95) return wanted;
    return static_cast<Level>(below(3));
}

/// The first value is the usual one.
template <class Value>
void RandomRequests::choose(Answer<Value>& answer, int values, int usual_percent, Level wanted) {
    answer.known = known(2);
    if (answer.known != Known::given) return;
    const bool usual = mix_ == Mix::realistic && below(100) < usual_percent;
    answer.value = static_cast<Value>(usual ? 0 : below(values));
    answer.level = level(wanted);
}

Birth RandomRequests::birth() {
    const bool child = below(mix_ == Mix::anything ? 2 : 12) == 0;
    const Day exact = child ? day_between(std::chrono::year{2006} / 1 / 1, std::chrono::year{2030} / 12 / 31)
                            : day_between(std::chrono::year{1930} / 1 / 1, std::chrono::year{2005} / 12 / 31);
    const std::chrono::year_month_day date{exact};
    const int precision = below(mix_ == Mix::anything ? 3 : 40);
    if (precision == 1)
        return {sys_days{date.year() / date.month() / 1}, sys_days{date.year() / date.month() / std::chrono::last}};
    if (precision == 2) return {sys_days{date.year() / 1 / 1}, sys_days{date.year() / 12 / 31}};
    return {exact, exact};
}

void RandomRequests::choose_dates(Request& request) {
    request.birth.known = known(1);
    if (request.birth.known == Known::given) request.birth.value = birth();
    request.service.known = known(1);
    if (request.service.known == Known::given)
        request.service.value = day_between(std::chrono::year{2026} / 5 / 1, std::chrono::year{2030} / 5 / 31);
    if (mix_ == Mix::realistic && request.kind.value == by_hand::Kind::initial) return;
    request.first_start.known = known(3);
    if (request.first_start.known == Known::given)
        request.first_start.value =
            request.service.known == Known::given
                ? request.service.value - days{below(1'200) - (mix_ == Mix::anything ? 60 : 0)}
                : day_between(std::chrono::year{2023} / 1 / 1, std::chrono::year{2030} / 5 / 31);
}

Request RandomRequests::next() {
    Request request;
    const bool complete = mix_ == Mix::realistic;
    choose(request.line, by_hand::line_count, 0, Level::claimed);
    choose(request.benefit, 2, 92, Level::claimed);
    choose(request.kind, 2, 55, Level::claimed);
    choose_dates(request);
    choose(request.contract_excludes, 2, 92, Level::claimed);
    choose(request.mdrp_participating, 2, 0, Level::claimed);
    if (complete && request.mdrp_participating.known == Known::given) request.mdrp_participating.value = below(50) != 0;
    choose(request.prescriber, 3, 85, Level::documented);
    choose(request.consulted, 4, 30, Level::documented);
    choose(request.diagnosis, 2, 94, Level::documented);
    choose(request.sod1, 2, 88, Level::documented);
    choose(request.weakness, 2, 0, Level::attested);
    if (complete && request.weakness.known == Known::given) request.weakness.value = below(15) != 0;
    choose(request.tracheostomy, 2, 80, Level::documented);
    choose(request.aspiration_only, 2, 70, Level::attested);
    choose(request.ventilation, 2, 85, Level::attested);
    choose(request.benefits, 2, 0, Level::attested);
    if (complete && request.benefits.known == Known::given) request.benefits.value = below(12) != 0;
    choose(request.indication, 2, 95, Level::documented);
    return request;
}

}  // namespace oracle
