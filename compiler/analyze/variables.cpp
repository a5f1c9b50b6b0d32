#include "compiler/analyze/variables.hpp"

#include "compiler/analyze/candidates.hpp"
#include "compiler/analyze/constants.hpp"
#include "compiler/analyze/lists.hpp"
#include "compiler/source/overloaded.hpp"

#include <algorithm>
#include <variant>

namespace pol::analysis {

namespace {

template <class Items, class Item, class Less>
void insert_sorted(Items& items, const Item& item, Less less) {
    const auto place = std::lower_bound(items.begin(), items.end(), item, less);
    if (place == items.end() || less(item, *place)) items.insert(place, item);
}

void add_threshold(Variable& age, AgeThreshold threshold) {
    if (threshold.months() <= 0) return;
    insert_sorted(age.thresholds, threshold,
                  [](const AgeThreshold& left, const AgeThreshold& right) { return left.months() < right.months(); });
}

void add_limit(Variable& number, Number limit) {
    insert_sorted(number.limits, limit, [](const Number& left, const Number& right) { return left < right; });
}

/// The numbers of years or months at which a test of an age changes.
template <class Test>
std::vector<AgeThreshold> thresholds_of(const Test& test) {
    const bool only_above =
        test.comparison == model::AgeOperator::is_more_than || test.comparison == model::AgeOperator::is_at_most;
    const bool only_from =
        test.comparison == model::AgeOperator::is_at_least || test.comparison == model::AgeOperator::is_less_than;
    std::vector<AgeThreshold> thresholds;
    if (!only_above) thresholds.push_back({.amount = test.amount, .unit = test.unit});
    if (!only_from) thresholds.push_back({.amount = test.amount + 1, .unit = test.unit});
    return thresholds;
}

}  // namespace

bool are_related(const model::Policy& policy, FactIndex left, FactIndex right) {
    const auto implies = [&](FactIndex implying, FactIndex implied) {
        const std::vector<FactIndex>& all = policy.facts[implying].implies;
        return std::find(all.begin(), all.end(), implied) != all.end();
    };
    return implies(left, right) || implies(right, left);
}

bool touch(const model::Policy& policy, const std::vector<Variable>& left, const std::vector<Variable>& right) {
    const auto birth = index_of(BuiltinFact::birth_date);
    const auto are_one = [&](const Variable& one, const Variable& other) {
        if (one.fact == other.fact || are_related(policy, one.fact, other.fact)) return true;
        const bool both_read_birth = (one.is_age || one.fact == birth) && (other.is_age || other.fact == birth);
        const auto is_bound = [&](const Variable& later, const Variable& earlier) {
            return policy.facts[later.fact].not_before == earlier.fact;
        };
        return both_read_birth || is_bound(one, other) || is_bound(other, one);
    };
    return std::any_of(left.begin(), left.end(), [&](const Variable& one) {
        return std::any_of(right.begin(), right.end(), [&](const Variable& other) { return are_one(one, other); });
    });
}

Variable& VariableCollector::variable(FactIndex fact, bool is_age) {
    const auto found = std::find_if(variables_.begin(), variables_.end(), [&](const Variable& known) {
        return known.fact == fact && known.is_age == is_age;
    });
    if (found != variables_.end()) return *found;
    Variable added;
    added.fact = fact;
    added.is_age = is_age;
    variables_.push_back(std::move(added));
    return variables_.back();
}

Variable& VariableCollector::variable_with(FactIndex fact, Evidence minimum) {
    Variable& found = variable(fact, false);
    insert_sorted(found.minimums, minimum, std::less<>());
    return found;
}

void VariableCollector::read(const model::ChoiceTest& test) {
    if (std::find(settled_.begin(), settled_.end(), test.fact) != settled_.end()) return;
    static_cast<void>(variable_with(test.fact, test.minimum));
}

void VariableCollector::read(const model::AgeTest& test) {
    ages_.push_back(test);
    Variable& age = variable(test.at, true);
    insert_sorted(age.minimums, test.minimum, std::less<>());
    for (const AgeThreshold& threshold : thresholds_of(test)) add_threshold(age, threshold);
    // Entries have days of their own, so the birth cannot stay fixed.
    if (prepared_.policy.facts[test.at].list) read_day(test.at, test.minimum);
}

/// The birth cannot stay fixed: what is reckoned from other dates may lie anywhere.
void VariableCollector::read(const model::AgeOnDayTest& test) {
    read_day(index_of(BuiltinFact::birth_date), Evidence::none);
    read(test.on);
    for (const AgeThreshold& threshold : thresholds_of(test)) {
        model::AgeOnDayTest step = test;
        step.comparison = model::AgeOperator::is_at_least;
        step.amount = threshold.amount;
        steps_.push_back({step});
    }
}

void VariableCollector::read(const model::NumberTest& test) {
    if (read_limits(test.left, test.right) || read_limits(test.right, test.left)) return;
    read(test.left);
    read(test.right);
    add_limits_of_entries(test.left, test.right);
    add_limits_of_entries(test.right, test.left);
    for (const model::NumberOperator step : {model::NumberOperator::is_at_least, model::NumberOperator::is_more_than})
        steps_.push_back({model::NumberTest{.left = test.left, .comparison = step, .right = test.right}});
}

void VariableCollector::read(const model::DayTest& test) {
    read(test.left);
    read(test.right);
    steps_.push_back({test});
}

void VariableCollector::read(const model::ConditionGroup& group) {
    for (const model::Condition& member : group.members) add(member);
}

void VariableCollector::read_term(model::TermIndex term) {
    if (seen_terms_[term]) return;
    seen_terms_[term] = true;
    std::visit(overloaded{
                   [&](const model::Condition& body) { add(body); },
                   [&](const model::Expression& body) { read(body); },
                   [&](const std::vector<model::Case>& cases) { read_cases(cases); },
                   [&](const model::Selection& selection) { read_cases(selection.cases); },
                   [&](const model::Day& day) { read(day); },
                   [&](const std::vector<model::DayCase>& cases) { read_cases(cases); },
               },
               prepared_.policy.terms[term].body);
}

void VariableCollector::read_cases(const std::vector<model::Case>& cases) {
    for (const model::Case& one : cases) {
        if (one.when) add(*one.when);
        read(one.value);
    }
}

void VariableCollector::read_cases(const std::vector<model::DayCase>& cases) {
    for (const model::DayCase& one : cases) {
        if (one.when) add(*one.when);
        read(one.day);
    }
}

void VariableCollector::read(const model::Expression& expression) {
    std::visit([&](const auto& form) { read(form); }, expression.form);
}

void VariableCollector::read(const model::NumberOfFact& number) {
    variable_with(number.fact, number.minimum).is_finite = false;
}

void VariableCollector::read(const model::MeasurementOfFact& measurement) {
    variable_with(measurement.fact, measurement.minimum).is_finite = false;
    read_window(measurement);
}

void VariableCollector::read(const model::Arithmetic& arithmetic) {
    for (const model::Expression& operand : arithmetic.operands) read(operand);
}

void VariableCollector::read(const model::Extreme& extreme) {
    for (const model::Expression& operand : extreme.operands) read(operand);
}

void VariableCollector::read(const model::RoundedValue& rounded) { read(rounded.operand.front()); }

void VariableCollector::read(const model::Elapsed& elapsed) {
    read(elapsed.from);
    read(elapsed.to);
}

void VariableCollector::read(const model::Aggregate& aggregate) {
    read_entries(aggregate.entries);
    if (aggregate.field) variable_with(*aggregate.field, Evidence::none).is_finite = false;
}

/// Entries are told apart by the day that puts them in order, too.
void VariableCollector::read_chosen(const model::ChosenEntry& chosen) {
    read_entries(chosen.entries);
    variable_with(chosen.field, Evidence::none).is_finite = false;
    read_day(chosen.by, Evidence::none);
}

/// The fields are read like facts, until lists are made of what is found for them. Also those that only tell values
/// apart, so that they differ.
void VariableCollector::read_entries(const model::EntryFilter& entries) {
    filters_.push_back(entries);
    variable_with(entries.list, entries.minimum).is_finite = false;
    for (const model::Condition& where : entries.where) add(where);
    const std::vector<model::Fact>& facts = prepared_.policy.facts;
    for (std::size_t field = entries.list + 1U; field < facts.size() && facts[field].list == entries.list; ++field)
        static_cast<void>(variable_with(static_cast<FactIndex>(field), Evidence::none));
}

void VariableCollector::read(const model::Day& day) {
    const auto read_all = [&](const std::vector<model::Day>& days) {
        for (const model::Day& each : days) read(each);
    };
    std::visit(overloaded{[&](FactIndex fact) { read_day(fact, day.minimum); }, [](Date) {},
                          [&](const model::DayOfTerm& term) { read_term(term.term); },
                          [&](const model::YearlyDay& yearly) { read_all(yearly.from); },
                          [&](const model::ExtremeDay& extreme) { read_all(extreme.operands); },
                          [&](const model::MovedDay& moved) { read_all(moved.from); },
                          [&](const model::ChosenEntry& chosen) { read_chosen(chosen); }},
               day.base);
}

void VariableCollector::read_day(FactIndex fact, Evidence minimum) {
    Variable& date = variable_with(fact, minimum);
    date.reads_day = true;
    date.is_finite = false;
    const std::optional<FactIndex> bound = prepared_.policy.facts[fact].not_before;
    if (!bound) return;
    const bool has_levels = prepared_.policy.facts[*bound].source == FactSource::provider;
    read_day(*bound, has_levels ? minimum : Evidence::none);
}

bool VariableCollector::read_limits(const model::Expression& number, const model::Expression& constants) {
    const model::Expression* alone = fact_alone(prepared_.policy, number);
    const std::optional<std::vector<Number>> limits = constants_of(prepared_.policy, constants);
    if (alone == nullptr || !limits) return false;
    const auto add = [&](const auto& fact) {
        Variable& variable = variable_with(fact.fact, fact.minimum);
        const Number factor = pol::number(fact.factor.numerator, fact.factor.denominator);
        for (const Number& limit : *limits) add_limit(variable, limit / factor);
    };
    if (const auto* plain = std::get_if<model::NumberOfFact>(&alone->form)) add(*plain);
    if (const auto* measured = std::get_if<model::MeasurementOfFact>(&alone->form)) {
        add(*measured);
        read_window(*measured);
    }
    read(constants);
    return true;
}

/// What a value of entries is compared with is telling of the field that it is taken from.
void VariableCollector::add_limits_of_entries(const model::Expression& value, const model::Expression& constants) {
    const std::optional<EntryField> field = field_alone(prepared_.policy, value);
    const std::optional<std::vector<Number>> limits = constants_of(prepared_.policy, constants);
    if (!field || !limits || prepared_.policy.facts[field->field].type != FactType::number) return;
    for (const Number& limit : *limits)
        add_limit(variable_with(field->field, Evidence::none),
                  limit / pol::number(field->factor.numerator, field->factor.denominator));
}

void VariableCollector::read_window(const model::MeasurementOfFact& measurement) {
    const model::Day taken{.base = measurement.fact, .offset = {}, .minimum = measurement.minimum};
    if (!measurement.from && !measurement.through) return;
    read(taken);
    if (measurement.from) read(model::DayTest{.left = *measurement.from, .or_on = true, .right = taken});
    if (measurement.through) read(model::DayTest{.left = taken, .or_on = true, .right = *measurement.through});
}

void VariableCollector::add(const model::Condition& condition) {
    std::visit([&](const auto& form) { read(form); }, condition.form);
}

void VariableCollector::add_determination(model::DeterminationIndex index) {
    const model::Determination& determination = prepared_.policy.determinations[index];
    if (determination.condition) add(*determination.condition);
    for (const model::DeterminationIndex exception : determination.exceptions) add_determination(exception);
}

void VariableCollector::add_clause(model::ClauseIndex clause) {
    const auto& determinations = prepared_.policy.determinations;
    for (std::size_t i = 0; i < determinations.size(); ++i)
        if (determinations[i].clause == clause) add_determination(static_cast<model::DeterminationIndex>(i));
    if (prepared_.requirement_of_clause[clause] == nullptr) return;
    model::RequirementGroup group;
    group.members.emplace_back(clause);
    add(group);
}

void VariableCollector::add(const model::RequirementGroup& group) {
    for (const model::RequirementNode& node : group.members) {
        if (const auto* nested = std::get_if<model::RequirementGroup>(&node)) {
            add(*nested);
            continue;
        }
        const model::Requirement& requirement = prepared_.requirement(std::get<model::ClauseIndex>(node));
        if (requirement.only_if) add(*requirement.only_if);
        std::visit([&](const auto& body) { add(body); }, requirement.body);
    }
}

void VariableCollector::add_route(model::LineIndex line, model::KindIndex kind) {
    if (prepared_.policy.gate) add_determination(*prepared_.policy.gate);
    for (const model::DeterminationIndex index : prepared_.determinations_of_line[line]) add_determination(index);
    if (const model::Criteria* criteria = prepared_.criteria_of(line, kind)) add(criteria->group);
}

bool VariableCollector::touches(const VariableCollector& other) const {
    return touch(prepared_.policy, variables_, other.variables_);
}

bool VariableCollector::reads(FactIndex fact) const {
    return std::any_of(variables_.begin(), variables_.end(),
                       [&](const Variable& variable) { return variable.fact == fact && !variable.is_age; });
}

bool VariableCollector::reads_age() const {
    return std::any_of(variables_.begin(), variables_.end(), [](const Variable& variable) {
        return variable.is_age || variable.fact == index_of(BuiltinFact::birth_date);
    });
}

bool VariableCollector::ages_are_days() const {
    return std::any_of(variables_.begin(), variables_.end(), [&](const Variable& age) {
        return age.is_age && std::any_of(variables_.begin(), variables_.end(), [&](const Variable& other) {
                   const bool is_of_age = other.fact == age.fact || other.fact == index_of(BuiltinFact::birth_date);
                   return is_of_age && other.reads_day;
               });
    });
}

void VariableCollector::turn_ages_into_days() {
    variables_.erase(
        std::remove_if(variables_.begin(), variables_.end(), [](const Variable& variable) { return variable.is_age; }),
        variables_.end());
    for (const model::AgeTest& age : ages_) {
        read_day(index_of(BuiltinFact::birth_date), Evidence::none);
        read_day(age.at, age.minimum);
        for (const AgeThreshold& threshold : thresholds_of(age)) {
            model::AgeTest step = age;
            step.comparison = model::AgeOperator::is_at_least;
            step.amount = threshold.amount;
            steps_.push_back({step});
        }
    }
}

std::vector<FactIndex> VariableCollector::facts() const {
    std::vector<FactIndex> read;
    for (const Variable& variable : variables_) read.push_back(variable.fact);
    return read;
}

bool VariableCollector::is_finite() const {
    return filters_.empty() && !ages_are_days() &&
           std::all_of(variables_.begin(), variables_.end(),
                       [](const Variable& variable) { return variable.is_finite; });
}

namespace {

/// Facts that imply one another side by side.
std::vector<Variable> with_related_together(const model::Policy& policy, std::vector<Variable> ordered) {
    for (auto current = ordered.begin(); current != ordered.end(); ++current) {
        const auto is_related = [&](const Variable& later) {
            return !current->is_age && !later.is_age && are_related(policy, current->fact, later.fact);
        };
        // Most facts imply nothing; then all stay where they are.
        if (std::any_of(current + 1, ordered.end(), is_related))
            std::stable_partition(current + 1, ordered.end(), is_related);
    }
    return ordered;
}

}  // namespace

std::vector<Variable> VariableCollector::variables(interpretation::TextTime time) const {
    const model::Policy& policy = prepared_.policy;
    VariableCollector collected = *this;
    if (collected.ages_are_days()) collected.turn_ages_into_days();
    std::vector<Variable> chosen = with_answers(policy, std::move(collected.variables_), collected.steps_, time);
    return with_related_together(policy, with_lists(policy, std::move(chosen), filters_));
}

std::vector<Variable> VariableCollector::listed_variables() const {
    const model::Policy& policy = prepared_.policy;
    VariableCollector collected = *this;
    if (collected.ages_are_days()) collected.turn_ages_into_days();
    return with_related_together(
        policy, with_listed_answers(policy, std::move(collected.variables_), interpretation::TextTime::in_force));
}

}  // namespace pol::analysis
