#include "compiler/ast/words.hpp"
#include "compiler/check/days.hpp"
#include "compiler/check/passes.hpp"
#include "compiler/check/value_words.hpp"
#include "compiler/check/values.hpp"
#include "compiler/check/walk.hpp"

#include <fmt/format.h>

namespace pol::checking {
namespace {

/// A period of approval ends within the calendar, however late it starts.
std::int64_t longest_period(ast::TimeUnit unit) {
    switch (unit) {
        case ast::TimeUnit::days:
            return 36159;
        case ast::TimeUnit::weeks:
            return 5165;
        case ast::TimeUnit::months:
            return 1188;
        case ast::TimeUnit::years:
            return 99;
    }
    return 0;
}

constexpr const char* in_times = "an approval lasts `days`, `weeks`, `months` or `years`";

void check_written(const ast::Quantity& time, Sink& sink) {
    const std::optional<ast::TimeUnit> unit = time.unit ? time_unit(time.unit->text) : std::nullopt;
    if (!unit)
        return sink.add(FindingCode::wrong_duration, time.span,
                        fmt::format("`{}` is no time to approve for", ast::written(time)), in_times);
    if (time.amount.places > 0 || time.amount.digits < 1 || time.amount.digits > longest_period(*unit))
        sink.add(FindingCode::number_out_of_range, time.span, "this is no period to approve for",
                 time.amount.places > 0 ? "write a whole number, in a smaller unit" : "write 1 day to 99 years");
}

/// A computed time is found to be whole and at least 1 when a request is decided.
void check_computed(const Context& context, const ast::Expression& time, Values& values) {
    Sink& sink = context.sink;
    const auto* named = std::get_if<ast::NamedValue>(&inside(time).form);
    const ast::Define* term = named == nullptr ? nullptr : context.symbols.term(named->name.text);
    if (term != nullptr && values.is_of_two_kinds(*term)) return;
    const std::optional<Measure> measure = values.measure(time, sink);
    if (!measure || is_time(*measure)) return;
    sink.add(FindingCode::wrong_duration, time.span,
             fmt::format("{} {}, which is no time to approve for", words_of(time), measure_words(*measure)), in_times);
}

}  // namespace

void check_approvals(const Context& context) {
    Values values(context);
    each_clause_block(context.policy, [&](const ast::Name&, const std::vector<ast::Statement>& statements) {
        each_of<ast::Approve>(statements, [&](const ast::Approve& approve, const ast::Statement&) {
            if (const auto* written = std::get_if<ast::Quantity>(&inside(approve.duration).form))
                check_written(*written, context.sink);
            else
                check_computed(context, approve.duration, values);
            if (approve.until) check_day(context, *approve.until, context.sink);
        });
    });
}

}  // namespace pol::checking
