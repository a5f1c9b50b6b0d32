#include "compiler/emit/readings.hpp"

#include "compiler/source/overloaded.hpp"

#include <algorithm>
#include <optional>
#include <variant>

namespace pol::emission {

namespace {

/// Walks conditions and values as they are written. With `terms_seen` it notes the terms it meets instead of going
/// into them.
class Walk {
public:
    Walk(const model::Policy& policy, Terms terms, std::vector<bool>* terms_seen = nullptr)
        : policy_(policy), terms_(terms), terms_seen_(terms_seen) {}

    void visit(const model::Condition& condition) {
        std::visit([this](const auto& form) { read(form); }, condition.form);
    }
    void visit(const model::Expression& value) {
        std::visit([this](const auto& form) { read(form); }, value.form);
    }
    void visit(const model::Day& day) {
        moves_days_ = moves_days_ || day.offset.amount != 0;
        std::visit(overloaded{[&](model::FactIndex fact) { read_day(fact, day.minimum); }, [](Date) {},
                              [&](const model::DayOfTerm& term) { read_term(term.term); },
                              [&](const model::YearlyDay& yearly) { visit_all(yearly.from); },
                              [&](const model::ExtremeDay& extreme) { visit_all(extreme.operands); },
                              [&](const model::MovedDay& moved) { visit_all(moved.from); },
                              [&](const model::ChosenEntry& chosen) { read_chosen(chosen); }},
                   day.base);
    }
    void visit(const model::Term& term) {
        std::visit([this](const auto& body) { visit(body); }, term.body);
    }
    void visit(const std::vector<model::Case>& cases) {
        for (const model::Case& one : cases) {
            visit(one.when);
            visit(one.value);
        }
    }
    void visit(const model::Selection& selection) { visit(selection.cases); }
    void visit(const std::vector<model::DayCase>& cases) {
        for (const model::DayCase& one : cases) {
            visit(one.when);
            visit(one.day);
        }
    }
    template <class Part>
    void visit(const std::optional<Part>& part) {
        if (part) visit(*part);
    }

    [[nodiscard]] bool moves_days() const { return moves_days_; }
    [[nodiscard]] bool chooses_entries() const { return chooses_entries_; }
    [[nodiscard]] std::vector<Reading> readings() && { return std::move(readings_); }

private:
    /// That the day of a field must be exact is a reading of its own.
    void add_field_day(model::FactIndex field) {
        add(Reading::Kind::field, field, Evidence::none);
        add(Reading::Kind::exact_field, field, Evidence::none);
    }
    void add_value(model::FactIndex fact, Evidence minimum) {
        add(policy_.facts[fact].list ? Reading::Kind::field : Reading::Kind::value, fact, minimum);
    }
    void add(Reading::Kind kind, model::FactIndex fact, Evidence minimum) {
        readings_.push_back({.kind = kind, .fact = fact, .minimum = minimum, .of_entries = in_entries_});
    }
    /// Reads a list, whose entries the rest of what `read` reads is for.
    template <class Read>
    void read_entries(const model::EntryFilter& entries, const Read& read) {
        in_entries_ = true;
        add(Reading::Kind::value, entries.list, entries.minimum);
        read();
        for (const model::Condition& where : entries.where) visit(where);
        in_entries_ = false;
    }
    void read_term(model::TermIndex term) {
        if (terms_seen_ != nullptr) (*terms_seen_)[term] = true;
        if (terms_ == Terms::in_place) visit(policy_.terms[term]);
    }
    template <class Part>
    void visit_all(const std::vector<Part>& parts) {
        for (const Part& part : parts) visit(part);
    }
    void read_day(model::FactIndex fact, Evidence minimum) {
        if (policy_.facts[fact].list) return add_field_day(fact);
        add(Reading::Kind::day, fact, minimum);
    }

    void read(const model::ChoiceTest& test) { add_value(test.fact, test.minimum); }
    void read(const model::AgeTest& test) {
        if (!policy_.facts[test.at].list) return add(Reading::Kind::age, test.at, test.minimum);
        constexpr model::FactIndex birth_date = index_of(BuiltinFact::birth_date);
        add(Reading::Kind::contradiction, birth_date, Evidence::none);
        add(Reading::Kind::day, birth_date, Evidence::none);
        add(Reading::Kind::field_contradiction, test.at, Evidence::none);
        add_field_day(test.at);
    }
    void read(const model::AgeOnDayTest& test) {
        add(Reading::Kind::day, index_of(BuiltinFact::birth_date), Evidence::none);
        visit(test.on);
    }
    void read(const model::NumberTest& test) {
        visit(test.left);
        visit(test.right);
    }
    void read(const model::DayTest& test) {
        visit(test.left);
        visit(test.right);
    }
    void read(const model::TermTest& test) { read_term(test.term); }
    void read(const model::CountTest& test) {
        read_entries(test.entries, [&] {
            if (test.distinct) add(Reading::Kind::field, test.distinct->field, Evidence::none);
        });
    }
    void read(const model::ConditionGroup& group) {
        for (const model::Condition& member : group.members) visit(member);
    }

    void read(const model::Constant&) {}
    void read(const model::NumberOfFact& number) { add_value(number.fact, number.minimum); }
    void read(const model::MeasurementOfFact& measurement) {
        add(Reading::Kind::day, measurement.fact, measurement.minimum);
        add(Reading::Kind::measured_again, measurement.fact, measurement.minimum);
        visit(measurement.from);
        visit(measurement.through);
    }
    void read(const model::NumberOfTerm& value) { read_term(value.term); }
    void read(const model::Arithmetic& arithmetic) { visit_all(arithmetic.operands); }
    void read(const model::Extreme& extreme) { visit_all(extreme.operands); }
    void read(const model::RoundedValue& rounded) { visit_all(rounded.operand); }
    void read(const model::Elapsed& elapsed) {
        visit(elapsed.from);
        visit(elapsed.to);
    }
    void read(const model::Aggregate& aggregate) {
        read_entries(aggregate.entries, [&] {
            if (aggregate.rule >= model::Aggregation::average) add_again(aggregate.entries);
            if (aggregate.field) add(Reading::Kind::field, *aggregate.field, Evidence::none);
        });
    }
    void read(const model::ValueOfEntry& value) { read_chosen(value.entry); }
    void read_chosen(const model::ChosenEntry& chosen) {
        chooses_entries_ = true;
        read_entries(chosen.entries, [&] {
            add_again(chosen.entries);
            add_field_day(chosen.field);
            add(Reading::Kind::field_contradiction, chosen.field, Evidence::none);
            add_field_day(chosen.by);
        });
    }
    void add_again(const model::EntryFilter& entries) {
        add(Reading::Kind::measured_again, entries.list, entries.minimum);
    }

    const model::Policy& policy_;
    Terms terms_;
    std::vector<bool>* terms_seen_;
    bool moves_days_ = false;
    bool chooses_entries_ = false;
    bool in_entries_ = false;
    std::vector<Reading> readings_;
};

template <class Part>
std::vector<Reading> readings(const model::Policy& policy, const Part& part, Terms terms) {
    Walk walk(policy, terms);
    walk.visit(part);
    return std::move(walk).readings();
}

void visit_requirements(const model::Policy& policy, Walk& walk) {
    for (const model::Requirement& requirement : policy.requirements) {
        walk.visit(requirement.only_if);
        if (const auto* condition = std::get_if<model::Condition>(&requirement.body)) walk.visit(*condition);
    }
}

void visit_approvals(const model::Policy& policy, Walk& walk) {
    for (const model::Approval& approval : policy.approvals) {
        walk.visit(approval.length);
        walk.visit(approval.or_days);
        walk.visit(approval.until);
        for (const model::ComputedAmount& amount : approval.amounts) {
            walk.visit(amount.only_if);
            walk.visit(amount.value);
        }
    }
}

}  // namespace

std::vector<Reading> readings_of(const model::Policy& policy, const model::Condition& condition, Terms terms) {
    return readings(policy, condition, terms);
}
std::vector<Reading> readings_of(const model::Policy& policy, const model::Expression& value, Terms terms) {
    return readings(policy, value, terms);
}
std::vector<Reading> readings_of(const model::Policy& policy, const model::Day& day) {
    return readings(policy, day, Terms::in_place);
}
std::vector<Reading> readings_of(const model::Policy& policy, const model::Term& term) {
    return readings(policy, term, Terms::left_out);
}

bool reads_terms(const model::Policy& policy, const model::Condition& condition) {
    std::vector<bool> terms(policy.terms.size(), false);
    Walk(policy, Terms::left_out, &terms).visit(condition);
    return std::find(terms.begin(), terms.end(), true) != terms.end();
}

Uses uses_of(const model::Policy& policy) {
    std::vector<bool> terms(policy.terms.size(), false);
    Walk walk(policy, Terms::left_out, &terms);
    for (const model::Determination& determination : policy.determinations) walk.visit(determination.condition);
    visit_requirements(policy, walk);
    visit_approvals(policy, walk);
    // A term reads only terms before it.
    for (std::size_t i = policy.terms.size(); i-- > 0;)
        if (terms[i]) walk.visit(policy.terms[i]);
    return {.terms = std::move(terms), .moved_days = walk.moves_days(), .chosen_entries = walk.chooses_entries()};
}

}  // namespace pol::emission
