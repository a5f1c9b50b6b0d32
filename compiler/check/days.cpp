#include "compiler/check/days.hpp"

#include "compiler/ast/words.hpp"
#include "compiler/check/chosen_entries.hpp"
#include "compiler/check/dates.hpp"
#include "compiler/check/meanings.hpp"
#include "compiler/check/value_words.hpp"
#include "compiler/source/overloaded.hpp"

#include <fmt/format.h>

namespace pol::checking {
namespace {

/// No distance is longer than a life.
std::int64_t longest_distance(ast::TimeUnit unit) {
    switch (unit) {
        case ast::TimeUnit::days:
            return 54'750;
        case ast::TimeUnit::weeks:
            return 7'821;
        case ast::TimeUnit::months:
            return 1'800;
        case ast::TimeUnit::years:
            return 150;
    }
    return 0;
}

/// Days counted from one another, one definition from the next, stay within what can be reckoned with.
constexpr std::int64_t most_days_away = std::int64_t{300} * 366;

void check_yearly(const ast::YearlyDay& yearly, Sink& sink) {
    const int month = ast::month_number(yearly.month.text);
    const std::int64_t day = yearly.day.value;
    const Span span = join(yearly.day.span, yearly.month.span);
    const std::string written = fmt::format("{} {}", day, yearly.month.text);
    const int in_common_years = days_in_month(2025, month);
    if (day == 29 && month == 2)
        sink.add(FindingCode::impossible_date, span, fmt::format("most years have no `{}`", written),
                 "write `28 February` or `1 March`");
    else if (day < 1 || day > in_common_years)
        sink.add(FindingCode::impossible_date, span, fmt::format("no year has a `{}`", written),
                 fmt::format("that month has {} days", in_common_years));
}

void check_moved(const Context& context, const ast::DayOperand& day, const ast::MovedDay& moved, Sink& sink) {
    const bool is_distance = check_distance(moved.distance, "for the day itself write that day alone", sink);
    const bool is_found_below = context.symbols.days_away(moved.from.front()) > most_days_away;
    if (is_distance && !is_found_below && context.symbols.days_away(day) > most_days_away)
        sink.add(FindingCode::number_out_of_range, moved.distance.span,
                 "this day can lie more than 300 years away from any date that is given",
                 "count it from a date, or from a definition that lies closer to one");
}

void check_chosen_day(const Context& context, const ast::ChosenEntry& chosen, Sink& sink) {
    const KnownFact* field = check_chosen(context, chosen, sink);
    if (field == nullptr || is_date(field->kind)) return;
    sink.add(FindingCode::not_a_date, chosen.field.span,
             fmt::format("`{}` {}, not a date", field->name, kind_words(field->kind)),
             "the day of an entry is a date among its fields");
}

}  // namespace

bool check_distance(const ast::Quantity& distance, const char* instead, Sink& sink) {
    const std::size_t errors = sink.error_count();
    const std::optional<ast::TimeUnit> unit = distance.unit ? time_unit(distance.unit->text) : std::nullopt;
    if (!unit)
        sink.add(FindingCode::wrong_duration, distance.span,
                 fmt::format("`{}` is no distance of days", ast::written(distance)),
                 "write it in `days`, `weeks`, `months` or `years`");
    else if (distance.amount.places > 0)
        sink.add(FindingCode::number_out_of_range, distance.span,
                 fmt::format("`{}` is no whole number of days", ast::written(distance)), "write it in a smaller unit");
    else if (distance.amount.digits < 1 || distance.amount.digits > longest_distance(*unit))
        sink.add(FindingCode::number_out_of_range, distance.span,
                 fmt::format("`{}` is no distance of days", ast::written(distance)),
                 distance.amount.digits < 1 ? instead : "write up to 150 years");
    return sink.error_count() == errors;
}

std::optional<ast::TimeUnit> time_unit(const std::string& word) {
    if (word == "day" || word == "days") return ast::TimeUnit::days;
    if (word == "week" || word == "weeks") return ast::TimeUnit::weeks;
    if (word == "month" || word == "months") return ast::TimeUnit::months;
    if (word == "year" || word == "years") return ast::TimeUnit::years;
    return std::nullopt;
}

bool check_day(const Context& context, const ast::Name& name, Sink& sink) {
    const Meaning meaning = meaning_of(context, name, sink);
    if (meaning.fact == nullptr && meaning.term == nullptr) return false;
    if (meaning.is_day) return true;
    const bool is_measurement = meaning.fact != nullptr && is_measured(*meaning.fact);
    sink.add(FindingCode::not_a_date, name.span, fmt::format("`{}` {}, not a date", name.text, kind_words(meaning)),
             is_measurement ? fmt::format("ask for its day in a value: `{} measured within 30 days before "
                                          "date_of_service`",
                                          name.text)
                            : "days are the dates of a request and facts declared as `date`");
    return false;
}

void check_day(const Context& context, const ast::DayOperand& day, Sink& sink) {
    std::visit(overloaded{[&](const ast::Name& name) { check_day(context, name, sink); },
                          [&](const ast::Date& date) { check_date(date, DatePrecision::day, sink); },
                          [&](const ast::YearlyDay& yearly) { check_yearly(yearly, sink); },
                          [&](const ast::MovedDay& moved) { check_moved(context, day, moved, sink); },
                          [](const ast::ExtremeDay&) {},
                          [&](const ast::ChosenEntry& chosen) { check_chosen_day(context, chosen, sink); }},
               day.form);
    for (const ast::DayOperand& operand : ast::operands_of(day)) check_day(context, operand, sink);
}

void check_day(const Context& context, const ast::Expression& value, Sink& sink) {
    if (const auto* day = std::get_if<ast::DayOperand>(&value.form)) return check_day(context, *day, sink);
    if (const auto* named = std::get_if<ast::NamedValue>(&value.form)) {
        check_day(context, named->name, sink);
        return;
    }
    sink.add(FindingCode::not_a_date, value.span, fmt::format("{} is no day", words_of(value)),
             "the first case of this definition is a day, so all of them are");
}

void check_relation(const Context& context, const ast::DayRelation& relation, Sink& sink) {
    if (relation.distance) check_distance(*relation.distance, "for the day itself write `on`", sink);
    check_day(context, relation.anchor, sink);
}

bool is_same_day(const ast::DayOperand& left, const ast::DayOperand& right) {
    const auto* left_name = std::get_if<ast::Name>(&left.form);
    const auto* right_name = std::get_if<ast::Name>(&right.form);
    if (left_name != nullptr && right_name != nullptr) return left_name->text == right_name->text;
    const auto* left_date = std::get_if<ast::Date>(&left.form);
    const auto* right_date = std::get_if<ast::Date>(&right.form);
    return left_date != nullptr && right_date != nullptr && left_date->year == right_date->year &&
           left_date->month == right_date->month && left_date->day == right_date->day;
}

}  // namespace pol::checking
