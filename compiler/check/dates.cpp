#include "compiler/check/dates.hpp"

#include "compiler/ast/words.hpp"
#include "compiler/check/names.hpp"
#include "compiler/check/passes.hpp"
#include "compiler/check/readings.hpp"
#include "compiler/check/walk.hpp"

#include <fmt/format.h>

namespace pol::checking {
namespace {

/// How much of a date is written: `2026`, `2026-06`, `2026-06-01`. A part that is written may still be 0.
std::size_t written_length(const ast::Date& date) { return date.span.end - date.span.begin; }
bool has_month(const ast::Date& date) { return written_length(date) > 4; }
bool has_day(const ast::Date& date) { return written_length(date) > 7; }

bool has_real_month(const ast::Date& date) { return !has_month(date) || (date.month >= 1 && date.month <= 12); }

bool exists(const ast::Date& date) {
    if (!has_real_month(date)) return false;
    return !has_day(date) || (date.day >= 1 && date.day <= days_in_month(date.year, date.month));
}

bool is_exact_enough(const ast::Date& date, DatePrecision precision) {
    if (precision == DatePrecision::any || has_day(date)) return true;
    return precision == DatePrecision::month_or_day && has_month(date);
}

void check_header_dates(const ast::HeaderLine& line, Sink& sink) {
    if (const auto* effective = std::get_if<ast::Effective>(&line.form))
        check_date(effective->date, DatePrecision::month_or_day, sink);
    if (const auto* reviewed = std::get_if<ast::Reviewed>(&line.form))
        check_date(reviewed->date, DatePrecision::day, sink);
    if (const auto* text = std::get_if<ast::TextInForce>(&line.form)) {
        check_date(text->from, DatePrecision::day, sink);
        if (text->through) {
            check_date(*text->through, DatePrecision::day, sink);
            check_date_order(text->from, *text->through, sink);
        }
    }
}

void check_drug_dates(const ast::Drug& drug, Sink& sink) {
    for (const auto& code : drug.codes)
        std::visit(
            [&](const auto& written) {
                if (written.from) check_date(*written.from, DatePrecision::day, sink);
                if (written.through) check_date(*written.through, DatePrecision::day, sink);
                if (written.from && written.through) check_date_order(*written.from, *written.through, sink);
            },
            code);
}

/// The dates of a request are exact, but for the birth; declared ones may be partial, too, and so may a measurement's.
DatePrecision precision_of(const std::string& fact) {
    return is_request_field(fact) && fact != "birth_date" ? DatePrecision::day : DatePrecision::any;
}

/// Whether four digits are a year or a number, only the type of a declared fact tells: the check of values looks.
bool may_be_number(const ast::Name& fact, const ast::Date& date) {
    return !is_request_field(fact.text) && ast::as_number(date);
}

void check_scenario_dates(const ast::Scenario& scenario, Sink& sink) {
    for (const ast::Assignment& assignment : scenario.assignments) {
        const auto* date = std::get_if<ast::Date>(&assignment.value);
        if (date != nullptr && !may_be_number(assignment.fact, *date))
            check_date(*date, precision_of(assignment.fact.text), sink);
        if (const auto* measured = std::get_if<ast::Assignment::Measured>(&assignment.value))
            check_date(measured->on, DatePrecision::any, sink);
    }
    for (const ast::Expectation& expectation : scenario.expectations)
        if (const auto* period = std::get_if<ast::ExpectPeriod>(&expectation.form)) {
            check_date(period->from, DatePrecision::day, sink);
            check_date(period->through, DatePrecision::day, sink);
            check_date_order(period->from, period->through, sink);
        }
}

}  // namespace

void check_date(const ast::Date& date, DatePrecision precision, Sink& sink) {
    if (!exists(date))
        sink.add(FindingCode::impossible_date, date.span, fmt::format("there is no date `{}`", ast::written(date)),
                 has_real_month(date) ? fmt::format("that month has {} days", days_in_month(date.year, date.month))
                                      : "months are 01 to 12");
    else if (!is_calendar_year(date.year))
        sink.add(FindingCode::date_out_of_range, date.span,
                 fmt::format("the date `{}` is out of range", ast::written(date)),
                 "dates run from 1800-01-01 to 2199-12-31");
    else if (!is_exact_enough(date, precision))
        sink.add(FindingCode::date_precision, date.span,
                 fmt::format("`{}` is not exact to the day", ast::written(date)),
                 precision == DatePrecision::day ? "write it as year-month-day"
                                                 : "write it as year-month or year-month-day");
}

std::optional<DaySpan> days_of(const ast::Date& date) {
    if (!exists(date)) return std::nullopt;
    const int first_month = date.month == 0 ? 1 : date.month;
    const int last_month = date.month == 0 ? 12 : date.month;
    const int last_day = date.day == 0 ? days_in_month(date.year, last_month) : date.day;
    return DaySpan{date_of(date.year, first_month, date.day == 0 ? 1 : date.day),
                   date_of(date.year, last_month, last_day)};
}

void check_date_fact(const Context& context, const ast::Name& fact, const std::vector<std::string>& allowed,
                     const char* what) {
    if (contains(allowed, fact.text)) return;
    if (context.symbols.fact(fact.text) == nullptr) return add_unknown_name(context.sink, "date", fact, allowed);
    context.sink.add(FindingCode::wrong_date_fact, fact.span, fmt::format("{} `{}`", what, fact.text),
                     "write " + quoted_list(allowed, "or"));
}

void check_date_order(const ast::Date& from, const ast::Date& through, Sink& sink) {
    const std::optional<DaySpan> first = days_of(from);
    const std::optional<DaySpan> last = days_of(through);
    if (first && last && last->last < first->first)
        add_with_place(sink, FindingCode::date_order, through.span,
                       fmt::format("`{}` lies before `{}`", ast::written(through), ast::written(from)),
                       "an end is not before its beginning", from.span, "the beginning");
}

void check_dates(const ast::Policy& policy, Sink& sink) {
    for (const ast::HeaderLine& line : policy.header) check_header_dates(line, sink);
    for (const ast::Drug* drug : blocks_of<ast::Drug>(policy)) check_drug_dates(*drug, sink);
    for (const ast::History* history : blocks_of<ast::History>(policy))
        for (const ast::HistoryRow& row : history->rows) check_date(row.date, DatePrecision::day, sink);
    for (const ast::Scenario* scenario : blocks_of<ast::Scenario>(policy)) check_scenario_dates(*scenario, sink);
    each_reading(policy, [&](const ast::Reading& reading, const std::string&) {
        if (reading.decided) check_date(reading.decided->on, DatePrecision::day, sink);
    });
}

}  // namespace pol::checking
