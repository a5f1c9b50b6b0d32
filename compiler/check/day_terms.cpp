// Which definitions name a day, and how far away from the dates that are given.

#include "compiler/check/days.hpp"
#include "compiler/check/symbols.hpp"

#include <algorithm>

namespace pol::checking {
namespace {

constexpr std::int64_t longest_year = 366;

std::int64_t longest(ast::TimeUnit unit) {
    switch (unit) {
        case ast::TimeUnit::days:
            return 1;
        case ast::TimeUnit::weeks:
            return 7;
        case ast::TimeUnit::months:
            return 31;
        case ast::TimeUnit::years:
            return longest_year;
    }
    return 0;
}

/// A distance that is none has its own finding.
std::int64_t length_of(const ast::Quantity& distance) {
    Sink reported_with_the_day;
    if (!check_distance(distance, "", reported_with_the_day)) return 0;
    return distance.amount.digits * longest(*time_unit(distance.unit->text));
}

std::int64_t own_distance(const ast::DayOperand& day) {
    if (std::holds_alternative<ast::YearlyDay>(day.form)) return longest_year;
    const auto* moved = std::get_if<ast::MovedDay>(&day.form);
    return moved == nullptr ? 0 : length_of(moved->distance);
}

}  // namespace

std::int64_t Symbols::days_away(const ast::DayOperand& day) const {
    if (const auto* name = std::get_if<ast::Name>(&day.form)) return days_away(*name).value_or(0);
    std::int64_t farthest = 0;
    for (const ast::DayOperand& operand : ast::operands_of(day)) farthest = std::max(farthest, days_away(operand));
    return own_distance(day) + farthest;
}

std::optional<std::int64_t> Symbols::days_away(const ast::Name& name) const {
    const KnownFact* known = fact(name.text);
    if (known != nullptr) return is_date(known->kind) ? std::optional<std::int64_t>(0) : std::nullopt;
    const ast::Define* defined = term(name.text);
    const auto found = days_.find(defined);
    return found == days_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::int64_t> Symbols::days_away(const ast::Expression& value) const {
    if (const auto* day = std::get_if<ast::DayOperand>(&value.form)) return days_away(*day);
    const auto* named = std::get_if<ast::NamedValue>(&value.form);
    return named == nullptr ? std::nullopt : days_away(named->name);
}

/// Definitions read only those above them.
void Symbols::add_day(const ast::Define& term) {
    if (const auto* value = std::get_if<ast::Expression>(&term.body))
        if (const auto away = days_away(*value)) days_.emplace(&term, *away);
    const std::vector<ast::DefinedCase>* cases = ast::cases_of(term);
    if (cases == nullptr || cases->empty() || !days_away(cases->front().value)) return;
    std::int64_t farthest = 0;
    for (const ast::DefinedCase& one : *cases) farthest = std::max(farthest, days_away(one.value).value_or(0));
    days_.emplace(&term, farthest);
}

}  // namespace pol::checking
