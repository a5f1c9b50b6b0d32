#include "compiler/check/days.hpp"

#include "compiler/ast/words.hpp"
#include "compiler/check/dates.hpp"
#include "compiler/check/meanings.hpp"

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

void check_distance(const ast::Quantity& distance, Sink& sink) {
    const std::optional<ast::TimeUnit> unit = distance.unit ? time_unit(distance.unit->text) : std::nullopt;
    if (!unit)
        return sink.add(FindingCode::wrong_duration, distance.span,
                        fmt::format("`{}` is no distance of days", ast::written(distance)),
                        "write it in `days`, `weeks`, `months` or `years`");
    if (distance.amount.places > 0)
        return sink.add(FindingCode::number_out_of_range, distance.span,
                        fmt::format("`{}` is no whole number of days", ast::written(distance)),
                        "write it in a smaller unit");
    if (distance.amount.digits < 1 || distance.amount.digits > longest_distance(*unit))
        sink.add(FindingCode::number_out_of_range, distance.span,
                 fmt::format("`{}` is no distance of days", ast::written(distance)),
                 distance.amount.digits < 1 ? "for the day itself write `on`" : "write up to 150 years");
}

}  // namespace

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
    if (meaning.fact != nullptr && is_date(meaning.fact->kind)) return true;
    const bool is_measurement = meaning.fact != nullptr && is_measured(*meaning.fact);
    sink.add(FindingCode::not_a_date, name.span, fmt::format("`{}` {}, not a date", name.text, kind_words(meaning)),
             is_measurement ? fmt::format("ask for its day in a value: `{} measured within 30 days before "
                                          "date_of_service`",
                                          name.text)
                            : "days are the dates of a request and facts declared as `date`");
    return false;
}

void check_day(const Context& context, const ast::DayOperand& day, Sink& sink) {
    if (const auto* name = std::get_if<ast::Name>(&day.form)) check_day(context, *name, sink);
    if (const auto* date = std::get_if<ast::Date>(&day.form)) check_date(*date, DatePrecision::day, sink);
}

void check_relation(const Context& context, const ast::DayRelation& relation, Sink& sink) {
    if (relation.distance) check_distance(*relation.distance, sink);
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
