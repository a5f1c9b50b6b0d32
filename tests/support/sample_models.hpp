#pragma once

#include "compiler/model/policy.hpp"
#include "pol/record.hpp"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace pol::testing {

/// Builds small policies by hand, so that what works on the model is tested without parser, checker and lowering.
/// Facts, clauses, lines and sections are named; the order of the calls is the order of the file.
class ModelBuilder {
public:
    /// A policy with the builtin facts, one request kind `initial`, one benefit `medical`, no line of business, a text
    /// from 2026-01-01 by date of service, and the clause TEXT.
    ModelBuilder();

    void request_kinds(std::initializer_list<const char*> names);
    void benefits(std::initializer_list<std::pair<const char*, bool>> listed);
    /// A line with its box, which is a new clause unless `APPLIES.name` stands already.
    model::LineIndex line(const char* name, bool ticked = true);
    model::FactIndex yes_no(const char* name, FactSource source = FactSource::provider);
    model::FactIndex one_of(const char* name, std::initializer_list<const char*> values,
                            FactSource source = FactSource::provider);
    /// Numbers from 0 through `most` of the unit.
    model::FactIndex number(const char* name, const char* unit, std::int64_t most = 999'999'999,
                            FactSource source = FactSource::provider);
    model::FactIndex measurement(const char* name, const char* unit, std::int64_t most = 999'999'999);
    /// A date that may be known to the month or year; `earliest` is a fact it never lies before.
    model::FactIndex date(const char* name, const char* earliest = nullptr, FactSource source = FactSource::provider);
    model::TermIndex term(const char* name, decltype(model::Term::body) body);
    void implies(const char* fact, const char* implied);
    model::ClauseIndex clause(const char* id, ClauseKind kind);
    model::TargetIndex target(TargetKind kind, const char* number);

    /// A section for the named lines; its items are added to the section opened last.
    void section(const char* id, std::initializer_list<const char*> lines);
    void gate(model::Verdict verdict, std::optional<model::Condition> condition);
    /// A determination of the section opened last.
    model::DeterminationIndex determination(const char* clause, model::Verdict verdict,
                                            std::optional<model::Condition> condition);
    /// A determination of the guidelines for the named lines; call it when all sections stand.
    model::DeterminationIndex guideline(const char* clause, model::Verdict verdict, model::Condition condition,
                                        std::initializer_list<const char*> lines);
    model::RequirementNode requirement(const char* clause, model::Condition condition,
                                       std::optional<model::Condition> only_if = std::nullopt);
    model::RequirementNode requirement(const char* clause, model::RequirementGroup group,
                                       std::optional<model::Condition> only_if = std::nullopt);
    /// The requirements of a request kind in the section opened last.
    void criteria(const char* kind, model::RequirementGroup group, model::ApprovalIndex approval);
    model::ApprovalIndex approval(const char* clause, Duration duration, BuiltinFact starts_on);
    void otherwise(const char* clause, model::Verdict verdict);

    [[nodiscard]] model::Condition is(const char* fact, const char* value, Evidence minimum = Evidence::claimed) const;
    [[nodiscard]] model::Condition is_one_of(const char* fact, std::initializer_list<const char*> values,
                                             Evidence minimum) const;

    /// A number or a measurement, whenever taken, times the factor to its base unit.
    [[nodiscard]] model::Expression amount(const char* fact, Evidence minimum = Evidence::claimed,
                                           model::Fraction factor = {1, 1}) const;
    /// A measurement taken from one day through another.
    [[nodiscard]] model::Expression measured(const char* fact, std::optional<model::Day> from,
                                             std::optional<model::Day> through, Evidence minimum = Evidence::claimed,
                                             model::Fraction factor = {1, 1}) const;
    [[nodiscard]] model::Expression value_of(model::TermIndex term) const { return {model::NumberOfTerm{term}}; }
    /// A date fact, moved.
    [[nodiscard]] model::Day day(const char* fact, Duration offset = {}, Evidence minimum = Evidence::claimed) const;

    [[nodiscard]] model::FactIndex fact(const std::string& name) const;
    [[nodiscard]] model::ClauseIndex clause_index(const std::string& id) const;
    [[nodiscard]] model::Policy& policy() { return policy_; }

private:
    [[nodiscard]] Evidence level_for(model::FactIndex fact, Evidence minimum) const;
    [[nodiscard]] std::vector<bool> lines_named(std::initializer_list<const char*> names) const;
    [[nodiscard]] std::uint16_t value(model::FactIndex fact, const std::string& name) const;

    model::Policy policy_;
};

[[nodiscard]] model::Condition group_of(model::Quantifier quantifier, std::vector<model::Condition> members,
                                        std::int32_t count = 0);
[[nodiscard]] model::Condition age_test(BuiltinFact at, model::AgeOperator comparison, std::int32_t amount,
                                        AgeUnit unit = AgeUnit::years);
[[nodiscard]] model::Expression constant(std::int64_t numerator, std::int64_t denominator = 1);
[[nodiscard]] model::Expression arithmetic(model::Operation operation, model::Expression left, model::Expression right);
[[nodiscard]] model::Condition number_test(model::Expression left, model::NumberOperator comparison,
                                           model::Expression right);
[[nodiscard]] model::Condition is_before(model::Day left, model::Day right);
[[nodiscard]] model::Condition is_on_or_before(model::Day left, model::Day right);
[[nodiscard]] model::Condition holds(model::TermIndex term, bool negated = false);
[[nodiscard]] inline model::Verdict verdict(Outcome outcome, model::TargetIndex target = no_index) {
    return {.outcome = outcome, .target = target};
}

/// PHARMACY-127 as its policy file means it.
[[nodiscard]] model::Policy qalsody_model();

/// A request by names. `set("weakness_from_als", "yes", Evidence::attested)`, `set("date_of_service", "2026-07-01")`.
class RequestBuilder {
public:
    explicit RequestBuilder(const model::Policy& policy);

    /// Values without a level of their own have this one from now on.
    RequestBuilder& evidence(Evidence level);
    /// A value by name, `yes`/`no`, a date, a partial date (`2008-06`, `2008`), a number in the declared unit (`7.2`)
    /// or a measurement (`9.4 on 2026-02-20`).
    RequestBuilder& set(const std::string& fact, const std::string& value);
    RequestBuilder& set(const std::string& fact, const std::string& value, Evidence level);
    RequestBuilder& not_given(const std::string& fact);
    RequestBuilder& not_knowable(const std::string& fact);

    [[nodiscard]] const RequestRecord& record() const { return record_; }

private:
    [[nodiscard]] model::FactIndex fact(const std::string& name) const;

    const model::Policy& policy_;
    Evidence level_ = Evidence::claimed;
    RequestRecord record_;
};

/// The adult member of Medicaid with SOD1 ALS and no tracheostomy whose first request is approved.
[[nodiscard]] RequestBuilder qalsody_base(const model::Policy& qalsody);

}  // namespace pol::testing
