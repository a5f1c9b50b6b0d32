#include "compiler/ast/words.hpp"
#include "compiler/check/amounts.hpp"
#include "compiler/check/dates.hpp"
#include "compiler/check/passes.hpp"
#include "compiler/check/walk.hpp"

#include <fmt/format.h>

#include <optional>

namespace pol::checking {
namespace {

/// The codes of a policy whose amounts are in bounds; a package may say nothing of its volume.
struct Codes {
    std::vector<const ast::BillingCode*> billing;
    std::vector<const ast::PackageCode*> packages;
};

/// The first day of the policy's text; nothing where the header lacks a real one, which its own check reports.
std::optional<Date> first_day_of_text(const ast::Policy& policy) {
    for (const ast::HeaderLine* line : header_lines<ast::TextInForce>(policy))
        if (const std::optional<DaySpan> day = days_of(std::get<ast::TextInForce>(line->form).from)) return day->first;
    return std::nullopt;
}

bool ended_before(const std::optional<ast::Date>& through, const std::optional<Date>& day) {
    const std::optional<DaySpan> last = through ? days_of(*through) : std::nullopt;
    return last && day && last->last < *day;
}

/// Codes in use while the text is in force; those that ended before count nothing.
Codes codes_in_bounds(const ast::Policy& policy, Sink& sink) {
    Codes codes;
    const std::optional<Date> begins = first_day_of_text(policy);
    for (const ast::Drug* drug : blocks_of<ast::Drug>(policy))
        for (const auto& code : drug->codes)
            std::visit(overloaded{
                           [&](const ast::BillingCode& form) {
                               if (form.amount && form.unit && check_amount(*form.amount, sink) &&
                                   !ended_before(form.through, begins))
                                   codes.billing.push_back(&form);
                           },
                           [&](const ast::PackageCode& form) {
                               const bool has_amount = form.amount && check_amount(*form.amount, sink);
                               const bool is_in_bounds = !form.volume || check_amount(*form.volume, sink);
                               if (has_amount && is_in_bounds && !ended_before(form.through, begins))
                                   codes.packages.push_back(&form);
                           },
                       },
                       code);
    return codes;
}

/// Whether a package says what one unit is in the other, and then multiplies by it.
bool convert(Quotient& quotient, const std::string& from, const std::string& to, const ast::PackageCode& package) {
    if (from == to) return true;
    if (!package.volume) return false;
    if (package.unit->text == from && package.volume_unit->text == to) {
        quotient.multiply(*package.volume);
        quotient.divide(*package.amount);
        return true;
    }
    if (package.volume_unit->text == from && package.unit->text == to) {
        quotient.multiply(*package.amount);
        quotient.divide(*package.volume);
        return true;
    }
    return false;
}

class DoseCheck {
public:
    DoseCheck(const ast::Dose& dose, const Codes& codes, Sink& sink) : dose_(dose), codes_(codes), sink_(sink) {}

    void run() {
        for (const ast::BillingCode* code : codes_.billing)
            if (!check_code(*code)) return;
        for (const ast::PackageCode* package : codes_.packages)
            if (package->package) check_package(*package);
    }

private:
    bool check_code(const ast::BillingCode& code) {
        Quotient units;
        units.multiply(dose_.amount);
        units.divide(*code.amount);
        if (dose_.unit.text == code.unit->text) return check_whole(units, code);
        const ast::PackageCode* first = nullptr;
        Quotient by_first;
        for (const ast::PackageCode* package : codes_.packages) {
            Quotient converted = units;
            if (!convert(converted, dose_.unit.text, code.unit->text, *package)) continue;
            if (first != nullptr && converted != by_first) return report_disagreement(*first);
            if (first == nullptr) first = package;
            by_first = converted;
        }
        if (first != nullptr) return check_whole(by_first, code);
        add_with_place(sink_, FindingCode::dose_unit, dose_.unit.span,
                       fmt::format("a dose in `{}` cannot be billed with `{}`, which counts `{}`", dose_.unit.text,
                                   code.code.text, code.unit->text),
                       fmt::format("write the dose in `{}`, or a package that says how much of it is in a `{}`",
                                   code.unit->text, dose_.unit.text),
                       code.unit->span, "the unit it counts");
        return false;
    }

    bool report_disagreement(const ast::PackageCode& package) {
        add_with_place(sink_, FindingCode::packages_disagree, dose_.unit.span,
                       fmt::format("the packages do not agree on what a `{}` holds", dose_.unit.text),
                       "write the dose in the unit that the billing code counts", package.span, "one package");
        return false;
    }

    bool check_whole(const Quotient& units, const ast::BillingCode& code) {
        if (units.is_whole()) return true;
        add_with_place(sink_, FindingCode::dose_not_whole, dose_.amount.span,
                       fmt::format("`{} {}` is not a whole number of units of `{}`", ast::written(dose_.amount),
                                   dose_.unit.text, code.code.text),
                       "a dose is billed in whole units; nothing is rounded unsaid", code.amount->span, "one unit");
        return false;
    }

    /// What has no exact count is left out of decisions, which an author must not learn from a decision.
    void check_package(const ast::PackageCode& package) {
        Quotient content;
        content.multiply(dose_.amount);
        const bool is_related = convert(content, dose_.unit.text, package.unit->text, package);
        content.divide(*package.amount);
        if (is_related && content.is_decimal()) return;
        add_with_place(
            sink_, FindingCode::dose_in_part, dose_.amount.span,
            fmt::format("`{} {}` is no exact number of `{}` of `{}`", ast::written(dose_.amount), dose_.unit.text,
                        package.package->text, package.code.text),
            fmt::format("decisions leave the count of `{}` out; nothing is rounded unsaid", package.package->text),
            package.span, "this package");
    }

    const ast::Dose& dose_;
    const Codes& codes_;
    Sink& sink_;
};

/// An interval of a schedule is a number of days.
void check_interval(const ast::Duration& interval, Sink& sink) {
    if (interval.unit == ast::TimeUnit::months || interval.unit == ast::TimeUnit::years)
        return sink.add(FindingCode::wrong_duration, interval.span, "doses are counted in days or weeks",
                        "28 days are not a month; write `days` or `weeks`");
    const std::int64_t days = interval.unit == ast::TimeUnit::weeks ? 7 : 1;
    if (interval.amount.value < 1 || interval.amount.value > 3660 / days)
        sink.add(FindingCode::number_out_of_range, interval.amount.span,
                 fmt::format("`{}` is no interval between doses", interval.amount.value), "write 1 day to 3660 days");
}

/// The schedule of one section.
class ScheduleCheck {
public:
    ScheduleCheck(const ast::Section& section, Sink& sink) : section_(section), sink_(sink) {}

    void run() {
        each_of<ast::Loading>(section_.statements, [&](const ast::Loading& form, const ast::Statement& statement) {
            check_single(loading_, statement, "loading");
            check_loading(form);
        });
        each_of<ast::Maintenance>(section_.statements,
                                  [&](const ast::Maintenance& form, const ast::Statement& statement) {
                                      check_single(maintenance_, statement, "maintenance");
                                      check_interval(form.every, sink_);
                                  });
        each_of<ast::Dose>(section_.statements,
                           [&](const ast::Dose&, const ast::Statement& statement) { dose_ = &statement; });
        check_parts();
        check_pair();
    }

private:
    /// A dose may stand alone, as what each administration is; a schedule counts doses of some size.
    void check_parts() {
        const ast::Statement* schedule = maintenance_ != nullptr ? maintenance_ : loading_;
        if (schedule != nullptr && dose_ == nullptr)
            sink_.add(FindingCode::incomplete_schedule, schedule->span, "there is no dose to give on these days",
                      "add the dose, as in `dose 100 mg`");
    }

    void check_single(const ast::Statement*& first, const ast::Statement& statement, const char* word) {
        keep_first(sink_, first, statement, fmt::format("section `{}` has `{}` twice", section_.id.text, word),
                   "leave one of them out");
    }

    void check_loading(const ast::Loading& loading) {
        check_interval(loading.apart, sink_);
        if (loading.doses.value < 1 || loading.doses.value > 1000)
            sink_.add(FindingCode::number_out_of_range, loading.doses.span,
                      fmt::format("`{}` is no number of loading doses", loading.doses.value), "write 1 to 1000");
    }

    void check_pair() {
        if (loading_ != nullptr && maintenance_ == nullptr)
            sink_.add(FindingCode::incomplete_schedule, loading_->span, "these loading doses lead to no maintenance",
                      "add, for example, `maintenance every 28 days after the last loading dose`");
        if (maintenance_ == nullptr) return;
        const bool after_loading = std::get<ast::Maintenance>(maintenance_->form).after_loading;
        if (after_loading && loading_ == nullptr)
            sink_.add(FindingCode::incomplete_schedule, maintenance_->span, "there is no loading dose to count from",
                      "add `loading`, or leave out `after the last loading dose`");
        if (!after_loading && loading_ != nullptr)
            add_with_place(sink_, FindingCode::incomplete_schedule, maintenance_->span,
                           "this does not say from when maintenance is counted", "add `after the last loading dose`",
                           loading_->span, "the loading doses");
    }

    const ast::Section& section_;
    Sink& sink_;
    const ast::Statement* dose_ = nullptr;
    const ast::Statement* loading_ = nullptr;
    const ast::Statement* maintenance_ = nullptr;
};

}  // namespace

void check_dosing(const Context& context) {
    const Codes codes = codes_in_bounds(context.policy, context.sink);
    for (const ast::Section* section : blocks_of<ast::Section>(context.policy)) {
        ScheduleCheck(*section, context.sink).run();
        each_of<ast::Dose>(section->statements, [&](const ast::Dose& dose, const ast::Statement&) {
            if (check_amount(dose.amount, context.sink)) DoseCheck(dose, codes, context.sink).run();
        });
    }
}

}  // namespace pol::checking
