#include "compiler/analyze/value_words.hpp"
#include "compiler/coverage/parts.hpp"
#include "compiler/coverage/test_changes.hpp"
#include "compiler/interpret/quantities.hpp"
#include "compiler/source/counted.hpp"

#include <fmt/format.h>

#include <variant>

namespace pol::coverage {

namespace {

class ApprovalChanges {
public:
    ApprovalChanges(Changer& changer, model::Approval& approval) : changer_(changer), approval_(approval) {}

    void change_all() {
        changer_.at_clause(approval_.period_clause);
        change_period();
        change_end();
        if (approval_.dose_clause != no_index) change_doses();
        for (model::ComputedAmount& amount : approval_.amounts) change_amount(amount);
    }

private:
    [[nodiscard]] model::Policy& policy() { return changer_.policy(); }

    void change_period() {
        const Words length = [&] { return "approve " + analysis::words_for_duration(approval_.duration); };
        if (!approval_.length) {
            changer_.replace(approval_.duration.amount, approval_.duration.amount + 1, length);
            if (approval_.duration.amount > 1)
                changer_.replace(approval_.duration.amount, approval_.duration.amount - 1, length);
        }
        const auto computed = [&](std::optional<model::Expression>& value) {
            if (value) TestChanges(changer_).change(*value, value_words("approve ", *value));
        };
        computed(approval_.length);
        computed(approval_.or_days);
        change_start();
    }

    void change_start() {
        const Words start = [&] { return "from " + policy().facts[approval_.starts_on].name; };
        const auto service = index_of(BuiltinFact::date_of_service);
        const auto request = index_of(BuiltinFact::date_of_request);
        changer_.replace(approval_.starts_on, approval_.starts_on == service ? request : service, start);
        if (approval_.length || approval_.until) return;
        const Words rule = [&] {
            return approval_.anchored ? "renewals are counted from first_start" : "every kind from its own day";
        };
        changer_.replace(approval_.anchored, !approval_.anchored, rule);
    }

    void change_end() {
        if (!approval_.until) return;
        const Words words = [&] {
            return approval_.until
                       ? fmt::format("until {} at the latest", analysis::words_for_day(policy(), *approval_.until))
                       : std::string(left_out);
        };
        TestChanges(changer_).change(*approval_.until, words);
        changer_.replace(approval_.until, std::optional<model::Day>(), words);
    }

    void change_doses() {
        changer_.at_clause(approval_.dose_clause);
        for (model::QuantityPerDose& dose : approval_.per_dose) {
            const Words words = [&] {
                const bool is_billed = dose.unit == "unit";
                return fmt::format("{} {} a dose", decimal_words(dose.amount), is_billed ? dose.code : dose.unit);
            };
            for (const std::int64_t step : {1, -1})
                changer_.replace(dose.amount.digits, dose.amount.digits + step * power_of_ten(dose.amount.places),
                                 words);
        }
        if (approval_.has_schedule) change_schedule(approval_.schedule);
    }

    void change_schedule(DoseSchedule& schedule) {
        const auto change = [&](std::int32_t& number, std::int32_t least, const char* words, const char* unit) {
            const Words now = [&, words, unit] { return fmt::format(fmt::runtime(words), counted(number, unit)); };
            changer_.replace(number, number + 1, now);
            if (number > least) changer_.replace(number, number - 1, now);
        };
        if (schedule.loading_doses > 0) change(schedule.loading_doses, 0, "loading {}", "dose");
        if (schedule.loading_doses > 1) change(schedule.loading_interval, 1, "loading doses {} apart", "day");
        change(schedule.maintenance_interval, 1, "maintenance every {}", "day");
    }

    void change_amount(model::ComputedAmount& amount) {
        changer_.at_clause(amount.clause);
        TestChanges(changer_).change(amount.value, value_words("quantity " + amount.name + " = ", amount.value));
        if (!amount.only_if) return;
        TestChanges(changer_).change(*amount.only_if);
        changer_.replace(amount.only_if, std::optional<model::Condition>(),
                         fmt::format("quantity {} only where its `when` holds", amount.name), "always");
    }

    [[nodiscard]] Words value_words(const std::string& what, const model::Expression& value) {
        return [this, what, &value] { return what + analysis::words_for_value(policy(), value); };
    }

    Changer& changer_;
    model::Approval& approval_;
};

/// The cases of a definition: what chooses each, and what it comes to. The last of a `first of` stays, as it answers
/// for all others.
template <class Cases, class ChangeValue>
void change_cases(Changer& changer, Cases& cases, bool all_may_go, const ChangeValue& change_value) {
    for (std::size_t i = 0; i < cases.size(); ++i) {
        change_value(cases[i]);
        if (!cases[i].when) continue;
        TestChanges(changer).change(*cases[i].when);
        if (cases.size() < 2 || (!all_may_go && i + 1 == cases.size())) continue;
        Cases fewer = cases;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
        changer.replace(cases, std::move(fewer), fmt::format("case {}", i + 1), left_out);
    }
}

class TermChanges {
public:
    TermChanges(Changer& changer, std::string name) : changer_(changer), name_(std::move(name)) {}

    void change(model::Condition& condition) { TestChanges(changer_).change(condition); }
    void change(model::Expression& value) { TestChanges(changer_).change(value, words_for(value)); }
    void change(model::Day& day) { TestChanges(changer_).change(day, words_for(day)); }
    void change(std::vector<model::Case>& cases) { change_values(cases, false); }
    /// What chooses the days of a time by cases of two kinds is changed where its months are.
    void change_days(std::vector<model::Case>& cases) {
        for (model::Case& one : cases) change_value(one);
    }
    void change(std::vector<model::DayCase>& cases) {
        change_cases(changer_, cases, false, [&](model::DayCase& one) { change(one.day); });
    }
    void change(model::Selection& rows) {
        using model::SelectionRule;
        if (rows.rule != SelectionRule::only) {
            const Words rule = [&] {
                return rows.rule == SelectionRule::greatest ? "takes the greatest" : "takes the least";
            };
            changer_.replace(
                rows.rule, rows.rule == SelectionRule::greatest ? SelectionRule::least : SelectionRule::greatest, rule);
        }
        change_values(rows.cases, true);
    }

private:
    void change_values(std::vector<model::Case>& cases, bool all_may_go) {
        change_cases(changer_, cases, all_may_go, [&](model::Case& one) { change_value(one); });
    }
    void change_value(model::Case& one) {
        if (!one.is_of_other_term) change(one.value);
    }
    [[nodiscard]] Words words_for(const model::Expression& value) {
        return [this, &value] { return name_ + " = " + analysis::words_for_value(changer_.policy(), value); };
    }
    [[nodiscard]] Words words_for(const model::Day& day) {
        return [this, &day] { return name_ + " = " + analysis::words_for_day(changer_.policy(), day); };
    }

    Changer& changer_;
    std::string name_;
};

}  // namespace

void change_approvals(Changer& changer) {
    for (model::Approval& approval : changer.policy().approvals) ApprovalChanges(changer, approval).change_all();
}

void change_definitions(Changer& changer) {
    for (model::Term& term : changer.policy().terms) {
        changer.at({.name = "define " + term.name, .line = term.line, .clause = no_index});
        TermChanges changes(changer, term.name);
        if (term.days_of)
            changes.change_days(std::get<std::vector<model::Case>>(term.body));
        else
            std::visit([&](auto& body) { changes.change(body); }, term.body);
    }
}

}  // namespace pol::coverage
